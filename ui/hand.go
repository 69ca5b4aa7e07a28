package ui

import (
	"slices"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/ui/board"
)

// correct adds corrections to the comparison; undo takes them back.
func (w *Window) correct(words string, hands ...diff.Hand) {
	w.edit(words, func(s State) State {
		s.Hand = slices.Concat(s.Hand, hands)
		return s
	})
}

// unlinkHere takes the focused cell out of its row.
func (w *Window) unlinkHere() { w.partHere(diff.Unlink, tr(" are not linked any more.")) }

// neverHere takes the focused cell out of its row and says that they never
// belong together, whatever versions are added.
func (w *Window) neverHere() { w.partHere(diff.Never, tr(" will never be linked.")) }

func (w *Window) partHere(op diff.HandOp, words string) {
	c, ok := w.cellHere()
	if !ok {
		return
	}
	hands := w.outOfRow(op, c)
	if len(hands) == 0 {
		w.say(tr("%s is not linked to anything.", c.name), "", nil)
		return
	}
	w.correct(tr("%s and %s%s", c.name, namesOf(w.partners(c)), words), hands...)
}

// outOfRow parts a cell from all others in its row. Were it parted from the
// base alone, the other versions would have to follow one of the two.
func (w *Window) outOfRow(op diff.HandOp, c cell) []diff.Hand {
	var hands []diff.Hand
	for v := range w.reading.Versions {
		if v != c.version {
			hands = append(hands, w.hands(op, c, w.cellOf(c.row, v))...)
		}
	}
	return hands
}

// namesOf names cells in words: "A 14", "A 14 and C 14".
func namesOf(cs []cell) string {
	words := ""
	for i, c := range cs {
		switch {
		case i == 0:
		case i == len(cs)-1:
			words += tr(" and ")
		default:
			words += ", "
		}
		words += c.name
	}
	return words
}

// startLink begins to link the focused cell: the next cell that is clicked or
// entered is its partner. A second L on that cell does the same.
func (w *Window) startLink() {
	at, _ := w.stage.board.Focus()
	if w.linking != nil {
		w.endLink(at)
		return
	}
	c, ok := w.cellHere()
	switch {
	case !ok:
	case len(c.sentences) == 0:
		w.say(tr("Start at a cell that has a sentence."), "", nil)
	default:
		w.linking = &c
		w.focusBoard()
		w.showPlace()
	}
}

// endLink links what was chosen first with the cell at a place; it reports
// whether a link was being made.
func (w *Window) endLink(at report.Place) bool {
	if w.linking == nil {
		return false
	}
	from := *w.linking
	to, ok := w.cellAt(at)
	switch {
	case ok && to.version == from.version && to.row == from.row: // the first one again
	case !ok || len(to.sentences) == 0:
		w.say(tr("There is no sentence to link to."), "", nil)
	case to.version == from.version:
		w.say(tr("Choose a cell of another column."), "", nil)
	default:
		w.leaveLink()
		w.correct(tr("%s was linked to %s.", from.name, to.name), w.relink(from, to)...)
	}
	return true
}

// leaveLink gives the link up that was begun; it reports whether there was one.
func (w *Window) leaveLink() bool {
	was := w.linking != nil
	w.linking = nil
	if was {
		w.showPlace()
	}
	return was
}

// relink moves cell a into the row of b: a leaves its own row, and what
// stood at its place beside b leaves that one.
func (w *Window) relink(a, b cell) []diff.Hand {
	hands := w.outOfRow(diff.Unlink, a)
	hands = append(hands, w.outOfRow(diff.Unlink, w.cellOf(b.row, a.version))...)
	for v := range w.reading.Versions {
		if v != a.version {
			hands = append(hands, w.hands(diff.Link, a, w.cellOf(b.row, v))...)
		}
	}
	return hands
}

// splitHere takes apart what the program took together: of the focused cell
// and its partner the sentences that are most alike stay linked one to one.
func (w *Window) splitHere() {
	c, p, ok := w.pairHere()
	if !ok {
		return
	}
	if len(c.sentences)+len(p.sentences) < 3 || len(c.sentences) == 0 || len(p.sentences) == 0 {
		w.say(tr("%s and %s are one sentence each: there is nothing to split.", c.name, p.name), "", nil)
		return
	}
	w.correct(tr("%s and %s were taken apart.", c.name, p.name), w.apart(c, p)...)
}

// apart links the sentences of two cells one to one, the most alike first,
// and parts the rest.
func (w *Window) apart(a, b cell) []diff.Hand {
	type match struct {
		i, j    int32
		changed float32
	}
	var all []match
	for _, i := range a.sentences {
		for _, j := range b.sentences {
			_, changed := w.reading.Words(a.version, b.version, []int32{i}, []int32{j})
			all = append(all, match{i, j, changed})
		}
	}
	slices.SortStableFunc(all, func(x, y match) int {
		switch {
		case x.changed < y.changed:
			return -1
		case x.changed > y.changed:
			return 1
		}
		return 0
	})
	var parted, linked []diff.Hand
	takenA, takenB := map[int32]bool{}, map[int32]bool{}
	for _, m := range all {
		one, other := a, b
		one.sentences, other.sentences = []int32{m.i}, []int32{m.j}
		if takenA[m.i] || takenB[m.j] {
			parted = append(parted, w.hands(diff.Unlink, one, other)...)
			continue
		}
		takenA[m.i], takenB[m.j] = true, true
		linked = append(linked, w.hands(diff.Link, one, other)...)
	}
	return append(parted, linked...)
}

// mergeHere takes the focused row and the next one together, in the focused
// column: two sentences of the base became one, or one became two.
func (w *Window) mergeHere() {
	c, p, ok := w.pairHere()
	if !ok {
		return
	}
	below, ok := w.below(c.row, c.version, p.version)
	if !ok {
		w.say(tr("There is no row below to merge with."), "", nil)
		return
	}
	a, b := c, p
	a.sentences = slices.Concat(c.sentences, w.cellOf(below, c.version).sentences)
	b.sentences = slices.Concat(p.sentences, w.cellOf(below, p.version).sentences)
	if len(a.sentences) == 0 || len(b.sentences) == 0 {
		w.say(tr("Nothing to merge: one of the two columns has neither sentence."), "", nil)
		return
	}
	w.correct(tr("%s was merged with the row below.", c.name), w.hands(diff.Link, a, b)...)
}

// below returns the next row of the page in which one of two versions has text.
func (w *Window) below(row, v, u int) (int, bool) {
	seen := false
	for i := range w.page.Rows {
		r := &w.page.Rows[i]
		if r.Kind != report.TextRow || r.Unit < 0 {
			continue
		}
		if r.Unit == row {
			seen = true
			continue
		}
		if cells := w.reading.Rows[r.Unit].Cells; seen && len(cells[v].Sentences)+len(cells[u].Sentences) > 0 {
			return r.Unit, true
		}
	}
	return 0, false
}

// pairHere returns the focused cell and the base's in its row, and says what
// is missing.
func (w *Window) pairHere() (c, base cell, ok bool) {
	c, ok = w.cellHere()
	switch {
	case !ok:
	case w.reading.Base < 0:
		w.say(tr("Choose a base first: what is split or merged is read against it."), "", nil)
		ok = false
	case w.reading.Base == c.version:
		w.say(tr("Go to the cell of another column: it is read against the base."), "", nil)
		ok = false
	default:
		base = w.cellOf(c.row, w.reading.Base)
	}
	return c, base, ok
}

// linkWords is what the status line says while a link is being made.
func (w *Window) linkWords() string {
	return tr("Link %s to: click the other cell, or go there and press Enter. Escape leaves.", w.linking.name)
}

// listenToHands lets clicks and keys on the board make links.
func (w *Window) listenToHands(b *board.Board) {
	b.OnPick = w.endLink
	b.OnEscape = func() bool { return w.leaveLink() || w.stage.why.close() }
}
