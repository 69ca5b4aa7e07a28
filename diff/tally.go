package diff

import (
	"slices"
	"sync/atomic"

	"wirediff/diff/edit"
	"wirediff/diff/text"
)

// countedIn returns the number of counted sentences among those given, and
// their words and numbers.
func countedIn(s *text.Story, sentences []int32) (n, words int) {
	for _, i := range sentences {
		x := s.Sentences[i]
		if !x.Role.Counted() {
			continue
		}
		n++
		for _, t := range s.Tokens[x.Tokens.From:x.Tokens.To] {
			if t.Kind <= text.Number {
				words++
			}
		}
	}
	return n, words
}

// tally counts the verdicts, version by version; links are those of the base
// and each version, nil without a base.
func (r *Reading) tally(links []*links) {
	r.Tallies = make([]Tally, len(r.Versions))
	each(len(r.Versions), func(v int) { r.Tallies[v] = r.tallyOf(v, links) })
	for v := range r.Versions {
		if v != r.Base {
			r.Total.add(r.Tallies[v])
		}
	}
}

func (r *Reading) tallyOf(v int, links []*links) Tally {
	var t Tally
	s := r.Versions[v]
	t.Sentences, t.Words = counted(s), s.Words()
	if r.Base >= 0 {
		t.BaseOf = counted(r.Versions[r.Base])
		t.KeptOf = r.kept(v)
		if t.BaseOf > 0 {
			t.Kept = float64(t.KeptOf) / float64(t.BaseOf)
		}
		t.OwnStory = v != r.Base && r.ownStory(v, t, links[v])
	}
	for i := range r.Rows {
		d := &r.Verdicts[i][v]
		if d.Status == Cut && t.OwnStory {
			*d = Verdict{}
		}
		if !r.counts(i, v) {
			continue
		}
		t.Count[d.Status]++
		if d.Moved {
			t.Moved++
		}
		if d.Unsure {
			t.Unsure++
		}
	}
	return t
}

// counts reports whether a cell takes part in the figures: it, or what it
// left out, is counted text.
func (r *Reading) counts(row, v int) bool {
	cells := r.Rows[row].Cells
	has := func(w int) bool { return countedOf(r.Versions[w], cells[w].Sentences) > 0 }
	if has(v) || r.Base >= 0 && has(r.Base) {
		return true
	}
	for w := range cells {
		if r.Base < 0 && has(w) {
			return true
		}
	}
	return false
}

// countedOf counts the counted sentences among those given.
func countedOf(s *text.Story, sentences []int32) (n int) {
	for _, i := range sentences {
		if s.Sentences[i].Role.Counted() {
			n++
		}
	}
	return n
}

// counted counts the counted sentences of a story.
func counted(s *text.Story) (n int) {
	for i := range s.Sentences {
		if s.Sentences[i].Role.Counted() {
			n++
		}
	}
	return n
}

// kept counts the counted sentences of the base that v has word for word or
// in house style only.
func (r *Reading) kept(v int) int {
	if v == r.Base {
		return counted(r.Versions[v])
	}
	n := 0
	for i, row := range r.Verdicts {
		if d := row[v]; d.Status == Kept || d.Status == Style {
			theirs := r.Rows[i].Cells[r.Base].Sentences
			n += countedOf(r.Versions[r.Base], theirs) - countedOf(r.Versions[r.Base], d.CutOf)
		}
	}
	return n
}

// Sum returns the tally of some versions, the base left out.
func (r *Reading) Sum(versions []int) Tally {
	var t Tally
	for _, v := range versions {
		if v != r.Base {
			t.add(r.Tallies[v])
		}
	}
	return t
}

func (t *Tally) add(o Tally) {
	for s := range t.Count {
		t.Count[s] += o.Count[s]
	}
	t.Moved += o.Moved
	t.Unsure += o.Unsure
	t.Sentences += o.Sentences
	t.Words += o.Words
	t.KeptOf += o.KeptOf
	t.BaseOf += o.BaseOf
	if t.BaseOf > 0 {
		t.Kept = float64(t.KeptOf) / float64(t.BaseOf)
	}
}

// A version is an own story if it keeps less than ownKept of the base's
// sentences, and less than ownWords of its own words outside quotation marks
// are the base's, in its order, within linked rows. An excerpt keeps little
// as well, but nearly all of its words are the base's; a rewriting keeps no
// sentence, but many words.
const (
	ownKept  = 0.1
	ownWords = 0.25
)

func (r *Reading) ownStory(v int, t Tally, links *links) bool {
	if t.Kept >= ownKept || t.Words == 0 {
		return false
	}
	s := r.Versions[v]
	quoted := quotations(s)
	own := 0
	for i := range s.Tokens {
		if s.Tokens[i].Kind <= text.Number && !quoted[i] {
			own++
		}
	}
	enough := ownWords * float64(own)
	var shared atomic.Int64
	each((len(r.Rows)+judgeRows-1)/judgeRows, func(part int) {
		var words edit.Differ
		for i := part * judgeRows; i < min((part+1)*judgeRows, len(r.Rows)) && float64(shared.Load()) < enough; i++ {
			shared.Add(int64(r.sharedWords(&words, i, v, links, quoted)))
		}
	})
	return float64(shared.Load()) < enough
}

// sharedWords counts the words outside quotation marks that version v has in
// common with the base in one row. What reading has worked out serves where
// words are kept in it: it holds none where too few are to be shown.
func (r *Reading) sharedWords(words *edit.Differ, row, v int, links *links, quoted []bool) (n int) {
	theirs, mine := r.Rows[row].Cells[r.Base].Sentences, r.Rows[row].Cells[v].Sentences
	if len(theirs) == 0 || len(mine) == 0 {
		return 0
	}
	s := r.Versions[v]
	if g := links.whole(theirs, mine); g != nil {
		for _, e := range r.words[v][g.at] {
			own := e.B
			if v < r.Base {
				own = e.A
			}
			if e.Op == edit.Keep || e.Op == edit.Style {
				n += wordsIn(s, own, quoted)
			}
		}
	}
	if n > 0 {
		return n
	}
	for _, e := range words.Shared(r.Versions[r.Base], s, theirs, mine) {
		n += wordsIn(s, e.B, quoted)
	}
	return n
}

// wordsIn counts the words of a span that are not quoted.
func wordsIn(s *text.Story, span text.Span, quoted []bool) (n int) {
	i, _ := slices.BinarySearchFunc(s.Tokens, span.Start, func(t text.Token, at int32) int { return int(t.Start - at) })
	for ; i < len(s.Tokens) && s.Tokens[i].Start < span.End; i++ {
		if s.Tokens[i].Kind <= text.Number && !quoted[i] {
			n++
		}
	}
	return n
}

// quotations says which tokens stand between double quotation marks, by
// paragraph; a quotation left open ends with its paragraph.
func quotations(s *text.Story) []bool {
	quoted := make([]bool, len(s.Tokens))
	for _, p := range s.Paragraphs {
		open := false
		for _, x := range s.Sentences[p.Sentences.From:p.Sentences.To] {
			for i := x.Tokens.From; i < x.Tokens.To; i++ {
				switch s.Tokens[i].Of(s.Body) {
				case "“", "«", "„":
					open = !open || s.Tokens[i].Of(s.Body) != "“"
				case "”", "»":
					open = false
				case "\"":
					open = !open
				}
				quoted[i] = open
			}
		}
	}
	return quoted
}
