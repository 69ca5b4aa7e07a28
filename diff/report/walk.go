package report

import (
	"fmt"
	"slices"

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
// base a row counts once. Under a filter only the cells count that it asks
// for, not what else stands in their rows.
func (p *Page) walk() {
	type key struct {
		unit int32
		col  int
	}
	seen := make(map[key]bool)
	for r, row := range p.Rows {
		for c := range row.Cells {
			cell := &row.Cells[c]
			if cell.Unit == none || cell.Ghost || !p.walksTo(cell.Verdict, p.Heads[c].Version) {
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

// walksTo reports whether next and previous stop at a cell of that version:
// at a change that the filter keeps, and at whatever status it asks for by
// name.
func (p *Page) walksTo(d diff.Verdict, version int) bool {
	f := p.View.Filter
	if f.Versions != nil && !slices.Contains(f.Versions, version) || !f.fits(d, p.View.StyleMode) {
		return false
	}
	return IsChange(d, p.View.StyleMode) || f.Statuses&(1<<d.Status) != 0
}

// Toggled returns the filter with the cells of a version left out, or kept
// again, of all the versions that can be; all of them are no choice, and so
// are none.
func (f Filter) Toggled(version int, all []int) Filter {
	kept := f.Versions
	if kept == nil {
		kept = all
	}
	var next []int
	for _, v := range all {
		if slices.Contains(kept, v) != (v == version) {
			next = append(next, v)
		}
	}
	if len(next) == len(all) || len(next) == 0 {
		next = nil
	}
	f.Versions = next
	return f
}
