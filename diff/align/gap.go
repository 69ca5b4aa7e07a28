package align

import "math"

// gaps links the anchors in order and, by dynamic programming, what stands
// between them.
func (p *pair) gaps() {
	var from link
	for _, l := range append(p.chain, link{int32(p.n), int32(p.m)}) {
		p.gap(from, l)
		if l.i < int32(p.n) {
			r := ruleAnchor
			if p.a.key[l.i] == p.b.key[l.k] {
				r = ruleSame
			}
			p.link(l.i, l.k, r)
		}
		from = link{l.i + 1, l.k + 1}
	}
}

// bead is a step of the dynamic programme: so many sentences of a and of b.
type bead struct{ a, b int8 }

// gap finds the heaviest monotone sequence of links in the rectangle from
// (inclusive) to (exclusive). A link weighs what its similarity exceeds the
// gap's threshold by; see weights.go.
func (p *pair) gap(from, to link) {
	n, m := int(to.i-from.i), int(to.k-from.k)
	if n <= 0 || m <= 0 {
		return
	}
	t := p.gapThreshold(n, m)
	w := m + 1
	total := make([]float32, (n+1)*w)
	step := make([]bead, (n+1)*w)
	for i := 0; i <= n; i++ {
		for k := 0; k <= m; k++ {
			c := i*w + k
			best, by := float32(0), bead{}
			if i > 0 {
				best, by = total[c-w], bead{1, 0}
			}
			if k > 0 && (i == 0 || total[c-1] > best) {
				best, by = total[c-1], bead{0, 1}
			}
			if i > 0 && k > 0 {
				p.beads(from.i+int32(i)-1, from.k+int32(k)-1, i, k, t, func(b bead, gain float32) {
					if v := total[c-int(b.a)*w-int(b.b)] + gain; v > best {
						best, by = v, b
					}
				})
			}
			total[c], step[c] = best, by
		}
	}
	for i, k := n, m; i > 0 || k > 0; {
		s := step[i*w+k]
		for x := range int(s.a) * min(1, int(s.b)) {
			for y := range int(s.b) {
				p.link(from.i+int32(i-1-x), from.k+int32(k-1-y), ruleGap)
			}
		}
		i, k = i-int(s.a), k-int(s.b)
	}
}

func (p *pair) gapThreshold(n, m int) float32 {
	return p.floor + gapGain + gapDoubt*(1-p.order) + gapSide*float32(math.Log2(float64(max(n, m))))
}

// beads offers the links that end at sentences i and k: one to one, one to
// many, many to one. left is how many sentences of each side the gap holds up
// to there.
func (p *pair) beads(i, k int32, leftA, leftB int, t float32, offer func(bead, float32)) {
	s := p.at(i, k)
	if s > t {
		offer(bead{1, 1}, s-t)
	}
	if s <= t*memberShare {
		return
	}
	top := s
	for l := 2; l <= min(maxBead, leftB); l++ {
		x := p.at(i, k-int32(l)+1)
		if x <= t*memberShare {
			break
		}
		top = max(top, x)
		if g := (p.cover(i, 1, k-int32(l)+1, l)+top)/2 - t; g > 0 {
			offer(bead{1, int8(l)}, g*(1+memberGain*float32(l-1)))
		}
	}
	top = s
	for l := 2; l <= min(maxBead, leftA); l++ {
		x := p.at(i-int32(l)+1, k)
		if x <= t*memberShare {
			break
		}
		top = max(top, x)
		if g := (p.cover(i-int32(l)+1, l, k, 1)+top)/2 - t; g > 0 {
			offer(bead{int8(l), 1}, g*(1+memberGain*float32(l-1)))
		}
	}
}

// cover is coverOf for la sentences of a from i and lb of b from k.
func (p *pair) cover(i int32, la int, k int32, lb int) float32 {
	return p.coverOf(run(i, la), run(k, lb))
}

func run(from int32, n int) []int32 {
	out := make([]int32, n)
	for x := range out {
		out[x] = from + int32(x)
	}
	return out
}

// coverOf is the weight of the words that as and bs share, over the geometric
// mean of the weights of both sides.
func (p *pair) coverOf(as, bs []int32) float32 {
	var sa, sb wordSet
	for _, i := range as {
		sa.add(p.words.a.row(i), p.words.toA)
	}
	for _, k := range bs {
		sb.add(p.words.b.row(k), p.words.toB)
	}
	a, b := sa.sorted(), sb.sorted()
	idf := p.words.idf
	var both, wa, wb float32
	for _, f := range a {
		wa += idf[f]
	}
	for _, f := range b {
		wb += idf[f]
	}
	for x, y := 0, 0; x < len(a) && y < len(b); {
		f, g := a[x], b[y]
		if f == g {
			both += idf[f]
		}
		if f <= g {
			x++
		}
		if g <= f {
			y++
		}
	}
	if both == 0 {
		return 0
	}
	return both / float32(math.Sqrt(float64(wa*wb)))
}
