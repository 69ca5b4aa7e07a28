package diff

import "iter"

// Node names a sentence of a version by their indices.
type Node struct {
	Version  int
	Sentence int32
}

// Edge is a link between two sentences of different versions that a pairwise
// alignment found. Joined says that the rows follow it: both are in one row.
type Edge struct {
	A, B   Node // A.Version < B.Version
	Score  float32
	Unsure bool
	Joined bool
}

// Links walks the links of all held pairs, in the order of Pairs: the same
// data as the rows, as a graph.
func (c *Collation) Links() iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		for i := range c.Pairs {
			p := &c.Pairs[i]
			for _, g := range p.Groups {
				for _, s := range g.A {
					for _, t := range g.B {
						e := Edge{A: Node{p.A, s}, B: Node{p.B, t}, Score: g.Score, Unsure: g.Unsure}
						e.Joined = c.RowOf(p.A, s) == c.RowOf(p.B, t)
						if !yield(e) {
							return
						}
					}
				}
			}
		}
	}
}
