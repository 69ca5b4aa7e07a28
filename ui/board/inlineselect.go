package board

import (
	"cmp"
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"wirediff/diff/report"
	"wirediff/diff/text"
)

// The proof prints the bodies of two versions: its own, and the base's where
// words are struck. A selection is of the one in which it began.

// prints reports whether the proof shows the text of a hit: all of its own
// version, of the base only what is struck.
func (n *Inline) prints(h Hit) bool {
	if n.sheet.proof == nil || h.Col != 0 {
		return true
	}
	struck := n.sheet.struck
	i := sort.Search(len(struck), func(i int) bool { return struck[i].End > h.From })
	return i < len(struck) && struck[i].Start < h.To
}

// findStruck lists the bytes of the base that the proof prints, in order.
func (s *proofSheet) findStruck() {
	for k := range s.blocks {
		for i := range s.blocks[k].flow.words {
			if w := &s.blocks[k].flow.words[i]; w.flags.has(ofBase) && w.at >= 0 {
				s.struck = append(s.struck, text.Span{Start: w.at, End: w.at + int32(len(w.text))})
			}
		}
	}
	slices.SortFunc(s.struck, func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) })
}

// Hide is part of fyne.CanvasObject: other views print all of the base.
func (n *Inline) Hide() {
	n.pane.Hide()
	n.board.limitFind(nil)
}

// MouseDown is part of desktop.Mouseable: a press on text may begin a selection.
func (n *Inline) MouseDown(e *desktop.MouseEvent) {
	n.pane.MouseDown(e)
	n.selecting = false
	if n.drag >= 0 || e.Button != desktop.MouseButtonPrimary {
		return
	}
	x, y := int(e.Position.X), int(e.Position.Y)
	if head, at, ok := n.byteAt(x, y, -1); ok && n.onText(x) {
		n.selecting = true
		n.board.selection = selection{head: head, anchor: at, caret: at}
		n.redraw()
	}
}

// Dragged is part of fyne.Draggable: it selects, and scrolls where the mouse
// leaves the view.
func (n *Inline) Dragged(e *fyne.DragEvent) {
	if !n.selecting {
		n.pane.Dragged(e)
		return
	}
	y := int(e.Position.Y)
	if y < 0 {
		n.scrollBy(-n.sheet.set.m.line)
	} else if y > int(n.Size().Height) {
		n.scrollBy(n.sheet.set.m.line)
	}
	s := &n.board.selection
	if _, at, ok := n.byteAt(int(e.Position.X), y, s.head); ok {
		s.caret, s.on = at, at != s.anchor
		n.redraw()
	}
}

// MouseUp is part of desktop.Mouseable: what was dragged is no click.
func (n *Inline) MouseUp(e *desktop.MouseEvent) {
	if n.selecting && n.board.selection.on {
		n.selecting = false
		return
	}
	n.pane.MouseUp(e)
}

// MouseMoved is part of desktop.Hoverable.
func (n *Inline) MouseMoved(e *desktop.MouseEvent) {
	n.pane.MouseMoved(e)
	if _, ok := n.placeAt(int(e.Position.X), int(e.Position.Y)); ok && n.onText(int(e.Position.X)) {
		n.cursor = desktop.TextCursor
	}
}

// onText reports whether x is in the measure of the text.
func (n *Inline) onText(x int) bool {
	return n.sheet.proof != nil && x >= n.sheet.text && x < n.sheet.text+n.sheet.wrap
}

// byteAt returns the byte at a point of the widget, or the nearest one above
// it, and whose it is; head says of which version it must be, -1: of either.
func (n *Inline) byteAt(x, y, head int) (of int, at int32, ok bool) {
	s := &n.sheet
	if len(s.blocks) == 0 {
		return 0, 0, false
	}
	y = max(y+n.scroll, s.blocks[0].top)
	k := sort.Search(len(s.blocks), func(k int) bool { return s.blocks[k].top > y }) - 1
	for ; k >= 0; k-- {
		b := &s.blocks[k]
		for i := min(len(b.lines)-1, (y-b.top)/s.set.m.line); i >= 0; i-- {
			side := x - s.text
			if b.top+(i+1)*s.set.m.line <= y {
				side = s.wrap // the end of a line above
			}
			if of, at, ok = s.byteOn(b, b.lines[i], i, side, head); ok {
				return of, at, ok
			}
		}
	}
	return 0, 0, false
}

// byteOn returns the byte at x on a line.
func (s *proofSheet) byteOn(b *proofBlock, ln line, i, x, head int) (of int, at int32, ok bool) {
	for _, p := range b.flow.place(nil, ln, s.wrap, i == 0) {
		w := &b.flow.words[p.word]
		h := 1
		if w.flags.has(ofBase) {
			h = 0
		}
		if w.at < 0 || w.mark == report.Number || head >= 0 && h != head {
			continue
		}
		if !ok || p.x <= x {
			of, at, ok = h, s.lay.letterAt(w, x-p.x), true
		}
	}
	return of, at, ok
}
