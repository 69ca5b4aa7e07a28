package report

import (
	"fmt"

	"wirediff/diff"
)

// label numbers runs of added cells in each column: "1 of 3". A cell with
// other text, a cut, a ghost or a folded row ends a run.
func (p *Page) label() {
	for c := range p.Heads {
		var run []*Cell
		flush := func() {
			for i, cell := range run {
				if len(run) > 1 {
					cell.Part = fmt.Sprintf("%d of %d", i+1, len(run))
				}
			}
			run = run[:0]
		}
		for r := range p.Rows {
			cell := &p.Rows[r].Cells[c]
			switch {
			case p.Rows[r].Kind == FoldedRow:
				flush()
			case cell.Unit == none || cell.Verdict.Status == diff.Absent:
			case own(cell):
				run = append(run, cell)
			default:
				flush()
			}
		}
		flush()
	}
}

// own reports whether the cell holds text that only stands at this outlet's
// place, and was not moved there.
func own(c *Cell) bool {
	return (c.Verdict.Status == diff.Added || c.Verdict.Status == diff.OnlyHere) && len(c.Sentences) > 0 && c.Chip == nil
}

// walk lists the changes in reading order: each changed cell once, at the
// first place where it is printed, cuts at the place they left. Without a
// base a row counts once.
func (p *Page) walk() {
	type key struct {
		unit int32
		col  int
	}
	seen := make(map[key]bool)
	for r, row := range p.Rows {
		for c := range row.Cells {
			cell := &row.Cells[c]
			if cell.Unit == none || cell.Ghost || !IsChange(cell.Verdict, p.View.StyleMode) {
				continue
			}
			k := key{cell.Unit, c}
			if p.Reading.Base < 0 {
				k.col = 0
			}
			if !seen[k] {
				seen[k] = true
				p.Changes = append(p.Changes, Place{r, c})
			}
		}
	}
}
