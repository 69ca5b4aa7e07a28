package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/ui/board"
)

// listHead is the filter of the change list: a check box for everything that
// is counted, the outlets as letters, "only unsure" and "only flagged". It is
// the same filter as the status line's and the tool bar's, seen from another
// place.
type listHead struct {
	root    *fyne.Container
	grid    *fyne.Container
	checks  []*check
	counts  []count
	letters *fyne.Container
	outlets []*press
	heads   []report.Head
	unsure  *check
	flagged *check
	all     int // changes on the page without a filter
}

// check is a press with a check box, and the mark of what it stands for.
type check struct {
	*press
	box *checkBox
}

func newCheck(words string, mark board.Mark, ink fyne.ThemeColorName, run func()) *check {
	c := &check{newPress(facePlain, words, run), newCheckBox()}
	c.size, c.ink = 12, ink
	c.icon = container.New(&inLine{gap: 6}, c.box, board.NewIcon(mark, ink))
	return c
}

// show says how many there are, and whether they are shown.
func (c *check) show(n int, on bool) {
	c.bold = fmt.Sprint(n)
	c.box.turn(on)
	c.Refresh()
}

func newListHead(w *Window) *listHead {
	h := &listHead{grid: container.NewGridWithColumns(2), letters: container.New(&inLine{pad: 14, gap: 4})}
	only := func(words string, mark board.Mark, field func(*report.Filter) *bool) *check {
		return newCheck(words, mark, board.ColorInk, func() {
			w.apply(func(s State) State { f := field(&s.Filter); *f = !*f; return s })
		})
	}
	h.unsure = only(tr("only unsure"), board.MarkUnsure, func(f *report.Filter) *bool { return &f.Unsure })
	h.flagged = only(tr("only flagged"), board.MarkFlag, func(f *report.Filter) *bool { return &f.Flagged })
	h.root = container.New(tightRows{}, padded(h.grid, 8, 0, 8, 0), padded(h.letters, 0, 2, 0, 8))
	return h
}

// count counts the changes that there are without the filter.
func (h *listHead) count(w *Window) {
	h.all = len(w.page.Changes)
	if w.state.Filter.Active() {
		v := w.page.View
		v.Filter = noFilter()
		h.all = len(report.New(w.reading, v).Changes)
	}
}

// words is the title of the list: "38 of 51 changes".
func (h *listHead) words(w *Window) string {
	n := len(w.page.Changes)
	if !w.state.Filter.Active() {
		return countWords(n, "change")
	}
	return tr("%d of %s", n, countWords(h.all, "change"))
}

// show brings checks and letters in line with the filter.
func (h *listHead) show(w *Window) {
	cs := countsOf(w.reading, w.tally(), w.state.Filter)
	cs = slices.DeleteFunc(cs, func(c count) bool { return !c.moved && (c.status == diff.Kept || c.status == diff.SameInAll) })
	if !sameStatuses(cs, h.counts) || h.checks == nil {
		h.checks = nil
		h.grid.RemoveAll()
		for _, c := range cs {
			h.checks = append(h.checks, newCheck(c.word(), c.mark(), c.ink(), func() { w.turnCheck(c, h.counts) }))
			h.grid.Add(h.checks[len(h.checks)-1].press)
		}
		h.grid.Add(h.unsure.press)
		h.grid.Add(h.flagged.press)
	}
	h.counts = cs
	for i, c := range cs {
		h.checks[i].show(c.n, checked(w.state.Filter, c))
	}
	h.unsure.show(w.tally().Unsure, w.state.Filter.Unsure)
	h.flagged.show(w.flaggedCells(), w.state.Filter.Flagged)
	h.showOutlets(w)
}

// checked reports whether a filter shows what is counted: all is shown without
// one, and all but house style by "changes only".
func checked(f report.Filter, c count) bool {
	if f.Statuses == 0 && !f.Moved {
		return !f.Changes || c.moved || c.status != diff.Style
	}
	return c.on
}

// turnCheck shows what is counted, or leaves it out; all is what there is to
// choose from. What the filter keeps besides stays.
func (w *Window) turnCheck(c count, all []count) {
	w.apply(func(s State) State { s.Filter = rechecked(s.Filter, c, all); return s })
}

func rechecked(f report.Filter, turned count, all []count) report.Filter {
	statuses, moved, every, everyChange := uint32(0), false, true, true
	for _, c := range all {
		on := checked(f, c)
		if c.status == turned.status && c.moved == turned.moved {
			on = !on
		}
		switch {
		case on && c.moved:
			moved = true
		case on:
			statuses |= 1 << c.status
		case c.moved || c.status != diff.Style:
			every, everyChange = false, false
		default:
			every = false
		}
	}
	f.Statuses, f.Moved, f.Changes = statuses, moved, false
	switch {
	case every:
		f.Statuses, f.Moved = 0, false
	case everyChange:
		f.Statuses, f.Moved, f.Changes = 0, false, true
	}
	return f
}

// flaggedCells counts the cells of the shown columns that a finding stands on.
func (w *Window) flaggedCells() int {
	if w.findings == nil {
		return 0
	}
	seen := map[[2]int]bool{}
	for _, f := range w.findings.Open {
		if slices.Contains(w.page.View.Order, f.To) {
			seen[[2]int{f.Row, f.To}] = true
		}
	}
	return len(seen)
}

// showOutlets shows a letter for each version that is read against the base.
func (h *listHead) showOutlets(w *Window) {
	same := slices.EqualFunc(h.heads, w.page.Heads, func(a, b report.Head) bool { return a.Version == b.Version && a.Base == b.Base })
	if !same || len(h.letters.Objects) == 0 {
		h.heads = slices.Clone(w.page.Heads)
		h.letters.RemoveAll()
		h.outlets = nil
		caption := newLabel(tr("Outlets"), board.ColorMuted)
		caption.size = 12
		h.letters.Add(caption)
		for _, head := range h.heads {
			p := newPress(faceTool, head.Letter, func() {
				w.apply(func(s State) State { s.Filter = s.Filter.Toggled(head.Version, w.outletsOf()); return s })
			})
			p.size = 12
			p.Hidden = head.Base
			h.outlets = append(h.outlets, p)
			h.letters.Add(p)
		}
	}
	for i, head := range h.heads {
		h.outlets[i].turn(w.state.Filter.Versions == nil || slices.Contains(w.state.Filter.Versions, head.Version))
	}
	h.root.Refresh()
}

// outletsOf returns the versions of the columns that are read against the base.
func (w *Window) outletsOf() []int {
	var out []int
	for _, head := range w.page.Heads {
		if !head.Base {
			out = append(out, head.Version)
		}
	}
	return out
}
