package report_test

import (
	"strings"
	"testing"
	"unicode"

	"wirediff/diff/report"
)

// wordsOf counts the words of a column as a reader would.
func wordsOf(p *report.Page, col int) int {
	var b strings.Builder
	b.WriteString(strings.ReplaceAll(p.Heads[col].Title, "…", ""))
	for _, row := range p.Rows {
		for _, r := range row.Cells[col].Runs {
			if r.Mark != report.Number {
				b.WriteString(" " + r.Text)
			}
		}
	}
	return len(strings.FieldsFunc(b.String(), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '\'' && r != '’'
	}))
}

// TestExcerptLimit: no column ever shows more words than the limit, and the
// page it was made from stays whole.
func TestExcerptLimit(t *testing.T) {
	p := report.New(reading(t, 0, ferries...), report.View{})
	whole := wordsOf(p, 0)
	for _, limit := range []int{1, 2, 7, 20, 33, 1000} {
		cut := p.Share(report.Sharing{Excerpt: limit})
		for c := range cut.Heads {
			if n := wordsOf(cut, c); n > limit {
				t.Errorf("limit %d: column %d shows %d words", limit, c, n)
			}
		}
	}
	if wordsOf(p, 0) != whole {
		t.Error("the page itself was cut")
	}
}

func TestHiddenNames(t *testing.T) {
	p := report.New(reading(t, 0, "A said it first.\nMore from Wick.", "A said it first.\nOther words."), report.View{})
	hidden := p.Share(report.Sharing{HideNames: true})
	if hidden.Heads[1].Name != "Outlet B" || p.Heads[1].Name != "B" {
		t.Errorf("%q, %q", hidden.Heads[1].Name, p.Heads[1].Name)
	}
	for _, f := range report.Colophon(hidden, report.Sharing{HideNames: true}, "Wirediff", "") {
		if strings.Contains(f.Text, ".txt") {
			t.Errorf("a file is named: %s", f.Text)
		}
	}
}

// TestFiguresAddUp: statuses add up to the rows of the base and the version;
// words add up to the version; identical texts are 100 %, unrelated 0 %.
func TestFiguresAddUp(t *testing.T) {
	same := ferries[0]
	other := "Snow fell on the upland farms all weekend.\nShepherds moved nine flocks down the valley.\nA school stayed shut."
	p := report.New(reading(t, 0, ferries[0], ferries[1], same, other), report.View{})
	by := map[string]report.Figure{}
	for _, f := range report.Figures(p) {
		if f.Definition == "" {
			t.Errorf("%s has no definition", f.Name)
		}
		by[f.Name] = f
	}
	for c := 1; c < 4; c++ {
		words := by["words verbatim"].Values[c].N + by["words rewritten"].Values[c].N + by["words new"].Values[c].N
		if words != by["words"].Values[c].N {
			t.Errorf("column %d: %d words of %d", c, words, by["words"].Values[c].N)
		}
	}
	if got := by["base kept"].Values[2].Percent(); got != 100 {
		t.Errorf("identical: %d %%", got)
	}
	if got := by["base kept"].Values[3].Percent(); got != 0 {
		t.Errorf("unrelated: %d %%", got)
	}
	if by["words verbatim"].Values[3].Percent() != 0 || by["words new"].Values[2].N != 0 {
		t.Error("words of identical or unrelated texts")
	}
}
