package board

import "wirediff/diff/report"

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
	stubs   []stub    // hidden versions
}

// stub is the narrow stand-in for a hidden column; a click opens it.
type stub struct {
	version int // index into Reading.Versions
	letter  string
	after   int // head that it follows, -1: none
	x       int
}

// stubWidth is the width of a stub, in pixels; it is not zoomed.
const stubWidth = 24

// stubsOf returns the stubs of hidden versions. Each stands behind the shown
// version that was loaded before it.
func stubsOf(p *report.Page, hidden []int) []stub {
	var out []stub
	for _, v := range hidden {
		s := stub{version: v, letter: letterOf(v), after: -1}
		best := -1
		for i, h := range p.Heads {
			if h.Version < v && h.Version > best {
				best, s.after = h.Version, i
			}
		}
		out = append(out, s)
	}
	return out
}

// letterOf returns the letter of the v-th version: A to Z, then AA.
func letterOf(v int) string {
	if v < 26 {
		return string(rune('A' + v))
	}
	return letterOf(v/26-1) + string(rune('A'+v%26))
}

// placeStubs gives the stubs that follow head h their places, and returns
// the first pixel behind them. Stubs of columns out of sight stand last.
func placeStubs(all []stub, x int, belongs func(after int) bool) int {
	for i := range all {
		if all[i].x < 0 && belongs(all[i].after) {
			all[i].x = x
			x += stubWidth
		}
	}
	return x
}

// columns shares out the width. When a column would fall below its least
// width, only as many as fit are shown, the base among them at the left.
func (p columnPlan) columns(m measures) []column {
	shown := p.shown(m)
	least := m.t(columnMin)
	total := 0.0
	for _, h := range shown {
		total += p.weight(h)
	}
	for i := range p.stubs {
		p.stubs[i].x = -1
	}
	free := max(0, p.room(m)-least*len(shown))
	cols := make([]column, 0, len(shown))
	x, end, sum := placeStubs(p.stubs, m.t(railWidth), func(after int) bool { return after < 0 }), 0, 0.0
	for i, h := range shown {
		sum += p.weight(h)
		next := least*(i+1) + round(float64(free)*sum/total)
		c := column{head: h, x: x, w: next - end}
		c.text = c.x + m.t(padLeft)
		c.wrap = min(c.w, m.t(columnMax)) - m.t(padLeft) - m.t(padRight)
		cols = append(cols, c)
		last := i == len(shown)-1
		x, end = placeStubs(p.stubs, x+c.w, func(after int) bool { return last || after == h }), next
	}
	return cols
}

// room returns the pixels that columns share.
func (p columnPlan) room(m measures) int {
	return p.width - m.t(railWidth) - stubWidth*len(p.stubs)
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
	return min(p.heads, max(1, p.room(m)/m.t(columnMin)))
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
