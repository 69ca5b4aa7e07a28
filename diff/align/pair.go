package align

import "context"

// pair is the work on one layer of two stories. Sentences are named by their
// place in the layer: i, n of the first story, k, m of the second.
type pair struct {
	ctx   context.Context
	a, b  *layer
	n, m  int
	words *joint[uint32]
	grams *joint[uint16]

	sim     matrix  // with support
	floor   float32 // similarity of unrelated sentences
	order   float32 // 0..1: how far the order of the stories is to be trusted
	rowBest []best
	colBest []best

	chain  []link // anchors in order
	off    []link // anchors out of order
	ofA    [][]int32
	ofB    [][]int32
	traced map[link]reason // nil unless somebody asks why
}

// link is a linked pair of sentences.
type link struct{ i, k int32 }

// rule says which step of the method made a link.
type rule uint8

const (
	ruleSame rule = iota
	ruleAnchor
	ruleGap
	ruleFar
	ruleJoined
)

// String returns the words of Why.Rule.
func (r rule) String() string {
	return [...]string{"identical text", "anchor", "gap", "out of order", "absorbed"}[r]
}

// best is the best and second best similarity of a sentence.
type best struct {
	s, second float32
	at        int32 // -1 if none is above zero
	next      int32 // of the second
}

func (b *best) offer(s float32, at int32) {
	switch {
	case s > b.s:
		b.s, b.second, b.at, b.next = s, b.s, at, b.at
	case s > b.second:
		b.second, b.next = s, at
	}
}

// newPair prepares the work on two layers.
func newPair(ctx context.Context, a, b *layer) *pair {
	p := &pair{ctx: ctx, a: a, b: b, n: len(a.sent), m: len(b.sent)}
	p.ofA, p.ofB = partners(p.n), partners(p.m)
	return p
}

// partners returns n empty lists with room for one partner each, which is
// what most sentences have.
func partners(n int) [][]int32 {
	out, room := make([][]int32, n), make([]int32, n)
	for i := range out {
		out[i] = room[i : i : i+1]
	}
	return out
}

// run links the sentences of the two layers.
func (p *pair) run(furniture bool) error {
	if p.n == 0 || p.m == 0 {
		return p.ctx.Err()
	}
	p.words, p.grams = join(&p.a.words, &p.b.words), join(&p.a.grams, &p.b.grams)
	if p.n*p.m <= denseCells && max(p.n, p.m) <= denseSide {
		p.measureAll()
	} else {
		p.measureSome()
	}
	if furniture {
		p.lines()
		return p.ctx.Err()
	}
	p.sim.addSupport(p.floor)
	for _, step := range []func(){p.rank, p.anchors, p.gaps, p.moves, p.free, p.absorb} {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		step()
	}
	return p.ctx.Err()
}

// rank finds the best partners of every sentence.
func (p *pair) rank() {
	p.rowBest, p.colBest = nobody(p.n), nobody(p.m)
	for i := range int32(p.n) {
		ks, row := p.sim.row(i)
		for c, s := range row {
			if s > 0 {
				k := column(ks, c)
				p.rowBest[i].offer(s, k)
				p.colBest[k].offer(s, i)
			}
		}
	}
}

func nobody(n int) []best {
	out := make([]best, n)
	for i := range out {
		out[i].at, out[i].next = -1, -1
	}
	return out
}

// link links two sentences by a rule that asked for need and found score.
func (p *pair) link(l link, r rule, score, need float32) {
	p.ofA[l.i] = append(p.ofA[l.i], l.k)
	p.ofB[l.k] = append(p.ofB[l.k], l.i)
	if p.traced != nil {
		p.traced[l] = reason{r, min(1, score), need}
	}
}

func (p *pair) unlink(l link) {
	p.ofA[l.i] = without(p.ofA[l.i], l.k)
	p.ofB[l.k] = without(p.ofB[l.k], l.i)
}

func without(s []int32, x int32) []int32 {
	out := s[:0]
	for _, y := range s {
		if y != x {
			out = append(out, y)
		}
	}
	return out
}
