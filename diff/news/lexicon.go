package news

import (
	"embed"
	"strings"
)

//go:embed data/*.txt
var data embed.FS

// Lexicon holds the word lists of one language. It is never modified.
type Lexicon struct {
	lang    string
	lists   map[string]map[string]string // list name -> entry -> value
	longest map[string]int               // list name -> words of its longest entry
	places  map[string]string            // word or words -> canonical place
}

// NewLexicon returns the word lists of a language ("en", "de", "fr", "es");
// nil for a language that has none. Linear in the lists, well under a
// millisecond.
func NewLexicon(lang string) *Lexicon {
	raw, err := data.ReadFile("data/" + lang + ".txt")
	if err != nil || lang == "places" {
		return nil
	}
	lx := &Lexicon{lang: lang, lists: map[string]map[string]string{}, longest: map[string]int{}, places: map[string]string{}}
	name := ""
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			name = strings.Trim(line, "[]")
			if lx.lists[name] == nil {
				lx.lists[name] = map[string]string{}
			}
		default:
			lx.addEntries(name, line)
		}
	}
	lx.addPlaces()
	for name, canon := range lx.lists["places"] {
		lx.places[name] = canon
	}
	return lx
}

// addEntries reads "a = b, c, d = e" into the list.
func (lx *Lexicon) addEntries(list, line string) {
	for entry := range strings.SplitSeq(line, ", ") {
		key, value, _ := strings.Cut(strings.TrimSuffix(strings.TrimSpace(entry), ","), " = ")
		key = strings.TrimSpace(key)
		if key == "" {
			continue
		}
		lx.lists[list][key] = strings.TrimSpace(value)
		lx.longest[list] = max(lx.longest[list], strings.Count(key, " ")+1)
	}
}

// addPlaces reads the gazetteer, which all languages share.
func (lx *Lexicon) addPlaces() {
	raw, _ := data.ReadFile("data/places.txt")
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

// phrase finds the longest entry of the list that starts at word i and
// returns its value and its number of words, 0 if there is none.
func (lx *Lexicon) phrase(list string, ws []word, i int) (value string, n int) {
	entries := lx.lists[list]
	if len(entries) == 0 {
		return "", 0
	}
	for k := min(lx.longest[list], len(ws)-i); k > 0; k-- {
		if v, ok := entries[join(ws[i:i+k])]; ok {
			return v, k
		}
	}
	return "", 0
}

// join puts the lower-cased words together with single spaces; "" if a mark
// other than a hyphen stands between them.
func join(ws []word) string {
	if len(ws) == 1 {
		return ws[0].low
	}
	var b strings.Builder
	for i, w := range ws {
		if w.punct {
			return ""
		}
		if i > 0 && w.gap {
			b.WriteByte(' ')
		}
		b.WriteString(w.low)
	}
	return b.String()
}
