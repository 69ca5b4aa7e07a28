package diff_test

import (
	"context"
	"fmt"
	"testing"

	"wirediff/diff"
)

func BenchmarkCompare(b *testing.B) {
	for _, size := range []struct{ versions, sentences int }{{2, 40}, {5, 40}, {50, 60}, {1000, 40}} {
		b.Run(fmt.Sprintf("%dx%d", size.versions, size.sentences), func(b *testing.B) {
			sources := newNewsroom(1).versions(size.versions, size.sentences, 0.1)
			b.ReportAllocs()
			var rows int
			for b.Loop() {
				c, err := diff.Compare(context.Background(), sources, diff.Options{})
				if err != nil {
					b.Fatal(err)
				}
				rows = len(c.Rows)
			}
			b.ReportMetric(float64(rows), "rows")
		})
	}
}

func BenchmarkRead(b *testing.B) {
	for _, size := range []struct{ versions, sentences int }{{5, 40}, {50, 60}, {1000, 40}} {
		sources := newNewsroom(1).versions(size.versions, size.sentences, 0.1)
		c, err := diff.Compare(context.Background(), sources, diff.Options{})
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("%dx%d", size.versions, size.sentences), func(b *testing.B) {
			b.ReportAllocs()
			var kept float64
			for b.Loop() {
				kept = c.Read(0).Total.Kept
			}
			b.ReportMetric(kept, "kept")
		})
	}
}
