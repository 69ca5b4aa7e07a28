package style

import (
	"slices"
	"strings"

	"wirediff/diff/text"
)

// findCompounds makes a compound with a hyphen equal to the word without it
// where the versions hold both: "cyber-attack" in one and "cyberattack" in
// another. keyed are the stories to change, which Apply owns. Words that begin
// with "re-" keep it, for "re-sign" and "resign" are two words.
func findCompounds(stories, keyed []*text.Story, rules Rules) []Rule {
	joined := map[uint64]bool{} // keys of compounds written without their hyphen
	for _, s := range stories {
		eachCompound(s, func(_ int, key uint64, _ string) { joined[key] = false })
	}
	if len(joined) == 0 {
		return nil
	}
	for _, s := range stories {
		for _, t := range s.Tokens {
			if t.Kind == text.Word && t.Key != 0 {
				if _, ok := joined[t.Key]; ok {
					joined[t.Key] = true
				}
			}
		}
	}
	var found []Rule
	apart := keptApart(rules)
	for n, s := range stories {
		out := keyed[n].Tokens
		eachCompound(s, func(i int, key uint64, w string) {
			closed := strings.Map(dropHyphen, w)
			if !joined[key] || apart[pairKey(closed, w)] || changed(s.Tokens[i:i+3], out[i:i+3]) {
				return
			}
			out[i].Key, out[i+2].Key = key, 0
			found = append(found, Rule{A: strings.ToLower(closed), B: strings.ToLower(w), From: "found in the texts: with and without a hyphen"})
		})
	}
	slices.SortFunc(found, func(a, b Rule) int { return strings.Compare(a.B, b.B) })
	return slices.Compact(found)
}

// changed reports whether an earlier rule has spoken of these tokens.
func changed(a, b []text.Token) bool { return a[0].Key != b[0].Key || a[2].Key != b[2].Key }

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
