package edit

import (
	"math/rand/v2"
	"slices"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// keyed makes a side of units with the given keys.
func keyed(keys []int) side {
	s := side{units: make([]unit, len(keys))}
	for i, k := range keys {
		s.units[i] = unit{key: uint64(k) + 1}
	}
	return s
}

func diffOf(a, b []int) *diff {
	d := &diff{x: keyed(a), y: keyed(b)}
	d.mx, d.my = unmatched(nil, len(a)), unmatched(nil, len(b))
	return d
}

// lcs is the slow twin: the length of a longest common subsequence by the
// full table.
func lcs(a, b []int) int {
	table := make([][]int, len(a)+1)
	for i := range table {
		table[i] = make([]int, len(b)+1)
	}
	for i := range a {
		for j := range b {
			table[i+1][j+1] = max(table[i][j+1], table[i+1][j])
			if a[i] == b[j] {
				table[i+1][j+1] = table[i][j] + 1
			}
		}
	}
	return table[len(a)][len(b)]
}

// matched counts the matches and checks that they rise and join equal keys.
func matched(t interface{ Fatalf(string, ...any) }, d *diff) (n int) {
	last := int32(-1)
	for i, j := range d.mx {
		if j < 0 {
			continue
		}
		n++
		if j <= last || d.my[j] != int32(i) || d.x.units[i].key != d.y.units[j].key {
			t.Fatalf("match %d-%d: %v %v", i, j, d.mx, d.my)
		}
		last = j
	}
	return n
}

func TestMatchIsMinimal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key := rapid.IntRange(0, 6)
		a, b := rapid.SliceOfN(key, 0, 30).Draw(t, "a"), rapid.SliceOfN(key, 0, 30).Draw(t, "b")
		d := diffOf(a, b)
		d.match()
		if got, want := matched(t, d), lcs(a, b); got != want {
			t.Fatalf("%d matches, %d possible", got, want)
		}
	})
}

// TestOneRun compares the answer known without asking with go-diff's.
func TestOneRun(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		long := rapid.SliceOfN(rapid.IntRange(0, 2), 1, 12).Draw(t, "long")
		from := rapid.IntRange(0, len(long)).Draw(t, "from")
		to := rapid.IntRange(from, len(long)).Draw(t, "to")
		short := slices.Concat(long[:from], long[to:])
		if len(short) == 0 {
			return
		}
		if rapid.Bool().Draw(t, "change sides") {
			long, short = short, long
		}
		x, y := numberedKeys(long), numberedKeys(short)
		known, asked := diffOf(long, short), diffOf(long, short)
		asked.matchMyers(x, y)
		if !known.matchOneRun(x, y) || !slices.Equal(known.mx, asked.mx) || !slices.Equal(known.my, asked.my) {
			t.Fatalf("%v %v: %v, go-diff %v", long, short, known.mx, asked.mx)
		}
	})
}

// TestMatchExhaustive compares with the slow twin on all pairs of up to five
// units from three keys.
func TestMatchExhaustive(t *testing.T) {
	var all [][]int
	for n, level := 0, [][]int{{}}; n <= 5; n++ {
		all = append(all, level...)
		var next [][]int
		for _, s := range level {
			for k := range 3 {
				next = append(next, append(append([]int{}, s...), k))
			}
		}
		level = next
	}
	for _, a := range all {
		for _, b := range all {
			d := diffOf(a, b)
			d.match()
			if got, want := matched(t, d), lcs(a, b); got != want {
				t.Fatalf("%v %v: %d matches, %d possible", a, b, got, want)
			}
		}
	}
}

// TestMatchLong checks the ways around go-diff's bad cases: they must stay
// correct and near what is possible where unique words give anchors.
func TestMatchLong(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, c := range []struct {
		name    string
		words   int     // different words
		rate    float64 // share of words changed
		atLeast float64 // share of the longest common subsequence
	}{
		{"edited", 100000, 0.1, 0.999},
		{"few words", 50, 0.1, 0.5},
		{"two words", 2, 0.5, 0.5},
	} {
		a := make([]int, 3000)
		for i := range a {
			a[i] = r.IntN(c.words)
		}
		var b []int
		for _, k := range a {
			switch x := r.Float64(); {
			case x < c.rate/2:
				b = append(b, r.IntN(c.words))
			case x > c.rate:
				b = append(b, k)
			}
		}
		d := diffOf(a, b)
		d.match()
		if got, want := float64(matched(t, d)), float64(lcs(a, b)); got < c.atLeast*want {
			t.Errorf("%s: %v matches of %v possible", c.name, got, want)
		}
	}
}

// TestBound: whatever the sides, go-diff is never given more than directCap
// units, so that its quadratic case has an end.
func TestBound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SampledFrom([]int{1, 2, 30, 2000, 100_000}).Draw(t, "words")
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 4))
		side := func(label string) []int {
			keys := make([]int, rapid.IntRange(0, 8*directCap).Draw(t, label))
			for i := range keys {
				keys[i] = r.IntN(words)
			}
			return keys
		}
		a, b := side("a"), side("b")
		d := diffOf(a, b)
		d.number(d.x.units, d.y.units, 0)
		d.matchRuns(d.common[0], d.common[1], func(x, y []numbered) {
			if len(x)+len(y) > directCap {
				t.Fatalf("%d and %d units at once, the bound is %d", len(x), len(y), directCap)
			}
		})
	})
}

func TestRuneOf(t *testing.T) {
	last := rune(0)
	for id := int32(0); id < 1112063; id++ {
		r := runeOf(id)
		if r <= last || !utf8.ValidRune(r) || []rune(string(r))[0] != r {
			t.Fatalf("number %d has rune %x after %x", id, r, last)
		}
		last = r
	}
}
