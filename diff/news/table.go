package news

import (
	"iter"
	"math/bits"
	"slices"
)

// hash is FNV-1a over the bytes of s, as text.Key is, but without folding.
// As everywhere in the comparison, 64 bits tell words apart.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// table maps hashes to numbers above 0, by open addressing. The zero table is empty.
type table struct {
	slots []slot // a power of two of them, at most three quarters taken
	taken int
}

// slot is free while its number is 0.
type slot struct {
	hash   uint64
	number int32
}

// find returns the number of a hash, 0 if it has none.
func (t *table) find(hash uint64) int32 {
	if len(t.slots) == 0 {
		return 0
	}
	return t.slots[t.place(hash)].number
}

// at returns where the number of a hash stands; of a new one it is 0 and must
// be set before the next call.
func (t *table) at(hash uint64) *int32 {
	if 4*t.taken >= 3*len(t.slots) {
		t.resize(max(2*len(t.slots), smallestTable))
	}
	s := &t.slots[t.place(hash)]
	if s.number == 0 {
		s.hash = hash
		t.taken++
	}
	return &s.number
}

// place is the slot that holds the hash, or the free one where it belongs.
func (t *table) place(hash uint64) int {
	mask := len(t.slots) - 1
	i := int(hash>>32^hash) & mask
	for t.slots[i].number != 0 && t.slots[i].hash != hash {
		i = (i + 1) & mask
	}
	return i
}

// smallestTable is how many slots a table or set has at least.
const smallestTable = 1 << 6

// reserve makes room for n numbers in an empty table.
func (t *table) reserve(n int) { t.resize(powerOver(n + n/3)) }

// powerOver is the smallest power of two that is n or more.
func powerOver(n int) int { return 1 << bits.Len(uint(max(n, smallestTable)-1)) }

func (t *table) resize(slots int) {
	old := t.slots
	t.slots = make([]slot, slots)
	for _, s := range old {
		if s.number != 0 {
			t.slots[t.place(s.hash)] = s
		}
	}
}

// wordSet is a set of words by their hashes.
type wordSet struct {
	slots []uint64 // a power of two of them, at most half taken; 0 is free
}

// reset empties the set and makes room for n words.
func (s *wordSet) reset(n int) {
	size := powerOver(2 * n)
	s.slots = slices.Grow(s.slots[:0], size)[:size]
	clear(s.slots)
}

// add puts a word in.
func (s *wordSet) add(hash uint64) { s.slots[s.place(hash)] = hash }

// has reports whether the set holds a word.
func (s *wordSet) has(hash uint64) bool { return s.slots[s.place(hash)] != 0 }

func (s *wordSet) place(hash uint64) int {
	mask := len(s.slots) - 1
	i := int(hash>>32^hash) & mask
	for s.slots[i] != 0 && s.slots[i] != hash {
		i = (i + 1) & mask
	}
	return i
}

// postings lists, by hash, the numbers that were added under it, each once.
type postings struct {
	numbers table
	lists   []chain // from 1 on
	links   []link  // from 1 on
}

// chain is how many postings a hash has, and the newest.
type chain struct{ count, newest int32 }

// link is a posting and the one before it, 0 for none.
type link struct{ n, before int32 }

// reserve makes room for n postings in an empty list.
func (p *postings) reserve(n int) {
	p.numbers.reserve(n / 2)
	p.lists, p.links = make([]chain, 1, n/2+1), make([]link, 1, n+1)
}

// add puts n under a hash. Numbers must not fall.
func (p *postings) add(hash uint64, n int32) {
	at := p.numbers.at(hash)
	if *at == 0 {
		*at = int32(len(p.lists))
		p.lists = append(p.lists, chain{})
	}
	l := &p.lists[*at]
	if l.count > 0 && p.links[l.newest].n == n {
		return
	}
	p.links = append(p.links, link{n, l.newest})
	l.newest, l.count = int32(len(p.links)-1), l.count+1
}

// count is how many postings a hash has.
func (p *postings) count(hash uint64) int { return int(p.lists[p.numbers.find(hash)].count) }

// of yields the postings of a hash, the newest first.
func (p *postings) of(hash uint64) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for at := p.lists[p.numbers.find(hash)].newest; at != 0 && yield(p.links[at].n); {
			at = p.links[at].before
		}
	}
}

// tally counts by hash.
type tally struct {
	numbers table
	counts  []int32 // from 1 on
}

// reserve makes room for n hashes in an empty tally.
func (t *tally) reserve(n int) {
	t.numbers.reserve(n)
	t.counts = make([]int32, 1, n+1)
}

// add counts n more under a hash.
func (t *tally) add(hash uint64, n int32) {
	at := t.numbers.at(hash)
	if *at == 0 {
		*at = int32(len(t.counts))
		t.counts = append(t.counts, 0)
	}
	t.counts[*at] += n
}

// of is the count of a hash.
func (t *tally) of(hash uint64) int {
	if at := t.numbers.find(hash); at != 0 {
		return int(t.counts[at])
	}
	return 0
}
