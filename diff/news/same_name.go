package news

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

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
		return h.to-h.from == len(name) && ws[h.from].key != name[0].key && !sameFirst(lx.spelling(ws[h.from].form), lx.spelling(name[0].form))
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
