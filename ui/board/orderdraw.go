package board

import (
	"fmt"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/ui/tongue"
)

// draw is part of shape.
func (o *Order) draw(s *scene, v paneView) {
	if o.plan.slopes == nil {
		return
	}
	if b := o.board; b.focused && !o.plan.shows(b.focus.Col) {
		o.arrange(v.width, v.bottom)
	}
	d := slopePainter{slopePlan: &o.plan, s: s, v: v, pal: &o.board.look.Palette, unit: -1, col: -1}
	if b := o.board; b.focused && b.focus.Row < len(b.page.Rows) {
		d.col = b.focus.Col
		if d.unit = b.page.Rows[b.focus.Row].Cells[d.col].Unit; d.unit < 0 {
			d.unit = int32(b.page.Rows[b.focus.Row].Unit)
		}
		d.now = o.plan.where.pos[b.focus.Row]
	}
	d.drawList()
	for i := range o.plan.panels {
		d.drawPanel(&o.plan.panels[i])
	}
	d.drawHead()
}

// slopePainter draws the order view.
type slopePainter struct {
	*slopePlan
	s    *scene
	v    paneView
	pal  *report.Palette
	unit int32 // of the cell in focus, -1: none
	col  int
	now  int // position of the row in focus
}

// at returns where a position stands on the widget.
func (d *slopePainter) at(pos int) int { return d.v.top + d.y(pos) - d.v.scroll }

// drawList prints the sentences of the list, with a rule where a paragraph ends.
func (d *slopePainter) drawList() {
	m, f := d.set.m, d.set.fonts
	for pos := max(0, d.v.scroll/d.pitch); pos < len(d.left); pos++ {
		y := d.at(pos) - d.pitch/2
		if y >= d.v.bottom {
			break
		}
		row := d.where.rows[d.lists][pos]
		now := d.unit >= 0 && row >= 0 && d.page.Rows[row].Cells[d.lists].Unit == d.unit
		rail, ink, story := f.rail, d.pal.Muted, d.pal.Ink
		if now {
			d.s.rect(layerBand, 0, y, d.v.width+scrollBarWidth, d.pitch, d.pal.Band)
			d.s.rect(layerTint, 0, y, 4*m.u, d.pitch, d.pal.Focus)
			rail, ink = f.railNow, d.pal.Ink
		}
		if row < 0 {
			story = d.pal.Muted
		} else if pos > 0 && d.page.Rows[row].Paragraph && !now {
			d.s.rect(layerBand, m.t(slopeRail), y, d.list-m.t(slopeRail)-m.t(1), 1, d.pal.Rule)
		}
		line := y + d.set.baseline(d.pitch, f.story)
		w, drawn := d.set.measure.measure(itoa(pos+1), rail)
		d.s.print(layerText, m.t(slopeRail)-m.t(0.7)-w, line, w, itoa(pos+1), drawn, ink)
		d.set.printWords(d.s, layerText, m.t(slopeRail), line, d.list-m.t(slopeRail)-m.t(1), d.left[pos], f.story, story)
	}
}

// drawPanel draws the axes, lines, tabs and holes of one outlet.
func (d *slopePainter) drawPanel(p *slopePanel) {
	u := d.set.m.u
	d.axis(p.from, p.sum)
	d.axis(p.to, p.Length)
	seen := map[int]bool{}
	for i := range p.Lines {
		l := &p.Lines[i]
		if d.where.rows[p.head][l.To] < 0 {
			continue // folded
		}
		d.slope(p, l)
		if l.Verdict.Moved && !seen[l.To] {
			d.movedEnd(p, l)
		}
		seen[l.To] = true
	}
	for _, pos := range p.Added {
		if d.where.rows[p.head][pos] >= 0 {
			d.added(p, pos)
		}
	}
	for _, c := range p.Cuts {
		d.cutRun(p, c)
	}
	if d.unit >= 0 && d.col == p.head {
		d.ring(p, 5*u)
	}
}

// axis draws a hairline with a dot per sentence.
func (d *slopePainter) axis(x, n int) {
	u := d.set.m.u
	top, end := max(d.v.top, d.at(0)-d.pitch/2), min(d.v.bottom, d.at(n-1)+d.pitch/2)
	d.s.rect(layerTint, x, top, u, end-top, d.pal.Hair)
	for pos := max(0, d.v.scroll/d.pitch-1); pos < n; pos++ {
		y := d.at(pos)
		if y > d.v.bottom {
			return
		}
		d.s.round(layerLine, x-u, y-u, 3*u, 3*u, u, d.pal.Ink)
	}
}

// slope draws one line: kept hair-thin, reworded ochre, recast double,
// split and merged plum, moved thick.
func (d *slopePainter) slope(p *slopePanel, l *report.Slope) {
	m := d.set.m
	gap := m.t(slopeGap)
	y1, y2 := d.at(l.From), d.at(l.To)
	line := func(at layer, dy, thick int, ink report.Colour) {
		if a, b, c, e, ok := clipLine(p.from+gap, y1+dy, p.to-gap, y2+dy, d.v.top-beyond, d.v.bottom+beyond); ok {
			d.s.line(at, a, b, c, e, thick, ink)
		}
	}
	switch now := d.unit == int32(l.Unit) && (d.col == p.head || d.col == p.against); drawnOf(l.Verdict) {
	case drawnMoved:
		line(layerHit, 0, 3*m.u, d.pal.Moved.Line)
	case drawnShape:
		line(layerSelect, 0, 2*m.u, d.pal.Moved.Line)
	case drawnRecast:
		line(layerWord, -m.u, m.u, d.pal.Word.Line)
		line(layerWord, 2*m.u, m.u, d.pal.Word.Line)
	case drawnWord:
		line(layerWord, 0, 2*m.u, d.pal.Word.Line)
	default:
		ink, thick := d.pal.Hair, m.u
		if now {
			ink, thick = d.pal.Ink, 2*m.u
		}
		line(layerSpine, 0, thick, ink)
	}
}

// movedEnd marks both ends of a move, and prints from where it came.
func (d *slopePainter) movedEnd(p *slopePanel, l *report.Slope) {
	m, u := d.set.m, d.set.m.u
	for _, end := range [][2]int{{p.from, d.at(l.From)}, {p.to, d.at(l.To)}} {
		d.s.round(layerText, end[0]-3*u, end[1]-3*u, 7*u, 7*u, 3*u, d.pal.Moved.Line)
	}
	way := signDown
	if l.To < l.From {
		way = signUp
	}
	x, h := p.to+m.t(0.7), m.t(1.2)
	y := d.at(l.To) - h/2
	w := d.set.printLine(d.s, layerText, x, y+d.set.baseline(h, d.set.fonts.word), m.t(3), itoa(l.From+1), d.set.fonts.word, d.pal.Moved.Mark)
	d.mark(x+w+m.t(0.25), y, h, way, d.pal.Moved.Mark)
	if sign, tone, ok := statusSign(l.Verdict.Status, d.pal); ok && l.Verdict.Status != diff.Kept {
		d.mark(x+w+m.t(0.35)+m.t(markSize)+m.t(0.2), y, h, sign, tone)
	}
}

// mark draws a sign in the middle of a line of height h.
func (d *slopePainter) mark(x, y, h int, k sign, ink report.Colour) {
	size := d.set.m.t(markSize)
	d.s.place(layerText, x, y+(h-size)/2, sprite{kind: signSprite, sign: k, w: size, h: size, u: d.set.m.u, ink: ink})
}

// added draws a tab on the outlet's axis.
func (d *slopePainter) added(p *slopePanel, pos int) {
	m, u := d.set.m, d.set.m.u
	y, h := d.at(pos), m.t(1.1)
	if y < d.v.top-d.pitch || y > d.v.bottom+d.pitch {
		return
	}
	x, w := p.to-m.t(1.5), m.t(2)
	d.s.round(layerText, x, y-h/2, w, h, 2*u, d.pal.Added.Tint)
	d.s.round(layerText, x, y-h/2, 4*u, h, u, d.pal.Added.Line)
	d.mark(x+m.t(0.75), y-h/2, h, signAdded, d.pal.Added.Mark)
	f := d.set.fonts.word
	d.set.printLine(d.s, layerText, x+w+m.t(0.3), y-h/2+d.set.baseline(h, f), m.t(slopeRight)-m.t(0.9), tongue.Say("added"), f, d.pal.Added.Mark)
}

// cutRun draws rings with stubs, and a bracket with its words around a run
// of two or more.
func (d *slopePainter) cutRun(p *slopePanel, c report.CutRun) {
	m, u := d.set.m, d.set.m.u
	ink, shown := d.pal.Cut.Line, false
	for pos := c.From; pos <= c.To; pos++ {
		if d.where.rows[p.against][pos] < 0 {
			continue
		}
		shown = true
		if y := d.at(pos); y > d.v.top-d.pitch && y < d.v.bottom+d.pitch {
			d.s.rect(layerLine, p.from+3*u, y-u+u/2, m.t(1)-3*u, 2*u, ink)
			d.s.outline(layerText, p.from-3*u, y-3*u, 7*u, 7*u, 3*u, 2*u, d.pal.Paper, ink)
		}
	}
	if c.To == c.From || !shown {
		return
	}
	top, end := d.at(c.From)-d.pitch/4, d.at(c.To)+d.pitch/4
	a, b := max(top, d.v.top-beyond), min(end, d.v.bottom+beyond)
	x := p.from + m.t(1.5)
	d.s.rect(layerText, x, a, u, b-a, ink)
	for _, y := range []int{top, end - u} {
		if y >= a && y <= b {
			d.s.rect(layerText, x-m.t(0.25), y, m.t(0.25), u, ink)
		}
	}
	d.cutWords(p, c, x+m.t(0.5), (top+end)/2)
}

// cutWords names a run of cuts beside its bracket.
func (d *slopePainter) cutWords(p *slopePanel, c report.CutRun, x, middle int) {
	m, f := d.set.m, d.set.fonts
	name := tongue.Say("hole")
	if c.Trim {
		name = tongue.Say("trimmed at the end")
	}
	count := fmt.Sprintf(tongue.Say("%d–%d, %d cut"), c.From+1, c.To+1, c.To-c.From+1)
	room, h := p.to-x-m.t(0.5), m.t(1.1)
	if c.Trim {
		room = p.x + p.w - x - m.t(0.3)
	}
	if w, _ := d.set.measure.measure(name, f.word); w > room {
		name = tongue.Say("trimmed")
	}
	w1, _ := d.set.measure.measure(name, f.word)
	w2, _ := d.set.measure.measure(count, f.small)
	d.s.rect(layerOver, x-m.t(0.2), middle-h, min(max(w1, w2), room)+m.t(0.4), 2*h, d.pal.Paper)
	d.set.printLine(d.s, layerOver, x, middle-h+d.set.baseline(h, f.word), room, name, f.word, d.pal.Cut.Mark)
	d.set.printLine(d.s, layerOver, x, middle+d.set.baseline(h, f.small), room, count, f.small, d.pal.Cut.Mark)
}

// ring marks the ends of the focused cell on the axes of its panel.
func (d *slopePainter) ring(p *slopePanel, r int) {
	u := d.set.m.u
	at := func(x, pos int) {
		d.s.outline(layerOver, x-r, d.at(pos)-r, 2*r+u, 2*r+u, r, 2*u, none, d.pal.Focus)
	}
	for i := range p.Lines {
		if int32(p.Lines[i].Unit) == d.unit {
			at(p.from, p.Lines[i].From)
			at(p.to, p.Lines[i].To)
			return
		}
	}
	for _, c := range p.Cuts {
		for pos := c.From; pos <= c.To; pos++ {
			if row := d.where.rows[p.against][pos]; row >= 0 && d.page.Rows[row].Cells[p.against].Unit == d.unit {
				at(p.from, pos)
			}
		}
	}
	for _, pos := range p.Added {
		if row := d.where.rows[p.head][pos]; row >= 0 && d.page.Rows[row].Cells[p.head].Unit == d.unit {
			at(p.to, pos)
		}
	}
}

// drawHead prints names and captions, and letters over the axes.
func (d *slopePainter) drawHead() {
	m, f := d.set.m, d.set.fonts
	d.s.rect(layerHead, 0, 0, d.v.width+scrollBarWidth, d.head, d.pal.Paper)
	name := round(1.2 * float64(f.masthead.size))
	top := m.t(0.5)
	list := &d.page.Heads[d.lists]
	write := func(x, y, h, room int, words string, f font, ink report.Colour) {
		d.set.printLine(d.s, layerHeadText, x, y+d.set.baseline(h, f), room, words, f, ink)
	}
	write(m.t(slopeRail), top, name, d.list-m.t(slopeRail)-m.t(0.5), list.Name, f.masthead, d.pal.Ink)
	write(m.t(slopeRail), top+name, m.t(1.1), d.list-m.t(slopeRail), plural(list.Sentences, "sentence")+tongue.Say(", as it has them"), f.small, d.pal.Muted)
	for i := range d.panels {
		p := &d.panels[i]
		x, room := p.from-m.t(0.3), p.w-m.t(1)
		write(x, top, name, room, p.Name, f.masthead, d.pal.Ink)
		caption := tongue.Phrases(p.Caption)
		if p.own {
			caption = tongue.Say("own story")
		}
		for k, part := range d.set.twoLines(caption, f.small, room) {
			write(x, top+name+k*m.t(1.1), m.t(1.1), room, part, f.small, d.pal.Ink)
		}
		y := d.head - m.t(1.3)
		left := tongue.Say("base")
		if h := &d.page.Heads[p.against]; !h.Base {
			left = h.Letter
		}
		write(x, y, m.t(1.1), m.t(4), left, f.small, d.pal.Muted)
		w, _ := d.set.measure.measure(p.Letter, f.letter)
		write(p.to-w/2, y, m.t(1.1), m.t(3), p.Letter, f.letter, d.pal.Muted)
	}
}
