package report

import (
	"wirediff/diff"
	"wirediff/diff/text"
)

// piece is a run of neighbouring sentences of one version that belong to one
// unit, or a run of furniture (unit none). Sentences are [from, to).
type piece struct {
	unit     int32
	from, to int32
	line     int32 // where it was laid
	next     int32 // next piece of the same unit and version, none at the end
	away     bool  // printed out of the order of the rows
}

// track is one version's way down the page.
type track struct {
	story  *text.Story
	unit   []int32 // by sentence: unit it belongs to, or none
	away   []bool  // by sentence
	pieces []piece // in published order
	first  []int32 // by unit: first piece, or none
	ends   []int32 // by unit: last piece, or none
}

// newTrack cuts version v into pieces.
func newTrack(r *diff.Reading, v int) track {
	s := r.Versions[v]
	t := track{story: s, unit: make([]int32, len(s.Sentences)), away: make([]bool, len(s.Sentences))}
	for i := range t.unit {
		t.unit[i] = none
	}
	for u, row := range r.Rows {
		for _, i := range row.Cells[v].Sentences {
			if s.Sentences[i].Role.Counted() {
				t.unit[i] = int32(u)
			}
		}
		for _, i := range row.Cells[v].Away {
			t.away[i] = true
		}
	}
	t.cut()
	t.first = make([]int32, len(r.Rows))
	t.ends = make([]int32, len(r.Rows))
	for u := range t.first {
		t.first[u], t.ends[u] = none, none
	}
	for i := range t.pieces {
		t.chain(int32(i))
	}
	return t
}

// cut makes the pieces. Furniture between two sentences of one unit is printed
// inside the piece; all other furniture, a byline or dateline line above the
// first sentence too, makes pieces of its own.
func (t *track) cut() {
	n := int32(len(t.unit))
	for i := int32(0); i < n; {
		f := i
		for i < n && t.unit[i] == none {
			i++
		}
		if i == n { // only furniture is left
			t.furniture(f, n)
			return
		}
		if last := len(t.pieces) - 1; last >= 0 && t.pieces[last].unit == t.unit[i] && t.pieces[last].away == t.away[i] {
			i++
			t.pieces[last].to = i
			continue
		}
		t.furniture(f, i)
		t.pieces = append(t.pieces, piece{unit: t.unit[i], from: i, to: i + 1, away: t.away[i], line: none, next: none})
		i++
	}
}

// furniture adds the piece [from, to) if it is not empty.
func (t *track) furniture(from, to int32) {
	if from < to {
		t.pieces = append(t.pieces, piece{unit: none, from: from, to: to, line: none, next: none})
	}
}

// chain links piece i to the earlier pieces of its unit.
func (t *track) chain(i int32) {
	u := t.pieces[i].unit
	switch {
	case u == none:
	case t.first[u] == none:
		t.first[u], t.ends[u] = i, i
	default:
		t.pieces[t.ends[u]].next = i
		t.ends[u] = i
	}
}

// head returns the piece that stands for the track's part of unit u: the
// first one in place, the first of all if every one is away; none if it has
// no part.
func (t *track) head(u int32) int32 {
	for i := t.first[u]; i != none; i = t.pieces[i].next {
		if !t.pieces[i].away {
			return i
		}
	}
	return t.first[u]
}

// partly reports whether some pieces of unit u are away and some are not.
func (t *track) partly(u int32) bool {
	away, here := false, false
	for i := t.first[u]; i != none; i = t.pieces[i].next {
		away, here = away || t.pieces[i].away, here || !t.pieces[i].away
	}
	return away && here
}
