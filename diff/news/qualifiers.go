package news

import (
	"slices"
	"strings"

	"wirediff/diff/text"
)

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
