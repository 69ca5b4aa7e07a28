package align_test

import (
	"context"
	"fmt"
	"testing"

	"wirediff/diff/align"
	"wirediff/diff/internal/workload"
	"wirediff/diff/text"
)

// BenchmarkStories aligns versions of n sentences, features included. F1 is
// against the links the generator made.
func BenchmarkStories(b *testing.B) {
	heavy := workload.Edits{Reword: 700, Split: 100, Merge: 100, Move: 80, Cut: 150, Add: 150}
	for _, n := range []int{40, 400, 3000, 30000, 100000} {
		for _, e := range []struct {
			name  string
			edits workload.Edits
		}{{"none", workload.Edits{}}, {"revision", workload.Revision()}, {"heavy", heavy}} {
			b.Run(fmt.Sprintf("n=%d/edits=%s", n, e.name), func(b *testing.B) {
				w := workload.Versions(n, e.edits, 1)
				x, y := text.FromSentences("a", "en", w.A), text.FromSentences("b", "en", w.B)
				b.ReportAllocs()
				b.ResetTimer()
				var al align.Alignment
				for b.Loop() {
					al, _ = align.Stories(context.Background(), x, y)
				}
				b.ReportMetric(pairF1(al, w.Links), "F1")
			})
		}
	}
}

// BenchmarkBad aligns texts that tempt an aligner into quadratic time.
func BenchmarkBad(b *testing.B) {
	for _, name := range []string{"all alike", "nearly alike", "all different", "all moved"} {
		for _, n := range []int{10000, 100000} {
			b.Run(fmt.Sprintf("%s/n=%d", name, n), func(b *testing.B) {
				s, t, err := workload.Bad(name, n)
				if err != nil {
					b.Fatal(err)
				}
				x, y := text.FromSentences("a", "en", s), text.FromSentences("b", "en", t)
				b.ReportAllocs()
				b.ResetTimer()
				for b.Loop() {
					if _, err := align.Stories(context.Background(), x, y); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkPair aligns every pair of 50 versions of 60 sentences, features
// made once.
func BenchmarkPair(b *testing.B) {
	var features []*align.Features
	for v := range uint64(50) {
		e := workload.Revision()
		e.Reword += int(v)
		w := workload.Versions(60, e, 1)
		features = append(features, align.Prepare(text.FromSentences("v", "en", w.B)))
	}
	b.ReportAllocs()
	b.ResetTimer()
	pairs := 0
	var aligner align.Aligner
	for b.Loop() {
		for i := range features {
			for k := range i {
				if _, err := aligner.Pair(context.Background(), features[k], features[i]); err != nil {
					b.Fatal(err)
				}
				pairs++
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(pairs), "µs/pair")
}

// pairF1 is the balanced F-measure of the linked sentence pairs.
func pairF1(al align.Alignment, links [][2]int32) float64 {
	gold := map[[2]int32]bool{}
	for _, l := range links {
		gold[l] = true
	}
	found, right := 0, 0
	for _, g := range al.Groups {
		for _, i := range g.A {
			for _, k := range g.B {
				found++
				if gold[[2]int32{i, k}] {
					right++
				}
			}
		}
	}
	return 2 * float64(right) / float64(max(1, found+len(links)))
}
