package news

import (
	"cmp"
	"fmt"
	"slices"

	"wirediff/diff/text"
)

// pairing holds both sides of one aligned group while it is looked at. Its
// memory serves one group after the other.
type pairing struct {
	lx       *Lexicon
	a, b     []word
	as, bs   wordSet // words and stems of each side
	lists    listSet // what the words of both sides open
	bodyA    string
	bodyB    string
	storyA   *script
	storyB   *script
	dateA    calendar
	dateB    calendar
	factsA   []fact
	factsB   []fact
	sourcesA []source
	sourcesB []source
	namesA   []mention
	namesB   []mention
	lone     []text.Span // facts that one side has alone
	saysA    []word      // the sentence before, where a side only quotes on and its source stands there
	saysB    []word
	flags    []Flag
}

// Pair compares two aligned groups of sentences and returns what an editor
// may want to look at, in reading order of a, then b. The lexicon must be the
// one of the stories' language. Linear in the words but for small lists of
// facts, names and quotations, which are compared pairwise.
func Pair(lx *Lexicon, a, b Side) []Flag {
	voc := newVocabulary(lx, len(a.Story.Tokens)+len(b.Story.Tokens))
	sa, sb := voc.read(a.Story), voc.read(b.Story)
	p := &pairing{lx: lx, bodyA: a.Story.Body, bodyB: b.Story.Body, storyA: &sa, storyB: &sb,
		dateA: calendarOf(a.Story.Date.Value), dateB: calendarOf(b.Story.Date.Value)}
	return p.look(sa.words(nil, a.Sentences...), sb.words(nil, b.Sentences...))
}

// look compares two groups of words. The flags stand until the next call.
func (p *pairing) look(a, b []word) []Flag {
	p.a, p.b, p.lists = a, b, listSet{}
	p.lone, p.flags = p.lone[:0], p.flags[:0]
	p.collect(a, &p.as)
	p.collect(b, &p.bs)
	p.factsA, p.factsB = p.lx.appendFacts(p.factsA[:0], a, p.bodyA), p.lx.appendFacts(p.factsB[:0], b, p.bodyB)
	p.quotes()
	p.facts()
	p.names()
	p.titles()
	p.attributions()
	p.watch()
	p.agents()
	slices.SortStableFunc(p.flags, Flag.compare)
	return dedup(insideSources(p.flags))
}

// collect notes which words stand in ws, and what they open.
func (p *pairing) collect(ws []word, set *wordSet) {
	set.reset(2 * len(ws))
	for i := range ws {
		w := &ws[i]
		p.lists = p.lists.with(w.opens)
		if !w.punct {
			set.add(w.stem)
			set.add(w.same)
		}
	}
}

// insideSources drops names and facts that the flag of a lost source or doer
// covers already: one finding is reported once.
func insideSources(fs []Flag) []Flag {
	if len(fs) < 2 {
		return fs
	}
	out := fs[:0:0]
	for _, f := range fs {
		inside := false
		for _, g := range fs {
			attribution := g.Type == AttributionLost || g.Type == AttributionAdded || g.Type == PassiveAgentLost
			named := f.Type == Org || f.Type == Name || f.Type == PlaceType || f.Type == Date || f.Type == Number
			inside = inside || attribution && named && (within(f.A, g.A) && f.A.Len() > 0 || within(f.B, g.B) && f.B.Len() > 0)
		}
		if !inside {
			out = append(out, f)
		}
	}
	return out
}

func within(inner, outer text.Span) bool { return inner.Start >= outer.Start && inner.End <= outer.End }

// compare orders flags by their place, then by type.
func (f Flag) compare(g Flag) int {
	return cmp.Or(cmp.Compare(f.A.Start, g.A.Start), cmp.Compare(f.B.Start, g.B.Start), cmp.Compare(f.Type, g.Type))
}

func dedup(fs []Flag) []Flag {
	out := fs[:0]
	for i, f := range fs {
		if i > 0 && f.Type == fs[i-1].Type && f.A == fs[i-1].A && f.B == fs[i-1].B {
			continue
		}
		out = append(out, f)
	}
	return out
}

func (p *pairing) flag(t Type, a, b text.Span, format string, args ...any) {
	p.flags = append(p.flags, Flag{t, a, b, fmt.Sprintf(format, args...)})
}
