package board

import (
	"wirediff/diff/report"
)

// draw is part of shape.
func (n *Inline) draw(s *scene, v paneView) {
	t, pal := &n.sheet, &n.board.look.Palette
	s.rect(layerBand, 0, 0, v.width+scrollBarWidth, v.bottom, pal.Chrome)
	if t.proof == nil {
		return
	}
	m := t.small.m
	top, end := m.t(sheetEdge)-v.scroll, t.height-m.t(sheetEdge)-v.scroll
	top, end = max(top, -beyond), min(end, v.bottom+beyond)
	s.outline(layerBand, t.x, top, t.w, end-top, 4*m.u, m.u, pal.Paper, pal.Rule)
	s.rect(layerSpine, t.margin-m.t(0.9), top, m.u, end-top, pal.Rule)
	n.drawNow(s, v)
	for k := range t.blocks {
		b := &t.blocks[k]
		y := b.top - v.scroll
		if y > v.bottom {
			break
		}
		if y+(len(b.lines)+1)*t.set.m.line > 0 {
			n.drawBlock(s, v, b, y)
		}
	}
	n.drawList(s)
}

// drawNow marks the lines of the part in focus.
func (n *Inline) drawNow(s *scene, v paneView) {
	b, t := n.board, &n.sheet
	if !b.focused {
		return
	}
	if top, end := n.span(b.focus.Row); top < end {
		top, end = max(top-v.scroll, -beyond), min(end-v.scroll, v.bottom+beyond)
		s.rect(layerTint, t.x+t.small.m.u, top, t.w-2*t.small.m.u, end-top, b.look.Palette.Band)
		s.rect(layerSpine, t.x, top, 4*t.small.m.u, end-top, b.look.Palette.Focus)
	}
}

// drawBlock draws a paragraph with its top at y, and what the margin says.
func (n *Inline) drawBlock(s *scene, v paneView, b *proofBlock, y int) {
	t, pal, h := &n.sheet, &n.board.look.Palette, n.sheet.set.m.line
	if b.fold != "" {
		l := label{marks: []sign{signCut}, word: b.fold, tone: pal.Cut.Mark}
		t.small.set.label(s, layerText, l, t.text, y, h)
		return
	}
	p := painter{layout: &t.lay, s: s, row: &report.Row{}, cell: &report.Cell{}, r: t.any, flow: b.flow,
		v: view{bottom: v.bottom, ranges: n.board.ranges}, col: column{head: 1, text: t.text, wrap: t.wrap}}
	for i, ln := range b.lines {
		if top := y + i*h; top+h >= 0 && top <= v.bottom {
			p.drawLine(ln, i, top)
			n.drawMoved(s, b, ln, p.placed, top)
		}
	}
	free := y
	for _, x := range b.notes {
		if top := max(free, y+x.line*h); n.drawNotes(s, x.part, top) {
			free = top + t.small.m.t(bandHeight)
		}
	}
}

// drawMoved lays the ground of a move under its words on one line.
func (n *Inline) drawMoved(s *scene, b *proofBlock, ln line, at []placed, y int) {
	t := &n.sheet
	from, to := -1, 0
	for _, w := range at {
		part := b.partOf[b.flow.words[w.word].run]
		if part < 0 || t.proof.Parts[part].Cell.Chip == nil || b.flow.words[w.word].mark == report.Number {
			continue
		}
		if from < 0 {
			from = w.x
		}
		to = w.x + int(b.flow.words[w.word].w)
	}
	if from >= 0 {
		u, m := t.set.m.u, t.set.m
		s.round(layerSpine, t.text+from-2*u, y+m.t(0.05), to-from+4*u, m.line-2*m.t(0.05), 2*u, n.board.look.Palette.Moved.Tint)
	}
}

// drawNotes prints what was done to a part beside the line where it starts,
// and reports whether there was anything to say.
func (n *Inline) drawNotes(s *scene, part, y int) bool {
	t, pal := &n.sheet, &n.board.look.Palette
	p := &t.proof.Parts[part]
	room := t.x + t.w - t.margin - t.small.m.t(0.6)
	list := fitLabels(&t.page.Rows[p.Row], p.Cell, pal, t.small.set, room)
	x := t.margin
	for _, l := range list {
		w := l.width(t.small.set)
		t.small.pairWord(s, l, x, w, y, t.set.m.line)
		x += w + t.small.m.t(labelGap)
	}
	return len(list) > 0
}
