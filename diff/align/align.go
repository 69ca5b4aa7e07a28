// Package align pairs the sentences of two stories.
package align

import (
	"context"

	"wirediff/diff/text"
)

// Stories aligns a and b. The result depends only on the two texts, and
// Stories(b, a) is Stories(a, b).Invert().
// The only error is ctx's.
func Stories(ctx context.Context, a, b *text.Story) (Alignment, error) {
	al := Alignment{A: a, B: b} // SKELETON: equal text, in order
	j := 0
	for i := range a.Sentences {
		k := j
		for k < len(b.Sentences) && b.Text(k) != a.Text(i) {
			k++
		}
		if k == len(b.Sentences) {
			al.Groups = append(al.Groups, Group{A: []int32{int32(i)}, Kind: Cut})
			continue
		}
		for ; j < k; j++ {
			al.Groups = append(al.Groups, Group{B: []int32{int32(j)}, Kind: Added})
		}
		al.Groups = append(al.Groups, Group{A: []int32{int32(i)}, B: []int32{int32(j)}, Kind: Same, Score: 1})
		j++
	}
	for ; j < len(b.Sentences); j++ {
		al.Groups = append(al.Groups, Group{B: []int32{int32(j)}, Kind: Added})
	}
	return al, ctx.Err()
}

// Explain says why group g of al was linked.
func (al *Alignment) Explain(g int) Why { return Why{} }
