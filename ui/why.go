package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/ui/board"
)

// Measures of the popover, from the design.
const (
	whyWidth   = 424
	whyPad     = 16
	whyCaption = 84 // of the column of captions
	whyGap     = 14 // from the pair to the popover, bridged by a line
)

// whyPopover explains the match of one cell. It is tied to its cell by a
// line and stands below the pair, above it where there is no room, and never
// over it.
type whyPopover struct {
	root   *fyne.Container
	tie    *ground
	box    *fyne.Container
	window *Window
	open   bool
	ends   bool         // shows both ends of a move instead
	at     report.Place // the cell it belongs to
	about  *diff.Reading
	page   *report.Page
	first  *press // gets the focus by F6
}

func newWhyPopover(w *Window) *whyPopover {
	p := &whyPopover{window: w, tie: newGround(board.ColorInk, 2, 2), box: container.NewStack()}
	p.root = container.New(tied{p}, p.tie, p.box)
	p.root.Hide()
	return p
}

// turnWhy opens the popover for the focused cell, or closes it.
func (w *Window) turnWhy() {
	if p := w.stage.why; p.open && !p.ends && p.at == w.focusPlace() {
		p.close()
		return
	}
	w.openWhy()
}

func (w *Window) focusPlace() report.Place {
	at, _ := w.stage.board.Focus()
	return at
}

// openWhy explains the focused cell, once that is found out beside the window.
func (w *Window) openWhy() {
	c, ok := w.cellHere()
	if !ok {
		return
	}
	if !w.stage.board.Visible() {
		w.say(tr("A match is explained in the columns and in the pair."), "", nil)
		return
	}
	ps := w.partners(c)
	if len(ps) == 0 && len(c.sentences) > 0 && w.reading.Base >= 0 && w.reading.Base != c.version {
		ps = []cell{w.cellOf(c.row, w.reading.Base)} // nothing matched: what came nearest is told
	}
	if len(ps) == 0 {
		w.say(tr("No other version has this sentence."), "", nil)
		return
	}
	r := w.reading
	go func() {
		x := explain(r, c, ps[0])
		w.jobs.post(func() {
			at := w.focusPlace()
			if now, ok := w.cellAt(at); ok && w.reading == r && now.row == c.row && now.version == c.version {
				w.showWhy(x, at)
			}
		})
	}()
}

// followWhy keeps the open popover with the cell in focus.
func (w *Window) followWhy() {
	p := w.stage.why
	if !p.open || p.at == w.focusPlace() {
		return
	}
	if _, ok := w.cellAt(w.focusPlace()); !ok || p.ends {
		p.close()
		return
	}
	w.openWhy()
}

// showWhy fills the popover and opens it at its cell.
func (w *Window) showWhy(x explanation, at report.Place) {
	x.place, x.runner = w.placeWords(x.c, at), w.runnerWords(x)
	title := tr("Why matched?")
	if !x.matched {
		title = tr("Why not matched?")
	}
	p := w.stage.why
	p.ends = false
	p.show(at, title, tr("%s with %s", x.p.name, x.c.name), w.whyRows(x), w.whyButtons(x))
}

// whyRows are the lines of the popover: a caption, and what it says.
func (w *Window) whyRows(x explanation) []fyne.CanvasObject {
	const room = whyWidth - 2*whyPad - whyCaption
	serif := w.stage.serifs.regular
	words := func(s string) fyne.CanvasObject {
		return newRunText([]report.Run{{Text: s}}, room, 2, serif)
	}
	var rows []fyne.CanvasObject
	add := func(caption string, o fyne.CanvasObject) { rows = append(rows, captioned(caption, o)) }
	if x.matched && !x.through {
		add(tr("Strength"), newStrength(x, room))
	}
	if x.matched {
		add(tr("Shared"), newRunText(x.shared, room, 3, serif))
		if len(x.differs) > 0 {
			add(tr("Differs"), newRunText(x.differs, room, 4, serif))
		}
	}
	add(tr("Place"), words(x.place))
	runner := tr("Runner-up")
	if !x.matched {
		runner = tr("Nearest")
	}
	add(runner, words(x.runner))
	if x.matched {
		add(tr("Made"), words(x.madeWords()))
	}
	return rows
}

// whyButtons are what can be done about a match.
func (w *Window) whyButtons(x explanation) []*press {
	link := w.whyButton("link", tr("Link to …"))
	if !x.matched {
		return []*press{link}
	}
	return []*press{w.whyButton("unlink", tr("Unlink")), link, w.whyButton("never", tr("Never these two"))}
}

// whyButton closes the popover and runs a command.
func (w *Window) whyButton(id, title string) *press {
	c := w.command(id)
	b := newPress(faceTool, title, func() { w.stage.why.close(); w.do(c) })
	b.hint = c.keys[0].String()
	return b
}

// show opens the popover at a cell.
func (p *whyPopover) show(at report.Place, title, names string, rows []fyne.CanvasObject, buttons []*press) {
	p.at, p.about, p.page, p.open = at, p.window.reading, p.window.page, true
	head, who := newLabel(title, board.ColorInk), newLabel(names, board.ColorMuted)
	head.bold, head.size, who.size = true, 15, 12
	shut := newPress(facePlain, tr("Close"), func() { p.close() })
	shut.hint = tr("Esc")
	bar := container.New(between{left: []fyne.CanvasObject{head, who}, right: []fyne.CanvasObject{shut}, height: 30, gap: 10}, head, who, shut)
	row := container.NewHBox()
	for _, b := range append(buttons, shut) {
		b.keys = p.escape
		if b != shut {
			row.Add(b)
		}
	}
	p.first = append(buttons, shut)[0]
	all := append([]fyne.CanvasObject{bar}, rows...)
	if len(buttons) > 0 {
		all = append(all, padded(row, 0, 4, 0, 0))
	}
	body := padded(container.New(layout.NewCustomPaddedVBoxLayout(7), all...), whyPad, 8, whyPad, 12)
	p.box.Objects = []fyne.CanvasObject{newFrame(), container.New(&fixedWidth{whyWidth}, body)}
	p.root.Show()
	p.uncover()
	p.place()
}

// uncover scrolls the pair up where the popover has room neither below nor
// above it.
func (p *whyPopover) uncover() {
	b := p.window.stage.board
	if at, size, ok := b.CellRect(p.at); ok {
		top, height := p.boardTop()+at.Y, p.box.MinSize().Height+whyGap
		if top+size.Height+height > p.bottom() && top-height < 0 {
			b.Uncover(p.at.Row)
		}
	}
}

// boardTop is where the board begins below the top of the window's content.
func (p *whyPopover) boardTop() float32 { return p.window.stage.views.root.Position().Y }

// bottom is where the status line begins.
func (p *whyPopover) bottom() float32 { return p.root.Size().Height - statusHeight }

// place moves the popover with its cell, and closes it when the cell is out
// of view or the comparison is another.
func (p *whyPopover) place() {
	if p == nil || !p.open {
		return
	}
	if p.page != p.window.page { // another page may have it elsewhere
		p.page, p.at = p.window.page, p.window.focusPlace()
	}
	if _, _, ok := p.window.stage.board.CellRect(p.at); !ok || !p.window.stage.board.Visible() || p.about != p.window.reading {
		p.close()
		return
	}
	p.root.Refresh()
	canvas.Refresh(p.window.stage.root) // the toolkit does not know an object that it never drew
}

// close hides the popover; it reports whether it was open.
func (p *whyPopover) close() bool {
	if !p.open {
		return false
	}
	p.open = false
	p.root.Hide()
	p.window.focusBoard()
	return true
}

// escape closes the popover on Escape.
func (p *whyPopover) escape(e *fyne.KeyEvent) bool {
	return e.Name == fyne.KeyEscape && p.close()
}

// captioned puts a muted caption before o.
func captioned(caption string, o fyne.CanvasObject) fyne.CanvasObject {
	l := newLabel(caption, board.ColorMuted)
	l.size = 12
	return container.New(captionLayout{}, l, o)
}

type captionLayout struct{}

// MinSize is part of fyne.Layout.
func (captionLayout) MinSize(os []fyne.CanvasObject) fyne.Size {
	return os[1].MinSize().AddWidthHeight(whyCaption, 0)
}

// Layout is part of fyne.Layout.
func (captionLayout) Layout(os []fyne.CanvasObject, s fyne.Size) {
	os[0].Resize(fyne.NewSize(whyCaption, os[0].MinSize().Height))
	os[0].Move(fyne.NewPos(0, 2))
	os[1].Resize(fyne.NewSize(s.Width-whyCaption, s.Height))
	os[1].Move(fyne.NewPos(whyCaption, 0))
}

// tied lays the popover out at its cell, with the line between.
type tied struct{ p *whyPopover }

// MinSize is part of fyne.Layout.
func (tied) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

// Layout is part of fyne.Layout.
func (t tied) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	p := t.p
	at, size, ok := p.window.stage.board.CellRect(p.at)
	if !p.open || !ok {
		return
	}
	box := p.box.MinSize()
	top := p.boardTop() + at.Y
	y, line := round(top+size.Height+whyGap), round(top+size.Height)
	if y+box.Height > p.bottom() && top-whyGap-box.Height >= 0 {
		y, line = round(top-whyGap-box.Height), round(top-whyGap)
	}
	x := round(max(8, min(at.X, s.Width-box.Width-8)))
	p.box.Resize(box)
	p.box.Move(fyne.NewPos(x, y))
	p.tie.Resize(fyne.NewSize(2, whyGap))
	p.tie.Move(fyne.NewPos(round(min(at.X+size.Width/2, x+box.Width-20)), line))
}
