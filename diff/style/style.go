package style

import (
	"slices"

	"wirediff/diff/text"
)

// Rule is one decision about a pair of spellings.
type Rule struct {
	A, B string // one to a few words each, as people write them
	Real bool   // false "=": the same; true "!": always a real change
	From string // who says so: "built-in en", "found in the texts: ...", the user's file name
}

// Rules is a set of decisions: the built-in tables, what was found in the
// texts and the user's own list, the later ones winning. Never modified.
type Rules struct{ User []Rule }

// Apply returns the stories with Token.Key replaced by the key of the
// canonical spelling, and the rules that were found from the texts
// themselves (name variants). The given stories are not modified. The result
// does not depend on the order of the stories. Linear in their tokens.
func Apply(stories []*text.Story, rules Rules) (keyed []*text.Story, found []Rule) {
	names := findNames(stories, rules)
	books := map[string]*book{}
	for _, s := range stories {
		b := books[s.Lang]
		if b == nil {
			b = newBook(s.Lang, rules.User, names)
			books[s.Lang] = b
		}
		keyed = append(keyed, b.apply(s))
	}
	found = slices.DeleteFunc(names.found, func(r Rule) bool { return known(books, r) })
	return keyed, append(found, findCompounds(stories, keyed, rules)...)
}

// known reports whether a book holds a rule already.
func known(books map[string]*book, r Rule) bool {
	for _, b := range books {
		k, fromA := b.phrase(r.A)
		l, fromB := b.phrase(r.B)
		if k == l && fromA != "" && fromB != "" {
			return true
		}
	}
	return false
}

// apply returns s with new keys.
func (b *book) apply(s *text.Story) *text.Story {
	out := *s
	out.Tokens = slices.Clone(s.Tokens)
	for _, x := range s.Sentences {
		toks := out.Tokens[x.Tokens.From:x.Tokens.To]
		for i := 0; i < len(toks); {
			if toks[i].Key == 0 {
				i++
				continue
			}
			n, key := b.match(s.Body, toks[i:])
			for k := range n {
				toks[i+k].Key = 0
			}
			toks[i].Key = key
			i += n
		}
	}
	return &out
}

// match returns the key of the spelling that begins at toks[0], and how many
// tokens it takes.
func (b *book) match(body string, toks []text.Token) (int, uint64) {
	t := toks[0]
	if isArticle(body, toks) {
		return 1, articleKey
	}
	for _, f := range b.forms[t.Key] {
		if n, key := f.match(body, toks); n > 0 {
			if f.digits != "" {
				return b.measured(body, toks, n, f.digits, key)
			}
			return n, key
		}
	}
	if t.Kind == text.Symbol {
		return 1, t.Key
	}
	w := t.Of(body)
	if c := w[0]; c-'0' < 10 {
		return b.number(body, toks)
	}
	if key, ok := b.memo[t.Key]; ok {
		return 1, key
	}
	key := b.wordKey(w, t.Key)
	b.memo[t.Key] = key
	return 1, key
}
