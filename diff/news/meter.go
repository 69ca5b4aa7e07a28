package news

import (
	"wirediff/diff"
	"wirediff/diff/edit"
)

// Meter counts a version against the base in the words of METER (Clough et
// al. 2002): verbatim, the base's words unchanged or in another house style;
// rewritten, other words for the same content; new, content that the base
// does not have. The three add up to the version's counted sentences and words.
type Meter struct {
	Version   int
	Sentences Counts // kept and style cells; other linked cells; added cells
	Words     Counts // words kept or restyled; other words of linked cells; words of added cells
	Unquoted  Counts // words outside quotation marks, by the same rule
}

// Counts are numbers of sentences or words.
type Counts struct{ Verbatim, Rewritten, New int }

// Total is the sum.
func (c Counts) Total() int { return c.Verbatim + c.Rewritten + c.New }

// Share is the verbatim part, 0..1; 0 for an empty text.
func (c Counts) Share() float64 {
	if c.Total() == 0 {
		return 0
	}
	return float64(c.Verbatim) / float64(c.Total())
}

// Meters counts every version against the base; the base itself, and every
// version where there is no base, has zero counts. Linear in the words.
func Meters(r *diff.Reading) []Meter {
	out := make([]Meter, len(r.Versions))
	for v := range out {
		out[v].Version = v
		if r.Base < 0 || v == r.Base {
			continue
		}
		st := (&vocabulary{}).read(r.Versions[v])
		for i := range r.Rows {
			out[v].row(r, i, &st)
		}
	}
	return out
}

// row adds the cell of one row.
func (m *Meter) row(r *diff.Reading, i int, st *script) {
	var list []int32
	for _, s := range r.Rows[i].Cells[m.Version].Sentences {
		if st.Sentences[s].Role.Counted() {
			list = append(list, s)
		}
	}
	if len(list) == 0 {
		return
	}
	base := r.Rows[i].Cells[r.Base].Sentences
	ws := st.words(list...)
	switch status := r.Verdicts[i][m.Version].Status; {
	case len(base) == 0:
		m.Sentences.New += len(list)
		m.words(ws, func(word) *int { return &m.Words.New }, func(word) *int { return &m.Unquoted.New })
	case status == diff.Kept || status == diff.Style:
		m.Sentences.Verbatim += len(list)
		m.words(ws, func(word) *int { return &m.Words.Verbatim }, func(word) *int { return &m.Unquoted.Verbatim })
	default:
		m.Sentences.Rewritten += len(list)
		m.linked(r, base, list, ws)
	}
}

// linked counts the words of a reworded cell: those that the word diff keeps
// are verbatim.
func (m *Meter) linked(r *diff.Reading, base, list []int32, ws []word) {
	edits, _ := r.Words(r.Base, m.Version, base, list)
	kept := func(w word) bool {
		for _, e := range edits {
			if w.Start >= e.B.Start && w.Start < e.B.End {
				return e.Op == edit.Keep || e.Op == edit.Style
			}
		}
		return false
	}
	pick := func(c *Counts) func(word) *int {
		return func(w word) *int {
			if kept(w) {
				return &c.Verbatim
			}
			return &c.Rewritten
		}
	}
	m.words(ws, pick(&m.Words), pick(&m.Unquoted))
}

// words adds each word to its counters.
func (m *Meter) words(ws []word, all, unquoted func(word) *int) {
	for _, w := range ws {
		if w.punct {
			continue
		}
		*all(w)++
		if !w.quoted {
			*unquoted(w)++
		}
	}
}
