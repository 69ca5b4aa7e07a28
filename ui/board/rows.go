package board

import (
	"sort"

	"wirediff/diff"
	"wirediff/diff/report"
)

// layout is a composed page in columns of given widths: where every row
// stands. Positions are whole pixels from the top of the first row.
type layout struct {
	*composed
	cols   []column
	width  int
	stubs  []stub
	pinned []int // heads that stay in sight
	fixed  int   // columns that stay now, while others are scrolled sideways
	tops   []int // top of each row, and the end of the last
	open   map[int]bool
	buf    []line
	placed []placed
}

// arrange wraps every cell and stacks the rows. Linear in the words; nothing
// is measured. open are the furniture rows that are not folded.
func arrange(c *composed, cols []column, width int, open map[int]bool) *layout {
	l := &layout{composed: c, cols: cols, width: width, open: open}
	n := len(c.page.Rows)
	l.tops = make([]int, n+1)
	for r := range c.page.Rows {
		l.tops[r+1] = l.tops[r] + l.box(r).height(l.content(r))
	}
	return l
}

// height returns the height of all rows.
func (l *layout) height() int { return l.tops[len(l.tops)-1] }

// rowAt returns the row at y, the nearest one if y is outside; -1 if there
// are no rows. O(log rows).
func (l *layout) rowAt(y int) int {
	n := len(l.tops) - 1
	return min(sort.Search(n, func(r int) bool { return l.tops[r+1] > y }), n-1)
}

// rowBox is the vertical anatomy of a row.
type rowBox struct{ gap, band, below int }

func (b rowBox) height(content int) int { return b.gap + b.band + content + b.below }

func (l *layout) box(r int) rowBox {
	row, m := &l.page.Rows[r], l.m
	b := rowBox{gap: m.t(gapPlain), below: m.t(gapBelow)}
	switch {
	case row.Kind == report.HeadlineRow:
		return rowBox{gap: m.t(gapHeadline), below: m.t(gapUnderHead)}
	case row.Kind == report.FoldedRow, l.blank(r):
		return rowBox{}
	case l.bands[r]:
		b.gap, b.band = m.t(gapLabelled), m.t(bandHeight)
	case row.Paragraph:
		b.gap = m.t(gapParagraph)
	}
	return b
}

// blank reports whether none of the columns in view has anything in a row of
// the story: it belongs to outlets that are scrolled away, and shows its
// number only.
func (l *layout) blank(r int) bool {
	if l.page.Rows[r].Kind != report.TextRow || len(l.cols) == len(l.page.Heads) {
		return false
	}
	for _, c := range l.cols {
		if x := &l.page.Rows[r].Cells[c.head]; x.Verdict.Status != diff.Absent || x.Ghost || len(x.Sentences) > 0 {
			return false
		}
	}
	return true
}

// content returns the height of a row's text.
func (l *layout) content(r int) int {
	if l.blank(r) {
		return l.m.t(blankHeight)
	}
	if l.page.Rows[r].Kind == report.FoldedRow {
		return l.m.t(foldedHeight)
	}
	lines := 1
	for _, c := range l.cols {
		lines = max(lines, l.lines(r, c))
	}
	if l.pair && l.page.Rows[r].Kind == report.TextRow {
		lines = max(lines, len(l.pairLabels(r)))
	}
	return lines * l.lineHeight(r)
}

// lines returns how many lines a cell takes.
func (l *layout) lines(r int, c column) int {
	f := l.at(r, c.head)
	cell := &l.page.Rows[r].Cells[c.head]
	if l.page.Rows[r].Kind == report.FurnitureRow {
		if len(cell.Sentences) == 0 {
			return 0
		}
		if !l.open[r] {
			return 1
		}
		return 1 + len(l.wrapped(f, c))
	}
	n := len(l.wrapped(f, c))
	if cell.Ghost {
		return min(n, 1)
	}
	return n
}

// wrapped returns the lines of f in column c; valid until the next call.
func (l *layout) wrapped(f flow, c column) []line {
	l.buf = f.wrap(l.buf[:0], c.wrap)
	return l.buf
}

// lineHeight returns the line height of a row's text.
func (l *layout) lineHeight(r int) int {
	switch l.page.Rows[r].Kind {
	case report.HeadlineRow:
		return round(headlineLine * float64(l.fonts.headline.size))
	case report.FurnitureRow:
		return round(float64(l.m.line) * 0.86)
	}
	return l.m.line
}

// baseline is that of the setter.
func (l *layout) baseline(h int, f font) int { return l.set.baseline(h, f) }
