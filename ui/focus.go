package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// typedKey gets the keys that no widget has; the board hands over its own.
func (w *Window) typedKey(e *fyne.KeyEvent) {
	if w.menu != nil && w.menu.Visible() { // it lost the focus to a click beside it
		w.menu.TypedKey(e)
		return
	}
	if e.Name == fyne.KeyEscape && w.stage.sheet != nil {
		w.stage.sheet.close()
		return
	}
	if e.Name == fyne.KeyEscape && w.stage.hints.open {
		w.stage.hints.close()
		return
	}
	if w.stage.sheet != nil || w.functionKey(e.Name) {
		return
	}
	switch e.Name { // with nothing focused the keys that walk act on the board
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd:
		if !w.stage.startShown() {
			w.focusBoard()
			w.stage.front().TypedKey(e)
		}
	}
}

// typedRune gets the letters that no widget has: with nothing focused they
// act as on the board.
func (w *Window) typedRune(r rune) {
	if w.stage.sheet == nil {
		w.dispatch(runeChord(r))
	}
}

// functionKey runs the command of a function key with the Shift that is held,
// and reports whether there is one. The toolkit gives such keys to the focused
// widget only.
func (w *Window) functionKey(name fyne.KeyName) bool {
	k := chord{key: name, mod: heldModifiers() & fyne.KeyModifierShift}
	return !k.typed() && k.plain() && w.dispatch(k)
}

// addShortcuts makes the chords fire that no menu item carries: a menu item
// has one, some commands have two.
func (w *Window) addShortcuts() {
	for _, c := range w.commands {
		for _, k := range c.keys {
			if !k.plain() && k != c.menuChord() {
				w.win.Canvas().AddShortcut(k.shortcut().(*desktop.CustomShortcut), func(fyne.Shortcut) { w.do(c) })
			}
		}
	}
}

// regions are the places that F6 goes to, in order: tool bar, board, status
// line; the start page where that is shown.
func (w *Window) regions() []fyne.Focusable {
	g := w.stage
	if g.startShown() {
		return []fyne.Focusable{g.start.open}
	}
	rs := []fyne.Focusable{g.toolbar.tabs.now(), g.toolbar.filter, g.toolbar.find.entry, g.front()}
	switch w.state.Panel {
	case noPanel:
	case changesPanel:
		rs = append(rs, g.changes.list)
	default:
		rs = append(rs, g.news.list)
	}
	if g.why.open {
		rs = append(rs, g.why.first)
	}
	if g.hints.open {
		rs = append(rs, g.hints.next)
	}
	if len(g.status.counts) > 0 {
		rs = append(rs, g.status.counts[0])
	}
	return rs
}

// nextRegion puts the focus into the next region, the previous one if steps
// is negative.
func (w *Window) nextRegion(steps int) {
	rs := w.regions()
	at := slices.Index(rs, w.win.Canvas().Focused())
	if at < 0 && steps < 0 {
		at = 0
	}
	w.win.Canvas().Focus(rs[(at+steps+len(rs))%len(rs)])
}

// focusBoard puts the focus on the board, or on the view shown in its place.
func (w *Window) focusBoard() { w.win.Canvas().Focus(w.stage.front()) }
