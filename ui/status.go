package ui

import (
	"fmt"
	"math/bits"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/ui/board"
)

// statusLine is legend, counts and filter in one: press "10 reworded" to see
// only those; with Ctrl it is added to what is seen. At the right stands the
// focused cell in words.
type statusLine struct {
	root   *fyne.Container
	left   *fyne.Container
	words  *label
	cancel *press
	counts []*press
	shown  []count
	short  bool // the counts stand without their words: there is no room for them
}

// count is one entry of the status line.
type count struct {
	status diff.Status // of what is counted; moved beside it
	moved  bool
	n      int
	on     bool // the filter keeps these
}

func newStatusLine(w *Window) *statusLine {
	l := &statusLine{words: newLabel("", board.ColorMuted), left: container.New(&inLine{pad: 8, gap: 4})}
	l.words.size, l.words.cut, l.words.right = 12, true, true
	l.cancel = newPress(faceTool, tr("Cancel"), func() { w.do(w.command("cancel")) })
	l.cancel.Hide()
	l.root = container.New(tightRows{}, newGround(board.ColorRule, 1, 1),
		container.NewStack(newGround(board.ColorChrome, 1, statusHeight-1),
			container.New(statusParts{l}, l.left, l.words, l.cancel)))
	return l
}

// show brings the line in line with the window.
func (l *statusLine) show(w *Window) {
	l.showCounts(w, countsOf(w.reading, w.tally(), w.state.Filter))
	l.say(w)
	l.cancel.Hidden = !w.state.Busy
	l.root.Refresh()
}

// say says at the right where the reader is, or what is being done.
func (l *statusLine) say(w *Window) {
	l.words.ink = board.ColorMuted
	if w.linking != nil {
		l.words.ink = board.ColorInk
	}
	l.words.say(w.statusWords())
}

// showCounts makes the presses anew only when other statuses are counted.
func (l *statusLine) showCounts(w *Window, cs []count) {
	if !sameStatuses(cs, l.shown) {
		l.left.RemoveAll()
		l.counts = nil
		for _, c := range cs {
			l.counts = append(l.counts, w.newCount(c))
			l.left.Add(l.counts[len(l.counts)-1])
		}
	}
	l.shown = cs
	for i, c := range cs {
		l.counts[i].bold = fmt.Sprint(c.n)
		l.counts[i].turn(c.on)
		l.counts[i].Refresh()
	}
	l.fit(l.root.Size().Width - 2*statusPad)
}

// fit leaves out the words of the counts where they have no room: figure and
// mark stay, and the cells print the words beside the same marks.
func (l *statusLine) fit(width float32) {
	long, gap := float32(0), l.left.Layout.(*inLine).gap
	for i, c := range l.shown {
		l.counts[i].say(c.word())
		long += l.counts[i].MinSize().Width + gap
	}
	l.short = long > width && width > 0
	for _, p := range l.counts {
		if l.short {
			p.say("")
		}
	}
}

func sameStatuses(a, b []count) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].status != b[i].status || a[i].moved != b[i].moved {
			return false
		}
	}
	return true
}

// newCount returns the press of a count in the status line: it keeps what is
// counted, with Control besides what the filter keeps already.
func (w *Window) newCount(c count) *press {
	p := newPress(facePlain, c.word(), func() {
		add := heldModifiers()&fyne.KeyModifierShortcutDefault != 0
		w.apply(func(s State) State { s.Filter = toggled(s.Filter, c, add); return s })
	})
	p.size, p.ink = 12, c.ink()
	p.icon = board.NewIcon(c.mark(), c.ink())
	return p
}

// tally is what the shown view counts: the versions whose columns are shown,
// or the one beside the base. A hidden column is left out of every count, as
// it is out of the list and of the walk through the changes.
func (w *Window) tally() *diff.Tally {
	switch m := w.state.mode(); {
	case w.reading == nil:
		return nil
	case m == Pair || m == InLine:
		return &w.reading.Tallies[w.state.besideIndex()]
	}
	t := w.reading.Sum(w.page.View.Order)
	return &t
}

// countsOf returns what the status line counts, in the order of the design.
// Kept, and whatever occurs, is listed; without a base other words hold.
func countsOf(r *diff.Reading, t *diff.Tally, f report.Filter) []count {
	if r == nil || len(r.Versions) < 2 {
		return nil
	}
	order := []diff.Status{diff.Kept, diff.Style, diff.Reworded, diff.Recast, diff.Split, diff.Merged, diff.Added, diff.Cut}
	if r.Base < 0 {
		order = []diff.Status{diff.SameInAll, diff.Varies, diff.OnlyHere, diff.NotHere}
	}
	var cs []count
	for _, s := range order {
		if s == diff.Split || r.Base < 0 && s == diff.NotHere {
			cs = append(cs, count{moved: true, n: t.Moved, on: f.Moved})
		}
		cs = append(cs, count{status: s, n: t.Count[s], on: f.Statuses&(1<<s) != 0})
	}
	kept := cs[:0]
	for _, c := range cs {
		if c.n > 0 || c.on || c.status == diff.Kept || c.status == diff.SameInAll {
			kept = append(kept, c)
		}
	}
	return kept
}

// toggled returns the filter that keeps only c, or c too when add is set; what
// was the only one is let go.
func toggled(f report.Filter, c count, add bool) report.Filter {
	var next report.Filter
	if add {
		next = report.Filter{Statuses: f.Statuses, Moved: f.Moved, Versions: f.Versions}
	}
	only := bits.OnesCount32(f.Statuses) == 1 && !f.Moved || f.Statuses == 0 && f.Moved
	switch {
	case c.on && !add && only:
		return report.Filter{}
	case c.moved:
		next.Moved = !c.on || !add
	case c.on && add:
		next.Statuses &^= 1 << c.status
	default:
		next.Statuses |= 1 << c.status
	}
	return next
}

// word is what stands after the figure.
func (c count) word() string {
	if c.moved {
		return tr("moved")
	}
	return tr(c.status.String())
}

// mark and ink are the drawn sign and the colour of what is counted.
func (c count) mark() board.Mark {
	if c.moved {
		return board.MarkMovedUp
	}
	return board.MarkOf(c.status)
}

func (c count) ink() fyne.ThemeColorName {
	if c.moved {
		return board.ColorMoved
	}
	switch c.status {
	case diff.Reworded, diff.Recast, diff.Varies:
		return board.ColorWord
	case diff.Split, diff.Merged:
		return board.ColorMoved
	case diff.Added, diff.OnlyHere:
		return board.ColorAdded
	case diff.Cut, diff.NotHere:
		return board.ColorCut
	}
	return board.ColorMuted
}

// statusWords is what stands at the right of the status line.
func (w *Window) statusWords() string {
	switch s := w.state; {
	case s.Busy:
		return tr("Comparing: %d %%", int(s.Done*100))
	case s.count(Waiting) > 0:
		return tr("Reading %s …", countWords(s.count(Waiting), "file"))
	case w.page == nil:
		return ""
	case w.linking != nil:
		return w.linkWords()
	}
	words := w.stage.hover
	if at, ok := w.stage.board.Focus(); ok && words == "" {
		words = w.stage.board.Describe(at)
	}
	if columns := w.columnWords(); words == "" {
		words = columns
	} else if columns != "" {
		words += " · " + columns
	}
	return words
}

// columnWords says which columns are in view when not all of them are, and
// how many are hidden.
func (w *Window) columnWords() string {
	words := w.stage.views.columnWords()
	n := 0
	for _, v := range w.state.Versions {
		if v.Hidden {
			n++
		}
	}
	if n == 0 {
		return words
	}
	if words != "" {
		words += ", "
	}
	return tr("%s%s hidden", words, countWords(n, "column"))
}

// inLine lays objects out in a line, in the middle of its height.
type inLine struct{ pad, gap float32 }

// MinSize is part of fyne.Layout.
func (l *inLine) MinSize(os []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(2*l.pad, 0)
	for _, o := range os {
		if o.Visible() {
			m := o.MinSize()
			s = fyne.NewSize(s.Width+m.Width+l.gap, max(s.Height, m.Height))
		}
	}
	return s
}

// Layout is part of fyne.Layout.
func (l *inLine) Layout(os []fyne.CanvasObject, s fyne.Size) {
	x := l.pad
	for _, o := range os {
		if o.Visible() {
			between{}.place(o, x, s.Height)
			x += o.MinSize().Width + l.gap
		}
	}
}

// statusParts gives the counts what they need, Cancel its place at the right,
// and the words what is left between.
type statusParts struct{ line *statusLine }

const statusPad = 16

// MinSize is part of fyne.Layout.
func (statusParts) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 0) }

// Layout is part of fyne.Layout.
func (p statusParts) Layout(os []fyne.CanvasObject, s fyne.Size) {
	counts, words, cancel := os[0], os[1], os[2]
	p.line.fit(s.Width - 2*statusPad)
	left, right := counts.MinSize().Width, s.Width-statusPad
	counts.Resize(fyne.NewSize(left, s.Height))
	counts.Move(fyne.NewPos(statusPad/2, 0))
	if cancel.Visible() {
		m := cancel.MinSize()
		right -= m.Width
		cancel.Resize(fyne.NewSize(m.Width, s.Height-4))
		cancel.Move(fyne.NewPos(round(right), 2))
		right -= statusPad
	}
	words.Resize(fyne.NewSize(max(0, right-left-2*statusPad), s.Height))
	words.Move(fyne.NewPos(round(min(right, left+2*statusPad)), 0))
}

// leftRight puts its first object at the left and its second at the right.
type leftRight struct{ pad float32 }

// MinSize is part of fyne.Layout.
func (l *leftRight) MinSize(os []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(1, 0)
}

// Layout is part of fyne.Layout.
func (l *leftRight) Layout(os []fyne.CanvasObject, s fyne.Size) {
	right := os[1].MinSize().Width
	os[0].Resize(fyne.NewSize(s.Width-right-l.pad, s.Height))
	os[0].Move(fyne.NewPos(l.pad/2, 0))
	os[1].Resize(fyne.NewSize(right, s.Height))
	os[1].Move(fyne.NewPos(round(s.Width-right-l.pad), 0))
}
