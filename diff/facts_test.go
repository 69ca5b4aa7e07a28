package diff_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"wirediff/diff"
	"wirediff/diff/align"
	"wirediff/diff/edit"
	"wirediff/diff/text"
)

// shared returns the folder of the real stories, which are for tests only.
func shared(t *testing.T) string {
	dir := os.Getenv("WIREDIFF_SHARED")
	if dir == "" {
		t.Skip("WIREDIFF_SHARED is not set")
	}
	return dir
}

// realStories compares the five real versions; the index is the story's number.
func realStories(t *testing.T) *diff.Collation {
	files, err := filepath.Glob(filepath.Join(shared(t), "stories", "*.txt"))
	if err != nil || len(files) != 5 {
		t.Fatal(files, err)
	}
	var sources []text.Source
	for _, f := range files {
		body, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, text.Source{Name: filepath.Base(f), File: f, Body: string(body)})
	}
	return compare(t, sources, diff.Options{})
}

// sentenceWith returns the only sentence of a version that holds all words.
func sentenceWith(t *testing.T, c *diff.Collation, v int, words ...string) int32 {
	t.Helper()
	found := int32(-1)
	for i := range c.Versions[v].Sentences {
		holds := true
		for _, w := range words {
			holds = holds && strings.Contains(strings.ToLower(c.Versions[v].Text(i)), w)
		}
		if holds && found >= 0 {
			t.Fatalf("two sentences of version %d hold %q", v, words)
		}
		if holds {
			found = int32(i)
		}
	}
	if found < 0 {
		t.Fatalf("no sentence of version %d holds %q", v, words)
	}
	return found
}

// TestStoryAdded checks the sentences that one outlet alone has.
func TestStoryAdded(t *testing.T) {
	c := realStories(t)
	for _, f := range []struct {
		version int
		words   []string
	}{
		{3, []string{"nevertheless", "optimistic"}}, {3, []string{"better if they met"}}, {3, []string{"see how they do"}},
		{3, []string{"levin", "instinct"}},
		{3, []string{"bessent", "could be"}}, {3, []string{"got to get through"}},
		{1, []string{"polyanskiy"}},
	} {
		row := c.RowOf(f.version, sentenceWith(t, c, f.version, f.words...))
		for v := range c.Versions {
			has, want := len(c.Rows[row].Cells[v].Sentences) > 0, v == f.version
			if has != want {
				t.Errorf("%q in version %d: %v", f.words, v, has)
			}
			if v != f.version && c.Read(v).Verdicts[row][f.version].Status != diff.Added {
				t.Errorf("%q is %v against %d", f.words, c.Read(v).Verdicts[row][f.version].Status, v)
			}
		}
		if got := c.Read(-1).Verdicts[row][f.version].Status; got != diff.OnlyHere {
			t.Errorf("%q without a base: %v", f.words, got)
		}
	}
}

// TestStoryShapes checks splits, the trim at the end and the own story.
func TestStoryShapes(t *testing.T) {
	c := realStories(t)
	r := c.Read(1)
	if n := r.Tallies[0].Count[diff.Split]; n < 8 {
		t.Errorf("version 0: %d split", n)
	}
	cut := 0
	for i := range r.Rows {
		if len(r.Rows[i].Cells[1].Sentences) > 0 {
			cut++
			if r.Verdicts[i][2].Status != diff.Cut {
				cut = 0
			}
		}
	}
	if cut < 6 {
		t.Errorf("version 2 is trimmed by %d", cut)
	}
	for base := range 4 {
		tally := c.Read(base).Tallies[4]
		if !tally.OwnStory || tally.KeptOf > 0 || tally.Count[diff.Cut] > 0 {
			t.Errorf("version 4 against %d: %+v", base, tally)
		}
		for v := range 4 {
			if c.Read(base).Tallies[v].OwnStory {
				t.Errorf("version %d against %d is an own story", v, base)
			}
		}
	}
}

// TestStoryQuiet checks that spellings of a name, U.S. and quotation marks
// alone are never an edit.
func TestStoryQuiet(t *testing.T) {
	c := realStories(t)
	for i := range c.Pairs {
		p := &c.Pairs[i]
		for _, g := range p.Groups {
			if len(g.A) == 0 || len(g.B) == 0 {
				continue
			}
			es, share := c.Words(p.A, p.B, g.A, g.B)
			if share > edit.BlockShare {
				continue
			}
			for _, e := range es {
				from, to := bare(e.A.Of(p.Alignment.A.Body)), bare(e.B.Of(p.Alignment.B.Body))
				if e.Op == edit.Replace && from == to || e.Op != edit.Replace && from == "" && to == "" {
					t.Errorf("%d-%d: %v %q %q", p.A, p.B, e.Op, e.A.Of(p.Alignment.A.Body), e.B.Of(p.Alignment.B.Body))
				}
			}
		}
	}
}

// bare leaves the letters and digits of a text, doubled final letters once.
func bare(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == ' ' {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
	return strings.ReplaceAll(s, "yy", "y")
}

// goldLink is a link of a gold alignment.
type goldLink struct {
	A, B     []int32
	Kind     string
	Optional bool
}

// TestStoryGold checks the pairs given: links, splits and merges, and that
// what is the same but for style is called so.
func TestStoryGold(t *testing.T) {
	c := realStories(t)
	var hit, ours, gold int
	for _, pair := range [][2]int{{0, 2}, {1, 3}, {1, 4}} {
		links, optional := readGold(t, c, pair[0], pair[1])
		want := map[[2]int32]bool{}
		for _, l := range links {
			for _, a := range l.A {
				for _, b := range l.B {
					want[[2]int32{a, b}] = true
				}
			}
			checkGoldGroup(t, c.Pair(pair[0], pair[1]), l)
		}
		gold += len(want)
		for _, g := range c.Pair(pair[0], pair[1]).Groups {
			for _, a := range g.A {
				for _, b := range g.B {
					if optional[[2]int32{a, b}] {
						continue
					}
					ours++
					if want[[2]int32{a, b}] {
						hit++
					} else {
						t.Logf("%v: link of %d and %d is not in the gold", pair, a, b)
					}
				}
			}
		}
	}
	f1 := 2 * float64(hit) / float64(ours+gold)
	t.Logf("pair F1 %.4f: %d found, %d in the gold, %d of them", f1, ours, gold, hit)
	if f1 < 0.975 {
		t.Error("below 0.975")
	}
}

func checkGoldGroup(t *testing.T, p *diff.Pair, l goldLink) {
	t.Helper()
	var kind align.Kind
	found := false
	for _, g := range p.Groups {
		if slices.Equal(g.A, l.A) && slices.Equal(g.B, l.B) {
			kind, found = g.Kind, true
		}
	}
	switch {
	case l.Kind == "split" || l.Kind == "merge":
		if !found {
			t.Errorf("%d-%d: %s of %v and %v not found", p.A, p.B, l.Kind, l.A, l.B)
		}
	case l.Kind == "same" && kind != align.Same && kind != align.Style:
		t.Errorf("%d-%d: %v and %v are the same, called %v", p.A, p.B, l.A, l.B, kind)
	case !found:
		t.Logf("%d-%d: %s of %v and %v not found", p.A, p.B, l.Kind, l.A, l.B)
	}
}

// readGold reads the links of a gold pair, in our sentence numbers, and the
// pairs that are optional.
func readGold(t *testing.T, c *diff.Collation, a, b int) (links []goldLink, optional map[[2]int32]bool) {
	t.Helper()
	var file struct {
		Links []struct {
			A, B     json.RawMessage
			Kind     string
			Optional bool
		}
	}
	readJSON(t, filepath.Join("gold", "s"+string(rune('0'+a))+"-s"+string(rune('0'+b))+".json"), &file)
	toA, toB := goldSentences(t, c, a), goldSentences(t, c, b)
	optional = map[[2]int32]bool{}
	for _, x := range file.Links {
		l := goldLink{A: renumber(t, x.A, toA), B: renumber(t, x.B, toB), Kind: x.Kind}
		if !x.Optional {
			links = append(links, l)
			continue
		}
		for _, i := range l.A {
			for _, j := range l.B {
				optional[[2]int32{i, j}] = true
			}
		}
	}
	return links, optional
}

// renumber reads unit numbers, one or a list.
func renumber(t *testing.T, raw json.RawMessage, to []int32) (out []int32) {
	t.Helper()
	var many []int
	if err := json.Unmarshal(raw, &many); err != nil {
		many = make([]int, 1)
		if err := json.Unmarshal(raw, &many[0]); err != nil {
			t.Fatal(err)
		}
	}
	for _, i := range many {
		out = append(out, to[i])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// goldSentences maps the units of the gold to the sentences that hold their
// first letters.
func goldSentences(t *testing.T, c *diff.Collation, v int) []int32 {
	t.Helper()
	var file struct{ Sentences []string }
	readJSON(t, filepath.Join("gold", "s"+string(rune('0'+v))+".sentences.json"), &file)
	var ends []int // letters up to the end of each of our sentences
	total := 0
	for i := range c.Versions[v].Sentences {
		total += letters(c.Versions[v].Text(i))
		ends = append(ends, total)
	}
	var to []int32
	at := 0
	for _, s := range file.Sentences {
		n, found := slices.BinarySearch(ends, at)
		if found {
			n++
		}
		to = append(to, int32(min(n, len(ends)-1)))
		at += letters(s)
	}
	if at != total {
		t.Fatalf("version %d: %d letters, %d in the gold", v, total, at)
	}
	return to
}

func letters(s string) (n int) {
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

func readJSON(t *testing.T, file string, into any) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(shared(t), file))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, into); err != nil {
		t.Fatal(err)
	}
}
