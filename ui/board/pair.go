package board

import (
	"strconv"
	"strings"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/ui/tongue"
)

// The pair is the columns view of a page of two, base and version: larger,
// words marked on both sides, and what was done printed between them in a
// gutter instead of above the rows.

// Lengths of the pair in its own text sizes, which are pairScale of the columns'.
const (
	pairScale   = 1.2
	pairGutter  = 9.6 // room for "moved up from 22" in a chip, and lines at both sides of a word
	pairBox     = 0.5 // from the left edge of a box to the text
	pairMeasure = 66  // characters
)

// SetPair sets pages of a base and one version as a pair, others as columns.
func (b *Board) SetPair(on bool) {
	if b.pair == on {
		return
	}
	keep := b.anchor()
	b.pair, b.composed, b.layout = on, nil, nil
	b.arrange()
	b.scroll = b.restore(keep)
	b.redraw()
}

// paired reports whether the page is set as a pair.
func (b *Board) paired() bool {
	return b.pair && b.page != nil && len(b.page.Heads) == 2 && b.page.Heads[0].Base
}

// setting is the look in which the page is set.
func (b *Board) setting() Look {
	l := b.look
	if b.paired() {
		l.scale = pairScale
	}
	return l
}

// pairColumns places base and version at both sides of the gutter, which is
// part of the version's cell.
func (c *composed) pairColumns(width int) []column {
	m := c.m
	gutter := m.t(pairGutter)
	wrap := (width - m.t(railWidth) - gutter - m.t(boxRight) - m.t(0.3)) / 2
	wrap = max(m.t(columnMin)/2, min(wrap, c.set.measureOf(pairMeasure)))
	left := column{head: 0, x: m.t(railWidth) - m.t(0.3), w: wrap + m.t(0.3), text: m.t(railWidth), wrap: wrap}
	right := column{head: 1, x: left.right(), w: gutter + wrap + m.t(boxRight), text: left.right() + gutter, wrap: wrap}
	return []column{left, right}
}

// measureOf returns how wide n letters of story text are on average.
func (s setter) measureOf(n int) int {
	const sample = "the quick brown fox jumps over a lazy dog, and then it says so"
	w, _ := s.measure.measure(sample, s.fonts.story)
	return w * n / len(sample)
}

// quietPair reports whether a row is kept, so that both sides are quiet.
func quietPair(row *report.Row) bool {
	v := row.Cells[1].Verdict
	return row.Kind == report.TextRow && !v.Moved && (v.Status == diff.Kept || v.Status == diff.Style)
}

// pairLabels returns what the gutter says of a row, one label a line.
func (l *layout) pairLabels(r int) []label {
	row := &l.page.Rows[r]
	return fitLabelsStacked(row, &row.Cells[1], &l.look.Palette, l.set, l.m.t(pairGutter)-l.m.t(0.8))
}

// fitLabelsStacked returns the longest labels that fit, each on its own line.
func fitLabelsStacked(row *report.Row, cell *report.Cell, p *report.Palette, s setter, width int) []label {
	var out []label
	for b := range numBrevity {
		out = labels(row, cell, p, b)
		widest := 0
		for _, l := range out {
			widest = max(widest, l.width(s))
		}
		if widest <= width {
			return out
		}
	}
	for i := range out {
		if l := &out[i]; l.width(s) > width {
			l.after = ""
			room := width - (l.width(s) - s.wordWidth(l))
			l.word, _, _ = s.shorten(l.word, s.fonts.quietWord, max(0, room-s.m.t(0.3)))
		}
	}
	return out
}

// wordWidth is how wide the word of a label is.
func (s setter) wordWidth(l *label) int {
	f := s.fonts.quietWord
	if l.bold {
		f = s.fonts.word
	}
	w, _ := s.measure.measure(l.word, f)
	return w
}

// drawGutter draws line, mark and word between both sides of row r.
func (l *layout) drawGutter(s *scene, r, y int) {
	row, box := &l.page.Rows[r], l.box(r)
	if row.Kind != report.TextRow || len(l.cols) != 2 {
		return
	}
	top := y + box.gap + box.band
	h := l.lineHeight(r)
	from, to := l.cols[0].right()+l.m.t(0.9), l.cols[1].text-l.m.t(1.1)
	list := l.pairLabels(r)
	mid := (l.cols[0].right() + l.cols[1].text - l.m.t(pairBox)) / 2 // of what boxes leave free
	wide := 0
	for i, x := range list {
		w := x.width(l.set)
		if i == 0 {
			wide = w
		}
		l.pairWord(s, x, mid-w/2, w, top+i*h, h)
	}
	l.gutterLines(s, row, from, to, mid-wide/2-l.m.t(0.5), mid-wide/2+wide+l.m.t(0.5), top+h/2)
}

// pairWord prints a label of the gutter; a chip is outlined.
func (l *layout) pairWord(s *scene, x label, left, w, top, h int) {
	if x.chip {
		high := l.m.t(chipHeight)
		s.outline(layerLine, left, top+(h-high)/2, w, high, l.m.t(chipRadius), l.m.u, l.look.Palette.Paper, l.look.Palette.Moved.Line)
		left += l.m.t(0.36)
	}
	l.set.label(s, layerText, x, left, top, h)
}

// gutterLines draws the lines at both sides of the word: a hairline for
// kept, the family's colour for a change, joining, parting or doubled as
// the status asks, and a stub on the side that has the text for added and cut.
func (l *layout) gutterLines(s *scene, row *report.Row, from, to, left, right, y int) {
	cell, pal, u := &row.Cells[1], &l.look.Palette, l.m.u
	out := l.m.t(0.5) // how far lines of a change reach towards the texts
	both := func(thick, dy int, ink report.Colour) {
		s.rect(layerLine, from-out, y+dy, left-from+out, thick, ink)
		s.rect(layerLine, right, y+dy, to+out-right, thick, ink)
	}
	if cell.Chip != nil {
		return
	}
	switch cell.Verdict.Status {
	case diff.Kept:
		s.rect(layerLine, from, y, to-from, u, pal.Rule)
	case diff.Style:
		s.rect(layerLine, from, y, left-from, u, pal.Rule)
		s.rect(layerLine, right, y, to-right, u, pal.Rule)
	case diff.Reworded:
		both(2*u, 0, pal.Word.Line)
	case diff.Recast:
		both(u, -u, pal.Word.Line)
		both(u, 2*u, pal.Word.Line)
	case diff.Merged:
		s.line(layerLine, from-out, y-4*u, left, y, 2*u, pal.Moved.Line)
		s.line(layerLine, from-out, y+4*u, left, y, 2*u, pal.Moved.Line)
		s.rect(layerLine, right, y, to+out-right, 2*u, pal.Moved.Line)
	case diff.Split:
		s.rect(layerLine, from-out, y, left-from+out, 2*u, pal.Moved.Line)
		s.line(layerLine, right, y, to+out, y-4*u, 2*u, pal.Moved.Line)
		s.line(layerLine, right, y, to+out, y+4*u, 2*u, pal.Moved.Line)
	case diff.Added:
		s.rect(layerLine, to-l.m.t(0.2), y-u, l.m.t(0.2)+out, 3*u, pal.Added.Line)
	case diff.Cut:
		s.rect(layerLine, from-out, y-u, l.m.t(0.2)+out, 3*u, pal.Cut.Line)
	}
}

// pairHead is the vertical anatomy of the pair's header.
func (l *layout) pairHead() headGeometry {
	m := l.m
	g := headGeometry{name: m.t(0.6)}
	g.date = g.name + round(1.25*float64(l.fonts.masthead.size))
	g.counts = g.date + m.t(1.0) + m.t(0.3)
	g.height = g.counts + m.t(1.2) + m.t(0.4)
	return g
}

// drawPairHead prints both names, and in one plain sentence what was done.
func (l *layout) drawPairHead(s *scene, width int) {
	g, pal, m := l.headGeometry(), &l.look.Palette, l.m
	s.rect(layerHead, 0, 0, width, g.height, pal.Paper)
	s.rect(layerHeadLine, 0, g.height-m.u, width, m.u, pal.Hair)
	name := round(1.25 * float64(l.fonts.masthead.size))
	for _, c := range l.cols {
		h := &l.page.Heads[c.head]
		base := g.name + l.baseline(name, l.fonts.masthead)
		x := c.text
		x += l.set.printLine(s, layerHeadText, x, base, m.t(2), h.Letter, l.fonts.letter, pal.Muted) + m.t(0.5)
		x += l.set.printLine(s, layerHeadText, x, base, c.right()-x-m.t(3), h.Name, l.fonts.masthead, pal.Ink) + m.t(0.5)
		if h.Base {
			w, _ := l.set.measure.measure(tongue.Say("base"), l.fonts.tag)
			l.drawTag(s, x, g.name, w+2*m.t(0.4), name)
		}
		words := plural(h.Sentences, "sentence") + ", " + plural(h.Words, "word")
		switch {
		case h.Embargo != "":
			words = embargoWords(h)
		case h.Date != "":
			words = tongue.Date(h.Date) + " · " + words
		}
		l.set.printLine(s, layerHeadText, c.text, g.date+l.baseline(m.t(1), l.fonts.small), c.wrap, words, l.fonts.small, pal.Muted)
	}
	l.drawSum(s, m.t(railWidth), g.counts, width-m.t(railWidth))
}

// drawSum prints report.Sum with its figures in bold.
func (l *layout) drawSum(s *scene, x, top, room int) {
	plain, bold := font{sans, uint8(l.m.t(1 / pairScale))}, font{sansBold, uint8(l.m.t(1 / pairScale))}
	base := top + l.baseline(l.m.t(1.2), plain)
	space, _ := l.set.measure.measure(" ", plain)
	end := x + room
	for _, w := range strings.Fields(sumWords(report.Sum(l.page.Reading, l.page.Heads[1].Version), l.page.Heads[1].Name)) {
		figure := strings.TrimRight(w, ",.")
		if _, err := strconv.Atoi(figure); err != nil {
			figure = ""
		}
		for _, part := range []struct {
			text string
			font font
		}{{figure, bold}, {w[len(figure):], plain}} {
			wide, drawn := l.set.measure.measure(part.text, part.font)
			if part.text == "" || x+wide > end {
				continue
			}
			s.print(layerHeadText, x, base, wide, part.text, drawn, l.look.Palette.Ink)
			x += wide
		}
		x += space
	}
}

// sumWords is report.Sum, about the version called name, in the user's
// language: its clauses are phrases of their own.
func sumWords(sum, name string) string {
	said, ok := strings.CutPrefix(strings.TrimSuffix(sum, "."), name+" ")
	if !ok {
		return sum
	}
	const own = "tells a story of its own and shares little with "
	if base, ok := strings.CutPrefix(said, own); ok {
		return name + " " + tongue.Say(own) + base + "."
	}
	said, last, several := strings.Cut(said, " and ")
	clauses := strings.Split(said, ", ")
	for i, c := range clauses {
		clauses[i] = tongue.Phrase(c)
	}
	said = name + " " + strings.Join(clauses, ", ")
	if several {
		said += tongue.Say(" and ") + tongue.Phrase(last)
	}
	return said + "."
}
