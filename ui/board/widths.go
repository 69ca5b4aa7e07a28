package board

import (
	"fmt"
	"maps"
	"slices"
	"wirediff/ui/tongue"
)

// SetColumns says which columns are hidden and pinned and how wide they are,
// and keeps the place. The page itself leaves the hidden ones out and has the
// pinned ones first.
func (b *Board) SetColumns(c Columns) {
	if b.columns.equal(c) {
		return
	}
	b.columns = c
	b.rearrange()
}

// InView returns the heads in view, left to right, and how many there are.
func (b *Board) InView() (shown []int, of int) {
	if b.layout == nil {
		return nil, 0
	}
	for _, c := range b.layout.cols {
		shown = append(shown, c.head)
	}
	return shown, len(b.page.Heads)
}

// ColumnWords says which columns are in view, "columns 2 to 6 of 8", besides
// those that always are; "" when all have room.
func (b *Board) ColumnWords() string {
	if b.layout == nil || b.layout.pair {
		return ""
	}
	heads, fixed := b.plan(b.layout.width).order(b.layout.m)
	shown, _ := b.InView()
	return spanWords(heads, shown, fixed)
}

// spanWords names the part of heads that is shown; the first fixed ones
// always are.
func spanWords(heads, shown []int, fixed int) string {
	if len(shown) >= len(heads) || len(shown) <= fixed {
		return ""
	}
	first := slices.Index(heads, shown[fixed]) + 1
	last := slices.Index(heads, shown[len(shown)-1]) + 1
	if first == last {
		return fmt.Sprintf(tongue.Say("column %d of %d"), first, len(heads))
	}
	return fmt.Sprintf(tongue.Say("columns %d to %d of %d"), first, last, len(heads))
}

// revealColumn scrolls sideways as little as possible until head h is in view.
func (b *Board) revealColumn(h int) {
	if shown, _ := b.InView(); b.layout.pair || slices.Contains(shown, h) {
		return
	}
	plan := b.plan(b.layout.width)
	heads, fixed := plan.order(b.layout.m)
	at := slices.Index(heads, h) - fixed
	if at < 0 {
		return
	}
	if at < b.first {
		b.first = at
	}
	for b.first < at {
		plan.first = b.first
		if slices.Contains(plan.shown(b.layout.m), h) {
			break
		}
		b.first++
	}
	b.arrange()
}

// widthStep is by how much a key makes a column wider.
const widthStep = 1.15

// Narrower makes the focused column narrower; the others share what it leaves.
func (b *Board) Narrower() { b.widen(1 / widthStep) }

// Wider makes the focused column wider. Columns that lose their room can be
// scrolled to sideways.
func (b *Board) Wider() { b.widen(widthStep) }

// EqualWidths makes all columns equally wide.
func (b *Board) EqualWidths() {
	b.columns.Widths = nil
	b.rearrange()
	b.tellWidths()
}

// widen changes the width of the focused column, of the first one if none
// has the focus.
func (b *Board) widen(by float64) {
	if b.layout == nil || b.layout.pair {
		return
	}
	for _, c := range b.layout.cols {
		if c.head == b.focus.Col || !b.focused {
			b.setWidth(c.head, float64(c.w)*by/float64(b.layout.m.size))
			break
		}
	}
	b.rearrange()
	b.tellWidths()
}

// setWidth gives a column a width of its own, in text sizes.
func (b *Board) setWidth(head int, w float64) {
	b.columns.Widths = maps.Clone(b.columns.Widths)
	if b.columns.Widths == nil {
		b.columns.Widths = map[int]float64{}
	}
	b.columns.Widths[b.page.Heads[head].Version] = bounded(w)
}

func (b *Board) tellWidths() {
	if b.OnWidths != nil {
		b.OnWidths(maps.Clone(b.columns.Widths))
	}
}

// moveEdge gives the column left of the dragged edge the width up to x. The
// columns left of it keep the width that they have, so that the edge stays
// under the mouse.
func (b *Board) moveEdge(x int) {
	size := float64(b.layout.m.size)
	for _, c := range b.layout.cols {
		if c.head == b.mouse.col {
			b.setWidth(c.head, float64(x-c.x)/size)
			break
		}
		b.setWidth(c.head, float64(c.w)/size)
	}
	b.rearrange()
}
