package diff

import "slices"

// links is the pairwise alignment of the base and a version, by sentence.
type links struct {
	groups []group
	ofBase []int32 // sentence of the base -> index into groups, -1 for none
	ofMine []int32
}

// group is a group of an alignment that has both sides.
type group struct {
	base, mine []int32
	score      float32
	unsure     bool
	at         int // in Pair.Groups
}

// linksOf looks the pair of two versions up; empty if it is not held.
func (c *Collation) linksOf(base, v int) *links {
	l := &links{}
	p := c.held(min(base, v), max(base, v))
	if p == nil {
		return l
	}
	l.ofBase = none(len(c.Versions[base].Sentences))
	l.ofMine = none(len(c.Versions[v].Sentences))
	for at, x := range p.Groups {
		if len(x.A) == 0 || len(x.B) == 0 {
			continue
		}
		g := group{x.A, x.B, x.Score, x.Unsure, at}
		if v < base {
			g.base, g.mine = g.mine, g.base
		}
		for _, s := range g.base {
			l.ofBase[s] = int32(len(l.groups))
		}
		for _, s := range g.mine {
			l.ofMine[s] = int32(len(l.groups))
		}
		l.groups = append(l.groups, g)
	}
	return l
}

func none(n int) []int32 {
	s := make([]int32, n)
	for i := range s {
		s[i] = -1
	}
	return s
}

// whole returns the group that links exactly these sentences, nil if none does.
func (l *links) whole(theirs, mine []int32) *group {
	if l.groups == nil || l.ofBase[theirs[0]] < 0 {
		return nil
	}
	g := &l.groups[l.ofBase[theirs[0]]]
	if !slices.Equal(g.base, theirs) || !slices.Equal(g.mine, mine) {
		return nil
	}
	return g
}

// left returns the sentences of one side of a row that no group links to the
// other, if others of that side are linked; of and ofOther give the groups.
func (l *links) left(side, other, of, ofOther []int32) (left []int32) {
	if l.groups == nil || len(side) < 2 {
		return nil
	}
	for _, s := range side {
		if !meets(of[s], other, ofOther) {
			left = append(left, s)
		}
	}
	if len(left) == len(side) {
		return nil
	}
	return left
}

// meets reports whether group g holds one of the sentences, by their groups.
func meets(g int32, sentences, of []int32) bool {
	return g >= 0 && slices.ContainsFunc(sentences, func(s int32) bool { return of[s] == g })
}

// mergedAway reports whether the sentences of the base, whose row the version
// has nothing in, were merged into a sentence of another row.
func (l *links) mergedAway(theirs []int32) bool {
	return l.groups != nil && !slices.ContainsFunc(theirs, func(s int32) bool {
		return l.ofBase[s] < 0 || len(l.groups[l.ofBase[s]].base) == 1
	})
}

// splitOff reports whether the sentences of the version, whose row the base
// has nothing in, are parts split off a sentence of another row.
func (l *links) splitOff(mine []int32) bool {
	return l.groups != nil && !slices.ContainsFunc(mine, func(s int32) bool {
		return l.ofMine[s] < 0 || len(l.groups[l.ofMine[s]].mine) == 1
	})
}

// between returns the shape of what links theirs and mine directly, the best
// score among it and whether that one is unsure. Where nothing does, the
// numbers of sentences give the shape.
func (l *links) between(theirs, mine []int32) (form shape, score float32, unsure, direct bool) {
	form = shapeOf(len(theirs), len(mine))
	if l.groups == nil {
		return form, 0, false, false
	}
	found := oneToOne
	base, own := 0, 0
	last := int32(-1)
	for _, s := range theirs {
		g := l.ofBase[s]
		if g == last || !meets(g, mine, l.ofMine) {
			continue
		}
		x := &l.groups[g]
		found = found.and(shapeOf(len(x.base), len(x.mine)))
		base, own, last = base+len(x.base), own+len(x.mine), g
		if !direct || x.score > score {
			score, unsure, direct = x.score, x.unsure, true
		}
	}
	switch n, m := len(theirs)-base, len(mine)-own; {
	case direct && n == 0 && m == 0:
		form = found
	case direct && n > 0 && m > 0:
		form = found.and(shapeOf(n, m))
	}
	return form, score, unsure, direct
}
