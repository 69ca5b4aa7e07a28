package align

import (
	"math"
	"slices"
)

// gaps links the anchors in order and what stands between them.
func (p *pair) gaps() {
	var from link
	for _, to := range append(p.chain, link{int32(p.n), int32(p.m)}) {
		p.gap(from, to)
		if to.i == int32(p.n) {
			return
		}
		r := ruleAnchor
		if p.a.key[to.i] == p.b.key[to.k] {
			r = ruleSame
		}
		p.link(to, r, p.sim.get(to.i, to.k), p.floor+anchorGain)
		from = link{to.i + 1, to.k + 1}
	}
}

// gap finds the heaviest monotone sequence of links in the rectangle between
// from (inclusive) and to (exclusive).
func (p *pair) gap(from, to link) {
	n, m := int(to.i-from.i), int(to.k-from.k)
	switch {
	case n <= 0 || m <= 0 || p.ctx.Err() != nil:
	case n*m <= gapCells || p.sim.at == nil:
		p.gapFull(from, n, m)
	default:
		p.gapChain(from, to)
	}
}

// gapThreshold is the similarity a link needs in a gap of n by m sentences.
func (p *pair) gapThreshold(n, m int) float32 {
	long := float32(max(n, m))
	return p.floor + gapGain + gapDoubt*(1-p.order) +
		gapSide*float32(math.Log2(float64(long))) + gapSkew*float32(max(n-m, m-n))/long
}

// bead is a step of the dynamic programme: so many sentences of a and of b.
type bead struct{ a, b int8 }

// gapFull is dynamic programming over 1-1, 1-n, n-1, 1-0 and 0-1 beads in a
// gap of n by m sentences, as in Gale & Church (1993) but with similarities:
// a link weighs what it has above the gap's threshold.
func (p *pair) gapFull(from link, n, m int) {
	t := p.gapThreshold(n, m)
	w := m + 1
	total := make([]float32, (n+1)*w)
	step := make([]bead, (n+1)*w)
	for i := 0; i <= n; i++ {
		for k := 0; k <= m; k++ {
			c := i*w + k
			if i > 0 {
				total[c], step[c] = total[c-w], bead{1, 0}
			}
			if k > 0 && (i == 0 || total[c-1] > total[c]) {
				total[c], step[c] = total[c-1], bead{0, 1}
			}
			if i == 0 || k == 0 {
				continue
			}
			at := link{from.i + int32(i) - 1, from.k + int32(k) - 1}
			s := p.sim.get(at.i, at.k)
			if g := s - t; g > 0 && total[c-w-1]+g > total[c] {
				total[c], step[c] = total[c-w-1]+g, bead{1, 1}
			}
			if s <= t*memberShare {
				continue
			}
			for l := 2; l <= maxBead; l++ {
				if g := p.split(at, l, t); l <= k && g > 0 && total[c-w-l]+g > total[c] {
					total[c], step[c] = total[c-w-l]+g, bead{1, int8(l)}
				}
				if g := p.merge(at, l, t); l <= i && g > 0 && total[c-l*w-1]+g > total[c] {
					total[c], step[c] = total[c-l*w-1]+g, bead{int8(l), 1}
				}
			}
		}
	}
	p.trace(from, n, m, t, step)
}

// trace walks back through the steps of gapFull and links what they link.
func (p *pair) trace(from link, n, m int, t float32, step []bead) {
	for i, k := n, m; i > 0 || k > 0; {
		s := step[i*(m+1)+k]
		at := link{from.i + int32(i) - 1, from.k + int32(k) - 1}
		if s.a > 0 && s.b > 0 {
			score := p.score(at, s, t)
			for x := range int32(s.a) {
				for y := range int32(s.b) {
					p.link(link{at.i - x, at.k - y}, ruleGap, score, t)
				}
			}
		}
		i, k = i-int(s.a), k-int(s.b)
	}
}

// score is the figure of the bead that ends at at, which t was asked of.
func (p *pair) score(at link, s bead, t float32) float32 {
	switch {
	case s.b > 1:
		return t + p.split(at, int(s.b), t)/(1+memberGain*float32(s.b-1))
	case s.a > 1:
		return t + p.merge(at, int(s.a), t)/(1+memberGain*float32(s.a-1))
	}
	return p.sim.get(at.i, at.k)
}

// split weighs the link of sentence at.i with the l sentences up to at.k.
func (p *pair) split(at link, l int, t float32) float32 {
	var one, top float32
	ks := make([]int32, 0, maxBead)
	for k := at.k; k > at.k-int32(l); k-- {
		s := p.sim.get(at.i, k)
		if s <= t*memberShare {
			return 0
		}
		top = max(top, s)
		one = max(one, p.cover([]int32{at.i}, []int32{k}))
		ks = append(ks, k)
	}
	return beadGain(p.cover([]int32{at.i}, ks), one, top, l, t)
}

// merge weighs the link of the l sentences up to at.i with sentence at.k.
func (p *pair) merge(at link, l int, t float32) float32 {
	var one, top float32
	is := make([]int32, 0, maxBead)
	for i := at.i; i > at.i-int32(l); i-- {
		s := p.sim.get(i, at.k)
		if s <= t*memberShare {
			return 0
		}
		top = max(top, s)
		one = max(one, p.cover([]int32{i}, []int32{at.k}))
		is = append(is, i)
	}
	return beadGain(p.cover(is, []int32{at.k}), one, top, l, t)
}

// beadGain weighs a link of l members from what all of them cover, the best
// of them covers, and the highest similarity.
func beadGain(all, one, top float32, l int, t float32) float32 {
	if all < one {
		return 0
	}
	return ((all+top)/2 - t) * (1 + memberGain*float32(l-1))
}

// gapChain links a large gap of a long text by the heaviest chain of its
// measured cells, one to one.
func (p *pair) gapChain(from, to link) {
	t := p.gapThreshold(int(to.i-from.i), int(to.k-from.k))
	var cells []link
	var weight []float32
	for i := from.i; i < to.i; i++ {
		ks, row := p.sim.row(i)
		c, _ := slices.BinarySearch(ks, from.k)
		for ; c < len(ks) && ks[c] < to.k; c++ {
			if row[c] > t {
				cells = append(cells, link{i, ks[c]})
				weight = append(weight, row[c]-t)
			}
		}
	}
	for _, l := range heaviest(cells, weight) {
		p.link(l, ruleGap, p.sim.get(l.i, l.k), t)
	}
}
