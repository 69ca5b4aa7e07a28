package align

import "slices"

// absorb lets sentences that are still free join a link nearby as a further
// part of a split or merged sentence.
func (p *pair) absorb() {
	for range joinRounds {
		v := p.fromB()
		v.free = freeShare(p.ofB)
		for k := range int32(p.m) {
			if i, mark := v.host(k); i >= 0 {
				p.link(link{i, k}, ruleJoined, mark, joinMark)
			}
		}
		v = p.fromA()
		v.free = freeShare(p.ofA)
		for i := range int32(p.n) {
			if k, mark := v.host(i); k >= 0 {
				p.link(link{i, k}, ruleJoined, mark, joinMark)
			}
		}
	}
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
}

func (p *pair) fromA() view {
	w := p.words
	return view{p, false, w.a, w.b, w.toA, w.toB, p.ofA, p.ofB, p.rowBest, 0}
}

func (p *pair) fromB() view {
	w := p.words
	return view{p, true, w.b, w.a, w.toB, w.toA, p.ofB, p.ofA, p.colBest, 0}
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

// host returns the sentence of the other story that sentence x belongs to as
// a further part, with its mark, or -1; also -1 if x is not free.
func (v *view) host(x int32) (host int32, mark float32) {
	if len(v.of[x]) > 0 {
		return -1, 0
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
	host = -1
	var top float32
	for _, y := range slices.Compact(options) {
		between := slices.Contains(before, y) && slices.Contains(after, y)
		if total, m := v.joins(x, y, between); total > top {
			host, top, mark = y, total, m
		}
	}
	return host, mark
}

// joins marks sentence x as a further part of y. total, by which hosts are
// compared, is 0 if it is none.
func (v *view) joins(x, y int32, between bool) (total, mark float32) {
	found, all := v.residual(x, y)
	if all == 0 {
		return 0, 0
	}
	share := found / all
	s := v.sim(x, y)
	mark = share + joinSame*max(0, s-v.p.floor) - joinRate*v.free
	if v.best[x].at != y {
		mark -= joinAlien
	}
	need := float32(joinMark)
	if !slices.ContainsFunc(v.back[y], func(z int32) bool { return max(z-x, x-z) <= joinNear }) {
		need += joinFar + thinGain*max(0, 1-found/thinMass)
	}
	if mark >= need && v.fits(x, y) || between && share >= joinBetween {
		return share + s, mark
	}
	return 0, 0
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
