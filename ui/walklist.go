package ui

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// walkRows is what a walkList lists.
type walkRows interface {
	count() int
	height(i int) float32
	newItem(*walkList) walkItem
	stops(i int) bool // the mark can stand on entry i
	open(i int)       // goes to what entry i stands for
}

// walkItem draws one entry.
type walkItem interface {
	fyne.CanvasObject
	entry() *walkEntry
}

// walkList is the list of a panel. One entry is marked: the one of the cell
// in focus, or where the arrow keys have gone; Enter, Space and a click open
// it. It draws only the entries in view, at any length, and unlike the
// toolkit's list takes the heights of all entries at once.
type walkList struct {
	widget.BaseWidget
	window  *Window
	rows    walkRows
	at      int       // the marked entry, -1 for none
	tops    []float32 // where entries begin, and where the last one ends
	scroll  *container.Scroll
	body    *walkBody
	focused bool
	keys    func(*fyne.KeyEvent) bool // asked first for every key; nil: nobody
}

func newWalkList(w *Window, rows walkRows) *walkList {
	l := &walkList{window: w, rows: rows, at: -1, tops: []float32{0}}
	l.body = &walkBody{list: l}
	l.body.ExtendBaseWidget(l.body)
	l.scroll = container.NewVScroll(l.body)
	l.scroll.OnScrolled = func(fyne.Position) { l.body.Refresh() }
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is part of fyne.Widget.
func (l *walkList) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.scroll) }

// fill takes over new entries. The mark stays at its place in the list.
func (l *walkList) fill() {
	n := l.rows.count()
	l.tops = append(l.tops[:0], 0)
	for i := range n {
		l.tops = append(l.tops, l.tops[i]+l.rows.height(i))
	}
	l.at = min(l.at, n-1)
	l.scroll.Refresh()
	l.body.Refresh()
}

// mark shows entry i as the chosen one, and brings it into view.
func (l *walkList) mark(i int) {
	if l.at == i {
		return
	}
	l.at = i
	l.show(i)
	l.body.Refresh()
}

// show scrolls as little as brings entry i into view.
func (l *walkList) show(i int) {
	if i < 0 || i+1 >= len(l.tops) {
		return
	}
	y, height := l.scroll.Offset.Y, l.scroll.Size().Height
	y = max(min(y, l.tops[i]), l.tops[i+1]-height)
	if y != l.scroll.Offset.Y {
		l.scroll.ScrollToOffset(fyne.NewPos(0, max(0, y)))
	}
}

// press marks an entry and opens it.
func (l *walkList) press(i int) {
	if i >= 0 && i < l.rows.count() && l.rows.stops(i) {
		l.mark(i)
		l.rows.open(i)
	}
}

// step marks the n-th next entry that the mark can stand on, of those before
// it if n is negative; the last there is where fewer follow.
func (l *walkList) step(n int) {
	by := 1
	if n < 0 {
		by, n = -1, -n
	}
	to := l.at
	for i := l.at + by; i >= 0 && i < l.rows.count() && n > 0; i += by {
		if l.rows.stops(i) {
			to, n = i, n-1
		}
	}
	l.mark(to)
}

// pageful is how many entries the keys for pages go.
const pageful = 8

// TypedKey is part of fyne.Focusable.
func (l *walkList) TypedKey(k *fyne.KeyEvent) {
	if l.keys != nil && l.keys(k) {
		return
	}
	switch k.Name {
	case fyne.KeyDown:
		l.step(+1)
	case fyne.KeyUp:
		l.step(-1)
	case fyne.KeyPageDown:
		l.step(+pageful)
	case fyne.KeyPageUp:
		l.step(-pageful)
	case fyne.KeyHome:
		l.step(-l.rows.count())
	case fyne.KeyEnd:
		l.step(+l.rows.count())
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.press(l.at)
	case fyne.KeyEscape:
		l.window.focusBoard()
	default:
		l.window.functionKey(k.Name)
	}
}

// TypedRune is part of fyne.Focusable: letters act as on the board.
func (l *walkList) TypedRune(r rune) { l.window.typedRune(r) }

// FocusGained is part of fyne.Focusable.
func (l *walkList) FocusGained() {
	l.focused = true
	if l.at < 0 {
		l.step(+1)
	}
	l.body.Refresh()
}

// FocusLost is part of fyne.Focusable.
func (l *walkList) FocusLost() { l.focused = false; l.body.Refresh() }

// walkBody is the whole length of a list, of which only what is in view is
// there.
type walkBody struct {
	widget.BaseWidget
	list *walkList
}

// CreateRenderer is part of fyne.Widget.
func (b *walkBody) CreateRenderer() fyne.WidgetRenderer { return &walkRenderer{list: b.list} }

type walkRenderer struct {
	list  *walkList
	items []walkItem // drawn before, used again
	shown []fyne.CanvasObject
}

func (r *walkRenderer) Objects() []fyne.CanvasObject { return r.shown }
func (r *walkRenderer) Destroy()                     {}
func (r *walkRenderer) Layout(fyne.Size)             { r.Refresh() }

func (r *walkRenderer) MinSize() fyne.Size {
	return fyne.NewSize(1, r.list.tops[len(r.list.tops)-1])
}

// Refresh puts an item on every entry in view.
func (r *walkRenderer) Refresh() {
	l := r.list
	from, height := l.scroll.Offset.Y, l.scroll.Size().Height
	n := len(l.tops) - 1
	i := max(0, sort.Search(n, func(i int) bool { return l.tops[i+1] > from }))
	r.shown = r.shown[:0]
	for ; i < n && l.tops[i] < from+height; i++ {
		if len(r.shown) == len(r.items) {
			r.items = append(r.items, l.rows.newItem(l))
		}
		item := r.items[len(r.shown)]
		e := item.entry()
		e.i, e.now = i, i == l.at
		item.Move(fyne.NewPos(0, l.tops[i]))
		item.Resize(fyne.NewSize(l.scroll.Size().Width, l.tops[i+1]-l.tops[i]))
		item.Refresh()
		r.shown = append(r.shown, item)
	}
}

// walkEntry is what the items of all panels have in common.
type walkEntry struct {
	widget.BaseWidget
	list *walkList
	i    int  // place in the list
	now  bool // it is the marked one
}

func (e *walkEntry) entry() *walkEntry { return e }

// Tapped is part of fyne.Tappable.
func (e *walkEntry) Tapped(*fyne.PointEvent) { e.list.press(e.i) }

// Cursor is part of desktop.Cursorable.
func (e *walkEntry) Cursor() desktop.Cursor {
	if e.list.rows.stops(e.i) {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
