package style

import (
	"slices"
	"strings"

	"wirediff/diff/text"
)

// compound is a word of letters that one hyphen joins, which the versions hold
// without the hyphen as well.
type compound struct {
	story *text.Story
	at    int       // its first token
	key   uint64    // of the word without the hyphen
	parts [2]uint64 // keys of its halves before any rule spoke
	word  string
}

// findCompounds lists the compounds of stories whose keys no rule has changed
// yet: "cyber-attack" where another version, or this one, has "cyberattack".
// Words that begin with "re-" are left out, for "re-sign" and "resign" are two
// words.
func findCompounds(stories []*text.Story) []compound {
	const open, closed = 0, 1
	var spelt table // keys without the hyphen: closed if the versions write them so
	var all []compound
	for _, s := range stories {
		eachCompound(s, func(i int, key uint64, w string) {
			spelt.put(key, open)
			all = append(all, compound{s, i, key, [2]uint64{s.Tokens[i].Key, s.Tokens[i+2].Key}, w})
		})
	}
	for _, s := range stories {
		for _, t := range s.Tokens {
			if t.Kind == text.Word && t.Key != 0 {
				if _, ok := spelt.get(t.Key); ok {
					spelt.put(t.Key, closed)
				}
			}
		}
	}
	return slices.DeleteFunc(all, func(c compound) bool {
		v, _ := spelt.get(c.key)
		return v != closed
	})
}

// joinCompounds makes compounds equal to the words without their hyphen, where
// no earlier rule has spoken of them.
func joinCompounds(all []compound, rules Rules) (found []Rule) {
	apart := keptApart(rules)
	for _, c := range all {
		whole := strings.Map(dropHyphen, c.word)
		toks := c.story.Tokens[c.at : c.at+3]
		if apart[pairKey(whole, c.word)] || toks[0].Key != c.parts[0] || toks[2].Key != c.parts[1] {
			continue
		}
		toks[0].Key, toks[2].Key = c.key, 0
		found = append(found, Rule{A: strings.ToLower(whole), B: strings.ToLower(c.word), From: "found in the texts: with and without a hyphen"})
	}
	slices.SortFunc(found, func(a, b Rule) int { return strings.Compare(a.B, b.B) })
	return slices.Compact(found)
}

// pairKey names a pair of spellings in either order.
func pairKey(a, b string) [2]uint64 {
	x, y := text.Key(a), text.Key(b)
	return [2]uint64{min(x, y), max(x, y)}
}

// dropHyphen is for strings.Map.
func dropHyphen(r rune) rune {
	if r == '-' || r == '‐' || r == '‑' {
		return -1
	}
	return r
}

// eachCompound calls f with the words of letters that one hyphen joins: the
// index of the first token, the key of the word without the hyphen, the text.
func eachCompound(s *text.Story, f func(i int, key uint64, w string)) {
	for i := 0; i+2 < len(s.Tokens); i++ {
		a, h, b := s.Tokens[i], s.Tokens[i+1], s.Tokens[i+2]
		if h.Kind != text.Punct || a.Kind != text.Word || b.Kind != text.Word || a.Key == 0 || b.Key == 0 || a.End != h.Start || h.End != b.Start {
			continue
		}
		w := s.Body[a.Start:b.End]
		closed := strings.Map(dropHyphen, w)
		if len(closed) == len(w) || strings.EqualFold(a.Of(s.Body), "re") {
			continue
		}
		f(i, text.Key(closed), w)
	}
}
