package news

import (
	"cmp"
	"iter"
	"slices"
	"sort"

	"wirediff/diff"
	"wirediff/diff/text"
)

// State says what a version did with a quotation.
type State string

// The states, measured against the fullest form that any version prints.
const (
	Whole       State = "whole"       // the same words inside the marks
	Trimmed     State = "trimmed"     // words missing at the start or the end, nothing else
	Altered     State = "altered"     // words changed, moved or cut inside
	Paraphrased State = "paraphrased" // the content without the marks
	Gone        State = "absent"
)

// Quote is one row of the ledger: one utterance, one sentence of it, over
// all versions.
type Quote struct {
	Speaker  string    // as the texts name him; "" for a label or where nobody is named
	Sure     bool      // the speaker is named, or the only one who can be meant
	Speech   bool      // false: a label, a name in marks
	Best     int       // version that prints the fullest form
	Marks    text.Span // the words between the marks there
	Versions []QuoteIn // one per version
}

// QuoteIn is a quotation in one version; spans are empty where absent.
type QuoteIn struct {
	State       State
	Sentence    int32     // -1 where absent
	Span        text.Span // the words between the marks, or the paraphrase
	Attribution text.Span
	Verb        string
	Source      string // who says it there, as resolved; "" if not said
}

// found is one run of words between marks in one sentence of one version.
type found struct {
	version  int
	sentence int32
	span     text.Span
	words    []term
	row      int
	speaker  string
	sure     bool
	label    bool
	attr     text.Span
	verb     string
}

// Quotes builds the ledger of a collation, in the order in which the fullest
// forms stand in the rows. Near linear in the texts: a quotation is compared
// with those of its row and those that share a rare word with it.
func Quotes(c *diff.Collation, lexicon func(lang string) *Lexicon) []Quote {
	return quotes(c, readAll(c.Versions, lexicon))
}

// quotes is Quotes for versions that are read.
func quotes(c *diff.Collation, scripts []script) []Quote {
	l := &ledger{c: c, scripts: scripts}
	for v := range scripts {
		if s := &scripts[v]; s.voc.lx != nil {
			l.all = append(l.all, newReader(s, v, rowsOf(c, v)).quotations()...)
		}
	}
	groups := cluster(l.all)
	quotes := make([]Quote, 0, len(groups))
	for _, g := range groups {
		quotes = append(quotes, l.entry(g))
	}
	return quotes
}

// ledger is what the rows of the ledger are made of.
type ledger struct {
	c       *diff.Collation
	scripts []script
	all     []found
	words   []word // of the sentence looked at last
}

// rowsOf maps the sentences of version v to rows, -1 for none.
func rowsOf(c *diff.Collation, v int) []int {
	rows := make([]int, len(c.Versions[v].Sentences))
	for i := range rows {
		rows[i] = -1
	}
	for r, row := range c.Rows {
		for _, s := range row.Cells[v].Sentences {
			rows[s] = r
		}
	}
	return rows
}

// cluster groups runs of different versions that are one utterance. Groups
// and their members are ordered by row, version and place.
func cluster(all []found) [][]int {
	parent := make([]int, len(all))
	for i := range parent {
		parent[i] = i
	}
	for i, j := range candidates(all) {
		if all[i].version != all[j].version && sameQuote(all[i], all[j]) {
			a, b := root(parent, i), root(parent, j)
			parent[max(a, b)] = min(a, b)
		}
	}
	members := make([][]int, len(all)) // by the first of each group
	var order []int
	for i := range all {
		r := root(parent, i)
		if members[r] == nil {
			order = append(order, r)
		}
		members[r] = append(members[r], i)
	}
	row := func(r int) int { return firstRow(all, members[r]) }
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(row(x), row(y)) })
	out := make([][]int, len(order))
	for k, r := range order {
		out[k] = members[r]
	}
	return out
}

// root finds the first member of i's group and shortens the way to it.
func root(parent []int, i int) int {
	for parent[i] != i {
		parent[i] = parent[parent[i]]
		i = parent[i]
	}
	return i
}

// rareQuotes is in how many quotations a word may stand to make two of them
// candidates: commoner words say nothing, and keep the work near linear.
const rareQuotes = 12

// candidates yields the pairs of runs worth a look, i < j: those of one row,
// and those that share a rare word.
func candidates(all []found) iter.Seq2[int, int] {
	words := 0
	for _, f := range all {
		words += len(f.words)
	}
	var byRow, byWord postings
	byRow.reserve(len(all))
	byWord.reserve(words)
	for i, f := range all {
		byRow.add(uint64(f.row), int32(i))
		for _, w := range f.words {
			byWord.add(w.key, int32(i))
		}
	}
	return func(yield func(int, int) bool) {
		seen := make([]int, len(all)) // by run: the last one it was tried with
		for j, f := range all {
			try := func(runs iter.Seq[int32]) bool {
				for i := range runs {
					if int(i) < j && seen[i] != j {
						seen[i] = j
						if !yield(int(i), j) {
							return false
						}
					}
				}
				return true
			}
			if f.row >= 0 && !try(byRow.of(uint64(f.row))) {
				return
			}
			for _, w := range f.words {
				if w.key != 0 && byWord.count(w.key) <= rareQuotes && !try(byWord.of(w.key)) {
					return
				}
			}
		}
	}
}

func firstRow(all []found, members []int) int {
	row := all[members[0]].row
	for _, i := range members {
		row = min(row, all[i].row)
	}
	return row
}

const (
	// quoteShareRow is the share of the shorter quotation's words that two
	// quotations of one row must have in common, in order.
	quoteShareRow = 0.5
	// quoteShareFar is the same for quotations of different rows, which
	// must also have quoteWordsFar words in common.
	quoteShareFar = 0.75
	quoteWordsFar = 4
)

// sameQuote reports whether two runs are one utterance.
func sameQuote(a, b found) bool {
	common := commonWords(a.words, b.words)
	shorter := min(len(a.words), len(b.words))
	share := float64(common) / float64(max(shorter, 1))
	if a.row == b.row && a.row >= 0 {
		return share >= quoteShareRow
	}
	return share >= quoteShareFar && common >= quoteWordsFar
}

// commonWords is the length of the longest common subsequence. Quadratic, in
// memory for one list.
func commonWords(a, b []term) int {
	a, b = a[:min(len(a), longestSpeech)], b[:min(len(b), longestSpeech)]
	var row [longestSpeech + 1]int16 // of the words before, by how many of b
	for _, x := range a {
		diagonal := int16(0)
		for j, y := range b {
			above := row[j+1]
			if sameWord(x, y) {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return int(row[len(b)])
}

// entry makes the ledger's row of one group.
func (l *ledger) entry(g []int) Quote {
	all, best := l.all, g[0]
	for _, i := range g {
		if len(all[i].words) > len(all[best].words) {
			best = i
		}
	}
	q := Quote{Best: all[best].version, Marks: all[best].span, Speech: true, Versions: make([]QuoteIn, len(l.c.Versions))}
	for v := range q.Versions {
		q.Versions[v] = QuoteIn{State: Gone, Sentence: -1}
	}
	labels := 0
	for _, i := range g {
		f := all[i]
		if q.Versions[f.version].State != Gone {
			continue // the first place in a version counts
		}
		state := Whole
		if i != best {
			state = stateOf(all[best].words, f.words)
		}
		q.Versions[f.version] = QuoteIn{state, f.sentence, f.span, f.attr, f.verb, f.speaker}
		if f.label {
			labels++
		}
	}
	q.Speech = 2*labels <= len(g)
	if q.Speech {
		q.Speaker, q.Sure = speakerOf(all, g)
	}
	l.paraphrases(&q, all[best])
	return q
}

// speakerOf is the speaker that most versions name, the sure ones first;
// ties go to the longer name, then to the alphabet.
func speakerOf(all []found, g []int) (name string, sure bool) {
	votes := map[string]int{}
	for _, i := range g {
		if f := all[i]; f.speaker != "" {
			votes[f.speaker] += 2
			if f.sure {
				votes[f.speaker]++
				sure = true
			}
		}
	}
	names := make([]string, 0, len(votes))
	for n := range votes {
		names = append(names, n)
	}
	sort.Slice(names, func(i, j int) bool {
		a, b := names[i], names[j]
		if votes[a] != votes[b] {
			return votes[a] > votes[b]
		}
		if len(a) != len(b) {
			return len(a) > len(b)
		}
		return a < b
	})
	if len(names) == 0 {
		return "", false
	}
	return names[0], sure
}

// stateOf compares a run with the fullest form.
func stateOf(full, part []term) State {
	first, last, kept := -1, -1, 0
	for _, s := range diffWords(full, part) {
		switch {
		case s.a < 0:
			return Altered
		case s.b >= 0:
			if first < 0 {
				first = s.a
			}
			last = s.a
			kept++
		}
	}
	switch {
	case kept == len(full):
		return Whole
	case last-first+1 == kept:
		return Trimmed
	}
	return Altered
}

// paraphraseShare is the share of a quotation's content words that a
// sentence without marks must hold to be its paraphrase.
const paraphraseShare = 0.6

// paraphrases looks, in versions that lack the marks, at the sentences of
// the same row for the quotation's content.
func (l *ledger) paraphrases(q *Quote, best found) {
	if best.row < 0 || !q.Speech {
		return
	}
	for v := range q.Versions {
		if q.Versions[v].State != Gone || l.scripts[v].voc.lx == nil {
			continue
		}
		for _, s := range l.c.Rows[best.row].Cells[v].Sentences {
			l.words = l.scripts[v].words(l.words, s)
			if span, ok := paraphrase(best.words, l.words); ok {
				q.Versions[v] = QuoteIn{State: Paraphrased, Sentence: s, Span: span}
				break
			}
		}
	}
}

// paraphrase finds the words of a sentence that tell a quotation without its marks.
func paraphrase(quote []term, ws []word) (text.Span, bool) {
	want, hits := 0, 0
	var span text.Span
	for _, w := range quote {
		if !w.content() {
			continue
		}
		want++
		for i := range ws {
			if o := &ws[i]; !o.quoted && !o.punct && (sameWord(o.term, w) || o.stem == w.stem) {
				hits++
				if span.End == 0 {
					span = o.Span
				}
				span = text.Span{Start: min(span.Start, o.Start), End: max(span.End, o.End)}
				break
			}
		}
	}
	return span, want >= 2 && float64(hits) >= paraphraseShare*float64(want)
}
