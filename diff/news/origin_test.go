package news

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"wirediff/diff"
	"wirediff/diff/text"
)

// wire writes n sentences of invented words; the same n gives the same text.
func wire(n int) []string {
	rng := rand.New(rand.NewPCG(7, 11))
	var out []string
	for range n {
		var words []string
		for range 10 + rng.IntN(8) {
			words = append(words, fmt.Sprintf("%c%c%c%cen", 'b'+rune(rng.IntN(20)), 'a'+rune(rng.IntN(5)), 'd'+rune(rng.IntN(18)), 'o'-rune(rng.IntN(5))))
		}
		s := strings.Join(words, " ")
		out = append(out, strings.ToUpper(s[:1])+s[1:]+".")
	}
	return out
}

// reword changes two words of each k-th sentence, marked by tag.
func reword(in []string, k int, tag string) []string {
	out := append([]string(nil), in...)
	for i := range out {
		if i%k == 0 {
			f := strings.Fields(out[i])
			f[3], f[5] = tag+"ine", tag+"ose"
			out[i] = strings.Join(f, " ")
		}
	}
	return out
}

func drop(in []string, gone ...int) []string {
	var out []string
	for i, s := range in {
		keep := true
		for _, g := range gone {
			keep = keep && i != g
		}
		if keep {
			out = append(out, s)
		}
	}
	return out
}

func collate(t testing.TB, versions ...[]string) *diff.Collation {
	t.Helper()
	var src []text.Source
	for i, v := range versions {
		src = append(src, text.Source{Name: fmt.Sprint(i), Body: strings.Join(v, "\n\n")})
	}
	c, err := diff.Compare(context.Background(), src, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestOriginChain plants wire -> a -> b: each names the one before it.
func TestOriginChain(t *testing.T) {
	w := wire(24)
	a := reword(drop(w, 5, 11, 17, 23), 3, "quor")
	b := reword(drop(a, 4, 9, 15), 4, "zeb")
	got := Origins(collate(t, w, a, b))
	if got[1].Source != 0 || got[2].Source != 1 {
		t.Errorf("sources %d, %d; want 0, 1\n%+v\n%+v", got[1].Source, got[2].Source, got[1].Candidates, got[2].Candidates)
	}
	if got[0].Source != -1 {
		t.Errorf("the wire has a source: %+v", got[0])
	}
}

// TestOriginStar hides the wire behind three versions: none explains another.
func TestOriginStar(t *testing.T) {
	w := wire(24)
	a := reword(drop(w, 1, 4, 7, 10), 3, "quor")
	b := reword(drop(w, 2, 5, 8, 11), 4, "zeb")
	c := reword(drop(w, 0, 3, 6, 9), 5, "ryn")
	for v, o := range Origins(collate(t, a, b, c)) {
		if o.Verdict != CommonUnseen {
			t.Errorf("version %d: %s, source %d, want an unseen common source: %+v", v, o.Verdict, o.Source, o.Candidates[0])
		}
	}
}

// TestOriginUnrelated: texts that share nothing have no source.
func TestOriginUnrelated(t *testing.T) {
	w := wire(40)
	for _, o := range Origins(collate(t, w[:20], w[20:])) {
		if o.Verdict != CannotTell {
			t.Errorf("%+v", o)
		}
	}
}

// TestMeterAddsUp: the three counts make up the text; identical texts are all
// verbatim, unrelated ones all new.
func TestMeterAddsUp(t *testing.T) {
	w := wire(30)
	c := collate(t, w[:20], reword(drop(w[:20], 3, 7), 2, "quor"), w[:20], w[20:])
	r := c.Read(0)
	for v, m := range Meters(r) {
		if v == 0 {
			continue
		}
		if m.Words.Total() != c.Versions[v].Words() || m.Sentences.Total() != r.Tallies[v].Sentences {
			t.Errorf("version %d: %d words of %d, %d sentences of %d", v, m.Words.Total(), c.Versions[v].Words(), m.Sentences.Total(), r.Tallies[v].Sentences)
		}
	}
	m := Meters(r)
	if m[2].Words.Share() != 1 || m[3].Words.New != m[3].Words.Total() {
		t.Errorf("identical %v, unrelated %v", m[2].Words, m[3].Words)
	}
	if m[1].Words.Rewritten == 0 {
		t.Error("nothing rewritten in a reworded text")
	}
}

// TestShapes: a bottom trim is told from a hole, a lede promotion is seen.
func TestShapes(t *testing.T) {
	w := wire(20)
	trimmed := w[:15]
	holed := drop(w, 6, 7)
	raised := append([]string{w[7]}, drop(w, 7)...)
	got := Shapes(collate(t, w, trimmed, holed, raised).Read(0))
	if len(got[1].Trimmed) != 5 || len(got[1].Holes) != 0 {
		t.Errorf("trim: %+v", got[1])
	}
	if len(got[2].Trimmed) != 0 || len(got[2].Holes) != 1 || len(got[2].Holes[0]) != 2 {
		t.Errorf("hole: %+v", got[2])
	}
	if !got[3].Raised || got[3].Lede[0] != 7 {
		t.Errorf("lede: %+v", got[3])
	}
}
