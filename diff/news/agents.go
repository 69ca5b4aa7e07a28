package news

import (
	"strings"

	"wirediff/diff/text"
)

// agents looks for a doer who was lost when an active sentence turned passive
// ("Soldiers shot dead two protesters" - "Two protesters were shot dead") or
// when the by-phrase was cut.
func (p *pairing) agents() {
	if !p.lists.has(listBe) {
		return
	}
	p.lostAgent(p.a, p.b, &p.bs, true)
	p.lostAgent(p.b, p.a, &p.as, false)
}

// lostAgent looks in ws for the doer of what other tells in the passive
// without one.
func (p *pairing) lostAgent(ws, other []word, otherStems *wordSet, inA bool) {
	for i := range other {
		part := p.passiveAt(other, i)
		if part < 0 || p.byFollows(other, part) >= 0 || p.byBetween(other, i, part) >= 0 {
			continue
		}
		from, to := p.doer(ws, other[part])
		if from < 0 || p.stillThere(ws[from:to], otherStems) {
			continue
		}
		sp := spanOf(ws, from, to)
		if inA {
			p.flag(PassiveAgentLost, sp, text.Span{}, "who did it is in the first only")
		} else {
			p.flag(PassiveAgentLost, text.Span{}, sp, "who did it is in the second only")
		}
		return
	}
}

// passiveAt returns the participle of a passive whose form of "be" stands at
// i, -1 if there is none.
func (p *pairing) passiveAt(ws []word, i int) int {
	if !ws[i].is(listBe) || ws[i].quoted {
		return -1
	}
	reach := 3
	if p.lx.nouns {
		reach = 8 // the participle stands at the end of the clause
	}
	for j := i + 1; j < len(ws) && j <= i+reach && !ws[j].punct; j++ {
		if p.lx.participle(&ws[j]) && !ws[j].upper {
			return j
		}
	}
	return -1
}

// byBetween returns the index of "by" between a form of "be" and the
// participle, where German has it; -1 if there is none.
func (p *pairing) byBetween(ws []word, be, part int) int {
	for j := be + 1; j < part; j++ {
		if ws[j].is(listBy) && !p.timeFollows(ws, j+1) {
			return j
		}
	}
	return -1
}

func (lx *Lexicon) participle(w *word) bool {
	if w.is(listIrregular) || w.is(listPerfectives) {
		return true
	}
	low := w.low
	switch lx.lang {
	case "de":
		if strings.HasSuffix(low, "iert") {
			return true
		}
		for _, prefix := range [...]string{"ge", "be", "ver", "zer", "ent", "er"} {
			if strings.HasPrefix(low, prefix) && len(low) >= len(prefix)+4 && (strings.HasSuffix(low, "t") || strings.HasSuffix(low, "en")) {
				return true
			}
		}
		return false
	case "fr":
		return strings.HasSuffix(low, "é") || strings.HasSuffix(low, "ée") || strings.HasSuffix(low, "és") || strings.HasSuffix(low, "ées")
	case "es":
		return strings.HasSuffix(low, "ado") || strings.HasSuffix(low, "ada") || strings.HasSuffix(low, "ido") || strings.HasSuffix(low, "ida") || strings.HasSuffix(low, "ados") || strings.HasSuffix(low, "idos")
	}
	return strings.HasSuffix(low, "ed") && len(low) > 3
}

// byFollows returns the index of "by" in the clause behind word i, -1 if none.
func (p *pairing) byFollows(ws []word, i int) int {
	for j := i + 1; j < len(ws) && !ws[j].punct && ws[j].sentence == ws[i].sentence; j++ {
		if ws[j].is(listBy) && j+1 < len(ws) && !p.timeFollows(ws, j+1) {
			return j
		}
	}
	return -1
}

func (p *pairing) timeFollows(ws []word, i int) bool {
	_, n := p.lx.dateAt(ws, i)
	if n == 0 && !ws[i].punct {
		_, n = p.lx.number(ws, i)
	}
	return n > 0
}

// doer finds who does it on the side that tells: the by-phrase behind the
// same participle, or the subject before the same verb in the active.
func (p *pairing) doer(ws []word, part word) (from, to int) {
	past, _ := p.lx.valueOf(listPerfectives, part) // "took" of "taken"
	for i, w := range ws {
		if w.punct || w.quoted || w.hyphen || w.low != part.low && w.low != past {
			continue
		}
		be := p.passiveBefore(ws, i)
		passive := be >= 0
		if by := p.byBetween(ws, max(be, 0), i); by >= 0 && passive {
			return by, i
		}
		if by := p.byFollows(ws, i); by >= 0 && passive {
			return by, p.phraseEnd(ws, by+1)
		}
		if passive || i == 0 || ws[i-1].punct {
			continue
		}
		verb := i
		for verb > 0 && ws[verb-1].is(listAuxiliaries) {
			verb-- // "has closed"
		}
		if f := p.subjectStart(ws, verb); f < verb && !ws[f].is(listPronouns) && p.saysSomething(ws[f:verb]) {
			return f, verb
		}
	}
	return -1, -1
}

// passiveBefore returns the index of the form of "be" that goes with the
// participle at i, -1 if there is none.
func (p *pairing) passiveBefore(ws []word, i int) int {
	reach := 3
	if p.lx.nouns {
		reach = 8
	}
	for j := i - 1; j >= 0 && i-j <= reach && !ws[j].punct; j-- {
		if ws[j].is(listBe) {
			return j
		}
	}
	return -1
}

// subjectStart walks back from a verb over its subject to the clause's start.
func (p *pairing) subjectStart(ws []word, i int) int {
	f := i
	for f > 0 && !ws[f-1].punct && ws[f-1].sentence == ws[i].sentence && i-f < 8 {
		switch ws[f-1].low {
		case "that", "and", "but", "when", "after", "before", "as", "who", "which", "said", "had", "has", "have", "to":
			return f
		}
		f--
	}
	return f
}

// phraseEnd is the end of the noun phrase that starts at i.
func (p *pairing) phraseEnd(ws []word, i int) int {
	j := i
	for j < len(ws) && !ws[j].punct && j-i < 8 && (j == i || !ws[j].is(listPlaceWords) && !ws[j].is(listPhraseEnds)) {
		j++
	}
	return j
}

// stillThere reports whether the other side names the doer: any content word
// of the phrase.
func (p *pairing) stillThere(ws []word, other *wordSet) bool {
	for _, w := range ws {
		if w.content() && other.has(w.stem) {
			return true
		}
	}
	return false
}

// saysSomething reports whether a phrase holds a content word.
func (p *pairing) saysSomething(ws []word) bool {
	for _, w := range ws {
		if w.content() {
			return true
		}
	}
	return false
}
