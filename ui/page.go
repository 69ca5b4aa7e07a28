package ui

import (
	"unicode"

	"fyne.io/fyne/v2"

	"wirediff/diff/report"
	"wirediff/ui/board"
)

// listenTo hears what is done on the board and answers with commands.
func (w *Window) listenTo(b *board.Board) {
	w.listenToHands(b)
	b.OnCellMenu = func(p report.Place, at fyne.Position) { w.popMenuAt(w.cellMenu(p), at) }
	b.OnFocus = func(int, int) { w.stage.hover = ""; w.showPlace(); w.followWhy() }
	b.OnView = func() { w.showPlace(); w.stage.why.place() }
	b.OnStatusHover = func(words string) { w.stage.hover = words; w.stage.status.say(w) }
	b.OnHeadMenu = func(col int, at fyne.Position) {
		if id, ok := w.column(col); ok {
			w.popMenuAt(w.columnMenu(id), at)
		}
	}
	b.OnReorder = func(from, to int) {
		if id, ok := w.column(from); ok {
			if to > from {
				to-- // before column to, once from is gone
			}
			w.moveColumn(id, to)
		}
	}
	b.OnZoom = func(steps int) {
		w.apply(func(s State) State { s.Look = s.Look.larger(steps); return s })
	}
	b.OnStub = func(version int) { w.setHidden(w.state.Compared[version], false) }
	b.OnWidths = func(widths map[int]float64) {
		w.apply(func(s State) State { return s.withWidths(widths) })
	}
	b.OnUnfold = func(int) { w.do(w.command("all")) }
	b.OnCommand = func(key fyne.KeyName, letter rune) bool {
		if letter != 0 {
			return w.dispatch(runeChord(letter))
		}
		return w.functionKey(key)
	}
}

// showPlace says where on the page the reader is, after a step that changed
// nothing else.
func (w *Window) showPlace() {
	if w.stage == nil || w.stage.status == nil {
		return
	}
	w.stage.toolbar.showPlace(w)
	w.stage.status.say(w)
	w.stage.showPlaceIn(w)
}

// find looks for what the state says; the first hit is not jumped to while
// the query is being typed, so that the page stays.
func (w *Window) find() {
	_, _, err := w.stage.board.SetFind(w.state.Query)
	if err != nil {
		w.say(tr("This regular expression cannot be read: %s", plainReason(err)), "", nil)
	}
}

// plainReason is the reason of a failure without the package that gave it.
func plainReason(err error) string {
	words := err.Error()
	for i, r := range words {
		if r == ':' && i+2 < len(words) {
			words = words[i+2:]
			break
		}
	}
	rs := []rune(words)
	if len(rs) > 0 {
		rs[0] = unicode.ToLower(rs[0])
	}
	return string(rs) + "."
}

func (w *Window) otherEnd() {
	if !w.stage.board.OtherEnd() {
		w.say(tr("The cell in focus has not moved."), "", nil)
	}
}

// goToEnd goes to the first row of the page, or to the last.
func (w *Window) goToEnd(steps int) {
	rows := w.page.Rows
	at, _ := w.stage.board.Focus()
	row := 0
	if steps > 0 {
		row = len(rows) - 1
	}
	for row >= 0 && row < len(rows) && rows[row].Kind != report.TextRow {
		row -= steps
	}
	if row >= 0 && row < len(rows) {
		w.stage.board.FocusCell(report.Place{Row: row, Col: at.Col})
	}
	w.focusBoard()
}

// focusColumn keeps the focus on a version whose column moved.
func (w *Window) focusColumn(id ID) {
	at, ok := w.stage.board.Focus()
	if !ok {
		return
	}
	for c := range w.page.Heads {
		if v, _ := w.column(c); v == id {
			w.stage.board.FocusCell(report.Place{Row: at.Row, Col: c})
		}
	}
}

// copySelection copies from whatever has the focus; the menu's own shortcut
// would otherwise keep Ctrl+C from the entry.
func (w *Window) copySelection() {
	if f, ok := w.win.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(&fyne.ShortcutCopy{Clipboard: w.app.Clipboard()})
	}
}

// copyWithOutlet copies the selection with the outlet and the date before it.
func (w *Window) copyWithOutlet() {
	words := w.stage.board.SelectedWithOutlet()
	if words == "" {
		w.say(tr("Nothing is selected."), "", nil)
		return
	}
	w.app.Clipboard().SetContent(words)
	w.say(tr("Copied with outlet and date."), "", nil)
}

func (w *Window) selectColumn() {
	at, _ := w.stage.board.Focus()
	w.stage.board.SelectColumn(at.Col)
	w.focusBoard()
}
