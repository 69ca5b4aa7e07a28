package align

import (
	"cmp"
	"slices"
)

// anchors finds the pairs that are beyond doubt and their heaviest chain in
// order: equal sentences that occur once on each side, and best partners in
// both directions with a margin. The strong ones out of order are kept: they
// are moves.
func (p *pair) anchors() {
	twin := twins(p.a.key, p.b.key)
	var all []link
	for i := range int32(p.n) {
		if twin[i] >= 0 {
			all = append(all, link{i, twin[i]})
		}
		if r := p.rowBest[i]; r.at >= 0 && r.at != twin[i] && p.mutual(i, anchorGain) {
			all = append(all, link{i, r.at})
		}
	}
	slices.SortFunc(all, byPlace)
	weight := make([]float32, len(all))
	for x, l := range all {
		weight[x] = p.sim.get(l.i, l.k)
	}
	p.chain = heaviest(all, weight)
	sure := 0
	for _, l := range p.chain {
		if p.sim.get(l.i, l.k) >= p.floor+orderGain {
			sure++
		}
	}
	p.order = min(1, float32(sure)/float32(min(p.n, p.m))/fullOrder)
	p.away(twin)
}

// away keeps the strong pairs off the chain.
func (p *pair) away(twin []int32) {
	onChain := make([]int32, p.n) // partner on the chain + 1
	for _, l := range p.chain {
		onChain[l.i] = l.k + 1
	}
	for i := range int32(p.n) {
		if k := twin[i]; k >= 0 && onChain[i] != k+1 {
			p.off = append(p.off, link{i, k})
		}
		l := link{i, p.rowBest[i].at}
		if l.k >= 0 && l.k != twin[i] && onChain[i] != l.k+1 && p.mutual(i, moveGain) && p.sim.get(l.i, l.k) >= p.moveNeed(l) {
			p.off = append(p.off, l)
		}
	}
}

func byPlace(x, y link) int { return cmp.Or(cmp.Compare(x.i, y.i), cmp.Compare(x.k, y.k)) }

// mutual reports whether sentence i and its best partner are each other's
// best, gain above the floor and with a margin.
func (p *pair) mutual(i int32, gain float32) bool {
	r := p.rowBest[i]
	c := p.colBest[r.at]
	return c.at == i && r.s >= p.floor+gain &&
		r.s-r.second >= anchorMargin && r.s-c.second >= anchorMargin
}

// twins returns for every sentence of a the sentence of b with the same key,
// if both are the only ones of their kind on their side; -1 otherwise.
func twins(a, b []uint64) []int32 {
	twin := make([]int32, len(a))
	for i := range twin {
		twin[i] = -1
	}
	x, y := singles(a), singles(b)
	for len(x) > 0 && len(y) > 0 {
		switch {
		case x[0].key < y[0].key:
			x = x[1:]
		case x[0].key > y[0].key:
			y = y[1:]
		default:
			twin[x[0].at] = y[0].at
			x, y = x[1:], y[1:]
		}
	}
	return twin
}

// single is a key and the one place where it occurs.
type single struct {
	key uint64
	at  int32
}

// singles returns the keys that occur once, ascending.
func singles(keys []uint64) []single {
	all := make([]single, len(keys))
	for i, k := range keys {
		all[i] = single{k, int32(i)}
	}
	slices.SortFunc(all, func(x, y single) int { return cmp.Compare(x.key, y.key) })
	out := all[:0]
	for x := 0; x < len(all); {
		y := x + 1
		for y < len(all) && all[y].key == all[x].key {
			y++
		}
		if y == x+1 {
			out = append(out, all[x])
		}
		x = y
	}
	return out
}
