package news

import (
	"strings"
	"unicode"

	"wirediff/diff/text"
)

// mention is a person, organisation or place named in a text.
type mention struct {
	text.Span
	kind     Type // Name, Org or PlaceType
	from, to int  // words
	key      string
	quoted   bool
}

// mentions lists who and what ws names, in order.
func (lx *Lexicon) mentions(ws []word) []mention { return lx.appendMentions(nil, ws) }

// appendMentions is mentions into the memory of a list.
func (lx *Lexicon) appendMentions(out []mention, ws []word) []mention {
	for i := 0; i < len(ws); {
		if !ws[i].opens.has(shapeMention) {
			i++
			continue
		}
		kind, key, n := lx.mentionAt(ws, i)
		if n == 0 {
			i++
			continue
		}
		out = append(out, mention{spanOf(ws, i, i+n), kind, i, i + n, key, ws[i].quoted})
		i += n
	}
	return out
}

// mentionAt reads the mention that starts at word i; n is its words, 0 for none.
func (lx *Lexicon) mentionAt(ws []word, i int) (kind Type, key string, n int) {
	if v, ok := lx.valueOf(listCompass, ws[i]); ok && !ws[i].upper {
		return PlaceType, "compass " + v, 1
	}
	if ws[i].punct || !ws[i].upper {
		return "", "", 0
	}
	if v, k := lx.phrase(listAgencies, ws, i); k > 0 && allUpper(ws[i:i+k]) {
		return Org, strings.ToLower(v), k
	}
	if _, k := lx.phrase(listMedia, ws, i); k > 0 {
		return Org, join(ws[i : i+k]), k
	}
	place, k := lx.placeAt(ws, i)
	if lx.nouns {
		return PlaceType, place, k // every noun has a capital: names cannot be told by it
	}
	kind, key, n = lx.nameAt(ws, i)
	if k > 0 && (n <= k || kind != Org || ws[i+k-1].possess) {
		return PlaceType, place, k // not the "European" of "European Central Bank"
	}
	return kind, key, n
}

// allUpper reports whether each word starts with a capital.
func allUpper(ws []word) bool {
	for _, w := range ws {
		if !w.upper {
			return false
		}
	}
	return true
}

// placeAt finds the longest gazetteer entry at word i. A place that is part
// of a longer name ("General Mills", "Paris Hilton") is left to nameAt.
func (lx *Lexicon) placeAt(ws []word, i int) (key string, n int) {
	if i+1 < len(ws) && !ws[i+1].gap && ws[i+1].is(listCurrencies) {
		return "", 0 // the "US" of "US$"
	}
	for at := ws[i].chain; at != 0; at = lx.entries[at].next {
		e := &lx.entries[at]
		if e.list != listAliases && e.list != listPlaces {
			continue
		}
		k := spells(ws[i:], e.key)
		if k == 0 {
			continue
		}
		if e.list == listPlaces && allUpper(ws[i:i+k]) {
			return e.value, k
		}
		if place, ok := lx.value(listPlaces, e.value); ok && e.list == listAliases && ws[i].upper {
			return place, k
		}
	}
	return "", 0
}

// nameAt reads a run of capitalised words that are neither function words
// nor titles. A single word that opens a sentence is a name only if it has
// its capital elsewhere too.
func (lx *Lexicon) nameAt(ws []word, i int) (Type, string, int) {
	n := lx.capitals(ws, i)
	if n == 0 || n == 1 && (ws[i].is(listKinds) || ws[i].first && !capitalElsewhere(ws, i)) {
		return "", "", 0
	}
	org := anyIn(listOrgWords, ws[i:i+n])
	if org { // "International Committee of the Red Cross"
		n = lx.nameTail(ws, i, n)
	}
	kind := Name
	switch {
	case org || ws[i].acronym && n == 1:
		kind = Org
	case ws[i+n-1].is(listPlaceNouns) || n > 1 && ws[i].is(listPlaceNouns):
		kind = PlaceType
	case i > 0 && (ws[i-1].low == "in" || ws[i-1].low == "near") && !ws[i].possess && !ws[i+n-1].is(listCorporate):
		kind = PlaceType
	}
	return kind, join(ws[i : i+n]), n
}

// capitals counts the capitalised words from i on that may be parts of one name.
func (lx *Lexicon) capitals(ws []word, i int) int {
	n := 0
	for i+n < len(ws) && ws[i+n].upper && !ws[i+n].punct && !lx.common(ws, i+n) && (n == 0 || !ws[i+n-1].possess) {
		n++
	}
	return n
}

// anyIn reports whether any of the words is in the list.
func anyIn(l list, ws []word) bool {
	for i := range ws {
		if ws[i].is(l) {
			return true
		}
	}
	return false
}

// nameTail is the length of a name of n words with what "of" or "for" joins to
// it: "Bank of Japan", "Ministry of Defence".
func (lx *Lexicon) nameTail(ws []word, i, n int) int {
	j := i + n
	for j < len(ws) && j < i+n+2 && ws[j].is(listNameJoins) && !ws[j].upper {
		j++
	}
	if k := lx.capitals(ws, j); j > i+n && k > 0 {
		return j + k - i
	}
	return n
}

// common reports whether a capitalised word is none of a name: function
// words, offices, courtesy titles, days, months, numbers.
func (lx *Lexicon) common(ws []word, i int) bool {
	low := ws[i].low
	if ws[i].acronym && !ws[i].is(listCourtesy) {
		return i+1 < len(ws) && !ws[i+1].gap && ws[i+1].is(listCurrencies)
	}
	if ws[i].first && ws[i].is(listStarters) {
		return true
	}
	if _, n := lx.phrase(listOffices, ws, i); n > 1 {
		return true // the "Prime" of "Prime Minister"
	}
	lists := ws[i].lists
	if low == "may" && i > 0 && !ws[i].first && ws[i-1].upper || lx.firstName(ws, i) {
		lists.remove(listMonths)
	}
	return lists.meets(commonLists) || len(low) == 1
}

// commonLists are the lists whose words are none of a name.
var commonLists = setOf(listFunction, listCourtesy, listWeekdays, listNumbers, listMonths, listOffices, listStanding, listHedges,
	listNegators, listUnits)

func capitalElsewhere(ws []word, i int) bool {
	for j := range ws {
		if w := &ws[j]; j != i && w.same == ws[i].same && w.upper && !w.first {
			return true
		}
	}
	return false
}

func isUpper(s string) bool { return s != "" && unicode.IsUpper([]rune(s)[0]) }

// allCapitals is true for acronyms of two letters and more.
func allCapitals(s string) bool {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
	n := 0
	for _, r := range s {
		if !unicode.IsUpper(r) && r != '.' {
			return false
		}
		if r != '.' {
			n++
		}
	}
	return n > 1
}
