package text_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"unicode"

	"wirediff/diff/text"
)

// A set of marked sentences, format sbd-v1: offsets count code points.
type sbdSet struct {
	Lang string
	Docs []struct {
		ID    string
		Text  string
		Sents [][2]int
	}
}

// readShared reads a JSON file of the evaluation sets; they are no part of the project.
func readShared(t testing.TB, name string, into any) {
	t.Helper()
	dir := os.Getenv("WIREDIFF_SHARED")
	if dir == "" {
		t.Skip("WIREDIFF_SHARED is not set")
	}
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Skip(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

// boundaries are the inner ends of sentences, counted in characters that are not white space.
func boundaries(body string, spans []text.Span) map[int]bool {
	set := map[int]bool{}
	k, n := 0, 0
	for i, r := range body {
		for k < len(spans) && int(spans[k].End) <= i {
			set[n] = true
			k++
		}
		if !unicode.IsSpace(r) {
			n++
		}
	}
	delete(set, 0)
	delete(set, n)
	return set
}

// goldSpans turns code points into bytes.
func goldSpans(body string, sents [][2]int) []text.Span {
	var at []int32
	for i := range body {
		at = append(at, int32(i))
	}
	at = append(at, int32(len(body)))
	var out []text.Span
	for _, s := range sents {
		out = append(out, text.Span{Start: at[s[0]], End: at[s[1]]})
	}
	return out
}

func sentenceSpans(st *text.Story) []text.Span {
	var out []text.Span
	for _, s := range st.Sentences {
		out = append(out, s.Span)
	}
	return out
}

// TestBoundaries holds the segmenter to floors on public sets: F1 of inner
// boundaries, and the share of documents that are exact.
func TestBoundaries(t *testing.T) {
	for _, c := range []struct {
		name  string
		f1    float64
		exact float64
	}{
		{"en_gum_dev", .975, 0}, {"en_ewt_dev", .915, 0}, {"golden_ps_readme_en", 0, 47. / 52}, {"news_traps_en", 0, .95},
		{"de_gsd_test", .93, 0}, {"fr_gsd_test", .97, 0}, {"es_gsd_test", .97, 0}, {"ru_gsd_test", .983, 0},
		{"ja_gsd_test", .985, 0}, {"zh_gsdsimp_test", .9975, 0},
		{"golden_ps_readme_de", 0, 1}, {"golden_ps_readme_es", 0, 1}, {"golden_ps_readme_ja", 0, .8}, {"golden_ps_readme_ru", 0, .6}, {"golden_ps_readme_ar", 0, .4},
	} {
		t.Run(c.name, func(t *testing.T) {
			var set sbdSet
			readShared(t, "eval/sbd/"+c.name+".json", &set)
			tp, sys, gold, exact := 0, 0, 0, 0
			for _, d := range set.Docs {
				src := text.Source{Body: d.Text}
				src.Language.Value = set.Lang
				g := boundaries(d.Text, goldSpans(d.Text, d.Sents))
				s := boundaries(d.Text, sentenceSpans(text.Segment(src)))
				hit := 0
				for b := range s {
					if g[b] {
						hit++
					}
				}
				tp, sys, gold = tp+hit, sys+len(s), gold+len(g)
				if hit == len(g) && hit == len(s) {
					exact++
				}
			}
			f1, share := 2*float64(tp)/float64(sys+gold), float64(exact)/float64(len(set.Docs))
			t.Logf("P %.4f R %.4f F1 %.4f exact %d of %d (%.3f)", float64(tp)/float64(sys), float64(tp)/float64(gold), f1, exact, len(set.Docs), share)
			if f1 < c.f1 || share < c.exact {
				t.Errorf("F1 %.4f, want %.3f; exact %.3f, want %.3f", f1, c.f1, share, c.exact)
			}
		})
	}
}
