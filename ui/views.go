package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/ui/board"
)

// views are what stands where the board stands. The board is the columns and
// the pair; behind the others it stays hidden and keeps page, focus and find.
type views struct {
	root     *fyne.Container
	board    *board.Board
	matrix   *board.Matrix
	order    *board.Order
	inline   *board.Inline
	overview *board.Overview
	presets  *presets
	now      Mode
}

func newViews(w *Window, b *board.Board) *views {
	v := &views{board: b, matrix: board.NewMatrix(b), order: board.NewOrder(b), inline: board.NewInline(b), overview: board.NewOverview(b), presets: newPresets(w)}
	v.root = container.NewStack(b, v.inline, v.matrix, v.order)
	v.matrix.OnOpen, v.order.OnOpen, v.inline.OnOpen = w.openInColumns, w.openInColumns, w.openInColumns
	v.inline.OnVersion = w.chooseBeside
	v.matrix.OnSort = func(by board.Sort) { w.apply(func(s State) State { s.Sort = by; return s }) }
	v.inline.Hide()
	v.matrix.Hide()
	v.order.Hide()
	return v
}

// front is what has the keyboard of the view that is shown.
func (g *stage) front() fyne.Focusable {
	switch g.views.now {
	case InLine:
		return g.views.inline
	case Matrix:
		return g.views.matrix
	case Order:
		return g.views.order
	}
	return g.board
}

// turn prepares the board for the page of a mode.
func (v *views) turn(m Mode) {
	v.board.SetPair(m == Pair || m == InLine)
	v.board.SetWalk(m == Order)
}

// show shows the view of the state.
func (v *views) show(w *Window) {
	v.presets.show(w)
	v.inline.SetVersions(w.state.otherVersions())
	v.inline.SetFolded(w.state.FoldCuts)
	v.matrix.SetSort(w.state.Sort)
	v.order.SetNeighbours(w.state.Chain)
	m := w.state.mode()
	if m == v.now {
		return
	}
	v.now = m
	v.turn(m)
	flip(v.board, m == Columns || m == Pair)
	flip(v.inline, m == InLine)
	flip(v.matrix, m == Matrix)
	flip(v.order, m == Order)
	flip(v.overview, m == Columns || m == Pair || m == InLine)
}

// columnWords says which columns have room in the view that is shown; "" when
// all do.
func (v *views) columnWords() string {
	switch v.now {
	case Columns:
		return v.board.ColumnWords()
	case Matrix:
		return v.matrix.ColumnWords()
	case Order:
		return v.order.ColumnWords()
	}
	return ""
}

// flip shows or hides o.
func flip(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// presets are the chips over the matrix: a filter each, with what it keeps.
type presets struct {
	root  *fyne.Container
	chips []*press
}

// presetList pairs filters with what the reading counts for them.
func presetList() []struct {
	command string
	preset  diff.Preset
} {
	return []struct {
		command string
		preset  diff.Preset
	}{{"all", diff.AllRows}, {"inall", diff.InAll}, {"missone", diff.MissingOne}, {"onlyone", diff.OnlyOne}, {"notinbase", diff.NotInBase}, {"moved", diff.MovedRows}}
}

func newPresets(w *Window) *presets {
	p := &presets{root: container.NewStack()}
	line := between{height: 44, pad: 16, gap: 8}
	for _, x := range presetList() {
		c := w.command(x.command)
		chip := newPress(faceTool, tr(c.title), func() { w.do(c) })
		p.chips = append(p.chips, chip)
		line.left = append(line.left, chip)
	}
	p.root.Add(newGround(board.ColorPaper, 1, line.height))
	p.root.Add(container.New(line, line.left...))
	p.root.Hide()
	return p
}

// show brings the chips in line with the window.
func (p *presets) show(w *Window) {
	on := w.state.mode() == Matrix && w.page != nil
	if flip(p.root, on); !on {
		return
	}
	for i, x := range presetList() {
		c := w.command(x.command)
		p.chips[i].hint = countOf(w.reading, x.preset, w.page)
		p.chips[i].on = c.chosen(w.state)
		p.chips[i].Refresh()
	}
	p.root.Refresh()
}

// countOf is how many rows of the shown columns a preset keeps.
func countOf(r *diff.Reading, preset diff.Preset, p *report.Page) string {
	versions := make([]int, len(p.Heads))
	for i, h := range p.Heads {
		versions[i] = h.Version
	}
	return strconv.Itoa(len(r.Preset(preset, versions)))
}

// tabs are the names of the views in the tool bar.
type tabs struct {
	root    *fyne.Container
	presses []*press
	lines   []*ground
}

// tabLine is the height of the line under the tab of the view that is shown.
const tabLine = 3

func newTabs(w *Window) *tabs {
	t := &tabs{root: container.New(&inLine{gap: 2})}
	for _, m := range modes() {
		c := w.command(m.id())
		p := newPress(facePlain, tr(m.String()), func() { w.do(c) })
		p.tall = toolbarHeight - pressHeight - 2*tabLine
		l := newGround(board.ColorFocus, 1, tabLine)
		t.presses, t.lines = append(t.presses, p), append(t.lines, l)
		t.root.Add(container.New(tabRows{}, p, l))
	}
	return t
}

// show brings the tabs in line with the window.
func (t *tabs) show(w *Window) {
	for i, m := range modes() {
		p, on := t.presses[i], w.state.mode() == m
		p.bold, p.text, p.ink = "", tr(m.String()), board.ColorMuted
		if on {
			p.bold, p.text, p.ink = tr(m.String()), "", board.ColorInk
		}
		p.off = !m.possible(w.state)
		p.Refresh()
		t.lines[i].Hidden = !on
		t.lines[i].Refresh()
	}
	t.root.Refresh()
}

// now is the tab of the view that is shown.
func (t *tabs) now() fyne.Focusable {
	for i, l := range t.lines {
		if !l.Hidden {
			return t.presses[i]
		}
	}
	return t.presses[0]
}

// tabRows lays a press over its line, at the foot of the tool bar.
type tabRows struct{}

// MinSize is part of fyne.Layout: wide enough for the name in bold.
func (tabRows) MinSize(os []fyne.CanvasObject) fyne.Size {
	m := os[0].MinSize()
	return fyne.NewSize(m.Width, toolbarHeight)
}

// Layout is part of fyne.Layout.
func (tabRows) Layout(os []fyne.CanvasObject, s fyne.Size) {
	m := os[0].MinSize()
	os[0].Resize(fyne.NewSize(s.Width, m.Height))
	os[0].Move(fyne.NewPos(0, round((s.Height-m.Height)/2)))
	os[1].Resize(fyne.NewSize(s.Width-2*plainPad, tabLine))
	os[1].Move(fyne.NewPos(plainPad, s.Height-tabLine))
}

// showFor shows the controls that the view needs.
func (t *toolbar) showFor(w *Window) {
	m := w.state.mode()
	flip(t.beside, m == Pair)
	flip(t.base, m != Pair)
	flip(t.copy, m == Matrix)
	flip(t.cuts, m == InLine)
	flip(t.sort, m == Matrix)
	flip(t.filter, m != Matrix) // its presets stand below
	flip(t.against, m == Order)
	flip(t.style, m != Order)
	t.sort.say(tr("Sort: %s", tr(w.state.Sort.String())))
	t.against.say(w.chosenTitle("View/Order drawn", ""))
	t.cuts.say(tr("Cuts: shown"))
	if w.state.FoldCuts {
		t.cuts.say(tr("Cuts: folded"))
	}
	t.beside.say(tr("With: %s", w.besideName()))
	for _, o := range []fyne.CanvasObject{t.previous, t.next, t.where} {
		flip(o, m != Matrix)
	}
}
