package news

import (
	"slices"
	"strings"

	"wirediff/diff/text"
)

// hit is a word or phrase of a watch list.
type hit struct {
	text.Span
	class    string
	from, to int
}

// hits lists the entries of a list in ws, outside quotation marks.
func (lx *Lexicon) hits(ws []word, l list) []hit {
	var out []hit
	for i := 0; i < len(ws); {
		if !ws[i].opens.has(l) || ws[i].punct || ws[i].quoted {
			i++
			continue
		}
		v, n := lx.phrase(l, ws, i)
		if n == 0 {
			i++
			continue
		}
		out = append(out, hit{spanOf(ws, i, i+n), v, i, i + n})
		i += n
	}
	return out
}

// watch looks for hedges, negations and qualifiers gained or lost.
func (p *pairing) watch() {
	p.hedges()
	p.negations()
	p.qualifiers()
}

// hedges compares by strength class: "could" for "might" is silent.
func (p *pairing) hedges() {
	if !p.lists.has(listHedges) {
		return
	}
	ha, hb := p.lx.realHedges(p.a), p.lx.realHedges(p.b)
	onlyA, onlyB := unmatched(ha, hb), unmatched(hb, ha)
	for _, x := range onlyA {
		if len(onlyB) > 0 {
			onlyB = onlyB[1:] // another hedge stands in its place
			continue
		}
		if p.about(p.a, x, &p.bs) && !p.opposed(p.b, x.Of(p.bodyA)) && !p.canToo(p.b, x, p.a) {
			p.flag(HedgeLost, x.Span, p.sureWord(p.b, x, p.a), "%s is in the first only", x.Of(p.bodyA))
		}
	}
	for _, y := range onlyB {
		if p.about(p.b, y, &p.as) && !p.opposed(p.a, y.Of(p.bodyB)) && !p.canToo(p.a, y, p.b) {
			p.flag(HedgeAdded, p.sureWord(p.a, y, p.b), y.Span, "%s is in the second only", y.Of(p.bodyB))
		}
	}
}

// canToo reports whether the other side has "can" where a hedge stands before
// the same verb.
func (p *pairing) canToo(other []word, h hit, ws []word) bool {
	for i, w := range other {
		if w.is(listCan) && i+1 < len(other) && h.to < len(ws) && other[i+1].stem == ws[h.to].stem {
			return true
		}
	}
	return false
}

// opposed reports whether ws holds the opposite of the word ("unlikely" for
// "likely"), which is reported as a negation.
func (p *pairing) opposed(ws []word, hedge string) bool {
	for _, w := range ws {
		if v, ok := p.lx.valueOf(listOpposites, w); ok && v == lowest(hedge) {
			return true
		}
	}
	return false
}

// realHedges leaves out words that hedge nothing where they stand: the month
// of May, "likely" behind a negation prefix, a fear that something may not be.
func (lx *Lexicon) realHedges(ws []word) []hit {
	var out []hit
	for _, h := range lx.hits(ws, listHedges) {
		w := ws[h.from]
		if w.low == "may" && w.upper && !w.first || lx.lang == "de" && h.class == "alleged" && h.to < len(ws) && w.low == "so" {
			continue
		}
		if h.class == "may" && h.to < len(ws) && ws[h.to].low == "not" && w.low == "could" {
			continue // "could not" says that they were unable
		}
		if w.is(listSay) && lx.speaks(ws, h.from) && !lx.nounNotVerb(ws, h.from) {
			continue // "neighbours alleged they had heard": a verb of saying
		}
		out = append(out, h)
	}
	return out
}

// unmatched lists the hits of xs whose class ys has too few of.
func unmatched(xs, ys []hit) []hit {
	if len(xs) == 0 {
		return nil
	}
	left := map[string]int{}
	for _, y := range ys {
		left[y.class]++
	}
	var out []hit
	for _, x := range xs {
		if left[x.class] > 0 {
			left[x.class]--
			continue
		}
		out = append(out, x)
	}
	return out
}

// reach is how many content words behind (or before) a hedge or a negation
// are what it speaks of.
const reach = 3

// about reports whether the other side has what the hit speaks of: one of the
// content words next to it. Otherwise the whole statement is gone, and its
// hedge with it.
func (p *pairing) about(ws []word, h hit, other *wordSet) bool {
	seen := 0
	for i := h.to; i < len(ws) && seen < reach; i++ {
		if ws[i].content() && !ws[i].quoted {
			seen++
			if other.has(ws[i].stem) {
				return true
			}
		}
	}
	seen = 0
	for i := h.from - 1; i >= 0 && seen < reach-1; i-- {
		if ws[i].content() && !ws[i].quoted {
			seen++
			if other.has(ws[i].stem) {
				return true
			}
		}
	}
	return false
}

// sureWord finds the word that took the hedge's place ("will" for "could"):
// a word of certainty before the same next word.
func (p *pairing) sureWord(other []word, h hit, ws []word) text.Span {
	for i, w := range other {
		if w.punct || w.quoted || !w.is(listSure) || i+1 >= len(other) || h.to >= len(ws) {
			continue
		}
		if other[i+1].stem == ws[h.to].stem {
			return w.Span
		}
	}
	return text.Span{}
}

// negations looks for a negated word of one side that stands without
// negation on the other.
func (p *pairing) negations() {
	if p.lists.has(shapeNegator) {
		p.lostNegations(p.a, p.b, true)
		p.lostNegations(p.b, p.a, false)
	}
	if p.lists.has(shapeDenial) {
		p.opposites(p.a, p.b, true)
		p.opposites(p.b, p.a, false)
	}
}

func (p *pairing) lostNegations(ws, other []word, inA bool) {
	for i, w := range ws {
		if w.punct || w.quoted || !w.negates() {
			continue
		}
		target := p.negated(ws, i)
		if target < 0 {
			continue
		}
		j := p.plainly(other, ws[target])
		if j < 0 {
			continue
		}
		mine, theirs := spanOf(ws, min(i, target), max(i, target)+1), other[j].Span
		if inA {
			p.flag(Negation, mine, theirs, "%q is in the first only", w.raw)
		} else {
			p.flag(Negation, theirs, mine, "%q is in the second only", w.raw)
		}
	}
}

// negates reports whether a word is a negator: "not", "hasn't".
func (f *form) negates() bool { return f.opens.has(shapeNegator) }

// negated is the word that the negator at i denies: the next content word
// (in German, where "nicht" stands behind its verb, the one before it if the
// clause ends), -1 if there is none.
func (p *pairing) negated(ws []word, i int) int {
	skip := 0
	if i+1 < len(ws) && (ws[i+1].low == "of" || ws[i+1].low == "von" || ws[i+1].low == "de") {
		skip = 1 // "none of the climbers survived" denies the verb
	}
	for j, end := i+1, i+5+4*skip; j < min(end, len(ws)) && !ws[j].punct; j++ {
		if ws[j].content() && !ws[j].quoted {
			if skip == 0 {
				return j
			}
			skip--
		}
	}
	if i > 0 && ws[i-1].is(listAuxiliaries) {
		return -1 // "Fees would not."
	}
	for j := i - 1; j >= 0 && !ws[j].punct && i-j <= 4; j-- {
		if ws[j].content() && !ws[j].quoted {
			return j
		}
	}
	return -1
}

// plainly finds the word on the other side where no negation or refusal
// stands near it; -1 if it is not there, or is denied there too.
func (p *pairing) plainly(other []word, target word) int {
	for j, w := range other {
		if w.punct || w.quoted || w.stem != target.stem {
			continue
		}
		if p.denied(other, j) {
			return -1
		}
		return j
	}
	return -1
}

// denied reports whether a refusal stands in the clause before word j, a
// negator or a word such as "unlikely" within five words before, or a negator within two behind, word j.
func (p *pairing) denied(ws []word, j int) bool {
	if p.refused(ws, j) {
		return true
	}
	for i := max(0, j-5); i < min(len(ws), j+3); i++ {
		if ws[i].punct || ws[i].sentence != ws[j].sentence {
			continue
		}
		if ws[i].negates() || i < j && ws[i].is(listOpposites) {
			return true
		}
	}
	return false
}

// refused reports whether word j stands in the clause behind a refusal:
// "rejected the idea of troops on the ground".
func (p *pairing) refused(ws []word, j int) bool {
	for i := j - 1; i >= 0 && j-i <= farRefusal && !ws[i].punct && ws[i].sentence == ws[j].sentence; i-- {
		if _, n := p.lx.phrase(listRefusals, ws, i); n > 0 && !ws[i].quoted {
			return true
		}
		if _, n := p.lx.phrase(listExceptions, ws, i); n > 0 && !ws[i].quoted {
			return true
		}
	}
	return false
}

// farRefusal is how many words behind a refusal may be what it refuses.
const farRefusal = 12

// opposites looks for "unlikely" against "likely".
func (p *pairing) opposites(ws, other []word, inA bool) {
	for _, w := range ws {
		if w.denied == 0 || w.quoted || has(other, w.low) {
			continue
		}
		for j, o := range other {
			if o.same != w.denied || o.quoted || p.denied(other, j) {
				continue
			}
			if inA {
				p.flag(Negation, w.Span, o.Span, "%s here, %s there", w.raw, o.raw)
			} else {
				p.flag(Negation, o.Span, w.Span, "%s here, %s there", o.raw, w.raw)
			}
			break
		}
	}
}

// plainOf is the word that a word with a negating prefix denies: "likely" for
// "unlikely", from the list or, where that lacks it, by the prefix alone.
func (lx *Lexicon) plainOf(f *form) (string, bool) {
	if f.is(listOpposites) {
		return lx.valueIn(f.chain, listOpposites, f.low)
	}
	for n := 2; n <= 3 && n+deniedLetters <= len(f.low); n++ {
		if lx.has(listNegPrefixes, f.low[:n]) {
			return f.low[n:], true
		}
	}
	return "", false
}

// deniedLetters is how long a word behind a prefix must be: of "union" and
// "insure" the rest is no word that the prefix denies.
const deniedLetters = 6

func has(ws []word, low string) bool {
	for _, w := range ws {
		if w.low == low {
			return true
		}
	}
	return false
}

// qualifiers compares limits on numbers and sets by class.
func (p *pairing) qualifiers() {
	if !p.lists.has(listQualifiers) {
		return
	}
	qa, qb := p.limits(p.a, p.factsA), p.limits(p.b, p.factsB)
	onlyA, onlyB := p.notDenied(unmatched(qa, qb), p.b), p.notDenied(unmatched(qb, qa), p.a)
	for _, x := range onlyA {
		other := text.Span{}
		if p.rounds(p.a, x, p.b) {
			continue
		}
		if len(onlyB) > 0 {
			other, onlyB = onlyB[0].Span, onlyB[1:]
		} else if !p.about(p.a, x, &p.bs) && !p.numberKept(p.a, x, p.b) {
			continue
		}
		p.flag(Qualifier, x.Span, other, "%s is in the first only", x.Of(p.bodyA))
	}
	for _, y := range onlyB {
		if p.rounds(p.b, y, p.a) {
			continue
		}
		if p.about(p.b, y, &p.as) || p.numberKept(p.b, y, p.a) {
			p.flag(Qualifier, text.Span{}, y.Span, "%s is in the second only", y.Of(p.bodyB))
		}
	}
}

// rounds reports whether "about" or "some" stands before a number that the
// other side has in another unit, or not at all: it then belongs to the
// conversion, or to the number that changed.
func (p *pairing) rounds(ws []word, h hit, other []word) bool {
	return h.class == "around" && !p.numberKept(ws, h, other)
}

// notDenied leaves out "all" where the other side says "none": that is a
// matter of negation.
func (p *pairing) notDenied(hs []hit, other []word) []hit {
	var out []hit
	for _, h := range hs {
		if h.class == "all" && (has(other, "none") || has(other, "no") || has(other, "neither") || has(other, "not")) {
			continue
		}
		out = append(out, h)
	}
	return out
}

// limits lists the qualifiers that limit something: before a number that the
// other side tells too, or a word for a share of a set.
func (p *pairing) limits(ws []word, fs []fact) []hit {
	var out []hit
	for _, h := range p.lx.hits(ws, listQualifiers) {
		if covers(fs, h.from, h.to) || p.limitsLone(fs, h) || h.class == "all" && p.numberNext(ws, h.to) || h.class == "most" && p.superlative(ws, h) {
			continue
		}
		if p.lx.has(listQuantifiers, join(ws[h.from:h.to])) {
			out = append(out, h)
			continue
		}
		if p.numberNext(ws, h.to) || p.numberBefore(fs, h) || h.to < len(ws) && ws[h.to].is(listQuantifiers) {
			out = append(out, h)
		}
	}
	return out
}

// numberBefore reports whether a floor or ceiling stands behind what it
// limits: "ten cows at least".
func (p *pairing) numberBefore(fs []fact, h hit) bool {
	return (h.class == "floor" || h.class == "ceiling") &&
		slices.ContainsFunc(fs, func(f fact) bool { return f.to <= h.from && h.from-f.to < 3 && f.family == "plain" })
}

// limitsLone reports whether the fact behind a qualifier stands on one side
// alone and was reported as such.
func (p *pairing) limitsLone(fs []fact, h hit) bool {
	return slices.ContainsFunc(fs, func(f fact) bool { return f.from == h.to && slices.Contains(p.lone, f.Span) })
}

// superlative tells "most likely" and "the most" from "most of the beach".
func (p *pairing) superlative(ws []word, h hit) bool {
	if h.to-h.from > 1 || h.to >= len(ws) {
		return false
	}
	return h.from > 0 && ws[h.from-1].is(listArticle) || strings.HasSuffix(ws[h.to].low, "ly") || ws[h.to].is(listHedges)
}

// numberNext reports whether a number, a sum or a vague number starts at i.
func (p *pairing) numberNext(ws []word, i int) bool {
	if i >= len(ws) {
		return false
	}
	if _, n := p.lx.moneyAt(ws, i); n > 0 {
		return true
	}
	if ws[i].is(listWeakNumbers) {
		return false
	}
	_, n := p.lx.number(ws, i)
	return n > 0 || ws[i].is(listVague) || ws[i].is(listFractions)
}

// numberKept reports whether the number that the qualifier limits stands on
// the other side too.
func (p *pairing) numberKept(ws []word, h hit, other []word) bool {
	if h.to >= len(ws) {
		return false
	}
	x, n := p.lx.number(ws, h.to)
	if n == 0 {
		return false
	}
	for i := range other {
		if y, m := p.lx.number(other, i); m > 0 && x == y {
			return true
		}
	}
	return false
}
