package board

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"wirediff/diff/report"
	"wirediff/diff/text"
)

// selection is a range of bytes of one version: a column always reads in
// published order, so what is selected on the screen is one stretch of the
// body, and copying needs no screen.
type selection struct {
	head          int
	anchor, caret int32 // where the drag began and where it is
	on            bool
}

func (s selection) span() (from, to int32) { return min(s.anchor, s.caret), max(s.anchor, s.caret) }

// ranges returns what is selected and found in the bytes from..to of a version.
func (b *Board) ranges(head int, from, to int32) []marked {
	list := b.find.marks(head, from, to)
	if b.selection.on && b.selection.head == head {
		a, z := b.selection.span()
		if a < to && from < z {
			list = append(list[:len(list):len(list)], marked{a, z, selected})
		}
	}
	return list
}

// Selected returns the selected text, its paragraphs apart by an empty line.
func (b *Board) Selected() string {
	if !b.selection.on || b.places == nil {
		return ""
	}
	from, to := b.selection.span()
	return textOf(b.places.story(b.selection.head), from, to)
}

// textOf returns a stretch of a body as plain text: line breaks that mean
// nothing become spaces, paragraphs stand apart.
func textOf(s *text.Story, from, to int32) string {
	var parts []string
	for _, p := range s.Paragraphs {
		a, b := max(p.Start, from), min(p.End, to)
		if a < b {
			parts = append(parts, strings.Join(strings.Fields(s.Body[a:b]), " "))
		}
	}
	if parts == nil && from < to {
		parts = []string{strings.Join(strings.Fields(s.Body[from:to]), " ")}
	}
	return strings.Join(parts, "\n\n")
}

// SelectedWithOutlet returns the selected text, that of the focused cell if
// nothing is selected, after its outlet and date: "The Averley Courier, Tue
// 14 Oct, 19:40: ...".
func (b *Board) SelectedWithOutlet() string {
	s, head := b.Selected(), b.selection.head
	if s == "" {
		s, head = b.focusedText(), b.focus.Col
	}
	if s == "" {
		return ""
	}
	return attribution(&b.page.Heads[head]) + ": " + s
}

func attribution(h *report.Head) string {
	if h.Date == "" {
		return h.Name
	}
	return h.Name + ", " + h.Date
}

// SelectColumn selects all text of a column.
func (b *Board) SelectColumn(head int) {
	if b.places == nil || head < 0 || head >= len(b.page.Heads) {
		return
	}
	b.selection = selection{head: head, caret: int32(len(b.places.story(head).Body)), on: true}
	b.redraw()
}

func (b *Board) clearSelection() {
	if b.selection.on {
		b.selection = selection{}
		b.redraw()
	}
}

// TypedShortcut is part of fyne.Shortcutable: copy and select all.
func (b *Board) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		if t := b.Selected(); t != "" {
			s.Clipboard.SetContent(t)
		} else if t := b.focusedText(); t != "" {
			s.Clipboard.SetContent(t)
		}
	case *fyne.ShortcutSelectAll:
		if b.focused {
			b.SelectColumn(b.focus.Col)
		}
	}
}

// focusedText returns the text of the focused cell, which is what Copy takes
// when nothing is selected.
func (b *Board) focusedText() string {
	if !b.focused {
		return ""
	}
	cell := &b.page.Rows[b.focus.Row].Cells[b.focus.Col]
	story := b.places.story(b.focus.Col)
	var parts []string
	for _, s := range cell.Sentences {
		parts = append(parts, strings.Join(strings.Fields(story.Text(int(s))), " "))
	}
	return strings.Join(parts, " ")
}

// offsetAt returns the byte of the body of head's version at a point of the
// widget, the nearest one if the point is beside the text.
func (b *Board) offsetAt(x, y, head int) (int32, bool) {
	l := b.layout
	if l == nil {
		return 0, false
	}
	for _, c := range l.cols {
		if c.head == head {
			return l.offsetAt(c, x, y-l.headHeight()+b.scroll)
		}
	}
	return 0, false
}

// offsetAt looks from y upwards for the first row with text in column c.
func (l *layout) offsetAt(c column, x, y int) (int32, bool) {
	for r := l.rowAt(max(0, min(y, l.height()-1))); r >= 0; r-- {
		f := l.at(r, c.head)
		if l.page.Rows[r].Cells[c.head].Ghost || l.page.Rows[r].Kind != report.TextRow || len(f.words) == 0 {
			continue
		}
		lines := l.wrapped(f, c)
		box := l.box(r)
		i := (y - l.tops[r] - box.gap - box.band) / l.lineHeight(r)
		switch {
		case y < l.tops[r]+box.gap+box.band:
			return f.firstByte(), true
		case i >= len(lines):
			return f.lastByte(), true
		}
		l.placed = f.place(l.placed[:0], lines[i], c.wrap, i == 0)
		return l.byteAt(f, x-c.text), true
	}
	return 0, false
}

// byteAt returns the byte at x on the placed line.
func (l *layout) byteAt(f flow, x int) int32 {
	best, found := int32(0), false
	for _, at := range l.placed {
		w := &f.words[at.word]
		if w.at < 0 || w.text == "" {
			continue
		}
		if !found || at.x <= x {
			best, found = l.letterAt(w, x-at.x), true
		}
	}
	return best
}

// letterAt returns the byte of w between the two letters nearest to x.
func (l *layout) letterAt(w *word, x int) int32 {
	if w.flags.has(rightTo) { // taken whole
		if 2*x > int(w.w) {
			return w.at
		}
		return w.at + int32(len(w.text))
	}
	left := 0
	for i := range w.text {
		if i == 0 {
			continue
		}
		right := l.prefix(w, w.at+int32(i))
		if x < (left+right)/2 {
			return w.at + int32(letterBefore(w, i))
		}
		left = right
	}
	if x < (left+int(w.w))/2 {
		return w.at + int32(letterBefore(w, len(w.text)))
	}
	return w.at + int32(len(w.text))
}

// letterBefore returns where the letter that ends at byte i of w begins.
func letterBefore(w *word, i int) int {
	_, n := utf8.DecodeLastRuneInString(w.text[:i])
	return i - n
}

func (f flow) firstByte() int32 {
	for _, w := range f.words {
		if w.at >= 0 {
			return w.at
		}
	}
	return 0
}

func (f flow) lastByte() int32 {
	for i := len(f.words) - 1; i >= 0; i-- {
		if w := &f.words[i]; w.at >= 0 {
			return w.at + int32(len(w.text))
		}
	}
	return 0
}
