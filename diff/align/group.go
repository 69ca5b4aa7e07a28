package align

import (
	"slices"
	"strings"

	"wirediff/diff/text"
)

// groups turns the links into groups: the connected sentences of both sides,
// and every sentence without a link alone.
func (p *pair) groups(a, b *text.Story) []Group {
	out := make([]Group, 0, p.n+p.m)
	var at []link // first sentences of the linked groups
	var weight []float32
	seen := make([]bool, p.n)
	room := make([]int32, 0, p.n+p.m) // every sentence is in one group
	for i := range int32(p.n) {
		if seen[i] {
			continue
		}
		as, bs := p.connected(i)
		room = append(append(room, as...), bs...)
		bs = slices.Clip(room[len(room)-len(bs):])
		as = slices.Clip(room[len(room)-len(bs)-len(as) : len(room)-len(bs)])
		for _, x := range as {
			seen[x] = true
		}
		g := Group{Kind: Cut}
		if len(bs) > 0 {
			g.Kind, g.Score = p.kind(a, b, as, bs)
			g.Unsure = g.Kind > Style && p.unsure(as, bs)
			at = append(at, link{as[0], bs[0]})
			weight = append(weight, p.size(as, bs))
		}
		g.A, g.B = p.a.numbers(as), p.b.numbers(bs)
		out = append(out, g)
	}
	markMoved(out, at, heaviest(at, weight))
	for k := range int32(p.m) {
		if len(p.ofB[k]) == 0 {
			room = append(room, p.b.sent[k])
			out = append(out, Group{B: slices.Clip(room[len(room)-1:]), Kind: Added})
		}
	}
	return out
}

// numbers turns places in the layer into sentence numbers, in place.
func (l *layer) numbers(at []int32) []int32 {
	for x, i := range at {
		at[x] = l.sent[i]
	}
	return at
}

// connected returns the sentences linked with i directly or through others.
func (p *pair) connected(i int32) (as, bs []int32) {
	if bs = p.ofA[i]; len(bs) == 0 || len(bs) == 1 && len(p.ofB[bs[0]]) == 1 {
		return []int32{i}, bs
	}
	as, bs = []int32{i}, nil
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

// size is what moving a group costs: its words on both sides.
func (p *pair) size(as, bs []int32) float32 {
	n := 1
	for _, i := range as {
		n += len(p.words.a.row(i))
	}
	for _, k := range bs {
		n += len(p.words.b.row(k))
	}
	return float32(n)
}

// markMoved marks the linked groups outside the chain.
func markMoved(groups []Group, at, chain []link) {
	c, x := 0, 0
	for g := range groups {
		if groups[g].Kind == Cut {
			continue
		}
		if c < len(chain) && chain[c] == at[x] {
			c++
		} else {
			groups[g].Moved = true
		}
		x++
	}
}

// kind names what became of as in bs, with the score of the link.
func (p *pair) kind(a, b *text.Story, as, bs []int32) (Kind, float32) {
	if len(as) > 1 || len(bs) > 1 {
		score := min(1, p.cover(as, bs))
		switch {
		case len(as) == 1:
			return Split, score
		case len(bs) == 1:
			return Merged, score
		}
		return Recast, score
	}
	i, k := as[0], bs[0]
	x, y := p.a.sent[i], p.b.sent[k]
	switch {
	case p.a.key[i] == p.b.key[k] && sameText(a.Text(int(x)), b.Text(int(y))):
		return Same, 1
	case p.a.key[i] == p.b.key[k]:
		return Style, 1
	}
	score := min(1, p.sim.get(i, k))
	p.keys[0], p.keys[1] = appendKeys(p.keys[0][:0], a, x), appendKeys(p.keys[1][:0], b, y)
	if changed(p.keys[0], p.keys[1]) > RecastShare {
		return Recast, score
	}
	return Edited, score
}

// sameText compares two texts, white space apart.
func sameText(a, b string) bool {
	return a == b || slices.Equal(strings.Fields(a), strings.Fields(b))
}

// appendKeys appends the keys of a sentence that are compared.
func appendKeys(out []uint64, s *text.Story, i int32) []uint64 {
	r := s.Sentences[i].Tokens
	for _, t := range s.Tokens[r.From:r.To] {
		if t.Key != 0 {
			out = append(out, t.Key)
		}
	}
	return out
}

// changed is the share of words of a and b outside their longest common
// subsequence. Sentences above recastTokens are compared by their ends only.
func changed(a, b []uint64) float32 {
	all, same := len(a)+len(b), 0
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b, same = a[1:], b[1:], same+1
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b, same = a[:len(a)-1], b[:len(b)-1], same+1
	}
	enough := float32(all) * (1 - RecastShare) / 2
	if float32(same) < enough && len(a) <= recastTokens && len(b) <= recastTokens {
		same += common(a, b)
	}
	return 1 - 2*float32(same)/float32(max(1, all))
}

// common is the length of the longest common subsequence of a and b.
func common(a, b []uint64) int {
	var buf [64]int
	row := append(buf[:0], make([]int, len(b)+1)...)
	for _, x := range a {
		diagonal := 0
		for k, y := range b {
			up := row[k+1]
			if x == y {
				row[k+1] = diagonal + 1
			} else {
				row[k+1] = max(up, row[k])
			}
			diagonal = up
		}
	}
	return row[len(b)]
}

// unsure reports whether a link is weak, or whether a sentence outside the
// group would do nearly as well.
func (p *pair) unsure(as, bs []int32) bool {
	rival := false
	for _, i := range as {
		r := p.rowBestOf(i)
		rival = rival || len(as) == 1 && closeRival(r, bs)
	}
	for _, k := range bs {
		rival = rival || len(bs) == 1 && closeRival(p.colBestOf(k), as)
	}
	return p.alike(as, bs) < p.floor+unsureGain || rival
}

// closeRival reports whether the best or second best partner is outside the
// group and within unsureMargin of the other.
func closeRival(r best, in []int32) bool {
	out := r.at >= 0 && !slices.Contains(in, r.at)
	return out || r.next >= 0 && !slices.Contains(in, r.next) && r.s-r.second < unsureMargin
}

func (p *pair) rowBestOf(i int32) best { return bestOf(p.rowBest, i) }
func (p *pair) colBestOf(k int32) best { return bestOf(p.colBest, k) }

// bestOf returns nobody where the layer was not ranked.
func bestOf(all []best, x int32) best {
	if len(all) == 0 {
		return best{at: -1, next: -1}
	}
	return all[x]
}

// related lists pairs of free sentences that are near enough to be shown,
// each sentence at most once, the most similar first served.
func (p *pair) related() []Related {
	var all []scored
	for i := range int32(p.n) {
		if len(p.ofA[i]) > 0 || p.m == 0 {
			continue
		}
		ks, row := p.sim.row(i)
		for c, s := range row {
			if k := column(ks, c); s >= p.floor+relatedGain && len(p.ofB[k]) == 0 {
				all = append(all, scored{link{i, k}, s})
			}
		}
	}
	strongest(all)
	usedA, usedB := make([]bool, p.n), make([]bool, p.m)
	var out []Related
	for _, f := range all {
		if !usedA[f.i] && !usedB[f.k] {
			usedA[f.i], usedB[f.k] = true, true
			out = append(out, Related{p.a.sent[f.i], p.b.sent[f.k], min(1, f.s)})
		}
	}
	return out
}
