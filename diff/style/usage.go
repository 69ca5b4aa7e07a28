package style

import (
	"cmp"
	"slices"
	"strings"

	"wirediff/diff/text"
)

// Choice is a matter of style on which the versions had a choice: spellings
// that are the same to Apply, and how often each version used each.
type Choice struct{ Forms []Form }

// Form is one spelling of a choice. Counts has one number per version.
type Form struct {
	Text   string
	Counts []int
}

// Choices lists what the versions spelt in more than one way, the most
// frequent spelling of each choice first, choices in the order of that
// spelling. stories are as segmented, keyed as Apply returned them. Linear in
// the tokens.
func Choices(stories, keyed []*text.Story) []Choice {
	touched := map[uint64]bool{}
	for n, s := range stories {
		for i, t := range keyed[n].Tokens {
			if t.Key != 0 && t.Key != s.Tokens[i].Key {
				touched[t.Key] = true
			}
		}
	}
	classes := map[uint64]map[string]*Form{}
	for n, s := range stories {
		toks := keyed[n].Tokens
		for i := 0; i < len(toks); i++ {
			if !touched[toks[i].Key] {
				continue
			}
			surface := s.Body[toks[i].Start:phraseEnd(s.Tokens, toks, i)]
			count(classes, toks[i].Key, surface, n, len(stories))
		}
	}
	return sortChoices(classes)
}

// phraseEnd returns where the phrase that token i opens ends: behind the words
// that Apply silenced after it.
func phraseEnd(plain, keyed []text.Token, i int) int32 {
	end := keyed[i].End
	for k := i + 1; k < len(keyed) && keyed[k].Key == 0; k++ {
		if plain[k].Key != 0 {
			end = keyed[k].End
		}
	}
	return end
}

// count adds one use of a spelling in version n. Spellings that differ only in
// blanks or small letters inside are counted as the first in the alphabet.
func count(classes map[uint64]map[string]*Form, key uint64, surface string, n, versions int) {
	class := classes[key]
	if class == nil {
		class = map[string]*Form{}
		classes[key] = class
	}
	surface = strings.Join(strings.Fields(surface), " ")
	f := class[surface]
	if f == nil {
		f = &Form{Text: strings.Clone(surface), Counts: make([]int, versions)}
		class[surface] = f
	}
	f.Counts[n]++
}

// sortChoices brings the classes with two spellings or more into order.
func sortChoices(classes map[uint64]map[string]*Form) []Choice {
	var out []Choice
	for _, class := range classes {
		if len(class) < 2 {
			continue
		}
		var c Choice
		for _, f := range class {
			c.Forms = append(c.Forms, *f)
		}
		slices.SortFunc(c.Forms, func(a, b Form) int { return cmp.Or(b.sum()-a.sum(), strings.Compare(a.Text, b.Text)) })
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b Choice) int { return strings.Compare(a.Forms[0].Text, b.Forms[0].Text) })
	return out
}

// sum adds the counts of all versions.
func (f Form) sum() int {
	n := 0
	for _, c := range f.Counts {
		n += c
	}
	return n
}
