package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"wirediff/diff/report"
	"wirediff/ui/board"
)

// Measures of the change list, from the design's table.
const (
	listWidth   = 344
	entryHeight = 52
	entryLabel  = 44 // right end of the row number
	entryLetter = 56
	entryText   = 78
)

// changeList is the panel of all changes, right of the overview. What the
// filter folds is not in it, so its length is the count of the tool bar.
type changeList struct {
	root  *fyne.Container
	title *label
	clear *press
	head  *listHead
	list  *entryList
	items []report.Change
	page  *report.Page
}

func newChangeList(w *Window) *changeList {
	l := &changeList{title: newLabel("Changes", board.ColorInk)}
	l.title.bold, l.title.size = true, 14
	l.clear = newPress(facePlain, "Clear filter", func() { w.do(w.command("all")) })
	l.clear.underline, l.clear.ink = true, board.ColorMuted
	shut := newPress(facePlain, "Close", func() { w.do(w.command("changelist")) })
	shut.hint = "Ctrl L"
	title := container.New(between{left: []fyne.CanvasObject{l.title}, right: []fyne.CanvasObject{l.clear, shut},
		height: 44, pad: 14, gap: 4}, l.title, l.clear, shut)
	l.list, l.head = newEntryList(w, l), newListHead(w)
	head := container.New(tightRows{}, title, l.head.root, newGround(board.ColorRule, 1, 1))
	body := container.New(layout.NewBorderLayout(head, nil, nil, nil), head, l.list)
	l.root = container.New(sideLine{}, newGround(board.ColorPaper, 1, 1), newGround(board.ColorRule, 1, 1), body)
	return l
}

// show brings the panel in line with the window.
func (l *changeList) show(w *Window) {
	l.root.Hidden = !w.state.List
	if !w.state.List || w.page == nil {
		return
	}
	if l.page != w.page {
		l.page, l.items = w.page, report.ChangeList(w.page)
		l.list.Refresh()
		l.head.count(w)
	}
	l.title.say(l.head.words(w))
	l.head.show(w)
	l.clear.Hidden = !w.state.Filter.Active()
	l.follow(w)
}

// follow marks the entry of the cell in focus.
func (l *changeList) follow(w *Window) {
	at, ok := w.stage.board.Focus()
	if !w.state.List || !ok {
		return
	}
	for i, c := range l.items {
		if c.Place.Col == at.Col && at.Row >= c.Place.Row && at.Row < c.Place.Row+c.Rows {
			l.list.mark(i)
			return
		}
	}
}

// entryList is the list itself. The toolkit's list moves its own focus with
// the arrow keys; Enter and Space go to the cell.
type entryList struct {
	widget.List
	at      int // the entry of the cell in focus, -1 for none
	changes *changeList
}

func newEntryList(w *Window, l *changeList) *entryList {
	e := &entryList{at: -1, changes: l}
	e.Length = func() int { return len(l.items) }
	e.CreateItem = func() fyne.CanvasObject { return newEntryItem(w) }
	e.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*entryItem).set(l.items[i], i == e.at) }
	e.OnSelected = func(i widget.ListItemID) {
		e.Unselect(i) // the mark is ours: it follows the board
		w.stage.board.FocusCell(l.items[i].Place)
	}
	e.HideSeparators = true
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey is part of fyne.Focusable.
func (e *entryList) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		e.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		e.List.TypedKey(k)
	}
}

// mark shows entry i as the one of the cell in focus.
func (e *entryList) mark(i int) {
	if e.at == i {
		return
	}
	old := e.at
	e.at = i
	if old >= 0 && old < len(e.changes.items) {
		e.RefreshItem(old)
	}
	e.RefreshItem(i)
	e.ScrollTo(i)
}

// entryItem is one entry: row, letter, what was done, and the words.
type entryItem struct {
	widget.BaseWidget
	window *Window
	change report.Change
	now    bool
}

func newEntryItem(w *Window) *entryItem {
	i := &entryItem{window: w}
	i.ExtendBaseWidget(i)
	return i
}

func (i *entryItem) set(c report.Change, now bool) {
	i.change, i.now = c, now
	i.Refresh()
}

// Cursor is part of desktop.Cursorable.
func (i *entryItem) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is part of fyne.Widget.
func (i *entryItem) CreateRenderer() fyne.WidgetRenderer { return &entryRenderer{item: i} }

type entryRenderer struct {
	item    *entryItem
	objects []fyne.CanvasObject
}

func (r *entryRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *entryRenderer) Destroy()                     {}
func (r *entryRenderer) MinSize() fyne.Size           { return fyne.NewSize(listWidth-20, entryHeight) }
func (r *entryRenderer) Layout(fyne.Size)             { r.Refresh() }

func (r *entryRenderer) Refresh() {
	i, pal := r.item, paletteOf(r.item)
	r.objects = r.objects[:0]
	if i.change.Cell == nil {
		return
	}
	width := i.Size().Width
	if i.now {
		r.add(canvas.NewRectangle(pal.Band), 0, 0, width, entryHeight-1)
		r.add(canvas.NewRectangle(pal.Focus), 0, 0, 4, entryHeight-1)
	}
	r.add(canvas.NewRectangle(pal.Rule), 0, entryHeight-1, width, 1)
	number := r.text(i.change.Label, pal.Muted, 11, false, nil)
	r.place(number, max(6, entryLabel-number.MinSize().Width), 8)
	r.place(r.text(i.change.Letter, pal.Ink, 11, true, nil), entryLetter, 8)
	r.status(pal)
	r.words(pal, width)
	canvas.Refresh(i)
}

// status prints what was done as mark and word, and how many in a row.
func (r *entryRenderer) status(pal report.Palette) {
	c := r.item.change
	what := count{status: c.Cell.Verdict.Status, moved: c.Cell.Chip != nil}
	words := what.word()
	if c.Cell.Chip != nil {
		words = chipWords(*c.Cell.Chip)
	}
	if c.Cell.Verdict.Unsure {
		words += ", unsure"
	}
	if c.Rows > 1 {
		words += ", " + countWords(c.Rows, "row")
	}
	r.add(board.NewIcon(what.mark(), what.ink()), entryText, 9, 12, 12)
	r.place(r.text(words, familyOf(pal, what.ink()).Mark, 11, true, nil), entryText+17, 8)
}

// words prints the words on one line; what finds no room is left out.
func (r *entryRenderer) words(pal report.Palette, width float32) {
	x, room := float32(entryText), width-12
	for _, run := range r.item.change.Runs {
		t := r.text(run.Text, pal.Ink, 14, false, r.item.window.stage.serifs.regular)
		t.Text = cutTo(run.Text, room-x, func(s string) float32 {
			t.Text = s
			return t.MinSize().Width
		})
		if t.Text == "" {
			return
		}
		w := ceil(t.MinSize().Width)
		r.ground(run.Mark, pal, x, w)
		r.place(t, x, 26)
		if run.Mark == report.Gone {
			r.add(canvas.NewRectangle(pal.Cut.Mark), x, 36, w, 1)
		}
		if x += w + 4; x > room-20 {
			return
		}
	}
}

// ground lays the mark of a run under its words.
func (r *entryRenderer) ground(m report.Mark, pal report.Palette, x, w float32) {
	box := func(fam report.Family, lines ...float32) {
		b := canvas.NewRectangle(fam.Tint)
		b.CornerRadius = 2
		r.add(b, x-1, 26, w+2, 20)
		for _, y := range lines {
			r.add(canvas.NewRectangle(fam.Line), x-1, y, w+2, 1)
		}
	}
	switch m {
	case report.Gone:
		box(pal.Cut)
	case report.Replaced:
		box(pal.Word, 44, 45)
	case report.Inserted:
		box(pal.Added, 43, 45)
	}
}

func (r *entryRenderer) text(s string, ink color.Color, size float32, bold bool, font fyne.Resource) *canvas.Text {
	t := canvas.NewText(s, ink)
	t.TextSize, t.TextStyle.Bold, t.FontSource = size, bold, font
	return t
}

func (r *entryRenderer) place(t *canvas.Text, x, y float32) {
	m := t.MinSize()
	r.add(t, x, y, m.Width, m.Height)
}

func (r *entryRenderer) add(o fyne.CanvasObject, x, y, w, h float32) {
	o.Resize(fyne.NewSize(round(w), h))
	o.Move(fyne.NewPos(round(x), y))
	r.objects = append(r.objects, o)
}

// chipWords is the chip of a moved cell in words.
func chipWords(c report.Chip) string {
	if c.Up {
		return "moved up from " + c.Label
	}
	return "moved down from " + c.Label
}

// sideLine lays a ground, a hairline at its left, and what stands on it.
type sideLine struct{}

// MinSize is part of fyne.Layout.
func (sideLine) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(listWidth, 100) }

// Layout is part of fyne.Layout.
func (sideLine) Layout(os []fyne.CanvasObject, s fyne.Size) {
	os[0].Resize(s)
	os[1].Resize(fyne.NewSize(1, s.Height))
	os[2].Move(fyne.NewPos(1, 0))
	os[2].Resize(s.SubtractWidthHeight(1, 0))
}
