package news

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
