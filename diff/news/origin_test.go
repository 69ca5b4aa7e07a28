package news

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
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

// TestOriginOrder loads a chain in every order: the answers go with the texts.
func TestOriginOrder(t *testing.T) {
	w := wire(24)
	a := reword(drop(w, 5, 11, 17, 23), 3, "quor")
	chain := [][]string{w, a, reword(drop(a, 4, 9, 15), 4, "zeb")}
	for _, order := range [][]int{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
		got := Origins(collate(t, chain[order[0]], chain[order[1]], chain[order[2]]))
		for v, text := range order {
			want := -1
			if text > 0 {
				want = slices.Index(order, text-1)
			}
			if got[v].Source != want {
				t.Errorf("order %v, version %d: source %d, want %d", order, v, got[v].Source, want)
			}
		}
	}
}

// TestOriginTwins: of two versions that hold the same, neither is the source;
// a date that says which came first decides only where one holds more.
func TestOriginTwins(t *testing.T) {
	w := wire(16)
	for _, versions := range [][][]string{
		{w, w},
		{reword(w, 4, "quor"), reword(w, 4, "zeb")},
	} {
		for v, o := range Origins(collate(t, versions...)) {
			if o.Verdict != CannotTell || o.Source != -1 {
				t.Errorf("twin %d: %s, source %d", v, o.Verdict, o.Source)
			}
		}
	}
}

// TestOriginLater: a fuller text of a later date is no source of an earlier one.
func TestOriginLater(t *testing.T) {
	w := wire(20)
	short := drop(w, 3, 7, 11, 15)
	for _, c := range []struct {
		full, cut string
		want      int
	}{
		{"2026-03-18", "2026-03-19", 0},
		{"2026-03-19", "2026-03-18", -1},
		{"", "", 0},
	} {
		src := []text.Source{
			{Name: "full", Body: strings.Join(w, "\n\n"), Date: text.Field{Value: c.full}},
			{Name: "cut", Body: strings.Join(short, "\n\n"), Date: text.Field{Value: c.cut}},
		}
		col, err := diff.Compare(context.Background(), src, diff.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := Origins(col)[1].Source; got != c.want {
			t.Errorf("full of %q, cut of %q: source %d, want %d", c.full, c.cut, got, c.want)
		}
	}
}

// TestOriginMixed plants a story from two wires and its own lines: each
// sentence has its own source, or none.
func TestOriginMixed(t *testing.T) {
	all := wire(40)
	x, y, own := all[:14], all[14:28], all[28:]
	mixed := slices.Concat(reword(x[:5], 2, "quor"), own[:2], reword(y[4:10], 3, "zeb"), x[9:11], own[5:6])
	want := []int{0, 0, 0, 0, 0, -1, -1, 1, 1, 1, 1, 1, 1, 0, 0, -1}
	if got := Origins(collate(t, x, y, mixed))[2]; !slices.Equal(got.Sentence, want) {
		t.Errorf("sources %v, want %v", got.Sentence, want)
	}
}

// TestOriginEvidence: the figures are those that were planted.
func TestOriginEvidence(t *testing.T) {
	all := wire(24)
	w, extra := all[:20], all[20:]
	a := slices.Concat(w[:10], extra[:3])         // half of the wire and three lines of its own
	b := slices.Concat(w[:10], extra[:3], w[15:]) // all of a, and five lines of the wire that a lacks
	o := Origins(collate(t, w, a, b))[1]
	e := o.Candidates[slices.IndexFunc(o.Candidates, func(e Evidence) bool { return e.Candidate == 2 })]
	if e.Contained != 1 || e.OnlyTwo != 3 || e.Theirs != 5 || e.Mine != 0 || e.Order != 1 {
		t.Errorf("%+v", e)
	}
	if o.Candidates[0].Candidate != 2 {
		t.Errorf("first of the candidates: %+v", o.Candidates[0])
	}
}

// TestOriginAgency: what somebody told an agency came from the agency, unless
// one of the versions is the agency's own.
func TestOriginAgency(t *testing.T) {
	const first = "The ferry sank on Monday off Selmar, a harbour pilot told Reuters.\n\nDivers found the bell on Tuesday.\n\nThe owner has not said how many were aboard.\n"
	const second = "The ferry sank on Monday off Selmar, a pilot told Reuters.\n\nDivers found the bell on Tuesday.\n"
	for name, want := range map[string]Verdict{"Harbour Gazette": CommonUnseen, "Reuters": LikelySource} {
		c, err := diff.Compare(context.Background(), []text.Source{{Name: name, Body: first}, {Name: "Evening Ledger", Body: second}}, diff.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := Origins(c)[1]; got.Verdict != want {
			t.Errorf("beside %s: %s, want %s: %+v", name, got.Verdict, want, got.Candidates)
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
