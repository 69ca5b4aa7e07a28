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

// TestMergedElsewhere: a cell that prints nothing and is no cut says where
// its text went, and that row exists and prints it.
func TestMergedElsewhere(t *testing.T) {
	found := 0
	rapid.Check(t, func(t *rapid.T) {
		var sources []text.Source
		for range rapid.IntRange(2, 4).Draw(t, "versions") {
			sources = append(sources, storyOf(t, "Paper"))
		}
		c, err := diff.Compare(context.Background(), sources, diff.Options{})
		if err != nil {
			t.Fatal(err)
		}
		p := report.New(c.Read(0), report.View{})
		for _, row := range p.Rows {
			for col := range row.Cells {
				cell := &row.Cells[col]
				s := cell.Verdict.Status
				if cell.Unit < 0 || cell.Ghost || len(cell.Sentences) > 0 || s < diff.Kept || s > diff.Merged {
					continue
				}
				found++
				label, ok := strings.CutPrefix(cell.Part, "into ")
				if !ok || !prints(p, label, col) {
					t.Fatalf("row %s, column %d: %q\n%s", row.Label, col, cell.Words(), sketch(p))
				}
			}
		}
	})
	t.Logf("%d such cells", found)
}

// prints reports whether the row with this label has text in the column.
func prints(p *report.Page, label string, col int) bool {
	for _, row := range p.Rows {
		if row.Label == label && row.Cells[col].Unit >= 0 {
			return true
		}
	}
	return false
}
