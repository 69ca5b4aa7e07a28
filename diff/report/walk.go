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

// Total adds up the tallies of the columns that are shown, the base aside.
func (p *Page) Total() diff.Tally {
	var sum diff.Tally
	for _, h := range p.Heads {
		if h.Base {
			continue
		}
		for s, n := range h.Tally.Count {
			sum.Count[s] += n
		}
		sum.Moved += h.Tally.Moved
		sum.Unsure += h.Tally.Unsure
		sum.Sentences += h.Tally.Sentences
		sum.Words += h.Tally.Words
	}
	return sum
}
