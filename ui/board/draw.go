package board

import (
	"wirediff/diff"
	"wirediff/diff/report"
)

// view is what of a layout is seen and what is marked on top of it.
type view struct {
	top, bottom int // of the body on the widget
	scroll      int // position of the layout at top
	focus       report.Place
	focused     bool                                    // a cell is marked
	partner     flow                                    // the base's cell in the focused row, with the words marked that the focus changed
	ranges      func(head int, from, to int32) []marked // nil: none
}

// marked is a range of bytes of a version that is selected or found.
type marked struct {
	from, to int32
	kind     markedKind
}

type markedKind uint8

const (
	selected markedKind = iota
	hit
	hitNow
)

// drawRows draws the rows in view.
func (l *layout) drawRows(s *scene, v view) {
	first := l.rowAt(v.scroll)
	if first < 0 {
		return
	}
	for r := first; r < len(l.page.Rows); r++ {
		y := v.top + l.tops[r] - v.scroll
		if y >= v.bottom {
			break
		}
		l.drawRow(s, v, r, y)
	}
	l.drawMoveLine(s, v)
	l.drawStubs(s, v.bottom)
	l.drawFixed(s, v.bottom)
}

// drawFixed draws the line at which columns that scroll sideways pass below
// those that stay.
func (l *layout) drawFixed(s *scene, bottom int) {
	if l.fixed > 0 && l.fixed < len(l.cols) {
		s.rect(layerHeadLine, l.cols[l.fixed].x, 0, l.m.u, bottom, l.look.Palette.Hair)
	}
}

// drawRow draws row r with its top at y.
func (l *layout) drawRow(s *scene, v view, r, y int) {
	row, box := &l.page.Rows[r], l.box(r)
	height := l.tops[r+1] - l.tops[r]
	now := v.focused && v.focus.Row == r
	if now {
		top, end := max(y, v.top), min(y+height, v.bottom)
		s.rect(layerBand, 0, top, l.width+scrollBarWidth, end-top, l.look.Palette.Band)
		s.rect(layerSpine, 0, top, 4*l.m.u, end-top, l.look.Palette.Focus)
	}
	if row.Kind == report.FoldedRow {
		l.drawFolded(s, row.Label, y, now)
		return
	}
	l.drawRail(s, row, y+box.gap+box.band, r, now)
	if l.pair {
		l.drawGutter(s, r, y)
	}
	for i, c := range l.cols {
		p := painter{layout: l, s: s, v: v, row: row, cell: &row.Cells[c.head], col: c, r: r, flow: l.at(r, c.head), now: now}
		p.top = y + box.gap
		p.text = p.top + box.band
		p.bottom = y + height - box.below
		if now && l.base == c.head && v.focus.Col != c.head && len(v.partner.words) > 0 {
			p.flow = v.partner
		}
		p.draw()
		if now {
			p.ring(l.cols[i].head == v.focus.Col)
		}
	}
}

// drawRail prints the number of a row.
func (l *layout) drawRail(s *scene, row *report.Row, top, r int, now bool) {
	if row.Kind != report.TextRow || row.Label == "" {
		return
	}
	f, ink := l.fonts.rail, l.look.Palette.Muted
	if now {
		f, ink = l.fonts.railNow, l.look.Palette.Ink
	}
	w, drawn := l.set.measure.measure(row.Label, f)
	h := l.lineHeight(r)
	if l.blank(r) {
		h = l.m.t(blankHeight)
	}
	s.print(layerText, l.m.t(railWidth)-l.m.t(railPad)-w, top+l.baseline(h, l.fonts.story), w, row.Label, drawn, ink)
}

// drawFolded draws the dashed line of what a filter folded.
func (l *layout) drawFolded(s *scene, words string, y int, now bool) {
	p, m := &l.look.Palette, l.m
	ink := p.Muted
	if now {
		ink = p.Ink
	}
	h := m.t(foldedHeight)
	w, f := l.set.measure.measure(words, l.fonts.small)
	x, gap := m.t(railWidth), m.t(0.7)
	s.place(layerLine, x-m.t(1.6)-gap, y+h/2, sprite{kind: dashAcross, w: m.t(1.6), h: m.u, u: m.u, ink: p.Hair})
	s.print(layerText, x, y+l.baseline(h, f), w, words, f, ink)
	from := x + w + gap
	s.place(layerLine, from, y+h/2, sprite{kind: dashAcross, w: l.width - from - m.t(padRight), h: m.u, u: m.u, ink: p.Hair})
}

// drawMoveLine joins both ends of the focused move in the gutter at the left
// of its column, when both are in view.
func (l *layout) drawMoveLine(s *scene, v view) {
	if !v.focused || v.focus.Row >= len(l.page.Rows) {
		return
	}
	cell := &l.page.Rows[v.focus.Row].Cells[v.focus.Col]
	if cell.Chip == nil || cell.Chip.Row < 0 || cell.Chip.Row >= len(l.page.Rows) {
		return
	}
	a, b := min(v.focus.Row, cell.Chip.Row), max(v.focus.Row, cell.Chip.Row)
	y1 := v.top + l.tops[a] - v.scroll + l.box(a).gap + l.box(a).band
	y2 := v.top + l.tops[b] - v.scroll + l.box(b).gap + l.box(b).band
	if y1 < v.top || y2 > v.bottom {
		return
	}
	for _, c := range l.cols {
		if c.head == v.focus.Col {
			x, ink := c.x-l.m.u, l.look.Palette.Moved.Line
			s.rect(layerOver, x, y1, l.m.u, y2-y1, ink)
			s.rect(layerOver, x, y1, l.m.t(spineAt)+c.text-x, l.m.u, ink)
			s.rect(layerOver, x, y2-l.m.u, l.m.t(spineAt)+c.text-x, l.m.u, ink)
		}
	}
}

// painter draws one cell.
type painter struct {
	*layout
	s                 *scene
	v                 view
	row               *report.Row
	cell              *report.Cell
	col               column
	r                 int
	flow              flow
	now               bool // in the current row
	top, text, bottom int  // of the band, the text and the row's content
}

func (p *painter) draw() {
	if p.row.Kind == report.FurnitureRow {
		p.drawFurniture()
		return
	}
	lines := p.wrapped(p.flow, p.col)
	if p.cell.Ghost {
		lines = lines[:min(1, len(lines))]
	}
	end := p.text + len(lines)*p.lineHeight(p.r)
	p.ground(end)
	if !p.pair {
		p.drawLabels()
	}
	if p.cell.Ghost {
		p.drawGhost(len(lines))
		return
	}
	for i, ln := range lines {
		p.drawLine(ln, i, p.text+i*p.lineHeight(p.r))
	}
}

// ground draws what lies behind a cell's text: tint, hatch, spine.
func (p *painter) ground(end int) {
	pal, m, v := &p.look.Palette, p.m, p.cell.Verdict
	left := p.col.text + m.t(spineAt)
	if p.pair {
		left = p.col.text - m.t(pairBox)
	}
	width := p.col.right() + m.t(boxRight) - left
	status := v.Status
	switch {
	case p.row.Kind != report.TextRow:
	case p.cell.Ghost:
		p.s.place(layerTint, left, p.top, sprite{kind: dashBox, w: width, h: p.text + p.lineHeight(p.r) + m.t(boxBelow) - p.top, u: m.u, ink: pal.Moved.Line})
	case status == diff.Cut || status == diff.NotHere:
		p.hatch(left, width)
	case v.Moved:
		p.tint(left, width, end+m.t(boxBelow), pal.Moved.Tint)
		p.spine(left, p.top, end+m.t(boxBelow), 3*m.u, pal.Moved.Line)
	case p.cell.Related != "":
		p.spine(left, p.top, end, 3*m.u, pal.Style.Line)
	case status == diff.Added || status == diff.OnlyHere:
		p.tint(left, width, end+m.t(boxBelow), pal.Added.Tint)
		p.spine(left, p.top, end+m.t(boxBelow), 5*m.u, pal.Added.Line)
	case status == diff.Reworded || status == diff.Varies:
		p.spine(left, p.top+m.t(spineInset), end-m.t(spineInset), 3*m.u, pal.Word.Line)
	case status == diff.Recast:
		p.spine(left-m.u, p.top+m.t(spineInset), end-m.t(spineInset), 2*m.u, pal.Word.Line)
		p.spine(left+3*m.u, p.top+m.t(spineInset), end-m.t(spineInset), 2*m.u, pal.Word.Line)
	case status == diff.Split:
		p.brokenSpine(left, p.top+m.t(spineInset), end-m.t(spineInset), pal.Moved.Line)
	case status == diff.Merged:
		p.spine(left, p.top+m.t(spineInset), end-m.t(spineInset), 3*m.u, pal.Moved.Line)
	}
}

// spine draws the line left of a text, dashed where the link is weak.
func (p *painter) spine(x, top, end, w int, ink report.Colour) {
	if p.pair {
		return // the gutter says it
	}
	if p.cell.Verdict.Unsure || p.cell.Related != "" {
		step := 2 * p.m.t(0.45)
		unseen := max(0, p.v.top-top) / step
		for y := top + unseen*step; y < min(end, p.v.bottom); y += step {
			p.s.rect(layerSpine, x, y, w, min(p.m.t(0.45), end-y), ink)
		}
		return
	}
	if top, end = p.clip(top, end); top < end {
		p.s.round(layerSpine, x, top, w, end-top, p.m.u, ink)
	}
}

// tint draws the box behind a cell's text.
func (p *painter) tint(x, w, end int, c report.Colour) {
	if top, end := p.clip(p.top, end); top < end {
		p.s.round(layerTint, x, top, w, end-top, p.m.t(boxRadius), c)
	}
}

// beyond is how far a shape reaches past the view, in pixels: more than any
// round corner.
const beyond = 100

// clip cuts a shape to the view, since the software painter makes a picture
// of all of it, and a cell may be a book long.
func (p *painter) clip(top, end int) (int, int) {
	return max(top, p.v.top-beyond), min(end, p.v.bottom+beyond)
}

// brokenSpine draws a spine in as many pieces as the sentence was split into.
func (p *painter) brokenSpine(x, top, end int, ink report.Colour) {
	n := 1
	for _, r := range p.cell.Runs {
		if r.Mark == report.SplitAt {
			n++
		}
	}
	n = max(2, n)
	gap := p.m.t(0.2)
	for i := range n {
		a := top + (end-top+gap)*i/n
		b := top + (end-top+gap)*(i+1)/n - gap
		p.spine(x, a, b, 3*p.m.u, ink)
	}
}

// hatch covers a cut cell in strips, so that few pictures serve all heights.
func (p *painter) hatch(x, w int) {
	strip := 12 * hatchPeriod * p.m.u
	for y := p.top; y < p.bottom; y += strip {
		if y+strip < p.v.top || y > p.v.bottom {
			continue
		}
		p.s.place(layerTint, x, y, sprite{kind: hatchSprite, w: w, h: min(strip, p.bottom-y), u: p.m.u, ink: p.look.Palette.Hatch})
	}
}

// drawLabels prints the labels of a cell in the band.
func (p *painter) drawLabels() {
	ls := fitLabels(p.row, p.cell, &p.look.Palette, p.set, p.col.wrap)
	x := p.col.text
	hatched := p.cell.Verdict.Status == diff.Cut || p.cell.Verdict.Status == diff.NotHere
	for _, l := range ls {
		w := l.width(p.set)
		if hatched && !p.cell.Ghost {
			p.labelGround(x, w)
		}
		p.drawLabel(l, x, w)
		x += w + p.m.t(labelGap)
	}
}

// labelGround keeps a label off the bare hatch.
func (p *painter) labelGround(x, w int) {
	ground := p.look.Palette.Paper
	if p.now {
		ground = p.look.Palette.Band
	}
	pad := p.m.t(0.3)
	p.s.round(layerSpine, x-pad, p.top+p.m.t(0.1), w+2*pad, p.m.t(bandHeight-0.2), 2*p.m.u, ground)
}

// drawLabel prints one label with its left edge at x.
func (p *painter) drawLabel(l label, x, w int) {
	m, band := p.m, p.m.t(bandHeight)
	if l.chip {
		h := m.t(chipHeight)
		p.s.outline(layerLine, x, p.top+(band-h)/2, w, h, m.t(chipRadius), m.u, p.look.Palette.Paper, p.look.Palette.Moved.Line)
		x += m.t(0.36)
	}
	p.set.label(p.s, layerText, l, x, p.top, band)
}

// drawFurniture draws a cell of lines that are not story text: one line that
// counts them, and the lines themselves when they are unfolded.
func (p *painter) drawFurniture() {
	words := furnitureWords(p.cell)
	if words == "" {
		return
	}
	h := p.lineHeight(p.r)
	pal := &p.look.Palette
	p.set.label(p.s, layerText, label{marks: []sign{signFurniture}, word: words, tone: pal.Style.Mark}, p.col.text, p.text, h)
	if !p.open[p.r] {
		return
	}
	for i, ln := range p.wrapped(p.flow, p.col) {
		p.drawLine(ln, i, p.text+(i+1)*h)
	}
}

// drawGhost prints the first words of what stands elsewhere, on one line.
func (p *painter) drawGhost(lines int) {
	if lines == 0 {
		return
	}
	ink, h := p.look.Palette.Muted, p.lineHeight(p.r)
	base := p.text + p.baseline(h, p.fonts.story)
	dots, f := p.set.measure.measure("…", p.fonts.ghost)
	end := p.flow.fit(0, len(p.flow.words), p.col.wrap-dots-p.flow.space)
	x := p.col.text
	for i := range end {
		w := &p.flow.words[i]
		if i > 0 && w.flags.has(spaced) {
			x += p.flow.space
		}
		p.s.print(layerText, x, base, int(w.w), w.text, w.font, ink)
		x += int(w.w)
	}
	p.s.print(layerText, x+p.flow.space, base, dots, "…", f, ink)
}

// ring draws the focus ring of the focused cell, or the thin one of its
// partner in the base.
func (p *painter) ring(focus bool) {
	thick := p.m.u
	switch {
	case focus:
		thick = 2 * p.m.u
	case p.base != p.col.head || p.cell.Verdict.Status != diff.IsBase || len(p.v.partner.words) == 0:
		return
	}
	x := p.col.x + p.m.t(ringLeft)
	if p.pair {
		x = p.col.text - p.m.t(pairBox)
	}
	w := p.col.right() + p.m.t(padRight) - x
	y, end := p.clip(p.top-p.m.t(ringAbove), p.bottom+p.m.t(ringBelow))
	p.s.outline(layerOver, x, y, w, end-y, p.m.t(ringRadius), thick, none, p.look.Palette.Focus)
}
