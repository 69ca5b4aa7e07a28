package edit

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wirediff/diff/text"
)

// unit is what is compared: a token with a key, and the silent words of its
// phrase after it.
type unit struct {
	span  text.Span
	key   uint64
	sent  int32 // its sentence
	glued bool  // printed in one word with the unit before
	pause bool  // punctuation or a sentence boundary stands before it
	short bool  // a short word: most of them say little alone
	mark  bool  // a symbol: compared, but not a word
}

// side is one side of a diff: the units of its sentences in order.
type side struct {
	body  string
	units []unit
}

// shortRunes is the length up to which a word counts as short. Language-free
// stand-in for a list of function words; numbers are never short.
const shortRunes = 3

// set takes in the units of sentences, in place of those before.
func (s *side) set(st *text.Story, sents []int32) {
	n := 0
	for _, i := range sents {
		n += st.Sentences[i].Tokens.Len()
	}
	s.body, s.units = st.Body, slices.Grow(s.units[:0], n)
	for _, i := range sents {
		s.sentence(st, i)
	}
}

// sentence appends the units of sentence i. Silent words before the first
// unit (a dateline) belong to none.
func (s *side) sentence(st *text.Story, i int32) {
	first, marked := len(s.units), false
	toks := st.Sentences[i].Tokens
	for _, t := range st.Tokens[toks.From:toks.To] {
		switch {
		case t.Key != 0:
			s.add(st, t, i, len(s.units) == first, marked)
			marked = false
		case t.Kind == text.Punct:
			marked = true
		case len(s.units) > first:
			s.units[len(s.units)-1].span.End = t.End
			marked = false
		}
	}
}

func (s *side) add(st *text.Story, t text.Token, sent int32, first, marked bool) {
	u := unit{span: t.Span, key: t.Key, sent: sent, pause: first || marked}
	u.mark = t.Kind == text.Symbol
	u.short = t.Kind == text.Word && isShort(t.Of(s.body))
	if !first {
		prev := &s.units[len(s.units)-1]
		u.glued = joins(s.body[prev.span.End:t.Start], prev.span.Of(s.body), t.Of(s.body), t.Kind)
		if u.glued {
			u.pause = false
		}
	}
	s.units = append(s.units, u)
}

// isShort reports whether a word has at most shortRunes runes.
func isShort(w string) bool {
	return len(w) <= shortRunes || len(w) <= shortRunes*utf8.UTFMax && utf8.RuneCountInString(w) <= shortRunes
}

// joiners are the marks that hold a printed word together: "air-support",
// "and/or", "o'clock". Dashes, quote marks and commas part words.
const joiners = "-\u2010\u2011/'’&@.·"

// joins reports whether gap, between two units, joins them into one printed
// word. With no gap at all only a symbol ("$5", "war?") or a change between
// letters and digits joins; else scripts without blanks would be one word.
func joins(gap, before, after string, kind text.TokenKind) bool {
	if gap == " " { // most
		return false
	}
	if gap == "" {
		l, _ := utf8.DecodeLastRuneInString(before)
		r, _ := utf8.DecodeRuneInString(after)
		return kind == text.Symbol || !letter(l) || letter(l) && unicode.IsDigit(r)
	}
	return strings.Trim(gap, joiners) == "" && utf8.RuneCountInString(gap) <= 2
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

// less puts two sides into an order that depends on what they say only.
func (s *side) less(o *side) bool {
	if len(s.units) != len(o.units) {
		return len(s.units) < len(o.units)
	}
	for i := range s.units {
		if k, l := s.units[i].key, o.units[i].key; k != l {
			return k < l
		}
	}
	return false
}

// apart reports whether units i-1 and i stand in sentences that are not
// neighbours, so that no edit may span both.
func (s *side) apart(i int) bool { return s.units[i].sent-s.units[i-1].sent > 1 }

// text returns unit i as printed.
func (s *side) text(i int32) string { return s.units[i].span.Of(s.body) }
