package diff

import (
	"cmp"
	"slices"
)

// AllPairs is the number of different versions up to which every pair is
// aligned. Above it the number of pairs would grow with its square: then
// every version is aligned with its Nearest ones and with the Hubs.
const (
	AllPairs = 64
	// Nearest is the number of versions most like a version that it is
	// aligned with. Near relatives carry nearly all links; the rest follows
	// through the rows.
	Nearest = 8
	// Hubs is the number of versions that share most with all others; every
	// version is aligned with them, so that families of near relatives meet.
	Hubs = 4
)

// sketchSize is the number of hashes kept of a version: the standard
// deviation of the estimated resemblance is below 1/(2*sqrt(96)) = 0.05.
const sketchSize = 96

// choose lists the pairs to align, by A, then B.
func (c *canon) choose() []Pair {
	n := len(c.stories)
	var pairs []Pair
	if n <= AllPairs {
		for a := range n {
			for b := a + 1; b < n; b++ {
				pairs = append(pairs, Pair{A: a, B: b})
			}
		}
		return pairs
	}
	for _, p := range nearest(c.resemblance()) {
		pairs = append(pairs, Pair{A: p[0], B: p[1]})
	}
	return pairs
}

// resemblance estimates for every pair of versions how much of their word
// pairs they share, 0..sketchSize, by bottom-k sketches (A. Broder, On the
// Resemblance and Containment of Documents, 1997). O(n² sketchSize).
func (c *canon) resemblance() [][]uint8 {
	sketches := make([][]uint64, len(c.stories))
	for v := range c.stories {
		sketches[v] = c.sketch(v)
	}
	r := make([][]uint8, len(c.stories))
	for a := range r {
		r[a] = make([]uint8, len(c.stories))
		for b := range a {
			r[a][b] = common(sketches[a], sketches[b])
			r[b][a] = r[a][b]
		}
	}
	return r
}

// sketch returns the smallest hashes of the pairs of neighbouring words.
func (c *canon) sketch(v int) []uint64 {
	var hs []uint64
	before := uint64(0)
	for _, t := range c.stories[v].Tokens {
		if t.Key == 0 {
			continue
		}
		hs = append(hs, mix(before*31+t.Key))
		before = t.Key
	}
	slices.Sort(hs)
	hs = slices.Compact(hs)
	return hs[:min(len(hs), sketchSize)]
}

// mix spreads a hash over all bits (the finaliser of SplitMix64).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// common counts the hashes among the smallest of both that both have.
func common(a, b []uint64) (n uint8) {
	for i, j := 0, 0; i < len(a) && j < len(b) && i+j-int(n) < sketchSize; {
		switch cmp.Compare(a[i], b[j]) {
		case -1:
			i++
		case 1:
			j++
		default:
			i, j, n = i+1, j+1, n+1
		}
	}
	return n
}

// nearest returns the pairs of every version with those most like it and
// with the hubs, sorted, each once.
func nearest(r [][]uint8) [][2]int {
	var pairs [][2]int
	add := func(a, b int) {
		if a != b {
			pairs = append(pairs, [2]int{min(a, b), max(a, b)})
		}
	}
	like := make([]int, len(r))
	for a := range r {
		for _, n := range r[a] {
			like[a] += int(n)
		}
	}
	hubs := highest(like, Hubs)
	row := make([]int, len(r))
	for a := range r {
		for b, n := range r[a] {
			row[b] = int(n)
		}
		row[a] = -1
		for _, b := range highest(row, Nearest) {
			add(a, b)
		}
		for _, b := range hubs {
			add(a, b)
		}
	}
	slices.SortFunc(pairs, func(p, q [2]int) int { return cmp.Or(p[0]-q[0], p[1]-q[1]) })
	return slices.Compact(pairs)
}

// highest returns the indices of the k highest values, the lower index first
// among equals.
func highest(values []int, k int) []int {
	at := make([]int, len(values))
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(i, j int) int { return values[j] - values[i] })
	return at[:min(k, len(at))]
}
