package report_test

import (
	"context"
	"reflect"
	"testing"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/text"
)

// TestRelatedIsNeverCounted: without its related pairs a comparison has the
// same verdicts, tallies, figures and changes; the cells alone say less.
func TestRelatedIsNeverCounted(t *testing.T) {
	versions := []text.Source{
		{Name: "a", Body: "The harbour bridge closes on Monday for repairs.\n\nCommuters will be sent over the old ferry pier until spring.\n\n" +
			"The mayor opened a school.\n\nTwo bakers won a prize for rye bread.\n\nA choir sang at noon."},
		{Name: "b", Body: "The harbour bridge closes on Monday for repairs.\n\nSnow fell on the hills.\n\nRoads were icy in the north.\n\n" +
			"A new ferry for commuters will call at the old pier, its operator said.\n\nSchools in the valley are shut."},
	}
	c, err := diff.Compare(context.Background(), versions, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Pairs[0].Related) == 0 {
		t.Fatal("no pair is related: the test tests nothing")
	}
	bare := *c
	bare.Pairs = append([]diff.Pair(nil), c.Pairs...)
	for i := range bare.Pairs {
		bare.Pairs[i].Related = nil
	}
	for base := -1; base < 2; base++ {
		with, without := c.Read(base), bare.Read(base)
		if !reflect.DeepEqual(with.Verdicts, without.Verdicts) || !reflect.DeepEqual(with.Tallies, without.Tallies) {
			t.Errorf("base %d: verdicts or tallies differ", base)
		}
		p, q := report.New(with, report.View{}), report.New(without, report.View{})
		if !reflect.DeepEqual(report.Figures(p), report.Figures(q)) || !reflect.DeepEqual(p.Changes, q.Changes) || p.Folded != q.Folded {
			t.Errorf("base %d: figures or changes differ", base)
		}
		said := 0
		for r := range p.Rows {
			for k := range p.Rows[r].Cells {
				if p.Rows[r].Cells[k].Related != "" {
					said++
				}
			}
		}
		if (said > 0) != (base >= 0) {
			t.Errorf("base %d: %d cells say what they are related to", base, said)
		}
	}
}
