package news

import (
	"slices"
	"strings"

	"wirediff/diff/text"
)

func lowest(s string) string { return strings.ToLower(s) }

// names compares who and what the two sides name.
func (p *pairing) names() {
	p.namesA, p.namesB = p.lx.appendMentions(p.namesA[:0], p.a), p.lx.appendMentions(p.namesB[:0], p.b)
	ma, mb := p.namesA, p.namesB
	onlyA := p.notSaidBefore(outside(p.missing(ma, p.a, mb, p.b), p.factsA), p.a, p.saysB)
	onlyB := p.notSaidBefore(outside(p.missing(mb, p.b, ma, p.a), p.factsB), p.b, p.saysA)
	usedB := make([]bool, len(onlyB))
	for _, x := range onlyA {
		j := p.counterpart(x, onlyB, usedB)
		if j >= 0 {
			usedB[j] = true
			y := onlyB[j]
			t := x.kind
			if t == Org {
				t = Name
			}
			if y.kind == PlaceType {
				t = PlaceType
			}
			p.flag(t, x.Span, y.Span, "%s here, %s there", x.Of(p.bodyA), y.Of(p.bodyB))
			continue
		}
		if from := p.handedTo(x, p.a); from >= 0 {
			p.flag(AttributionLost, spanOf(p.a, from, x.to), text.Span{}, "who saw it is in the first only")
		} else if p.tells(x, p.a, p.b, p.storyA) {
			p.flag(x.kind, x.Span, text.Span{}, "%s is named in the first only", x.Of(p.bodyA))
			p.titleOf(x, p.a, true)
		}
	}
	for j, y := range onlyB {
		if from := p.handedTo(y, p.b); from >= 0 && !usedB[j] {
			p.flag(AttributionAdded, text.Span{}, spanOf(p.b, from, y.to), "who saw it is in the second only")
		} else if !usedB[j] && p.tells(y, p.b, p.a, p.storyB) {
			p.flag(y.kind, text.Span{}, y.Span, "%s is named in the second only", y.Of(p.bodyB))
			p.titleOf(y, p.b, false)
		}
	}
}

// outside leaves out mentions that are part of a fact: the "Swiss" of "Swiss
// francs".
func outside(ms []mention, fs []fact) []mention {
	return slices.DeleteFunc(ms, func(m mention) bool { return covers(fs, m.from, m.to) })
}

// notSaidBefore leaves out who and what the other side names with the source
// of the quotation that it goes on with.
func (p *pairing) notSaidBefore(ms []mention, ws, before []word) []mention {
	if before == nil {
		return ms
	}
	have := p.lx.mentions(before)
	return slices.DeleteFunc(ms, func(m mention) bool { return p.lx.names(before, have, m, ws) })
}

// handedTo returns where "seen by" begins before an agency or a medium, -1
// if nothing of the kind stands there: who saw a paper is a source.
func (p *pairing) handedTo(m mention, ws []word) int {
	if m.kind != Org || m.quoted {
		return -1
	}
	for from := max(0, m.from-4); from < m.from; from++ {
		_, n := p.lx.phrase(listHanded, ws, from)
		if n > 0 && (from+n == m.from || from+n+1 == m.from && ws[from+n].is(listArticle)) {
			return from
		}
	}
	return -1
}

// missing lists the mentions of one side that the other side does not name.
func (p *pairing) missing(mine []mention, ws []word, theirs []mention, other []word) []mention {
	var out []mention
	for _, m := range mine {
		if !m.quoted && !p.lx.names(other, theirs, m, ws) {
			out = append(out, m)
		}
	}
	return out
}

// counterpart finds the mention of the other side that stands where x does:
// same kind, and a shared word of the name or the same word before or behind.
func (p *pairing) counterpart(x mention, others []mention, used []bool) int {
	for j, y := range others {
		if used[j] || !sameKind(x, y) && !p.inPlace(x, y) {
			continue
		}
		if sharesWord(p.a[x.from:x.to], p.b[y.from:y.to]) || sameNeighbours(p.a, x, p.b, y) {
			return j
		}
	}
	return -1
}

// inPlace reports whether two single words, one of them known as a place,
// stand behind the same word of place: "from Nepal", "from Tibet".
func (p *pairing) inPlace(x, y mention) bool {
	return (x.kind == PlaceType) != (y.kind == PlaceType) && x.to-x.from == 1 && y.to-y.from == 1 && x.from > 0 && y.from > 0 &&
		p.a[x.from-1].low == p.b[y.from-1].low && p.a[x.from-1].is(listPlaceWords)
}

func sameKind(x, y mention) bool {
	xc, yc := strings.HasPrefix(x.key, "compass "), strings.HasPrefix(y.key, "compass ")
	if xc || yc {
		return xc == yc
	}
	return x.kind == y.kind || x.kind != PlaceType && y.kind != PlaceType
}

func sharesWord(a, b []word) bool {
	for _, x := range a {
		for _, y := range b {
			if x.low == y.low {
				return true
			}
		}
	}
	return false
}

// sameNeighbours reports whether the same word stands right before, or right
// behind, both mentions.
func sameNeighbours(a []word, x mention, b []word, y mention) bool {
	before := x.from > 0 && y.from > 0 && a[x.from-1].low == b[y.from-1].low && !a[x.from-1].punct
	located := x.from > 1 && y.from > 1 && a[x.from-1].raw == "," && b[y.from-1].raw == "," && a[x.from-2].low == b[y.from-2].low // "Birmingham, Alabama"
	behind := x.to < len(a) && y.to < len(b) && a[x.to].low == b[y.to].low && !a[x.to].punct
	atStart := x.from == 0 && y.from == 0
	return before || located || behind || atStart
}

// tells reports whether a mention that the other side lacks is worth a look:
// not where the other side has a pronoun or another word in its place.
func (p *pairing) tells(m mention, ws, other []word, story *script) bool {
	if strings.HasPrefix(m.key, "compass ") {
		return false
	}
	if m.kind == PlaceType && m.to < len(ws) {
		for k := m.to; k < min(m.to+3, len(ws)) && !ws[k].punct; k++ {
			if _, n := p.lx.phrase(listOffices, ws, k); n > 0 {
				return false // "Russian" of "Russian Foreign Minister"
			}
		}
		if p.explains(m, ws, other) {
			return false
		}
	}
	return (m.kind == PlaceType || !p.pronounFor(other, ws)) && !p.standsIn(m, ws, other, story)
}

// explains reports whether a place only says where another one lies that both
// sides name: "Paris, France", "Hungary's capital, Budapest".
func (p *pairing) explains(m mention, ws, other []word) bool {
	i, apart := m.to, 0
	for ; i < len(ws) && apart <= 2; i++ {
		if ws[i].punct {
			apart++
			continue
		}
		if !ws[i].is(listCapitals) {
			break
		}
	}
	capital := i > m.to && anyIn(listCapitals, ws[m.to:i])
	if capital && i < len(ws) && has(other, ws[i].low) {
		return true
	}
	return m.from >= 2 && ws[m.from-1].raw == "," && ws[m.from-2].upper && has(other, ws[m.from-2].low) &&
		(m.to == len(ws) || ws[m.to].punct)
}

// titleOf reports the office that went or came with a name.
func (p *pairing) titleOf(m mention, ws []word, inA bool) {
	if m.kind != Name {
		return
	}
	for _, o := range p.lx.offices(ws) {
		if o.name != ws[m.to-1].low || o.quoted {
			continue
		}
		if inA {
			p.flag(Title, o.Span, text.Span{}, "%s went with the name", o.Of(p.bodyA))
		} else {
			p.flag(Title, text.Span{}, o.Span, "%s came with the name", o.Of(p.bodyB))
		}
		return
	}
}

// pronounFor reports whether other has a pronoun more than ws.
func (p *pairing) pronounFor(other, ws []word) bool {
	return p.pronouns(other) > p.pronouns(ws)
}

func (p *pairing) pronouns(ws []word) int {
	n := 0
	for _, w := range ws {
		if !w.punct && !w.quoted && w.is(listPronouns) {
			n++
		}
	}
	return n
}

// titles compares offices of the same base or of the same bearer.
func (p *pairing) titles() {
	if !p.lx.mayHoldOffice(p.lists) {
		return
	}
	oa, ob := p.lx.offices(p.a), p.lx.offices(p.b)
	used := make([]bool, len(ob))
	match := func(same func(x, y office) bool, act func(x, y office)) {
		for i := range oa {
			for j := range ob {
				if oa[i].base != "" && !used[j] && same(oa[i], ob[j]) {
					used[j] = true
					act(oa[i], ob[j])
					oa[i].base = ""
					break
				}
			}
		}
	}
	none := func(x, y office) {}
	changed := func(x, y office) {
		if !x.quoted && !y.quoted {
			p.flag(Title, x.Span, y.Span, "%s here, %s there", x.Of(p.bodyA), y.Of(p.bodyB))
		}
	}
	match(func(x, y office) bool {
		return x.base == y.base && slices.Equal(x.standing, y.standing) && sameField(x, y)
	}, none)
	match(func(x, y office) bool { return x.base == y.base && (x.name == y.name || x.name == "" || y.name == "") }, changed)
	match(func(x, y office) bool { return x.name != "" && x.name == y.name }, changed)
}

// sameField reports whether two offices are of one portfolio, or one leaves
// it out.
func sameField(x, y office) bool { return x.field == y.field || x.field == "" || y.field == "" }
