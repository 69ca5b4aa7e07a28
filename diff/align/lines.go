package align

import (
	"cmp"
	"slices"
)

// lines links lines of furniture: equal ones, then similar ones of the same
// role, the most similar first; order does not matter to them.
func (p *pair) lines() {
	type line struct {
		link
		s float32
	}
	var all []line
	for i := range int32(p.n) {
		for k := range int32(p.m) {
			if p.a.key[i] == p.b.key[k] {
				all = append(all, line{link{i, k}, 2})
			} else if s := p.at(i, k); s >= lineGain && p.a.role[i] == p.b.role[k] {
				all = append(all, line{link{i, k}, s})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y line) int { return cmp.Compare(y.s, x.s) })
	for _, l := range all {
		if len(p.ofA[l.i]) == 0 && len(p.ofB[l.k]) == 0 {
			r := ruleFar
			if l.s > 1 {
				r = ruleSame
			}
			p.link(l.i, l.k, r)
		}
	}
}
