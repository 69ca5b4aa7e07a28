package diff

import (
	"cmp"
	"context"
	"slices"
)

// graph holds all sentences of all versions as nodes and the links of all
// pairs as edges, and grows units of content from them: an edge joins the
// units of its ends, heaviest edge first, unless a guard refuses.
type graph struct {
	canon    *canon
	hand     *handiwork
	edges    []edge
	near     [][]int32 // node -> nodes linked to it
	together map[[2]int32]bool
	aligned  func(v, w int32) bool // were these versions aligned?

	root    []int32
	members [][]int32 // root -> nodes, sorted
}

// edge is a link of two sentences of different versions.
type edge struct {
	a, b   int32 // nodes, a < b
	weight float32
	group  bool // of a split, merged or recast group
}

func newGraph(c *canon, pairs []Pair, hand *handiwork) *graph {
	n := len(c.version)
	g := &graph{canon: c, hand: hand, near: make([][]int32, n), together: map[[2]int32]bool{},
		root: make([]int32, n), members: make([][]int32, n)}
	single := make([]int32, n)
	for i := range single {
		single[i], g.root[i] = int32(i), int32(i)
		g.members[i] = single[i : i+1 : i+1]
	}
	for i := range pairs {
		g.addPair(&pairs[i])
	}
	g.aligned = alignedBy(len(c.stories), pairs)
	return g
}

// alignedBy returns a test for pairs of versions.
func alignedBy(n int, pairs []Pair) func(v, w int32) bool {
	if n <= AllPairs {
		return func(v, w int32) bool { return v != w }
	}
	was := make([]bool, n*n)
	for _, p := range pairs {
		was[p.A*n+p.B], was[p.B*n+p.A] = true, true
	}
	return func(v, w int32) bool { return was[int(v)*n+int(w)] }
}

func (g *graph) addPair(p *Pair) {
	for _, x := range p.Groups {
		if len(x.A) == 0 || len(x.B) == 0 {
			continue
		}
		for _, i := range x.A {
			for _, j := range x.B {
				a, b := g.canon.node(p.A, i), g.canon.node(p.B, j)
				g.edges = append(g.edges, edge{a, b, x.Score, len(x.A)+len(x.B) > 2})
				g.near[a] = append(g.near[a], b)
				g.near[b] = append(g.near[b], a)
			}
		}
		g.group(p.A, x.A)
		g.group(p.B, x.B)
	}
}

// group notes that a pairwise result put sentences of one version together.
func (g *graph) group(version int, sentences []int32) {
	for i, s := range sentences {
		for _, t := range sentences[i+1:] {
			g.together[[2]int32{g.canon.node(version, s), g.canon.node(version, t)}] = true
		}
	}
}

// units joins and returns the units of content, each a sorted list of nodes,
// ordered by their first node. O(E log E) for E links, and for every union
// that is tried the size of the units.
func (g *graph) units(ctx context.Context) ([][]int32, error) {
	for _, l := range g.hand.links {
		g.join(l[0], l[1], byHand)
	}
	slices.SortFunc(g.edges, func(e, f edge) int {
		return cmp.Or(cmp.Compare(f.weight, e.weight), cmp.Compare(e.a, f.a), cmp.Compare(e.b, f.b))
	})
	for i, e := range g.edges {
		need := minSupport
		if e.group && len(g.canon.stories) <= sideBySide {
			need = minGroupSupport
		}
		g.join(e.a, e.b, need)
		if i%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	var units [][]int32
	for i, r := range g.root {
		if int32(i) == r {
			units = append(units, g.members[i])
		}
	}
	slices.SortFunc(units, func(u, v []int32) int { return cmp.Compare(u[0], v[0]) })
	return units, nil
}

func (g *graph) find(a int32) int32 {
	for g.root[a] != a {
		g.root[a] = g.root[g.root[a]]
		a = g.root[a]
	}
	return a
}

// join makes one unit of those of a and b unless a guard refuses; need is the
// support asked for. A link by hand is refused only by another correction by
// hand.
func (g *graph) join(a, b int32, need float64) {
	a, b = g.find(a), g.find(b)
	if a == b {
		return
	}
	small, big := g.members[a], g.members[b]
	if len(small) > len(big) || len(small) == len(big) && a > b {
		a, b, small, big = b, a, big, small
	}
	if g.hand.forbids(small, func(n int32) bool { return g.find(n) == b }) {
		return
	}
	if need != byHand && !(g.fits(small, big) && g.supported(small, big, b, need)) {
		return
	}
	g.root[a] = b
	g.members[b] = mergeSorted(small, big)
	g.members[a] = nil
}

// fits is the first guard: two sentences of one version come into one unit
// only if some pairwise result put them together.
func (g *graph) fits(small, big []int32) bool {
	j := 0
	for i := 0; i < len(small); {
		v := g.canon.version[small[i]]
		in := i
		for in < len(small) && g.canon.version[small[in]] == v {
			in++
		}
		for j < len(big) && g.canon.version[big[j]] < v {
			j++
		}
		jn := j
		for jn < len(big) && g.canon.version[big[jn]] == v {
			jn++
		}
		if jn > j && !g.anyTogether(small[i:in], big[j:jn]) {
			return false
		}
		i, j = in, jn
	}
	return true
}

func (g *graph) anyTogether(as, bs []int32) bool {
	for _, a := range as {
		for _, b := range bs {
			if g.together[[2]int32{min(a, b), max(a, b)}] {
				return true
			}
		}
	}
	return false
}

// Support asked for: the share of the links possible between two units that
// must be there to join them.
const (
	// One of two lets a version in through either of two others, which is
	// where collating gains over pairs; a single weak link between two large
	// units is refused.
	minSupport = 0.25
	// One version of n that merges two sentences links their units by 1/(n-1)
	// of what is possible. Up to sideBySide versions, about what a window
	// shows, they become one row, "2-3"; one merger among many versions must
	// not tie the rows of all the others together.
	minGroupSupport = 0.12
	sideBySide      = 9
	byHand          = 0
)

// supported is the second guard: enough of the sentences that could be
// linked between the units are.
func (g *graph) supported(small, big []int32, bigRoot int32, need float64) bool {
	linked := 0
	for _, a := range small {
		for _, b := range g.near[a] {
			if g.find(b) == bigRoot {
				linked++
			}
		}
	}
	// Most unions need no count: the links there would do for all pairs.
	return float64(linked) >= need*float64(len(small)*len(big)) ||
		float64(linked) >= need*float64(g.possible(small, big))
}

// possible counts the pairs of nodes whose versions were aligned.
func (g *graph) possible(small, big []int32) (n int) {
	for _, a := range small {
		for _, b := range big {
			if g.aligned(g.canon.version[a], g.canon.version[b]) {
				n++
			}
		}
	}
	return n
}

// mergeSorted returns the elements of a and b in order.
func mergeSorted(a, b []int32) []int32 {
	out := make([]int32, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0] < b[0] {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}
