// Package workload makes stories for benchmarks and tests: as many sentences
// as asked for, in invented words whose frequencies fall off like those of a
// language (Zipf), and edited versions of them at given rates. Equal
// arguments make equal stories, on every machine.
package workload

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// Edits says what happens to how many of 1,000 sentences on the way from one
// version to the next.
type Edits struct{ Reword, Split, Merge, Move, Cut, Add int }

// Revision is what a second outlet does to a wire story.
func Revision() Edits {
	return Edits{Reword: 250, Split: 60, Merge: 60, Move: 30, Cut: 80, Add: 80}
}

// Pair is two versions of one story, and which sentences of A gave rise to
// which of B.
type Pair struct {
	A, B  []string
	Links [][2]int32 // ascending
}

// maker draws from one random stream.
type maker struct {
	r     *rand.Rand
	words []string
	zipf  *rand.Zipf
}

func newMaker(seed uint64, vocabulary int) *maker {
	m := &maker{r: rand.New(rand.NewPCG(seed, 0x5EED))}
	m.zipf = rand.NewZipf(m.r, 1.1, 4, uint64(vocabulary-1))
	for range vocabulary {
		m.words = append(m.words, m.newWord())
	}
	return m
}

// newWord makes a word of one to four syllables.
func (m *maker) newWord() string {
	var w strings.Builder
	for range 1 + m.r.IntN(4) {
		w.WriteByte("bcdfghklmnprstvw"[m.r.IntN(16)])
		w.WriteByte("aeiou"[m.r.IntN(5)])
		if m.r.IntN(3) == 0 {
			w.WriteByte("lmnrst"[m.r.IntN(6)])
		}
	}
	return w.String()
}

func (m *maker) word() string { return m.words[m.zipf.Uint64()] }

// sentence makes a sentence of 6 to 34 words.
func (m *maker) sentence() []string {
	s := make([]string, 6+m.r.IntN(15)+m.r.IntN(15))
	for k := range s {
		s[k] = m.word()
	}
	return s
}

// printed capitalises the first word and adds a stop.
func printed(s []string) string {
	out := strings.Join(s, " ")
	return strings.ToUpper(out[:1]) + out[1:] + "."
}

// Story returns n sentences.
func Story(n int, seed uint64) []string {
	m := newMaker(seed, vocabularyOf(n))
	out := make([]string, n)
	for i := range out {
		out[i] = printed(m.sentence())
	}
	return out
}

// vocabularyOf is the number of different words in n sentences: it grows like
// the root of the text (Heaps).
func vocabularyOf(n int) int {
	v := 400
	for n > 20 {
		n, v = n/4, v*2
	}
	return v
}

// Versions returns a story of n sentences and an edited version of it.
func Versions(n int, e Edits, seed uint64) Pair {
	m := newMaker(seed, vocabularyOf(n))
	source := make([][]string, n)
	for i := range source {
		source[i] = m.sentence()
	}
	var p Pair
	for _, s := range source {
		p.A = append(p.A, printed(s))
	}
	for _, c := range m.edit(source, e) {
		for _, i := range c.from {
			p.Links = append(p.Links, [2]int32{i, int32(len(p.B))})
		}
		p.B = append(p.B, printed(c.words))
	}
	slices.SortFunc(p.Links, func(x, y [2]int32) int { return slices.Compare(x[:], y[:]) })
	return p
}

// Outlets returns versions of one story of n sentences, each edited by itself.
func Outlets(versions, n int, e Edits, seed uint64) [][]string {
	m := newMaker(seed, vocabularyOf(n))
	source := make([][]string, n)
	for i := range source {
		source[i] = m.sentence()
	}
	out := make([][]string, versions)
	for v := range out {
		for _, c := range m.edit(source, e) {
			out[v] = append(out[v], printed(c.words))
		}
	}
	return out
}

// copied is a sentence of the new version and the sentences it comes from.
type copied struct {
	words []string
	from  []int32
}

// edit makes the sentences of the new version.
func (m *maker) edit(source [][]string, e Edits) []copied {
	var out, moved []copied
	for i := 0; i < len(source); i++ {
		s, from := source[i], []int32{int32(i)}
		if m.chance(e.Add) {
			out = append(out, copied{words: m.sentence()})
		}
		switch {
		case m.chance(e.Cut):
		case m.chance(e.Move):
			moved = append(moved, copied{s, from})
		case m.chance(e.Split) && len(s) > 12:
			h := len(s)/2 - 1 + m.r.IntN(3)
			out = append(out, copied{m.reword(s[:h], 6), from}, copied{m.reword(s[h:], 6), from})
		case m.chance(e.Merge) && i+1 < len(source):
			out = append(out, copied{m.reword(slices.Concat(s, source[i+1]), 6), []int32{int32(i), int32(i) + 1}})
			i++
		case m.chance(e.Reword):
			out = append(out, copied{m.reword(s, 3), from})
		default:
			out = append(out, copied{s, from})
		}
	}
	for _, c := range moved {
		out = slices.Insert(out, m.r.IntN(len(out)+1), c)
	}
	return out
}

func (m *maker) chance(perThousand int) bool { return m.r.IntN(1000) < perThousand }

// reword replaces, drops or adds about one word in every.
func (m *maker) reword(s []string, every int) []string {
	var out []string
	for _, w := range s {
		switch {
		case m.r.IntN(every) > 0:
			out = append(out, w)
		case m.r.IntN(3) > 0:
			out = append(out, m.word())
		case m.r.IntN(2) > 0:
			out = append(out, w, m.word())
		}
	}
	if len(out) == 0 {
		return s
	}
	return out
}

// Bad returns two versions of n sentences that are hard to align in linear
// time, by name.
func Bad(name string, n int) (a, b []string, err error) {
	m := newMaker(7, vocabularyOf(n))
	same := printed(m.sentence())
	for i := range n {
		switch name {
		case "all alike":
			a, b = append(a, same), append(b, same)
		case "nearly alike":
			a = append(a, fmt.Sprintf("%s %d", same, i))
			b = append(b, fmt.Sprintf("%s %d", same, 3*n-i))
		case "all different":
			a, b = append(a, printed(m.sentence())), append(b, printed(m.sentence()))
		case "all moved":
			a = append(a, printed(m.sentence()))
		default:
			return nil, nil, fmt.Errorf("no workload %q", name)
		}
	}
	if name == "all moved" {
		b = slices.Clone(a)
		m.r.Shuffle(n, func(i, k int) { b[i], b[k] = b[k], b[i] })
	}
	return a, b, nil
}
