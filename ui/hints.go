package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/ui/board"
)

// Measures of a hint.
const (
	hintWidth = 330
	hintGap   = 14 // from what it points at, bridged by a line
	hintEdge  = 10 // least distance from the edge of the window
)

// area is a part of the window.
type area struct {
	at   fyne.Position
	size fyne.Size
}

// hint is a short word on something that stands on the page.
type hint struct {
	words string
	where func(*Window) (area, bool) // false: it is not on the page
}

// hintList is what a newcomer is shown on the example, in this order.
func hintList() []hint {
	return []hint{
		{tr("The bar says how much of the base an outlet kept, the figures below what it did to the rest. Press a name to make it the base, to move or to hide it."), headArea},
		{tr("Coloured marks are changes, grey text was kept. N goes to the next change, P to the one before; the words that differ are then marked on both sides."), firstArea(isReworded)},
		{tr("A sentence that an outlet printed elsewhere. M goes to its other end and back."), firstArea(isMoved)},
		{tr("A hole: the base has this sentence, this outlet cut it."), firstArea(isCut)},
		{tr("How many there are of each kind. Press one to see only those; press it again to see all."), statusArea},
		{tr("The whole story at a glance, a lane for each outlet. Press a place to go there. F1 lists all keys."), overviewArea},
	}
}

// hints is the row of hints on the example: one at a time, pointing at its
// place, until the last or until it is closed. The page below it can be used.
type hints struct {
	root    *fyne.Container
	tie     *ground
	words   *widget.Label
	count   *label
	next    *press
	step    int
	open    bool
	pending bool // to be shown with the next page
	window  *Window
}

func newHints(w *Window) *hints {
	h := &hints{window: w, tie: newGround(board.ColorInk, 2, 2), words: wrapped(""), count: newLabel("", board.ColorMuted)}
	h.count.size = 12
	h.next = newPress(facePrimary, tr("Next"), func() { h.show(h.step + 1) })
	shut := newPress(faceTool, tr("Close"), h.close)
	shut.hint = tr("Esc")
	for _, p := range []*press{h.next, shut} {
		p.keys = func(e *fyne.KeyEvent) bool {
			if e.Name == fyne.KeyEscape {
				h.close()
				return true
			}
			return false
		}
	}
	row := lineOf(between{left: []fyne.CanvasObject{h.count}, right: []fyne.CanvasObject{shut, h.next}, height: 34, pad: 4, gap: 8})
	box := container.NewStack(newFrame(), padded(container.New(tightRows{}, fixed(hintWidth-2*hintEdge, h.words), row), hintEdge, 6, hintEdge, 8))
	h.root = container.New(pointing{h}, h.tie, box)
	h.root.Hide()
	return h
}

// begin shows the first hint.
func (h *hints) begin() { h.pending = false; h.show(0) }

// show shows the hint of a step, or the next one whose place is on the page.
func (h *hints) show(step int) {
	all := hintList()
	for ; step < len(all); step++ {
		if _, ok := all[step].where(h.window); ok {
			break
		}
	}
	if step >= len(all) || h.window.page == nil {
		h.close()
		return
	}
	h.step, h.open = step, true
	h.words.SetText(all[step].words)
	h.count.say(tr("%d of %d", step+1, len(all)))
	h.next.say(tr("Next"))
	if step == len(all)-1 {
		h.next.say(tr("Done"))
	}
	h.root.Show()
	h.root.Refresh()
	h.window.win.Canvas().Focus(h.next)
}

func (h *hints) close() {
	if !h.open {
		return
	}
	h.open = false
	h.root.Hide()
	if h.window.page != nil {
		h.window.focusBoard()
	}
}

// pointing lays a hint below what it points at, above it where there is no
// room, left of a thing that is as high as the window.
type pointing struct{ h *hints }

// MinSize is part of fyne.Layout.
func (pointing) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

// Layout is part of fyne.Layout.
func (p pointing) Layout(os []fyne.CanvasObject, s fyne.Size) {
	if !p.h.open || p.h.window.page == nil {
		return
	}
	tie, box := os[0], os[1]
	box.Resize(fyne.NewSize(hintWidth, 1))
	size := fyne.NewSize(hintWidth, box.MinSize().Height)
	box.Resize(size)
	a, ok := hintList()[p.h.step].where(p.h.window)
	if !ok {
		return
	}
	mid := a.at.X + a.size.Width/2
	x := round(max(hintEdge, min(mid-size.Width/2, s.Width-size.Width-hintEdge)))
	below := a.at.Y + a.size.Height + hintGap
	switch {
	case a.size.Height > s.Height/2:
		y := round(a.at.Y + 60)
		box.Move(fyne.NewPos(a.at.X-hintGap-size.Width, y))
		tie.Move(fyne.NewPos(a.at.X-hintGap, y+30))
		tie.Resize(fyne.NewSize(hintGap, 2))
	case below+size.Height < s.Height:
		box.Move(fyne.NewPos(x, below))
		tie.Move(fyne.NewPos(round(mid), below-hintGap))
		tie.Resize(fyne.NewSize(2, hintGap))
	default:
		box.Move(fyne.NewPos(x, a.at.Y-hintGap-size.Height))
		tie.Move(fyne.NewPos(round(mid), a.at.Y-hintGap))
		tie.Resize(fyne.NewSize(2, hintGap))
	}
}

// areaOf is where an object stands in the window.
func areaOf(w *Window, o fyne.CanvasObject) area {
	driver := fyne.CurrentApp().Driver()
	return area{driver.AbsolutePositionForObject(o).Subtract(driver.AbsolutePositionForObject(w.stage.root)), o.Size()}
}

// cellArea is where a cell stands in the window.
func cellArea(w *Window, at report.Place) (area, bool) {
	b := w.stage.board
	pos, size, ok := b.CellRect(at)
	if !ok || !b.Visible() {
		return area{}, false
	}
	return area{areaOf(w, b).at.Add(pos), size}, true
}

// headArea is the head of the first column that is read against the base.
func headArea(w *Window) (area, bool) {
	for c, h := range w.page.Heads {
		if a, ok := cellArea(w, report.Place{Row: w.stage.board.Top(), Col: c}); ok && !h.Base {
			top := areaOf(w, w.stage.board).at.Y
			return area{fyne.NewPos(a.at.X, top), fyne.NewSize(a.size.Width, w.stage.board.HeadHeight())}, true
		}
	}
	return area{}, false
}

func isReworded(c *report.Cell) bool { return c.Verdict.Status == diff.Reworded }
func isMoved(c *report.Cell) bool    { return c.Chip != nil && !c.Ghost }
func isCut(c *report.Cell) bool      { return c.Verdict.Status == diff.Cut }

// firstArea goes to the first cell that fits and returns where it stands.
func firstArea(fits func(*report.Cell) bool) func(*Window) (area, bool) {
	return func(w *Window) (area, bool) {
		for r := range w.page.Rows {
			for c := range w.page.Rows[r].Cells {
				at := report.Place{Row: r, Col: c}
				if !fits(&w.page.Rows[r].Cells[c]) {
					continue
				}
				if now, ok := w.stage.board.Focus(); !ok || now != at {
					w.stage.board.FocusCell(at)
				}
				return cellArea(w, at)
			}
		}
		return area{}, false
	}
}

func statusArea(w *Window) (area, bool) { return areaOf(w, w.stage.status.left), true }
func overviewArea(w *Window) (area, bool) {
	return areaOf(w, w.stage.views.overview), w.stage.views.overview.Visible()
}
