package style

import (
	"strings"

	"wirediff/diff/text"
)

// Explain says why two spellings of a language are the same, or that the user
// wants them apart; ok is false if nothing makes them the same but their
// letters, or nothing at all. found are the rules that Apply returned.
func Explain(lang, a, b string, rules Rules, found []Rule) (r Rule, ok bool) {
	for _, list := range [...][]Rule{rules.User, found} {
		for i := len(list) - 1; i >= 0; i-- {
			if r := list[i]; pairKey(r.A, r.B) == pairKey(a, b) {
				return r, true
			}
		}
	}
	names := &names{canon: map[uint64]uint64{}}
	for _, r := range found {
		if strings.HasPrefix(r.From, namesFrom) {
			names.canon[text.Key(r.A)], names.canon[text.Key(r.B)] = text.Key(r.A), text.Key(r.A)
		}
	}
	k := newBook(lang, rules.User, names)
	ka, fromA := k.phrase(a)
	kb, fromB := k.phrase(b)
	if ka == 0 || ka != kb || text.Key(a) == text.Key(b) {
		return Rule{}, false
	}
	from := "rule of spelling, " + lang
	if fromA != "" && fromB != "" {
		from = fromA
		if from == "built-in "+lang {
			from = fromB
		}
	}
	return Rule{A: a, B: b, From: from}, true
}

// phrase returns the key of a spelling that is one to the book, 0 if it is
// several words, and which list holds it.
func (b *book) phrase(s string) (key uint64, from string) {
	toks := text.Tokens(s)
	var loud []text.Token
	for i, t := range toks {
		if t.Key != 0 {
			loud = toks[i:]
			break
		}
	}
	if len(loud) == 0 {
		return 0, ""
	}
	n, key := b.match(s, loud)
	for _, t := range loud[n:] {
		if t.Key != 0 {
			return 0, ""
		}
	}
	for _, f := range b.forms[loud[0].Key] {
		if m, _ := f.match(s, loud); m == n {
			return key, f.from
		}
	}
	return key, ""
}
