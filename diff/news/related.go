package news

import (
	"math"
	"slices"

	"wirediff/diff"
	"wirediff/diff/align"
)

// Two sentences that the alignment holds for possibly related share too little
// to be one sentence, but may still tell one thing: "around 30 allies held
// virtual consultations", "a coalition of countries willing to help held a
// virtual meeting". They are looked at like a group where what they share is
// more than the story's names:
//
//	evidence = sum over shared plain words of ln(n / places) / ln(n / 2)
//
// where n counts the sentences of both stories and places those of the word:
// a word that stands nowhere else counts 1. Names of persons and places, days,
// offices and verbs of saying are no plain words, for all sentences of a story
// share them.

// relatedEvidence is what a pair must share. On the four given pairs of
// stories that share little, related sentences that tell one thing have 2.4
// and more, all others less than 1.7.
const relatedEvidence = 2

// places says in how many places of a story a stem stands. It counts all
// stems when it is first asked, which is linear in the story's tokens.
func (s *script) places(stem uint64) int {
	if s.stems.counts == nil {
		times := make([]int32, len(s.voc.forms))
		for _, f := range s.forms {
			times[f]++
		}
		s.stems.reserve(len(times))
		for f, n := range times {
			if n > 0 {
				s.stems.add(s.voc.forms[f].stem, n)
			}
		}
	}
	return s.stems.of(stem)
}

// appendRelated looks at the related sentences of a pair that tell one thing.
func (p *pairing) appendRelated(out []GroupFlag, pair int, of *diff.Pair, a, b *script) []GroupFlag {
	var groups map[int32]int // sentence of a -> group
	for _, r := range of.Related {
		if !a.Sentences[r.A].Role.Counted() || !b.Sentences[r.B].Role.Counted() {
			continue
		}
		wa, wb := a.words(nil, r.A), b.words(nil, r.B)
		if !p.tellsOne(wa, wb, a, b) {
			continue
		}
		if groups == nil {
			groups = cutGroups(of.Groups)
		}
		p.saysA, p.saysB = a.quotesOn(wa, r.A), b.quotesOn(wb, r.B)
		for _, flag := range p.look(wa, wb) {
			flag.Why += ", in sentences that may only be related"
			out = append(out, GroupFlag{pair, groups[r.A], r.A, r.B, flag, true})
		}
	}
	return out
}

// cutGroups finds the groups of the sentences that are only in A.
func cutGroups(groups []align.Group) map[int32]int {
	out := map[int32]int{}
	for g, group := range groups {
		if len(group.B) == 0 {
			for _, s := range group.A {
				out[s] = g
			}
		}
	}
	return out
}

// tellsOne weighs what two sentences share. One rare word is enough where a
// side has it inside quotation marks and the other tells it without: a
// quotation paraphrased.
func (p *pairing) tellsOne(wa, wb []word, a, b *script) bool {
	all := float64(len(a.Sentences) + len(b.Sentences))
	unit := math.Log(max(all, 3) / 2)
	mine := p.plainWords(wa)
	evidence := 0.0
	for _, w := range p.plainWords(wb) {
		i := slices.IndexFunc(mine, func(m word) bool { return m.stem == w.stem })
		if i < 0 {
			continue
		}
		places := a.places(w.stem) + b.places(w.stem)
		if mine[i].quoted != w.quoted && places == 2 {
			return true
		}
		evidence += math.Log(all/float64(places)) / unit
	}
	return evidence >= relatedEvidence
}

// plainWords lists the plain words, each stem once.
func (p *pairing) plainWords(ws []word) (out []word) {
	names := p.lx.mentions(ws)
	for i, w := range ws {
		for len(names) > 0 && names[0].to <= i {
			names = names[1:]
		}
		if len(names) > 0 && i >= names[0].from && names[0].kind != Org {
			continue
		}
		if w.content() && !w.lists.meets(storyWide) && !slices.ContainsFunc(out, func(o word) bool { return o.stem == w.stem }) {
			out = append(out, w)
		}
	}
	return out
}

// storyWide are the lists whose words say nothing about one sentence.
var storyWide = setOf(listWeekdays, listOffices, listSay)
