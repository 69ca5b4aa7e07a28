package align

import (
	"math"
	"slices"
)

// cover is the weight of the words that sentences as and bs share, over the
// geometric mean of the weights of both sides.
func (p *pair) cover(as, bs []int32) float32 {
	var bufA, bufB [128]int32
	a := union(bufA[:0], p.words.a, p.words.toA, as)
	b := union(bufB[:0], p.words.b, p.words.toB, bs)
	idf := p.words.idf
	var both, onA, onB float32
	for _, f := range a {
		onA += idf[f]
	}
	for _, f := range b {
		onB += idf[f]
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
	return both / float32(math.Sqrt(float64(onA*onB)))
}

// union returns the words of the sentences at by common number, ascending.
func union(buf []int32, s *space[uint32], to, at []int32) []int32 {
	for _, i := range at {
		for _, f := range s.row(i) {
			buf = append(buf, to[f])
		}
	}
	if len(at) > 1 {
		slices.Sort(buf)
		buf = slices.Compact(buf)
	}
	return buf
}

// shared is the weight of the words that two sentences share.
func (p *pair) shared(l link) float32 {
	w := &p.words
	a, b := w.a.row(l.i), w.b.row(l.k)
	var sum float32
	for x, y := 0, 0; x < len(a) && y < len(b); {
		f, g := w.toA[a[x]], w.toB[b[y]]
		if f == g {
			sum += w.idf[f]
		}
		if f <= g {
			x++
		}
		if g <= f {
			y++
		}
	}
	return sum
}

// thin is what a link out of order needs above the usual because the words it
// rests on are few or common.
func (p *pair) thin(l link) float32 { return thinGain * max(0, 1-p.shared(l)/thinMass) }
