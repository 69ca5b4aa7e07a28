package text

import (
	"embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed lang/*.txt
var langFiles embed.FS

// class says how an abbreviation behaves before a word with a capital.
type class uint8

const (
	notAbbr  class = iota
	title          // never ends a sentence: "Gen."
	numbered       // not before a number, else only before an opener: "No."
	month          // not before a number, behind one only before an opener: "Oct."
	either         // only before an opener: "U.S."
	clock          // unless the time goes on: "p.m."
	unit           // behind a number and not before one ("5 ft. 3 in.") or a word in capitals ("5 млн дол. США"), else only before an opener
	never          // never, whatever follows: "e.g."
	bang           // a name that ends in "!": "Yahoo"
	closing        // closes a list; not before a number: "etc."
)

// abbr is an entry of a table; capital says that it needs its capital.
type abbr struct {
	class   class
	capital bool
}

// wordSet is a set of words in lower case.
type wordSet map[string]bool

// rules is the table of one language, read from lang/CODE.txt.
type rules struct {
	code    string
	abbrs   map[string]abbr // by lower case, without the last full stop
	ends    []string        // of abbr, those that stand for every word that ends so: "-str"
	opener  wordSet         // words that often open a sentence
	goesOn  wordSet         // words that carry on a time: "p.m. Eastern"
	small   wordSet         // names that open a sentence without a capital
	speech  wordSet         // verbs of an attribution
	stamp   wordSet         // words of a line of date and time
	ordinal wordSet         // words that follow a number with a full stop: "12. Juni"
	stops   string          // marks besides the usual that end a sentence before an opener
	split   []string        // words before which a blank ends a sentence (Thai)
	byline  []string        // what opens a byline, in lower case
	agency  wordSet
	heads   map[string][]linePattern // credit, furniture and caption lines by their first word
	tails   map[string][]linePattern // those that open with "*", by their last word
	inner   []linePattern            // those that open and end with it
	page    wordSet                  // words by which a page speaks of itself: "newsletter", "inbox"
}

// linePattern is a line of one role; "*" in it stands for any words.
type linePattern struct {
	role  Role
	parts []string // literal text between the stars, in lower case
}

// languages are those with a table.
var languages = []string{"en", "de", "fr", "es", "pt", "it", "ru", "uk", "ja", "zh", "th", "ar", "he", "nl", "pl", "sv", "da", "no"}

// tables holds a reader per language, each run at most once.
var tables = func() map[string]func() *rules {
	all, err := langFiles.ReadFile("lang/all.txt")
	if err != nil {
		panic("diff/text: no table of what all languages share")
	}
	m := make(map[string]func() *rules, len(languages)+1)
	for _, code := range languages {
		m[code] = sync.OnceValue(func() *rules {
			data, err := langFiles.ReadFile("lang/" + code + ".txt")
			if err != nil {
				panic("diff/text: no table for language " + code)
			}
			return parseRules(code, string(all), string(data))
		})
	}
	m["und"] = sync.OnceValue(func() *rules { return parseRules("und", string(all)) })
	return m
}()

// rulesFor returns the table of a BCP 47 tag; a language without one gets the
// empty table, which leaves the general rules.
func rulesFor(tag string) *rules {
	if f := tables[tag]; f != nil {
		return f()
	}
	return tables["und"]()
}

// parseRules reads tables, the later over the earlier. A line "[section]" opens a section; "#" opens a
// comment at the start of a line or after blanks. A section is a list of
// words, or of lines where lines is what it holds.
func parseRules(code string, files ...string) *rules {
	r := &rules{code: code, abbrs: map[string]abbr{}, opener: wordSet{}, goesOn: wordSet{}, small: wordSet{},
		speech: wordSet{}, stamp: wordSet{}, ordinal: wordSet{}, agency: wordSet{}, page: wordSet{},
		heads: map[string][]linePattern{}, tails: map[string][]linePattern{}}
	for _, data := range files {
		section := ""
		for line := range strings.Lines(data) {
			line = uncomment(line)
			if line == "" {
				continue
			}
			if line[0] == '[' && strings.HasSuffix(line, "]") && sections[line[1:len(line)-1]] {
				section = line[1 : len(line)-1]
				continue
			}
			r.add(section, line)
		}
	}
	return r
}

// sections are the names that a table may use.
var sections = wordSet{"title": true, "number": true, "month": true, "either": true, "clock": true, "unit": true, "goes on": true,
	"never": true, "bang": true, "closing": true, "small": true, "opener": true, "speech": true, "ordinal": true, "split": true, "stops": true, "byline": true,
	"stamp": true, "page": true, "agency": true, "credit": true, "furniture": true, "caption": true}

// uncomment trims a line and takes off its comment.
func uncomment(line string) string {
	line = strings.TrimSpace(line)
	if line == "#" || strings.HasPrefix(line, "# ") {
		return ""
	}
	line, _, _ = strings.Cut(line, "  #")
	line, _, _ = strings.Cut(line, " # ")
	return strings.TrimSpace(line)
}

// add takes one line of a section.
func (r *rules) add(section, line string) {
	lower := strings.ToLower(line)
	switch section {
	case "title", "number", "month", "either", "clock", "unit", "never", "bang", "closing":
		for w := range strings.FieldsSeq(line) {
			r.addAbbr(w, abbrClasses[section])
		}
	case "byline":
		r.byline = append(r.byline, lower)
	case "stops":
		r.stops += line
	case "split":
		r.split = append(r.split, strings.Fields(line)...)
	case "agency":
		for name := range strings.SplitSeq(lower, ",") {
			r.agency[strings.TrimSpace(name)] = true
		}
	case "credit", "furniture", "caption":
		r.addLine(linePattern{lineRoles[section], strings.Split(lower, "*")})
	default:
		set := map[string]wordSet{"opener": r.opener, "goes on": r.goesOn, "small": r.small, "speech": r.speech,
			"stamp": r.stamp, "page": r.page, "ordinal": r.ordinal}[section]
		for w := range strings.FieldsSeq(lower) {
			set[w] = true
		}
	}
}

// addAbbr takes one abbreviation. Written in both cases it needs no capital.
func (r *rules) addAbbr(w string, c class) {
	if end, ok := strings.CutPrefix(w, "-"); ok {
		r.ends = append(r.ends, end)
		w = end
	}
	first, _ := utf8.DecodeRuneInString(w)
	key := strings.ToLower(w)
	old := r.abbrs[key]
	r.abbrs[key] = abbr{c, unicode.IsUpper(first) && (old.class != c || old.capital)}
}

// addLine files a pattern under the word that a line needs to be compared with it.
func (r *rules) addLine(p linePattern) {
	if head := firstWord(p.parts[0]); head != "" {
		r.heads[head] = append(r.heads[head], p)
		return
	}
	tail := lastWord(p.parts[len(p.parts)-1])
	if tail == "" {
		r.inner = append(r.inner, p)
		return
	}
	r.tails[tail] = append(r.tails[tail], p)
}

var abbrClasses = map[string]class{"title": title, "number": numbered, "month": month, "either": either,
	"clock": clock, "unit": unit, "never": never, "bang": bang, "closing": closing}

var lineRoles = map[string]Role{"credit": RoleCredit, "furniture": RoleFurniture, "caption": RoleCaption}

// lookup finds an abbreviation in the case it is written in.
func (r *rules) lookup(word string) class {
	var buf [maxWord]byte
	lower, ok := lowerInto(&buf, word)
	if !ok {
		return notAbbr
	}
	a := r.abbrs[string(lower)]
	if a.class == notAbbr {
		for _, end := range r.ends {
			if strings.HasSuffix(string(lower), end) {
				a = r.abbrs[end]
			}
		}
	}
	if a.capital {
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) {
			return notAbbr
		}
	}
	return a.class
}

// maxWord bounds the bytes of a word that is looked up: longer ones are in no table.
const maxWord = 40

// has reports whether the set holds the word in any case.
func (s wordSet) has(word string) bool {
	var buf [maxWord]byte
	lower, ok := lowerInto(&buf, word)
	return ok && s[string(lower)]
}

// lowerInto writes the word in lower case, typewriter apostrophes, to buf.
func lowerInto(buf *[maxWord]byte, word string) ([]byte, bool) {
	out := buf[:0]
	for _, c := range word {
		if c == '’' {
			c = '\''
		}
		if len(out)+utf8.UTFMax > maxWord {
			return nil, false
		}
		out = utf8.AppendRune(out, unicode.ToLower(c))
	}
	return out, true
}
