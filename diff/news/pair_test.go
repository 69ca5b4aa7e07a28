package news

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"wirediff/diff/style"
	"wirediff/diff/text"
)

type goldPair struct {
	ID, A, B, Lang, Trick string
	Flags                 []struct{ Type, A, B string }
}

// TestMinimalPairs measures the floors of the minimal pairs: a flagged pair
// flagged with the right type, a harmless pair silent.
func TestMinimalPairs(t *testing.T) {
	dir := os.Getenv("WIREDIFF_SHARED")
	if dir == "" {
		t.Skip("WIREDIFF_SHARED is not set")
	}
	raw, err := os.ReadFile(filepath.Join(dir, "gold/news/minimal_pairs.json"))
	if err != nil {
		t.Skip(err)
	}
	var pairs []goldPair
	if err := json.Unmarshal(raw, &pairs); err != nil {
		t.Fatal(err)
	}
	var hit, flagged, silent, harmless int
	for _, p := range pairs {
		got := pairFlags(p.A, p.B, p.Lang)
		types := map[string]bool{}
		for _, f := range got {
			types[string(f.Type)] = true
		}
		if len(p.Flags) == 0 {
			harmless++
			if len(got) == 0 {
				silent++
			} else {
				t.Logf("%s not silent: %s\n  %s\n  %s\n  %v", p.ID, p.Trick, p.A, p.B, show(got, p))
			}
			continue
		}
		flagged++
		ok := true
		for _, f := range p.Flags {
			ok = ok && types[f.Type]
		}
		if ok && len(types) == len(p.Flags) {
			hit++
		} else {
			t.Logf("%s want %v got %v: %s\n  %s\n  %s", p.ID, p.Flags, show(got, p), p.Trick, p.A, p.B)
		}
	}
	t.Logf("flagged right %d of %d, silent %d of %d", hit, flagged, silent, harmless)
	if float64(hit) < 0.85*float64(flagged) || float64(silent) < 0.92*float64(harmless) {
		t.Errorf("below the floors 0.85 and 0.92")
	}
}

func show(fs []Flag, p goldPair) (out []string) {
	for _, f := range fs {
		out = append(out, string(f.Type)+" ["+f.A.Of(p.A)+"|"+f.B.Of(p.B)+"]")
	}
	return out
}

// pairFlags compares two sentences taken as aligned.
func pairFlags(a, b, lang string) []Flag {
	keyed, _ := style.Apply([]*text.Story{segmented(a, lang), segmented(b, lang)}, style.Rules{})
	return Pair(NewLexicon(lang), all(keyed[0]), all(keyed[1]))
}

func segmented(body, lang string) *text.Story {
	return text.Segment(text.Source{Body: body, Language: text.Field{Value: lang}})
}

func all(s *text.Story) Side {
	side := Side{Story: s}
	for i := range s.Sentences {
		side.Sentences = append(side.Sentences, int32(i))
	}
	return side
}
