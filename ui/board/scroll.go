package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"wirediff/diff/report"
)

// bodyHeight returns the height in which rows are seen.
func (b *Board) bodyHeight() int {
	if b.layout == nil {
		return 0
	}
	return max(0, int(b.Size().Height)-b.layout.headHeight())
}

// clamp keeps a scroll position on the page; a little paper follows the last row.
func (b *Board) clamp(y int) int {
	if b.layout == nil {
		return 0
	}
	return max(0, min(y, b.layout.height()+2*b.layout.m.line-b.bodyHeight()))
}

func (b *Board) scrollTo(y int) { b.scroll = b.clamp(y) }

// Scrolled is part of fyne.Scrollable; with Shift columns scroll sideways,
// with Control the text size changes.
func (b *Board) Scrolled(e *fyne.ScrollEvent) {
	if b.layout == nil || b.zoomed(e) {
		return
	}
	if e.Scrolled.DX != 0 && e.Scrolled.DY == 0 {
		if e.Scrolled.DX < 0 {
			b.scrollColumns(1)
		} else {
			b.scrollColumns(-1)
		}
		return
	}
	b.scrollBy(-round(float64(e.Scrolled.DY)))
}

// zoomed hands a turn of the wheel to OnZoom if Control is held; the event
// does not say so itself.
func (b *Board) zoomed(e *fyne.ScrollEvent) bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	if !ok || b.OnZoom == nil || e.Scrolled.DY == 0 || d.CurrentKeyModifiers()&fyne.KeyModifierShortcutDefault == 0 {
		return false
	}
	steps := 1
	if e.Scrolled.DY < 0 {
		steps = -1
	}
	b.OnZoom(steps)
	return true
}

func (b *Board) scrollBy(dy int) {
	before := b.scroll
	b.scrollTo(b.scroll + dy)
	if b.scroll != before {
		b.redraw()
	}
}

// scrollColumns shows columns n further to the right, or to the left, when
// not all of them have room.
func (b *Board) scrollColumns(n int) {
	if b.layout == nil {
		return
	}
	plan := b.plan(b.layout.width)
	first := max(0, min(b.first+n, plan.lastFirst(b.layout.m)))
	if first != b.first {
		b.first = first
		b.rearrange()
	}
}

// reveal scrolls so that row r is in view with a little of its neighbours, as
// little as possible; one far off comes to a third of the view.
func (b *Board) reveal(r int) {
	if b.layout == nil {
		return
	}
	top, end, h := b.layout.tops[r], b.layout.tops[r+1], b.bodyHeight()
	around := min(2*b.layout.m.line, max(0, (h-(end-top))/2))
	switch {
	case top >= b.scroll && end <= b.scroll+h:
	case end <= b.scroll || top >= b.scroll+h:
		b.scrollTo(top - h/3)
	case top < b.scroll || end-top > h:
		b.scrollTo(top - around)
	default:
		b.scrollTo(end - h + around)
	}
}

// rowsInView returns the first and the last row in view, for the overview.
func (b *Board) rowsInView() (first, last int) {
	if b.layout == nil || len(b.page.Rows) == 0 {
		return 0, -1
	}
	return b.layout.rowAt(b.scroll), b.layout.rowAt(b.scroll + b.bodyHeight() - 1)
}

// inSight reports whether any of row r is in view.
func (b *Board) inSight(r int) bool {
	return b.layout != nil && r < len(b.page.Rows) && b.layout.tops[r+1] > b.scroll && b.layout.tops[r] < b.scroll+b.bodyHeight()
}

// thumb returns the top and the height of the scroll bar's thumb.
func (b *Board) thumb() (top, height int) {
	h, all := b.bodyHeight(), b.layout.height()+2*b.layout.m.line
	if all <= h || h < 3*scrollBarWidth {
		return 0, 0
	}
	height = max(h*h/all, 3*scrollBarWidth)
	return b.layout.headHeight() + (h-height)*b.scroll/(all-h), height
}

func (b *Board) drawScrollBar(v view) {
	top, height := b.thumb()
	if height == 0 {
		return
	}
	x := int(b.Size().Width) - scrollBarWidth
	b.scene.round(layerTop, x+2, top+1, scrollBarWidth-4, height-2, (scrollBarWidth-4)/2, b.look.Palette.Hair)
}

// placeOf returns the cell at a point of the widget.
func (b *Board) placeOf(x, y int) (report.Place, bool) {
	if b.layout == nil || y < b.layout.headHeight() || y-b.layout.headHeight()+b.scroll >= b.layout.height() {
		return report.Place{}, false
	}
	r := b.layout.rowAt(y - b.layout.headHeight() + b.scroll)
	c := b.columnAt(x)
	if r < 0 || c < 0 {
		return report.Place{}, false
	}
	return report.Place{Row: r, Col: c}, true
}

// columnAt returns the head of the column at x, -1 if there is none.
func (b *Board) columnAt(x int) int {
	for _, c := range b.layout.cols {
		if x >= c.x && x < c.x+c.w {
			return c.head
		}
	}
	return -1
}

// LeastWidth returns the width at which all columns have room, 0 without a page.
func (b *Board) LeastWidth() float32 {
	if b.layout == nil {
		return 0
	}
	m, plan := b.layout.m, b.plan(b.layout.width)
	return float32(m.t(railWidth) + plan.all(m) + len(plan.stubs)*stubWidth + scrollBarWidth)
}

// DoubleTapped is part of fyne.DoubleTappable: it selects a word.
func (b *Board) DoubleTapped(e *fyne.PointEvent) {
	if b.layout == nil || int(e.Position.Y) < b.layout.headHeight() {
		return
	}
	x, y := int(e.Position.X), int(e.Position.Y)
	p, ok := b.placeOf(x, y)
	if !ok {
		return
	}
	at, ok := b.offsetAt(x, y, p.Col)
	if !ok {
		return
	}
	for _, t := range b.places.story(p.Col).Tokens {
		if at >= t.Start && at <= t.End {
			b.selection = selection{head: p.Col, anchor: t.Start, caret: t.End, on: true}
			b.redraw()
			return
		}
	}
}
