package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"wirediff/diff/report"
)

// dragKind says what the pressed mouse moves.
type dragKind uint8

const (
	dragNothing dragKind = iota
	dragText             // a selection
	dragHead             // a column to another place
	dragEdge             // the edge between two columns
	dragThumb            // the scroll bar
)

// mouseState is what the mouse is doing.
type mouseState struct {
	drag   dragKind
	moved  bool // further than a click
	x, y   int  // where it was pressed
	col    int  // the column pressed on, or left of the edge
	to     int  // where a dragged column would go
	scroll int  // scroll position when pressed
	cursor desktop.Cursor
	hover  report.Place
	over   bool
}

// edgeReach is how near to the edge of a column the mouse takes hold of it,
// and how far it may slip in a click, in pixels.
const edgeReach = 4

// MouseDown is part of desktop.Mouseable.
func (b *Board) MouseDown(e *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
		c.Focus(b)
	}
	if b.layout == nil {
		return
	}
	x, y := int(e.Position.X), int(e.Position.Y)
	if e.Button == desktop.MouseButtonSecondary {
		b.menu(x, y, e.AbsolutePosition)
		return
	}
	drag, col := b.grip(x, y)
	b.mouse = mouseState{drag: drag, x: x, y: y, col: col, to: -1, scroll: b.scroll, cursor: b.mouse.cursor}
	if drag == dragText {
		at, _ := b.offsetAt(x, y, col)
		b.selection = selection{head: col, anchor: at, caret: at}
	}
}

// grip returns what lies under the mouse to take hold of.
func (b *Board) grip(x, y int) (dragKind, int) {
	if top, h := b.thumb(); h > 0 && x >= int(b.Size().Width)-scrollBarWidth && y >= top && y < top+h {
		return dragThumb, -1
	}
	if col := b.edgeAt(x, y); col >= 0 {
		return dragEdge, col
	}
	col := b.columnAt(x)
	switch {
	case col < 0:
		return dragNothing, -1
	case y < b.layout.headHeight():
		return dragHead, col
	}
	return dragText, col
}

// edgeAt returns the column whose right edge is at x in the header, -1 if none is.
func (b *Board) edgeAt(x, y int) int {
	if y >= b.layout.headHeight() || b.layout.pair {
		return -1
	}
	for i, c := range b.layout.cols {
		if i+1 < len(b.layout.cols) && x >= c.x+c.w-edgeReach && x <= c.x+c.w+edgeReach {
			return c.head
		}
	}
	return -1
}

// menu asks for the menu of what was clicked.
func (b *Board) menu(x, y int, at fyne.Position) {
	if y < b.layout.headHeight() {
		if col := b.columnAt(x); col >= 0 && b.OnHeadMenu != nil {
			b.OnHeadMenu(col, at)
		}
		return
	}
	if p, ok := b.placeOf(x, y); ok {
		b.FocusCell(p)
		if b.OnCellMenu != nil {
			b.OnCellMenu(p, at)
		}
	}
}

// Dragged is part of fyne.Draggable.
func (b *Board) Dragged(e *fyne.DragEvent) {
	if b.layout == nil {
		return
	}
	x, y := int(e.Position.X), int(e.Position.Y)
	m := &b.mouse
	if !m.moved && abs(x-m.x) <= edgeReach && abs(y-m.y) <= edgeReach {
		return
	}
	m.moved = true
	switch m.drag {
	case dragText:
		b.selectTo(x, y)
	case dragHead:
		m.to = b.dropAt(x)
	case dragEdge:
		b.moveEdge(x)
		return
	case dragThumb:
		_, h := b.thumb()
		if room := b.bodyHeight() - h; room > 0 {
			b.scrollTo(m.scroll + (y-m.y)*(b.layout.height()+2*b.layout.m.line-b.bodyHeight())/room)
		}
	}
	b.redraw()
}

// selectTo moves the end of the selection, and scrolls where the mouse
// leaves the body.
func (b *Board) selectTo(x, y int) {
	switch {
	case y < b.layout.headHeight():
		b.scrollTo(b.scroll - b.layout.m.line)
	case y > int(b.Size().Height):
		b.scrollTo(b.scroll + b.layout.m.line)
	}
	if at, ok := b.offsetAt(x, y, b.selection.head); ok {
		b.selection.caret = at
		b.selection.on = b.selection.caret != b.selection.anchor
	}
}

// dropAt returns before which head a column dropped at x would stand.
func (b *Board) dropAt(x int) int {
	for _, c := range b.layout.cols {
		if x < c.x+c.w/2 {
			return c.head
		}
	}
	return len(b.page.Heads)
}

// DragEnd is part of fyne.Draggable.
func (b *Board) DragEnd() {
	m := b.mouse
	b.mouse.drag, b.mouse.to = dragNothing, -1
	if m.drag == dragEdge && m.moved {
		b.tellWidths()
	}
	if m.drag == dragHead && m.moved && m.to >= 0 && m.to != m.col && m.to != m.col+1 && b.OnReorder != nil {
		b.OnReorder(m.col, m.to)
	}
	b.redraw()
}

// MouseUp is part of desktop.Mouseable: a press that did not move is a click.
func (b *Board) MouseUp(e *desktop.MouseEvent) {
	m := b.mouse
	if b.layout == nil || m.moved || e.Button != desktop.MouseButtonPrimary {
		return
	}
	b.mouse.drag = dragNothing
	x, y := int(e.Position.X), int(e.Position.Y)
	switch {
	case m.drag == dragHead:
		if b.OnHeadMenu != nil {
			b.OnHeadMenu(m.col, e.AbsolutePosition)
		}
	case m.drag == dragNothing && x >= int(b.Size().Width)-scrollBarWidth:
		b.pageTowards(y)
	default:
		if v := b.stubAt(x); v >= 0 && b.OnStub != nil {
			b.OnStub(v)
		} else if p, ok := b.placeOf(x, y); ok {
			b.click(p, x, y)
		}
	}
}

// stubAt returns the hidden version whose stub is at x, -1 if none is.
func (b *Board) stubAt(x int) int {
	for _, s := range b.layout.stubs {
		if x >= s.x && x < s.x+stubWidth {
			return s.version
		}
	}
	return -1
}

func (b *Board) pageTowards(y int) {
	if top, h := b.thumb(); h > 0 && y < top {
		b.scrollBy(-b.bodyHeight())
	} else if h > 0 {
		b.scrollBy(b.bodyHeight())
	}
}

// click gives a cell the focus; on the button of a move, on a ghost, and on
// folded lines it also does what they are for.
func (b *Board) click(p report.Place, x, y int) {
	cell := &b.page.Rows[p.Row].Cells[p.Col]
	kind := b.page.Rows[p.Row].Kind
	b.FocusCell(p)
	if b.OnPick != nil && b.OnPick(p) {
		return
	}
	switch {
	case kind == report.FoldedRow, kind == report.FurnitureRow:
		b.enter()
	case cell.Ghost, cell.Chip != nil && b.onChip(p, x, y):
		b.OtherEnd()
	}
}

// onChip reports whether a point lies on the button of a moved cell.
func (b *Board) onChip(p report.Place, x, y int) bool {
	l := b.layout
	if l.pair {
		return p.Col == 1 && x < l.cols[1].text
	}
	top := l.headHeight() + l.tops[p.Row] - b.scroll + l.box(p.Row).gap
	for _, c := range l.cols {
		if c.head == p.Col {
			row := &b.page.Rows[p.Row]
			ls := fitLabels(row, &row.Cells[p.Col], &b.look.Palette, l.set, c.wrap)
			return len(ls) > 0 && ls[0].chip && y >= top && y < top+l.box(p.Row).band && x >= c.text && x < c.text+ls[0].width(l.set)
		}
	}
	return false
}

// MouseIn is part of desktop.Hoverable.
func (b *Board) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved is part of desktop.Hoverable: the cursor changes and the cell
// is told in words; nothing is painted.
func (b *Board) MouseMoved(e *desktop.MouseEvent) {
	if b.layout == nil {
		return
	}
	x, y := int(e.Position.X), int(e.Position.Y)
	p, ok := b.placeOf(x, y)
	b.mouse.cursor = b.cursorAt(x, y, p, ok)
	if ok == b.mouse.over && p == b.mouse.hover {
		return
	}
	b.mouse.hover, b.mouse.over = p, ok
	if b.OnStatusHover == nil {
		return
	}
	if !ok {
		b.OnStatusHover("")
		return
	}
	b.OnStatusHover(b.Describe(p))
}

func (b *Board) cursorAt(x, y int, p report.Place, on bool) desktop.Cursor {
	switch {
	case b.edgeAt(x, y) >= 0:
		return desktop.HResizeCursor
	case y < b.layout.headHeight() && b.columnAt(x) >= 0, b.stubAt(x) >= 0:
		return desktop.PointerCursor
	case on && (b.page.Rows[p.Row].Kind > report.HeadlineRow || b.page.Rows[p.Row].Cells[p.Col].Ghost || b.onChip(p, x, y)):
		return desktop.PointerCursor
	case on && len(b.page.Rows[p.Row].Cells[p.Col].Runs) > 0:
		return desktop.TextCursor
	}
	return desktop.DefaultCursor
}

// MouseOut is part of desktop.Hoverable.
func (b *Board) MouseOut() {
	b.mouse.over = false
	if b.OnStatusHover != nil {
		b.OnStatusHover("")
	}
}

// Cursor is part of desktop.Cursorable.
func (b *Board) Cursor() desktop.Cursor {
	if b.mouse.cursor == nil {
		return desktop.DefaultCursor
	}
	return b.mouse.cursor
}

// drawDrag shows where a dragged column would go.
func (b *Board) drawDrag() {
	m := &b.mouse
	if m.drag != dragHead || !m.moved || m.to < 0 {
		return
	}
	cols := b.layout.cols
	x := cols[len(cols)-1].x + cols[len(cols)-1].w
	for _, c := range cols {
		if c.head == m.to {
			x = c.x
		}
	}
	u := b.layout.m.u
	b.scene.rect(layerTop, x-2*u, 0, 4*u, int(b.Size().Height), b.look.Palette.Focus)
}

func abs(n int) int { return max(n, -n) }
