package news

import (
	"slices"

	"wirediff/diff"
	"wirediff/diff/edit"
	"wirediff/diff/text"
)

// Meter counts a version against the base in the words of METER (Clough et
// al. 2002): verbatim, the base's words unchanged or in another house style;
// rewritten, other words for the same content; new, content that the base
// does not have. The three add up to the version's counted sentences and words.
// Words are words and numbers; datelines count as house style.
type Meter struct {
	Version           int
	Sentences         Counts // kept and style cells; other linked cells; added cells
	Words             Counts // words kept or restyled; other words of linked cells; words of added cells
	UnquotedSentences Counts // sentences with words outside quotation marks, by the same rule
	Unquoted          Counts // words outside quotation marks, by the same rule
}

// Counts are numbers of sentences or words: what the version's are, and what
// became of the base's.
type Counts struct {
	Verbatim, Rewritten, New int
	Style                    int // of Verbatim: in another house style
	Moved                    int // of all: printed at another place than in the base
	Base                     int // of the base, all
	Kept                     int // of the base's: stand here as well, house style aside
	Cut                      int // of the base's: do not stand here; an own story cuts no sentence
}

// Total is the sum of the version's own.
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
	var base *metered
	if r.Base >= 0 {
		base = newMetered(r.Versions[r.Base])
	}
	for v := range out {
		out[v].Version = v
		if r.Base < 0 || v == r.Base {
			continue
		}
		c := &counter{Meter: &out[v], r: r, base: base, mine: newMetered(r.Versions[v])}
		for row := range r.Rows {
			c.row(row)
		}
	}
	return out
}

// metered is a story with its words told apart by quotation marks.
type metered struct {
	*text.Story
	quoted []bool // by token
}

// newMetered looks for quotations paragraph by paragraph: one that goes on in
// the next is opened there again.
func newMetered(st *text.Story) *metered {
	m := &metered{st, make([]bool, len(st.Tokens))}
	words := newVocabulary(nil, len(st.Tokens)).read(st)
	var par []int32
	for i := range st.Sentences {
		par = append(par, int32(i))
		if last := i+1 == len(st.Sentences); !last && st.Sentences[i+1].Par == st.Sentences[i].Par {
			continue
		}
		t := st.Sentences[par[0]].Tokens.From
		for _, w := range words.words(nil, par...) {
			for st.Tokens[t].Start < w.Start {
				t++
			}
			m.quoted[t] = w.quoted
		}
		par = par[:0]
	}
	return m
}

// counted returns the sentences of the story proper.
func (m *metered) counted(list []int32) []int32 {
	return slices.DeleteFunc(slices.Clone(list), func(i int32) bool { return !m.Sentences[i].Role.Counted() })
}

// class is what became of a sentence or a word, of either side.
type class uint8

const (
	verbatim  class = iota
	restyled        // in another house style
	rewritten       // other words for the same content
	oneSided        // new, or cut
	apart           // of the base: in another row, or not looked for in an own story
)

// classOfCell is the class of the sentences of a cell.
func classOfCell(s diff.Status) class {
	switch s {
	case diff.Kept:
		return verbatim
	case diff.Style:
		return restyled
	case diff.Added, diff.Cut:
		return oneSided
	case diff.Absent:
		return apart
	}
	return rewritten
}

// minus returns list without the sentences in drop.
func minus(list, drop []int32) []int32 {
	return slices.DeleteFunc(slices.Clone(list), func(i int32) bool { return slices.Contains(drop, i) })
}

// counter fills a Meter row by row.
type counter struct {
	*Meter
	r          *diff.Reading
	base, mine *metered
}

// row adds what the version and the base have of a row.
func (c *counter) row(row int) {
	d := c.r.Verdicts[row][c.Version]
	cell := &c.r.Rows[row].Cells[c.Version]
	theirs, mine := c.base.counted(c.r.Rows[row].Cells[c.r.Base].Sentences), c.mine.counted(cell.Sentences)
	whole := classOfCell(d.Status)
	var edits []edit.Edit
	if len(theirs) > 0 && len(mine) > 0 && whole != verbatim {
		edits, _ = c.r.Words(c.r.Base, c.Version, minus(theirs, d.CutOf), minus(mine, d.Extra))
	}
	for _, i := range mine {
		x := sentence{st: c.mine, i: i, whole: whole, changed: rewritten, edits: edits, side: func(e edit.Edit) text.Span { return e.B }}
		if slices.Contains(d.Extra, i) {
			x.whole = oneSided
		}
		moved := d.Moved && (len(cell.Away) == 0 || slices.Contains(cell.Away, i))
		c.add(&x, func(n *Counts, k class) { n.own(k, moved) })
	}
	for _, i := range theirs {
		x := sentence{st: c.base, i: i, whole: whole, changed: oneSided, edits: edits, side: func(e edit.Edit) text.Span { return e.A }}
		switch {
		case slices.Contains(d.CutOf, i):
			x.whole = oneSided
		case len(mine) == 0 && whole == rewritten: // merged into a sentence of another row
			x.whole = apart
		}
		c.add(&x, (*Counts).ofBase)
	}
}

// add counts a sentence and its words.
func (c *counter) add(x *sentence, count func(*Counts, class)) {
	told := false
	lead := x.st.Sentences[x.i].Lead
	toks := x.st.Sentences[x.i].Tokens
	for k := toks.From; k < toks.To; k++ {
		t := x.st.Tokens[k]
		if t.Kind > text.Number {
			continue
		}
		of := x.word(t, t.Start < lead.End && lead.Len() > 0)
		count(&c.Words, of)
		if !x.st.quoted[k] {
			told = true
			count(&c.Unquoted, of)
		}
	}
	count(&c.Sentences, x.whole)
	if told {
		count(&c.UnquotedSentences, x.whole)
	}
}

// sentence is one sentence of a cell.
type sentence struct {
	st             *metered
	i              int32
	whole, changed class       // of the sentence, and of a word that changed
	edits          []edit.Edit // of its cell; those before at are passed
	at             int
	side           func(edit.Edit) text.Span
}

// word is the class of a word: that of its sentence, but by the word diff
// where one was made. What the diff is silent on is style.
func (x *sentence) word(t text.Token, lead bool) class {
	switch {
	case x.whole != restyled && x.whole != rewritten:
		return x.whole
	case lead:
		return restyled
	}
	for x.at < len(x.edits) && x.side(x.edits[x.at]).End <= t.Start {
		x.at++
	}
	switch {
	case len(x.edits) == 0:
		return x.changed
	case x.at == len(x.edits) || t.Start < x.side(x.edits[x.at]).Start || x.edits[x.at].Op == edit.Style:
		return restyled
	case x.edits[x.at].Op == edit.Keep:
		return verbatim
	}
	return x.changed
}

// own counts a sentence or word of the version.
func (c *Counts) own(k class, moved bool) {
	switch k {
	case verbatim:
		c.Verbatim++
	case restyled:
		c.Verbatim++
		c.Style++
	case rewritten:
		c.Rewritten++
	default:
		c.New++
	}
	if moved {
		c.Moved++
	}
}

// ofBase counts one of the base.
func (c *Counts) ofBase(k class) {
	c.Base++
	switch k {
	case verbatim, restyled:
		c.Kept++
	case oneSided:
		c.Cut++
	}
}
