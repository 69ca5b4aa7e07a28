package news

import (
	"slices"

	"wirediff/diff/text"
)

// attributions compares who says it, with which verb, and to whom.
func (p *pairing) attributions() {
	if !p.lists.meets(sourceLists) {
		return
	}
	p.sourcesA, p.sourcesB = p.lx.appendSources(p.sourcesA[:0], p.a), p.lx.appendSources(p.sourcesB[:0], p.b)
	sa, sb := p.sourcesA, p.sourcesB
	usedA, usedB := make([]bool, len(sa)), make([]bool, len(sb))
	link := func(same func(x, y source) bool) {
		for i := range sa {
			for j := range sb {
				if !usedA[i] && !usedB[j] && same(sa[i], sb[j]) {
					usedA[i], usedB[j] = true, true
					p.sameSource(sa[i], sb[j])
				}
			}
		}
	}
	link(func(x, y source) bool { return x.head == y.head && x.class == y.class })
	link(func(x, y source) bool { return x.head != "" && x.head == y.head })
	link(func(x, y source) bool { return sharesContent(p.lx, x.subject, y.subject) })
	link(func(x, y source) bool { return p.refers(x, y) })
	link(func(x, y source) bool { return true })
	for i, x := range sa {
		if !usedA[i] && !p.carries(p.saysB, x) && p.sourceGone(x, p.b, p.a, sb) {
			p.flag(AttributionLost, x.Span, text.Span{}, "the source is in the first only")
		}
	}
	for j, y := range sb {
		if !usedB[j] && !p.carries(p.saysA, y) && p.sourceGone(y, p.a, p.b, sa) {
			p.flag(AttributionAdded, text.Span{}, y.Span, "the source is in the second only")
		}
	}
	p.scope(sa, sb)
}

func sharesContent(lx *Lexicon, a, b []word) bool {
	for _, x := range a {
		for _, y := range b {
			if x.content() && x.stem == y.stem {
				return true
			}
		}
	}
	return false
}

// refers reports whether one subject is a pronoun, which may stand for the other.
func (p *pairing) refers(x, y source) bool {
	return p.lx.has(listPronouns, x.head) || p.lx.has(listPronouns, y.head)
}

// sameSource compares verb and receiver of two attributions to one source.
func (p *pairing) sameSource(x, y source) {
	if x.class != y.class && !p.deniesAnyway(x, y) {
		p.flag(AttributionVerb, x.verb, y.verb, "%s became %s", x.verb.Of(p.bodyA), y.verb.Of(p.bodyB))
	}
	if x.receiver != "" && y.receiver == "" && !p.says(p.b, x.receiver) {
		p.flag(AttributionLost, x.recvSpan, text.Span{}, "who was told is in the first only")
	}
	if y.receiver != "" && x.receiver == "" && !p.says(p.a, y.receiver) {
		p.flag(AttributionAdded, text.Span{}, y.recvSpan, "who was told is in the second only")
	}
}

// deniesAnyway reports whether one side denies and the other says that it is
// not so: "denied taking", "said he did not take".
func (p *pairing) deniesAnyway(x, y source) bool {
	return x.class == "deny" && slices.ContainsFunc(p.b, func(w word) bool { return w.negates() }) ||
		y.class == "deny" && slices.ContainsFunc(p.a, func(w word) bool { return w.negates() })
}

// says reports whether ws names an agency or medium.
func (p *pairing) says(ws []word, name string) bool {
	for i := range ws {
		for _, l := range [...]list{listAgencies, listMedia} {
			if v, n := p.lx.phrase(l, ws, i); n > 0 && (lowest(v) == name || join(ws[i:i+n]) == name) {
				return true
			}
		}
	}
	return false
}

// sourceGone reports whether the source of an attribution has left the
// statement: the other side still has what it covers but not who said so.
func (p *pairing) sourceGone(s source, other, mine []word, others []source) bool {
	if s.weak || len(s.subject) == 1 && p.lx.has(listPronouns, s.head) {
		return false
	}
	if len(others) > 0 && !s.tail {
		return false // another source stands for the sentence
	}
	if has(other, s.head) && s.head != "" && len(others) > 0 {
		return false
	}
	for _, o := range others {
		if o.sentence == s.sentence && o.head == s.head {
			return false
		}
	}
	return s.head != ""
}

// scope looks at a split: one attribution at a sentence's end covers all of
// it; a half that became a sentence of its own without a source stands as a
// fact of the story.
func (p *pairing) scope(sa, sb []source) {
	p.scopeLost(p.a, sa, p.b, sb, true)
	p.scopeLost(p.b, sb, p.a, sa, false)
}

func (p *pairing) scopeLost(whole []word, ws []source, halves []word, hs []source, inA bool) {
	if len(ws) == 0 || len(hs) == 0 || len(whole) == 0 || whole[len(whole)-1].sentence > 0 {
		return
	}
	n := halves[len(halves)-1].sentence + 1
	if n < 2 {
		return
	}
	covered := make([]bool, n)
	for _, h := range hs {
		covered[h.sentence] = true
	}
	for k := range n {
		if covered[k] || hasQuote(halves, k) {
			continue
		}
		s, ok := p.governs(whole, ws, halves, k)
		if !ok {
			continue
		}
		sp := sentenceSpan(halves, k)
		if inA {
			p.flag(AttributionScope, s.Span, sp, "this half stands without its source")
		} else {
			p.flag(AttributionScope, sp, s.Span, "this half stands without its source")
		}
	}
}

// governs finds the source in the whole sentence that covers half k: the only
// one, at its end, or the one whose verb stands right before the half's words
// ("and said the draining would take 12 days").
func (p *pairing) governs(whole []word, ws []source, halves []word, k int) (source, bool) {
	firm := slices.DeleteFunc(slices.Clone(ws), func(s source) bool { return s.weak })
	if len(firm) == 1 && firm[0].tail && !behindQuote(whole, firm[0]) {
		return firm[0], true
	}
	var said wordSet
	said.reset(len(halves))
	words := 0
	for _, w := range halves {
		if w.sentence == k && w.content() {
			said.add(w.stem)
			words++
		}
	}
	for _, s := range firm {
		kept, ahead := p.saidBehind(whole, s, &said)
		if kept >= max(2, words*3/4) && (ahead || unbroken(whole, s)) {
			return s, true
		}
	}
	return source{}, false
}

// unbroken reports whether a source opens its sentence and no mark stands
// between its verb and the end: it covers all that follows.
func unbroken(ws []word, s source) bool {
	for i, w := range ws {
		if w.punct && i < len(ws)-1 && (i == 0 || ws[i-1].End != s.End) {
			return false // a comma right behind "According to the union" is none
		}
	}
	return len(ws) > 0 && s.Start == ws[0].Start
}

// saidBehind counts the words of said that stand behind the verb of s up to
// the end of the sentence; ahead is set if the first content word is one.
func (p *pairing) saidBehind(whole []word, s source, said *wordSet) (kept int, ahead bool) {
	first := true
	for _, w := range whole {
		if w.Start < s.verb.End || !w.content() {
			continue
		}
		hit := said.has(w.stem)
		if first {
			ahead, first = hit, false
		}
		if hit {
			kept++
		}
	}
	return kept, ahead
}

// behindQuote reports whether the attribution stands right behind quotation
// marks: it then covers the quotation, not the sentence.
func behindQuote(ws []word, s source) bool {
	for i, w := range ws {
		if w.Start >= s.Start {
			return i > 0 && isQuoteMark(ws[i-1].raw)
		}
	}
	return false
}

func hasQuote(ws []word, k int) bool {
	for _, w := range ws {
		if w.sentence == k && w.quoted {
			return true
		}
	}
	return false
}

func sentenceSpan(ws []word, k int) text.Span {
	var sp text.Span
	for _, w := range ws {
		if w.sentence == k {
			if sp.End == 0 {
				sp.Start = w.Start
			}
			sp.End = w.End
		}
	}
	return sp
}
