package ui

import (
	"errors"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"wirediff/ui/board"
)

// Widths of the entry to find in, where there is room and where not.
const (
	findWidth, findNarrow = 210, 150
	narrowWindow          = 1100
)

// errNone outlines the entry when nothing is found.
var errNone = errors.New("none")

// findBar is the entry to find in all columns, and what was found.
type findBar struct {
	entry *findEntry
	box   *fyne.Container // the entry at its width
	hits  *label          // "3 of 12 in 4 columns"
}

func newFindBar(w *Window) *findBar {
	f := &findBar{entry: newFindEntry(w), hits: newLabel("", board.ColorMuted)}
	f.hits.size = 12
	f.entry.OnChanged = func(q string) {
		w.apply(func(s State) State { s.Query.Text = q; return s })
	}
	f.box = container.New(&fixedWidth{findWidth}, f.entry)
	return f
}

// show brings the entry in line with the window.
func (f *findBar) show(w *Window) {
	s := w.state
	if f.entry.Text != s.Query.Text {
		f.entry.SetText(s.Query.Text)
	}
	width := float32(findWidth)
	if w.win.Canvas().Size().Width < narrowWindow {
		width = findNarrow
	}
	f.box.Layout = &fixedWidth{width}
	hits, now := w.stage.board.Hits()
	f.hits.say(hitWords(s.Query.Text, now+1, hits))
	f.hits.ink = board.ColorMuted
	var err error
	if s.Query.Text != "" && len(hits) == 0 && w.page != nil {
		f.hits.ink, err = board.ColorCut, errNone
	}
	f.hits.Refresh()
	f.entry.SetValidationError(err)
}

// hitWords says what was found and which hit is the current one, counted
// from 1, 0 if none is.
func hitWords(query string, at int, hits []board.Hit) string {
	columns := map[int]bool{}
	for _, h := range hits {
		columns[h.Col] = true
	}
	in := tr(" in %s", countWords(len(columns), "column"))
	switch {
	case query == "":
		return ""
	case len(hits) == 0:
		return tr("none")
	case at == 0:
		return fmt.Sprint(len(hits)) + in
	}
	return tr("%d of %d", at, len(hits)) + in
}

// startFind puts the focus into the entry, its text selected.
func (w *Window) startFind() {
	e := w.stage.toolbar.find.entry
	w.win.Canvas().Focus(e)
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// walkHits goes to the next hit, the previous one if steps is negative.
func (w *Window) walkHits(steps int) {
	if w.state.Query.Text == "" {
		w.startFind()
		return
	}
	if steps > 0 {
		w.stage.board.NextHit()
	} else {
		w.stage.board.PrevHit()
	}
	w.stage.toolbar.show(w)
}

// findEntry hands the keys on that the toolkit would keep from the window
// while an entry has the focus.
type findEntry struct {
	widget.Entry
	window *Window
}

func newFindEntry(w *Window) *findEntry {
	e := &findEntry{window: w}
	e.PlaceHolder = tr("Find in all columns")
	e.AlwaysShowValidationError = true
	e.Scroll = container.ScrollNone
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey is part of fyne.Focusable.
func (e *findEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		steps := 1
		if heldModifiers()&fyne.KeyModifierShift != 0 {
			steps = -1
		}
		e.window.walkHits(steps)
	case fyne.KeyEscape:
		e.window.focusBoard()
	default:
		if !e.window.functionKey(k.Name) {
			e.Entry.TypedKey(k)
		}
	}
}

// fixedWidth gives its object a width and the height it wants.
type fixedWidth struct{ width float32 }

// MinSize is part of fyne.Layout.
func (f *fixedWidth) MinSize(os []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(f.width, os[0].MinSize().Height)
}

// Layout is part of fyne.Layout.
func (f *fixedWidth) Layout(os []fyne.CanvasObject, s fyne.Size) { os[0].Resize(s) }
