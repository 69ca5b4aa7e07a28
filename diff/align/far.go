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
		p.link(f.link, ruleFar, f.s, p.moveNeed(f.link))
	}
}

// moveNeed is the similarity that best partners out of order need.
func (p *pair) moveNeed(l link) float32 {
	return p.floor + moveGain + moveDoubt*(1-p.order) + p.thin(l)
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

// free links sentences still free on both sides that are best partners of one
// of them, wherever they stand, the strongest pairs first.
func (p *pair) free() {
	t := p.floor + freeGain + freeOrder*p.order
	var all []scored
	for i := range int32(p.n) {
		if len(p.ofA[i]) > 0 {
			continue
		}
		ks, row := p.sim.row(i)
		for c, s := range row {
			if s < t {
				continue
			}
			l := link{i, column(ks, c)}
			if (p.rowBest[i].at == l.k || p.colBest[l.k].at == i) && p.isFree(l) && s >= t+p.thin(l) {
				all = append(all, scored{l, s})
			}
		}
	}
	strongest(all)
	for _, f := range all {
		if p.isFree(f.link) {
			p.link(f.link, ruleFar, f.s, t+p.thin(f.link))
		}
	}
}

// isFree reports whether neither sentence of l has a partner.
func (p *pair) isFree(l link) bool { return len(p.ofA[l.i]) == 0 && len(p.ofB[l.k]) == 0 }
