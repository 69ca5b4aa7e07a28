package align

import "context"

// pair is the work on one layer of two stories. Sentences are named by their
// place in the layer: i, n of the first story, k, m of the second. Its memory
// serves for the next layers, see start; what it returns is none of it.
type pair struct {
	ctx   context.Context
	a, b  *layer
	n, m  int
	words joint[uint32]
	grams joint[uint16]

	sim     matrix  // with support
	floor   float32 // similarity of unrelated sentences
	order   float32 // 0..1: how far the order of the stories is to be trusted
	rowBest []best
	colBest []best

	chain  []link // anchors in order
	off    []link // anchors out of order
	ofA    [][]int32
	ofB    [][]int32
	roomA  []int32         // of the first partners in ofA
	roomB  []int32         // in ofB
	traced map[link]reason // nil unless somebody asks why

	dense, sums, over []float32   // cells of short stories
	keys              [2][]uint64 // of one sentence of either story
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
	case s <= b.second: // most
	case s > b.s:
		b.s, b.second, b.at, b.next = s, b.s, at, b.at
	default:
		b.second, b.next = s, at
	}
}

// start prepares the work on two layers, in the memory of the work before.
func (p *pair) start(ctx context.Context, a, b *layer) {
	p.ctx, p.a, p.b, p.n, p.m = ctx, a, b, len(a.sent), len(b.sent)
	p.sim, p.floor, p.order = matrix{}, 0, 0
	p.rowBest, p.colBest = p.rowBest[:0], p.colBest[:0]
	p.chain, p.off = nil, p.off[:0]
	p.ofA, p.roomA = partners(p.ofA, p.roomA, p.n)
	p.ofB, p.roomB = partners(p.ofB, p.roomB, p.m)
}

// partners returns n empty lists with room for one partner each, which is
// what most sentences have.
func partners(lists [][]int32, first []int32, n int) (of [][]int32, rooms []int32) {
	lists, first = room(lists, n), room(first, n)
	for i := range lists {
		lists[i] = first[i : i : i+1]
	}
	return lists, first
}

// run links the sentences of the two layers.
func (p *pair) run(furniture bool) error {
	if p.n == 0 || p.m == 0 {
		return p.ctx.Err()
	}
	p.words.join(&p.a.words, &p.b.words)
	p.grams.join(&p.a.grams, &p.b.grams)
	if p.n*p.m <= denseCells && max(p.n, p.m) <= denseSide {
		p.measureAll()
	} else {
		p.measureSome()
	}
	if furniture {
		p.lines()
		return p.ctx.Err()
	}
	p.addSupport()
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
	p.rowBest, p.colBest = nobody(p.rowBest, p.n), nobody(p.colBest, p.m)
	for i := range int32(p.n) {
		ks, row := p.sim.row(i)
		own := best{at: -1, next: -1}
		for c, s := range row {
			if s > 0 {
				k := column(ks, c)
				own.offer(s, k)
				p.colBest[k].offer(s, i)
			}
		}
		p.rowBest[i] = own
	}
}

// nobody returns n sentences without a best partner, in the memory of out.
func nobody(out []best, n int) []best {
	out = room(out, n)
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
