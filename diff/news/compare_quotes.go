package news

import (
	"slices"

	"wirediff/diff/text"
)

// quotes compares what stands inside quotation marks. All runs of a side are
// read as one, so a quotation that is interrupted or joined stays silent.
func (p *pairing) quotes() {
	if !p.lists.has(shapeMark) {
		return
	}
	qa, atA := speech(p.a)
	if len(qa) == 0 {
		return
	}
	qb, atB := speech(p.b)
	if len(qb) == 0 {
		return
	}
	edits := diffWords(qa, qb)
	kept := 0
	for i, e := range edits {
		if e.a >= 0 && e.b >= 0 {
			kept++
		}
		edits[i] = step{placeOf(e.a, atA), placeOf(e.b, atB)}
	}
	if kept == 0 || float64(kept) < sameUtterance*float64(min(len(qa), len(qb))) {
		return // two utterances, not one
	}
	var runs []quoteRun
	for i := 0; i < len(edits); {
		if edits[i].kept() {
			i++
			continue
		}
		j := i
		for j < len(edits) && (!edits[j].kept() || swapped(edits, j)) {
			j++
		}
		runs = append(runs, p.quoteRun(edits[i:j]))
		i = j
	}
	for _, r := range p.joinMoved(runs) {
		p.quoteChange(r)
	}
}

// swapped reports whether the kept step at j parts a word gone from a word
// that came in for it: "a grave error", "an error so small".
func swapped(edits []step, j int) bool {
	if j+1 >= len(edits) || edits[j+1].kept() {
		return false
	}
	before, behind := edits[j-1], edits[j+1]
	return (before.a < 0) != (behind.a < 0) && !before.kept()
}

// quoteRun is one run of words gone (a), new (b) or replaced (both).
type quoteRun struct{ a, b []int }

// joinMoved makes one change of words that left one place of a quotation and
// came in at another.
func (p *pairing) joinMoved(runs []quoteRun) []quoteRun {
	for i := range runs {
		for j := range runs {
			x, y := &runs[i], &runs[j]
			if len(x.a) > 0 && len(x.b) == 0 && len(y.b) > 0 && len(y.a) == 0 && p.sameRun(x.a, y.b) {
				x.b, y.b = y.b, nil
			}
		}
	}
	return runs
}

// sameRun reports whether two runs hold the same words in any order.
func (p *pairing) sameRun(a, b []int) bool {
	words := func(ws []word, run []int) (out []string) {
		for _, i := range run {
			out = append(out, ws[i].low)
		}
		slices.Sort(out)
		return out
	}
	return slices.Equal(words(p.a, a), words(p.b, b))
}

// sameUtterance is the share of the shorter run of quoted words that must
// stand in the other for the two to be one utterance.
const sameUtterance = 0.5

// step is a word kept (a and b), gone (b < 0) or new (a < 0), by its place.
type step struct{ a, b int }

func (s step) kept() bool { return s.a >= 0 && s.b >= 0 }

// placeOf is where the i-th quoted word stands, -1 for none.
func placeOf(i int, at []int) int {
	if i < 0 {
		return -1
	}
	return at[i]
}

// speech lists the quoted words of a side, and where they stand; one that house
// style has drawn into the word before it ("per cent") is no word of its own.
func speech(ws []word) (said []term, at []int) {
	for i := range ws {
		if w := &ws[i]; w.quoted && !w.punct && w.key != 0 {
			said, at = append(said, w.term), append(at, i)
		}
	}
	return said, at
}

// longestSpeech is how many words of a list diffWords looks at: quotations
// have tens, and the cap keeps a hostile text from making it hurt.
const longestSpeech = 600

// diffWords is the longest common subsequence of two short lists of words.
// Quadratic.
func diffWords(a, b []term) []step {
	a, b = a[:min(len(a), longestSpeech)], b[:min(len(b), longestSpeech)]
	n, m := len(a), len(b)
	best := make([]int16, (n+1)*(m+1)) // of the rests behind i and j
	at := func(i, j int) *int16 { return &best[i*(m+1)+j] }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if sameWord(a[i], b[j]) {
				*at(i, j) = *at(i+1, j+1) + 1
			} else {
				*at(i, j) = max(*at(i+1, j), *at(i, j+1))
			}
		}
	}
	out := make([]step, 0, n+m)
	for i, j := 0, 0; i < n || j < m; {
		switch {
		case i < n && j < m && sameWord(a[i], b[j]):
			out = append(out, step{i, j})
			i, j = i+1, j+1
		case j == m || i < n && *at(i+1, j) >= *at(i, j+1):
			out = append(out, step{i, -1})
			i++
		default:
			out = append(out, step{-1, j})
			j++
		}
	}
	return out
}

// quoteRun sorts a run of steps. Words that one side prints outside the marks
// are no change: only the marks moved.
func (p *pairing) quoteRun(run []step) (r quoteRun) {
	for _, s := range run {
		if s.kept() {
			continue
		}
		if s.a >= 0 && !standsOutside(p.b, p.a[s.a]) {
			r.a = append(r.a, s.a)
		}
		if s.b >= 0 && !standsOutside(p.a, p.b[s.b]) {
			r.b = append(r.b, s.b)
		}
	}
	return r
}

// quoteChange reports one run of words gone, new or replaced inside the marks.
func (p *pairing) quoteChange(r quoteRun) {
	switch {
	case len(r.a) > 0 && len(r.b) > 0:
		p.flag(QuoteAltered, p.run(p.a, r.a), p.run(p.b, r.b), "other words inside the quotation marks")
	case len(r.a) > 0:
		p.flag(QuoteTrimmed, p.run(p.a, r.a), text.Span{}, "words of the quotation are in the first only")
	case len(r.b) > 0:
		p.flag(QuoteTrimmed, text.Span{}, p.run(p.b, r.b), "words of the quotation are in the second only")
	}
}

func standsOutside(ws []word, w word) bool {
	for _, o := range ws {
		if !o.quoted && !o.punct && sameWord(o.term, w.term) {
			return true
		}
	}
	return false
}

func (p *pairing) run(ws []word, idx []int) text.Span {
	return text.Span{Start: ws[idx[0]].Start, End: ws[idx[len(idx)-1]].End}
}
