package report_test

import (
	"context"
	"fmt"
	"io"
	"math/rand"
	"strings"
	"testing"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/text"
)

// workload makes two versions of n sentences with a share of edited ones.
func workload(b *testing.B, n int, edits float64) *diff.Reading {
	rnd := rand.New(rand.NewSource(1))
	var one, two strings.Builder
	for i := range n {
		words := make([]string, 12+rnd.Intn(8))
		for k := range words {
			words[k] = fmt.Sprintf("w%x", rnd.Intn(4000))
		}
		words[0] = fmt.Sprintf("S%d", i)
		one.WriteString(strings.Join(words, " ") + ".\n\n")
		if rnd.Float64() < edits {
			words[3+rnd.Intn(6)] = "changed"
		}
		two.WriteString(strings.Join(words, " ") + ".\n\n")
	}
	c, err := diff.Compare(context.Background(), []text.Source{{Name: "one", Body: one.String()}, {Name: "two", Body: two.String()}}, diff.Options{})
	if err != nil {
		b.Fatal(err)
	}
	return c.Read(0)
}

func BenchmarkNew(b *testing.B) {
	for _, n := range []int{40, 400, 4000} {
		b.Run(fmt.Sprintf("sentences=%d", n), func(b *testing.B) {
			r := workload(b, n, 0.2)
			b.ReportAllocs()
			for b.Loop() {
				report.New(r, report.View{})
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/sentence")
		})
	}
}

func BenchmarkWriters(b *testing.B) {
	r := workload(b, 4000, 0.2)
	for name, write := range writers() {
		if !strings.HasPrefix(name, "want") {
			continue
		}
		b.Run(strings.TrimPrefix(name, "want."), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := write(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
