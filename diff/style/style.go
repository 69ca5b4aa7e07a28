package style

import (
	"slices"
	"sync"

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
	for _, s := range stories {
		own := *s
		own.Tokens = slices.Clone(s.Tokens)
		keyed = append(keyed, &own)
	}
	return keyed, Rekey(keyed, rules)
}

// Rekey is Apply for stories that nobody else holds yet: it replaces the keys
// in place.
func Rekey(stories []*text.Story, rules Rules) (found []Rule) {
	var compounds []compound
	var group sync.WaitGroup
	group.Go(func() { compounds = findCompounds(stories) })
	names := findNames(stories, rules)
	group.Wait()
	shelves := make([]map[string]*book, workers(stories)) // by language; a book serves one goroutine
	for w := range shelves {
		shelves[w] = map[string]*book{}
	}
	forEach(stories, func(w, n int) {
		bookFor(shelves[w], stories[n].Lang, rules, names).apply(stories[n])
	})
	found = slices.DeleteFunc(names.found, func(r Rule) bool {
		return slices.ContainsFunc(shelves, func(books map[string]*book) bool { return known(books, r) })
	})
	return append(found, joinCompounds(compounds, rules)...)
}

// bookFor returns the book of a language, a new one if it is not on the shelf.
func bookFor(shelf map[string]*book, lang string, rules Rules, found *names) *book {
	b := shelf[lang]
	if b == nil {
		b = newBook(lang, rules.User, found)
		shelf[lang] = b
	}
	return b
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

// apply gives the tokens of s new keys.
func (b *book) apply(s *text.Story) {
	for _, x := range s.Sentences {
		toks := s.Tokens[x.Tokens.From:x.Tokens.To]
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
}

// match returns the key of the spelling that begins at toks[0], and how many
// tokens it takes.
func (b *book) match(body string, toks []text.Token) (int, uint64) {
	t := toks[0]
	if isArticle(body, toks) {
		return 1, articleKey
	}
	w := t.Of(body)
	word := t.Kind != text.Symbol && w[0]-'0' >= 10
	if word {
		if key, ok := b.memo.get(t.Key); ok { // most words
			return 1, key
		}
	}
	forms := b.forms[t.Key]
	for _, f := range forms {
		if n, key := f.match(body, toks); n > 0 {
			if f.digits != "" {
				return b.measured(body, toks, n, f.digits, key)
			}
			return n, key
		}
	}
	switch {
	case t.Kind == text.Symbol:
		return 1, t.Key
	case !word:
		return b.number(body, toks)
	}
	key := b.wordKey(w, t.Key)
	if len(forms) == 0 {
		b.memo.put(t.Key, key)
	}
	return 1, key
}
