package style_test

import (
	"math/rand"
	"strings"
	"testing"

	"wirediff/diff/style"
	"wirediff/diff/text"
)

// longStories makes versions of n bytes of prose with names in them, fixed seed.
func longStories(n, versions int) []*text.Story {
	words := strings.Fields(`the of and to in minister government said that on for officials with talks was is by from report city at
		organised travelled colour U.S. percent twelve cyber-attack their agreement week Averley Tuesday they council but after`)
	names := strings.Fields("Zelensky Sergei Marlow Onslow Yusuf Khaled Anton Weiss Jensen Roe Lavrov Karim")
	var out []*text.Story
	for v := range versions {
		rng := rand.New(rand.NewSource(int64(v)))
		var b strings.Builder
		for b.Len() < n {
			b.WriteString("Then")
			for range 20 {
				b.WriteByte(' ')
				if rng.Intn(12) == 0 {
					b.WriteString(names[rng.Intn(len(names))])
				} else {
					b.WriteString(words[rng.Intn(len(words))])
				}
			}
			b.WriteString(".\n\n")
		}
		out = append(out, story("en", b.String()))
	}
	return out
}

func BenchmarkApply(b *testing.B) {
	for _, size := range []int{5_000, 1_100_000} {
		stories := longStories(size, 2)
		b.Run(map[bool]string{true: "short", false: "long"}[size < 10_000], func(b *testing.B) {
			b.SetBytes(int64(2 * size))
			b.ReportAllocs()
			for b.Loop() {
				style.Apply(stories, style.Rules{})
			}
		})
	}
}
