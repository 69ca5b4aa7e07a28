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

// listHead is the filter of the change list: what is counted, the outlets as
// letters, and "only unsure". It is the same filter as the status line's and
// the tool bar's, seen from another place.
type listHead struct {
	root    *fyne.Container
	checks  *fyne.Container
	presses []*press
	counts  []count
	letters *fyne.Container
	outlets []*press
	heads   []report.Head
	unsure  *press
	all     int // changes on the page without a filter
}

func newListHead(w *Window) *listHead {
	h := &listHead{checks: container.NewGridWithColumns(2), letters: container.New(&inLine{pad: 8, gap: 4})}
	h.unsure = newPress(facePlain, "only unsure", func() {
		w.apply(func(s State) State { s.Filter.Unsure = !s.Filter.Unsure; return s })
	})
	h.unsure.size, h.unsure.icon = 12, board.NewIcon(board.MarkUnsure, board.ColorMuted)
	h.root = container.New(tightRows{}, padded(h.checks, 8, 0, 8, 0), h.letters)
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
	return fmt.Sprintf("%d of %s", n, countWords(h.all, "change"))
}

// show brings checks and letters in line with the filter.
func (h *listHead) show(w *Window) {
	cs := countsOf(w.reading, w.tally(), w.state.Filter)
	cs = slices.DeleteFunc(cs, func(c count) bool { return !c.moved && (c.status == diff.Kept || c.status == diff.SameInAll) })
	if !sameStatuses(cs, h.counts) || h.presses == nil {
		h.presses = nil
		h.checks.RemoveAll()
		for _, c := range cs {
			p := w.newCheck(c, func() bool { return true })
			h.presses = append(h.presses, p)
			h.checks.Add(p)
		}
		h.checks.Add(h.unsure)
	}
	h.counts = cs
	for i, c := range cs {
		h.presses[i].bold = fmt.Sprint(c.n)
		h.presses[i].turn(c.on)
		h.presses[i].Refresh()
	}
	h.unsure.bold = fmt.Sprint(w.tally().Unsure)
	h.unsure.turn(w.state.Filter.Unsure)
	h.unsure.Refresh()
	h.showOutlets(w)
}

// showOutlets shows a letter for each version that is read against the base.
func (h *listHead) showOutlets(w *Window) {
	same := slices.EqualFunc(h.heads, w.page.Heads, func(a, b report.Head) bool { return a.Version == b.Version && a.Base == b.Base })
	if !same || len(h.letters.Objects) == 0 {
		h.heads = slices.Clone(w.page.Heads)
		h.letters.RemoveAll()
		h.outlets = nil
		caption := newLabel("Outlets", board.ColorMuted)
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
