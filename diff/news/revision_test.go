package news

import (
	"testing"

	"wirediff/diff/text"
)

func TestRevisions(t *testing.T) {
	const body = "The ferry sank on Monday.\n\nDivers lead the search in 2 places.\n"
	for _, c := range []struct {
		source text.Source
		want   Revision
	}{
		{text.Source{Revision: text.Field{Value: "1st Ld-Writethru"}, Body: body}, Revision{"lead", 1, "1st Ld"}},
		{text.Source{Title: text.Field{Value: "UPDATE 2-Ferry sinks off Selmar"}, Body: body}, Revision{"update", 2, "UPDATE 2"}},
		{text.Source{Title: text.Field{Value: "Ferry sinks off Selmar (2nd Lead)"}, Body: body}, Revision{"lead", 2, "2nd Lead"}},
		{text.Source{Title: text.Field{Value: "CORRECTED-Ferry sinks off Selmar"}, Body: body}, Revision{"correction", 0, "CORRECTED"}},
		{text.Source{Note: text.Field{Value: "this version CORRECTS the name of the ferry"}, Body: body}, Revision{"correction", 0, "CORRECTS"}},
		{text.Source{Title: text.Field{Value: "3. Zusammenfassung"}, Body: body}, Revision{"summary", 3, "3. Zusammenfassung"}},
		{text.Source{Body: "UPDATE 4-" + body}, Revision{"update", 4, "UPDATE 4"}},
		{text.Source{Note: text.Field{Value: "Eds: RECASTS with the captain's arrest"}, Body: body}, Revision{"recast", 0, "RECASTS"}},
		{text.Source{Note: text.Field{Value: "Eds: ADDS quotes, background"}, Body: body}, Revision{"addition", 0, "ADDS"}},
		{text.Source{Revision: text.Field{Value: "2nd Ld-Writethru"}, Body: body}, Revision{"lead", 2, "2nd Ld"}},
		{text.Source{Title: text.Field{Value: "HARBOUR ADDS TWO FERRIES"}, Body: body}, Revision{}},
		{text.Source{Body: body}, Revision{}},
		{text.Source{Title: text.Field{Value: "Rovers take 2nd lead of the season"}, Body: "An update 2 weeks later corrected nothing.\n"}, Revision{}},
		{text.Source{Title: text.Field{Value: "Update 2 of the software is out"}, Body: body}, Revision{}},
	} {
		got, ok := RevisionOf(text.Segment(c.source))
		if got != c.want || ok != (c.want != Revision{}) {
			t.Errorf("%q %q: %+v, want %+v", c.source.Title.Value, c.source.Body[:20], got, c.want)
		}
	}
}

// TestHandOf: two versions of the wire differ by the wire's own hand, whatever
// an outlet does is its edit, and nothing is said where a tag is missing.
func TestHandOf(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Hand
	}{
		{"wire 1", "wire 2", WireHand},
		{"wire 2", "outlet", OutletHand},
		{"outlet", "wire 1", OutletHand},
		{"outlet", "outlet", OutletsTwo},
		{"wire 1", "", ""},
		{"", "", ""},
	} {
		a, b := text.Segment(text.Source{Tag: c.a, Body: "One."}), text.Segment(text.Source{Tag: c.b, Body: "Two."})
		if got := HandOf(a, b); got != c.want {
			t.Errorf("%q, %q: %q, want %q", c.a, c.b, got, c.want)
		}
	}
}
