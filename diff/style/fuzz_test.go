package style_test

import (
	"reflect"
	"slices"
	"testing"

	"wirediff/diff/style"
	"wirediff/diff/text"
)

// FuzzApply compares two bodies under a user's list, whatever they hold: a
// list that reads writes and reads back, nothing given is changed, and the
// keys do not depend on the order of the versions.
func FuzzApply(f *testing.F) {
	f.Add("Mr. Zelensky said 5 per cent.", "Mr Zelenskyy said five percent, at 6pm.", "boat = vessel\nUS ! U.S. # ours")
	f.Add("A cyber-attack on U.S. soil", "a cyberattack on US soil", "\ufeffa = b = c")
	f.Add("5 million\xff", "\u2028", " = \n!")
	f.Fuzz(func(t *testing.T, a, b, list string) {
		user, err := style.Parse("list", list)
		if err == nil {
			back, err := style.Parse("list", style.Format(user))
			if err != nil || len(back) != len(user) {
				t.Fatalf("%q is written as %q, which reads as %v, %v", list, style.Format(user), back, err)
			}
		}
		x, y := text.Segment(text.Source{Body: a}), text.Segment(text.Source{Body: b})
		before := slices.Clone(x.Tokens)
		rules := style.Rules{User: user}
		keyed, found := style.Apply([]*text.Story{x, y}, rules)
		other, foundOther := style.Apply([]*text.Story{y, x}, rules)
		if !slices.Equal(x.Tokens, before) {
			t.Fatal("a given story was changed")
		}
		if !reflect.DeepEqual(found, foundOther) || !slices.Equal(keyed[0].Tokens, other[1].Tokens) || !slices.Equal(keyed[1].Tokens, other[0].Tokens) {
			t.Fatalf("the result depends on the order: %v, %v", found, foundOther)
		}
		style.Choices([]*text.Story{x, y}, keyed)
	})
}
