package news

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestSections holds that every section of the data is a list that the rules
// know, and that every list has a name.
func TestSections(t *testing.T) {
	for l, name := range listNames {
		if name == "" {
			t.Errorf("list %d has no name", l)
		}
	}
	for lang, lists := range map[string]string{"en": listsEN, "de": listsDE, "fr": listsFR, "es": listsES} {
		for line := range strings.Lines(lists) {
			line = strings.TrimSpace(line)
			if name, ok := strings.CutPrefix(line, "["); ok && !slices.Contains(listNames[:], strings.TrimSuffix(name, "]")) {
				t.Errorf("%s: no rule reads the list %s", lang, line)
			}
		}
	}
}

// TestPhrase looks entries up: the longest counts, marks end a phrase,
// hyphens and glued words are told apart.
func TestPhrase(t *testing.T) {
	lx := readLexicon("en", "\n[units]\nmile = 1, miles an hour = 2, miles = 3\n[media]\nsky-line, sky news, the hill\n[places]\nthe hill = x\n")
	for _, c := range []struct {
		list list
		text string
		want string
	}{
		{listUnits, "miles an hour", "2 3"},
		{listUnits, "miles an inch", "3 1"},
		{listUnits, "miles, an hour", "3 1"},
		{listUnits, "Mile's", "1 1"},
		{listMedia, "sky-line", " 2"},
		{listMedia, "sky line", " 0"},
		{listMedia, "sky  news", " 2"},
		{listMedia, "The Hill", " 2"},
		{listPlaces, "The Hill", "x 2"},
		{listSay, "miles", " 0"},
	} {
		value, n := lx.phrase(c.list, wordsOf(lx, c.text), 0)
		if got := fmt.Sprint(value, " ", n); got != c.want {
			t.Errorf("%s in %q: %q, want %q", listNames[c.list], c.text, got, c.want)
		}
	}
}

// TestTable adds many numbers and finds each again, and no other.
func TestTable(t *testing.T) {
	var x table
	if x.find(1) != 0 {
		t.Error("an empty table holds a number")
	}
	const n = 5000
	for i := range int32(n) {
		if at := x.at(hash(fmt.Sprint(i))); *at != 0 {
			t.Fatalf("%d stands already", i)
		} else {
			*at = i + 1
		}
	}
	for i := range int32(2 * n) {
		if got := x.find(hash(fmt.Sprint(i))); i < n && got != i+1 || i >= n && got != 0 {
			t.Fatalf("%d: %d", i, got)
		}
	}
}

// wordsOf reads one sentence.
func wordsOf(lx *Lexicon, sentence string) []word {
	st := segmented(sentence, lx.lang)
	s := newVocabulary(lx, len(st.Tokens)).read(st)
	return s.words(nil, 0)
}

// TestStem cuts the longest ending that leaves enough of the word.
func TestStem(t *testing.T) {
	for word, want := range map[string]string{
		"": "", "s": "s", "yes": "yes", "died": "died", "tried": "tri", "cries": "cri", "carries": "carr", "ring": "ring", "string": "str",
		"negotiations": "negoti", "negotiate": "negoti", "taxes": "tax", "boats": "boat", "city": "cit", "être": "êtr", "überraschung": "überra",
	} {
		if got := stem(word); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
}
