package edit_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"wirediff/diff/edit"
	"wirediff/diff/text"
)

// BenchmarkWords measures by size and kind of edit; "changed" is the share of
// words changed that was found.
func BenchmarkWords(b *testing.B) {
	for _, kind := range []string{"edited", "different", "shuffled"} {
		for _, n := range []int{25, 250, 2500, 25000} {
			b.Run(fmt.Sprintf("%s/%d", kind, n), func(b *testing.B) {
				x, y := sides(kind, n)
				xs, ys := all(x), all(y)
				var share float32
				b.ReportAllocs()
				for b.Loop() {
					_, share = edit.Words(x, y, xs, ys)
				}
				b.ReportMetric(float64(share), "changed")
			})
		}
	}
}

// sides makes two sentences of n words each.
func sides(kind string, n int) (x, y *text.Story) {
	r := rand.New(rand.NewPCG(uint64(n), 1))
	a, c := make([]string, n), make([]string, n)
	for i := range a {
		a[i] = fmt.Sprint("w", r.IntN(n))
		c[i] = a[i]
		if r.Float64() < 0.1 {
			c[i] = fmt.Sprint("w", r.IntN(n))
		}
		if kind == "different" {
			c[i] = fmt.Sprint("v", r.IntN(n))
		}
	}
	if kind == "shuffled" {
		r.Shuffle(n, func(i, j int) { c[i], c[j] = c[j], c[i] })
	}
	return segment(strings.Join(a, " ")), segment(strings.Join(c, " "))
}
