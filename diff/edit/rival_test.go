package edit

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// rival is Myers' algorithm in linear space without go-diff: it reports
// matches of x and y by index. It stands here to measure go-diff against.
func rival(x, y []numbered, xo, yo int, match func(i, j int)) {
	for len(x) > 0 && len(y) > 0 && x[0].id == y[0].id {
		match(xo, yo)
		x, y, xo, yo = x[1:], y[1:], xo+1, yo+1
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1].id == y[len(y)-1].id {
		x, y = x[:len(x)-1], y[:len(y)-1]
		match(xo+len(x), yo+len(y))
	}
	if len(x) == 0 || len(y) == 0 {
		return
	}
	i, j, ok := middle(x, y)
	if !ok {
		return
	}
	rival(x[:i], y[:j], xo, yo, match)
	rival(x[i:], y[j:], xo+i, yo+j, match)
}

// middle finds a point on a shortest edit path, from both ends at once.
func middle(x, y []numbered) (i, j int, ok bool) {
	n, m := len(x), len(y)
	half := (n + m + 1) / 2
	fwd, bwd := make([]int, 2*half+2), make([]int, 2*half+2)
	delta := n - m
	for d := 0; d <= half; d++ {
		for k := -d; k <= d; k += 2 {
			u := step(fwd, half, k, d)
			v := u - k
			for u < n && v >= 0 && v < m && x[u].id == y[v].id {
				u, v = u+1, v+1
			}
			fwd[half+k] = u
			if r := delta - k; delta%2 != 0 && r > -d && r < d && u+bwd[half+r] >= n {
				return u, v, u <= n && v >= 0 && v <= m && (u+v > 0) && (u < n || v < m)
			}
		}
		for k := -d; k <= d; k += 2 {
			u := step(bwd, half, k, d)
			v := u - k
			for u < n && v >= 0 && v < m && x[n-1-u].id == y[m-1-v].id {
				u, v = u+1, v+1
			}
			bwd[half+k] = u
			if r := delta - k; delta%2 == 0 && r >= -d && r <= d && u+fwd[half+r] >= n {
				i, j = n-u, m-v
				return i, j, i >= 0 && j >= 0 && j <= m && (i+j > 0) && (i < n || j < m)
			}
		}
	}
	return 0, 0, false
}

func step(v []int, half, k, d int) int {
	switch {
	case d == 0:
		return 0
	case k == -d || k != d && v[half+k-1] < v[half+k+1]:
		return v[half+k+1]
	}
	return v[half+k-1] + 1
}

func numberedKeys(keys []int) []numbered {
	out := make([]numbered, len(keys))
	for i, k := range keys {
		out[i] = numbered{int32(k), int32(i)}
	}
	return out
}

func TestRival(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key := rapid.IntRange(0, 6)
		a, b := rapid.SliceOfN(key, 0, 20).Draw(t, "a"), rapid.SliceOfN(key, 0, 20).Draw(t, "b")
		n := 0
		rival(numberedKeys(a), numberedKeys(b), 0, 0, func(i, j int) {
			if a[i] != b[j] {
				t.Fatalf("%d-%d", i, j)
			}
			n++
		})
		if want := lcs(a, b); n != want {
			t.Fatalf("%d matches of %d", n, want)
		}
	})
}

// BenchmarkEngine compares go-diff with the rival on the same runs of words.
func BenchmarkEngine(b *testing.B) {
	for _, kind := range []string{"edited", "shuffled"} {
		for _, n := range []int{25, 100, 500} {
			r := rand.New(rand.NewPCG(uint64(n), 3))
			x, y := make([]int, n), make([]int, n)
			for i := range x {
				x[i] = r.IntN(n)
				y[i] = x[i]
				if r.Float64() < 0.15 {
					y[i] = r.IntN(n)
				}
			}
			if kind == "shuffled" {
				r.Shuffle(n, func(i, j int) { y[i], y[j] = y[j], y[i] })
			}
			nx, ny := numberedKeys(x), numberedKeys(y)
			b.Run(fmt.Sprintf("%s/%d/godiff", kind, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					diffOf(x, y).matchMyers(nx, ny)
				}
			})
			b.Run(fmt.Sprintf("%s/%d/rival", kind, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					d := diffOf(x, y)
					rival(nx, ny, 0, 0, func(i, j int) { d.link(int32(i), int32(j)) })
				}
			})
		}
	}
}
