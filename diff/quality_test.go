package diff_test

import (
	"slices"
	"testing"

	"wirediff/diff"
)

// pairF1 compares the pairs of sentences of different versions read off the
// rows with those that hold a sentence of the report in common.
func pairF1(t testing.TB, c *diff.Collation, lines [][]line) (precision, recall, f1 float64) {
	var hit, ours, gold float64
	for v, st := range c.Versions {
		if len(st.Sentences) != len(lines[v]) {
			t.Fatalf("version %d: %d sentences, made %d", v, len(st.Sentences), len(lines[v]))
		}
		for w := range v {
			same := func(i, j int32) bool {
				return slices.ContainsFunc(lines[v][i].from, func(k int) bool { return slices.Contains(lines[w][j].from, k) })
			}
			for i := range lines[v] {
				for j := range lines[w] {
					if same(int32(i), int32(j)) {
						gold++
					}
				}
			}
			for _, g := range c.Groups(v, w) {
				for _, i := range g[0] {
					for _, j := range g[1] {
						ours++
						if same(i, j) {
							hit++
						}
					}
				}
			}
		}
	}
	return hit / ours, hit / gold, 2 * hit / (ours + gold)
}

// TestQuality checks rows against how the versions were made.
func TestQuality(t *testing.T) {
	for _, q := range []struct {
		versions int
		rate     float64
		floor    float64
	}{{2, 0.2, 0.96}, {5, 0.1, 0.98}, {5, 0.25, 0.96}, {8, 0.25, 0.95}, {20, 0.1, 0.95}, {80, 0.1, 0.88}} {
		sources, lines := newNewsroom(11).known(q.versions, 30, q.rate)
		p, r, f := pairF1(t, compare(t, sources, diff.Options{}), lines)
		t.Logf("%d versions, rate %.2f: precision %.4f recall %.4f F1 %.4f", q.versions, q.rate, p, r, f)
		if f < q.floor {
			t.Errorf("F1 below %v", q.floor)
		}
	}
}
