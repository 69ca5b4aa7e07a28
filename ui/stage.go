package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"wirediff/ui/board"
)

// stage is what is seen: the start page, or tool bar, strip, board and status
// line; over both the toast, and a sheet while one is open.
type stage struct {
	root    *fyne.Container
	start   *startPage // nil until it is first shown
	work    *fyne.Container
	toolbar *toolbar
	strip   *strip
	line    *progressLine
	board   *board.Board
	views   *views
	changes *changeList
	news    *newsPanel
	status  *statusLine
	why     *whyPopover
	hints   *hints
	toast   *toast
	sheet   *sheet // nil while none is open
	hover   string // the cell under the pointer in words
	probe   func() // has the first page timed, where that was asked for
	serifs  serifs
}

func newStage(w *Window) *stage {
	g := &stage{board: board.New(), strip: newStrip(), line: newProgressLine(), toast: newToast(w.jobs.post), serifs: newSerifs()}
	w.stage = g
	g.views = newViews(w, g.board)
	g.toolbar, g.status, g.changes, g.news = newToolbar(w), newStatusLine(w), newChangeList(w), newNewsPanel(w)
	g.why, g.hints = newWhyPopover(w), newHints(w)
	top := container.New(tightRows{}, g.toolbar.root, g.strip.root, g.views.presets.root, g.line.root)
	g.work = container.New(frame{}, top, g.status.root, g.views.overview, g.views.root, g.changes.root, g.news.root)
	w.listenTo(g.board)
	g.root = container.NewStack(newGround(board.ColorPaper, 1, 1), g.work, g.why.root, g.hints.root, g.toast.root, newProbe(w))
	return g
}

// show brings all that is seen in line with the window.
func (g *stage) show(w *Window) {
	if !started(w.state) {
		g.showStart(w)
		return
	}
	if g.start != nil {
		g.start.root.Hide()
	}
	g.strip.show(w)
	g.line.show(w.state)
	g.views.show(w)
	g.toolbar.show(w)
	g.status.show(w)
	g.changes.show(w)
	g.news.show(w)
	g.why.place()
	g.work.Show()
}

// showStart shows the start page, which is made when it is first needed: a
// window that opens with files starts sooner without it.
func (g *stage) showStart(w *Window) {
	g.hints.close()
	g.work.Hide()
	if g.start == nil {
		g.start = newStartPage(w)
		const overGround = 1
		g.root.Objects = slices.Insert(g.root.Objects, overGround, fyne.CanvasObject(g.start.root))
	}
	g.start.show(w)
	g.start.root.Show()
	g.root.Refresh()
}

// startShown reports whether the start page is what is seen.
func (g *stage) startShown() bool { return g.start != nil && g.start.root.Visible() }

// leastBoard is the width that an open panel leaves the board: base and one
// column.
const leastBoard = 440

// frame lays out bar at the top, bar at the bottom, strip at the right, the
// panel right of it that is open, and what is left for the board, without the
// toolkit's gaps. A panel pushes the board, whose columns then scroll sideways
// beside the base: a cell that an entry leads to must not stand under the
// panel. It lies over a board that has no room for two columns beside it.
type frame struct{}

// MinSize is part of fyne.Layout.
func (frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(leastWidth, leastHeight) }

// Layout is part of fyne.Layout.
func (frame) Layout(os []fyne.CanvasObject, s fyne.Size) {
	top, bottom, right := os[0].MinSize().Height, os[1].MinSize().Height, os[2].MinSize().Width
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(max(0, w), max(0, h)))
	}
	place(os[0], 0, 0, s.Width, top)
	place(os[1], 0, s.Height-bottom, s.Width, bottom)
	width := s.Width
	for _, panel := range os[4:] {
		if panel.Visible() {
			if width-listWidth-right >= leastBoard {
				width -= listWidth
			}
			place(panel, s.Width-listWidth, top, listWidth, s.Height-top-bottom)
		}
	}
	if !os[2].Visible() {
		right = 0
	}
	place(os[2], width-right, top, right, s.Height-top-bottom)
	place(os[3], 0, top, width-right, s.Height-top-bottom)
}
