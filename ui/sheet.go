package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"wirediff/ui/board"
)

// sheet is a page over the window that Escape closes: the keys, how to read a
// page, a text to paste, a name to type. One is open at a time; the board
// stays readable around it.
type sheet struct {
	pop    *widget.PopUp
	window *Window
	before fyne.Focusable // had the focus before
	shut   *press         // closes it
	closed func()         // runs when it is closed; nil: nothing

	page *container.Scroll // that the arrow and page keys scroll; nil: none
}

const sheetPad = 18

// openSheet shows content under a title, with buttons in a row below, and
// puts the focus on first.
func (w *Window) openSheet(title string, content fyne.CanvasObject, first fyne.Focusable, buttons ...fyne.CanvasObject) {
	if w.stage.sheet != nil {
		w.stage.sheet.close()
	}
	s := &sheet{window: w, before: w.win.Canvas().Focused()}
	head := newLabel(title, board.ColorInk)
	head.bold, head.size = true, 15
	shut := newPress(faceTool, tr("Close"), func() { s.close() })
	shut.hint = tr("Esc")
	s.shut = shut
	row := container.NewHBox(append(append([]fyne.CanvasObject{layout.NewSpacer()}, buttons...), shut)...)
	body := container.NewBorder(padded(head, 0, 0, 0, 12), padded(row, 0, 14, 0, 0), nil, nil, content)
	page := container.NewStack(newFrame(), padded(body, sheetPad, sheetPad, sheetPad, sheetPad))
	s.pop = widget.NewModalPopUp(page, w.win.Canvas())
	s.pop.Show()
	w.stage.sheet = s
	if first == nil {
		first = shut
	}
	for _, o := range append(buttons, shut) {
		if p, ok := o.(*press); ok {
			p.keys = s.escape
		}
	}
	w.win.Canvas().Focus(first)
}

// escape closes the sheet on Escape; where its page is longer than the sheet,
// the arrow and page keys scroll it.
func (s *sheet) escape(e *fyne.KeyEvent) bool {
	const lineStep = 40
	switch {
	case e.Name == fyne.KeyEscape:
		s.close()
	case s.page == nil:
		return false
	case e.Name == fyne.KeyDown:
		s.scroll(lineStep)
	case e.Name == fyne.KeyUp:
		s.scroll(-lineStep)
	case e.Name == fyne.KeyPageDown:
		s.scroll(s.page.Size().Height - lineStep)
	case e.Name == fyne.KeyPageUp:
		s.scroll(lineStep - s.page.Size().Height)
	default:
		return false
	}
	return true
}

func (s *sheet) scroll(by float32) {
	most := s.page.Content.MinSize().Height - s.page.Size().Height
	s.page.ScrollToOffset(fyne.NewPos(0, max(0, min(s.page.Offset.Y+by, most))))
}

func (s *sheet) close() {
	s.pop.Hide()
	if s.window.stage.sheet == s {
		s.window.stage.sheet = nil
	}
	switch w := s.window; {
	case s.before != nil:
		w.win.Canvas().Focus(s.before)
	case !w.stage.startShown():
		w.focusBoard()
	}
	if s.closed != nil {
		s.closed()
	}
}

// padded puts space around o.
func padded(o fyne.CanvasObject, left, top, right, bottom float32) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(top, bottom, left, right), o)
}

// sheetEntry is an entry that closes its sheet on Escape and, if it has one
// line, does its work on Enter.
type sheetEntry struct {
	widget.Entry
	window *Window
}

func newSheetEntry(w *Window, lines int) *sheetEntry {
	e := &sheetEntry{window: w}
	e.MultiLine = lines > 1
	if e.MultiLine {
		e.Wrapping = fyne.TextWrapWord
		e.SetMinRowsVisible(lines)
	}
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey is part of fyne.Focusable.
func (e *sheetEntry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape && e.window.stage.sheet != nil {
		e.window.stage.sheet.close()
		return
	}
	e.Entry.TypedKey(k)
}
