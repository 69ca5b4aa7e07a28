package board

import (
	"fmt"
	"slices"
	"strings"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/ui/tongue"
)

// terse says what of the header is left out for want of room, in this order.
type terse uint8

const (
	headFull terse = iota
	headNoSentences
	headNoTime
	headNoCounts
)

// headGeometry is the vertical anatomy of the header.
type headGeometry struct{ name, date, bar, counts, height int } // tops of its lines

func (l *layout) headGeometry() headGeometry {
	if l.pair {
		return l.pairHead()
	}
	m := l.m
	g := headGeometry{name: m.t(0.75)}
	g.date = g.name + round(1.25*float64(l.fonts.masthead.size))
	g.bar = g.date + m.t(1.12) + m.t(0.28)
	g.counts = g.bar + m.t(1.03) + m.t(0.3)
	g.height = g.counts + m.t(1.03) + m.t(0.6)
	return g
}

// headHeight returns the height of the header.
func (l *layout) headHeight() int { return l.headGeometry().height }

// drawHead draws the header over whatever has been scrolled below it.
func (l *layout) drawHead(s *scene, width int) {
	if l.pair {
		l.drawPairHead(s, width)
		return
	}
	g, pal := l.headGeometry(), &l.look.Palette
	s.rect(layerHead, 0, 0, width, g.height, pal.Paper)
	s.rect(layerHeadLine, 0, g.height-l.m.u, width, l.m.u, pal.Hair)
	for _, x := range l.stubs {
		s.rect(layerHeadLine, x.x, 0, stubWidth, g.height-l.m.u, pal.Chrome)
		w, f := l.set.measure.measure(x.letter, l.fonts.letter)
		base := g.name + l.baseline(round(1.25*float64(l.fonts.masthead.size)), l.fonts.masthead)
		s.print(layerHeadText, x.x+(stubWidth-w)/2, base, w, x.letter, f, pal.Muted)
	}
	t, counted := l.headTerse(), l.countsFit()
	for _, c := range l.cols {
		l.drawHeadCell(s, c, g, t, counted)
	}
}

// drawStubs draws the stand-ins of hidden columns from top to bottom.
func (l *layout) drawStubs(s *scene, bottom int) {
	pal := &l.look.Palette
	for _, x := range l.stubs {
		s.rect(layerTint, x.x, 0, stubWidth, bottom, pal.Chrome)
		s.rect(layerSpine, x.x, 0, 1, bottom, pal.Rule)
		s.rect(layerSpine, x.x+stubWidth-1, 0, 1, bottom, pal.Rule)
	}
}

// headTerse returns how much must be left out for every column to fit.
func (l *layout) headTerse() terse {
	for t := headFull; t < headNoCounts; t++ {
		fits := true
		for _, c := range l.cols {
			w, _ := l.set.measure.measure(l.dateWords(c.head, t), l.fonts.small)
			fits = fits && w <= c.wrap
		}
		if fits {
			return t
		}
	}
	return headNoTime
}

// dateWords is the line below the masthead, with a word for a column that
// stays in sight.
func (l *layout) dateWords(head int, t terse) string {
	words := dateLine(&l.page.Heads[head], t)
	if !slices.Contains(l.pinned, head) {
		return words
	}
	if words == "" {
		return tongue.Say("pinned")
	}
	return words + " · " + tongue.Say("pinned")
}

// dateLine is when a version was published and how long it is.
func dateLine(h *report.Head, t terse) string {
	if h.Embargo != "" { // goes before all else
		return embargoWords(h)
	}
	date := tongue.Date(h.Date)
	if i := strings.LastIndex(date, ", "); i > 0 && t >= headNoTime {
		date = date[:i]
	}
	if t > headFull || h.Base {
		return date
	}
	n := plural(h.Sentences, "sentence")
	if date == "" {
		return n
	}
	return date + " · " + n
}

// embargoWords say until when a text must not be published.
func embargoWords(h *report.Head) string {
	return tongue.Say("Embargo until ") + tongue.Date(h.Embargo)
}

func plural(n int, what string) string {
	return tongue.Count(n, what)
}

func (l *layout) drawHeadCell(s *scene, c column, g headGeometry, t terse, counted bool) {
	h, m, pal := &l.page.Heads[c.head], l.m, &l.look.Palette
	name := round(1.25 * float64(l.fonts.masthead.size))
	base := g.name + l.baseline(name, l.fonts.masthead)
	w, f := l.set.measure.measure(h.Letter, l.fonts.letter)
	s.print(layerHeadText, c.x+m.t(0.2), base, w, h.Letter, f, pal.Muted)
	w = l.set.printLine(s, layerHeadText, c.text, base, c.wrap, h.Name, l.fonts.masthead, pal.Ink)
	if h.Base {
		tag, _ := l.set.measure.measure(tongue.Say("base"), l.fonts.tag)
		tag += 2 * m.t(0.4)
		if x := c.text + w + m.t(0.5); x+tag <= c.right() {
			l.drawTag(s, x, g.name, tag, name)
		} else { // beside the date: the name of the outlet is not cut for it
			l.drawTag(s, c.right()-tag, g.date, tag, m.t(1.12))
		}
	}
	tone := pal.Muted
	if h.Embargo != "" {
		tone = pal.Ink
	}
	l.set.printLine(s, layerHeadText, c.text, g.date+l.baseline(m.t(1.12), l.fonts.small), c.wrap, l.dateWords(c.head, t), l.fonts.small, tone)
	switch {
	case h.Base:
		l.smallLine(s, c, g.bar, plural(h.Sentences, "sentence")+", "+plural(h.Words, "word"), pal.Muted)
		l.smallLine(s, c, g.counts, tongue.Say("the others are read against it"), pal.Muted)
	case l.base < 0:
		l.smallLine(s, c, g.bar, plural(h.Words, "word"), pal.Muted)
	case h.Tally.OwnStory:
		l.smallLine(s, c, g.bar, tongue.Say("own story"), pal.Ink)
	default:
		l.drawKept(s, c, g.bar, h.Tally.Kept)
	}
	if !h.Base && counted {
		l.drawCounts(s, c, g.counts, h)
	}
}

func (l *layout) smallLine(s *scene, c column, top int, text string, ink report.Colour) {
	l.set.printLine(s, layerHeadText, c.text, top+l.baseline(l.m.t(1.03), l.fonts.small), c.wrap, text, l.fonts.small, ink)
}

// drawTag draws the tag of the base in a line of height h.
func (l *layout) drawTag(s *scene, x, top, w, h int) {
	pal := &l.look.Palette
	high := l.m.t(1.05)
	y := top + (h-high)/2
	s.round(layerHeadLine, x, y, w, high, 3*l.m.u, pal.Ink)
	tw, f := l.set.measure.measure(tongue.Say("base"), l.fonts.tag)
	s.print(layerHeadText, x+(w-tw)/2, y+l.baseline(high, f), tw, tongue.Say("base"), f, pal.Paper)
}

// keptWords is the share that was kept, as the header prints it.
func keptWords(share float64) string {
	return fmt.Sprintf(tongue.Say("%d%% kept"), report.Percent(share))
}

// drawKept draws the bar and the share of the base that was kept.
func (l *layout) drawKept(s *scene, c column, top int, share float64) {
	m, pal := l.m, &l.look.Palette
	text := keptWords(share)
	w, f := l.set.measure.measure(text, l.fonts.small)
	line := m.t(1.03)
	s.print(layerHeadText, c.right()-w, top+l.baseline(line, f), w, text, f, pal.Ink)
	bar := c.wrap - w - m.t(0.57)
	high := 6 * m.u
	y := top + (line-high)/2
	if bar < 2*high {
		return
	}
	s.outline(layerHeadLine, c.text, y, bar, high, 3*m.u, m.u, pal.Paper, pal.Edge)
	if n := round(share * float64(bar)); n > 0 {
		s.round(layerHeadLine, c.text, y, max(n, high), high, 3*m.u, pal.Ink)
	}
}

// count is a mark with a number.
type count struct {
	sign sign
	n    int
	tone report.Colour
}

// counts returns what a header counts, zeros left out.
func counts(t *diff.Tally, p *report.Palette) []count {
	all := []count{{signKept, t.KeptOf, p.Style.Mark}}
	if t.BaseOf == 0 {
		all = []count{{signKept, t.Count[diff.SameInAll], p.Style.Mark}}
	}
	all = append(all,
		count{signReworded, t.Count[diff.Reworded] + t.Count[diff.Varies], p.Word.Mark},
		count{signRecast, t.Count[diff.Recast], p.Word.Mark},
		count{signUp, t.Moved, p.Moved.Mark},
		count{signSplit, t.Count[diff.Split], p.Moved.Mark},
		count{signMerged, t.Count[diff.Merged], p.Moved.Mark},
		count{signAdded, t.Count[diff.Added] + t.Count[diff.OnlyHere], p.Added.Mark})
	if !t.OwnStory {
		all = append(all, count{signCut, t.Count[diff.Cut] + t.Count[diff.NotHere], p.Cut.Mark})
	}
	out := all[:0]
	for _, c := range all {
		if c.n > 0 {
			out = append(out, c)
		}
	}
	return out
}

// countsFit reports whether every column has room for its line of counts;
// where one has not, all go without, so that columns can be compared.
func (l *layout) countsFit() bool {
	for _, c := range l.cols {
		h := &l.page.Heads[c.head]
		if _, gap := l.countWidths(c, h); gap < l.m.t(leastCountGap) && !h.Base {
			return false
		}
	}
	return true
}

// leastCountGap is the least room between two counts, in units of text size.
const leastCountGap = 0.25

// countWidths returns the widths of a header's counts and the gap between
// them with which they fit their column; a gap under the least: they do not.
func (l *layout) countWidths(c column, h *report.Head) (widths []int, gap int) {
	m := l.m
	total := 0
	list := counts(&h.Tally, &l.look.Palette)
	for _, x := range list {
		w, _ := l.set.measure.measure(itoa(x.n), l.fonts.small)
		w += m.t(markSize) + m.t(0.2)
		widths = append(widths, w)
		total += w
	}
	gap = m.t(labelGap)
	if n := len(list) - 1; n > 0 {
		gap = min(gap, (c.wrap-total)/n)
	}
	if total > c.wrap {
		gap = -1
	}
	return widths, gap
}

// drawCounts draws the line of counts, closer together where room is short.
func (l *layout) drawCounts(s *scene, c column, top int, h *report.Head) {
	m, line := l.m, l.m.t(1.03)
	size := m.t(markSize)
	widths, gap := l.countWidths(c, h)
	x := c.text
	for i, k := range counts(&h.Tally, &l.look.Palette) {
		s.place(layerHeadText, x, top+(line-size)/2, sprite{kind: signSprite, sign: k.sign, w: size, h: size, u: m.u, ink: k.tone})
		w, f := l.set.measure.measure(itoa(k.n), l.fonts.small)
		s.print(layerHeadText, x+size+m.t(0.2), top+l.baseline(line, f), w, itoa(k.n), f, k.tone)
		x += widths[i] + gap
	}
}
