package align

import (
	"slices"
	"strings"

	"wirediff/diff/text"
)

// groups turns the links into groups: the connected sentences of both sides,
// and every sentence without a link alone.
func (p *pair) groups(a, b *text.Story) []Group {
	var out []Group
	var at []link // first sentences, to find moves by
	seen := make([]bool, p.n)
	for i := range int32(p.n) {
		if seen[i] {
			continue
		}
		as, bs := p.connected(i)
		for _, x := range as {
			seen[x] = true
		}
		g := Group{A: p.a.numbers(as), B: p.b.numbers(bs), Kind: Cut}
		if len(bs) > 0 {
			g.Kind, g.Score = p.kind(a, b, as, bs)
			at = append(at, link{as[0], bs[0]})
		} else {
			at = append(at, link{as[0], -1})
		}
		out = append(out, g)
	}
	p.markMoved(out, at)
	for k := range int32(p.m) {
		if len(p.ofB[k]) == 0 {
			out = append(out, Group{B: []int32{p.b.sent[k]}, Kind: Added})
		}
	}
	return out
}

func (l *layer) numbers(at []int32) []int32 {
	out := make([]int32, len(at))
	for x, i := range at {
		out[x] = l.sent[i]
	}
	return out
}

// connected returns the sentences linked with i directly or through others.
func (p *pair) connected(i int32) (as, bs []int32) {
	as = []int32{i}
	for x, y := 0, 0; x < len(as) || y < len(bs); {
		if x < len(as) {
			bs = addNew(bs, p.ofA[as[x]])
			x++
		} else {
			as = addNew(as, p.ofB[bs[y]])
			y++
		}
	}
	slices.Sort(as)
	slices.Sort(bs)
	return as, bs
}

func addNew(s, more []int32) []int32 {
	for _, x := range more {
		if !slices.Contains(s, x) {
			s = append(s, x)
		}
	}
	return s
}

// kind names what became of as in bs, and how sure the link is.
func (p *pair) kind(a, b *text.Story, as, bs []int32) (Kind, float32) {
	if len(as) == 1 && len(bs) == 1 {
		i, k := as[0], bs[0]
		switch {
		case p.a.key[i] != p.b.key[k]:
			return Edited, max(0, min(1, p.at(i, k)))
		case sameText(a.Text(int(p.a.sent[i])), b.Text(int(p.b.sent[k]))):
			return Same, 1
		}
		return Style, 1
	}
	score := p.coverOf(as, bs)
	switch {
	case len(as) == 1:
		return Split, score
	case len(bs) == 1:
		return Merged, score
	}
	return Recast, score
}

// sameText compares two texts, white space apart.
func sameText(a, b string) bool {
	return a == b || slices.Equal(strings.Fields(a), strings.Fields(b))
}

// markMoved marks the groups outside the heaviest increasing chain: the
// fewest sentences moved that explain the order.
func (p *pair) markMoved(groups []Group, at []link) {
	var links []link
	var weight []float32
	for x, l := range at {
		if l.k >= 0 {
			links = append(links, l)
			weight = append(weight, float32(len(groups[x].A)+len(groups[x].B)))
		}
	}
	chain := heaviest(links, weight)
	c := 0
	for x, l := range at {
		if l.k < 0 {
			continue
		}
		if c < len(chain) && chain[c] == l {
			c++
		} else {
			groups[x].Moved = true
		}
	}
}

// related lists pairs of free sentences that are the best left to each other
// and near the threshold.
func (p *pair) related() []Related {
	return nil
}
