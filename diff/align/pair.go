package align

import "context"

// pair is the work on one layer of two stories. Sentences are named by their
// place in the layer: i, n of the first, k, m of the second.
type pair struct {
	a, b         *layer
	n, m         int
	words, grams *joint
	sim          []float32 // n rows of m
	floor        float32   // similarity of unrelated sentences

	rowBest, colBest []best
	chain            []link  // anchors in order
	off              []link  // strong anchors out of order
	order            float32 // 0..1: how far the order is to be trusted
	ofA, ofB         [][]int32
	rules            map[link]rule
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
	ruleAbsorbed
)

func (r rule) String() string {
	return [...]string{"identical text", "anchor", "gap", "out of order", "absorbed"}[r]
}

// best is the best and second best similarity of a row or column.
type best struct {
	s, second float32
	at        int32 // -1 if none is above zero
}

func (b *best) offer(s float32, at int32) {
	switch {
	case s > b.s:
		b.s, b.second, b.at = s, b.s, at
	case s > b.second:
		b.second = s
	}
}

// alignLayer links the sentences of two layers.
func alignLayer(ctx context.Context, a, b *layer, furniture bool) (*pair, error) {
	p := &pair{a: a, b: b, n: len(a.sent), m: len(b.sent), rules: map[link]rule{}}
	p.ofA, p.ofB = make([][]int32, p.n), make([][]int32, p.m)
	if p.n == 0 || p.m == 0 {
		return p, nil
	}
	p.words, p.grams = join(&a.words, &b.words), join(&a.grams, &b.grams)
	p.dense()
	if furniture {
		p.lines()
		return p, ctx.Err()
	}
	p.rank()
	p.anchors()
	p.gaps()
	p.moves()
	p.free()
	for range absorbRounds {
		p.absorb()
	}
	return p, ctx.Err()
}

func (p *pair) at(i, k int32) float32 { return p.sim[int(i)*p.m+int(k)] }

// rank finds the best partners of every sentence.
func (p *pair) rank() {
	p.rowBest, p.colBest = make([]best, p.n), make([]best, p.m)
	for i := range p.rowBest {
		p.rowBest[i].at = -1
	}
	for k := range p.colBest {
		p.colBest[k].at = -1
	}
	for i := range int32(p.n) {
		for k := range int32(p.m) {
			if s := p.at(i, k); s > 0 {
				p.rowBest[i].offer(s, k)
				p.colBest[k].offer(s, i)
			}
		}
	}
}

func (p *pair) link(i, k int32, r rule) {
	p.ofA[i] = append(p.ofA[i], k)
	p.ofB[k] = append(p.ofB[k], i)
	p.rules[link{i, k}] = r
}

func (p *pair) unlink(i, k int32) {
	p.ofA[i] = without(p.ofA[i], k)
	p.ofB[k] = without(p.ofB[k], i)
	delete(p.rules, link{i, k})
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
