package board

import "wirediff/diff/report"

// drawLine draws line ln, the i-th of its cell, with its top at y.
func (p *painter) drawLine(ln line, i, y int) {
	h := p.lineHeight(p.r)
	if y+h < p.v.top || y > p.v.bottom {
		return
	}
	p.placed = p.flow.place(p.placed[:0], ln, p.col.wrap, i == 0)
	p.drawRuns(ln, y, h)
	p.drawRanges(y, h)
	p.drawShared(y, h)
	base := y + p.baseline(h, p.fontOfLine())
	ink := p.ink(p.row, p.cell)
	for _, at := range p.placed {
		p.drawWord(&p.flow.words[at.word], p.col.text+at.x, base, ink)
	}
}

// drawShared draws hairlines under the words that both sides of a recast pair
// have: all others are new.
func (p *painter) drawShared(y, h int) {
	both, ok := p.shared[p.r]
	if !ok || p.col.head > 1 {
		return
	}
	from, to := p.bytesOfLine(0)
	base := y + p.baseline(h, p.fontOfLine())
	for _, g := range both[p.col.head] {
		if g.End > from && g.Start < to {
			p.eachSpan(g.Start, g.End, 0, func(x1, x2 int) { p.s.rect(layerLine, x1, base+3*p.m.u, x2-x1, p.m.u, p.look.Palette.Edge) })
		}
	}
}

// fontOfLine is the font that sets the baseline of all words of the cell.
func (p *painter) fontOfLine() font { return p.textFont(p.row, p.cell) }

// drawWord draws a word or a drawn mark on its baseline.
func (p *painter) drawWord(w *word, x, base int, ink report.Colour) {
	pal, m := &p.look.Palette, p.m
	size := m.t(markSize)
	switch w.mark {
	case report.Left:
		half := m.t(wedgeWidth) / 2
		p.s.place(layerOver, x-half, base, sprite{kind: wedgeSprite, w: 2 * half, h: m.t(wedgeHeight), u: m.u, ink: pal.Cut.Mark})
	case report.SplitAt:
		p.s.place(layerText, x+m.t(markGap)/2, base-size+m.t(0.1), sprite{kind: signSprite, sign: signSplit, w: size, h: size, u: m.u, ink: pal.Moved.Mark})
	case report.MergeAt:
		p.s.place(layerText, x+m.t(markGap)/2, base-size+m.t(0.1), sprite{kind: signSprite, sign: signMerged, w: size, h: size, u: m.u, ink: pal.Moved.Mark})
	case report.Number:
		p.s.print(layerText, x, base-m.t(raise), int(w.w), w.text, w.font, pal.Muted)
	case report.Lead:
		p.s.print(layerText, x, base, int(w.w), w.text, w.font, pal.Muted)
	case report.Replaced, report.Inserted, report.Gone:
		p.printWord(w, x, base, pal.Ink)
	default:
		p.printWord(w, x, base, ink)
	}
}

// printWord prints a word; the letters of the current search hit are inverted.
func (p *painter) printWord(w *word, x, base int, ink report.Colour) {
	from, to, ok := p.hitNowIn(w)
	if whole := from <= w.at && to >= w.at+int32(len(w.text)); ok && (whole || w.flags.has(rightTo)) {
		ink, ok = p.look.Palette.HitNowInk, false
	}
	if !ok {
		p.s.print(layerText, x, base, int(w.w), p.flow.seen(w), w.font, ink)
		return
	}
	for _, part := range []struct {
		from, to int32
		ink      report.Colour
	}{{w.at, from, ink}, {from, to, p.look.Palette.HitNowInk}, {to, w.at + int32(len(w.text)), ink}} {
		if part.from < part.to {
			a, b := p.prefix(w, part.from), p.prefix(w, part.to)
			p.s.print(layerText, x+a, base, b-a, w.text[part.from-w.at:part.to-w.at], w.font, part.ink)
		}
	}
}

// hitNowIn returns the bytes of w that the current search hit covers.
func (p *painter) hitNowIn(w *word) (from, to int32, ok bool) {
	if p.v.ranges == nil || w.at < 0 {
		return 0, 0, false
	}
	for _, g := range p.v.ranges(p.headOf(w.flags), w.at, w.at+int32(len(w.text))) {
		from, to = max(g.from, w.at), min(g.to, w.at+int32(len(w.text)))
		if g.kind == hitNow && from < to {
			return from, to, true
		}
	}
	return 0, 0, false
}

// drawRuns draws the grounds and lines of marked words: a run on one line is
// one box, its spaces included.
func (p *painter) drawRuns(ln line, y, h int) {
	for i := 0; i < len(p.placed); {
		first := &p.flow.words[p.placed[i].word]
		j := i + 1
		for j < len(p.placed) && p.flow.words[p.placed[j].word].run == first.run {
			j++
		}
		last := p.placed[j-1]
		x1 := p.col.text + p.placed[i].x
		x2 := p.col.text + last.x + int(p.flow.words[last.word].w)
		p.drawBox(first, x1, x2, y, h, p.goesOn(ln.from-1, first), p.goesOn(ln.to, first))
		i = j
	}
}

// goesOn reports whether the run of w goes on at word i, on another line.
func (p *painter) goesOn(i int, w *word) bool {
	return i >= 0 && i < len(p.flow.words) && p.flow.words[i].run == w.run
}

// drawBox draws the mark of the words between x1 and x2.
func (p *painter) drawBox(w *word, x1, x2, y, h int, from, to bool) {
	pal, m := &p.look.Palette, p.m
	base := y + p.baseline(h, p.fontOfLine())
	top, high := y+m.t(0.05), h-2*m.t(0.05)
	x1, x2 = x1-m.u, x2+m.u
	box := item{kind: rectItem, x: x1, y: top, w: x2 - x1, h: high, stroke: none, radius: 2 * m.u, flatLeft: from, flatRight: to}
	foot := top + high
	switch w.mark {
	case report.Replaced:
		box.fill = pal.Word.Tint
		p.s.add(layerWord, box)
		p.s.rect(layerLine, x1, foot-2*m.u, x2-x1, 2*m.u, pal.Word.Line)
	case report.Inserted:
		box.fill = pal.Added.Tint
		p.s.add(layerWord, box)
		p.s.rect(layerLine, x1, foot-m.u, x2-x1, m.u, pal.Added.Line)
		p.s.rect(layerLine, x1, foot-3*m.u, x2-x1, m.u, pal.Added.Line)
	case report.Gone:
		box.fill = pal.Cut.Tint
		p.s.add(layerWord, box)
		p.s.rect(layerOver, x1, base-m.t(strikeHeight), x2-x1, p.strike(), pal.Cut.Mark)
	case report.StyleMark:
		p.s.place(layerLine, x1+m.u, base+3*m.u, sprite{kind: dotsSprite, w: x2 - x1 - 2*m.u, h: 2 * m.u, u: m.u, ink: pal.Style.Line})
	}
}

// strike is how thick a strike-through is: 1 u under T = 16, then 2 u.
func (p *painter) strike() int {
	if p.m.size < 16 {
		return p.m.u
	}
	return 2 * p.m.u
}

// drawRanges draws the grounds of search hits and of the selection.
func (p *painter) drawRanges(y, h int) {
	if p.v.ranges == nil {
		return
	}
	p.drawRangesOf(0, y, h)
	p.drawRangesOf(ofBase, y, h)
}

// headOf is the head whose bytes a word has: the column's, or the base's
// where the proof has its words.
func (p *painter) headOf(f wordFlags) int {
	if f.has(ofBase) {
		return p.base
	}
	return p.col.head
}

// drawRangesOf draws the grounds under the words of the base (ofBase) or
// under all others (0).
func (p *painter) drawRangesOf(whose wordFlags, y, h int) {
	pal, m := &p.look.Palette, p.m
	first, last := p.bytesOfLine(whose)
	if first == last {
		return
	}
	for _, g := range p.v.ranges(p.headOf(whose), first, last) {
		p.eachSpan(g.from, g.to, whose, func(x1, x2 int) {
			switch g.kind {
			case selected:
				p.s.rect(layerSelect, x1, y, x2-x1, h, pal.Select)
			case hit:
				p.s.outline(layerHit, x1-m.u, y+m.u, x2-x1+2*m.u, h-2*m.u, 2*m.u, m.u, pal.Hit, pal.Edge)
			case hitNow:
				p.s.round(layerHit, x1-m.u, y+m.u, x2-x1+2*m.u, h-2*m.u, 2*m.u, pal.HitNow)
			}
		})
	}
}

// bytesOfLine returns the range of bytes that the placed line shows of the
// base (ofBase) or of the column's version (0).
func (p *painter) bytesOfLine(whose wordFlags) (from, to int32) {
	for _, at := range p.placed {
		w := &p.flow.words[at.word]
		if w.at < 0 || w.flags&ofBase != whose {
			continue
		}
		if to == 0 {
			from = w.at
		}
		from, to = min(from, w.at), max(to, w.at+int32(len(w.text)))
	}
	return from, to
}

// eachSpan calls f with the stretches of the placed line that lie in the
// bytes from..to, spaces between them included. Words of right-to-left
// scripts are taken whole.
func (p *painter) eachSpan(from, to int32, whose wordFlags, f func(x1, x2 int)) {
	x1, x2, prev := 0, -1, -1
	for _, at := range p.placed {
		w := &p.flow.words[at.word]
		end := w.at + int32(len(w.text))
		if w.at < 0 || w.flags&ofBase != whose || w.at >= to || end <= from {
			continue
		}
		a, b := p.col.text+at.x, p.col.text+at.x+int(w.w)
		cut := !w.flags.has(rightTo)
		if cut && from > w.at {
			a += p.prefix(w, from)
		}
		if cut && to < end {
			b = p.col.text + at.x + p.prefix(w, to)
		}
		if prev >= 0 && at.word == prev+1 && a >= x2 {
			x2 = b
		} else {
			if prev >= 0 {
				f(x1, x2)
			}
			x1, x2 = a, b
		}
		prev = at.word
	}
	if prev >= 0 {
		f(x1, x2)
	}
}

// prefix returns the width of the letters of w before byte at of the body.
func (l *layout) prefix(w *word, at int32) int {
	n := int(at - w.at)
	if n <= 0 {
		return 0
	}
	if n >= len(w.text) {
		return int(w.w)
	}
	width, _ := l.set.measure.measure(w.text[:n], w.font)
	return min(width, int(w.w))
}
