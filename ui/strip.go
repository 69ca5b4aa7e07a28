package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/ui/board"
)

// strip is what stands between tool bar and board: a line for each file that
// was not read, with what can be done about it, and a line that says in words
// what is plain of the whole comparison.
type strip struct {
	root *fyne.Container
	seen []Version
	note notice
}

func newStrip() *strip { return &strip{root: container.NewVBox()} }

// show brings the strip in line with the window.
func (t *strip) show(w *Window) {
	var bad []Version
	for _, v := range w.state.Versions {
		if v.Stage == Failed {
			bad = append(bad, v)
		}
	}
	note := noticeOf(w.state, w.page)
	if sameFailures(bad, t.seen) && note == t.note {
		return
	}
	t.seen, t.note = bad, note
	t.root.RemoveAll()
	for _, v := range bad {
		t.root.Add(failureLine(w, v))
	}
	if note.words != "" {
		t.root.Add(noteLine(w, note))
	}
}

func sameFailures(a, b []Version) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].ID != b[i].ID || a[i].Reason != b[i].Reason {
			return false
		}
	}
	return true
}

const stripHeight = 36

// failureLine says which file was not read and why.
func failureLine(w *Window, v Version) fyne.CanvasObject {
	name, why := newLabel(v.Name(), board.ColorInk), newLabel(v.Reason, board.ColorCut)
	name.bold = true
	retry := newPress(faceTool, tr("Retry"), func() { w.rereadPath(v.Path) })
	remove := newPress(faceTool, tr("Remove"), func() { w.remove(v.ID) })
	return bar(board.ColorBand, between{left: []fyne.CanvasObject{name, why}, right: []fyne.CanvasObject{retry, remove},
		height: stripHeight, pad: 16, gap: 10})
}

// notice is a sentence about the whole comparison and the command that helps.
type notice struct {
	words  string
	action string // id of the command, "" for none
	title  string // of its button
}

func noteLine(w *Window, n notice) fyne.CanvasObject {
	left := []fyne.CanvasObject{newLabel(n.words, board.ColorInk)}
	if n.action != "" {
		c := w.command(n.action)
		left = append(left, newPress(faceTool, n.title, func() { w.do(c) }))
	}
	return bar(board.ColorBand, between{left: left, height: stripHeight, pad: 16, gap: 14})
}

// bar is a line over the whole width with a hairline under it.
func bar(fill fyne.ThemeColorName, b between) fyne.CanvasObject {
	line := container.NewStack(newGround(fill, 1, b.height), lineOf(b))
	return container.New(tightRows{}, line, newGround(board.ColorRule, 1, 1))
}

// lineOf lays out what b holds.
func lineOf(b between) *fyne.Container { return container.New(b, slices.Concat(b.left, b.right)...) }

// tightRows stacks rows without the toolkit's gaps.
type tightRows struct{}

// MinSize is part of fyne.Layout.
func (tightRows) MinSize(os []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range os {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		s = fyne.NewSize(max(s.Width, m.Width), s.Height+m.Height)
	}
	return s
}

// Layout is part of fyne.Layout.
func (tightRows) Layout(os []fyne.CanvasObject, s fyne.Size) {
	y := float32(0)
	for _, o := range os {
		if !o.Visible() {
			continue
		}
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(s.Width, h))
		o.Move(fyne.NewPos(0, y))
		y += h
	}
}

// noticeOf says what is plain of the whole comparison: that nothing differs,
// that nothing is shared, that no sentence fits the filter, that a second
// version is missing.
func noticeOf(s State, p *report.Page) notice {
	switch {
	case p == nil:
		return notice{}
	case s.Filter.Active() && !holdsText(p):
		return notice{tr("No sentence fits this filter."), "all", tr("Clear filter")}
	case len(s.read()) == 1 && s.count(Waiting) == 0:
		return notice{tr("One version is open. Add the second version: drop, open or paste."), "open", tr("Open files …")}
	case p.Reading.Base < 0 || len(p.Reading.Versions) < 2:
		return notice{}
	}
	return notice{words: plainWords(p.Reading)}
}

// holdsText reports whether the page shows any row of the story.
func holdsText(p *report.Page) bool {
	for _, r := range p.Rows {
		if r.Kind == report.TextRow {
			return true
		}
	}
	return false
}

// plainWords says that nothing or everything differs, if so.
func plainWords(r *diff.Reading) string {
	t := r.Total
	changed, shared := 0, 0
	for s := diff.Reworded; s <= diff.Cut; s++ {
		changed += t.Count[s]
	}
	for s := diff.Kept; s <= diff.Merged; s++ {
		shared += t.Count[s]
	}
	switch {
	case shared == 0 && changed > 0 && len(r.Versions) == 2:
		return tr("These two share no sentence.")
	case shared == 0 && changed > 0:
		return tr("The others share no sentence with the base.")
	case changed > 0 || t.Moved > 0 || shared == 0:
		return ""
	case t.Count[diff.Style] == 0:
		return tr("Nothing differs: every sentence is the same word for word.")
	}
	return tr("Nothing differs but house style, in %s.", countWords(t.Count[diff.Style], "place"))
}
