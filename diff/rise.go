package diff

import "slices"

// heaviestRise returns which elements belong to the strictly rising
// subsequence of pos with the greatest weight; positions differ. What is not
// in it is the lightest set of moves that explains the order. O(n log n).
//
//	pos     0  1  5  2  3  4  6
//	rise    •  •     •  •  •  •      5 was moved
func heaviestRise(pos []int32, weight []int64) []bool {
	rank := slices.Clone(pos)
	slices.Sort(rank)
	best := newPrefixBest(len(pos))
	total := make([]int64, len(pos))
	prev := make([]int, len(pos))
	end := -1
	for i, p := range pos {
		r, _ := slices.BinarySearch(rank, p)
		prev[i] = best.before(r, total)
		total[i] = weight[i]
		if prev[i] >= 0 {
			total[i] += total[prev[i]]
		}
		best.put(r, i, total)
		if end < 0 || total[i] > total[end] {
			end = i
		}
	}
	in := make([]bool, len(pos))
	for i := end; i >= 0; i = prev[i] {
		in[i] = true
	}
	return in
}

// prefixBest is a Fenwick tree: the element with the greatest total among
// the ranks before a rank. The earlier element stays among equals.
type prefixBest []int

func newPrefixBest(n int) prefixBest {
	t := make(prefixBest, n+1)
	for i := range t {
		t[i] = -1
	}
	return t
}

func (t prefixBest) before(rank int, total []int64) int {
	best := -1
	for i := rank; i > 0; i &= i - 1 {
		if t[i] >= 0 && (best < 0 || total[t[i]] > total[best] || total[t[i]] == total[best] && t[i] < best) {
			best = t[i]
		}
	}
	return best
}

func (t prefixBest) put(rank, element int, total []int64) {
	for i := rank + 1; i < len(t); i += i & -i {
		if t[i] < 0 || total[element] > total[t[i]] {
			t[i] = element
		}
	}
}

// sentenceCost is the cost of moving a counted sentence, against one for
// each of its words and one for a line of furniture: as few sentences as can
// be are called moved, then as few words; furniture only breaks ties.
const sentenceCost = 1 << 20

// moveCost is what it costs to call so many counted sentences with so many
// words moved.
func moveCost(sentences, words int) int64 {
	return 1 + int64(sentences)*sentenceCost + int64(words)
}
