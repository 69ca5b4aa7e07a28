package ui

import (
	"fyne.io/fyne/v2"

	"wirediff/diff/report"
)

// maxEndLines is how much of a sentence the popover of a move prints.
const maxEndLines = 6

// showEnds opens both ends of the move in focus as two rows: the place that
// the sentence left, and the one where it stands now.
func (w *Window) showEnds() {
	if p := w.stage.why; p.open && p.ends && p.at == w.focusPlace() {
		p.close()
		return
	}
	at, chip := w.chipHere()
	if chip == nil {
		w.say(tr("The cell in focus has not moved."), "", nil)
		return
	}
	if !w.stage.board.Visible() {
		w.say(tr("Both ends of a move are shown in the columns and in the pair."), "", nil)
		return
	}
	left, now := chip.Row, at.Row
	if chip.To {
		left, now = at.Row, chip.Row
	}
	way := tr("moved down")
	if chip.Up {
		way = tr("moved up")
	}
	rows := []fyne.CanvasObject{w.endRow(tr("Was at "), left, at.Col), w.endRow(tr("Stands at "), now, at.Col)}
	p := w.stage.why
	p.ends = true
	p.show(at, tr("Both ends"), w.page.Heads[at.Col].Letter+", "+way, rows, []*press{w.whyButton("otherend", tr("Other end"))})
}

// chipHere returns the chip of the focused cell, nil if it has not moved or
// its other end is folded.
func (w *Window) chipHere() (report.Place, *report.Chip) {
	at, ok := w.stage.board.Focus()
	if !ok || at.Row >= len(w.page.Rows) || at.Col >= len(w.page.Heads) {
		return at, nil
	}
	chip := w.page.Rows[at.Row].Cells[at.Col].Chip
	if chip == nil || chip.Row < 0 {
		return at, nil
	}
	return at, chip
}

// endRow is one end of a move: its row, and the sentence that moved; where
// the base has a sentence there, that one is what was left.
func (w *Window) endRow(caption string, row, col int) fyne.CanvasObject {
	r := &w.page.Rows[row]
	runs := r.Cells[col].Runs
	for c, h := range w.page.Heads {
		if h.Base && r.Cells[col].Ghost && len(r.Cells[c].Runs) > 0 {
			runs = r.Cells[c].Runs
		}
	}
	const room = whyWidth - 2*whyPad - whyCaption
	return captioned(caption+r.Label, newRunText(runs, room, maxEndLines, w.stage.serifs.regular))
}

// goBack goes back to the end of a move that was left.
func (w *Window) goBack() {
	if !w.stage.board.Back() {
		w.say(tr("There is no way back: no move was followed on this page."), "", nil)
	}
	w.focusBoard()
}

// nextUnsure goes to the next match that the program is not sure of.
func (w *Window) nextUnsure() {
	if !w.stage.board.NextUnsure() {
		w.say(tr("No unsure match follows on this page."), "", nil)
	}
	w.focusBoard()
}
