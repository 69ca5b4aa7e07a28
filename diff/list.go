package diff

import (
	"wirediff/diff/align"
)

// list writes pairs and rows of the canonical versions in load order.
func (c *Collation) list(canon *canon, pairs []Pair, hand *handiwork, rows []unit) {
	c.listPairs(canon, pairs)
	c.rowOf = make([][]int32, len(c.Versions))
	twins := make([][]int, len(canon.stories))
	for v, k := range canon.of {
		c.rowOf[v] = make([]int32, len(c.Versions[v].Sentences))
		twins[k] = append(twins[k], v)
	}
	c.Rows = make([]Row, len(rows))
	for r, u := range rows {
		cells := make([]Cell, len(c.Versions))
		for _, p := range u.cells {
			cell := p.cell(canon, hand)
			for _, v := range twins[p.version] {
				cells[v] = cell
				for _, s := range p.sentences {
					c.rowOf[v][s] = int32(r)
				}
			}
		}
		c.Rows[r] = Row{Cells: cells}
	}
}

func (p *piece) cell(canon *canon, hand *handiwork) Cell {
	c := Cell{Sentences: p.sentences}
	for _, s := range p.sentences {
		if p.moved || s < p.main[0] || s >= p.main[1] {
			c.Away = append(c.Away, s)
		}
		c.Hand = c.Hand || hand.linked[canon.node(int(p.version), s)]
	}
	c.Moved = len(c.Away) > 0
	return c
}

// listPairs lists the held pairs by load order; versions that are equal are
// aligned with themselves.
func (c *Collation) listPairs(canon *canon, pairs []Pair) {
	n, m := len(c.Versions), len(canon.stories)
	at := make([]int32, m*m) // canonical pair -> index into pairs plus one
	for i, p := range pairs {
		at[p.A*m+p.B] = int32(i) + 1
	}
	c.pairAt = make([]int32, n*n)
	for a := range n {
		for b := range n {
			c.pairAt[a*n+b] = -1
			if a >= b {
				continue
			}
			i, j := canon.of[a], canon.of[b]
			p := Pair{A: a, B: b}
			switch {
			case i == j:
				p.Alignment = identity(len(c.Versions[a].Sentences))
			case at[min(i, j)*m+max(i, j)] == 0:
				continue
			case i < j:
				p.Alignment = pairs[at[i*m+j]-1].Alignment
			default:
				p.Alignment = pairs[at[j*m+i]-1].Alignment.Invert()
			}
			p.Alignment.A, p.Alignment.B = c.Versions[a], c.Versions[b]
			c.pairAt[a*n+b] = int32(len(c.Pairs))
			c.Pairs = append(c.Pairs, p)
		}
	}
}

// identity aligns a story of n sentences with itself.
func identity(n int) (al align.Alignment) {
	for i := range int32(n) {
		al.Groups = append(al.Groups, align.Group{A: []int32{i}, B: []int32{i}, Kind: align.Same, Score: 1})
	}
	return al
}
