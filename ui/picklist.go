package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"wirediff/diff/report"
	"wirediff/ui/board"
)

// Size of a list to pick from, at most, and of one line of it.
const pickWidth, pickHeight, pickLine = 640, 340, 24

// pickRow is a line to pick: a title, and what is said of it at the right.
type pickRow struct{ title, note string }

// pickList is a list to check lines of: arrows walk, Space or a click checks,
// A checks all or none, Enter takes what is checked (the line under the focus
// if none is), Escape closes the sheet. It draws only the lines in view, so a
// mailbox of thousands is no matter.
type pickList struct {
	widget.List
	window *Window
	rows   []pickRow
	on     []bool
	found  []int // the rows that the search leaves, from top to bottom
	single bool  // one line at most, as a choice
	take   func(chosen []int)
	told   func(chosen int) // how many are checked; nil: nobody asks
	field  *pickSearch      // over a long list; nil over a short one
}

// newPickList returns a list of rows; what is taken goes to take.
func newPickList(w *Window, rows []pickRow, take func([]int)) *pickList {
	l := &pickList{window: w, rows: rows, on: make([]bool, len(rows)), take: take}
	l.search("")
	l.Length = func() int { return len(l.found) }
	l.CreateItem = newPickItem
	l.UpdateItem = l.update
	l.OnSelected = func(i widget.ListItemID) {
		l.UnselectAll() // a second press must be heard too
		l.turn(l.found[i])
	}
	l.ExtendBaseWidget(l)
	return l
}

// search leaves the rows that hold all of the words, in title or note, in
// whatever case. What is checked stays checked.
func (l *pickList) search(words string) {
	l.found = l.found[:0]
	for i, r := range l.rows {
		line := strings.ToLower(r.title + " " + r.note)
		if !slices.ContainsFunc(strings.Fields(strings.ToLower(words)), func(w string) bool { return !strings.Contains(line, w) }) {
			l.found = append(l.found, i)
		}
	}
}

// newPickItem makes the widgets of a line.
func newPickItem() fyne.CanvasObject {
	title, note := newLabel("", board.ColorInk), newLabel("", board.ColorMuted)
	title.cut = true
	const bar = 10 // the scroll bar stands there
	return container.NewBorder(nil, nil, widget.NewIcon(theme.CheckButtonIcon()), padded(note, 0, 0, bar, 0), title)
}

// update shows line i in the widgets of newPickItem.
func (l *pickList) update(i widget.ListItemID, o fyne.CanvasObject) {
	i = l.found[i]
	parts := o.(*fyne.Container).Objects // the middle comes first
	parts[0].(*label).say(report.Clean(l.rows[i].title))
	parts[2].(*fyne.Container).Objects[0].(*label).say(report.Clean(l.rows[i].note))
	parts[1].(*widget.Icon).SetResource(l.mark(i))
	o.Refresh()
}

// mark returns the sign before line i.
func (l *pickList) mark(i int) fyne.Resource {
	switch {
	case l.single && l.on[i]:
		return theme.RadioButtonCheckedIcon()
	case l.single:
		return theme.RadioButtonIcon()
	case l.on[i]:
		return theme.CheckButtonCheckedIcon()
	}
	return theme.CheckButtonIcon()
}

// turn checks line i, or takes its check away.
func (l *pickList) turn(i int) {
	was := l.on[i]
	if l.single {
		clear(l.on)
	}
	l.on[i] = !was || l.single
	l.say()
}

// turnAll checks every line that the search leaves, or none if all are checked.
func (l *pickList) turnAll() {
	on := slices.ContainsFunc(l.found, func(i int) bool { return !l.on[i] })
	for _, i := range l.found {
		l.on[i] = on
	}
	l.say()
}

func (l *pickList) say() {
	l.Refresh()
	if l.told != nil {
		l.told(len(l.chosen()))
	}
}

// chosen returns the checked lines from top to bottom.
func (l *pickList) chosen() []int {
	var out []int
	for i, on := range l.on {
		if on {
			out = append(out, i)
		}
	}
	return out
}

// done hands over what is checked, the line under the focus if nothing is.
func (l *pickList) done() {
	if len(l.chosen()) == 0 {
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	}
	if chosen := l.chosen(); len(chosen) > 0 {
		l.window.stage.sheet.close()
		l.take(chosen)
	}
}

// TypedKey is part of fyne.Focusable.
func (l *pickList) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		l.window.stage.sheet.close()
	case fyne.KeyReturn, fyne.KeyEnter:
		if l.single { // Enter chooses where it is pressed
			l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		}
		l.done()
	default:
		l.List.TypedKey(k)
	}
}

// TypedRune is part of fyne.Focusable: A checks all, other letters search.
func (l *pickList) TypedRune(r rune) {
	switch {
	case (r == 'a' || r == 'A') && !l.single:
		l.turnAll()
	case r != ' ' && l.field != nil:
		l.window.win.Canvas().Focus(l.field)
		l.field.TypedRune(r)
	}
}

// searchedFrom is how many lines a list has that can be searched.
const searchedFrom = 12

// pickSearch is the field over a long list: what is typed leaves the lines
// that hold it, the arrow down goes to the list, Enter takes what is checked.
type pickSearch struct {
	sheetEntry
	list *pickList
}

func newPickSearch(w *Window, l *pickList) *pickSearch {
	e := &pickSearch{sheetEntry: sheetEntry{window: w}, list: l}
	e.PlaceHolder = tr("Search in the list")
	e.OnChanged = func(words string) {
		l.search(words)
		l.ScrollToTop()
		l.say()
	}
	e.OnSubmitted = func(string) { l.done() }
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey is part of fyne.Focusable.
func (e *pickSearch) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyDown {
		e.window.win.Canvas().Focus(e.list)
		return
	}
	e.sheetEntry.TypedKey(k)
}

// openPicks shows a list in a sheet, with a hint above it.
func (w *Window) openPicks(title, hint, accept string, l *pickList) {
	words := newLabel(hint, board.ColorMuted)
	words.cut = true
	if !l.single {
		l.told = func(n int) { words.say(l.countWords(n) + " " + hint) }
	}
	buttons := []fyne.CanvasObject{newPress(facePrimary, accept, l.done)}
	if !l.single {
		buttons = append([]fyne.CanvasObject{newPress(faceTool, tr("Check all"), l.turnAll)}, buttons...)
	}
	head := padded(words, 0, 0, 0, 8)
	lines := float32(len(l.rows) + 2) // the hint is one of the lines
	if len(l.rows) >= searchedFrom {
		l.field = newPickSearch(w, l)
		head, lines = container.NewVBox(head, l.field), lines+2
	}
	content := container.NewBorder(head, nil, nil, nil, l)
	w.openSheet(title, container.New(&fixedSize{fyne.NewSize(pickWidth, min(pickHeight, lines*pickLine))}, content), l, buttons...)
	w.stage.sheet.shut.say(tr("Cancel"))
}

// countWords says how many lines are checked, and how many the search leaves.
func (l *pickList) countWords(checked int) string {
	words := tr("%s checked.", countWords(checked, "line"))
	if len(l.found) < len(l.rows) {
		words = fmt.Sprintf("%d of %s found. ", len(l.found), countWords(len(l.rows), "line")) + words
	}
	return words
}

// fixedSize gives its object a size.
type fixedSize struct{ size fyne.Size }

// MinSize is part of fyne.Layout.
func (f *fixedSize) MinSize([]fyne.CanvasObject) fyne.Size { return f.size }

// Layout is part of fyne.Layout.
func (f *fixedSize) Layout(os []fyne.CanvasObject, s fyne.Size) { os[0].Resize(s) }
