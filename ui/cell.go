package ui

import (
	"wirediff/diff"
	"wirediff/diff/report"
)

// cell is what one version has in one row of the comparison; the window's
// corrections and explanations are about pairs of them.
type cell struct {
	version   int     // index into Result.Versions
	row       int     // of the collation
	sentences []int32 // ascending; none for a cut
	name      string  // "B 14"
}

// cellAt returns the cell at a place of the page; false for headlines,
// furniture and folded rows.
func (w *Window) cellAt(p report.Place) (cell, bool) {
	if w.page == nil || p.Row < 0 || p.Row >= len(w.page.Rows) || p.Col < 0 || p.Col >= len(w.page.Heads) {
		return cell{}, false
	}
	row := &w.page.Rows[p.Row]
	on := &row.Cells[p.Col]
	unit := int(on.Unit)
	if unit < 0 {
		unit = row.Unit
	}
	if row.Kind != report.TextRow || unit < 0 {
		return cell{}, false
	}
	c := w.cellOf(unit, w.page.Heads[p.Col].Version)
	c.name = w.page.Heads[p.Col].Letter + " " + row.Label
	if len(on.Sentences) > 0 { // a part of it may stand elsewhere
		c.sentences = on.Sentences
	}
	return c, true
}

// cellOf returns the whole cell of a version in a row of the collation.
func (w *Window) cellOf(row, version int) cell {
	return cell{version, row, w.reading.Rows[row].Cells[version].Sentences, letter(version) + " " + w.rowLabel(row)}
}

// rowLabel returns the number that the page prints beside a row of the
// collation, "" if it is folded.
func (w *Window) rowLabel(row int) string {
	for i := range w.page.Rows {
		if r := &w.page.Rows[i]; r.Kind == report.TextRow && r.Unit == row {
			return r.Label
		}
	}
	return ""
}

// cellHere returns the cell in focus, and says so if there is none.
func (w *Window) cellHere() (cell, bool) {
	at, focused := w.stage.board.Focus()
	if focused {
		if c, ok := w.cellAt(at); ok {
			return c, true
		}
	}
	w.say(tr("Go to a sentence first."), "", nil)
	return cell{}, false
}

// partners returns the cells that c was matched with: the base's, or, for the
// base itself and without one, those of every other version in its row.
func (w *Window) partners(c cell) []cell {
	base := w.reading.Base
	if base >= 0 && base != c.version {
		return withText(w.cellOf(c.row, base))
	}
	var out []cell
	for v := range w.reading.Versions {
		if v != c.version {
			out = append(out, withText(w.cellOf(c.row, v))...)
		}
	}
	return out
}

// withText returns c, or nothing if c has no sentence.
func withText(c cell) []cell {
	if len(c.sentences) == 0 {
		return nil
	}
	return []cell{c}
}

// hands returns one correction for each pair of sentences of two cells.
func (w *Window) hands(op diff.HandOp, a, b cell) []diff.Hand {
	var out []diff.Hand
	for _, i := range a.sentences {
		for _, j := range b.sentences {
			out = append(out, diff.Hand{Op: op, A: diff.PlaceOf(w.reading.Versions[a.version], i), B: diff.PlaceOf(w.reading.Versions[b.version], j)})
		}
	}
	return out
}
