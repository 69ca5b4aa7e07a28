package align

import "slices"

// absorb lets sentences that are still free join a link nearby as a further
// part of a split or merged sentence.
func (p *pair) absorb() {
	for k := range int32(p.m) {
		if len(p.ofB[k]) == 0 {
			if i := p.host(side{p.words.b, p.words.toB, p.ofB, p.colBest}, side{p.words.a, p.words.toA, p.ofA, p.rowBest}, k, func(x, y int32) float32 { return p.at(y, x) }); i >= 0 {
				p.link(i, k, ruleAbsorbed)
			}
		}
	}
	for i := range int32(p.n) {
		if len(p.ofA[i]) == 0 {
			if k := p.host(side{p.words.a, p.words.toA, p.ofA, p.rowBest}, side{p.words.b, p.words.toB, p.ofB, p.colBest}, i, p.at); k >= 0 {
				p.link(i, k, ruleAbsorbed)
			}
		}
	}
}

// side is what absorb needs to know about one story.
type side struct {
	words *space
	to    []int32
	of    [][]int32 // partners of its sentences
	best  []best
}

// host returns the sentence of the other story that free sentence x of this
// one belongs to as a further part, or -1.
func (p *pair) host(own, other side, x int32, at func(x, y int32) float32) int32 {
	var options []int32
	if x > 0 {
		options = append(options, own.of[x-1]...)
	}
	if int(x)+1 < len(own.of) {
		options = append(options, own.of[x+1]...)
	}
	if b := own.best[x].at; b >= 0 {
		options = append(options, b)
	}
	slices.Sort(options)
	found, top := int32(-1), float32(0)
	for _, y := range slices.Compact(options) {
		share := p.residual(own, other, x, y)
		near := slices.ContainsFunc(other.of[y], func(z int32) bool { return max(z-x, x-z) <= absorbNear })
		s := at(x, y)
		ok := near && share >= absorbShare || share >= absorbShare+absorbFar ||
			near && own.best[x].at == y && s >= p.floor+absorbGain
		if ok && share+s > top {
			found, top = y, share+s
		}
	}
	return found
}

// residual is the share of sentence x's words, by weight, that sentence y of
// the other story holds and y's partners do not account for.
func (p *pair) residual(own, other side, x, y int32) float32 {
	var taken wordSet
	for _, z := range other.of[y] {
		taken.add(own.words.row(z), own.to)
	}
	taken.sorted()
	var target wordSet
	target.add(other.words.row(y), other.to)
	var found, all float32
	for _, f := range own.words.row(x) {
		g := own.to[f]
		w := p.words.idf[g]
		all += w
		if target.has(g) && !taken.has(g) {
			found += w
		}
	}
	if all == 0 {
		return 0
	}
	return found / all
}
