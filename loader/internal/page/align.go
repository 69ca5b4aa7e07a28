package page

import (
	"sort"
	"strings"
	"unicode"
)

// word is a word of the page or of an extractor's answer, numbered.
type word int32

// lexicon numbers words.
type lexicon map[string]word

// words returns the numbers of the words of s: runs of letters and digits, in lower case.
func (l lexicon) words(dst []word, s string) []word {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		n, ok := l[w]
		if !ok {
			n = word(len(l) + 1)
			l[w] = n
		}
		dst = append(dst, n)
	}
	return dst
}

// Sizes of the runs of words that anchor the alignment, longest first.
var anchorRuns = [...]int{6, 3, 1}

// lcsCells bounds the table of the exact alignment between two anchors.
const lcsCells = 40_000

// aligned marks the words of page that the answer holds, in order.
func aligned(page, answer []word) []bool {
	hit := make([]bool, len(page))
	align(page, answer, 0, hit, 0)
	return hit
}

func align(a, b []word, off int, hit []bool, run int) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		hit[off] = true
		a, b, off = a[1:], b[1:], off+1
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		hit[off+len(a)-1] = true
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 || len(b) == 0 {
		return
	}
	if len(a)*len(b) <= lcsCells {
		lcs(a, b, off, hit)
		return
	}
	for ; run < len(anchorRuns); run++ {
		chain := anchors(a, b, anchorRuns[run])
		if len(chain) == 0 {
			continue
		}
		fromA, fromB := 0, 0
		for _, p := range append(chain, pair{len(a), len(b)}) {
			if p.a < fromA || p.b < fromB {
				continue // inside the run of the anchor before
			}
			align(a[fromA:p.a], b[fromB:p.b], off+fromA, hit, run)
			fromA, fromB = p.a, p.b
			for fromA < len(a) && fromB < len(b) && a[fromA] == b[fromB] {
				hit[off+fromA] = true
				fromA, fromB = fromA+1, fromB+1
			}
		}
		return
	}
}

type pair struct{ a, b int }

// anchors returns the runs of n words that stand once in a and once in b,
// reduced to a chain that rises in both.
func anchors(a, b []word, n int) []pair {
	if len(a) < n || len(b) < n {
		return nil
	}
	once := func(s []word) map[[6]word]int {
		m := make(map[[6]word]int, len(s))
		for i := 0; i+n <= len(s); i++ {
			var k [6]word
			copy(k[:], s[i:i+n])
			if _, dup := m[k]; dup {
				m[k] = -1
			} else {
				m[k] = i
			}
		}
		return m
	}
	inB := once(b)
	var pairs []pair
	for k, i := range once(a) {
		if j, ok := inB[k]; ok && i >= 0 && j >= 0 {
			pairs = append(pairs, pair{i, j})
		}
	}
	sort.Slice(pairs, func(x, y int) bool { return pairs[x].a < pairs[y].a })
	return rising(pairs)
}

// rising returns the longest chain of pairs whose b rises (patience sorting).
func rising(pairs []pair) []pair {
	tails := []int{}
	prev := make([]int, len(pairs))
	for i, p := range pairs {
		k := sort.Search(len(tails), func(k int) bool { return pairs[tails[k]].b >= p.b })
		prev[i] = -1
		if k > 0 {
			prev[i] = tails[k-1]
		}
		if k == len(tails) {
			tails = append(tails, i)
		} else {
			tails[k] = i
		}
	}
	if len(tails) == 0 {
		return nil
	}
	chain := make([]pair, len(tails))
	for k, i := len(tails)-1, tails[len(tails)-1]; k >= 0; k, i = k-1, prev[i] {
		chain[k] = pairs[i]
	}
	return chain
}

// lcs marks a longest common subsequence of a and b, at most lcsCells in size.
func lcs(a, b []word, off int, hit []bool) {
	w := len(b) + 1
	t := make([]int32, (len(a)+1)*w)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				t[i*w+j] = t[(i+1)*w+j+1] + 1
			} else {
				t[i*w+j] = max(t[(i+1)*w+j], t[i*w+j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			hit[off+i] = true
			i, j = i+1, j+1
		case t[(i+1)*w+j] >= t[i*w+j+1]:
			i++
		default:
			j++
		}
	}
}
