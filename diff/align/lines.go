package align

// lines links lines of furniture: equal ones, then similar ones of the same
// role, the most similar first. Their order says nothing.
func (p *pair) lines() {
	var all []scored
	for i := range int32(p.n) {
		ks, row := p.sim.row(i)
		for c, s := range row {
			l := link{i, column(ks, c)}
			if p.a.key[i] == p.b.key[l.k] {
				all = append(all, scored{l, 1 + s})
			} else if s >= lineSame && p.a.role[i] == p.b.role[l.k] {
				all = append(all, scored{l, s})
			}
		}
	}
	strongest(all)
	for _, f := range all {
		if p.isFree(f.link) {
			r := ruleFar
			if p.a.key[f.i] == p.b.key[f.k] {
				r = ruleSame
			}
			p.link(f.link, r, f.s, lineSame)
		}
	}
}
