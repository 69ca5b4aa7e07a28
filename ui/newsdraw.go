package ui

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"wirediff/diff/report"
	"wirediff/ui/board"
)

// Measures of the entries of a panel, in pixels at scale 1.
const (
	newsPad   = 14                         // left and right of the words
	newsRow   = 18                         // of the interface's letters
	newsStory = 22                         // of the stories' letters
	newsActs  = 30                         // of what can be done with an entry
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
	if story && p.ink != board.ColorMuted { // the program's own words stay in its letters
		return newText(words, ink, newsLarge, p.bold, s.serif)
	}
	return newText(words, ink, newsSmall, p.bold, nil)
}

// set breaks a line into rows.
func (s *setting) set(l newsLine) []placedWords {
	return l.setWords(newsWidth, func(p piece, words string) float32 { return s.width(p, words, l.story) })
}

func rowHeight(story bool) float32 {
	if story {
		return newsStory
	}
	return newsRow
}

// rowsOf is how many rows the words of a line take.
func rowsOf(ps []placedWords) int {
	rows := 1
	for _, p := range ps {
		rows = max(rows, p.row+1)
	}
	return rows
}

// height is how tall an entry is.
func (s *setting) height(e newsEntry) float32 {
	h := e.room + 4
	for _, l := range e.lines {
		h += float32(rowsOf(s.set(l))) * rowHeight(l.story)
	}
	if len(e.acts) > 0 {
		h += newsActs
	}
	return h
}

// newsItem is one entry on the screen.
type newsItem struct {
	walkEntry
	panel   *newsPanel
	dismiss *press
	acts    []*press
	names   []string // of the acts that the presses were made for
}

func newNewsItem(p *newsPanel, of *walkList) *newsItem {
	i := &newsItem{panel: p}
	i.list = of
	i.dismiss = newPress(facePlain, "", func() { p.window.turnAside(i.news()) })
	i.dismiss.size, i.dismiss.underline, i.dismiss.ink = 11, true, board.ColorMuted
	i.ExtendBaseWidget(i)
	return i
}

// news is the entry that the item shows.
func (i *newsItem) news() newsEntry {
	if i.i < len(i.panel.items) {
		return i.panel.items[i.i]
	}
	return newsEntry{}
}

// TappedSecondary is part of fyne.SecondaryTappable: what can be done with
// the finding.
func (i *newsItem) TappedSecondary(e *fyne.PointEvent) {
	w := i.panel.window
	i.list.mark(i.i)
	if m := w.entryMenu(i.news()); m != nil {
		w.popMenuAt(m, e.AbsolutePosition)
	}
}

// CreateRenderer is part of fyne.Widget.
func (i *newsItem) CreateRenderer() fyne.WidgetRenderer { return &newsRenderer{item: i} }

type newsRenderer struct {
	sketch
	item *newsItem
}

func (r *newsRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *newsRenderer) Destroy()                     {}
func (r *newsRenderer) MinSize() fyne.Size           { return fyne.NewSize(listWidth-20, newsRow) }
func (r *newsRenderer) Layout(fyne.Size)             { r.Refresh() }

func (r *newsRenderer) Refresh() {
	i, pal := r.item, paletteOf(r.item)
	e, size := i.news(), i.Size()
	r.objects = r.objects[:0]
	if e.head {
		r.box(pal.Chrome, 0, 0, size.Width, size.Height)
	}
	r.sketch.ground(&i.walkEntry, pal)
	if e.room > 0 {
		r.box(pal.Rule, 0, 0, size.Width, 1)
	}
	y := e.room
	for _, l := range e.lines {
		placed := i.panel.setting.set(l)
		for _, p := range placed {
			r.words(p, e.aside, l.story, y+float32(p.row)*rowHeight(l.story), pal)
		}
		y += float32(rowsOf(placed)) * rowHeight(l.story)
	}
	r.presses(e, y)
}

// presses draws what can be done with the entry.
func (r *newsRenderer) presses(e newsEntry, y float32) {
	i := r.item
	if i.now && e.id != "" {
		i.dismiss.text = tr("Dismiss")
		if e.aside {
			i.dismiss.text = tr("Bring back")
		}
		i.dismiss.Refresh()
		m := i.dismiss.MinSize()
		r.add(i.dismiss, i.Size().Width-m.Width-6, e.room-7, m.Width, m.Height)
	}
	i.makeActs(e)
	x := float32(newsPad)
	for k, a := range e.acts {
		p := i.acts[k]
		p.action, p.on = a.run, a.on
		p.Refresh()
		m := p.MinSize()
		r.add(p, x, y, m.Width, newsActs-4)
		x += m.Width + 6
	}
}

// makeActs makes presses for what can be done with e, if those there are for
// something else.
func (i *newsItem) makeActs(e newsEntry) {
	var names []string
	for _, a := range e.acts {
		names = append(names, a.words)
	}
	if slices.Equal(names, i.names) {
		return
	}
	i.names, i.acts = names, nil
	for _, n := range names {
		p := newPress(faceTool, n, nil)
		p.size = newsSmall
		i.acts = append(i.acts, p)
	}
}

// words draws a piece with its mark or its ground.
func (r *newsRenderer) words(p placedWords, aside, story bool, y float32, pal report.Palette) {
	x := newsPad + p.x
	if p.mark {
		r.sign(p.icon, p.ink, x, y+3)
		x += iconRoom
	}
	t := r.item.panel.setting.text(p.piece, p.text, story, colour(r.item, p.ink))
	if aside {
		t.Color = pal.Muted
	}
	m := t.MinSize()
	r.changed(p.run, pal, x, y+1, ceil(m.Width))
	r.put(t, x, y+round((rowHeight(story)-m.Height)/2))
	r.struck(p.run, pal, x, y+1, ceil(m.Width))
}
