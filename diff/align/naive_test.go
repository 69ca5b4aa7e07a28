package align

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wirediff/diff/internal/workload"
	"wirediff/diff/text"
)

// heaviestNaive is the slow twin of heaviest: quadratic dynamic programming.
func heaviestNaive(links []link, weight []float32) (top float32) {
	total := make([]float32, len(links))
	for x, l := range links {
		total[x] = weight[x]
		for y := range x {
			if links[y].i < l.i && links[y].k < l.k {
				total[x] = max(total[x], total[y]+weight[x])
			}
		}
		top = max(top, total[x])
	}
	return top
}

func TestHeaviestIsHeaviest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var links []link
		var weight []float32
		weigh := map[link]float32{}
		for i := range int32(rapid.IntRange(0, 12).Draw(t, "rows")) {
			ks := rapid.SliceOfNDistinct(rapid.Int32Range(0, 12), 0, 3, rapid.ID).Draw(t, "columns")
			seen := make([]bool, 13)
			for _, k := range ks {
				seen[k] = true
			}
			for k, ok := range seen {
				if ok {
					l := link{i, int32(k)}
					w := float32(rapid.IntRange(1, 9).Draw(t, "weight"))
					links, weight, weigh[l] = append(links, l), append(weight, w), w
				}
			}
		}
		var sum float32
		chain := heaviest(links, weight)
		for x, l := range chain {
			if x > 0 && (chain[x-1].i >= l.i || chain[x-1].k >= l.k) {
				t.Fatalf("%v does not increase", chain)
			}
			sum += weigh[l]
		}
		if want := heaviestNaive(links, weight); sum != want {
			t.Fatalf("chain %v weighs %v, the heaviest %v", chain, sum, want)
		}
	})
}

// gapNaive is the slow twin of gapFull: it tries every sequence of beads and
// returns the weight of the heaviest.
func gapNaive(p *pair, i, k int, t float32) float32 {
	var top float32
	if i > 0 {
		top = max(top, gapNaive(p, i-1, k, t))
	}
	if k > 0 {
		top = max(top, gapNaive(p, i, k-1, t))
	}
	if i == 0 || k == 0 {
		return top
	}
	at := link{int32(i) - 1, int32(k) - 1}
	top = max(top, gapNaive(p, i-1, k-1, t)+p.sim.get(at.i, at.k)-t)
	for l := 2; l <= maxBead; l++ {
		if g := splitNaive(p, at, l, t, false); l <= k && g > 0 {
			top = max(top, gapNaive(p, i-1, k-l, t)+g)
		}
		if g := splitNaive(p, at, l, t, true); l <= i && g > 0 {
			top = max(top, gapNaive(p, i-l, k-1, t)+g)
		}
	}
	return top
}

// splitNaive weighs a 1-l bead by its definition in weights.go.
func splitNaive(p *pair, at link, l int, t float32, merge bool) float32 {
	var best, one float32
	var as, bs []int32
	for d := range int32(l) {
		i, k := at.i, at.k-d
		if merge {
			i, k = at.i-d, at.k
		}
		s := p.sim.get(i, k)
		if s <= t*memberShare {
			return 0
		}
		best, one = max(best, s), max(one, p.cover([]int32{i}, []int32{k}))
		as, bs = addNew(as, []int32{i}), addNew(bs, []int32{k})
	}
	all := p.cover(as, bs)
	if all < one {
		return 0
	}
	return ((all+best)/2 - t) * (1 + memberGain*float32(l-1))
}

// small runs f on every pair of stories of up to n sentences over an alphabet
// of three words.
func small(n int, f func(a, b []string)) {
	var all [][]string
	var grow func(s []string)
	grow = func(s []string) {
		all = append(all, s)
		if len(s) < n {
			for _, w := range []string{"bridge", "bridge council", "river"} {
				grow(append(append([]string{}, s...), w))
			}
		}
	}
	grow(nil)
	for _, a := range all {
		for _, b := range all {
			f(a, b)
		}
	}
}

func TestGapIsHeaviest(t *testing.T) {
	small(3, func(a, b []string) {
		p := measured(a, b)
		if p.n == 0 || p.m == 0 {
			return
		}
		need := p.gapThreshold(p.n, p.m)
		p.gapFull(link{}, p.n, p.m)
		var sum float32
		for i, ks := range p.ofA {
			switch {
			case len(ks) > 1:
				sum += splitNaive(p, link{int32(i), ks[0]}, len(ks), need, false)
			case len(ks) == 1 && p.ofB[ks[0]][0] == int32(i):
				if is := p.ofB[ks[0]]; len(is) > 1 {
					sum += splitNaive(p, link{int32(i), ks[0]}, len(is), need, true)
				} else {
					sum += p.sim.get(int32(i), ks[0]) - need
				}
			}
		}
		if want := gapNaive(p, p.n, p.m, need); math.Abs(float64(sum-want)) > 1e-4 {
			t.Errorf("%v | %v: %v weighs %v, the heaviest %v", a, b, p.ofA, sum, want)
		}
	})
}

// measured returns a pair of stories with its similarities and no links.
func measured(a, b []string) *pair {
	fa, fb := Prepare(text.FromSentences("a", "en", a)), Prepare(text.FromSentences("b", "en", b))
	p := new(pair)
	p.start(context.Background(), &fa.layers[0], &fb.layers[0])
	if p.n > 0 && p.m > 0 {
		p.words.join(&p.a.words, &p.b.words)
		p.grams.join(&p.a.grams, &p.b.grams)
		p.measureAll()
		p.addSupport()
		p.rank()
		p.order = 1
	}
	return p
}

// TestSmallStories holds the laws on every pair of tiny stories.
func TestSmallStories(t *testing.T) {
	small(4, func(a, b []string) {
		x, y := text.FromSentences("a", "en", a), text.FromSentences("b", "en", b)
		al, _ := Stories(context.Background(), x, y)
		back, _ := Stories(context.Background(), y, x)
		if got := back.Invert().String(); got != al.String() {
			t.Errorf("%v | %v: %s, back and inverted %s", a, b, al, got)
		}
		if strings.Join(a, "|") == strings.Join(b, "|") {
			for _, g := range al.Groups {
				if g.Kind != Same || g.Moved || len(g.A) != 1 || g.A[0] != g.B[0] {
					t.Errorf("%v with itself: %s", a, al)
				}
			}
		}
	})
}

// TestSupportTwins compares the two ways to measure support, and a cell
// measured alone with the same cell measured with its row.
func TestSupportTwins(t *testing.T) {
	w := workload.Versions(60, workload.Revision(), 3)
	p := measured(w.A, w.B)
	raw := matrix{n: p.n, m: p.m, s: make([]float32, p.n*p.m)}
	gauge := p.newGauge()
	for i := range int32(p.n) {
		for k := range int32(p.m) {
			s := p.mixed(i, k, wordShare*slowCosine(&p.words, i, k)+(1-wordShare)*slowCosine(&p.grams, i, k))
			if one := gauge.measure(i, k); one != s {
				t.Fatalf("cell %d, %d: %v, by merging %v", i, k, one, s)
			}
			raw.s[int(i)*p.m+int(k)] = s
		}
	}
	sparse := matrix{n: p.n, m: p.m, at: make([]int32, p.n+1), s: slices.Clone(raw.s)}
	for i := range p.n {
		for k := range p.m {
			sparse.k = append(sparse.k, int32(k))
		}
		sparse.at[i+1] = int32(len(sparse.k))
	}
	raw.addSupportDense(p.floor, nil)
	sparse.addSupportSparse(p.floor)
	for x := range raw.s {
		if raw.s[x] != sparse.s[x] || raw.s[x] != p.sim.s[x] {
			t.Fatalf("cell %d: dense %v, sparse %v, by row %v", x, raw.s[x], sparse.s[x], p.sim.s[x])
		}
	}
}

// slowCosine is the similarity of sentences i and k by merging their features.
func slowCosine[F feature](j *joint[F], i, k int32) float32 {
	p, q := j.a.row(i), j.b.row(k)
	var dot float32
	for x, y := 0, 0; x < len(p) && y < len(q); {
		f, g := j.toA[p[x]], j.toB[q[y]]
		if f == g {
			w := j.idf[f]
			dot += w * w
		}
		if f <= g {
			x++
		}
		if g <= f {
			y++
		}
	}
	if dot == 0 {
		return 0
	}
	return leaning(dot, j.lenA[i], j.lenB[k])
}
