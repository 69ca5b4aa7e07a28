package news

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wirediff/diff"
	"wirediff/diff/text"
)

type goldFact struct {
	Pair       string
	A, B       int
	Type       string
	AText      string `json:"a_text"`
	BText      string `json:"b_text"`
	Real, Firm bool
	Scope      string
	Why        string
	Also       *string
}

// sharedStories compares the five real versions; it skips where they are absent.
func sharedStories(t *testing.T) (*diff.Collation, string) {
	t.Helper()
	dir := os.Getenv("WIREDIFF_SHARED")
	if dir == "" {
		t.Skip("WIREDIFF_SHARED is not set")
	}
	files, _ := filepath.Glob(filepath.Join(dir, "stories", "*.txt"))
	if len(files) == 0 {
		t.Skip("no stories")
	}
	var src []text.Source
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		src = append(src, text.Source{Name: filepath.Base(f), Body: string(raw)})
	}
	c, err := diff.Compare(context.Background(), src, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c, dir
}

func readGold(t *testing.T, path string, v any) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Skip(err)
	}
	if err := json.Unmarshal(raw, v); err != nil {
		t.Fatal(err)
	}
}

// TestStoryFlags measures the floors of issue 7 on the given pairs: recall of
// findings that are real, firm and shared; precision over firm entries.
func TestStoryFlags(t *testing.T) {
	c, dir := sharedStories(t)
	var facts, attr []goldFact
	readGold(t, filepath.Join(dir, "gold/news/stories.facts.json"), &facts)
	readGold(t, filepath.Join(dir, "gold/news/stories.attribution.json"), &attr)
	gold := append(facts, attr...)
	flags := Find(c, Options{Base: -1}).Flags
	pairs := map[string][2]int{"s0-s2": {0, 2}, "s1-s3": {1, 3}, "s1-s4": {1, 4}}
	found, want, good, bad := 0, 0, 0, 0
	hit := make([]bool, len(gold))
	for name, p := range pairs {
		pair := c.Pair(p[0], p[1])
		for _, f := range flags {
			if q := c.Pairs[f.Pair]; q.A != pair.A || q.B != pair.B {
				continue
			}
			a, b := f.A.Of(c.Versions[p[0]].Body), f.B.Of(c.Versions[p[1]].Body)
			verdict := "nothing"
			for i, g := range gold {
				if g.Pair != name || !(meets(g.AText, a) || meets(g.BText, b)) || !family(g.Type, string(f.Type)) {
					continue
				}
				hit[i] = true
				switch {
				case g.Real || !g.Firm:
					verdict = "good"
				case verdict == "nothing":
					verdict = "firm not real"
				}
			}
			if strings.HasPrefix(string(f.Type), "quote") {
				verdict = "good"
			}
			if verdict == "good" {
				good++
			} else {
				bad++
				t.Logf("false: %s %s [%s|%s] %s", name, f.Type, a, b, verdict)
			}
		}
	}
	for i, g := range gold {
		if g.Real && g.Firm && g.Scope == "shared" {
			want++
			if hit[i] {
				found++
			} else {
				t.Logf("missed: %s %d-%d %s [%s|%s] %s", g.Pair, g.A, g.B, g.Type, g.AText, g.BText, g.Why)
			}
		}
	}
	t.Logf("recall %d of %d, precision %d of %d", found, want, good, good+bad)
}

// meets reports whether two stretches of text overlap in a word of weight.
func meets(gold, got string) bool {
	if gold == "" || got == "" {
		return false
	}
	return strings.Contains(gold, got) || strings.Contains(got, gold)
}

// family accepts the neighbouring types that two readers may choose between.
func family(gold, got string) bool {
	if gold == got {
		return true
	}
	kin := map[string]string{"name": "who", "org": "who", "title": "who", "place": "who", "number": "n", "quantity": "n", "money": "n",
		"attribution_lost": "a", "attribution_added": "a", "attribution_scope": "a"}
	return kin[gold] != "" && kin[gold] == kin[got] || gold == "org" && kin[got] == "a"
}

type goldQuote struct {
	ID, Kind    string
	Speaker     *string
	Text        string
	Optional    bool
	Occurrences map[string]struct {
		Unit      *int
		MarksText *string `json:"marks_text"`
		State     string
		Verb      *string
		Form      *string
	}
}

// TestStoryQuotes measures the floors of the ledger: found with the right
// state, right speaker.
func TestStoryQuotes(t *testing.T) {
	c, dir := sharedStories(t)
	var gold []goldQuote
	readGold(t, filepath.Join(dir, "gold/news/stories.quotes.json"), &gold)
	quotes := Quotes(c, NewLexicon)
	states, right, speakers, named := 0, 0, 0, 0
	for _, g := range gold {
		for v := range c.Versions {
			occ, ok := g.Occurrences["s"+string(rune('0'+v))]
			if !ok || occ.MarksText == nil {
				continue
			}
			states++
			q := byMarks(quotes, c, v, *occ.MarksText)
			if q == nil {
				t.Logf("%s not found in s%d: %s", g.ID, v, *occ.MarksText)
				continue
			}
			if string(q.Versions[v].State) == occ.State {
				right++
			} else {
				t.Logf("%s s%d state %s, want %s: %s", g.ID, v, q.Versions[v].State, occ.State, *occ.MarksText)
			}
			if g.Speaker != nil {
				named++
				if q.Speech && sameSpeaker(*g.Speaker, q.Speaker) {
					speakers++
				} else {
					t.Logf("%s s%d speaker %q, want %q", g.ID, v, q.Speaker, *g.Speaker)
				}
			} else if q.Speech {
				t.Logf("%s s%d is a label", g.ID, v)
			}
		}
	}
	t.Logf("state %d of %d, speaker %d of %d", right, states, speakers, named)
}

func byMarks(qs []Quote, c *diff.Collation, v int, marks string) *Quote {
	for i := range qs {
		if s := qs[i].Versions[v].Span; s.Len() > 0 {
			got := strings.Trim(s.Of(c.Versions[v].Body), " ,.")
			if got == strings.Trim(marks, " ,.") {
				return &qs[i]
			}
		}
	}
	return nil
}

func sameSpeaker(gold, got string) bool {
	gold, _, _ = strings.Cut(gold, " (")
	gold, _, _ = strings.Cut(gold, ",")
	g, h := strings.Fields(strings.ToLower(gold)), strings.Fields(strings.ToLower(strings.ReplaceAll(got, "U.S.", "US")))
	return len(g) > 0 && len(h) > 0 && g[len(g)-1] == h[len(h)-1]
}
