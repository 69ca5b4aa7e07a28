package board

import (
	"fyne.io/fyne/v2"

	"wirediff/diff/report"
	"wirediff/diff/text"
)

// placeIndex finds the row in which a sentence of a version is printed.
type placeIndex struct {
	page *report.Page
	rows [][]int32 // by head, then sentence: the page row, -1 if it is not shown
}

// indexPlaces is linear in the cells of a page.
func indexPlaces(p *report.Page) *placeIndex {
	x := &placeIndex{page: p, rows: make([][]int32, len(p.Heads))}
	for h := range p.Heads {
		x.rows[h] = make([]int32, len(x.story(h).Sentences))
		for i := range x.rows[h] {
			x.rows[h][i] = -1
		}
		for r := range p.Rows {
			if cell := &p.Rows[r].Cells[h]; !cell.Ghost {
				for _, s := range cell.Sentences {
					x.rows[h][s] = int32(r)
				}
			}
		}
	}
	return x
}

// story returns the version under a head.
func (x *placeIndex) story(head int) *text.Story {
	return x.page.Reading.Versions[x.page.Heads[head].Version]
}

// row returns the row of a sentence, -1 if it is not shown.
func (x *placeIndex) row(head int, sentence int32) int {
	if int(sentence) < len(x.rows[head]) {
		return int(x.rows[head][sentence])
	}
	return -1
}

// versionName names a version across comparisons.
func versionName(s *text.Story) string { return s.File + "\x00" + s.Name }

// head returns the head of a version, -1 if it is not shown.
func (x *placeIndex) head(name string) int {
	for h := range x.page.Heads {
		if versionName(x.story(h)) == name {
			return h
		}
	}
	return -1
}

// spot names a sentence of a version so that it is found again on another
// page: by its number, and by its text if the version has changed since.
type spot struct {
	version  string
	sentence int32
	text     string
	y        int // of its row below the top of the body, when it was taken
}

// find returns the place of a spot.
func (x *placeIndex) find(s spot) (report.Place, bool) {
	h := x.head(s.version)
	if h < 0 {
		return report.Place{}, false
	}
	story := x.story(h)
	if int(s.sentence) >= len(story.Sentences) || story.Text(int(s.sentence)) != s.text {
		for i := range story.Sentences {
			if story.Text(i) == s.text {
				s.sentence = int32(i)
				break
			}
		}
	}
	r := x.row(h, s.sentence)
	return report.Place{Row: r, Col: h}, r >= 0
}

// spots returns the sentences of a row, the one under head first.
func (x *placeIndex) spots(row, head int) []spot {
	var out []spot
	add := func(h int) {
		cell := &x.page.Rows[row].Cells[h]
		if cell.Ghost {
			return
		}
		for _, s := range cell.Sentences {
			story := x.story(h)
			out = append(out, spot{version: versionName(story), sentence: s, text: story.Text(int(s))})
		}
	}
	if head >= 0 && head < len(x.page.Heads) {
		add(head)
	}
	for h := range x.page.Heads {
		if h != head {
			add(h)
		}
	}
	return out
}

// anchor is what must not move: a row, as named by its sentences, and how
// far below the top of the body it stands.
type anchor struct {
	spots []spot  // of that row and of those after it, in case it is gone
	focus []spot  // of the focused cell
	on    string  // the version that has the focus
	held  bool    // the row is the focused one
	set   bool    // there is an anchor
	share float64 // of the page above the view, in case nothing is found
}

// anchorRows is how many rows after the first are tried when the first is gone.
const anchorRows = 40

// anchor takes the place on the page: the focused row if it is in view, the
// first row that begins in view otherwise.
func (b *Board) anchor() anchor {
	if b.layout == nil || len(b.page.Rows) == 0 {
		return anchor{}
	}
	l := b.layout
	a := anchor{set: true}
	row := l.rowAt(b.scroll)
	if l.tops[row] < b.scroll && row+1 < len(l.page.Rows) {
		row++
	}
	if y := l.tops[min(b.focus.Row, len(l.tops)-1)] - b.scroll; b.focused && y >= 0 && y < b.bodyHeight() {
		row, a.held = b.focus.Row, true
	}
	if h := l.height(); h > 0 {
		a.share = float64(b.scroll) / float64(h)
	}
	for r := row; r < min(row+anchorRows, len(l.page.Rows)); r++ {
		for _, s := range b.places.spots(r, b.composed.base) {
			s.y = l.tops[r] - b.scroll
			a.spots = append(a.spots, s)
		}
	}
	if b.focused {
		a.focus = b.places.spots(b.focus.Row, b.focus.Col)
		a.on = versionName(b.places.story(b.focus.Col))
	}
	return a
}

// restore returns the scroll position at which an anchor stands where it
// stood. A page that was at its beginning stays there.
func (b *Board) restore(a anchor) int {
	if b.layout == nil || !a.set {
		return 0
	}
	if b.scroll == 0 && !a.held {
		return 0
	}
	for _, s := range a.spots {
		p, ok := b.places.find(s)
		if !ok {
			continue
		}
		if b.scroll == 0 && b.layout.tops[p.Row+1] <= b.bodyHeight() {
			return 0
		}
		return b.clamp(b.layout.tops[p.Row] - s.y)
	}
	return b.clamp(int(a.share * float64(b.layout.height())))
}

// refocus finds the focused cell on a new page; a cell that is gone loses
// the focus.
func (b *Board) refocus(a anchor) {
	if !b.focused {
		return
	}
	for _, s := range a.focus {
		if p, ok := b.places.find(s); ok {
			if h := b.places.head(a.on); h >= 0 {
				p.Col = h // a cut or a ghost is found by the words of another version
			}
			b.focus = p
			return
		}
	}
	b.focused = false
}

// unfolded returns the sentences of the furniture rows that are unfolded.
func (b *Board) unfolded() []spot {
	var out []spot
	for r, open := range b.open {
		if open && b.places != nil {
			out = append(out, b.places.spots(r, -1)...)
		}
	}
	return out
}

// CellRect returns where a cell stands in the widget, over the height of its
// row; false if its column or all of its row is out of view.
func (b *Board) CellRect(p report.Place) (at fyne.Position, size fyne.Size, ok bool) {
	if b.layout == nil || p.Row < 0 || p.Row >= len(b.page.Rows) {
		return at, size, false
	}
	head := b.layout.headHeight()
	top, end := head+b.layout.tops[p.Row]-b.scroll, head+b.layout.tops[p.Row+1]-b.scroll
	if end <= head || top >= int(b.Size().Height) {
		return at, size, false
	}
	for _, c := range b.layout.cols {
		if c.head == p.Col {
			return fyne.NewPos(float32(c.x), float32(top)), fyne.NewSize(float32(c.w), float32(end-top)), true
		}
	}
	return at, size, false
}

// Uncover scrolls so that a row stands at the top of the body, and room is
// left below it.
func (b *Board) Uncover(row int) {
	if b.layout == nil || row < 0 || row >= len(b.page.Rows) {
		return
	}
	b.scrollTo(b.layout.tops[row])
	b.redraw()
}
