package news

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// The word lists as they stand in the folder data.
var (
	//go:embed data/en.txt
	listsEN string
	//go:embed data/de.txt
	listsDE string
	//go:embed data/fr.txt
	listsFR string
	//go:embed data/es.txt
	listsES string
	//go:embed data/places.txt
	gazetteer string
)

// Lexicon holds the word lists of one language. It is never modified.
type Lexicon struct {
	lang     string
	entries  []listed // from 1 on: 0 stands for none
	heads    table    // hash of a word -> the first of the entries that it opens
	prefixes []listed // of standing: "alt", "ex"
	comma    bool     // the decimal mark is a comma
	nouns    bool     // every noun has a capital
	elides   bool     // articles are written in one with the word behind them
}

// listed is a word or phrase of a list. The entries that begin with the same
// word make a chain, the longest first.
type listed struct {
	key   string // lower-cased words, with single spaces or hyphens
	value string
	next  int32 // the next entry of the chain, 0 behind the last
	list  list
}

// NewLexicon returns the word lists of a language ("en", "de", "fr", "es");
// nil for a language that has none. They are read once in the life of the
// program, which takes well under a millisecond.
func NewLexicon(lang string) *Lexicon {
	if read, ok := lexica[lang]; ok {
		return read()
	}
	return nil
}

// lexica reads each language when it is first asked for.
var lexica = map[string]func() *Lexicon{
	"en": sync.OnceValue(func() *Lexicon { return readLexicon("en", listsEN) }),
	"de": sync.OnceValue(func() *Lexicon { return readLexicon("de", listsDE) }),
	"fr": sync.OnceValue(func() *Lexicon { return readLexicon("fr", listsFR) }),
	"es": sync.OnceValue(func() *Lexicon { return readLexicon("es", listsES) }),
}

// readLexicon reads the gazetteer, which all languages share, and the lists
// of a language, whose places win over the gazetteer's. Linear in both.
func readLexicon(lang, lists string) *Lexicon {
	lx := &Lexicon{lang: lang, entries: make([]listed, 1, 1+items(lists)+items(gazetteer))}
	lx.heads.reserve(cap(lx.entries) * 3 / 4) // many entries share their first word
	lx.addPlaces()
	for section := range strings.SplitSeq(lists, "\n[") {
		name, lines, _ := strings.Cut(section, "]\n")
		at := slices.Index(listNames[:], name)
		if at < 0 {
			continue // what stands before the first list
		}
		for line := range strings.Lines(lines) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
				lx.addEntries(list(at), line)
			}
		}
	}
	decimal, _ := lx.value(listLanguage, "decimal")
	lx.comma = decimal == "comma"
	for _, e := range lx.entries {
		if e.list == listStandingPrefix {
			lx.prefixes = append(lx.prefixes, e)
		}
	}
	lx.nouns = lx.has(listLanguage, "nouns")
	lx.elides = lx.has(listLanguage, "elision")
	return lx
}

// items is how many entries some lists have at most.
func items(lists string) int { return strings.Count(lists, ",") + strings.Count(lists, "\n") }

// addEntries reads "a = b, c, d = e" into the list.
func (lx *Lexicon) addEntries(l list, line string) {
	for item := range strings.SplitSeq(line, ", ") {
		key, value, _ := strings.Cut(strings.TrimSuffix(strings.TrimSpace(item), ","), " = ")
		lx.add(l, strings.TrimSpace(key), strings.TrimSpace(value))
	}
}

// addPlaces reads the gazetteer.
func (lx *Lexicon) addPlaces() {
	for line := range strings.Lines(gazetteer) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		canon, others, isCountry := strings.Cut(line, ":")
		if !isCountry {
			for city := range strings.SplitSeq(line, ", ") {
				lx.add(listPlaces, city, city)
			}
			continue
		}
		lx.add(listPlaces, canon, canon)
		for o := range strings.SplitSeq(others, ",") {
			lx.add(listPlaces, strings.TrimSpace(o), canon)
		}
	}
}

// add puts an entry into its chain. The value that a list gives an entry last counts.
func (lx *Lexicon) add(l list, key, value string) {
	if key == "" {
		return
	}
	if l == listPlaces && value == "" {
		value = key
	}
	at := lx.heads.at(hash(headOf(key)))
	for *at != 0 && lx.entries[*at].before(l, key) {
		at = &lx.entries[*at].next
	}
	if e := &lx.entries[*at]; *at != 0 && e.list == l && e.key == key {
		e.value = value
		return
	}
	next := *at
	*at = int32(len(lx.entries))
	lx.entries = append(lx.entries, listed{key, value, next, l})
}

// before orders a chain: longer entries first, then by list.
func (e *listed) before(l list, key string) bool {
	if len(e.key) != len(key) {
		return len(e.key) > len(key)
	}
	return e.list < l || e.list == l && e.key < key
}

// headOf is the word that opens an entry.
func headOf(key string) string {
	for i := range len(key) {
		if key[i] == ' ' || key[i] == '-' {
			return key[:i]
		}
	}
	return key
}

// listsOf reads a chain: the lists that hold the word, and those with an
// entry that it opens.
func (lx *Lexicon) listsOf(chain int32, low string) (hold, opened listSet) {
	for at := chain; at != 0; at = lx.entries[at].next {
		e := &lx.entries[at]
		opened.add(e.list)
		if e.key == low {
			hold.add(e.list)
		}
	}
	return hold, opened
}

// value looks an entry up; ok is false if the list lacks it.
func (lx *Lexicon) value(l list, key string) (value string, ok bool) {
	return lx.valueIn(lx.heads.find(hash(headOf(key))), l, key)
}

// valueIn looks an entry up in a chain.
func (lx *Lexicon) valueIn(chain int32, l list, key string) (value string, ok bool) {
	for at := chain; at != 0; at = lx.entries[at].next {
		if e := &lx.entries[at]; e.list == l && e.key == key {
			return e.value, true
		}
	}
	return "", false
}

// has reports whether the list holds the entry.
func (lx *Lexicon) has(l list, key string) bool { _, ok := lx.value(l, key); return ok }

// valueOf is value for a word of a text.
func (lx *Lexicon) valueOf(l list, w word) (value string, ok bool) {
	if !w.is(l) {
		return "", false
	}
	return lx.valueIn(w.chain, l, w.low)
}

// phrase finds the longest entry of the list that starts at word i and
// returns its value and its number of words, 0 if there is none.
func (lx *Lexicon) phrase(l list, ws []word, i int) (value string, n int) {
	if i >= len(ws) || !ws[i].opens.has(l) {
		return "", 0
	}
	for at := ws[i].chain; at != 0; at = lx.entries[at].next {
		if e := &lx.entries[at]; e.list == l {
			if n := spells(ws[i:], e.key); n > 0 {
				return e.value, n
			}
		}
	}
	return "", 0
}

// opensAny reports whether an entry of any of the lists starts at word i.
func (lx *Lexicon) opensAny(set listSet, ws []word, i int) bool {
	for at := ws[i].chain; at != 0; at = lx.entries[at].next {
		if e := &lx.entries[at]; set.has(e.list) && spells(ws[i:], e.key) > 0 {
			return true
		}
	}
	return false
}

// spells returns how many words from the first on read as key; 0 if they
// read otherwise, or another mark than a hyphen stands between them.
func spells(ws []word, key string) int {
	for n := range ws {
		w := &ws[n]
		ok := true
		switch {
		case n == 0:
		case w.punct:
			return 0
		case w.hyphen:
			key, ok = strings.CutPrefix(key, "-")
		case w.gap:
			key, ok = strings.CutPrefix(key, " ")
		}
		if !ok {
			return 0
		}
		if key, ok = strings.CutPrefix(key, w.low); !ok {
			return 0
		}
		if key == "" {
			return n + 1
		}
	}
	return 0
}

// join puts the lower-cased words together as written, with single spaces or
// hyphens; "" if another mark stands between them.
func join(ws []word) string {
	if len(ws) == 1 {
		return ws[0].low
	}
	var b strings.Builder
	for i, w := range ws {
		if w.punct {
			return ""
		}
		switch {
		case i > 0 && w.hyphen:
			b.WriteByte('-')
		case i > 0 && w.gap:
			b.WriteByte(' ')
		}
		b.WriteString(w.low)
	}
	return b.String()
}
