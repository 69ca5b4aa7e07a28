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
	classes := map[uint64]map[uint64]*Form{}
	for n, s := range stories {
		toks := keyed[n].Tokens
		for i := 0; i < len(toks); i++ {
			if !touched[toks[i].Key] {
				continue
			}
			end, id := phrase(s.Tokens, toks, i)
			f := spelt(classes, toks[i].Key, id, len(stories))
			f.Counts[n]++
			if w := strings.Join(strings.Fields(s.Body[toks[i].Start:end]), " "); f.Text == "" || w < f.Text {
				f.Text = w
			}
		}
	}
	return sortChoices(classes)
}

// phrase returns where the phrase that token i opens ends, behind the words
// that Apply silenced after it, and what tells its spelling from others: the
// words without their typography and case.
func phrase(plain, keyed []text.Token, i int) (end int32, id uint64) {
	end, id = keyed[i].End, plain[i].Key
	for k := i + 1; k < len(keyed) && keyed[k].Key == 0; k++ {
		if plain[k].Key != 0 {
			end, id = keyed[k].End, mix(id, plain[k].Key)
		}
	}
	return end, id
}

// spelt returns the form of a class that id names, a new one if there is none.
func spelt(classes map[uint64]map[uint64]*Form, key, id uint64, versions int) *Form {
	class := classes[key]
	if class == nil {
		class = map[uint64]*Form{}
		classes[key] = class
	}
	f := class[id]
	if f == nil {
		f = &Form{Counts: make([]int, versions)}
		class[id] = f
	}
	return f
}

// sortChoices brings the classes with two spellings or more into order.
func sortChoices(classes map[uint64]map[uint64]*Form) []Choice {
	var out []Choice
	for _, class := range classes {
		if len(class) < 2 {
			continue
		}
		var c Choice
		for _, f := range class {
			c.Forms = append(c.Forms, Form{strings.Clone(f.Text), f.Counts})
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
