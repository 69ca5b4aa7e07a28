package diff

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"wirediff/diff/internal/workload"
	"wirediff/diff/text"
)

// unitsNaive is the slow twin of graph.units without corrections by hand: it
// knows units as plain lists and reads both guards off their definitions.
func unitsNaive(c *canon, pairs []Pair) [][]int32 {
	var edges []edge
	links := map[[2]int32]bool{}
	together := map[[2]int32]bool{}
	for _, p := range pairs {
		for _, x := range p.Groups {
			if len(x.A) == 0 || len(x.B) == 0 {
				continue
			}
			var nodes []int32
			for _, i := range x.A {
				nodes = append(nodes, c.node(p.A, i))
				for _, k := range x.B {
					a, b := c.node(p.A, i), c.node(p.B, k)
					edges = append(edges, edge{a, b, x.Score, len(x.A)+len(x.B) > 2})
					links[[2]int32{a, b}], links[[2]int32{b, a}] = true, true
				}
			}
			for _, k := range x.B {
				nodes = append(nodes, c.node(p.B, k))
			}
			for _, a := range nodes {
				for _, b := range nodes {
					if c.version[a] == c.version[b] {
						together[[2]int32{a, b}] = true
					}
				}
			}
		}
	}
	slices.SortStableFunc(edges, func(e, f edge) int {
		switch {
		case e.weight != f.weight && e.weight > f.weight, e.weight == f.weight && (e.a < f.a || e.a == f.a && e.b < f.b):
			return -1
		}
		return 1
	})
	units := make([][]int32, len(c.version))
	for n := range units {
		units[n] = []int32{int32(n)}
	}
	home := func(n int32) int {
		return slices.IndexFunc(units, func(u []int32) bool { return slices.Contains(u, n) })
	}
	for _, e := range edges {
		need := minSupport
		if e.group && len(c.stories) <= sideBySide {
			need = minGroupSupport
		}
		x, y := home(e.a), home(e.b)
		if x == y || !mayJoin(c, units[x], units[y], links, together, need) {
			continue
		}
		units[x] = append(units[x], units[y]...)
		slices.Sort(units[x])
		units = slices.Delete(units, y, y+1)
	}
	slices.SortFunc(units, func(u, v []int32) int { return int(u[0] - v[0]) })
	return units
}

// mayJoin: two sentences of one version come together only if a pair put them
// together, in at least one case per version; and the links that are there
// make up at least need of those that could be.
func mayJoin(c *canon, u, v []int32, links, together map[[2]int32]bool, need float64) bool {
	linked, possible := 0, 0
	met, allowed := map[int32]bool{}, map[int32]bool{}
	for _, a := range u {
		for _, b := range v {
			if c.version[a] == c.version[b] {
				met[c.version[a]] = true
				allowed[c.version[a]] = allowed[c.version[a]] || together[[2]int32{a, b}]
				continue
			}
			possible++
			if links[[2]int32{a, b}] {
				linked++
			}
		}
	}
	for version := range met {
		if !allowed[version] {
			return false
		}
	}
	return float64(linked) >= need*float64(possible)
}

// TestUnitsTwin compares both on all triples of tiny stories and on random
// versions of larger ones.
func TestUnitsTwin(t *testing.T) {
	check := func(stories []*text.Story) {
		c := newCanon(stories)
		pairs, err := c.align(context.Background(), func(float64) {})
		if err != nil {
			t.Fatal(err)
		}
		got, err := newGraph(c, pairs, newHandiwork(c, stories, nil)).units(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if want := unitsNaive(c, pairs); !reflect.DeepEqual(got, want) {
			for _, s := range stories {
				t.Log(s.Body)
			}
			t.Fatalf("units %v, by the slow twin %v", got, want)
		}
	}
	tiny := tinyStories()
	for _, a := range tiny {
		for _, b := range tiny {
			for _, c := range tiny {
				check([]*text.Story{a, b, c})
			}
		}
	}

	for seed := range uint64(20) {
		var stories []*text.Story
		for i, lines := range workload.Outlets(2+int(seed%5), 8, workload.Edits{Reword: 400, Split: 200, Merge: 200, Move: 100, Cut: 150, Add: 150}, seed) {
			stories = append(stories, text.FromSentences(fmt.Sprint(i), "en", lines))
		}
		check(stories)
	}
}

// tinyStories are all stories of one or two sentences of three kinds.
func tinyStories() (out []*text.Story) {
	lines := []string{"The bridge shuts in May.", "The bridge shuts in May and the council pays.", "The council pays."}
	for i, a := range lines {
		out = append(out, text.FromSentences(fmt.Sprint(i), "en", []string{a}))
		for k, b := range lines {
			out = append(out, text.FromSentences(fmt.Sprint(i, k), "en", []string{a, b}))
		}
	}
	return out
}
