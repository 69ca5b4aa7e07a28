package board

import (
	"strings"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/text"
)

// Order shows where each sentence stands: the base as a list, and a slope
// panel per outlet, whose axis ends where the outlet's story ends. Each outlet
// stands against the base, or against its neighbour at the left. It follows a
// board, on whose page the filter has left the rows whose lines are drawn.
type Order struct {
	pane
	chain bool // against neighbours
	plan  slopePlan
}

// NewOrder returns the order of what b shows.
func NewOrder(b *Board) *Order {
	o := &Order{}
	o.init(b, o, o)
	return o
}

// SetNeighbours draws each outlet against the one left of it instead of
// against the base.
func (o *Order) SetNeighbours(on bool) {
	if o.chain != on {
		o.chain, o.seen, o.plan.page = on, paneState{}, nil
		o.follow()
	}
}

// Lengths of the order view in text sizes.
const (
	slopePitch    = 1.96 // from sentence to sentence
	slopePitchMin = 1.5
	slopePanelMin = 11.0
	slopePanelMax = 27.0
	slopeLeft     = 0.9 // from a panel's edge to the base's axis
	slopeRight    = 4.9 // from the outlet's axis to the panel's edge: "added", "22", the arrow
	slopeGap      = 0.35
	slopeRail     = 2.7
)

// slopePlan is where everything in the order view stands.
type slopePlan struct {
	page   *report.Page
	slopes []slopePanel // of all outlets; nil without a base
	left   []string     // the sentences of the list
	lists  int          // head of whom they are: the base, or the first of the chain
	set    setter
	where  sentencePlaces
	head   int
	pitch  int
	list   int          // width of the list
	panels []slopePanel // of those that have room, placed
	length int          // of the longest axis, in sentences
}

// slopePanel is where one outlet's slopes stand.
type slopePanel struct {
	*report.Panel
	head     int  // index into Page.Heads
	against  int  // the head at the left axis
	sum      int  // sentences of that
	own      bool // tells a story of its own
	x, w     int
	from, to int // the axes
}

// arrange is part of shape.
func (o *Order) arrange(width, height int) {
	b := o.board
	p := slopePlan{page: b.page, set: newSetter(b.look, b.book)}
	if o.plan.page == b.page {
		p.slopes, p.left, p.lists, p.where = o.plan.slopes, o.plan.left, o.plan.lists, o.plan.where
	} else {
		p.compare(o.chain)
	}
	if p.slopes != nil {
		p.share(width, height, b)
	}
	o.plan = p
}

// compare makes the slopes of a page: all against its base, or each against
// the one left of it.
func (p *slopePlan) compare(chain bool) {
	p.lists = headOfBase(p.page)
	if p.lists < 0 {
		return
	}
	if chain {
		p.lists = 0
	}
	p.where = findSentences(p.page, p.lists)
	for h := range p.page.Heads {
		against := p.lists
		if chain {
			against = h - 1
		}
		if h != p.lists {
			p.add(h, against)
		}
	}
	if p.left == nil { // one version alone
		p.left = report.NewSlopes(p.page.Reading, nil).Base
	}
}

// add makes the slopes of head h against another one.
func (p *slopePlan) add(h, against int) {
	r := p.page.Reading
	if v := p.page.Heads[against].Version; v != r.Base {
		r = r.Collation.Read(v)
	}
	s := report.NewSlopes(r, []int{p.page.Heads[h].Version})
	if against == p.lists {
		p.left = s.Base
	}
	panel := &s.Panels[0]
	if against != headOfBase(p.page) {
		panel.Caption = strings.ReplaceAll(panel.Caption, "the base", p.page.Heads[against].Name)
	}
	p.slopes = append(p.slopes, slopePanel{Panel: panel, head: h, against: against, sum: len(s.Base), own: r.Tallies[panel.Version].OwnStory})
}

// share gives the list and the panels their widths, and the sentences their
// pitch: less than wanted where that brings all of them into view.
func (p *slopePlan) share(width, height int, b *Board) {
	m := p.set.m
	line := round(1.2 * float64(p.set.fonts.masthead.size))
	p.head = m.t(0.5) + line + 2*m.t(1.1) + m.t(0.2) + m.t(1.1) + m.t(0.2)
	p.length = len(p.left)
	for i := range p.slopes {
		p.length = max(p.length, p.slopes[i].Length)
	}
	p.pitch = min(m.t(slopePitch), max(m.t(slopePitchMin), (height-p.head-m.t(0.6))/max(1, p.length)))
	p.list = min(max(width/5, m.t(12)), m.t(24))
	n := len(p.slopes)
	fits := min(n, max(1, (width-p.list)/m.t(slopePanelMin)))
	wide := min(m.t(slopePanelMax), (width-p.list)/max(1, fits))
	x := p.list
	for _, s := range p.window(fits, b.focusedColumn()) {
		s.x, s.w = x, wide
		s.from, s.to = x+m.t(slopeLeft), x+wide-m.t(slopeRight)
		p.panels = append(p.panels, s)
		x += wide
	}
}

// window returns n panels, the one of the column in focus among them.
func (p *slopePlan) window(n, near int) []slopePanel {
	first := 0
	for i := range p.slopes {
		if p.slopes[i].head == near {
			first = max(0, i-n+1)
		}
	}
	return p.slopes[first:min(first+n, len(p.slopes))]
}

// shows reports whether head h has a panel in view or is the list.
func (p *slopePlan) shows(h int) bool {
	for i := range p.panels {
		if p.panels[i].head == h {
			return true
		}
	}
	return h == p.lists
}

// ColumnWords says which outlets are in view, "columns 2 to 6 of 8"; "" when
// all have room.
func (o *Order) ColumnWords() string {
	p := &o.plan
	if p.slopes == nil {
		return ""
	}
	heads, shown := []int{p.lists}, []int{p.lists}
	for i := range p.slopes {
		heads = append(heads, p.slopes[i].head)
	}
	for i := range p.panels {
		shown = append(shown, p.panels[i].head)
	}
	return spanWords(heads, shown, 1)
}

// y returns the middle of the position on any axis, in the body.
func (p *slopePlan) y(pos int) int { return pos*p.pitch + p.pitch/2 }

// sizes is part of shape.
func (o *Order) sizes() (head, body int) {
	m := o.plan.set.m
	return o.plan.head, o.plan.length*o.plan.pitch + m.t(0.6)
}

// span is part of shape: where the first version that prints the row has it.
func (o *Order) span(row int) (top, end int) {
	if o.plan.slopes == nil || row < 0 || row >= len(o.plan.where.pos) || o.plan.where.pos[row] < 0 {
		return 0, 0
	}
	top = o.plan.where.pos[row] * o.plan.pitch
	return top, top + o.plan.pitch
}

// rowAt is part of shape.
func (o *Order) rowAt(y int) int {
	if o.plan.slopes == nil {
		return -1
	}
	list := o.plan.where.rows[o.plan.lists]
	for pos := max(0, y/o.plan.pitch); pos < len(list); pos++ {
		if r := list[pos]; r >= 0 {
			return r
		}
	}
	return -1
}

// placeAt is part of shape: left of a panel's middle the left one's sentence is
// meant, right of it the outlet's.
func (o *Order) placeAt(x, y int) (report.Place, bool) {
	p := &o.plan
	if p.slopes == nil || y < p.head {
		return report.Place{}, false
	}
	pos := (y - p.head + o.scroll) / p.pitch
	if x < p.list {
		return p.where.at(p.lists, pos)
	}
	for i := range p.panels {
		s := &p.panels[i]
		if x < s.x || x >= s.x+s.w {
			continue
		}
		if x >= (s.from+s.to)/2 {
			return p.where.at(s.head, pos)
		}
		at, ok := p.where.at(s.against, pos)
		if ok {
			at = p.where.cell(p.page, p.page.Rows[at.Row].Cells[at.Col].Unit, s.head, at.Row)
		}
		return at, ok
	}
	return report.Place{}, false
}

// press is part of shape.
func (o *Order) press(int, int) bool { return false }

// sideways is part of shape.
func (o *Order) sideways(step int) (int, bool) {
	b := o.board
	col := columnPlan{heads: len(b.page.Heads), base: headOfBase(b.page)}.beside(b.focus.Col, step)
	return col, col != b.focus.Col
}

// sentencePlaces says which row of a page prints the sentence at a position
// of a version, counted as report.Slopes does.
type sentencePlaces struct {
	rows [][]int // by head, then position: the page row, -1 if it is folded
	pos  []int   // by page row: the position in the list, else in the first version that prints the row; -1: none
}

// findSentences is linear in the cells of a page; list is the head whose
// positions go before all others.
func findSentences(p *report.Page, list int) sentencePlaces {
	w := sentencePlaces{rows: make([][]int, len(p.Heads)), pos: make([]int, len(p.Rows))}
	for i := range w.pos {
		w.pos[i] = -1
	}
	for h := range p.Heads {
		number, n := countedSentences(p.Reading.Versions[p.Heads[h].Version])
		w.rows[h] = make([]int, n)
		for i := range w.rows[h] {
			w.rows[h][i] = -1
		}
		for r := range p.Rows {
			cell := &p.Rows[r].Cells[h]
			if p.Rows[r].Kind != report.TextRow || cell.Ghost {
				continue
			}
			for i := len(cell.Sentences) - 1; i >= 0; i-- {
				if at := number[cell.Sentences[i]]; at >= 0 {
					w.rows[h][at] = r
					if w.pos[r] < 0 || h == list {
						w.pos[r] = at
					}
				}
			}
		}
	}
	return w
}

// countedSentences numbers the counted sentences of a story from 0, -1 for
// furniture, and says how many there are.
func countedSentences(s *text.Story) (number []int, n int) {
	number = make([]int, len(s.Sentences))
	for i := range s.Sentences {
		number[i] = -1
		if s.Sentences[i].Role.Counted() {
			number[i] = n
			n++
		}
	}
	return number, n
}

// at returns the cell that prints a position of a version.
func (w *sentencePlaces) at(head, pos int) (report.Place, bool) {
	if head < 0 || pos < 0 || pos >= len(w.rows[head]) || w.rows[head][pos] < 0 {
		return report.Place{}, false
	}
	return report.Place{Row: w.rows[head][pos], Col: head}, true
}

// cell returns the cell of a version that holds a unit: where it prints it,
// else the one in the row given.
func (w *sentencePlaces) cell(p *report.Page, unit int32, head, row int) report.Place {
	for r := range p.Rows {
		c := &p.Rows[r].Cells[head]
		if c.Unit == unit && !c.Ghost && len(c.Sentences) > 0 {
			return report.Place{Row: r, Col: head}
		}
	}
	return report.Place{Row: row, Col: head}
}

// drawnAs says how a line of the slope chart is drawn.
type drawnAs uint8

const (
	drawnKept drawnAs = iota
	drawnWord
	drawnRecast
	drawnShape // split, merged
	drawnMoved
)

func drawnOf(v diff.Verdict) drawnAs {
	switch {
	case v.Moved:
		return drawnMoved
	case v.Status == diff.Split, v.Status == diff.Merged:
		return drawnShape
	case v.Status == diff.Recast:
		return drawnRecast
	case v.Status == diff.Reworded:
		return drawnWord
	}
	return drawnKept
}

// clipLine returns the part of a line that lies between top and bottom;
// false if there is none. The slope is kept to the pixel.
func clipLine(x1, y1, x2, y2, top, bottom int) (a, b, c, d int, ok bool) {
	if y1 > y2 {
		c, d, a, b, ok = clipLine(x2, y2, x1, y1, top, bottom)
		return a, b, c, d, ok
	}
	if y2 < top || y1 > bottom {
		return 0, 0, 0, 0, false
	}
	at := func(y int) int { return x1 + round(float64(x2-x1)*float64(y-y1)/float64(y2-y1)) }
	a, b, c, d = x1, y1, x2, y2
	if y1 < top {
		a, b = at(top), top
	}
	if y2 > bottom {
		c, d = at(bottom), bottom
	}
	return a, b, c, d, true
}
