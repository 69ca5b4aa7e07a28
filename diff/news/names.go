package news

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

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
	if low == "may" && i > 0 && !ws[i].first && ws[i-1].upper {
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

// plain strips accents: "erdoğan" and "erdogan" are one name.
func plain(low string) string {
	if isASCII(low) {
		return low
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(low))
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// names reports whether ws names m of other, in whole or by its last word,
// in another house style, as an acronym or in full.
func (lx *Lexicon) names(ws []word, have []mention, m mention, other []word) bool {
	for _, h := range have {
		if h.key == m.key {
			return true
		}
	}
	if m.kind == PlaceType && strings.HasPrefix(m.key, "compass ") {
		return false
	}
	name := lx.withoutForm(other[m.from:m.to])
	last := name[len(name)-1]
	for i, w := range ws {
		if !w.punct && sameNameWord(w, last) && !lx.otherName(ws, i, have, name) {
			return true
		}
	}
	return lx.acronymOf(ws, name) || lx.acronym(name, ws) || lx.shortened(ws, have, name[0]) || lx.abridged(ws, other, m)
}

// abridged reports whether ws holds an acronym that m and the words behind it
// spell out: "OSCE".
func (lx *Lexicon) abridged(ws, other []word, m mention) bool {
	for i := range ws {
		if !ws[i].punct && allCapitals(ws[i].raw) && other[m.from].upper && ws[i].low[0] == other[m.from].low[0] && lx.acronym(ws[i:i+1], other[m.from:]) {
			return true
		}
		if !ws[i].punct && allCapitals(ws[i].raw) && m.from > 1 && lx.acronym(ws[i:i+1], other[max(0, m.from-longestFullName):m.to]) {
			return true // the "Europe" of "Organization for ... in Europe"
		}
	}
	return false
}

// longestFullName is how many words an acronym may stand for.
const longestFullName = 9

// withoutForm leaves out the legal form behind a company's name.
func (lx *Lexicon) withoutForm(name []word) []word {
	for len(name) > 1 && name[len(name)-1].is(listCorporate) {
		name = name[:len(name)-1]
	}
	return name
}

// sameNameWord reports whether two words are one name, in another house
// style, with other accents, or in another transliteration.
func sameNameWord(a, b word) bool {
	return a.key == b.key && a.key != 0 && !vowelShift(a.low, b.low) || a.name == b.name
}

// vowelShift reports whether two words differ by "y" for "i" behind a vowel
// inside the word: Haines and Haynes are two families, whereas Sergei and
// Sergey, or Lytvyn and Litvin, are one name.
func vowelShift(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 1; i+1 < len(a); i++ {
		if a[i] != b[i] && strings.IndexByte("aeou", a[i-1]) >= 0 && (a[i] == 'i' && b[i] == 'y' || a[i] == 'y' && b[i] == 'i') {
			return true
		}
	}
	return false
}

// spelling is the form that stands for all spellings of a name.
func (lx *Lexicon) spelling(f *form) string {
	low := plain(f.low)
	if low == f.low && !f.is(listSpellings) {
		return low
	}
	if v, ok := lx.value(listSpellings, low); ok {
		return v
	}
	return low
}

// shortestPart is how many bytes a part of a name needs to stand for it.
const shortestPart = 4

// shortened reports whether ws names by its first word alone what another
// names in full: "Amnesty" for "Amnesty International".
func (lx *Lexicon) shortened(ws []word, have []mention, first word) bool {
	for i, w := range ws {
		if w.punct || !w.upper || len(w.low) < shortestPart || !sameNameWord(w, first) {
			continue
		}
		longer := false
		for _, h := range have {
			longer = longer || i >= h.from && i < h.to && h.to-h.from > 1
		}
		if !longer {
			return true
		}
	}
	return false
}

// otherName reports whether word i of ws ends a name that begins otherwise
// than name does: "Brenna Bay" is not "Morna Bay". An initial fits every name
// that it opens.
func (lx *Lexicon) otherName(ws []word, i int, have []mention, name []word) bool {
	for _, h := range have {
		if h.to-1 != i || h.to-h.from < 2 || len(name) < 2 {
			continue
		}
		return h.to-h.from == len(name) && ws[h.from].key != name[0].key && !sameFirst(ws[h.from].name, name[0].name)
	}
	return false
}

// sameFirst reports whether two first names may be one: equal but for the
// letters in which transliterations differ, one an initial, or one the start
// of the other ("Alex", "Alexander").
func sameFirst(a, b string) bool {
	a, b = strings.TrimSuffix(a, "."), strings.TrimSuffix(b, ".")
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 1 || len(a) >= shortestStem {
		if strings.HasPrefix(b, a) {
			return true
		}
	}
	return latin(a) == latin(b)
}

var transliterations = strings.NewReplacer("ph", "f", "ou", "u", "kh", "h", "y", "i", "j", "i", "w", "v", "ck", "k")

// latin levels the letters that differ between transliterations: "Sergey",
// "Sergei", "Vitali", "Vitaliy", "Filipp", "Philip".
func latin(s string) string {
	s = transliterations.Replace(s)
	var b strings.Builder
	last := rune(0)
	for _, r := range s {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// acronymOf reports whether ws holds the acronym of the words of name.
func (lx *Lexicon) acronymOf(ws []word, name []word) bool {
	full := join(name)
	for _, w := range ws {
		if w.punct || !w.acronym {
			continue
		}
		if v, ok := lx.valueOf(listAliases, w); ok && strings.HasPrefix(full, v) {
			return true
		}
		if lx.acronym([]word{w}, name) {
			return true
		}
	}
	return false
}

// acronym reports whether name is one acronym whose letters open successive
// words of ws ("UN" in "United Nations"), or an alias of what ws says.
func (lx *Lexicon) acronym(name, ws []word) bool {
	if len(name) != 1 || !name[0].acronym {
		return false
	}
	letters := strings.ReplaceAll(name[0].low, ".", "")
	if full, ok := lx.value(listAcronyms, letters); ok {
		return strings.Contains(joined(ws), full)
	}
	for i := range ws {
		k := 0
		for j := i; j < len(ws) && k < len(letters) && !ws[j].punct; j++ {
			if ws[j].upper && ws[j].low[0] == letters[k] {
				k++
			} else if ws[j].upper || j == i {
				break
			}
		}
		if k == len(letters) && k > 1 {
			return true
		}
	}
	return false
}

// joined puts words together with single spaces, marks left out.
func joined(ws []word) string {
	var b strings.Builder
	for _, w := range ws {
		if !w.punct {
			b.WriteString(w.low)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// office is a title as a text gives it: what a person is, and in what standing.
type office struct {
	text.Span
	base     string   // canonical office
	field    string   // "foreign", "defence"; "" if not said
	standing []string // "former", "acting", ...
	name     string   // last name of the bearer where it stands beside the title, "" if not
	quoted   bool
}

// offices lists the titles in ws.
func (lx *Lexicon) offices(ws []word) []office {
	var out []office
	for i := 0; i < len(ws); {
		base, n, mods := lx.officeAt(ws, i)
		if n == 0 {
			i++
			continue
		}
		from, field := i, ""
		for back := 1; back <= 3 && i-back >= 0 && !ws[i-back].punct; back++ {
			w := ws[i-back]
			if v, ok := lx.valueOf(listStanding, w); ok {
				mods, from = append(mods, v), i-back
			} else if v, ok := lx.valueOf(listPortfolios, w); ok && field == "" {
				field, from = v, min(from, i-back)
			} else if w.is(listFunction) {
				break
			}
		}
		if v, k := lx.portfolio(ws, i+n); k > 0 && field == "" {
			field, n = v, n+k
		}
		out = append(out, office{spanOf(ws, from, i+n), base, field, mods, lx.bearer(ws, i, n), ws[i].quoted})
		i += n
	}
	return out
}

// portfolio reads "of defence" or "for foreign affairs" behind an office; n
// is its words.
func (lx *Lexicon) portfolio(ws []word, i int) (field string, n int) {
	if i+1 >= len(ws) || !ws[i].is(listNameJoins) {
		return "", 0
	}
	for k := 1; k <= 2 && i+k < len(ws) && !ws[i+k].punct; k++ {
		if v, ok := lx.valueOf(listPortfolios, ws[i+k]); ok {
			return v, k + 1
		}
	}
	return "", 0
}

// officeAt reads an office at word i, "Altkanzlerin" and "exministro" included.
func (lx *Lexicon) officeAt(ws []word, i int) (base string, n int, mods []string) {
	if ws[i].punct {
		return "", 0, nil
	}
	if v, k := lx.phrase(listOffices, ws, i); k > 0 {
		if k == 1 && ws[i].is(listStanding) && i+1 < len(ws) {
			if _, m := lx.phrase(listOffices, ws, i+1); m > 0 {
				return "", 0, nil // "deputy governor": a standing, not an office
			}
		}
		return v, k, nil
	}
	for _, p := range lx.prefixes {
		if rest, ok := strings.CutPrefix(ws[i].low, p.key); ok {
			if v, isOffice := lx.value(listOffices, rest); isOffice {
				return v, 1, []string{p.value}
			}
		}
	}
	return "", 0, nil
}

// bearer is the last word of the name right behind a title ("General Ann
// Hartley") or right before it in apposition ("Lena Holm, the prime minister").
func (lx *Lexicon) bearer(ws []word, i, n int) string {
	j := i + n
	last := ""
	for j < len(ws) && ws[j].upper && !ws[j].punct && !lx.common(ws, j) {
		last = ws[j].low
		j++
	}
	if last != "" {
		return last
	}
	j = i - 1
	for j >= 0 && !ws[j].punct && i-j < 5 {
		j--
	}
	if j > 0 && ws[j].raw == "," && ws[j-1].upper {
		return ws[j-1].low
	}
	return ""
}
