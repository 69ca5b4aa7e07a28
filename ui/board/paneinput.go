package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Scrolled is part of fyne.Scrollable; with Control the text size changes.
func (p *pane) Scrolled(e *fyne.ScrollEvent) {
	if p.board.page == nil || p.board.zoomed(e) {
		return
	}
	if e.Scrolled.DX != 0 && e.Scrolled.DY == 0 {
		step := 1
		if e.Scrolled.DX > 0 {
			step = -1
		}
		p.step(0, step)
		return
	}
	p.scrollBy(-round(float64(e.Scrolled.DY)))
}

// MouseDown is part of desktop.Mouseable.
func (p *pane) MouseDown(e *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.body.ground); c != nil {
		if f, ok := p.shape.(fyne.Focusable); ok {
			c.Focus(f)
		}
	}
	x, y := int(e.Position.X), int(e.Position.Y)
	p.drag = -1
	if top, h := p.thumb(); h > 0 && x >= p.view().width && y >= top && y < top+h {
		p.drag = y - top
	}
}

// MouseUp is part of desktop.Mouseable: a click gives the focus to a cell, a
// click on the cell in focus opens it in the columns.
func (p *pane) MouseUp(e *desktop.MouseEvent) {
	held := p.drag >= 0
	p.drag = -1
	x, y := int(e.Position.X), int(e.Position.Y)
	if held || p.board.page == nil {
		return
	}
	if x >= p.view().width {
		p.pageTowards(y)
		return
	}
	at, ok := p.shape.placeAt(x, y)
	switch was, focused := p.board.Focus(); {
	case ok && e.Button == desktop.MouseButtonSecondary:
		p.board.FocusCell(at)
		if p.board.OnCellMenu != nil {
			p.board.OnCellMenu(at, e.AbsolutePosition)
		}
	case ok && focused && was == at:
		p.open()
	case ok:
		p.board.FocusCell(at)
	default:
		p.shape.press(x, y)
	}
}

func (p *pane) pageTowards(y int) {
	seen, _ := p.room()
	if top, h := p.thumb(); h > 0 && y < top {
		p.scrollBy(-seen)
	} else if h > 0 {
		p.scrollBy(seen)
	}
}

// Dragged is part of fyne.Draggable: only the scroll bar can be dragged.
func (p *pane) Dragged(e *fyne.DragEvent) {
	_, h := p.thumb()
	seen, all := p.room()
	head, _ := p.shape.sizes()
	if p.drag < 0 || seen <= h {
		return
	}
	p.scrollBy((int(e.Position.Y)-p.drag-head)*(all-seen)/(seen-h) - p.scroll)
}

// DragEnd is part of fyne.Draggable.
func (p *pane) DragEnd() { p.drag = -1 }

// MouseIn is part of desktop.Hoverable.
func (p *pane) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved is part of desktop.Hoverable; nothing is painted.
func (p *pane) MouseMoved(e *desktop.MouseEvent) {
	if p.board.page == nil {
		return
	}
	at, ok := p.shape.placeAt(int(e.Position.X), int(e.Position.Y))
	p.cursor = desktop.DefaultCursor
	if ok {
		p.cursor = desktop.PointerCursor
	}
	if ok == p.over && at == p.hover {
		return
	}
	p.over, p.hover = ok, at
	if p.board.OnStatusHover == nil {
		return
	}
	words := ""
	if ok {
		words = p.board.Describe(at)
	}
	p.board.OnStatusHover(words)
}

// MouseOut is part of desktop.Hoverable.
func (p *pane) MouseOut() {
	p.over = false
	if p.board.OnStatusHover != nil {
		p.board.OnStatusHover("")
	}
}

// Cursor is part of desktop.Cursorable.
func (p *pane) Cursor() desktop.Cursor {
	if p.cursor == nil {
		return desktop.DefaultCursor
	}
	return p.cursor
}

// FocusGained is part of fyne.Focusable.
func (p *pane) FocusGained() {}

// FocusLost is part of fyne.Focusable.
func (p *pane) FocusLost() {}

// TypedRune is part of fyne.Focusable: letters are those of the board.
func (p *pane) TypedRune(r rune) { p.board.TypedRune(r) }

// TypedShortcut is part of fyne.Shortcutable: copy takes the focused cell.
func (p *pane) TypedShortcut(s fyne.Shortcut) { p.board.TypedShortcut(s) }

// TypedKey is part of fyne.Focusable.
func (p *pane) TypedKey(e *fyne.KeyEvent) {
	seen, all := p.room()
	page := max(20, seen-40)
	switch e.Name {
	case fyne.KeyUp:
		p.step(-1, 0)
	case fyne.KeyDown:
		p.step(1, 0)
	case fyne.KeyLeft:
		p.step(0, -1)
	case fyne.KeyRight:
		p.step(0, 1)
	case fyne.KeyPageUp:
		p.scrollBy(-page)
	case fyne.KeyPageDown, fyne.KeySpace:
		p.scrollBy(page)
	case fyne.KeyHome:
		p.scrollBy(-all)
	case fyne.KeyEnd:
		p.scrollBy(all)
	case fyne.KeyReturn, fyne.KeyEnter:
		p.open()
	case fyne.KeyEscape:
		p.board.clearSelection()
		p.board.Unfocus()
	default:
		if p.board.OnCommand != nil {
			p.board.OnCommand(e.Name, 0)
		}
	}
}
