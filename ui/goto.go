package ui

import (
	"strings"

	"fyne.io/fyne/v2/container"

	"wirediff/diff/report"
	"wirediff/ui/board"
)

// askRow asks for the number of a row, as the rail prints it, and goes there.
func (w *Window) askRow() {
	e := newSheetEntry(w, 1)
	e.PlaceHolder = tr("12, or 3a")
	give := func(string) {
		w.stage.sheet.close()
		w.goToRow(e.Text)
	}
	e.OnSubmitted = give
	hint := newLabel(tr("The number at the left of the row; 3a is the first row after 3 that the base lacks."), board.ColorMuted)
	w.openSheet(tr("Go to a row"), container.New(&fixedWidth{520}, container.NewVBox(e, hint)), e,
		newPress(facePrimary, tr("Go"), func() { give("") }))
}

// goToRow gives the focus to the row of that number, in the focused column.
func (w *Window) goToRow(number string) {
	at, _ := w.stage.board.Focus()
	for i, r := range w.page.Rows {
		if r.Kind == report.TextRow && holdsNumber(r.Label, strings.TrimSpace(number)) {
			w.stage.board.FocusCell(report.Place{Row: i, Col: at.Col})
			w.focusBoard()
			return
		}
	}
	w.say(tr("No row has the number %s on this page.", number), "", nil)
}

// holdsNumber reports whether a label, "3" or the group "2–3", names a row.
func holdsNumber(label, number string) bool {
	first, last, group := strings.Cut(label, "–")
	return number != "" && (label == number || group && (first == number || last == number))
}

// swapSides makes the other of two versions the base.
func (w *Window) swapSides() {
	k := w.state.baseIndex()
	w.setBase(w.state.Compared[1-max(k, 0)])
}

// two reports whether exactly two versions are compared.
func two(s State) bool { return compared(s) && len(s.Compared) == 2 }
