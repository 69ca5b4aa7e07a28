package style_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wirediff/diff/style"
	"wirediff/diff/text"
)

// vocabulary is what random stories are made of: spellings that meet.
var vocabulary = strings.Fields(`President Zelensky Zelenskyy Zelenskiy zelensky Sergei Sergey Yusuf Youssef Yousef Kyiv Kiev US U.S. us per cent percent % 5 five
	million 5m p.m. 6 6pm re-sign resign cyber-attack cyberattack No. 3 number Gen. General organise organize’s said . . , “ ” - Marten Martin Mertin`)

// TestLaws: whatever the versions hold, Apply leaves them as they are, gives
// every version the same keys in any order of versions, and adds or drops no token.
func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var stories []*text.Story
		for range rapid.IntRange(1, 5).Draw(t, "versions") {
			words := rapid.SliceOf(rapid.SampledFrom(vocabulary)).Draw(t, "words")
			stories = append(stories, story("en", "Then "+strings.Join(words, " ")+"."))
		}
		order := rapid.Permutation([]int{0, 1, 2, 3, 4}[:len(stories)]).Draw(t, "order")
		before := make([][]text.Token, len(stories))
		mixed := make([]*text.Story, len(stories))
		for i, s := range stories {
			before[i] = slices.Clone(s.Tokens)
			mixed[i] = stories[order[i]]
		}
		keyed, found := style.Apply(stories, style.Rules{})
		other, foundOther := style.Apply(mixed, style.Rules{})
		if !reflect.DeepEqual(found, foundOther) {
			t.Fatalf("rules found depend on the order: %v, %v", found, foundOther)
		}
		for i := range stories {
			if !slices.Equal(stories[i].Tokens, before[i]) {
				t.Fatal("a given story was changed")
			}
			if !slices.Equal(other[i].Tokens, keyed[order[i]].Tokens) {
				t.Fatalf("keys depend on the order of the versions: %q", mixed[i].Body)
			}
			if len(keyed[i].Tokens) != len(before[i]) {
				t.Fatal("tokens were added or dropped")
			}
		}
		style.Choices(stories, keyed)
	})
}

// TestFormat: a list that is written reads back.
func TestFormat(t *testing.T) {
	rules := []style.Rule{{A: "boat", B: "vessel"}, {A: "US", B: "U.S.", Real: true}}
	back, err := style.Parse("", style.Format(rules))
	if err != nil || !slices.Equal(rules, back) {
		t.Error(back, err)
	}
}
