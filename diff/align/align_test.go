package align_test

import (
	"context"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"wirediff/diff/align"
	"wirediff/diff/text"
)

func story(sentences ...string) *text.Story { return text.FromSentences("v", "en", sentences) }

func stories(t testing.TB, a, b *text.Story) align.Alignment {
	t.Helper()
	al, err := align.Stories(context.Background(), a, b)
	if err != nil {
		t.Fatal(err)
	}
	return al
}

// sentence draws a few words of a small alphabet.
var sentence = rapid.Custom(func(t *rapid.T) string {
	s := ""
	for _, w := range rapid.SliceOfN(rapid.SampledFrom([]string{"mayor", "bridge", "closed", "Tuesday", "river", "council", "vote", "41"}), 1, 6).Draw(t, "words") {
		s += w + " "
	}
	return s + "."
})

func TestInvertLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := story(rapid.SliceOfN(sentence, 0, 8).Draw(t, "a")...)
		b := story(rapid.SliceOfN(sentence, 0, 8).Draw(t, "b")...)
		ab, _ := align.Stories(context.Background(), a, b)
		ba, _ := align.Stories(context.Background(), b, a)
		if got := ba.Invert(); !reflect.DeepEqual(ab.Groups, got.Groups) {
			t.Fatalf("a to b %v\nb to a, inverted %v", ab.Groups, got.Groups)
		}
	})
}

func TestEverySentenceOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := story(rapid.SliceOfN(sentence, 0, 8).Draw(t, "a")...)
		b := story(rapid.SliceOfN(sentence, 0, 8).Draw(t, "b")...)
		al, _ := align.Stories(context.Background(), a, b)
		seenA, seenB := make([]int, len(a.Sentences)), make([]int, len(b.Sentences))
		for _, g := range al.Groups {
			for _, i := range g.A {
				seenA[i]++
			}
			for _, k := range g.B {
				seenB[k]++
			}
		}
		for _, n := range append(seenA, seenB...) {
			if n != 1 {
				t.Fatalf("a sentence is in %d groups: %v", n, al.Groups)
			}
		}
	})
}
