package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"wirediff/ui/board"
)

// Heights of the bars, from the design's table of measures.
const (
	toolbarHeight = 46
	statusHeight  = 30
)

// toolbar is the line under the menu: what is shown, the walk through the
// changes, find, and the base. Every control runs a command of the table.
type toolbar struct {
	root     fyne.CanvasObject
	filter   *press
	style    *press
	previous *press
	next     *press
	where    *label // "change 3 of 33"
	find     *findBar
	base     *press
	list     *press
	tabs     *tabs
	beside   *press // the version of the pair
	cuts     *press // of the proof: shown or folded
	copy     *press // the matrix as a table
	sort     *press // of the matrix
	against  *press // of the order: the base, or neighbours
}

func newToolbar(w *Window) *toolbar {
	t := &toolbar{where: newLabel("", board.ColorMuted), find: newFindBar(w)}
	t.filter = w.newChoice("View/Filter")
	t.style = w.newChoice("View/House style")
	t.base = w.newChoice("Compare/Base")
	t.previous = w.newStep("previous", -1)
	t.next = w.newStep("next", +1)
	t.where.size = 12
	t.list = newPress(faceTool, tr("Changes"), func() { w.do(w.command("changelist")) })
	t.tabs, t.beside = newTabs(w), w.newChoice("Compare/Beside the base")
	t.cuts = newPress(faceTool, "", func() { w.do(w.command("cuts")) })
	t.copy = newPress(faceTool, tr("Copy as table"), func() { w.do(w.command("copytable")) })
	t.sort, t.against = w.newChoice("View/Sort of the matrix"), w.newChoice("View/Order drawn")
	layout := between{
		left:   []fyne.CanvasObject{t.tabs.root, t.filter, t.sort, t.against, t.style, t.cuts, t.previous, t.next, t.where},
		right:  []fyne.CanvasObject{t.find.hits, t.find.box, t.beside, t.base, t.copy, t.list},
		height: toolbarHeight, pad: 16, gap: 8,
		drop: []fyne.CanvasObject{t.style, t.list, t.find.hits, t.where},
	}
	t.root = bar(board.ColorChrome, layout)
	return t
}

// newChoice returns a press that opens the choices of a submenu below itself.
func (w *Window) newChoice(menu string) *press {
	p := newPress(faceTool, "", nil)
	p.chevron = true
	p.action = func() { w.popMenu(w.choices(menu), p) }
	p.keys = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyDown && !p.off {
			p.run()
			return true
		}
		return false
	}
	return p
}

// newStep returns a press with a chevron that runs a command.
func (w *Window) newStep(id string, down float32) *press {
	c := w.command(id)
	p := newPress(faceTool, "", func() { w.do(c) })
	p.icon = newChevron(down)
	return p
}

// popMenu opens m below o, by mouse or keys.
func (w *Window) popMenu(m *fyne.Menu, o fyne.CanvasObject) {
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(0, o.Size().Height+2)
	w.popMenuAt(m, pos)
}

// popMenuAt opens m with its corner at the pointer, inside it: the toolkit
// takes the focus from a menu that a press did not hit.
func (w *Window) popMenuAt(m *fyne.Menu, pos fyne.Position) {
	w.menu = widget.NewPopUpMenu(m, w.win.Canvas())
	w.menu.ShowAtPosition(pos.SubtractXY(1, 1))
	w.win.Canvas().Focus(w.menu)
	w.menu.ActivateNext()
}

// show brings the tool bar in line with the window.
func (t *toolbar) show(w *Window) {
	t.filter.say(w.chosenTitle("View/Filter", "Some sentences"))
	t.style.say(w.chosenTitle("View/House style", ""))
	t.base.say(tr("Base: %s", w.baseName()))
	t.tabs.show(w)
	t.showFor(w)
	can := compared(w.state)
	for _, p := range []*press{t.filter, t.style, t.base, t.previous, t.next, t.list} {
		p.enable(can)
	}
	t.list.turn(w.state.Panel == changesPanel)
	t.showPlace(w)
	t.root.Refresh()
}

// showPlace says at which change and at which hit the reader is.
func (t *toolbar) showPlace(w *Window) {
	t.where.say(w.changeWords())
	t.find.show(w)
}

// baseName is what the base is called.
func (w *Window) baseName() string {
	k := w.state.baseIndex()
	if k < 0 {
		return tr("none")
	}
	i := w.state.version(w.state.Compared[k])
	if i < 0 {
		return tr("none")
	}
	return w.state.Versions[i].Name()
}

// changeWords says where the walk through the changes stands.
func (w *Window) changeWords() string {
	if w.page == nil {
		return ""
	}
	at, n := w.stage.board.ChangeIndex(), w.stage.board.ChangeCount()
	moves := w.state.mode() == Order
	switch {
	case n == 0 && moves:
		return tr("no move")
	case n == 0:
		return tr("no change")
	case at < 0 && moves:
		return countWords(n, "move")
	case at < 0:
		return countWords(n, "change")
	case moves:
		return tr("move %d of %d", at+1, n)
	}
	return tr("change %d of %d", at+1, n)
}
