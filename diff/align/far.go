package align

import (
	"cmp"
	"slices"
)

// scored is a link with its similarity.
type scored struct {
	link
	s float32
}

// strongest sorts links by similarity, equal ones by place.
func strongest(all []scored) {
	slices.SortFunc(all, func(x, y scored) int { return cmp.Or(cmp.Compare(y.s, x.s), byPlace(x.link, y.link)) })
}

// moves links the strong anchors out of order, the strongest first. A move
// takes the place of links in order that are clearly weaker.
func (p *pair) moves() {
	var all []scored
	for _, l := range p.off {
		all = append(all, scored{l, p.sim.get(l.i, l.k)})
	}
	strongest(all)
	for _, f := range all {
		rivals := p.rivals(f.link)
		if slices.ContainsFunc(rivals, func(r link) bool { return p.sim.get(r.i, r.k) >= f.s-moveOver }) {
			continue
		}
		for _, r := range rivals {
			p.unlink(r)
		}
		p.link(f.link, ruleFar, f.s, p.floor+moveGain+p.thin(f.link))
	}
}

// rivals returns the links that share a sentence with l.
func (p *pair) rivals(l link) []link {
	var out []link
	for _, k := range p.ofA[l.i] {
		out = append(out, link{l.i, k})
	}
	for _, i := range p.ofB[l.k] {
		if i != l.i {
			out = append(out, link{i, l.k})
		}
	}
	return out
}

// free links sentences still free with their best partner wherever it
// stands, the strongest pairs first.
func (p *pair) free() {
	t := p.floor + freeGain + freeOrder*p.order
	var all []scored
	for i := range int32(p.n) {
		ks, row := p.sim.row(i)
		for c, s := range row {
			if s < t {
				continue
			}
			l := link{i, column(ks, c)}
			if p.rowBest[i].at != l.k && p.colBest[l.k].at != i {
				continue
			}
			if a, b := p.isFree(l); (a || b) && s >= t+p.thin(l) {
				all = append(all, scored{l, s})
			}
		}
	}
	strongest(all)
	for _, f := range all {
		a, b := p.isFree(f.link)
		if a && b || (a || b) && f.s >= t+freeTaken && p.brings(f.link, a) {
			p.link(f.link, ruleFar, f.s, t+p.thin(f.link))
		}
	}
}

func (p *pair) isFree(l link) (a, b bool) { return len(p.ofA[l.i]) == 0, len(p.ofB[l.k]) == 0 }

// brings reports whether the free sentence of l, the one of a or the one of
// b, holds enough that the other's partners do not.
func (p *pair) brings(l link, ofA bool) bool {
	v, x, y := p.fromB(), l.k, l.i
	if ofA {
		v, x, y = p.fromA(), l.i, l.k
	}
	found, all := v.residual(x, y)
	return found >= freeJoin*all && v.fits(x, y)
}
