package align

import "slices"

// space holds one kind of feature over the sentences of a layer, as sets,
// once by sentence and once by feature. Features are numbered by the order of
// their hashes, so the numbers of two stories ascend together.
type space struct {
	vocab  []uint32 // hashes, ascending; the index is the feature's number
	rowAt  []int32  // row i is rows[rowAt[i]:rowAt[i+1]]
	rows   []int32  // numbers of the features of a sentence, ascending
	postAt []int32  // likewise the sentences of a feature
	posts  []int32
}

func (s *space) row(i int32) []int32  { return s.rows[s.rowAt[i]:s.rowAt[i+1]] }
func (s *space) df(f int) int32       { return s.postAt[f+1] - s.postAt[f] }
func (s *space) post(f int32) []int32 { return s.posts[s.postAt[f]:s.postAt[f+1]] }

// newSpace builds a space from the hashes in text order and where each
// sentence starts among them. Linear but for the sort of the vocabulary:
// turning the table twice sorts the rows.
func newSpace(hashes []uint32, at []int32) space {
	var s space
	ids := make([]int32, len(hashes))
	s.vocab = number(hashes, ids)
	s.postAt, s.posts = turn(at, ids, len(s.vocab))
	s.rowAt, s.rows = turn(s.postAt, s.posts, len(at)-1)
	return s
}

// number lists the different hashes in ascending order and writes the rank of
// each hash to ids.
func number(hashes []uint32, ids []int32) (vocab []uint32) {
	size := 16
	for size < 2*len(hashes) {
		size *= 2
	}
	table := make([]int32, size) // open addressing; 0 is free, k+1 is vocab[k]
	for i, h := range hashes {
		p := int(h) & (size - 1)
		for table[p] != 0 && vocab[table[p]-1] != h {
			p = (p + 1) & (size - 1)
		}
		if table[p] == 0 {
			vocab = append(vocab, h)
			table[p] = int32(len(vocab))
		}
		ids[i] = table[p] - 1
	}
	order := make([]uint64, len(vocab))
	for k, h := range vocab {
		order[k] = uint64(h)<<32 | uint64(k)
	}
	slices.Sort(order)
	rank := make([]int32, len(vocab))
	for r, o := range order {
		vocab[r] = uint32(o >> 32)
		rank[uint32(o)] = int32(r)
	}
	for i, k := range ids {
		ids[i] = rank[k]
	}
	return vocab
}

// turn transposes a table of rows of column numbers below cols, dropping
// repetitions: the result lists for every column the rows it occurs in,
// ascending.
func turn(at, ids []int32, cols int) (outAt, out []int32) {
	count := make([]int32, cols+1)
	last := make([]int32, cols) // last row seen + 1, to drop repetitions
	for r := 0; r+1 < len(at); r++ {
		for _, c := range ids[at[r]:at[r+1]] {
			if last[c] != int32(r)+1 {
				last[c] = int32(r) + 1
				count[c+1]++
			}
		}
	}
	for c := range cols {
		count[c+1] += count[c]
	}
	out = make([]int32, count[cols])
	fill := slices.Clone(count[:cols])
	clear(last)
	for r := 0; r+1 < len(at); r++ {
		for _, c := range ids[at[r]:at[r+1]] {
			if last[c] != int32(r)+1 {
				last[c] = int32(r) + 1
				out[fill[c]] = int32(r)
				fill[c]++
			}
		}
	}
	return count, out
}
