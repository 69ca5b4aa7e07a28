package style

import (
	"cmp"
	"strings"

	"wirediff/diff/text"
)

// minStem is the fewest letters before -ise and -our for the rules of
// spelling: below it stand "prise" and "prize", "four" and "for", "tour" and
// "tor", which are different words.
const minStem = 3

// wordKey returns the canonical key of a word that no form of the book
// matches. A possessive follows its word: "organisation's".
func (b *book) wordKey(w string, natural uint64) uint64 {
	if b.apart[natural] {
		return natural
	}
	base, tail := cutPossessive(w)
	if tail != "" {
		return possessive(b.baseKey(base))
	}
	return b.spelt(w, natural)
}

// baseKey returns the canonical key of a word that stands before 's.
func (b *book) baseKey(w string) uint64 {
	key := text.Key(w)
	for _, f := range b.forms[key] {
		if len(f.parts) == 1 && !f.parts[0].stop && (f.parts[0].exact == "" || f.parts[0].exact == w) {
			return f.key
		}
	}
	return b.spelt(w, key)
}

// spelt returns the key of a word by the names found and the rules of spelling.
func (b *book) spelt(w string, key uint64) uint64 {
	if b.apart[key] {
		return key
	}
	if canon := b.names.key(key); canon != key {
		return canon
	}
	if s := b.respell(w); s != "" {
		return text.Key(s)
	}
	return key
}

// articleKey is the key of the article of Arabic names, however it is written.
var articleKey = text.Key("al")

// isArticle reports whether toks begin with the article of an Arabic name and
// its hyphen: "al-Sisi", "El-Sisi".
func isArticle(body string, toks []text.Token) bool {
	if toks[0].Len() != 2 || len(toks) < 3 || toks[1].Len() != 1 || toks[1].Start != toks[0].End || toks[2].Start != toks[1].End {
		return false
	}
	w := toks[0].Of(body)
	return body[toks[1].Start] == '-' && w[1]|0x20 == 'l' && strings.IndexByte("aeuAEU", w[0]) >= 0 && isName(toks[2].Of(body))
}

// possessive returns the key of the possessive of a canonical word.
func possessive(key uint64) uint64 { return mix(key, text.Key("'s")) }

// mix makes one key of two, in order.
func mix(a, b uint64) uint64 { return (a^b>>7)*0x9e3779b97f4a7c15 ^ b | 1 }

// cutPossessive splits off 's; tail is empty if there is none.
func cutPossessive(w string) (base, tail string) {
	if n := len(w); n < 3 || w[n-1]|0x20 != 's' { // most words
		return w, ""
	}
	return cutTail(w)
}

// cutTail is cutPossessive for words that end in s.
func cutTail(w string) (base, tail string) {
	for _, t := range [...]string{"'s", "’s", "'S", "’S"} {
		if strings.HasSuffix(w, t) && len(w) > len(t) {
			return w[:len(w)-len(t)], t
		}
	}
	return w, ""
}

// respell applies the rules of spelling to a word and returns the canonical
// form in lower case, "" if no rule speaks.
func (b *book) respell(w string) string {
	if s := undotted(w); s != "" {
		return s
	}
	w = strings.ToLower(w)
	if b.lang == "ru" && strings.Contains(w, "ё") { // print leaves the dots out
		return strings.ReplaceAll(w, "ё", "е")
	}
	if b.lang != "en" {
		return ""
	}
	return cmp.Or(b.undouble(w), izes(w), orWord(w))
}

// undotted takes the full stops out of letters that each have one: "N.A.T.O."
// The books hold those that would become another word ("U.S.").
func undotted(w string) string {
	if strings.IndexByte(w, '.') != 1 || len(w) < 5 {
		return ""
	}
	for i := 0; i < len(w); i++ {
		if letter := w[i]|0x20-'a' < 26; letter == (i%2 == 1) || !letter && w[i] != '.' {
			return ""
		}
	}
	return strings.ToLower(strings.ReplaceAll(w, ".", ""))
}

// izes turns -ise and -yse and what is built on them into -ize and -yze: both
// sides of a pair come out alike, so that "advise" as "advize" does no harm.
func izes(w string) string {
	for _, end := range [...]string{"e", "es", "ed", "er", "ers", "ing", "ation", "ations", "ational", "able", "ement"} {
		stem, ok := strings.CutSuffix(w, end)
		if ok && len(stem) >= minStem+2 && (strings.HasSuffix(stem, "is") || strings.HasSuffix(stem, "ys")) {
			return stem[:len(stem)-1] + "z" + end
		}
	}
	return ""
}

// orWord turns -our and what is built on it into -or.
func orWord(w string) string {
	for _, end := range [...]string{"", "s", "ed", "ing", "er", "ers", "ite", "ites", "able", "ably", "ful", "less", "hood", "hoods", "al", "ally", "ist", "ists", "y", "ly", "ism"} {
		stem, ok := strings.CutSuffix(w, end)
		if ok && len(stem) >= minStem+3 && strings.HasSuffix(stem, "our") {
			return stem[:len(stem)-2] + "r" + end
		}
	}
	return ""
}

// undouble turns "travelled" into "traveled", for the stems of the book only:
// "filled" and "filed" are two words.
func (b *book) undouble(w string) string {
	for _, end := range [...]string{"ed", "ing", "er", "ers", "ings", "or", "ors"} {
		stem, ok := strings.CutSuffix(w, end)
		if ok && strings.HasSuffix(stem, "l") && b.doubled[stem[:len(stem)-1]] {
			return stem[:len(stem)-1] + end
		}
	}
	return ""
}
