package news

import (
	"embed"
	"strings"
	"sync"
)

//go:embed data/*.txt
var data embed.FS

// Lexicon holds the word lists of one language. It is never modified.
type Lexicon struct {
	lang     string
	lists    map[string]map[string]string // list name -> entry -> value
	heads    map[string]listed            // by the first word of an entry
	factBits uint64                       // of the lists whose entries open facts
	bits     map[string]uint64            // list name -> its bit in listed.lists
	places   map[string]string            // word or words -> canonical place
}

// listed says what entries a word opens, so that most words need one look-up
// only, however many lists there are.
type listed struct {
	lists   uint64 // bits of the lists; two lists may share one
	longest uint8  // words of the longest entry
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
	"en": sync.OnceValue(func() *Lexicon { return readLexicon("en") }),
	"de": sync.OnceValue(func() *Lexicon { return readLexicon("de") }),
	"fr": sync.OnceValue(func() *Lexicon { return readLexicon("fr") }),
	"es": sync.OnceValue(func() *Lexicon { return readLexicon("es") }),
}

// readLexicon reads the file of a language. Linear in it.
func readLexicon(lang string) *Lexicon {
	raw, _ := data.ReadFile("data/" + lang + ".txt") // embedded: it cannot be missing
	lx := &Lexicon{lang: lang, lists: map[string]map[string]string{}, bits: map[string]uint64{}, heads: make(map[string]listed, len(raw)/bytesPerEntry)}
	for section := range strings.SplitSeq(string(raw), "\n[") {
		name, entries, ok := strings.Cut(section, "]\n")
		if !ok {
			continue
		}
		lx.bits[name] = 1 << (len(lx.bits) % 64)
		lx.lists[name] = make(map[string]string, strings.Count(entries, ",")+strings.Count(entries, "\n"))
		for line := range strings.Lines(entries) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
				lx.addEntries(name, line)
			}
		}
	}
	for _, list := range factLists() {
		lx.factBits |= lx.bits[list]
	}
	lx.addPlaces()
	for name, canon := range lx.lists["places"] {
		lx.places[name] = canon
	}
	return lx
}

// bytesPerEntry is the usual length of an entry with its value, for the
// first size of a map.
const bytesPerEntry = 20

// addEntries reads "a = b, c, d = e" into the list.
func (lx *Lexicon) addEntries(list, line string) {
	for entry := range strings.SplitSeq(line, ", ") {
		key, value, _ := strings.Cut(strings.TrimSuffix(strings.TrimSpace(entry), ","), " = ")
		key = strings.TrimSpace(key)
		if key == "" {
			continue
		}
		lx.lists[list][key] = strings.TrimSpace(value)
		first, _, _ := strings.Cut(key, " ")
		first, _, _ = strings.Cut(first, "-")
		h := lx.heads[first]
		lx.heads[first] = listed{h.lists | lx.bits[list], max(h.longest, uint8(1+strings.Count(key, " ")+strings.Count(key, "-")))}
	}
}

// addPlaces reads the gazetteer, which all languages share.
func (lx *Lexicon) addPlaces() {
	raw, _ := data.ReadFile("data/places.txt")
	lx.places = make(map[string]string, len(raw)/bytesPerEntry*2)
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		canon, others, isCountry := strings.Cut(line, ":")
		if !isCountry && strings.Contains(line, ",") {
			for city := range strings.SplitSeq(line, ", ") {
				lx.places[city] = city
			}
			continue
		}
		lx.places[canon] = canon
		for o := range strings.SplitSeq(others, ",") {
			if o = strings.TrimSpace(o); o != "" {
				lx.places[o] = canon
			}
		}
	}
}

// value looks an entry up; ok is false if the list lacks it.
func (lx *Lexicon) value(list, entry string) (string, bool) {
	v, ok := lx.lists[list][entry]
	return v, ok
}

// has reports whether the list holds the entry.
func (lx *Lexicon) has(list, entry string) bool { _, ok := lx.lists[list][entry]; return ok }

// is is has for a word that was looked up when it was scanned.
func (lx *Lexicon) is(list string, w word) bool {
	return w.lists.lists&lx.bits[list] != 0 && lx.has(list, w.low)
}

// valueOf is value for a word that was looked up when it was scanned.
func (lx *Lexicon) valueOf(list string, w word) (string, bool) {
	if w.lists.lists&lx.bits[list] == 0 {
		return "", false
	}
	return lx.value(list, w.low)
}

// phrase finds the longest entry of the list that starts at word i and
// returns its value and its number of words, 0 if there is none.
func (lx *Lexicon) phrase(list string, ws []word, i int) (value string, n int) {
	if i >= len(ws) {
		return "", 0
	}
	h := ws[i].lists
	if h.lists&lx.bits[list] == 0 {
		return "", 0
	}
	entries := lx.lists[list]
	for k := min(int(h.longest), len(ws)-i); k > 0; k-- {
		if v, ok := entries[join(ws[i:i+k])]; ok {
			return v, k
		}
	}
	return "", 0
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
