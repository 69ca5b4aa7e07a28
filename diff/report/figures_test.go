package report_test

import (
	"context"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/text"
)

// byName finds figures by unit and name.
func byName(p *report.Page) map[report.Unit]map[string]report.Figure {
	out := map[report.Unit]map[string]report.Figure{}
	for _, f := range report.Figures(p) {
		if out[f.Unit] == nil {
			out[f.Unit] = map[string]report.Figure{}
		}
		out[f.Unit][f.Name] = f
	}
	return out
}

const outside = ", outside quotations"

// checkFigures: kept, style only, reworded and added make up the version, with
// quotations and without; the base's own make up the base; what is outside
// quotations is no more than all; every figure has a definition.
func checkFigures(t failer, p *report.Page) {
	figures := byName(p)
	for _, list := range figures {
		for name, f := range list {
			if f.Definition == "" {
				t.Fatalf("%s has no definition", name)
			}
		}
	}
	for c, h := range p.Heads {
		if h.Base {
			continue
		}
		for unit, total := range map[report.Unit]int{report.PerSentence: h.Sentences, report.PerWord: h.Words} {
			list := figures[unit]
			at := func(name string) report.Value { return list[name].Values[c] }
			for _, part := range []string{"", outside} {
				sum := 0
				for _, name := range []string{"kept", "style only", "reworded", "added"} {
					sum += at(name + part).N
					if of := at(name + part).Of; of != at("kept"+part).Of {
						t.Fatalf("%s%s is of %d, kept of %d", name, part, of, at("kept"+part).Of)
					}
				}
				if sum != at("kept"+part).Of || part == "" && sum != total {
					t.Fatalf("column %d, unit %d%s: %d of %d, the head says %d", c, unit, part, sum, at("kept"+part).Of, total)
				}
				if own := at("its own" + part).N; own != at("reworded"+part).N+at("added"+part).N || at("moved"+part).N > sum {
					t.Fatalf("column %d, unit %d%s: %d its own, %d moved", c, unit, part, own, at("moved"+part).N)
				}
				if cut, kept := at("cut"+part), at("base kept"+part); cut.N+kept.N > kept.Of {
					t.Fatalf("column %d, unit %d%s: %d kept and %d cut of %d", c, unit, part, kept.N, cut.N, kept.Of)
				}
			}
			for _, name := range []string{"kept", "added", "base kept"} {
				if at(name+outside).N > at(name).N {
					t.Fatalf("column %d: more %s outside quotations than in all", c, name)
				}
			}
		}
		if kept := figures[report.PerSentence]["base kept"].Values[c]; kept.N != h.Tally.KeptOf || kept.Of != h.Tally.BaseOf {
			t.Fatalf("column %d: %d of %d kept, the head says %d of %d", c, kept.N, kept.Of, h.Tally.KeptOf, h.Tally.BaseOf)
		}
	}
}

func TestFiguresAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sources []text.Source
		for range rapid.IntRange(2, 4).Draw(t, "versions") {
			s := storyOf(t, "Paper")
			if rapid.Bool().Draw(t, "quoted") {
				s.Body = strings.Replace(s.Body, "the ", "“the ", 1) + "”"
			}
			sources = append(sources, s)
		}
		c, err := diff.Compare(context.Background(), sources, diff.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for base := range sources {
			checkFigures(t, report.New(c.Read(base), report.View{}))
		}
	})
}

// TestFiguresOfExtremes: identical texts are 100 %, unrelated ones 0 %.
func TestFiguresOfExtremes(t *testing.T) {
	other := "Snow fell on the upland farms all weekend.\nShepherds moved nine flocks down the valley.\nA school stayed shut."
	p := report.New(reading(t, 0, ferries[0], ferries[0], other), report.View{})
	checkFigures(t, p)
	for unit, list := range byName(p) {
		if unit != report.PerSentence && unit != report.PerWord {
			continue
		}
		for name, want := range map[string][2]int{"kept": {100, 0}, "base kept": {100, 0}, "added": {0, 100}, "its own": {0, 100}, "reworded": {0, 0}, "moved": {0, 0}} {
			for _, part := range []string{"", outside} {
				v := list[name+part].Values
				if got := [2]int{v[1].Percent(), v[2].Percent()}; got != want {
					t.Errorf("unit %d, %s%s: %v, want %v", unit, name, part, got, want)
				}
			}
		}
		if cut := list["cut"].Values; cut[1].N != 0 || unit == report.PerSentence && cut[2].N >= 0 {
			t.Errorf("cut of an identical text and of another story: %v", cut)
		}
	}
}

// TestFiguresByHand counts a small pair: a quotation kept, a word replaced, a
// sentence moved, one in house style, one cut, one added.
func TestFiguresByHand(t *testing.T) {
	base := "\"We will pay,\" said Ada Onslow.\nThe ferry Alder left Port Wick at noon with 90 people aboard.\nTugs reached it before dark on Sunday evening.\nIts engine lost 12 per cent of its power.\nNobody on the ferry was hurt at all."
	other := "Tugs reached it before dark on Sunday evening.\n\"We will pay,\" said Ada Onslow.\nThe ferry Alder left Port Wick at noon with 90 passengers aboard.\nIts engine lost 12 percent of its power.\nA choir of nine sang through the long night."
	figures := byName(report.New(reading(t, 0, base, other), report.View{}))
	for _, tt := range []struct {
		unit  report.Unit
		name  string
		n, of int
	}{
		{report.PerSentence, "kept", 2, 5}, {report.PerSentence, "style only", 1, 5}, {report.PerSentence, "reworded", 1, 5}, {report.PerSentence, "added", 1, 5},
		{report.PerSentence, "moved", 1, 5}, {report.PerSentence, "cut", 1, 5}, {report.PerSentence, "base kept", 3, 5},
		{report.PerWord, "kept", 6 + 8 + 11 + 7, 43}, {report.PerWord, "style only", 1, 43}, {report.PerWord, "reworded", 1, 43}, {report.PerWord, "added", 9, 43},
		{report.PerWord, "moved", 8, 43}, {report.PerWord, "cut", 8 + 1, 43},
		{report.PerWord, "kept" + outside, 3 + 8 + 11 + 7, 40},
	} {
		if v := figures[tt.unit][tt.name].Values[1]; v.N != tt.n || v.Of != tt.of {
			t.Errorf("unit %d, %s: %d of %d, want %d of %d", tt.unit, tt.name, v.N, v.Of, tt.n, tt.of)
		}
	}
}
