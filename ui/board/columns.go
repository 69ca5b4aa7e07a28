package board

// column is where one version stands.
type column struct {
	head int // index into Page.Heads
	x, w int // of the cell, gutter included
	text int // left edge of the text
	wrap int // width of the text
}

// right returns the first pixel right of the text.
func (c column) right() int { return c.text + c.wrap }

// columnPlan is what the widths of columns depend on.
type columnPlan struct {
	width   int       // pixels for rail and columns
	heads   int       // number of versions
	base    int       // head that stays in sight when columns scroll sideways, -1: none
	first   int       // first version shown beside it
	weights []float64 // share of each head, nil: all equal
}

// columns shares out the width. When a column would fall below its least
// width, only as many as fit are shown, the base among them at the left.
func (p columnPlan) columns(m measures) []column {
	shown := p.shown(m)
	rail, least := m.t(railWidth), m.t(columnMin)
	total := 0.0
	for _, h := range shown {
		total += p.weight(h)
	}
	free := max(0, p.width-rail-least*len(shown))
	cols := make([]column, 0, len(shown))
	x, sum := 0, 0.0
	for i, h := range shown {
		sum += p.weight(h)
		end := least*(i+1) + round(float64(free)*sum/total)
		c := column{head: h, x: rail + x, w: end - x}
		c.text = c.x + m.t(padLeft)
		c.wrap = min(c.w, m.t(columnMax)) - m.t(padLeft) - m.t(padRight)
		cols = append(cols, c)
		x = end
	}
	return cols
}

// weight returns the share of the free width that head h gets.
func (p columnPlan) weight(h int) float64 {
	if h < len(p.weights) && p.weights[h] > 0 {
		return p.weights[h]
	}
	return 1
}

// fits returns how many columns have room.
func (p columnPlan) fits(m measures) int {
	return min(p.heads, max(1, (p.width-m.t(railWidth))/m.t(columnMin)))
}

// shown returns the heads that have room, left to right.
func (p columnPlan) shown(m measures) []int {
	n := p.fits(m)
	all := make([]int, 0, p.heads)
	if n < p.heads && p.base >= 0 {
		all = append(all, p.base)
	}
	pinned := len(all)
	for h := 0; h < p.heads; h++ {
		if pinned == 0 || h != p.base {
			all = append(all, h)
		}
	}
	if n == p.heads {
		return all
	}
	first := min(max(p.first, 0), p.heads-n)
	return append(all[:pinned:pinned], all[pinned+first:first+n]...)
}
