package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"wirediff/ui/board"
)

// stage is what is seen: the start page, or tool bar, strip, board and status
// line; over both the toast, and a sheet while one is open.
type stage struct {
	root    fyne.CanvasObject
	start   *startPage
	work    *fyne.Container
	toolbar *toolbar
	strip   *strip
	line    *progressLine
	board   *board.Board
	status  *statusLine
	toast   *toast
	sheet   *sheet // nil while none is open
	hover   string // the cell under the pointer in words
}

func newStage(w *Window) *stage {
	g := &stage{board: board.New(), strip: newStrip(), line: newProgressLine(), toast: newToast(w.jobs.post)}
	w.stage = g
	g.toolbar, g.status, g.start = newToolbar(w), newStatusLine(w), newStartPage(w)
	top := container.New(tightRows{}, g.toolbar.root, g.strip.root, g.line)
	g.work = container.NewBorder(top, g.status.root, nil, nil, g.board)
	w.listenTo(g.board)
	g.root = container.NewStack(newGround(board.ColorPaper, 1, 1), g.start.root, g.work, g.toast.root, newProbe(w))
	return g
}

// show brings all that is seen in line with the window.
func (g *stage) show(w *Window) {
	if !started(w.state) {
		g.work.Hide()
		g.start.show(w)
		g.start.root.Show()
		return
	}
	g.start.root.Hide()
	g.strip.show(w)
	g.line.show(w.state)
	g.toolbar.show(w)
	g.status.show(w)
	g.work.Show()
}
