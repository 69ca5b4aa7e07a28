package diff_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"slices"
	"sort"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wirediff/diff"
	"wirediff/diff/align"
	"wirediff/diff/text"
)

func compare(t interface{ Fatal(...any) }, sources []text.Source, opt diff.Options) *diff.Collation {
	c, err := diff.Compare(context.Background(), sources, opt)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// genSources draws two to six versions of one report, edited at different
// rates, now and then one twice or one of another report.
func genSources(t *rapid.T) []text.Source {
	r := newNewsroom(rapid.Uint64().Draw(t, "seed"))
	report := r.report(rapid.IntRange(1, 15).Draw(t, "sentences"))
	var out []text.Source
	for i := range rapid.IntRange(2, 6).Draw(t, "versions") {
		name := fmt.Sprint("v", i)
		switch rapid.IntRange(0, 9).Draw(t, "kind") {
		case 0:
			out = append(out, r.source(name, r.report(5)))
		case 1:
			out = append(out, text.Source{Name: name})
		case 2:
			twin := r.source(name, report)
			if i > 0 {
				twin.Body = out[i-1].Body
			}
			out = append(out, twin)
		default:
			rate := rapid.Float64Range(0, 0.6).Draw(t, "rate")
			out = append(out, r.source(name, r.version(report, rate)))
		}
	}
	return out
}

func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := compare(t, genSources(t), diff.Options{})
		checkRows(t, c)
		checkPairs(t, c)
		for base := -1; base < len(c.Versions); base++ {
			checkReading(t, c.Read(base))
		}
	})
}

// checkRows checks that every sentence is in one row, and that what is not
// away runs in published order down the rows and is contiguous in a row.
func checkRows(t interface{ Fatalf(string, ...any) }, c *diff.Collation) {
	for v, s := range c.Versions {
		seen := make([]bool, len(s.Sentences))
		last := int32(-1)
		for i, row := range c.Rows {
			cell := row.Cells[v]
			if cell.Moved != (len(cell.Away) > 0) || !slices.IsSorted(cell.Sentences) || !slices.IsSorted(cell.Away) {
				t.Fatalf("row %d version %d: %+v", i, v, cell)
			}
			placed := slices.DeleteFunc(slices.Clone(cell.Sentences), func(x int32) bool { return slices.Contains(cell.Away, x) })
			if len(placed)+len(cell.Away) != len(cell.Sentences) {
				t.Fatalf("row %d version %d: %+v", i, v, cell)
			}
			for k, x := range placed {
				if x <= last || k > 0 && x != last+1 {
					t.Fatalf("row %d version %d: sentences %v are not in place", i, v, placed)
				}
				last = x
			}
			for _, x := range cell.Sentences {
				if seen[x] || c.RowOf(v, x) != i {
					t.Fatalf("sentence %d of version %d is in two rows", x, v)
				}
				seen[x] = true
			}
		}
		if slices.Contains(seen, false) {
			t.Fatalf("version %d: a sentence is in no row: %v", v, seen)
		}
	}
}

// checkPairs checks that every pair is there and every sentence of both
// versions is in exactly one of its groups.
func checkPairs(t interface{ Fatalf(string, ...any) }, c *diff.Collation) {
	n := len(c.Versions)
	if n <= diff.AllPairs && len(c.Pairs) != n*(n-1)/2 {
		t.Fatalf("%d pairs of %d versions", len(c.Pairs), n)
	}
	for i := range c.Pairs {
		p := &c.Pairs[i]
		if p.A >= p.B || c.Pair(p.A, p.B) != p || p.Alignment.A != c.Versions[p.A] || p.Alignment.B != c.Versions[p.B] {
			t.Fatalf("pair %d: %d-%d", i, p.A, p.B)
		}
		var as, bs []int32
		for _, g := range p.Groups {
			as, bs = append(as, g.A...), append(bs, g.B...)
		}
		for side, is := range [][]int32{as, bs} {
			slices.Sort(is)
			want := len(c.Versions[[2]int{p.A, p.B}[side]].Sentences)
			if len(is) != want || len(slices.Compact(is)) != want {
				t.Fatalf("pair %d-%d: sentences %v of %d", p.A, p.B, is, want)
			}
		}
	}
}

// checkReading checks that the figures add up.
func checkReading(t interface{ Fatalf(string, ...any) }, r *diff.Reading) {
	var sum diff.Tally
	for v, tally := range r.Tallies {
		inBase := 0
		for i, row := range r.Rows {
			d := r.Verdicts[i][v]
			checkVerdict(t, r, i, v, d)
			if r.Base >= 0 && len(row.Cells[r.Base].Sentences) > 0 && (hasCounted(r, i, r.Base) || hasCounted(r, i, v)) {
				inBase++
			}
		}
		said := -splitOff(r, v)
		for s := diff.Kept; s <= diff.Cut; s++ {
			if s != diff.Added {
				said += tally.Count[s]
			}
		}
		if r.Base >= 0 && v != r.Base && !tally.OwnStory && said != inBase {
			t.Fatalf("base %d version %d: %d statuses for %d rows of the base: %+v", r.Base, v, said, inBase, tally)
		}
		if tally.KeptOf > tally.BaseOf || tally.Kept < 0 || tally.Kept > 1 {
			t.Fatalf("kept: %+v", tally)
		}
		if v != r.Base {
			sum.KeptOf += tally.KeptOf
			sum.Sentences += tally.Sentences
			sum.Moved += tally.Moved
		}
	}
	if sum.KeptOf != r.Total.KeptOf || sum.Sentences != r.Total.Sentences || sum.Moved != r.Total.Moved {
		t.Fatalf("total %+v, sum %+v", r.Total, sum)
	}
}

// splitOff counts the parts split off that stand in rows the base does not have.
func splitOff(r *diff.Reading, v int) (n int) {
	for i, row := range r.Rows {
		if r.Base >= 0 && len(row.Cells[r.Base].Sentences) == 0 && r.Verdicts[i][v].Status == diff.Split && hasCounted(r, i, v) {
			n++
		}
	}
	return n
}

func hasCounted(r *diff.Reading, row, v int) bool {
	return slices.ContainsFunc(r.Rows[row].Cells[v].Sentences, func(s int32) bool {
		return r.Versions[v].Sentences[s].Role.Counted()
	})
}

// checkVerdict checks a verdict against what the cells hold.
func checkVerdict(t interface{ Fatalf(string, ...any) }, r *diff.Reading, row, v int, d diff.Verdict) {
	here := len(r.Rows[row].Cells[v].Sentences) > 0
	base := r.Base >= 0 && len(r.Rows[row].Cells[r.Base].Sentences) > 0
	ok := false
	switch d.Status {
	case diff.Absent:
		ok = !here && (!base || r.Tallies[v].OwnStory)
	case diff.IsBase:
		ok = here && v == r.Base
	case diff.Kept, diff.Style:
		ok = here && base && d.Share == 0
	case diff.Reworded, diff.Recast:
		ok = here && base && v != r.Base
	case diff.Split, diff.Merged:
		ok = v != r.Base && (here && base || elsewhere(r, row, v, d.Status))
	case diff.Added:
		ok = here && r.Base >= 0 && !base
	case diff.Cut:
		ok = !here && base
	case diff.SameInAll, diff.Varies, diff.OnlyHere:
		ok = here && r.Base < 0
	case diff.NotHere:
		ok = !here && r.Base < 0
	}
	if !ok || d.Share < 0 || d.Share > 1 || d.Score < 0 || d.Score > 1 || d.Moved && !here {
		t.Fatalf("base %d row %d version %d: %+v (here %v, in the base %v)", r.Base, row, v, d, here, base)
	}
}

// elsewhere reports whether the other end of a split or merger stands in
// another row: all sentences of the row's only side are parts of such a group.
func elsewhere(r *diff.Reading, row, v int, status diff.Status) bool {
	cells := r.Rows[row].Cells
	one, other, side := cells[v].Sentences, cells[r.Base].Sentences, 1 // a part split off
	if status == diff.Merged {
		one, other, side = other, one, 0
	}
	for _, s := range one {
		if !slices.ContainsFunc(r.Pair(r.Base, v).Groups, func(g align.Group) bool {
			sides := [2][]int32{g.A, g.B}
			return slices.Contains(sides[side], s) && len(sides[side]) > 1 && len(sides[1-side]) > 0
		}) {
			return false
		}
	}
	return len(one) > 0 && len(other) == 0
}

// TestAddedIsCut checks that what B added to A, A cut from B.
func TestAddedIsCut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := compare(t, genSources(t), diff.Options{})
		for a := range c.Versions {
			for b := range c.Versions {
				there, back := c.Read(a), c.Read(b)
				if there.Tallies[b].OwnStory || back.Tallies[a].OwnStory {
					continue
				}
				for i := range c.Rows {
					if (there.Verdicts[i][b].Status == diff.Added) != (back.Verdicts[i][a].Status == diff.Cut) {
						t.Fatalf("row %d: %v there, %v back", i, there.Verdicts[i][b], back.Verdicts[i][a])
					}
				}
			}
		}
	})
}

// picture writes all that a collation and its readings say, free of load
// order: versions by name, rows in their order, pairs by names.
func picture(c *diff.Collation) string {
	byName := make([]int, len(c.Versions))
	for i := range byName {
		byName[i] = i
	}
	sort.Slice(byName, func(i, j int) bool { return c.Versions[byName[i]].Name < c.Versions[byName[j]].Name })
	var out strings.Builder
	for base := -1; base < len(byName); base++ {
		b := -1
		if base >= 0 {
			b = byName[base]
		}
		r := c.Read(b)
		for i := range c.Rows {
			for _, v := range byName {
				fmt.Fprintf(&out, "%v %+v; ", c.Rows[i].Cells[v], r.Verdicts[i][v])
			}
			out.WriteByte('\n')
		}
		for _, v := range byName {
			fmt.Fprintf(&out, "%+v\n", r.Tallies[v])
		}
		fmt.Fprintf(&out, "%+v\n", r.Total)
	}
	for i, v := range byName {
		for _, w := range byName[i+1:] {
			fmt.Fprintf(&out, "%v %v\n", c.Pair(v, w).Groups, c.Pair(v, w).Related)
		}
	}
	return out.String()
}

// permutations calls f with every order of n things.
func permutations(n int, f func(order []int)) {
	order := make([]int, 0, n)
	var place func()
	place = func() {
		if len(order) == n {
			f(order)
			return
		}
		for i := range n {
			if !slices.Contains(order, i) {
				order = append(order, i)
				place()
				order = order[:len(order)-1]
			}
		}
	}
	place()
}

// TestLoadOrder compares five versions in all 120 orders.
func TestLoadOrder(t *testing.T) {
	for seed := range uint64(4) {
		r := newNewsroom(seed)
		sources := r.versions(5, 12, 0.3)
		if seed == 3 { // versions loaded twice, and an empty one
			sources[1].Body, sources[4].Body = sources[0].Body, ""
		}
		checkLoadOrder(t, sources)
	}
}

func checkLoadOrder(t *testing.T, sources []text.Source) {
	t.Helper()
	want := ""
	permutations(len(sources), func(order []int) {
		loaded := make([]text.Source, len(order))
		for i, k := range order {
			loaded[i] = sources[k]
		}
		got := picture(compare(t, loaded, diff.Options{}))
		if want == "" {
			want = got
		}
		if got != want {
			t.Fatalf("order %v:\n%s\nwant\n%s", order, got, want)
		}
	})
}

// TestManyLoadOrder checks the way with chosen pairs, above AllPairs.
func TestManyLoadOrder(t *testing.T) {
	sources := newNewsroom(5).versions(diff.AllPairs+6, 8, 0.2)
	c := compare(t, sources, diff.Options{})
	checkRows(t, c)
	checkPairs(t, c)
	slices.Reverse(sources)
	d := compare(t, sources, diff.Options{})
	for i := range c.Rows {
		slices.Reverse(d.Rows[i].Cells)
	}
	if !reflect.DeepEqual(c.Rows, d.Rows) {
		t.Fatal("rows depend on the load order")
	}
}

func TestAnyProcessors(t *testing.T) {
	sources := newNewsroom(9).versions(9, 30, 0.3)
	before := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(before)
	want := picture(compare(t, sources, diff.Options{}))
	for _, n := range []int{2, 3, 8} {
		runtime.GOMAXPROCS(n)
		if got := picture(compare(t, sources, diff.Options{})); got != want {
			t.Fatalf("another result on %d processors", n)
		}
	}
}

func TestIdenticalAndUnrelated(t *testing.T) {
	r := newNewsroom(3)
	a, b := r.source("a", r.report(20)), r.source("b", newNewsroom(4).report(20))
	twin := a
	twin.Name = "twin"
	read := compare(t, []text.Source{a, twin, b}, diff.Options{}).Read(0)
	if same := read.Tallies[1]; same.Kept != 1 || same.Count[diff.Kept] != 20 || same.Moved != 0 {
		t.Errorf("identical: %+v", same)
	}
	if other := read.Tallies[2]; other.Kept != 0 || other.Count[diff.Added] < 19 || !other.OwnStory {
		t.Errorf("unrelated: %+v", other)
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if c, err := diff.Compare(ctx, newNewsroom(1).versions(3, 5, 0.1), diff.Options{}); !errors.Is(err, context.Canceled) || c != nil {
		t.Fatal(c, err)
	}
}

func TestProgress(t *testing.T) {
	var seen []float64
	compare(t, newNewsroom(1).versions(6, 5, 0.1), diff.Options{Progress: func(done float64) { seen = append(seen, done) }})
	if !slices.IsSorted(seen) || len(seen) < 10 || seen[len(seen)-1] != 1 || seen[0] < 0 {
		t.Fatal(seen)
	}
}

func TestNoVersions(t *testing.T) {
	for n := range 3 {
		c := compare(t, make([]text.Source, n), diff.Options{})
		if len(c.Rows) != 0 || len(c.Versions) != n {
			t.Fatal(c)
		}
		c.Read(n - 1)
	}
}
