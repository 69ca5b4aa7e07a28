package news

import (
	"testing"
)

// BenchmarkFind looks at two reworded stories of 40 sentences, every pair.
func BenchmarkFind(b *testing.B) {
	t := &testing.T{}
	w := wire(40)
	c := collate(t, w, reword(drop(w, 3, 9), 2, "quor"))
	b.ReportAllocs()
	for b.Loop() {
		Find(c, Options{Base: 0})
	}
}

// BenchmarkLexicon reads the English word lists.
func BenchmarkLexicon(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		readLexicon("en", listsEN)
	}
}
