package news

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"wirediff/diff/text"
)

// pairing holds both sides of one aligned group while it is looked at. Its
// memory serves one group after the other.
type pairing struct {
	lx     *Lexicon
	a, b   []word
	as, bs wordSet // words and stems of each side
	lists  listSet // what the words of both sides open
	bodyA  string
	bodyB  string
	factsA []fact
	factsB []fact
	namesA []mention
	namesB []mention
	lone   []text.Span // facts that one side has alone
	saysA  []word      // the sentence before, where a side only quotes on and its source stands there
	saysB  []word
	flags  []Flag
}

// Pair compares two aligned groups of sentences and returns what an editor
// may want to look at, in reading order of a, then b. The lexicon must be the
// one of the stories' language. Linear in the words but for small lists of
// facts, names and quotations, which are compared pairwise.
func Pair(lx *Lexicon, a, b Side) []Flag {
	voc := newVocabulary(lx, len(a.Story.Tokens)+len(b.Story.Tokens))
	sa, sb := voc.read(a.Story), voc.read(b.Story)
	p := &pairing{lx: lx, bodyA: a.Story.Body, bodyB: b.Story.Body}
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

// facts compares numbers, sums, dates and measures.
func (p *pairing) facts() {
	fa, fb := p.factsA, p.factsB
	weighPounds(fa, fb)
	weighPounds(fb, fa)
	usedA, usedB := make([]bool, len(fa)), make([]bool, len(fb))
	match := func(same func(x, y fact) bool) {
		for i := range fa {
			for j := range fb {
				if !usedA[i] && !usedB[j] && same(fa[i], fb[j]) {
					usedA[i], usedB[j] = true, true
				}
			}
		}
	}
	match(func(x, y fact) bool { return x.key == y.key })
	match(func(x, y fact) bool { return x.kind == y.kind && p.equivalent(x, y) })
	for _, near := range []bool{true, false} { // those in the same place first
		for i, x := range fa {
			for j, y := range fb {
				if usedA[i] || usedB[j] || !comparable(x, y) || near && !p.samePlace(x, y) {
					continue
				}
				usedA[i], usedB[j] = true, true
				p.changedFact(x, y)
			}
		}
	}
	for i, x := range fa {
		if !usedA[i] && !converts(x, fa) {
			p.loneFact(x, true)
		}
	}
	for j, y := range fb {
		if !usedB[j] && !converts(y, fb) {
			p.loneFact(y, false)
		}
	}
}

// converts reports whether a measure only gives another one of its own side
// in another unit: "60 metres (197 feet)".
func converts(f fact, own []fact) bool {
	for _, o := range own {
		if isMeasure(f) && o.family == f.family && o.unit != f.unit && sameMeasure(o, f) {
			return true
		}
	}
	return false
}

// samePlace reports whether two facts stand behind, or before, the same word.
func (p *pairing) samePlace(x, y fact) bool {
	before := x.from > 0 && y.from > 0 && p.a[x.from-1].low == p.b[y.from-1].low && p.a[x.from-1].content()
	behind := x.to < len(p.a) && y.to < len(p.b) && stem(p.a[x.to].low) == stem(p.b[y.to].low) && !p.a[x.to].punct
	return before || behind
}

// equivalent accepts right conversions, a day with and without its year, and
// a share told as a fraction.
func (p *pairing) equivalent(x, y fact) bool {
	switch {
	case x.family == "mass" && x.stated == y.stated && x.unit != y.unit && tons(x) && tons(y):
		return true // an ocean apart
	case x.family == y.family && isMeasure(x) && x.unit != y.unit:
		return sameMeasure(x, y)
	case x.family == "day" && y.family == "day":
		return prefixOf(x.key, y.key) || prefixOf(y.key, x.key)
	case x.family == "clock" && y.family == "clock":
		return sameClock(x, y)
	case x.family == "percent" && y.family == "percent" && x.unit == y.unit:
		slack := 0.05
		if x.rough || y.rough {
			slack = 0.5
		}
		return math.Abs(x.value-y.value) < slack
	}
	return false
}

// weighPounds reads pounds as a mass where the other side has a mass and no
// sum of money: "110 pounds" against "50 kilograms".
func weighPounds(fs, others []fact) {
	mass := false
	for _, o := range others {
		if o.kind == Money {
			return
		}
		mass = mass || o.family == "mass"
	}
	for i, f := range fs {
		if mass && f.kind == Money && f.unit == "GBP" && !strings.Contains(f.raw, "£") {
			m := measure("mass 0.45359237", f.stated)
			m.Span, m.raw, m.quoted, m.from, m.to = f.Span, f.raw, f.quoted, f.from, f.to
			fs[i] = m
		}
	}
}

// tons reports whether a mass is given in tons or tonnes, words that desks do
// not keep apart.
func tons(f fact) bool { return strings.Contains(strings.ToLower(f.raw), "ton") }

func prefixOf(a, b string) bool { return len(a) < len(b) && b[:len(a)] == a }

// covers reports whether words from..to are part of a fact.
func covers(fs []fact, from, to int) bool {
	return slices.ContainsFunc(fs, func(f fact) bool { return from >= f.from && to <= f.to })
}

func isMeasure(f fact) bool {
	switch f.family {
	case "length", "area", "mass", "volume", "temperature", "speed":
		return true
	}
	return false
}

// comparable says which facts may stand for each other: a weekday for a
// weekday, a sum for a sum, a plain number for a plain number.
func comparable(x, y fact) bool {
	if x.quoted != y.quoted {
		return false
	}
	return x.family == y.family
}

func (p *pairing) changedFact(x, y fact) {
	if x.quoted || x.weak && y.weak && x.family == "plain" && !p.samePlace(x, y) {
		return // the words of a quotation are compared as such
	}
	t := x.kind
	if isMeasure(x) && x.unit != y.unit {
		t = UnitConversion
		p.flag(t, x.Span, y.Span, "%s is not %s", x.raw, y.raw)
		return
	}
	p.flag(t, x.Span, y.Span, "%s here, %s there", x.raw, y.raw)
}

// loneFact reports a fact that stands on one side only, unless it is weak, in
// a quotation, or the other side has its words.
func (p *pairing) loneFact(f fact, inA bool) {
	if f.weak || f.quoted {
		return
	}
	other := &p.bs
	if !inA {
		other = &p.as
	}
	if other.has(hash(stem(lowest(f.raw)))) {
		return
	}
	p.lone = append(p.lone, f.Span)
	if inA {
		p.flag(f.kind, f.Span, text.Span{}, "%s is in the first only", f.raw)
	} else {
		p.flag(f.kind, text.Span{}, f.Span, "%s is in the second only", f.raw)
	}
}
