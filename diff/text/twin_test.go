package text

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// The fast paths of the segmenter against the slow ones they stand for.

// odd are the pieces that the fast paths tell apart.
var odd = []string{"a", "Bc", "don't", "x-y", "1,5", " ", "  ", "\n", "\r\n", "\n\n", "\r", "\f", "\u2028", "\u00a0", ".", "! ", "“", "é", "ß", "漢字", "ﬁ", "\xff", "\u00ad", "\u200b", "$", "-3", ","}

func drawOdd(t *rapid.T) string {
	return strings.Join(rapid.SliceOf(rapid.SampledFrom(odd)).Draw(t, "pieces"), "")
}

// linesNaive lists the lines of a body by their ends alone.
func linesNaive(body string) (out []string) {
	ends := strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n", "\v", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")
	for l := range strings.SplitSeq(ends.Replace(body), "\n") {
		if l = strings.TrimFunc(l, unicode.IsSpace); l != "" {
			out = append(out, l)
		}
	}
	return out
}

func TestLinesTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		body := drawOdd(t)
		var got []string
		for _, l := range appendLines(nil, body, 0, len(body), -1) {
			got = append(got, body[l.start:l.end])
			wide := 0
			for _, r := range body[l.start:l.end] {
				if wide++; scriptio(r) {
					wide++
				}
			}
			if l.width != wide {
				t.Fatalf("%q is %d columns wide, counted %d", body[l.start:l.end], l.width, wide)
			}
		}
		if want := linesNaive(body); !slices.Equal(got, want) {
			t.Fatalf("%q has lines %q, by the slow twin %q", body, got, want)
		}
	})
}

func TestKeyTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.StringMatching(`[A-Za-z0-9'.,-]{0,12}`).Draw(t, "word")
		if Key(w) != foldedKey(w) {
			t.Fatalf("%q has two keys", w)
		}
		s := strings.ToLower(w)
		if j, h := plainWord(s, 0); j == len(s) && j > 0 && loud(h) != foldedKey(s) {
			t.Fatalf("%q has another key as a plain word", w)
		}
	})
}

// TestParagraphsApart: a paragraph is cut alike wherever it stands, on every
// sequence of up to five pieces that decide where sentences end.
func TestParagraphsApart(t *testing.T) {
	pieces := []string{"He said", " so", ". ", "? ", "“", "” ", "U.S.", " 5", "\u00a0"}
	var bodies []string
	var grow func(s string, left int)
	grow = func(s string, left int) {
		if strings.TrimSpace(s) != "" {
			bodies = append(bodies, s)
		}
		for _, p := range pieces {
			if left > 0 {
				grow(s+p, left-1)
			}
		}
	}
	grow("", 4)
	source := func(body string) Source { return Source{Body: body, Language: Field{Value: "en"}} }
	sentences := func(st *Story, from, to int32) (out []string) {
		for _, x := range st.Sentences[from:to] {
			out = append(out, fmt.Sprint(x.Of(st.Body), x.Role, x.Lead.Len()))
		}
		return out
	}
	for i, body := range bodies {
		other := bodies[(i*7919+1)%len(bodies)]
		alone, both := Segment(source(body)), Segment(source(other+"\n\n"+body))
		n := int32(len(both.Sentences) - len(alone.Sentences))
		if n < 0 || !reflect.DeepEqual(sentences(alone, 0, int32(len(alone.Sentences))), sentences(both, n, int32(len(both.Sentences)))) {
			t.Fatalf("%q behind %q is cut otherwise than alone: %q, %q", body, other, sentences(both, 0, int32(len(both.Sentences))), sentences(alone, 0, int32(len(alone.Sentences))))
		}
	}
}

// TestLineEnds: how lines end changes no sentence.
func TestLineEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		body := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"He left.", "She", " stayed", "\n", "\n\n", " ", "“No.”", "1. One", "By Ada Onslow"})).Draw(t, "pieces"), "")
		var want []string
		for k, end := range []string{"\n", "\r\n", "\r"} {
			st := Segment(Source{Body: strings.ReplaceAll(body, "\n", end), Language: Field{Value: "en"}})
			var got []string
			for i := range st.Sentences {
				got = append(got, strings.Join(strings.Fields(st.Text(i)), " "))
			}
			if k == 0 {
				want = got
			} else if !slices.Equal(got, want) {
				t.Fatalf("%q with %q: %q, want %q", body, end, got, want)
			}
		}
	})
}
