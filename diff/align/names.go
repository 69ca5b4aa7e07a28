package align

import (
	"unicode"
	"unicode/utf8"

	"wirediff/diff/text"
)

// A name is one thing, however many words it has: two sentences that share
// nothing but "German Chancellor Friedrich Merz" share one rare word and not
// four. A name is a run of words with a capital. Only its last word gives
// 3-grams, and a word that never occurs but before the end of a name weighs
// nameWeight of a word as rare.

// maxName is the longest name in words; a longer run is a headline, in which
// every word has a capital.
const maxName = 5

// capitalised returns the number of words with a capital that tokens start with.
func capitalised(s *text.Story, tokens []text.Token) int {
	for n, t := range tokens {
		if t.Kind != text.Word {
			return n
		}
		r := rune(s.Body[t.Start])
		if r >= utf8.RuneSelf {
			r, _ = utf8.DecodeRuneInString(t.Of(s.Body))
		}
		if !unicode.IsUpper(r) {
			return n
		}
	}
	return len(tokens)
}

// nameEnd is the end of the name that capitalised words from i to run are, or
// i if they are none.
func nameEnd(i, run int) int {
	if run-i > maxName {
		return i
	}
	return run
}
