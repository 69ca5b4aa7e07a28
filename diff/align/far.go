package align

import (
	"cmp"
	"slices"
)

// moves links the strong anchors out of order, the strongest first. A move
// takes the place of links in order that are clearly weaker.
func (p *pair) moves() {
	slices.SortStableFunc(p.off, func(x, y link) int { return cmp.Compare(p.at(y.i, y.k), p.at(x.i, x.k)) })
	for _, l := range p.off {
		s := p.at(l.i, l.k)
		var rivals []link
		for _, k := range p.ofA[l.i] {
			rivals = append(rivals, link{l.i, k})
		}
		for _, i := range p.ofB[l.k] {
			if i != l.i {
				rivals = append(rivals, link{i, l.k})
			}
		}
		if slices.ContainsFunc(rivals, func(r link) bool { return p.at(r.i, r.k) >= s-moveOver }) {
			continue
		}
		for _, r := range rivals {
			p.unlink(r.i, r.k)
		}
		p.link(l.i, l.k, ruleFar)
	}
}

// free links sentences still free with their best partner wherever it
// stands, the strongest pairs first.
func (p *pair) free() {
	t := p.floor + freeGain + freeOrder*p.order
	type far struct {
		link
		s float32
	}
	var all []far
	for i := range int32(p.n) {
		for k := range int32(p.m) {
			s := p.at(i, k)
			if s < t || p.rowBest[i].at != k && p.colBest[k].at != i {
				continue
			}
			if len(p.ofA[i]) == 0 || len(p.ofB[k]) == 0 {
				all = append(all, far{link{i, k}, s})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y far) int { return cmp.Compare(y.s, x.s) })
	for _, f := range all {
		freeA, freeB := len(p.ofA[f.i]) == 0, len(p.ofB[f.k]) == 0
		if freeA && freeB || (freeA || freeB) && f.s >= t+freeTaken {
			p.link(f.i, f.k, ruleFar)
		}
	}
}
