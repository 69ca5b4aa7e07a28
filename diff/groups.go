package diff

import "slices"

// Groups reads what versions a and b share off the rows: for each row that
// both have, the groups of their sentences, in row order. Within a row the
// links found between the two themselves keep their groups; sentences of
// both sides without such a link, which belong together through other
// versions, follow as one group. What is left on one side alone is in the
// row through a merger elsewhere and has no partner.
//
//	row     a: 3 4    b: 5 6    direct links 3-5        groups 3=5 4=6
//	row     a: 3      b: 5 6    direct links 3-5        groups 3=5, not 6
func (c *Collation) Groups(a, b int) [][2][]int32 {
	direct := c.linksOf(a, b)
	var out [][2][]int32
	for i := range c.Rows {
		as, bs := c.Rows[i].Cells[a].Sentences, c.Rows[i].Cells[b].Sentences
		if len(as) == 0 || len(bs) == 0 {
			continue
		}
		if direct.groups == nil || len(as) == 1 && len(bs) == 1 {
			out = append(out, [2][]int32{as, bs})
			continue
		}
		out = append(out, direct.within(as, bs)...)
	}
	return out
}

// within returns the groups of a row's sentences.
func (l *links) within(as, bs []int32) (out [][2][]int32) {
	freeA, freeB := slices.Clone(as), slices.Clone(bs)
	last := int32(-1)
	for _, s := range as {
		g := l.ofBase[s]
		if g == last || !meets(g, bs, l.ofMine) {
			continue
		}
		last = g
		x := [2][]int32{both(as, l.groups[g].base), both(bs, l.groups[g].mine)}
		freeA, freeB = minus(freeA, x[0]), minus(freeB, x[1])
		out = append(out, x)
	}
	if len(freeA) > 0 && len(freeB) > 0 {
		out = append(out, [2][]int32{freeA, freeB})
	}
	return out
}

// both returns the elements of s that are in o, too.
func both(s, o []int32) []int32 {
	return slices.DeleteFunc(slices.Clone(s), func(x int32) bool { return !slices.Contains(o, x) })
}

// minus returns the elements of s that are not in o.
func minus(s, o []int32) []int32 {
	return slices.DeleteFunc(slices.Clone(s), func(x int32) bool { return slices.Contains(o, x) })
}
