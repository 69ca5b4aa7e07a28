package diff_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"wirediff/diff"
)

// TestPresets checks the presets against set arithmetic on the rows.
func TestPresets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := compare(t, genSources(t), diff.Options{})
		n := len(c.Versions)
		r := c.Read(0)
		want := map[diff.Preset][]int{}
		for i := range c.Rows {
			have := 0
			for v := range n {
				if hasCounted(r, i, v) {
					have++
				}
			}
			add := func(p diff.Preset, fits bool) {
				if fits {
					want[p] = append(want[p], i)
				}
			}
			add(diff.AllRows, have > 0)
			add(diff.InAll, have == n)
			add(diff.MissingOne, have > 0 && have == n-1)
			add(diff.OnlyOne, have == 1)
			add(diff.NotInBase, have > 0 && !hasCounted(r, i, 0))
		}
		for p := diff.AllRows; p <= diff.NotInBase; p++ {
			if got := r.Preset(p, nil); !slices.Equal(got, want[p]) {
				t.Fatalf("%v: %v, want %v", p, got, want[p])
			}
		}
		for _, i := range r.Preset(diff.MovedRows, nil) {
			if !slices.ContainsFunc(r.Verdicts[i], func(d diff.Verdict) bool { return d.Moved }) {
				t.Fatalf("row %d has nothing moved", i)
			}
		}
	})
}

// TestGroupsAndLinks checks that what Groups pairs shares a row, that every
// link that the rows follow is among the groups, and that both ways agree.
func TestGroupsAndLinks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := compare(t, genSources(t), diff.Options{})
		paired := map[[2]diff.Node]bool{}
		for a := range c.Versions {
			for b := range c.Versions {
				if a == b {
					continue
				}
				for _, g := range c.Groups(a, b) {
					for _, i := range g[0] {
						for _, j := range g[1] {
							if c.RowOf(a, i) != c.RowOf(b, j) {
								t.Fatalf("%d of %d and %d of %d are in two rows", i, a, j, b)
							}
							paired[[2]diff.Node{{Version: a, Sentence: i}, {Version: b, Sentence: j}}] = true
						}
					}
				}
			}
		}
		for e := range c.Links() {
			if e.Joined != paired[[2]diff.Node{e.A, e.B}] || e.Joined != paired[[2]diff.Node{e.B, e.A}] {
				t.Fatalf("%+v: joined, but not in Groups, or the other way round", e)
			}
		}
	})
}
