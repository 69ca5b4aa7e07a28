package style

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wirediff/diff/text"
)

const (
	// minName is the fewest letters of a name: Ali and Alia, Jon and Jan are
	// too short for their likeness to mean anything.
	minName = 4
	// maxBucket is how many spellings are compared with each other; a fuller
	// bucket is no family of names.
	maxBucket = 16
)

// namesFrom opens the reason of a rule about names.
const namesFrom = "found in the texts: one name in two transliterations"

// names are the spellings found in the texts to be one name.
type names struct {
	canon map[uint64]uint64 // key of a spelling -> key of the one it is compared by
	found []Rule
}

// key returns the key by which a word is compared.
func (n *names) key(k uint64) uint64 {
	if c, ok := n.canon[k]; ok {
		return c
	}
	return k
}

// spelling is one way to write a name, and where it stands.
type spelling struct {
	word       string // of the ways to write its capitals, the first in the alphabet
	key        uint64
	skeleton   string // transliteration folded
	consonants string
	count      int
	stories    []bool            // which versions hold it
	sentences  map[[2]int32]bool // version and sentence
	beside     map[uint64]string // words next to it, by key and side
	turn       sync.Mutex        // one story notes at a time; the outcome is the same in any order
}

// findNames looks for names written in two transliterations. See doc.go.
func findNames(stories []*text.Story, rules Rules) *names {
	found := &names{canon: map[uint64]uint64{}}
	if len(stories) < 2 {
		return found
	}
	families := bucket(capitalised(stories))
	if len(families) == 0 {
		return found
	}
	locate(stories, families)
	apart := keptApart(rules)
	for _, family := range families {
		for _, f := range narrow(family) {
			found.settle(f, apart)
		}
	}
	slices.SortFunc(found.found, func(a, b Rule) int {
		return cmp.Or(strings.Compare(a.A, b.A), strings.Compare(a.B, b.B))
	})
	return found
}

// capitalised returns the words that have a capital wherever they stand and
// stand inside a sentence at least once, in no order that matters.
func capitalised(stories []*text.Story) []*spelling {
	inside := make([]lexis, workers(stories))
	forEach(stories, func(w, n int) { inside[w].addCapitals(stories[n]) })
	all := inside[0]
	for _, other := range inside[1:] {
		for _, x := range other.set {
			all.add(x.word, x.key)
		}
	}
	lower := make([][]bool, len(inside))
	for w := range lower {
		lower[w] = make([]bool, len(all.set))
	}
	forEach(stories, func(w, n int) { all.markLower(lower[w], stories[n]) })
	kept := all.set[:0]
	for i, x := range all.set {
		if !slices.ContainsFunc(lower, func(in []bool) bool { return in[i] }) {
			kept = append(kept, x)
		}
	}
	return kept
}

// lexis is a set of words by key.
type lexis struct {
	set   []*spelling // by index
	index table       // by key
}

// add takes a word in, and keeps the first in the alphabet of those of one key.
func (l *lexis) add(w string, key uint64) {
	if i, ok := l.index.get(key); !ok {
		l.index.put(key, uint64(len(l.set)))
		l.set = append(l.set, &spelling{word: w, key: key})
	} else if w < l.set[i].word {
		l.set[i].word = w
	}
}

// addCapitals takes in the words that have a capital inside a sentence.
func (l *lexis) addCapitals(s *text.Story) {
	eachWord(s, func(_, at int, w string, key uint64) {
		if at > 0 && isName(w) {
			l.add(w, key)
		}
	})
}

// markLower marks the words of the set that a story prints with a small letter, too.
func (l *lexis) markLower(lower []bool, s *text.Story) {
	eachWord(s, func(_, _ int, w string, key uint64) {
		if c := w[0]; c-'a' < 26 || c >= utf8.RuneSelf && startsLower(w) {
			if i, ok := l.index.get(key); ok {
				lower[i] = true
			}
		}
	})
}

// startsLower reports whether w begins with a small letter.
func startsLower(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

// eachWord calls f with the words of counted sentences, without 's: the index of the
// sentence, the word's place among its loud tokens, the word as written, its key.
func eachWord(s *text.Story, f func(sentence, at int, w string, key uint64)) {
	for i, x := range s.Sentences {
		if !x.Role.Counted() {
			continue
		}
		at := 0
		for _, t := range s.Tokens[x.Tokens.From:x.Tokens.To] {
			if t.Key == 0 {
				continue
			}
			if t.Kind == text.Word {
				w, key := t.Of(s.Body), t.Key
				if base, tail := cutPossessive(w); tail != "" {
					w, key = base, text.Key(base)
				}
				f(i, at, w, key)
			}
			at++
		}
	}
}

// isName reports whether w may be a name: a capital, small letters, no digits,
// minName letters.
func isName(w string) bool {
	first, n := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(first) || utf8.RuneCountInString(w) < minName {
		return false
	}
	second, _ := utf8.DecodeRuneInString(w[n:])
	return !unicode.IsUpper(second) && !strings.ContainsAny(w, "0123456789.")
}

// bucket returns the groups of spellings with equal consonants that hold two
// or more, each in the order of its words, the groups in that of their first.
func bucket(set []*spelling) [][]*spelling {
	groups := map[string][]*spelling{}
	for _, x := range set {
		x.skeleton = skeleton(x.word)
		x.consonants = consonants(x.skeleton)
		groups[x.consonants] = append(groups[x.consonants], x)
	}
	var out [][]*spelling
	for _, g := range groups {
		if len(g) > 1 {
			slices.SortFunc(g, func(a, b *spelling) int { return strings.Compare(a.word, b.word) })
			out = append(out, g)
		}
	}
	slices.SortFunc(out, func(a, b []*spelling) int { return strings.Compare(a[0].word, b[0].word) })
	return out
}

// narrow splits a family that is too large for one by skeleton, and leaves out
// what is too large still: no name has so many spellings.
func narrow(family []*spelling) [][]*spelling {
	if len(family) <= maxBucket {
		return [][]*spelling{family}
	}
	groups := map[string][]*spelling{}
	for _, x := range family {
		groups[x.skeleton] = append(groups[x.skeleton], x)
	}
	var out [][]*spelling
	for _, x := range family { // in the order of the family
		if g := groups[x.skeleton]; len(g) > 1 && len(g) <= maxBucket && g[0] == x {
			out = append(out, g)
		}
	}
	return out
}

// locate notes where the spellings of the families stand and beside what.
func locate(stories []*text.Story, families [][]*spelling) {
	all := slices.Concat(families...)
	var index table
	for i, x := range all {
		x.stories = make([]bool, len(stories))
		x.sentences, x.beside = map[[2]int32]bool{}, map[uint64]string{}
		index.put(x.key, uint64(i))
	}
	forEach(stories, func(_, n int) {
		var last *spelling
		before, beforeKey, in := "", uint64(0), -1
		eachWord(stories[n], func(sentence, _ int, w string, key uint64) {
			if sentence != in {
				last, before, in = nil, "", sentence
			}
			if last != nil {
				last.note(w, key, 1)
			}
			last = nil
			if i, ok := index.get(key); ok {
				last = all[i]
				last.place(n, sentence)
				if before != "" {
					last.note(before, beforeKey, 0)
				}
			}
			before, beforeKey = w, key
		})
	})
}

// place notes that a story holds the spelling in a sentence.
func (x *spelling) place(story, sentence int) {
	x.turn.Lock()
	defer x.turn.Unlock()
	x.count++
	x.stories[story] = true
	x.sentences[[2]int32{int32(story), int32(sentence)}] = true
}

// note remembers a neighbour, side 0 before and 1 after.
func (x *spelling) note(w string, key, side uint64) {
	x.turn.Lock()
	defer x.turn.Unlock()
	k := key<<1 | side
	if old, ok := x.beside[k]; !ok || w < old {
		x.beside[k] = w
	}
}

// keptApart are the pairs that the user declared different.
func keptApart(rules Rules) map[[2]uint64]bool {
	set := map[[2]uint64]bool{}
	for _, r := range rules.User {
		if r.Real {
			a, b := text.Key(r.A), text.Key(r.B)
			set[[2]uint64{min(a, b), max(a, b)}] = true
		}
	}
	return set
}

// settle decides which spellings of a family are one name. A spelling joins a
// class if it goes with one of its members and may go with all.
func (n *names) settle(family []*spelling, apart map[[2]uint64]bool) {
	var classes [][]*spelling
	for _, x := range family {
		home := -1
		for k, class := range classes {
			if joinsClass(x, class, apart) {
				home = k
				break
			}
		}
		if home < 0 {
			classes = append(classes, nil)
			home = len(classes) - 1
		}
		classes[home] = append(classes[home], x)
	}
	for _, class := range classes {
		n.add(class)
	}
}

// joinsClass reports whether x is one more spelling of the class.
func joinsClass(x *spelling, class []*spelling, apart map[[2]uint64]bool) bool {
	one := false
	for _, y := range class {
		same := alike(x, y)
		if apart[[2]uint64{min(x.key, y.key), max(x.key, y.key)}] || share(x.sentences, y.sentences) {
			return false
		}
		if !same && (!vowelApart(x, y) || overlap(x.stories, y.stories)) {
			return false
		}
		one = one || differs(x.stories, y.stories) && common(x, y) != ""
	}
	return one
}

// share reports whether two sets have a common member.
func share(a, b map[[2]int32]bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}

// overlap reports whether one version holds both.
func overlap(a, b []bool) bool {
	for i := range a {
		if a[i] && b[i] {
			return true
		}
	}
	return false
}

// differs reports whether one version holds the first and another the second.
func differs(a, b []bool) bool {
	in, only := 0, -1
	for i := range a {
		if a[i] {
			in, only = in+1, i
		}
	}
	for i := range b {
		if b[i] && (in > 1 || i != only) {
			return true
		}
	}
	return false
}

// common returns a neighbour of both on the same side, a name before other
// words, then the first in the alphabet; "" if there is none.
func common(x, y *spelling) string {
	best := ""
	for k, w := range x.beside {
		if v, ok := y.beside[k]; ok {
			if w = min(v, w); best == "" || better(w, best) {
				best = w
			}
		}
	}
	return best
}

// better prefers a capitalised neighbour as the reason shown, then the alphabet.
func better(a, b string) bool {
	ca, cb := isName(a), isName(b)
	return ca && !cb || ca == cb && a < b
}

// add makes a class one name, by its most frequent spelling.
func (n *names) add(class []*spelling) {
	if len(class) < 2 {
		return
	}
	first := slices.MinFunc(class, func(a, b *spelling) int { return cmp.Or(b.count-a.count, strings.Compare(a.word, b.word)) })
	for _, x := range class {
		n.canon[x.key] = first.key
		if x == first {
			continue
		}
		why := namesFrom
		if w := common(x, first); w != "" {
			why += ", beside “" + w + "” in both"
		}
		n.found = append(n.found, Rule{A: first.word, B: x.word, From: why})
	}
}
