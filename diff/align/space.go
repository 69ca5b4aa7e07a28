package align

import (
	"math/bits"
	"slices"
)

// feature is the number of a feature within a space. Features are numbered by
// the order of their hashes, so the numbers of two stories ascend together.
// There are few enough 3-grams for 16 bits, which halves the memory of a
// long text.
type feature interface{ uint16 | uint32 }

// space holds one kind of feature over the sentences of a layer, as sets, by
// sentence and by feature.
type space[F feature] struct {
	vocab  []uint32 // hashes, ascending; the index is the feature's number
	df     []int32  // sentences a feature occurs in, by its number
	alone  []bool   // it occurs other than within a name, likewise; nil if all do
	rowAt  []int32  // row i is rows[rowAt[i]:rowAt[i+1]]
	rows   []F      // numbers of the features of a sentence, ascending
	postAt []int32  // likewise the sentences of a feature; nil until layer.post
	posts  []uint16 // at most denseSide sentences
}

func (s *space[F]) row(i int32) []F       { return s.rows[s.rowAt[i]:s.rowAt[i+1]] }
func (s *space[F]) post(f int32) []uint16 { return s.posts[s.postAt[f]:s.postAt[f+1]] }

// postings fills in posts from rows.
func (s *space[F]) postings() {
	s.postAt = make([]int32, len(s.vocab)+1)
	for f, n := range s.df {
		s.postAt[f+1] = s.postAt[f] + n
	}
	s.posts = make([]uint16, len(s.rows))
	fill := slices.Clone(s.postAt)
	for i := range int32(len(s.rowAt) - 1) {
		for _, f := range s.row(i) {
			s.posts[fill[f]] = uint16(i)
			fill[f]++
		}
	}
}

// wordSpace builds a space from hashes in text order, which of them stand
// within a name, and where each sentence starts among them.
func wordSpace(hashes []uint32, inner []bool, at []int32) space[uint32] {
	ids := make([]uint32, len(hashes))
	s := space[uint32]{vocab: number(hashes, ids), rowAt: make([]int32, 1, len(at))}
	s.df, s.alone = make([]int32, len(s.vocab)), make([]bool, len(s.vocab))
	for i, f := range ids {
		s.alone[f] = s.alone[f] || !inner[i]
	}
	s.rows = ids[:0] // a row never outgrows what it is made from
	for r := 0; r+1 < len(at); r++ {
		row := ids[at[r]:at[r+1]]
		slices.Sort(row)
		row = slices.Compact(row)
		for _, f := range row {
			s.df[f]++
		}
		s.rows = append(s.rows, row...)
		s.rowAt = append(s.rowAt, int32(len(s.rows)))
	}
	return s
}

// number lists the different hashes in ascending order and writes the rank of
// each hash to ids.
func number(hashes, ids []uint32) (vocab []uint32) {
	table := make([]uint32, 1024) // open addressing; 0 is free, k+1 is vocab[k]
	place := func(h uint32) int {
		p := int(h) & (len(table) - 1)
		for table[p] != 0 && vocab[table[p]-1] != h {
			p = (p + 1) & (len(table) - 1)
		}
		return p
	}
	for i, h := range hashes {
		p := place(h)
		if table[p] == 0 {
			vocab = append(vocab, h)
			table[p] = uint32(len(vocab))
		}
		ids[i] = table[p] - 1
		if 2*len(vocab) > len(table) {
			table = make([]uint32, 4*len(table))
			for k, h := range vocab {
				table[place(h)] = uint32(k + 1)
			}
		}
	}
	order := make([]uint64, len(vocab))
	for k, h := range vocab {
		order[k] = uint64(h)<<32 | uint64(k)
	}
	slices.Sort(order)
	rank := make([]uint32, len(vocab))
	for r, o := range order {
		vocab[r] = uint32(o >> 32)
		rank[uint32(o)] = uint32(r)
	}
	for i, k := range ids {
		ids[i] = rank[k]
	}
	return vocab
}

// bitset is a set of numbers below 1<<gramBits that lists its members in
// ascending order: a bit each, and a bit for every word of them that is not
// empty.
type bitset struct {
	words [1 << (gramBits - 6)]uint64
	used  [1 << (gramBits - 12)]uint64
}

func (b *bitset) add(x uint16) {
	b.words[x>>6] |= 1 << (x & 63)
	b.used[x>>12] |= 1 << (x >> 6 & 63)
}

// drain appends the members to out and empties the set.
func (b *bitset) drain(out []uint16) []uint16 {
	for u, used := range b.used {
		for ; used != 0; used &= used - 1 {
			w := u<<6 | bits.TrailingZeros64(used)
			for word := b.words[w]; word != 0; word &= word - 1 {
				out = append(out, uint16(w<<6|bits.TrailingZeros64(word)))
			}
			b.words[w] = 0
		}
		b.used[u] = 0
	}
	return out
}

// gramSpace numbers the 3-grams in s.rows, which holds their hashes. The
// number of a hash is how many smaller ones there are: a sum up to its word
// and a count of bits within.
func gramSpace(s *space[uint16]) {
	var all bitset
	for _, h := range s.rows {
		all.add(h)
	}
	below := make([]int32, len(all.words)+1)
	for w, word := range all.words {
		below[w+1] = below[w] + int32(bits.OnesCount64(word))
	}
	s.df = make([]int32, below[len(all.words)])
	for x, h := range s.rows {
		w := h >> 6
		f := below[w] + int32(bits.OnesCount64(all.words[w]&(1<<(h&63)-1)))
		s.rows[x] = uint16(f)
		s.df[f]++
	}
	s.vocab = make([]uint32, 0, len(s.df))
	for _, h := range all.drain(nil) {
		s.vocab = append(s.vocab, uint32(h))
	}
}
