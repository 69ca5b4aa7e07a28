package align_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"wirediff/diff/align"
	"wirediff/diff/internal/workload"
	"wirediff/diff/text"
)

// TestWhyAddsUp: of every group the figures that explain it are complete and
// agree with each other and with the group.
func TestWhyAddsUp(t *testing.T) {
	heavy := workload.Edits{Reword: 700, Split: 100, Merge: 100, Move: 80, Cut: 150, Add: 150}
	for seed := range uint64(8) {
		edits := workload.Revision()
		if seed%2 == 1 {
			edits = heavy
		}
		w := workload.Versions(40, edits, seed)
		al := stories(t, text.FromSentences("a", "en", w.A), text.FromSentences("b", "en", w.B))
		for g := range al.Groups {
			checkWhy(t, &al, g)
		}
	}
}

func checkWhy(t *testing.T, al *align.Alignment, g int) {
	t.Helper()
	group, w := al.Groups[g], al.Explain(g)
	linked := len(group.A) > 0 && len(group.B) > 0
	if linked != (w.Rule != "") || w.Rule == "by hand" {
		t.Fatalf("%v: rule %q", group, w.Rule)
	}
	if linked && w.Score < w.Threshold {
		t.Errorf("%v: %s found %.4f, asked for %.4f", group, w.Rule, w.Score, w.Threshold)
	}
	single := len(group.A) == 1 && len(group.B) == 1
	if single && group.Kind > align.Style && (w.Score != group.Score || w.Alike != group.Score) {
		t.Errorf("%v: score %v, alike %v", group, w.Score, w.Alike)
	}
	if group.Kind <= align.Style && w.Rule != "identical text" && w.Rule != "out of order" && w.Rule != "gap" {
		t.Errorf("%v: rule %q", group, w.Rule)
	}
	if linked && group.Kind > align.Style && !group.Unsure && w.Alike < w.Sure {
		t.Errorf("%v is sure with %v, below %v", group, w.Alike, w.Sure)
	}
	if slices.Contains(group.B, w.RunnerA) || slices.Contains(group.A, w.RunnerB) || (w.RunnerA < 0) != (w.RunnerAS == 0) || (w.RunnerB < 0) != (w.RunnerBS == 0) {
		t.Errorf("%v: runners-up %d (%v), %d (%v)", group, w.RunnerA, w.RunnerAS, w.RunnerB, w.RunnerBS)
	}
	checkShared(t, al, &group, w.Shared)
}

// checkShared: every word that both sides hold is named, once, and the
// weights make up the whole.
func checkShared(t *testing.T, al *align.Alignment, group *align.Group, shared []align.SharedWord) {
	t.Helper()
	sum, named := 0.0, map[string]bool{}
	for i, s := range shared {
		sum += float64(s.Weight)
		if named[strings.ToLower(s.Word)] || i > 0 && s.Weight > shared[i-1].Weight {
			t.Errorf("%v: %v named twice or out of order", group, s)
		}
		named[strings.ToLower(s.Word)] = true
	}
	if len(shared) > 0 && math.Abs(sum-1) > 1e-4 {
		t.Errorf("%v: the weights make %.5f", group, sum)
	}
	here, there := wordsOf(al.A, group.A), wordsOf(al.B, group.B)
	for w := range here {
		if len(w) <= 4 && there[w] && !named[w] { // longer words may be named by another form
			t.Errorf("%v: %q is on both sides and not named: %v", group, w, shared)
		}
	}
	for w := range named {
		if !here[w] {
			t.Errorf("%v: %q is not in the first story", group, w)
		}
	}
}

func wordsOf(s *text.Story, sentences []int32) map[string]bool {
	out := map[string]bool{}
	for _, i := range sentences {
		for _, t := range s.Tokens[s.Sentences[i].Tokens.From:s.Sentences[i].Tokens.To] {
			if t.Key != 0 && t.Kind != text.Symbol {
				out[strings.ToLower(t.Of(s.Body))] = true
			}
		}
	}
	return out
}
