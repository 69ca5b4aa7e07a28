// Package style knows house style: spellings that an outlet's style book
// decides and that change no meaning (US/U.S., per cent/percent, Kyiv/Kiev).
package style

import "wirediff/diff/text"

// Rule is one decision about a pair of spellings.
type Rule struct {
	A, B string // one to a few words each, as people write them
	Real bool   // false "=": the same; true "!": always a real change
	From string // who says so: "built-in en", "found in the texts: ...", the user's file name
}

// Rules is a set of decisions: the built-in tables, what was found in the
// texts and the user's own list, the later ones winning. Never modified.
type Rules struct{ User []Rule }

// Apply returns the stories with Token.Key replaced by the key of the
// canonical spelling, and the rules that were found from the texts
// themselves (name variants). The given stories are not modified. The result
// does not depend on the order of the stories.
func Apply(stories []*text.Story, rules Rules) (keyed []*text.Story, found []Rule) {
	return stories, nil // SKELETON
}
