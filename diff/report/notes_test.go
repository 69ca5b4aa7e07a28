package report_test

import (
	"slices"
	"testing"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/session"
)

// ferryNotes are notes on a version, a row, a moved cell, a cut cell, and on a
// sentence that is gone.
func ferryNotes(r *diff.Reading) []session.Note {
	at := func(v int, s int32) diff.Place { return diff.PlaceOf(r.Versions[v], s) }
	return []session.Note{
		{On: session.OnCell, Place: at(1, 1), Tag: "accuracy", Text: "Who said so?"},
		{On: session.OnVersion, Place: diff.Place{Version: diff.VersionName(r.Versions[2])}, Text: "Filed late."},
		{On: session.OnCell, Place: at(0, 4), In: diff.VersionName(r.Versions[1]), Tag: "legal", Text: "Why was it cut?"},
		{On: session.OnRow, Place: at(0, 2), Tag: "style", Text: "Tugs."},
		{On: session.OnRow, Place: diff.Place{Version: diff.VersionName(r.Versions[0]), Sentence: "It sank."}, Text: "Gone."},
	}
}

func remarkWords(p *report.Page) (out []string) {
	for _, r := range p.Remarks {
		out = append(out, r.Words()+": "+r.Text)
	}
	return out
}

func TestNotesOnThePage(t *testing.T) {
	r := reading(t, 0, ferries...)
	p := report.New(r, report.View{Notes: ferryNotes(r)})
	want := []string{"C: Filed late.", "B 1a, accuracy: Who said so?", "row 3, style: Tugs.", "B 5, legal: Why was it cut?", "not in the texts any more: Gone."}
	if got := remarkWords(p); !slices.Equal(got, want) {
		t.Errorf("remarks\n%q, want\n%q\n%s", got, want, sketch(p))
	}
	marks := 0
	for _, row := range p.Rows {
		for _, c := range row.Cells {
			if c.Note != "" {
				marks++
			}
		}
	}
	if marks != 3 {
		t.Errorf("%d cells are marked, want 3", marks)
	}
	for _, n := range p.Share(report.Sharing{}).Rows {
		for _, c := range n.Cells {
			if c.Note != "" {
				t.Error("a note is shared that shall not be")
			}
		}
	}
}

// TestNotesStayUnderEveryBase: the same notes on the same words, whatever the
// base, the order of columns and the filter.
func TestNotesStayUnderEveryBase(t *testing.T) {
	first := reading(t, 0, ferries...)
	notes := ferryNotes(first)
	for base := -1; base < 3; base++ {
		r := reading(t, base, ferries...)
		p := report.New(r, report.View{Notes: notes, Order: []int{2, 1, 0}, Filter: report.Filter{Changes: true}})
		if len(p.Remarks) != len(notes) {
			t.Fatalf("base %d: %d remarks of %d", base, len(p.Remarks), len(notes))
		}
		for _, m := range p.Remarks {
			n := notes[m.Note]
			if n.On != session.OnCell || n.In != "" || m.Place.Row < 0 {
				continue
			}
			v, s, _ := n.Place.Find(r.Versions)
			cell := p.Rows[m.Place.Row].Cells[m.Place.Col]
			if p.Heads[m.Place.Col].Version != v || !slices.Contains(cell.Sentences, s) || cell.Note == "" {
				t.Errorf("base %d: the note %q stands at another cell", base, n.Text)
			}
		}
	}
}

func TestSeveralNotesOnOneCell(t *testing.T) {
	r := reading(t, 0, ferries...)
	at := diff.PlaceOf(r.Versions[1], 0)
	p := report.New(r, report.View{Notes: []session.Note{
		{On: session.OnCell, Place: at, Tag: "style", Text: "x"}, {On: session.OnCell, Place: at, Tag: "legal", Text: "y"}, {On: session.OnCell, Place: at, Text: "z"}}})
	if got := p.Rows[p.Remarks[0].Place.Row].Cells[1].Note; got != "3 notes: legal, style" {
		t.Errorf("mark %q", got)
	}
}
