package align

import (
	"cmp"
	"context"
	"slices"

	"wirediff/diff/text"
)

// reason is what a step of the method linked two sentences for: the figure it
// looked at and what it asked for.
type reason struct {
	rule        rule
	score, need float32
}

// Explain says why group g of al was linked; of a cut or added sentence it
// names the nearest sentence of the other story. It aligns the two stories
// again to find out, so that alignments nobody asks about stay small.
func (al *Alignment) Explain(g int) Why {
	group := &al.Groups[g]
	if order(al.A, al.B) > 0 { // as they were aligned
		w := explain(al.B, al.A, group.B, group.A, true)
		w.RunnerA, w.RunnerB, w.RunnerAS, w.RunnerBS = w.RunnerB, w.RunnerA, w.RunnerBS, w.RunnerAS
		return w
	}
	return explain(al.A, al.B, group.A, group.B, false)
}

// explain says why sentences as of a and bs of b were linked. The words they
// share are written as in a, or with flip as in b.
func explain(a, b *text.Story, as, bs []int32, flip bool) Why {
	fa, fb := Prepare(a), Prepare(b)
	x := 0
	if !counted(a, as) || !counted(b, bs) {
		x = 1
	}
	p := &pair{traced: map[link]reason{}}
	p.start(context.Background(), &fa.layers[x], &fb.layers[x])
	if p.run(x == 1) != nil || p.n == 0 || p.m == 0 {
		return Why{RunnerA: -1, RunnerB: -1}
	}
	as, bs = p.a.places(as), p.b.places(bs)
	w := p.why(as, bs)
	if v := p.fromA(); !flip {
		w.Shared = v.sharedWords(a, p.a.sent, as, bs)
	} else {
		v = p.fromB()
		w.Shared = v.sharedWords(b, p.b.sent, bs, as)
	}
	return w
}

// counted reports whether the sentences, if there are any, are of the body.
func counted(s *text.Story, numbers []int32) bool {
	return len(numbers) == 0 || s.Sentences[numbers[0]].Role.Counted()
}

// places turns sentence numbers into places in the layer.
func (l *layer) places(numbers []int32) []int32 {
	var out []int32
	for _, n := range numbers {
		if i, ok := slices.BinarySearch(l.sent, n); ok {
			out = append(out, int32(i))
		}
	}
	return out
}

// why explains the link of sentences as and bs but for the words they share.
func (p *pair) why(as, bs []int32) Why {
	w := Why{RunnerA: -1, RunnerB: -1, Rule: "by hand"}
	found := false
	for _, i := range as {
		for _, k := range bs {
			r, ok := p.traced[link{i, k}]
			if ok && (!found || r.score-r.need > w.Score-w.Threshold) {
				w.Score, w.Threshold, w.Rule = r.score, r.need, r.rule.String()
				found = true
			}
		}
	}
	if len(as) == 0 || len(bs) == 0 {
		w.Rule = ""
	}
	if len(as) > 0 && len(p.rowBest) > 0 {
		if k, s := p.runner(p.rowBest[as[0]], bs); k >= 0 {
			w.RunnerA, w.RunnerAS = p.b.sent[k], min(1, s)
		}
	}
	if len(bs) > 0 && len(p.colBest) > 0 {
		if i, s := p.runner(p.colBest[bs[0]], as); i >= 0 {
			w.RunnerB, w.RunnerBS = p.a.sent[i], min(1, s)
		}
	}
	w.Alike, w.Sure = p.alike(as, bs), p.floor+unsureGain
	return w
}

// alike returns the highest similarity between a sentence of as and one of bs.
func (p *pair) alike(as, bs []int32) float32 {
	var top float32
	for _, i := range as {
		for _, k := range bs {
			top = max(top, p.sim.get(i, k))
		}
	}
	return min(1, top)
}

// runner returns the best partner outside the group.
func (p *pair) runner(r best, in []int32) (at int32, s float32) {
	if r.at >= 0 && !slices.Contains(in, r.at) {
		return r.at, r.s
	}
	if r.next >= 0 && !slices.Contains(in, r.next) {
		return r.next, r.second
	}
	return -1, 0
}

// sharedWords lists the words of own sentences xs of s whose stems occur in
// the other story's ys.
func (v *view) sharedWords(s *text.Story, numbers, xs, ys []int32) []SharedWord {
	there := union(nil, v.other, v.from, ys)
	var out []SharedWord
	var seen []int32
	var total float32
	c := new(counter)
	for _, x := range xs {
		for _, t := range tokensOf(s, numbers[x]) {
			for _, h := range c.stems(s, t) {
				n, ok := slices.BinarySearch(v.own.vocab, h)
				if !ok {
					continue
				}
				f := v.to[n]
				if _, ok := slices.BinarySearch(there, f); !ok || slices.Contains(seen, f) {
					continue
				}
				weight := v.p.words.idf[f] * v.p.words.idf[f]
				out = append(out, SharedWord{t.Of(s.Body), weight})
				seen, total = append(seen, f), total+weight
			}
		}
	}
	for x := range out {
		out[x].Weight /= total
	}
	slices.SortStableFunc(out, func(x, y SharedWord) int { return cmp.Compare(y.Weight, x.Weight) })
	return out
}

func tokensOf(s *text.Story, i int32) []text.Token {
	r := s.Sentences[i].Tokens
	return s.Tokens[r.From:r.To]
}

// stems returns the hashes of one token.
func (c *counter) stems(s *text.Story, t text.Token) []uint32 {
	c.words, c.inner = c.words[:0], c.inner[:0]
	if t.Key != 0 {
		c.fold(t.Of(s.Body))
		c.addWord(false)
	}
	return c.words
}
