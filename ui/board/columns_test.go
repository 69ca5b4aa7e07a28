package board

import (
	"fmt"
	"slices"
	"testing"

	"wirediff/diff/report"
)

// Widths are changed by mouse and keys, are told to who keeps them, and hold
// on a board that is given them.
func TestWidths(t *testing.T) {
	b := shown(t, ferry(), DefaultLook(false), 1600, 700)
	var told map[int]float64
	b.OnWidths = func(w map[int]float64) { told = w }
	start := b.layout.cols
	edge := start[1].x + start[1].w
	dragFrom(b, edge, 20, edge+60, 20)
	if c := b.layout.cols; c[0] != start[0] || c[1].x != start[1].x || c[1].w != start[1].w+60 {
		t.Errorf("the edge dragged by 60 gives %+v, was %+v", c[1], start[1])
	}
	if len(told) != 2 {
		t.Errorf("told %v", told)
	}
	again := shown(t, ferry(), DefaultLook(false), 1600, 700)
	again.SetColumns(Columns{Widths: told})
	if !slices.Equal(again.layout.cols, b.layout.cols) {
		t.Errorf("given the widths, the columns are %+v, want %+v", again.layout.cols, b.layout.cols)
	}
	b.EqualWidths()
	if !slices.Equal(b.layout.cols, start) || len(told) != 0 {
		t.Errorf("equal widths: %+v, told %v", b.layout.cols, told)
	}
	b.FocusCell(report.Place{Row: 1, Col: 1})
	b.Narrower()
	if b.layout.cols[1].w >= start[1].w {
		t.Error("Narrower does not narrow")
	}
	b.Wider()
	b.Wider()
	if b.layout.cols[1].w <= start[1].w {
		t.Error("Wider does not widen")
	}
}

// A column that grew beyond the window's room pushes the last one out of
// sight, which can be scrolled to; the focus brings it back.
func TestWideColumnsScrollSideways(t *testing.T) {
	b := shown(t, ferry(), DefaultLook(false), 1180, 700)
	if words := b.ColumnWords(); words != "" {
		t.Fatalf("all fit, but %q", words)
	}
	b.SetColumns(Columns{Widths: map[int]float64{1: 30}})
	if words := b.ColumnWords(); words != "columns 2 to 3 of 5" {
		t.Errorf("the words are %q", words)
	}
	b.FocusCell(report.Place{Row: 1, Col: 4})
	if shown, _ := b.InView(); !slices.Contains(shown, 4) || !slices.Contains(shown, 0) {
		t.Errorf("with the focus on the last, %v are shown", shown)
	}
}

// A row of outlets that are scrolled away takes its number's height, and the
// full one when they come into view.
func TestRowsOutOfViewAreLow(t *testing.T) {
	b := shown(t, ferry(), DefaultLook(false), 760, 700)
	row := slices.IndexFunc(b.page.Rows, func(r report.Row) bool { return r.Label == "3a" }) // of the last outlet alone
	low := b.layout.tops[row+1] - b.layout.tops[row]
	if shown, _ := b.InView(); slices.Contains(shown, 4) || low != b.layout.m.t(blankHeight) {
		t.Fatalf("%v are shown, the row is %d high", shown, low)
	}
	b.FocusCell(report.Place{Row: row, Col: 4})
	if high := b.layout.tops[row+1] - b.layout.tops[row]; high <= low {
		t.Errorf("in view it is %d high", high)
	}
}

func TestColumns(t *testing.T) {
	m := DefaultLook(false).measures()
	for _, x := range []struct {
		name string
		plan columnPlan
		want []int
	}{
		{"all fit", columnPlan{width: m.t(3.4 + 39), heads: 3, base: 0}, []int{0, 1, 2}},
		{"one too many: the base stays", columnPlan{width: m.t(3.4 + 39), heads: 5, base: 2}, []int{2, 0, 1}},
		{"scrolled sideways", columnPlan{width: m.t(3.4 + 39), heads: 5, base: 2, first: 1}, []int{2, 1, 3}},
		{"never past the end", columnPlan{width: m.t(3.4 + 39), heads: 5, base: 2, first: 9}, []int{2, 3, 4}},
		{"no base", columnPlan{width: m.t(3.4 + 26), heads: 4, base: -1, first: 1}, []int{1, 2}},
		{"one column at least", columnPlan{width: 10, heads: 3, base: 1}, []int{1}},
		{"a pinned one stays beside the base", columnPlan{width: m.t(3.4 + 39), heads: 6, base: 1, pinned: []int{0}, first: 2}, []int{1, 0, 4}},
		{"pinned without a base", columnPlan{width: m.t(3.4 + 39), heads: 5, base: -1, pinned: []int{0}, first: 9}, []int{0, 3, 4}},
		{"a pin changes nothing where all fit", columnPlan{width: m.t(3.4 + 39), heads: 3, base: 2, pinned: []int{0}}, []int{0, 1, 2}},
		{"one column scrolls, whatever is pinned", columnPlan{width: m.t(3.4 + 39), heads: 5, base: 0, pinned: []int{1, 2, 3}, first: 1}, []int{0, 1, 3}},
		{"a wide one takes the room of another", columnPlan{width: m.t(3.4 + 39), heads: 3, base: 0, widths: map[int]float64{1: 20}}, []int{0, 1}},
		{"the last comes into view beside a wide one", columnPlan{width: m.t(3.4 + 39), heads: 3, base: 0, widths: map[int]float64{1: 20}, first: 5}, []int{0, 2}},
	} {
		t.Run(x.name, func(t *testing.T) {
			var got []int
			for _, c := range x.plan.columns(m) {
				got = append(got, c.head)
			}
			if fmt.Sprint(got) != fmt.Sprint(x.want) {
				t.Errorf("got %v, want %v", got, x.want)
			}
		})
	}
}

func TestColumnsFillTheWidth(t *testing.T) {
	for _, widths := range []map[int]float64{nil, {0: 15}, {0: 14, 1: 15}} {
		columnsFill(t, widths)
	}
}

func columnsFill(t *testing.T, widths map[int]float64) {
	m := DefaultLook(false).measures()
	for width := m.t(railWidth + 30); width < 2500; width += 7 {
		cols := columnPlan{width: width, heads: 2, base: 0, widths: widths}.columns(m)
		x := m.t(railWidth)
		for _, c := range cols {
			if c.x != x || c.w < m.t(columnMin) {
				t.Fatalf("width %d: column at %d, %d wide", width, c.x, c.w)
			}
			x += c.w
		}
		if x != width {
			t.Fatalf("width %d: columns end at %d", width, x)
		}
	}
}

func TestStubsOfHiddenColumns(t *testing.T) {
	p := ferry()
	p.Heads = []report.Head{p.Heads[0], p.Heads[2], p.Heads[3]} // B and E are hidden
	stubs := stubsOf(p, []int{1, 4})
	m := DefaultLook(false).measures()
	cols := columnPlan{width: 1200, heads: 3, base: 0, stubs: stubs}.columns(m)
	if len(stubs) != 2 || stubs[0].letter != "B" || stubs[1].letter != "E" {
		t.Fatalf("%+v", stubs)
	}
	if stubs[0].x != cols[0].x+cols[0].w || cols[1].x != stubs[0].x+stubWidth {
		t.Errorf("B stands at %d, between %+v and %+v", stubs[0].x, cols[0], cols[1])
	}
	if stubs[1].x != cols[2].x+cols[2].w || stubs[1].x+stubWidth != 1200 {
		t.Errorf("E stands at %d, behind %+v", stubs[1].x, cols[2])
	}
}
