package diff

import (
	"slices"
	"strings"

	"wirediff/diff/align"
	"wirediff/diff/edit"
	"wirediff/diff/text"
)

// Hand is a correction made by hand. Sentences are named by their place in
// their version, so a correction survives another base or another version.
// The later of two corrections of one pair holds; one whose sentences are
// not there any more is passed over.
type Hand struct {
	Op   HandOp
	A, B Place
}

// HandOp is what the hand said.
type HandOp uint8

const (
	Link   HandOp = iota // A and B belong together
	Unlink               // A and B do not belong together; as Never, but the window may ask again
	Never                // never these two, nor through other versions
)

// Place names a sentence: the version by [VersionName], the sentence by its
// exact text and how many equal ones stand before it.
type Place struct {
	Version  string
	Sentence string
	Nth      int
}

// VersionName names a version in a Place: its file and its name.
func VersionName(s *text.Story) string { return s.File + "\t" + s.Name }

// PlaceOf names a sentence of a story.
func PlaceOf(s *text.Story, sentence int32) Place {
	p := Place{Version: VersionName(s), Sentence: s.Text(int(sentence))}
	for i := range sentence {
		if s.Text(int(i)) == p.Sentence {
			p.Nth++
		}
	}
	return p
}

// Find returns the version and the sentence that p names, if they are among
// stories. A version that was renamed, or moved to another file under its
// name, is still found where that names one alone.
func (p Place) Find(stories []*text.Story) (version int, sentence int32, ok bool) {
	v := p.version(stories)
	if v < 0 {
		return 0, 0, false
	}
	nth := p.Nth
	for i := range stories[v].Sentences {
		if stories[v].Text(i) != p.Sentence {
			continue
		}
		if nth == 0 {
			return v, int32(i), true
		}
		nth--
	}
	return 0, 0, false
}

// FindVersion returns the version that p names, if it is among stories.
func (p Place) FindVersion(stories []*text.Story) (version int, ok bool) {
	v := p.version(stories)
	return v, v >= 0
}

func (p Place) version(stories []*text.Story) int {
	file, name, _ := strings.Cut(p.Version, "\t")
	tests := []func(s *text.Story) bool{
		func(s *text.Story) bool { return s.File == file && s.Name == name },
		func(s *text.Story) bool { return file != "" && s.File == file },
		func(s *text.Story) bool { return s.Name == name },
	}
	for _, fits := range tests {
		first := slices.IndexFunc(stories, fits)
		if first >= 0 && !slices.ContainsFunc(stories[first+1:], fits) {
			return first
		}
	}
	return -1
}

// handiwork is the corrections in terms of nodes; of versions that are equal
// all are corrected when one is.
type handiwork struct {
	canon     *canon
	links     [][2]int32        // nodes, ascending, in the order made
	apart     [][2]int32        // the same for what is not to be linked
	forbidden map[int32][]int32 // both ways
	linked    map[int32]bool
}

func newHandiwork(c *canon, stories []*text.Story, hands []Hand) *handiwork {
	h := &handiwork{canon: c, forbidden: map[int32][]int32{}, linked: map[int32]bool{}}
	last := map[[2]int32]HandOp{}
	var made [][2]int32
	for _, x := range hands {
		v, i, ok := x.A.Find(stories)
		w, j, ok2 := x.B.Find(stories)
		if !ok || !ok2 || c.of[v] == c.of[w] {
			continue
		}
		a, b := c.node(c.of[v], i), c.node(c.of[w], j)
		pair := [2]int32{min(a, b), max(a, b)}
		last[pair] = x.Op
		made = append(made, pair)
	}
	for k, p := range made {
		if slices.Contains(made[:k], p) {
			continue
		}
		if last[p] == Link {
			h.links = append(h.links, p)
			h.linked[p[0]], h.linked[p[1]] = true, true
			continue
		}
		h.apart = append(h.apart, p)
		h.forbidden[p[0]] = append(h.forbidden[p[0]], p[1])
		h.forbidden[p[1]] = append(h.forbidden[p[1]], p[0])
	}
	return h
}

// forbids reports whether a correction keeps one of nodes from the others.
func (h *handiwork) forbids(nodes []int32, other func(int32) bool) bool {
	if len(h.forbidden) == 0 {
		return false
	}
	for _, n := range nodes {
		if slices.ContainsFunc(h.forbidden[n], other) {
			return true
		}
	}
	return false
}

// correct applies the corrections to a pair's groups. What is to be apart is
// parted before anything is linked, so that a sentence can change its partner
// and a group of two and two can be taken apart crosswise, and once more
// after it, for linking joins whole groups.
func (h *handiwork) correct(p *Pair) {
	changed := h.each(p, h.apart, unlinkGroup)
	changed = h.each(p, h.links, linkGroups) || changed
	changed = h.each(p, h.apart, unlinkGroup) || changed
	if changed {
		arrange(p)
	}
}

// each applies one kind of correction and reports whether any was p's.
func (h *handiwork) each(p *Pair, list [][2]int32, apply func(groups []align.Group, a, b int32) []align.Group) bool {
	any := false
	for _, l := range list {
		if a, b, ok := h.within(p, l); ok {
			p.Groups = apply(p.Groups, a, b)
			any = true
		}
	}
	return any
}

// within returns the sentences of a pair of nodes if they are of p's
// versions, p.A's first.
func (h *handiwork) within(p *Pair, nodes [2]int32) (a, b int32, ok bool) {
	v, i := h.canon.sentence(nodes[0])
	w, j := h.canon.sentence(nodes[1])
	return i, j, int(v) == p.A && int(w) == p.B
}

// linkGroups makes one group of those of sentence a of A and b of B.
func linkGroups(groups []align.Group, a, b int32) []align.Group {
	var out []align.Group
	var one align.Group
	for _, g := range groups {
		if !slices.Contains(g.A, a) && !slices.Contains(g.B, b) {
			out = append(out, g)
			continue
		}
		one.A = append(one.A, g.A...)
		one.B = append(one.B, g.B...)
		one.Moved = one.Moved || g.Moved
	}
	slices.Sort(one.A)
	slices.Sort(one.B)
	one.Score = 1
	return append(out, one)
}

// unlinkGroup parts sentence a of A from b of B: the side that has more
// sentences in their group gives up its one, B's if neither has.
func unlinkGroup(groups []align.Group, a, b int32) []align.Group {
	var out []align.Group
	for _, g := range groups {
		if !slices.Contains(g.A, a) || !slices.Contains(g.B, b) {
			out = append(out, g)
			continue
		}
		switch {
		case len(g.A) > len(g.B):
			g.A = without(g.A, a)
			out = append(out, g, align.Group{A: []int32{a}, Kind: align.Cut})
		case len(g.B) > 1:
			g.B = without(g.B, b)
			out = append(out, g, align.Group{B: []int32{b}, Kind: align.Added})
		default:
			out = append(out, align.Group{A: []int32{a}, Kind: align.Cut}, align.Group{B: []int32{b}, Kind: align.Added})
		}
	}
	return out
}

// without returns a copy of s that lacks x.
func without(s []int32, x int32) []int32 {
	return slices.DeleteFunc(slices.Clone(s), func(y int32) bool { return x == y })
}

// arrange names the kinds of p's groups anew and puts them into reading
// order of A, what is only in B after the group of what precedes it there.
func arrange(p *Pair) {
	at := make([]int32, len(p.Alignment.B.Sentences)) // place in A of the group of each sentence of B
	for i := range at {
		at[i] = -1
	}
	for k := range p.Groups {
		g := &p.Groups[k]
		g.Kind = kindOf(p, g)
		for _, j := range g.B {
			if len(g.A) > 0 {
				at[j] = g.A[0]
			}
		}
	}
	place := func(g align.Group) (inA, inB int32) {
		if len(g.A) > 0 {
			return g.A[0], -1
		}
		for j := g.B[0] - 1; j >= 0; j-- {
			if at[j] >= 0 {
				return at[j], g.B[0]
			}
		}
		return -1, g.B[0]
	}
	slices.SortStableFunc(p.Groups, func(g, h align.Group) int {
		ga, gb := place(g)
		ha, hb := place(h)
		if ga != ha {
			return int(ga - ha)
		}
		return int(gb - hb)
	})
	dropRelated(p)
}

// dropRelated drops related pairs of which a sentence is linked now.
func dropRelated(p *Pair) {
	linked := map[[2]int32]bool{} // side, sentence
	for _, g := range p.Groups {
		for _, i := range g.A {
			linked[[2]int32{0, i}] = len(g.B) > 0
		}
		for _, j := range g.B {
			linked[[2]int32{1, j}] = len(g.A) > 0
		}
	}
	p.Related = slices.DeleteFunc(slices.Clone(p.Related), func(r align.Related) bool {
		return linked[[2]int32{0, r.A}] || linked[[2]int32{1, r.B}]
	})
}

// kindOf names what became of a group, as package align does.
func kindOf(p *Pair, g *align.Group) align.Kind {
	switch {
	case len(g.B) == 0:
		return align.Cut
	case len(g.A) == 0:
		return align.Added
	}
	a, b := p.Alignment.A, p.Alignment.B
	status, _ := judge(a, b, g.A, g.B, shapeOf(len(g.A), len(g.B)), func() float32 {
		return new(edit.Differ).Changed(a, b, g.A, g.B)
	})
	switch status {
	case Kept:
		return align.Same
	case Style:
		return align.Style
	case Split:
		return align.Split
	case Merged:
		return align.Merged
	case Recast:
		return align.Recast
	}
	return align.Edited
}
