package align

import (
	"cmp"
	"slices"
)

// anchors finds the pairs that are beyond doubt and their heaviest chain in
// order: equal sentences that occur once on each side, and best partners in
// both directions with a margin.
func (p *pair) anchors() {
	var all []link
	twin := p.twins()
	for i := range int32(p.n) {
		if k := twin[i]; k >= 0 {
			all = append(all, link{i, k})
		}
		if r := p.rowBest[i]; r.at >= 0 && r.at != twin[i] && p.mutual(i, r) {
			all = append(all, link{i, r.at})
		}
	}
	slices.SortFunc(all, byPlace)
	weight := make([]float32, len(all))
	for x, l := range all {
		weight[x] = p.at(l.i, l.k)
	}
	p.chain = heaviest(all, weight)
	if len(all) > 0 {
		inOrder := float32(len(p.chain)) / float32(len(all))
		anchored := float32(len(all)) / float32(min(p.n, p.m))
		p.order = min(1, inOrder*anchored/fullOrder)
	}
	p.offChain(all, twin)
}

func byPlace(x, y link) int { return cmp.Or(cmp.Compare(x.i, y.i), cmp.Compare(x.k, y.k)) }

// mutual reports whether sentence i and its best partner are an anchor.
func (p *pair) mutual(i int32, r best) bool {
	c := p.colBest[r.at]
	return c.at == i && r.s >= p.floor+anchorGain &&
		r.s-r.second >= anchorMargin && r.s-c.second >= anchorMargin
}

// twins returns for every sentence of a the sentence of b with equal keys, if
// both are the only ones of their kind on their side; -1 otherwise.
func (p *pair) twins() []int32 {
	type place struct {
		key uint64
		at  int32
	}
	once := func(keys []uint64) []place {
		all := make([]place, len(keys))
		for i, k := range keys {
			all[i] = place{k, int32(i)}
		}
		slices.SortFunc(all, func(x, y place) int { return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.at, y.at)) })
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
	twin := make([]int32, p.n)
	for i := range twin {
		twin[i] = -1
	}
	a, b := once(p.a.key), once(p.b.key)
	for x, y := 0, 0; x < len(a) && y < len(b); {
		switch {
		case a[x].key < b[y].key:
			x++
		case a[x].key > b[y].key:
			y++
		default:
			twin[a[x].at] = b[y].at
			x, y = x+1, y+1
		}
	}
	return twin
}

// offChain keeps the strong anchors out of order for later: they are moves.
func (p *pair) offChain(all []link, twin []int32) {
	c := 0
	for _, l := range all {
		if c < len(p.chain) && p.chain[c] == l {
			c++
			continue
		}
		if p.at(l.i, l.k) >= p.floor+moveGain || twin[l.i] == l.k {
			p.off = append(p.off, l)
		}
	}
}
