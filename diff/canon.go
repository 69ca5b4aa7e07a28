package diff

import (
	"cmp"
	"context"
	"runtime"
	"slices"

	"wirediff/diff/align"
	"wirediff/diff/text"
)

// canon is the versions in an order of their own, by content, equal ones
// once. All that follows works on canon, with ties broken by index, and so
// cannot depend on the load order.
//
// A node is a sentence of a canonical version: first[v] + its index.
type canon struct {
	stories []*text.Story
	of      []int   // load index -> canonical index
	copies  []int   // canonical index -> how many versions are equal to it
	first   []int32 // canonical index -> node of its first sentence; one more at the end
	version []int32 // node -> canonical index
}

func newCanon(stories []*text.Story) *canon {
	hash := make([]uint64, len(stories))
	byContent := make([]int, len(stories))
	each(len(stories), func(i int) { hash[i], byContent[i] = contentHash(stories[i]), i })
	compare := func(a, b int) int {
		return cmp.Or(cmp.Compare(hash[a], hash[b]), cmp.Compare(stories[a].Body, stories[b].Body))
	}
	slices.SortFunc(byContent, compare)
	c := &canon{of: make([]int, len(stories)), first: []int32{0}}
	for k, i := range byContent {
		if k == 0 || compare(byContent[k-1], i) != 0 {
			c.add(stories[i])
		}
		c.of[i] = len(c.stories) - 1
		c.copies[c.of[i]]++
	}
	return c
}

func (c *canon) add(s *text.Story) {
	for range s.Sentences {
		c.version = append(c.version, int32(len(c.stories)))
	}
	c.stories, c.copies = append(c.stories, s), append(c.copies, 0)
	c.first = append(c.first, int32(len(c.version)))
}

// contentHash is a fixed hash of all that a comparison looks at: the
// sentences as printed, their roles, the keys of their tokens (64-bit FNV-1a).
func contentHash(s *text.Story) uint64 {
	h := uint64(14695981039346656037)
	add := func(b byte) { h = (h ^ uint64(b)) * 1099511628211 }
	for i, x := range s.Sentences {
		for _, b := range []byte(s.Text(i)) {
			add(b)
		}
		add(0)
		add(byte(x.Role))
		for _, t := range s.Tokens[x.Tokens.From:x.Tokens.To] {
			for shift := 0; shift < 64; shift += 8 {
				add(byte(t.Key >> shift))
			}
		}
	}
	return h
}

// node returns the node of a sentence of a canonical version.
func (c *canon) node(version int, sentence int32) int32 { return c.first[version] + sentence }

// sentence returns the version of a node and the sentence's index there.
func (c *canon) sentence(node int32) (version, sentence int32) {
	v := c.version[node]
	return v, node - c.first[v]
}

// counted returns the number of counted sentences among those of a
// canonical version, and their words.
func (c *canon) counted(version int32, sentences []int32) (n, words int) {
	return countedIn(c.stories[version], sentences)
}

// align aligns the chosen pairs of canonical versions, in their order.
func (c *canon) align(ctx context.Context, progress func(float64)) ([]Pair, error) {
	pairs := c.choose()
	features := make([]*align.Features, len(c.stories))
	err := parallel(ctx, len(features), func(float64) {}, func(v int) error {
		features[v] = align.Prepare(c.stories[v])
		return nil
	})
	if err != nil {
		return nil, err
	}
	aligners := make(chan *align.Aligner, runtime.GOMAXPROCS(0)) // those at rest
	for range cap(aligners) {
		aligners <- new(align.Aligner)
	}
	err = parallel(ctx, len(pairs), progress, func(i int) (err error) {
		p, w := &pairs[i], <-aligners
		p.Alignment, err = w.Pair(ctx, features[p.A], features[p.B])
		aligners <- w
		return err
	})
	return pairs, err
}
