package news

import "slices"

// A name that one side lacks is no loss where the side calls the same person
// or thing something else: a pronoun, the office that the person bears in the
// story, or a common noun with an article.
//
//	A  "We wait," Prime Minister Lena Holm said.   ...   Holm will fly to Oslo.
//	B  "We wait," Prime Minister Lena Holm said.   ...   The prime minister will fly to Oslo.

// standsIn reports whether the other side has something in the place of m,
// which ws names. story is the story of ws.
func (p *pairing) standsIn(m mention, ws, other []word, story *script) bool {
	return m.kind == Name && p.officeFor(ws[m.to-1].low, other, story) || p.nounFor(m, ws, other)
}

// officeFor reports whether the other side has "the prime minister" where the
// story names the bearer of that office so.
func (p *pairing) officeFor(name string, other []word, story *script) bool {
	if story == nil || !p.lists.has(listOffices) {
		return false
	}
	for i := range other {
		if base, n, _ := p.lx.officeAt(other, i); n > 0 && i > 0 && other[i-1].is(listArticle) && !other[i].quoted &&
			slices.Contains(story.bearersOf(base), name) {
			return true
		}
	}
	return false
}

// bearersOf lists who bears an office in the story, by last name. The offices
// of a story are looked for once.
func (s *script) bearersOf(base string) []string {
	if s.offices == nil {
		s.offices = map[string][]string{}
		var ws []word
		for i := range s.Sentences {
			if !s.voc.lx.mayHoldOffice(s.lists(int32(i))) {
				continue
			}
			ws = s.words(ws, int32(i))
			for _, o := range s.voc.lx.offices(ws) {
				if o.name != "" {
					s.offices[o.base] = append(s.offices[o.base], o.name)
				}
			}
		}
	}
	return s.offices[base]
}

// nounFor reports whether the other side has a noun such as "the company",
// one more of its class than ws has, for an organisation or a place.
func (p *pairing) nounFor(m mention, ws, other []word) bool {
	class := "org"
	if m.kind == PlaceType {
		class = "place"
	}
	return p.standins(other, class) > p.standins(ws, class)
}

// standins counts the nouns of a class behind an article or a possessive, an
// adjective allowed between.
func (p *pairing) standins(ws []word, class string) (n int) {
	for i := 1; i < len(ws); i++ {
		if v, ok := p.lx.valueOf(listStandins, ws[i]); !ok || v != class || ws[i].quoted {
			continue
		}
		for back := 1; back <= 2 && i-back >= 0 && !ws[i-back].punct; back++ {
			if w := ws[i-back]; w.is(listDefinite) || w.is(listPronouns) {
				n++
				break
			}
		}
	}
	return n
}
