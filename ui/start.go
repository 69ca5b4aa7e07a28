package ui

import (
	"image"
	"image/color"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"wirediff/diff/report"
	"wirediff/ui/board"
	"wirediff/ui/tongue"
)

// Measures of the start page, in pixels at scale 1.
const (
	startColumn  = 560 // width of the left part
	howToWidth   = 570 // and of the right one
	startGap     = 110 // between them
	startTop     = 64
	frameHeight  = 150
	recentHeight = 39
)

// startPage is the manual: where to drop, what to press, what was open
// before, and the seven marks with a line each.
type startPage struct {
	root   *fyne.Container
	open   *press
	left   *fyne.Container // work that was not saved
	recent *fyne.Container
	listed []string // what both list
}

func newStartPage(w *Window) *startPage {
	g := &startPage{left: container.New(tightRows{}), recent: container.New(tightRows{})}
	g.open = w.newStart(facePrimary, "open", tr("Open files …"))
	name := newLabel(appName, board.ColorInk)
	name.bold, name.size, name.font = true, 42, w.stage.serifs.bold
	line := newLabel(tr("One story, two to eight versions, sentence by sentence."), board.ColorQuiet)
	line.size, line.font = 21, w.stage.serifs.regular
	buttons := container.New(&inLine{gap: 10}, g.open,
		w.newStart(faceTool, "paste", tr("Paste a text")), w.newStart(faceTool, "example", tr("Open the example")))
	left := container.New(tightRows{}, name, padded(line, 0, 2, 0, 20), newDropFrame(w.stage.serifs),
		padded(container.New(&fixedHeight{38}, buttons), 0, 18, 0, 30), g.left, g.recent)
	right := container.New(tightRows{}, heading(tr("How to read a page")), newHowTo(w.stage.serifs))
	page := container.NewVScroll(container.New(&sideBySide{}, left, right))
	nothing := newLabel(tr("Nothing leaves this machine. Web addresses are fetched only when you ask."), board.ColorMuted)
	keys := newPress(facePlain, tr("keys"), func() { w.do(w.command("keys")) })
	keys.bold, keys.ink = "F1", board.ColorMuted
	nothing.size, keys.size = 12, 12
	foot := container.New(tightRows{}, newGround(board.ColorRule, 1, 1),
		container.NewStack(newGround(board.ColorChrome, 1, statusHeight-1),
			container.New(between{left: []fyne.CanvasObject{nothing}, right: []fyne.CanvasObject{keys}, height: statusHeight - 1, pad: 16}, nothing, keys)))
	g.root = container.NewBorder(nil, foot, nil, nil, page)
	return g
}

// newStart returns a large button that runs a command and shows its key.
func (w *Window) newStart(f face, id, words string) *press {
	c := w.command(id)
	p := newPress(f, words, func() { w.do(c) })
	p.size, p.tall = 14, 6
	if len(c.keys) > 0 {
		p.hint = c.keys[0].String()
	}
	return p
}

// heading is a small line over a list, with a hairline under it.
func heading(words string) fyne.CanvasObject {
	l := newLabel(words, board.ColorMuted)
	l.size = 12
	return container.New(tightRows{}, padded(l, 0, 0, 0, 7), newGround(board.ColorRule, 1, 1))
}

// show lists what was not saved, and the comparisons that were open before.
func (g *startPage) show(w *Window) {
	var listed []string
	for _, l := range w.state.Left {
		listed = append(listed, l.Key)
	}
	rs := w.settings.recents()
	rs = rs[:min(len(rs), 5)]
	for _, r := range rs {
		listed = append(listed, r.title()+r.when(time.Now()))
	}
	if slices.Equal(listed, g.listed) {
		return
	}
	g.listed = listed
	g.left.RemoveAll()
	g.recent.RemoveAll()
	if len(w.state.Left) > 0 {
		g.left.Add(heading(tr("Not saved before Wirediff closed")))
		for _, l := range w.state.Left {
			g.left.Add(newLeftRow(w, l))
			g.left.Add(newGround(board.ColorRule, 1, 1))
		}
		g.left.Add(padded(newGround(board.ColorPaper, 1, 1), 0, 24, 0, 0))
	}
	if len(rs) > 0 {
		g.recent.Add(heading(tr("Recent")))
	}
	for _, r := range rs {
		g.recent.Add(newRecentRow(w, r))
		g.recent.Add(newGround(board.ColorRule, 1, 1))
	}
}

// newLeftRow is a line of work that was not saved: a press opens it, another
// discards it after a question.
func newLeftRow(w *Window, l leftWork) fyne.CanvasObject {
	row := newPageRow(w, tr("Recovered work"), l.words, dayWords(l.when, time.Now()), func() { w.adopt(l) })
	if !l.whole {
		row.title.say(tr("Cannot be read"))
		row.action = func() { w.offer(l) }
	}
	discard := newPress(faceTool, tr("Discard"), func() {
		w.ask(tr("Discard the work that was not saved?"), l.words+".", choice{tr("Discard"), func() { w.dropLeft(l) }})
	})
	discard.size = 12
	return container.NewBorder(nil, nil, nil, container.NewCenter(discard), row)
}

// recentItems are the entries of the menu of recent comparisons.
func (w *Window) recentItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, r := range w.settings.recents() {
		items = append(items, fyne.NewMenuItem(r.title()+" – "+r.names(), func() { w.replaceAll(r.Paths) }))
	}
	if len(items) == 0 {
		none := fyne.NewMenuItem(tr("Nothing was open before"), nil)
		none.Disabled = true
		items = append(items, none)
	}
	return items
}

// title is the headline of a recent comparison, else its first outlet.
func (r recent) title() string {
	if r.Title != "" || len(r.Names) == 0 {
		return r.Title
	}
	return r.Names[0]
}

// names says whose versions a recent comparison has.
func (r recent) names() string {
	switch n := len(r.Names); n {
	case 0:
		return ""
	case 1:
		return r.Names[0]
	case 2:
		return tr("%s and %s", r.Names[0], r.Names[1])
	default:
		return tr("%s and %s", r.Names[0], countWords(n-1, "other"))
	}
}

// when says on which day a recent comparison was open.
func (r recent) when(now time.Time) string { return dayWords(r.When, now) }

// dayWords says on which day something was, and today at what time.
func dayWords(when, now time.Time) string {
	t := when.In(now.Location())
	days := now.YearDay() - t.YearDay()
	switch {
	case t.Year() == now.Year() && days == 0:
		return tr("today, %s", t.Format("15:04"))
	case t.Year() == now.Year() && days == 1:
		return tr("yesterday")
	case t.Year() == now.Year():
		return tongue.Date(t.Format("Mon 2 Jan"))
	}
	return tongue.Date(t.Format("2 Jan 2006"))
}

// recentRow is a line of the list of recent comparisons.
type recentRow struct {
	press
	title, names, when *label
}

func newRecentRow(w *Window, r recent) *recentRow {
	return newPageRow(w, r.title(), r.names(), r.when(time.Now()), func() { w.replaceAll(r.Paths) })
}

// newPageRow is a line of the start page: a title, what it is about, a day.
func newPageRow(w *Window, title, about, when string, action func()) *recentRow {
	row := &recentRow{title: newLabel(title, board.ColorInk), names: newLabel(about, board.ColorMuted), when: newLabel(when, board.ColorMuted)}
	row.title.size, row.title.bold, row.title.font, row.title.cut = 16, true, w.stage.serifs.bold, true
	row.names.size, row.when.size, row.names.cut = 13, 13, true
	row.action = action
	row.ExtendBaseWidget(row)
	return row
}

// CreateRenderer is part of fyne.Widget.
func (r *recentRow) CreateRenderer() fyne.WidgetRenderer {
	v := &recentRenderer{row: r, ring: canvas.NewRectangle(color.Transparent)}
	v.ring.StrokeWidth, v.ring.CornerRadius = 2, pressRadius
	v.Refresh()
	return v
}

type recentRenderer struct {
	row  *recentRow
	ring *canvas.Rectangle
}

func (v *recentRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.row.title, v.row.names, v.row.when, v.ring}
}
func (v *recentRenderer) Destroy()           {}
func (v *recentRenderer) MinSize() fyne.Size { return fyne.NewSize(300, recentHeight) }

func (v *recentRenderer) Layout(s fyne.Size) {
	when := v.row.when.MinSize().Width
	names := round(s.Width * 0.48)
	for _, p := range []struct {
		l        *label
		x, width float32
	}{{v.row.title, 0, names - 12}, {v.row.names, names, s.Width - names - when - 12}, {v.row.when, s.Width - when, when}} {
		p.l.Resize(fyne.NewSize(p.width, s.Height))
		p.l.Move(fyne.NewPos(p.x, 0))
	}
	v.ring.Resize(s)
}

func (v *recentRenderer) Refresh() {
	v.ring.StrokeColor, v.ring.Hidden = colour(v.row, board.ColorFocus), !v.row.focused && !v.row.hovered
	if !v.row.focused {
		v.ring.StrokeColor = colour(v.row, board.ColorHair)
	}
	canvas.Refresh(v.row)
}

// dropFrame is the place that says where to drop.
type dropFrame struct{ widget.BaseWidget }

func newDropFrame(f serifs) fyne.CanvasObject {
	d := &dropFrame{}
	d.ExtendBaseWidget(d)
	head := newLabel(tr("Drop the versions here"), board.ColorInk)
	head.bold, head.font, head.size = true, f.bold, 19
	lines := []*label{head, newLabel(tr("two to eight files, or one folder"), board.ColorMuted),
		newLabel(tr("text, Word, PDF with text, saved web pages, newsroom XML"), board.ColorMuted)}
	box := container.NewVBox()
	for _, l := range lines {
		l.centre = true
		box.Add(l)
	}
	return container.NewStack(d, container.NewCenter(box))
}

// CreateRenderer is part of fyne.Widget.
func (f *dropFrame) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRaster(f.draw))
}

// MinSize is part of fyne.CanvasObject.
func (f *dropFrame) MinSize() fyne.Size { return fyne.NewSize(300, frameHeight) }

func (f *dropFrame) draw(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	ink := color.NRGBAModel.Convert(colour(f, board.ColorEdge)).(color.NRGBA)
	dashedFrame(img, ink, 2, 6, 4)
	return img
}

// dashedFrame draws the outline of img, width pixels wide, on pixels on and
// off pixels off.
func dashedFrame(img *image.NRGBA, ink color.NRGBA, width, on, off int) {
	b := img.Bounds()
	for i := range max(b.Dx(), b.Dy()) {
		if i%(on+off) >= on {
			continue
		}
		for k := range width {
			if i < b.Dx() {
				img.SetNRGBA(i, k, ink)
				img.SetNRGBA(i, b.Dy()-1-k, ink)
			}
			if i < b.Dy() {
				img.SetNRGBA(k, i, ink)
				img.SetNRGBA(b.Dx()-1-k, i, ink)
			}
		}
	}
}

// sideBySide puts the two parts of the start page next to each other, or
// below each other where the window is narrow.
type sideBySide struct{ narrow bool }

// MinSize is part of fyne.Layout.
func (l *sideBySide) MinSize(os []fyne.CanvasObject) fyne.Size {
	a, b := os[0].MinSize().Height, os[1].MinSize().Height
	if l.narrow {
		return fyne.NewSize(startColumn, 2*startTop+a+startTop/2+b)
	}
	return fyne.NewSize(startColumn, startTop+max(a, b)+startTop/2)
}

// Layout is part of fyne.Layout.
func (l *sideBySide) Layout(os []fyne.CanvasObject, s fyne.Size) {
	a, b := os[0], os[1]
	width := min(s.Width-80, startColumn+startGap+howToWidth)
	l.narrow = width < startColumn+40+howToWidth-80
	x := round((s.Width - width) / 2)
	half := round(min((width-60)/2, startColumn))
	if l.narrow {
		half = min(width, startColumn)
		x = round((s.Width - half) / 2)
	}
	a.Resize(fyne.NewSize(half, a.MinSize().Height))
	a.Move(fyne.NewPos(x, startTop))
	b.Resize(fyne.NewSize(half, b.MinSize().Height))
	if l.narrow {
		b.Move(fyne.NewPos(x, startTop+a.MinSize().Height+startTop/2))
		return
	}
	b.Move(fyne.NewPos(x+width-half, startTop+10))
}

// fixedHeight gives its object a height and its own width.
type fixedHeight struct{ height float32 }

// MinSize is part of fyne.Layout.
func (f *fixedHeight) MinSize(os []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(os[0].MinSize().Width, f.height)
}

// Layout is part of fyne.Layout.
func (f *fixedHeight) Layout(os []fyne.CanvasObject, s fyne.Size) { os[0].Resize(s) }

// paletteOf returns the palette that o is drawn with.
func paletteOf(o fyne.CanvasObject) report.Palette {
	if th, ok := themeOf(o).(*board.Theme); ok {
		return th.Palette()
	}
	return report.Colours(report.Standard, false)
}
