package board

import (
	"sort"

	"fyne.io/fyne/v2"

	"wirediff/diff/report"
)

// Focus returns the cell in focus, false if none is.
func (b *Board) Focus() (report.Place, bool) { return b.focus, b.focused }

// focusedColumn returns the head in focus, -1 if no cell is.
func (b *Board) focusedColumn() int {
	if !b.focused {
		return -1
	}
	return b.focus.Col
}

// FocusCell gives a cell the focus and brings it into view.
func (b *Board) FocusCell(p report.Place) {
	if b.layout == nil || p.Row < 0 || p.Row >= len(b.page.Rows) || p.Col < 0 || p.Col >= len(b.page.Heads) {
		return
	}
	b.focus, b.focused = p, true
	b.setPartner()
	b.revealColumn(p.Col)
	b.reveal(p.Row)
	b.redraw()
	if b.OnFocus != nil {
		b.OnFocus(p.Row, p.Col)
	}
}

// Unfocus takes the focus from the cell that has it.
func (b *Board) Unfocus() {
	if !b.focused {
		return
	}
	b.focused = false
	b.setPartner()
	b.redraw()
	if b.OnFocus != nil {
		b.OnFocus(-1, -1)
	}
}

// setPartner prepares the base's cell of the focused row: its words show
// what the focused cell lost or replaced.
func (b *Board) setPartner() {
	b.partner = flow{}
	c := b.composed
	if !b.focused || c == nil || c.pair || c.base < 0 || b.focus.Col == c.base || b.focus.Row >= len(b.page.Rows) {
		return
	}
	if len(b.page.Rows[b.focus.Row].Cells[c.base].Sentences) == 0 {
		return // a moved sentence: the base has it in another row
	}
	if runs := b.page.Partner(b.focus.Row, b.focus.Col); len(runs) > 0 {
		b.partner = c.flow(b.focus.Row, c.base, runs)
	}
}

// SetWalk says whether next and previous stop at moves only.
func (b *Board) SetWalk(moves bool) { b.moves = moves }

// changes returns the cells at which next and previous stop.
func (b *Board) changes() []report.Place {
	if !b.moves {
		return b.page.Changes
	}
	var out []report.Place
	for _, p := range b.page.Changes {
		if c := &b.page.Rows[p.Row].Cells[p.Col]; c.Verdict.Moved && !c.Ghost {
			out = append(out, p)
		}
	}
	return out
}

// ChangeCount returns how many changes the walk through the page has.
func (b *Board) ChangeCount() int {
	if b.page == nil {
		return 0
	}
	return len(b.changes())
}

// ChangeIndex returns which change has the focus, counted from 0; -1 if none.
func (b *Board) ChangeIndex() int {
	if b.page == nil || !b.focused {
		return -1
	}
	for i, p := range b.changes() {
		if p == b.focus {
			return i
		}
	}
	return -1
}

// NextChange gives the focus to the first change after the focused cell, or
// after the top of the view; false if there is none.
func (b *Board) NextChange() bool { return b.toChange(1) }

// PrevChange gives the focus to the last change before the focused cell.
func (b *Board) PrevChange() bool { return b.toChange(-1) }

// NextUnsure gives the focus to the first unsure match after the focused
// cell, or after the top of the view; false if there is none.
func (b *Board) NextUnsure() bool {
	if b.page == nil {
		return false
	}
	var list []report.Place
	for r := range b.page.Rows {
		for c := range b.page.Rows[r].Cells {
			if x := &b.page.Rows[r].Cells[c]; x.Verdict.Unsure && !x.Ghost {
				list = append(list, report.Place{Row: r, Col: c})
			}
		}
	}
	return b.toOne(list, 1)
}

func (b *Board) toChange(step int) bool {
	if b.layout == nil {
		return false
	}
	return b.toOne(b.changes(), step)
}

// toOne gives the focus to the next of list, which is in reading order.
func (b *Board) toOne(list []report.Place, step int) bool {
	if b.layout == nil || len(list) == 0 {
		return false
	}
	from := b.focus
	if !b.focused {
		from = report.Place{Row: b.layout.rowAt(b.scroll), Col: -1}
	}
	after := func(p report.Place) bool {
		return p.Row > from.Row || p.Row == from.Row && p.Col > from.Col
	}
	i := sort.Search(len(list), func(i int) bool { return after(list[i]) })
	if step < 0 {
		i = sort.Search(len(list), func(i int) bool { return after(list[i]) || list[i] == from }) - 1
	}
	if i < 0 || i >= len(list) {
		return false
	}
	b.FocusCell(list[i])
	return true
}

// OtherEnd goes from a moved cell to the place it left, or back; false if
// the focused cell is neither or its other end is folded.
func (b *Board) OtherEnd() bool {
	if b.page == nil || !b.focused {
		return false
	}
	chip := b.page.Rows[b.focus.Row].Cells[b.focus.Col].Chip
	if chip == nil || chip.Row < 0 {
		return false
	}
	if len(b.trail) == maxTrail {
		b.trail = b.trail[1:]
	}
	b.trail = append(b.trail, b.focus)
	b.FocusCell(report.Place{Row: chip.Row, Col: b.focus.Col})
	return true
}

// maxTrail is how many ways to another end can be gone back.
const maxTrail = 100

// Back goes back to where OtherEnd was called last; false if there is no way
// back. Another page has none.
func (b *Board) Back() bool {
	n := len(b.trail)
	if n == 0 {
		return false
	}
	at := b.trail[n-1]
	b.trail = b.trail[:n-1]
	b.FocusCell(at)
	return true
}

// enter does what a click on the focused cell's button does.
func (b *Board) enter() {
	if !b.focused || b.OnPick != nil && b.OnPick(b.focus) {
		return
	}
	switch row := &b.page.Rows[b.focus.Row]; row.Kind {
	case report.FoldedRow:
		if b.OnUnfold != nil {
			b.OnUnfold(b.focus.Row)
		}
	case report.FurnitureRow:
		b.toggleFurniture(b.focus.Row)
	default:
		b.OtherEnd()
	}
}

func (b *Board) toggleFurniture(row int) {
	b.open[row] = !b.open[row]
	b.rearrange()
}

// FocusGained is part of fyne.Focusable.
func (b *Board) FocusGained() { b.holds = true }

// FocusLost is part of fyne.Focusable.
func (b *Board) FocusLost() { b.holds = false }

// TypedRune is part of fyne.Focusable.
func (b *Board) TypedRune(r rune) {
	switch r {
	case 'n':
		b.NextChange()
	case 'p':
		b.PrevChange()
	case 'm':
		b.OtherEnd()
	default:
		if b.OnCommand != nil {
			b.OnCommand("", r)
		}
	}
}

// TypedKey is part of fyne.Focusable.
func (b *Board) TypedKey(e *fyne.KeyEvent) {
	if b.layout == nil {
		return
	}
	page := max(b.layout.m.line, b.bodyHeight()-2*b.layout.m.line)
	switch e.Name {
	case fyne.KeyUp:
		b.step(-1, 0)
	case fyne.KeyDown:
		b.step(1, 0)
	case fyne.KeyLeft:
		b.step(0, -1)
	case fyne.KeyRight:
		b.step(0, 1)
	case fyne.KeyPageUp:
		b.scrollBy(-page)
	case fyne.KeyPageDown, fyne.KeySpace:
		b.scrollBy(page)
	case fyne.KeyHome:
		b.scrollBy(-b.scroll)
	case fyne.KeyEnd:
		b.scrollBy(b.layout.height())
	case fyne.KeyReturn, fyne.KeyEnter:
		b.enter()
	case fyne.KeyEscape:
		if b.OnEscape != nil && b.OnEscape() {
			return
		}
		b.clearSelection()
		b.Unfocus()
	default:
		if b.OnCommand != nil {
			b.OnCommand(e.Name, 0)
		}
	}
}

// step moves the focus to a neighbouring cell; the first step takes the
// first cell in view.
func (b *Board) step(rows, cols int) {
	if len(b.page.Rows) == 0 {
		return
	}
	first, last := b.rowsInView()
	if !b.focused || b.focus.Row < first || b.focus.Row > last {
		at := report.Place{Row: first, Col: b.layout.cols[0].head}
		if b.focused {
			at.Col = b.focus.Col
		}
		if b.layout.tops[first] < b.scroll && first < last {
			at.Row++
		}
		for at.Row < last && !stops(&b.page.Rows[at.Row]) {
			at.Row++
		}
		b.FocusCell(at)
		return
	}
	p := b.focus
	p.Col = b.neighbour(p.Col, cols)
	if rows != 0 {
		for r := p.Row + rows; r >= 0 && r < len(b.page.Rows); r += rows {
			if stops(&b.page.Rows[r]) {
				p.Row = r
				break
			}
		}
		if p.Row == b.focus.Row {
			b.scrollBy(rows * 3 * b.layout.m.line)
			return
		}
	}
	b.FocusCell(p)
}

// stops reports whether the arrow keys stop at a row.
func stops(row *report.Row) bool { return row.Kind != report.HeadlineRow }

// neighbour returns the head left or right of another, in the order in which
// columns stand.
func (b *Board) neighbour(head, step int) int {
	if step == 0 {
		return head
	}
	order, _ := b.plan(b.layout.width).order(b.layout.m)
	for i, h := range order {
		if h == head && i+step >= 0 && i+step < len(order) {
			return order[i+step]
		}
	}
	return head
}
