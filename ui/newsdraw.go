package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"wirediff/diff/report"
	"wirediff/ui/board"
)

// Measures of the entries of a news panel, in pixels at scale 1.
const (
	newsPad   = 14                         // left and right of the words
	newsRow   = 18                         // of the interface's letters
	newsStory = 22                         // of the stories' letters
	newsWidth = listWidth - 2*newsPad - 10 // the scroll bar stands in the rest
	newsSmall = 12
	newsLarge = 14
)

// setting measures words for a panel and remembers them: a list asks again
// for every entry that scrolls in.
type setting struct {
	serif fyne.Resource
	known map[string]float32
}

func newSetting(w *Window) *setting {
	return &setting{serif: w.stage.serifs.regular, known: map[string]float32{}}
}

// width measures words of a piece.
func (s *setting) width(p piece, words string, story bool) float32 {
	key := words
	if p.bold {
		key = "b" + key
	}
	if story {
		key = "s" + key
	}
	if w, ok := s.known[key]; ok {
		return w
	}
	w := s.text(p, words, story, color.Black).MinSize().Width
	s.known[key] = w
	return w
}

// text is words of a piece as they are drawn.
func (s *setting) text(p piece, words string, story bool, ink color.Color) *canvas.Text {
	t := canvas.NewText(words, ink)
	t.TextSize, t.TextStyle.Bold = newsSmall, p.bold
	if story && p.ink != board.ColorMuted { // the program's own words stay in its letters
		t.TextSize, t.FontSource = newsLarge, s.serif
	}
	return t
}

// set breaks a line into rows.
func (s *setting) set(l newsLine) []placedWords {
	return l.setWords(newsWidth, func(p piece, words string) float32 { return s.width(p, words, l.story) })
}

func rowHeight(l newsLine) float32 {
	if l.story {
		return newsStory
	}
	return newsRow
}

// height is how tall an entry is.
func (s *setting) height(e newsEntry) float32 {
	h := e.room + 4
	for _, l := range e.lines {
		rows := 1
		for _, p := range s.set(l) {
			rows = max(rows, p.row+1)
		}
		h += float32(rows) * rowHeight(l)
	}
	return h
}

// newsItem is one entry on the screen.
type newsItem struct {
	widget.BaseWidget
	window  *Window
	entry   newsEntry
	now     bool
	setting *setting
	dismiss *press
}

func newNewsItem(w *Window) *newsItem {
	i := &newsItem{window: w, setting: newSetting(w)}
	i.dismiss = newPress(facePlain, "", func() { w.turnAside(i.entry) })
	i.dismiss.size, i.dismiss.underline, i.dismiss.ink = 11, true, board.ColorMuted
	i.ExtendBaseWidget(i)
	return i
}

func (i *newsItem) set(e newsEntry, now bool) {
	i.entry, i.now = e, now
	i.dismiss.text = "Dismiss"
	if e.aside {
		i.dismiss.text = "Bring back"
	}
	i.dismiss.Hidden = !now || e.id == ""
	i.Refresh()
}

// Cursor is part of desktop.Cursorable.
func (i *newsItem) Cursor() desktop.Cursor {
	if i.entry.leads {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// TappedSecondary is part of fyne.SecondaryTappable: what can be done with
// the finding.
func (i *newsItem) TappedSecondary(e *fyne.PointEvent) {
	if x := i.entry; x.id != "" {
		i.window.popMenuAt(i.window.findingMenu(x), e.AbsolutePosition)
	}
}

// findingMenu is the menu of an entry that can be put aside.
func (w *Window) findingMenu(e newsEntry) *fyne.Menu {
	one, all := "Dismiss this finding", "Dismiss all of the kind “"+e.kind.Words()+"”"
	if e.aside {
		one, all = "Bring this finding back", "Bring the kind “"+e.kind.Words()+"” back"
	}
	return fyne.NewMenu("",
		fyne.NewMenuItem("Go to it", func() { w.stage.board.FocusCell(e.place) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(one, func() { w.turnAside(e) }),
		fyne.NewMenuItem(all, func() { w.turnAsideKind(e) }))
}

// CreateRenderer is part of fyne.Widget.
func (i *newsItem) CreateRenderer() fyne.WidgetRenderer { return &newsRenderer{item: i} }

type newsRenderer struct {
	item    *newsItem
	objects []fyne.CanvasObject
}

func (r *newsRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *newsRenderer) Destroy()                     {}
func (r *newsRenderer) MinSize() fyne.Size           { return fyne.NewSize(listWidth-20, newsRow) }
func (r *newsRenderer) Layout(fyne.Size)             { r.Refresh() }

func (r *newsRenderer) Refresh() {
	i, pal := r.item, paletteOf(r.item)
	r.objects = r.objects[:0]
	size := i.Size()
	switch {
	case i.now:
		r.add(canvas.NewRectangle(pal.Band), 0, 0, size.Width, size.Height)
		r.add(canvas.NewRectangle(pal.Focus), 0, 0, 4, size.Height)
	case i.entry.head:
		r.add(canvas.NewRectangle(pal.Chrome), 0, 0, size.Width, size.Height)
	}
	if i.entry.room > 0 {
		r.add(canvas.NewRectangle(pal.Rule), 0, 0, size.Width, 1)
	}
	y := i.entry.room
	for _, l := range i.entry.lines {
		rows := 1
		for _, p := range i.setting.set(l) {
			rows = max(rows, p.row+1)
			r.words(p, l.story, y+float32(p.row)*rowHeight(l), pal)
		}
		y += float32(rows) * rowHeight(l)
	}
	if !i.dismiss.Hidden {
		m := i.dismiss.MinSize()
		r.add(i.dismiss, size.Width-m.Width-6, i.entry.room-7, m.Width, m.Height)
	}
	canvas.Refresh(i)
}

// words draws a piece with its mark or its ground.
func (r *newsRenderer) words(p placedWords, story bool, y float32, pal report.Palette) {
	x := newsPad + p.x
	if p.mark {
		r.add(board.NewIcon(p.icon, p.ink), x, y+3, 12, 12)
		x += iconRoom
	}
	t := r.item.setting.text(p.piece, p.text, story, colour(r.item, p.ink))
	if r.item.entry.aside {
		t.Color = pal.Muted
	}
	m := t.MinSize()
	width := ceil(m.Width)
	r.ground(p.run, x, y, width, pal)
	r.add(t, x, y+round((rowHeightOf(story)-m.Height)/2), m.Width, m.Height)
	if p.run == report.Gone {
		r.add(canvas.NewRectangle(pal.Cut.Mark), x, y+newsStory/2, width, 1)
	}
}

func rowHeightOf(story bool) float32 { return rowHeight(newsLine{story: story}) }

// ground lays the mark of changed words under them, as on the page: one line
// for replaced words, two apart for inserted ones.
func (r *newsRenderer) ground(m report.Mark, x, y, w float32, pal report.Palette) {
	fam, lines := pal.Cut, []float32(nil)
	switch m {
	case report.Replaced:
		fam, lines = pal.Word, []float32{19, 20}
	case report.Inserted:
		fam, lines = pal.Added, []float32{18, 20}
	case report.Gone:
	default:
		return
	}
	box := canvas.NewRectangle(fam.Tint)
	box.CornerRadius = 2
	r.add(box, x-1, y+1, w+2, 20)
	for _, dy := range lines {
		r.add(canvas.NewRectangle(fam.Line), x-1, y+dy, w+2, 1)
	}
}

func (r *newsRenderer) add(o fyne.CanvasObject, x, y, w, h float32) {
	o.Resize(fyne.NewSize(round(w), h))
	o.Move(fyne.NewPos(round(x), y))
	r.objects = append(r.objects, o)
}
