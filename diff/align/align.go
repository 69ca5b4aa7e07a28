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
	return new(Aligner).Pair(ctx, Prepare(a), Prepare(b))
}

// Aligner aligns pairs one after the other and uses its memory again for the
// next; the zero value is ready. It is not for two goroutines at once.
type Aligner struct{ pair pair }

// Pair is Stories for callers that align many pairs and prepare every story
// once.
func (w *Aligner) Pair(ctx context.Context, a, b *Features) (Alignment, error) {
	if order(a.story, b.story) > 0 {
		al, err := w.Pair(ctx, b, a)
		return al.Invert(), err
	}
	al := Alignment{A: a.story, B: b.story}
	p := &w.pair
	for l := range a.layers {
		p.start(ctx, &a.layers[l], &b.layers[l])
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

// settle puts groups and related pairs into the order Alignment promises, the
// groups by counting: each goes to the sentence of A that it begins with, or,
// added, to the first one of the group before it in B (-1: before all).
func (al *Alignment) settle() {
	groupOf := make([]int32, sentencesOf(al.B))
	for g := range al.Groups {
		for _, k := range al.Groups[g].B {
			groupOf[k] = int32(g)
		}
	}
	each := func(visit func(g *Group, a int32)) {
		for g := range al.Groups {
			if as := al.Groups[g].A; len(as) > 0 {
				visit(&al.Groups[g], as[0])
			}
		}
		a := int32(-1)
		for k, g := range groupOf {
			switch x := &al.Groups[g]; {
			case len(x.A) > 0:
				a = x.A[0]
			case x.B[0] == int32(k):
				visit(x, a)
			}
		}
	}
	at := make([]int32, sentencesOf(al.A)+2) // at[a+1]: where the next group of a goes
	each(func(_ *Group, a int32) { at[a+2]++ })
	for a := 1; a < len(at); a++ {
		at[a] += at[a-1]
	}
	sorted := make([]Group, len(al.Groups))
	each(func(g *Group, a int32) {
		sorted[at[a+1]] = *g
		at[a+1]++
	})
	al.Groups = sorted
	slices.SortFunc(al.Related, func(x, y Related) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
}

func sentencesOf(s *text.Story) int {
	if s == nil {
		return 0
	}
	return len(s.Sentences)
}
