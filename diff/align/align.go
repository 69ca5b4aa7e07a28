package align

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"wirediff/diff/text"
)

// Stories aligns a and b. The result depends only on the two texts, and
// Stories(b, a) is Stories(a, b).Invert().
// The only error is ctx's.
func Stories(ctx context.Context, a, b *text.Story) (Alignment, error) {
	return Pair(ctx, Prepare(a), Prepare(b))
}

// Pair is Stories for callers that align many pairs and prepare every story
// once.
func Pair(ctx context.Context, a, b *Features) (Alignment, error) {
	if order(a.story, b.story) > 0 {
		al, err := Pair(ctx, b, a)
		return al.Invert(), err
	}
	al := Alignment{A: a.story, B: b.story}
	for l := range a.layers {
		p := newPair(ctx, &a.layers[l], &b.layers[l])
		if err := p.run(l > 0); err != nil {
			return Alignment{A: a.story, B: b.story}, err
		}
		al.Groups = append(al.Groups, p.groups(a.story, b.story)...)
		if l == 0 {
			al.Related = p.related()
		}
	}
	al.settle()
	return al, nil
}

// order decides which of two stories is aligned as the first, by their text
// alone; the other way round is the same result inverted. Stories that are
// equal to it align with themselves, which has no direction.
func order(a, b *text.Story) int {
	if c := cmp.Compare(len(a.Sentences), len(b.Sentences)); c != 0 {
		return c
	}
	for i := range a.Sentences {
		x, y := &a.Sentences[i], &b.Sentences[i]
		if c := cmp.Or(strings.Compare(x.Of(a.Body), y.Of(b.Body)), cmp.Compare(x.Role, y.Role)); c != 0 {
			return c
		}
		if c := slices.CompareFunc(a.Tokens[x.Tokens.From:x.Tokens.To], b.Tokens[y.Tokens.From:y.Tokens.To],
			func(s, t text.Token) int { return cmp.Compare(s.Key, t.Key) }); c != 0 {
			return c
		}
	}
	return 0
}

// Invert returns the alignment seen from B to A. It shares the index slices.
func (al Alignment) Invert() Alignment {
	inv := Alignment{A: al.B, B: al.A, Groups: slices.Clone(al.Groups), Related: slices.Clone(al.Related)}
	for x := range inv.Groups {
		g := &inv.Groups[x]
		g.A, g.B, g.Kind = g.B, g.A, g.Kind.Invert()
	}
	for x := range inv.Related {
		r := &inv.Related[x]
		r.A, r.B = r.B, r.A
	}
	inv.settle()
	return inv
}

// settle puts groups and related pairs into the order Alignment promises.
func (al *Alignment) settle() {
	last := make([]int32, sentencesOf(al.B)) // of each sentence of B: first sentence of A of its group, -1 if none
	for x := range last {
		last[x] = -1
	}
	for _, g := range al.Groups {
		for _, k := range g.B {
			if len(g.A) > 0 {
				last[k] = g.A[0]
			}
		}
	}
	for k := 1; k < len(last); k++ {
		if last[k] < 0 {
			last[k] = last[k-1]
		}
	}
	place := func(g *Group) (a, b int32) {
		if len(g.A) > 0 {
			return g.A[0], -1
		}
		return last[g.B[0]], g.B[0]
	}
	slices.SortFunc(al.Groups, func(x, y Group) int {
		xa, xb := place(&x)
		ya, yb := place(&y)
		return cmp.Or(cmp.Compare(xa, ya), cmp.Compare(xb, yb))
	})
	slices.SortFunc(al.Related, func(x, y Related) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
}

func sentencesOf(s *text.Story) int {
	if s == nil {
		return 0
	}
	return len(s.Sentences)
}
