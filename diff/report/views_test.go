package report_test

import (
	"slices"
	"strings"
	"testing"

	"wirediff/diff"
	"wirediff/diff/report"
)

// ferries are invented versions with a cut, an addition, a move, a split and
// rewordings.
var ferries = []string{
	"The ferry Alder left Port Wick at noon with 90 people aboard.\nIts engines stopped two miles off the lighthouse.\nTugs reached it before dark.\nNobody was hurt, the harbour office said.\nThe owners will pay for the tow.\nService resumes on Friday.",
	"The ferry Alder left Port Wick at noon with 90 passengers aboard.\nNobody was hurt, the harbour office said.\nIts engines stopped two miles off the lighthouse.\nTugs reached it before dark.\nA choir had been singing on deck.",
	"The ferry Alder left Port Wick at noon. It had 90 people aboard.\nIts engines stopped two miles off the lighthouse.\nNobody was hurt, the harbour office said.\nService resumes on Friday.",
}

func TestMatrixPresets(t *testing.T) {
	r := reading(t, 0, ferries...)
	m := report.NewMatrix(report.New(r, report.View{}))
	for _, p := range []struct {
		preset diff.Preset
		fits   func(report.MatrixRow) bool
	}{
		{diff.InAll, func(x report.MatrixRow) bool { return x.In == 3 }},
		{diff.MissingOne, func(x report.MatrixRow) bool { return x.In == 2 }},
		{diff.OnlyOne, func(x report.MatrixRow) bool { return x.In == 1 }},
		{diff.NotInBase, func(x report.MatrixRow) bool { return !x.Has[0] }},
	} {
		var got []int
		for _, row := range m.Rows {
			if row.See == "" && p.fits(row) {
				got = append(got, row.Unit)
			}
		}
		slices.Sort(got)
		if want := r.Preset(p.preset, nil); !slices.Equal(got, want) {
			t.Errorf("%s: matrix %v, reading %v", p.preset, got, want)
		}
	}
}

func TestMatrixTiles(t *testing.T) {
	m := report.NewMatrix(report.New(reading(t, 0, ferries...), report.View{}))
	var all []string
	for _, row := range m.Rows {
		line := row.Label + ":"
		for _, tile := range row.Tiles {
			line += " [" + tile.Word + tile.Note + "]"
		}
		all = append(all, line)
	}
	got := strings.Join(all, "\n")
	for _, want := range []string{"[base] [reworded] [split]", "[cut]", "[added]", "[from 4]"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

// TestChangeListHoldsEveryChange: runs taken together count every change once.
func TestChangeListHoldsEveryChange(t *testing.T) {
	p := report.New(reading(t, 0, ferries...), report.View{})
	n := 0
	for _, c := range report.ChangeList(p) {
		n += c.Rows
		if len(c.Runs) == 0 {
			t.Errorf("%s %s shows nothing", c.Label, c.Cell.Words())
		}
	}
	if n != len(p.Changes) {
		t.Errorf("%d changes in the list, %d on the page", n, len(p.Changes))
	}
}

// TestSlopes: each sentence of the base has a line or is in one cut run; each
// of the version has a line or is added.
func TestSlopes(t *testing.T) {
	s := report.NewSlopes(reading(t, 0, ferries...), []int{0, 1, 2})
	if len(s.Panels) != 2 || len(s.Base) != 6 {
		t.Fatalf("%d panels over %d sentences", len(s.Panels), len(s.Base))
	}
	for _, p := range s.Panels {
		from, to := make([]int, len(s.Base)), make([]int, p.Length)
		for _, l := range p.Lines {
			from[l.From]++
			to[l.To]++
		}
		for _, c := range p.Cuts {
			for n := c.From; n <= c.To; n++ {
				from[n] += 100
			}
		}
		for _, a := range p.Added {
			to[a] += 100
		}
		for n, k := range from {
			if k == 0 || k > 100 {
				t.Errorf("%s: base sentence %d is drawn %d times", p.Name, n, k)
			}
		}
		for n, k := range to {
			if k == 0 || k > 100 {
				t.Errorf("%s: sentence %d is drawn %d times", p.Name, n, k)
			}
		}
	}
	if last := s.Panels[0].Cuts; len(last) == 0 || !last[len(last)-1].Trim {
		t.Errorf("no bottom trim: %+v", last)
	}
	if s.Panels[0].Caption == "" || report.NewSlopes(reading(t, -1, ferries...), nil) != nil {
		t.Error("caption or base")
	}
}

// TestProof: without what is struck the proof is the version, in order.
func TestProof(t *testing.T) {
	for v := 1; v < len(ferries); v++ {
		p := report.NewProof(reading(t, 0, ferries...), v, report.View{})
		var kept, gone strings.Builder
		for _, part := range p.Parts {
			for _, r := range part.Runs {
				switch {
				case r.Mark == report.Number || part.Cell.Ghost:
				case r.Mark == report.Gone:
					gone.WriteString(r.Text + " ")
				default:
					kept.WriteString(r.Text)
				}
			}
			kept.WriteString(" ")
		}
		if got, want := squeeze(kept.String()), squeeze(ferries[v]); got != want {
			t.Errorf("version %d\n got %s\nwant %s", v, got, want)
		}
		if gone.Len() == 0 {
			t.Errorf("version %d: nothing is struck", v)
		}
	}
}

// squeeze leaves letters, digits and marks only.
func squeeze(s string) string {
	return strings.Join(strings.Fields(s), "")
}

func TestSum(t *testing.T) {
	got := report.Sum(reading(t, 0, ferries...), 1)
	for _, want := range []string{"keeps", "of 6 sentences", "moves 1", "adds 1"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
}
