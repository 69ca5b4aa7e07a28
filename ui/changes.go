package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

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
	list  *walkList
	items []report.Change
	page  *report.Page
	from  *Window
}

func newChangeList(w *Window) *changeList {
	l := &changeList{title: newLabel(tr("Changes"), board.ColorInk), from: w}
	l.title.bold, l.title.size = true, 14
	l.clear = newPress(facePlain, tr("Clear filter"), func() { w.do(w.command("all")) })
	l.clear.underline, l.clear.ink = true, board.ColorMuted
	title := lineOf(between{left: []fyne.CanvasObject{l.title}, right: []fyne.CanvasObject{l.clear, w.plainShut()}, height: 44, pad: 14, gap: 4})
	l.list, l.head = newWalkList(w, l), newListHead(w)
	l.root = panelFrame(container.New(tightRows{}, title, l.head.root, newGround(board.ColorRule, 1, 1)), l.list)
	return l
}

// panelFrame is a panel: a head over a list, and a hairline at the left.
func panelFrame(head, list fyne.CanvasObject) *fyne.Container {
	body := container.New(layout.NewBorderLayout(head, nil, nil, nil), head, list)
	return container.New(sideLine{}, newGround(board.ColorPaper, 1, 1), newGround(board.ColorRule, 1, 1), body)
}

// show brings the panel in line with the window.
func (l *changeList) show(w *Window) {
	l.root.Hidden = w.state.Panel != changesPanel
	if l.root.Hidden || w.page == nil {
		return
	}
	if l.page != w.page {
		l.page, l.items = w.page, report.ChangeList(w.page)
		l.list.fill()
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
	if l.root.Hidden || !ok {
		return
	}
	for i, c := range l.items {
		if c.Place.Col == at.Col && at.Row >= c.Place.Row && at.Row < c.Place.Row+c.Rows {
			l.list.mark(i)
			return
		}
	}
}

// The changes as rows of a walkList.
func (l *changeList) count() int                    { return len(l.items) }
func (l *changeList) height(int) float32            { return entryHeight }
func (l *changeList) stops(int) bool                { return true }
func (l *changeList) open(i int)                    { l.from.stage.board.FocusCell(l.items[i].Place) }
func (l *changeList) newItem(of *walkList) walkItem { return newEntryItem(l, of) }

// entryItem is one entry: row, letter, what was done, and the words.
type entryItem struct {
	walkEntry
	changes *changeList
}

func newEntryItem(l *changeList, of *walkList) *entryItem {
	i := &entryItem{changes: l}
	i.list = of
	i.ExtendBaseWidget(i)
	return i
}

// CreateRenderer is part of fyne.Widget.
func (i *entryItem) CreateRenderer() fyne.WidgetRenderer { return &entryRenderer{item: i} }

type entryRenderer struct {
	sketch
	item *entryItem
}

func (r *entryRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *entryRenderer) Destroy()                     {}
func (r *entryRenderer) MinSize() fyne.Size           { return fyne.NewSize(listWidth-20, entryHeight) }
func (r *entryRenderer) Layout(fyne.Size)             { r.Refresh() }

func (r *entryRenderer) Refresh() {
	i, pal := r.item, paletteOf(r.item)
	r.objects = r.objects[:0]
	if i.i >= len(i.changes.items) {
		return
	}
	change, width := i.changes.items[i.i], i.Size().Width
	r.ground(&i.walkEntry, pal)
	r.box(pal.Rule, 0, entryHeight-1, width, 1)
	number := newText(change.Label, pal.Muted, 11, false, nil)
	r.put(number, max(6, entryLabel-number.MinSize().Width), 8)
	r.put(newText(change.Letter, pal.Ink, 11, true, nil), entryLetter, 8)
	r.status(change, pal)
	r.words(change, pal, width)
}

// status prints what was done as mark and word, and how many in a row.
func (r *entryRenderer) status(c report.Change, pal report.Palette) {
	what := count{status: c.Cell.Verdict.Status, moved: c.Cell.Chip != nil}
	words := what.word()
	if c.Cell.Chip != nil {
		words = chipWords(*c.Cell.Chip)
	}
	if c.Cell.Verdict.Unsure {
		words += tr(", unsure")
	}
	if c.Rows > 1 {
		words += ", " + countWords(c.Rows, "row")
	}
	r.sign(what.mark(), what.ink(), entryText, 9)
	r.put(newText(words, familyOf(pal, what.ink()).Mark, 11, true, nil), entryText+17, 8)
}

// words prints the words on one line; what finds no room is left out.
func (r *entryRenderer) words(c report.Change, pal report.Palette, width float32) {
	x, room := float32(entryText), width-12
	for _, run := range c.Runs {
		t := newText(run.Text, pal.Ink, 14, false, r.item.changes.from.stage.serifs.regular)
		t.Text = cutTo(run.Text, room-x, func(s string) float32 {
			t.Text = s
			return t.MinSize().Width
		})
		if t.Text == "" {
			return
		}
		w := ceil(t.MinSize().Width)
		r.changed(run.Mark, pal, x, 26, w)
		r.put(t, x, 26)
		r.struck(run.Mark, pal, x, 26, w)
		if x += w + 4; x > room-20 {
			return
		}
	}
}

// chipWords is the chip of a moved cell in words.
func chipWords(c report.Chip) string {
	if c.Up {
		return tr("moved up from %s", c.Label)
	}
	return tr("moved down from %s", c.Label)
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
