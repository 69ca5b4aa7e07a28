package align

import "slices"

// absorb lets sentences that are still free join a link nearby as a further
// part of a split or merged sentence.
func (p *pair) absorb() {
	rarity := p.rarity()
	extra := joinRare*max(0, rarity) + joinOften*min(0, rarity)
	for range joinRounds {
		for _, v := range []view{p.fromB(), p.fromA()} {
			v.free, v.extra = freeShare(v.of), extra
			for x := range int32(len(v.of)) {
				if h := v.host(x); h.at >= 0 {
					p.link(v.link(x, h.at), ruleJoined, h.mark, h.need)
				}
			}
		}
	}
}

// rarity is 1 where no sentence seems to be split or merged, 0 where joinUsual
// of the linked ones do, -1 where twice as many or more do.
func (p *pair) rarity() float32 {
	linked, several := 0, 0
	for _, v := range []view{p.fromB(), p.fromA()} {
		v.free = freeShare(v.of)
		hosts := make([]bool, len(v.back))
		for x := range int32(len(v.of)) {
			if h := v.host(x); h.at >= 0 {
				hosts[h.at] = true
			}
		}
		linked = 0
		for y, partners := range v.back {
			if len(partners) > 0 {
				linked++
			}
			if len(partners) > 1 || hosts[y] {
				several++
			}
		}
	}
	return max(-1, 1-float32(several)/(joinUsual*float32(max(1, linked))))
}

// view is a pair seen from one of its stories: own sentences are named x and
// z, sentences of the other story y.
type view struct {
	p          *pair
	flip       bool // own is b
	own, other *space[uint32]
	to, from   []int32   // common numbers of own's, of other's words
	of, back   [][]int32 // partners of own's, of other's sentences
	best       []best
	free       float32 // share of own sentences without a partner; set by absorb
	extra      float32 // what joining needs more; likewise
}

func (p *pair) fromA() view {
	w := &p.words
	return view{p, false, w.a, w.b, w.toA, w.toB, p.ofA, p.ofB, p.rowBest, 0, 0}
}

func (p *pair) fromB() view {
	w := &p.words
	return view{p, true, w.b, w.a, w.toB, w.toA, p.ofB, p.ofA, p.colBest, 0, 0}
}

func freeShare(of [][]int32) float32 {
	n := 0
	for _, partners := range of {
		if len(partners) == 0 {
			n++
		}
	}
	return float32(n) / float32(max(1, len(of)))
}

func (v *view) sim(x, y int32) float32 {
	if v.flip {
		return v.p.sim.get(y, x)
	}
	return v.p.sim.get(x, y)
}

// link is the link of own sentence x and sentence y of the other story.
func (v *view) link(x, y int32) link {
	if v.flip {
		return link{y, x}
	}
	return link{x, y}
}

// host is a sentence that another may belong to as a further part.
type host struct {
	at         int32   // -1 if none
	rank       float32 // by which hosts are compared
	mark, need float32 // what speaks for it, and what was asked
}

// host returns the sentence of the other story that sentence x belongs to as
// a further part; none if x is not free.
func (v *view) host(x int32) host {
	top := host{at: -1}
	if len(v.of[x]) > 0 {
		return top
	}
	var before, after []int32
	if x > 0 {
		before = v.of[x-1]
	}
	if int(x)+1 < len(v.of) {
		after = v.of[x+1]
	}
	options := append(slices.Clone(before), after...)
	if b := v.best[x].at; b >= 0 {
		options = append(options, b)
	}
	slices.Sort(options)
	for _, y := range slices.Compact(options) {
		between := slices.Contains(before, y) && slices.Contains(after, y)
		if h := v.joins(x, y, between); h.rank > top.rank {
			top = h
		}
	}
	return top
}

// joins judges sentence x as a further part of y.
func (v *view) joins(x, y int32, between bool) host {
	found, all := v.residual(x, y)
	if all == 0 {
		return host{at: -1}
	}
	share := found / all
	s := v.sim(x, y)
	mark := share + joinSame*max(0, s-v.p.floor) - joinRate*v.free
	if v.best[x].at != y {
		mark -= joinAlien
	}
	need := joinMark + v.extra
	if !slices.ContainsFunc(v.back[y], func(z int32) bool { return max(z-x, x-z) <= joinNear }) {
		need += joinFar + thinGain*max(0, 1-found/thinMass)
	}
	switch {
	case mark >= need && v.fits(x, y):
		return host{y, share + s, mark, need}
	case between && share >= joinBetween:
		return host{y, share + s, share, joinBetween}
	}
	return host{at: -1}
}

// residual is the weight of the words of sentence x that sentence y holds and
// that y's partners do not account for, and the weight of all words of x.
func (v *view) residual(x, y int32) (found, all float32) {
	other := v.other.row(y)
	at := 0
	for _, f := range v.own.row(x) {
		g := v.to[f]
		w := v.p.words.idf[g]
		all += w
		for at < len(other) && v.from[other[at]] < g {
			at++
		}
		if at < len(other) && v.from[other[at]] == g && !v.accounted(f, y) {
			found += w
		}
	}
	return found, all
}

// accounted reports whether a partner of y holds own word f.
func (v *view) accounted(f uint32, y int32) bool {
	for _, z := range v.back[y] {
		if _, ok := slices.BinarySearch(v.own.row(z), f); ok {
			return true
		}
	}
	return false
}

// fits reports whether y and its partners still cover each other as well with
// x among them.
func (v *view) fits(x, y int32) bool {
	with := append(slices.Clone(v.back[y]), x)
	if v.flip {
		return v.p.cover([]int32{y}, with) >= v.p.cover([]int32{y}, v.back[y])-joinLoss
	}
	return v.p.cover(with, []int32{y}) >= v.p.cover(v.back[y], []int32{y})-joinLoss
}
