package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// hyphenShare is the share of a document's lines that end in a hyphen when
// its program breaks words: justified columns have 6 to 15 in 100, narrow text
// that is never broken up to 4 from words with a hyphen of their own.
const hyphenShare = 0.05

// hyphens is what a document shows about its words, for telling hyphens that
// line ends made from those of the words.
type hyphens struct {
	words  map[string]bool // all words inside lines, in lower case, with their hyphens
	breaks bool            // the program that made it breaks words
}

func findHyphens(pages []page) hyphens {
	h := hyphens{words: map[string]bool{}}
	lines, ends := 0, 0
	broken := false // the line before ended in a hyphen: the first word may be half a word
	for _, p := range pages {
		for _, l := range p.lines {
			lines++
			words := strings.Fields(l.text)
			if broken && len(words) > 0 {
				words = words[1:]
			}
			if broken = endHyphen(l.text); broken {
				ends++
				words = words[:max(len(words)-1, 0)]
			}
			for _, w := range words {
				h.words[plainWord(w)] = true
			}
		}
	}
	h.breaks = float64(ends) > hyphenShare*float64(lines)
	return h
}

// plainWord is a word in lower case without the marks around it.
func plainWord(w string) string {
	return strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// endHyphen reports whether a line ends in a hyphen after a letter.
func endHyphen(s string) bool {
	cut := strings.TrimRight(s, "-\u00ad\u2010")
	r, _ := utf8.DecodeLastRuneInString(cut)
	return len(cut) < len(s) && unicode.IsLetter(r)
}

// made reports whether only the line end made the hyphen between two lines:
// the document has the word in one piece elsewhere, or breaks words and does
// not have both parts as words. A soft hyphen is always made.
func (h hyphens) made(line, next string) bool {
	r, _ := utf8.DecodeRuneInString(next)
	if !endHyphen(line) || !unicode.IsLower(r) {
		return false
	}
	if strings.HasSuffix(line, "\u00ad") {
		return true
	}
	first, second := line[strings.LastIndexAny(line, " \t")+1:], strings.Fields(next)[0]
	head, tail := strings.TrimRight(first, "-\u2010"), plainWord(second)
	switch {
	case h.words[plainWord(head+tail)]:
		return true
	case h.words[plainWord(head+"-"+tail)]:
		return false
	}
	return h.breaks && !(h.words[plainWord(head)] && h.words[tail])
}
