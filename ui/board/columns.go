package board

import (
	"maps"
	"slices"

	"wirediff/diff/report"
)

// column is where one version stands.
type column struct {
	head int // index into Page.Heads
	x, w int // of the cell, gutter included
	text int // left edge of the text
	wrap int // width of the text
}

// right returns the first pixel right of the text.
func (c column) right() int { return c.text + c.wrap }

// Columns is how a reader set the columns. Versions are named as indices
// into Reading.Versions.
type Columns struct {
	Hidden []int           // left out of the page; a stub stands for each
	Pinned []int           // stay in sight at the left when the others scroll sideways
	Widths map[int]float64 // in text sizes, 13 or more; a version that is not named shares what is left
}

// equal reports whether two settings are the same.
func (c Columns) equal(d Columns) bool {
	return slices.Equal(c.Hidden, d.Hidden) && slices.Equal(c.Pinned, d.Pinned) && maps.Equal(c.Widths, d.Widths)
}

// columnPlan is what the widths of columns depend on.
type columnPlan struct {
	width  int             // pixels for rail and columns
	heads  int             // number of versions
	base   int             // head that stays in sight when columns scroll sideways, -1: none
	pinned []int           // heads that stay in sight too
	first  int             // first version shown beside them
	widths map[int]float64 // of heads that have a width of their own, in text sizes
	stubs  []stub          // hidden versions
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

// columns gives every column that is shown its place. Columns with a width of
// their own have it, the others share what is left; where all have one, the
// last takes what is left, so that dragging an edge moves nothing at its left.
func (p columnPlan) columns(m measures) []column {
	shown := p.shown(m)
	free, sharing := p.room(m), 0
	for _, h := range shown {
		free -= p.least(h, m)
		if _, set := p.widths[h]; !set {
			sharing++
		}
	}
	free = max(0, free)
	for i := range p.stubs {
		p.stubs[i].x = -1
	}
	cols := make([]column, 0, len(shown))
	x, end, share := placeStubs(p.stubs, m.t(railWidth), func(after int) bool { return after < 0 }), 0, 0
	for i, h := range shown {
		last := i == len(shown)-1
		c := column{head: h, x: x, w: p.least(h, m)}
		if _, set := p.widths[h]; !set {
			share++
			next := round(float64(free) * float64(share) / float64(sharing))
			c.w, end = c.w+next-end, next
		} else if last && sharing == 0 {
			c.w += free
		}
		c.text = c.x + m.t(padLeft)
		c.wrap = min(c.w, m.t(columnMax)) - m.t(padLeft) - m.t(padRight)
		cols = append(cols, c)
		x = placeStubs(p.stubs, x+c.w, func(after int) bool { return last || after == h })
	}
	return cols
}

// room returns the pixels that columns share.
func (p columnPlan) room(m measures) int {
	return p.width - m.t(railWidth) - stubWidth*len(p.stubs)
}

// least returns the pixels that the column of head h must have.
func (p columnPlan) least(h int, m measures) int {
	if w, set := p.widths[h]; set {
		return m.t(bounded(w))
	}
	return m.t(columnMin)
}

// bounded keeps a width in text sizes within what can be read.
func bounded(w float64) float64 { return min(columnWidest, max(columnMin, w)) }

// all returns how wide the columns of all heads are at least.
func (p columnPlan) all(m measures) int {
	n := 0
	for h := range p.heads {
		n += p.least(h, m)
	}
	return n
}

// order returns the heads as they stand, left to right, and how many of them
// stay in sight: none if all have room; else the base and what is pinned, as
// long as a column beside them has room.
func (p columnPlan) order(m measures) (heads []int, fixed int) {
	if p.all(m) <= p.room(m) {
		for h := range p.heads {
			heads = append(heads, h)
		}
		return heads, 0
	}
	room := p.room(m) - m.t(columnMin)
	stay := p.pinned
	if p.base >= 0 {
		stay = append([]int{p.base}, slices.DeleteFunc(slices.Clone(p.pinned), func(h int) bool { return h == p.base })...)
	}
	for _, h := range stay {
		if room -= p.least(h, m); room >= 0 || len(heads) == 0 && h == p.base {
			heads = append(heads, h)
		}
	}
	fixed = len(heads)
	for h := range p.heads {
		if !slices.Contains(heads[:fixed], h) {
			heads = append(heads, h)
		}
	}
	return heads, fixed
}

// shown returns the heads that have room, left to right; one at least.
func (p columnPlan) shown(m measures) []int {
	heads, fixed := p.order(m)
	room := p.room(m)
	for _, h := range heads[:fixed] {
		room -= p.least(h, m)
	}
	out := slices.Clone(heads[:fixed])
	for _, h := range heads[fixed+min(max(p.first, 0), p.lastFirst(m)):] {
		if room -= p.least(h, m); room < 0 && len(out) > 0 {
			break
		}
		out = append(out, h)
	}
	return out
}

// lastFirst returns the first with which the last column comes into view.
func (p columnPlan) lastFirst(m measures) int {
	heads, fixed := p.order(m)
	room := p.room(m)
	for _, h := range heads[:fixed] {
		room -= p.least(h, m)
	}
	first := len(heads) - fixed
	for first > 0 {
		if room -= p.least(heads[fixed+first-1], m); room < 0 {
			break
		}
		first--
	}
	return min(first, max(0, len(heads)-fixed-1))
}

// window returns n heads: the base, and others among which is head near, -1
// for the first ones.
func (p columnPlan) window(n, near int) []int {
	var others []int
	for h := range p.heads {
		if h != p.base {
			others = append(others, h)
		}
	}
	room, first := n, 0
	var out []int
	if p.base >= 0 {
		out, room = append(out, p.base), n-1
	}
	for i, h := range others {
		if h == near {
			first = max(0, i-room+1)
		}
	}
	room = max(0, min(room, len(others)-first))
	return append(out, others[first:first+room]...)
}

// beside returns the head left or right of another, base first.
func (p columnPlan) beside(head, step int) int {
	order := p.window(p.heads, -1)
	for i, h := range order {
		if h == head && i+step >= 0 && i+step < len(order) {
			return order[i+step]
		}
	}
	return head
}
