package page

import (
	"testing"

	"pgregory.net/rapid"
)

// words of a small alphabet, so that they repeat.
func someWords(t *rapid.T, name string, most int) []word {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) word { return word(rapid.IntRange(1, 12).Draw(t, "w")) }), 0, most).Draw(t, name)
}

// TestAlignedIsCommon: what is marked is a common subsequence, for any input.
func TestAlignedIsCommon(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := someWords(t, "page", 500), someWords(t, "answer", 500)
		j := 0
		for i, hit := range aligned(a, b) {
			if !hit {
				continue
			}
			for j < len(b) && b[j] != a[i] {
				j++
			}
			if j == len(b) {
				t.Fatalf("word %d of the page has no partner left", i)
			}
			j++
		}
	})
}

// TestAlignedFindsAll: an answer that leaves words out of the page is found
// whole where the exact alignment is used.
func TestAlignedFindsAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := someWords(t, "page", 150)
		var b []word
		for i, w := range a {
			if rapid.Bool().Draw(t, "keep") {
				b = append(b, w)
			}
			_ = i
		}
		n := 0
		for _, hit := range aligned(a, b) {
			if hit {
				n++
			}
		}
		if n != len(b) {
			t.Fatalf("%d of %d words found", n, len(b))
		}
	})
}

// TestAlignedKeepsOrderOfBlocks: long unique text is found by its anchors.
func TestAlignedByAnchors(t *testing.T) {
	var a, b []word
	for i := range 5000 {
		a = append(a, word(i+1))
		if i%10 != 0 {
			b = append(b, word(i+1))
		}
	}
	n := 0
	for _, hit := range aligned(a, b) {
		if hit {
			n++
		}
	}
	if n != len(b) {
		t.Errorf("%d of %d words found", n, len(b))
	}
}

func TestClassWords(t *testing.T) {
	for s, want := range map[string][]string{
		"article-share_bar": {"share"}, "articleShareBar": {"share"}, "ADVERT top": {"advert"}, "shared-content": nil, "headline": nil,
		"newsletter signup": {"newsletter", "signup"}, "": nil, "ad": {"ad"}, "adjacent": nil, "éshare": {"share"},
	} {
		var set classes
		for _, w := range want {
			set |= classBit[w]
		}
		if got := classWords(s); got != set {
			t.Errorf("classWords(%q) = %b, want %b", s, got, set)
		}
	}
	if len(classTable) > 64 {
		t.Errorf("%d class words, more than fit", len(classTable))
	}
}

func BenchmarkRead(b *testing.B) {
	page := "<html><body><nav>" + repeat("<a href=x>Section</a> ", 50) + "</nav><article><h1>Gates break</h1>" +
		repeat("<p>The harbour was closed on Tuesday after a storm broke two of its gates, the master said.</p>", 40) + "</article></body></html>"
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := Read(page, ""); err != nil {
			b.Fatal(err)
		}
	}
}

func repeat(s string, n int) (out string) {
	for range n {
		out += s
	}
	return out
}
