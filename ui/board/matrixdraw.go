package board

import (
	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/ui/tongue"
)

// draw is part of shape.
func (m *Matrix) draw(s *scene, v paneView) {
	g := &m.grid
	if b := m.board; b.focused && !g.shows(b.focus.Col) {
		m.arrange(v.width, 0)
	}
	hits := m.board.find.cells()
	for i := max(0, v.scroll/g.row); i < len(g.rows); i++ {
		y := v.top + i*g.row - v.scroll
		if y >= v.bottom {
			break
		}
		m.drawRow(s, v, &g.rows[i], y)
		m.drawHits(s, hits, g.rows[i].Row, y)
	}
	m.drawHead(s, v)
}

// drawRow draws a line of the matrix with its top at y.
func (m *Matrix) drawRow(s *scene, v paneView, row *report.MatrixRow, y int) {
	g, b := &m.grid, m.board
	ms, pal, f := g.set.m, &b.look.Palette, g.set.fonts
	now := b.focused && b.focus.Row == row.Row
	if now {
		s.rect(layerBand, 0, y, v.width+scrollBarWidth, g.row, pal.Band)
		s.rect(layerSpine, 0, y, 4*ms.u, g.row, pal.Focus)
	}
	if row.Starts && !row.Own && m.sort == StoryOrder {
		s.rect(layerBand, 0, y, v.width, 1, pal.Rule)
	}
	rail, ink, x := f.rail, pal.Muted, ms.t(railWidth)
	if now {
		rail, ink = f.railNow, pal.Ink
	}
	base := y + g.set.baseline(g.row, f.story)
	w, drawn := g.set.measure.measure(row.Label, rail)
	s.print(layerText, x-ms.t(railPad)-w, base, w, row.Label, drawn, ink)
	under := pal.Paper
	if now {
		under = pal.Band
	}
	ink, room := pal.Ink, g.text-ms.t(0.5)
	if row.Own && m.sort == StoryOrder {
		x, room = x+ms.t(matrixOwn), room-ms.t(matrixOwn)
	}
	if row.Own {
		ink = pal.Quiet
	}
	g.set.printWords(s, layerText, x, base, room, row.Text, f.story, ink)
	for _, c := range g.cols {
		t := tilePainter{s: s, under: under, set: g.set, pal: pal, tile: &row.Tiles[c.head], x: c.text, y: y + ms.u, w: c.wrap, h: g.row - 3*ms.u}
		t.draw()
		if now && b.focus.Col == c.head {
			s.outline(layerOver, c.text-2*ms.u, y, c.wrap+4*ms.u, g.row, ms.t(ringRadius), 2*ms.u, none, pal.Focus)
		}
	}
	m.drawHow(s, row, base, y)
}

// drawHits marks the tiles of a row in whose text a hit is, at their right.
func (m *Matrix) drawHits(s *scene, hits map[report.Place]bool, row, y int) {
	g, pal, u := &m.grid, &m.board.look.Palette, m.grid.set.m.u
	for _, c := range g.cols {
		now, found := hits[report.Place{Row: row, Col: c.head}]
		if !found {
			continue
		}
		fill := pal.Hit
		if now {
			fill = pal.HitNow
		}
		s.outline(layerHit, c.text+c.wrap+2*u, y+g.row/4, 6*u, g.row/2, u, u, fill, pal.Edge)
	}
}

// drawHow draws a square per outlet, filled where it has the row, and the sum.
func (m *Matrix) drawHow(s *scene, row *report.MatrixRow, base, y int) {
	g, pal := &m.grid, &m.board.look.Palette
	if g.how < 0 {
		return
	}
	ms, f := g.set.m, g.set.fonts.small
	if row.See != "" {
		g.set.printLine(s, layerText, g.how, base, ms.t(matrixHow), tongue.Say("see ")+row.See, f, pal.Muted)
		return
	}
	side := 8 * ms.u
	x, top := g.how, y+(g.row-side)/2
	for _, has := range row.Has {
		if has {
			s.rect(layerLine, x, top, side, side, pal.Ink)
		} else {
			s.outline(layerLine, x, top, side, side, 0, ms.u, pal.Paper, pal.Edge)
		}
		x += side + 3*ms.u
	}
	g.set.printLine(s, layerText, x+ms.t(0.5), base, ms.t(3), itoa(row.In), f, pal.Ink)
}

// drawHead draws the names of the outlets.
func (m *Matrix) drawHead(s *scene, v paneView) {
	g, pal := &m.grid, &m.board.look.Palette
	ms, f := g.set.m, g.set.fonts
	s.rect(layerHead, 0, 0, v.width+scrollBarWidth, g.head, pal.Paper)
	s.rect(layerHeadLine, 0, g.head-ms.u, v.width+scrollBarWidth, ms.u, pal.Hair)
	foot := g.head - ms.t(0.5) - g.nameLine() + g.set.baseline(g.nameLine(), f.masthead)
	g.set.printLine(s, layerHeadText, ms.t(railWidth), foot, g.text, m.headWords(), f.small, pal.Muted)
	for _, c := range g.cols {
		h := &g.matrix.Page.Heads[c.head]
		top := ms.t(0.5)
		g.set.printLine(s, layerHeadText, c.text, top+g.set.baseline(ms.t(1.1), f.letter), c.wrap, h.Letter, f.letter, pal.Muted)
		for i, part := range g.set.twoLines(h.Name, f.masthead, c.wrap) {
			y := top + ms.t(1.1) + i*g.nameLine()
			g.set.printLine(s, layerHeadText, c.text, y+g.set.baseline(g.nameLine(), f.masthead), c.wrap, part, f.masthead, pal.Ink)
		}
	}
	if g.how >= 0 {
		g.set.printLine(s, layerHeadText, g.how, foot, v.width-g.how, tongue.Say("in how many"), f.small, pal.Muted)
	}
}

func (m *Matrix) headWords() string {
	words := tongue.Say("Sentence, in the base’s words where it has it")
	if m.board.page.Reading.Base < 0 {
		words = tongue.Say("Sentence, in the words of the first outlet that has it")
	}
	if m.sort != StoryOrder {
		words = tongue.Say("Sentence; ") + tongue.Say(m.sort.String())
	}
	return words
}

// tilePainter draws one tile.
type tilePainter struct {
	s          *scene
	under      report.Colour // what the tile stands on
	set        setter
	pal        *report.Palette
	tile       *report.Tile
	x, y, w, h int
}

func (t *tilePainter) draw() {
	if t.tile.Cell == nil {
		return
	}
	m := t.set.m
	l := t.label()
	pad := m.t(0.5)
	hatched := t.ground()
	note := 0
	if t.tile.Note != "" {
		w, f := t.set.measure.measure(t.tile.Note, t.set.fonts.word)
		note = w + pad
		t.s.print(layerText, t.x+t.w-note, t.y+t.set.baseline(t.h, f), w, t.tile.Note, f, t.pal.Cut.Mark)
	}
	tail := l.marks[1:]
	l.marks = l.marks[:1]
	if hatched {
		t.s.rect(layerSpine, t.x, t.y, pad+l.width(t.set)+m.t(0.3), t.h, t.under)
	}
	t.set.label(t.s, layerText, l, t.x+pad, t.y, t.h)
	size := m.t(markSize)
	for x := t.x + pad + l.width(t.set) + m.t(markGap); len(tail) > 0 && x+size <= t.x+t.w-note; x += size + m.t(markGap) {
		t.s.place(layerText, x, t.y+(t.h-size)/2, sprite{kind: signSprite, sign: tail[0], w: size, h: size, u: m.u, ink: l.tone})
		tail = tail[1:]
	}
}

// label is what a tile says.
func (t *tilePainter) label() label {
	c, p := t.tile.Cell, t.pal
	mark, tone, ok := statusSign(c.Verdict.Status, p)
	l := label{marks: []sign{mark}, word: t.tile.Word, tone: tone, bold: ok && tone != p.Style.Mark}
	switch {
	case t.tile.Moved:
		l.marks, l.tone, l.bold = []sign{signDown}, p.Moved.Mark, !c.Ghost
		if c.Chip.Up {
			l.marks[0] = signUp
		}
		if ok && !c.Ghost && c.Verdict.Status != diff.Kept {
			l.marks = append(l.marks, mark)
		}
	case c.Verdict.Status == diff.IsBase:
		l.marks, l.tone = []sign{signKept}, p.Ink
	case c.Related != "":
		l.marks, l.word, l.tone, l.bold = []sign{signRelated}, relatedWords(c.Related, short), p.Style.Mark, false
	case c.Verdict.Status == diff.Cut, c.Verdict.Status == diff.NotHere:
		l.bold = false
	}
	if c.Verdict.Unsure {
		l.word += "?"
	}
	if c.Verdict.Hand {
		l.marks = append(l.marks, signHand)
	}
	return l
}

// ground draws what lies under the words of a tile, and reports whether it
// is a hatch.
func (t *tilePainter) ground() bool {
	c, p, m := t.tile.Cell, t.pal, t.set.m
	box := func(f report.Family, edge int) {
		t.s.round(layerTint, t.x, t.y, t.w, t.h, 3*m.u, f.Tint)
		if edge > 0 {
			t.s.round(layerSpine, t.x, t.y, edge, t.h, m.u, f.Line)
		}
	}
	dashed := func(ink report.Colour) {
		t.s.place(layerTint, t.x, t.y, sprite{kind: dashBox, w: t.w, h: t.h, u: m.u, ink: ink})
	}
	switch s := c.Verdict.Status; {
	case c.Ghost, t.tile.Moved && c.Chip.To:
		dashed(p.Moved.Line)
	case t.tile.Moved, s == diff.Split, s == diff.Merged:
		box(p.Moved, 0)
	case c.Related != "":
		dashed(p.Style.Line)
	case s == diff.Reworded, s == diff.Varies:
		box(p.Word, 0)
	case s == diff.Recast:
		box(p.Word, 3*m.u)
	case s == diff.Added, s == diff.OnlyHere:
		box(p.Added, 4*m.u)
	case s == diff.Cut, s == diff.NotHere:
		t.s.place(layerTint, t.x, t.y, sprite{kind: hatchSprite, w: t.w, h: t.h, u: m.u, ink: p.Hatch})
		return true
	}
	return false
}
