package news

import (
	"testing"

	"wirediff/diff"
)

// BenchmarkFind looks at two reworded stories: 40 sentences of invented
// words, and the English pairs of our own as one long story each, in which
// nearly every sentence has a finding.
func BenchmarkFind(b *testing.B) {
	w := wire(40)
	b.Run("2x40", func(b *testing.B) { find(b, collate(b, w, reword(drop(w, 3, 9), 2, "quor"))) })
	b.Run("pairs", func(b *testing.B) { find(b, ownStories(b)) })
}

func find(b *testing.B, c *diff.Collation) {
	words := c.Versions[0].Words() + c.Versions[1].Words()
	b.ReportAllocs()
	for b.Loop() {
		Find(c, Options{Base: 0})
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(words), "ns/word")
}

// BenchmarkLexicon reads the English word lists.
func BenchmarkLexicon(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		readLexicon("en", listsEN)
	}
}
