package news

import (
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
