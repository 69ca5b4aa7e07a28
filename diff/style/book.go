package style

import (
	"embed"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"wirediff/diff/text"
)

//go:embed books/*.txt
var bookFiles embed.FS

// book is what is known about the spellings of one language, the user's
// decisions and the names of the texts included. One is made for a call of
// Apply, for memo makes it unfit for two goroutines.
type book struct {
	lang      string
	forms     map[uint64][]form // by the key of the first word, longest first
	apart     map[uint64]bool   // words that the user keeps apart: no rule touches them
	magnitude map[string]string // "bn" -> "billion"
	hours     map[string]bool   // what follows the hour: "Uhr", "h"
	doubled   map[string]bool   // stems that double their l in one country
	names     *names
	memo      table // key of a folded word that no form begins with -> canonical key
}

// form is one spelling of a class of equals.
type form struct {
	parts  []part
	key    uint64 // of the class
	text   string // as the book writes it
	class  int    // index of the line that holds it
	from   string
	digits string // "12" for "twelve"
	alone  bool   // the user wants it apart from all others
}

// part is one word of a form.
type part struct {
	key    uint64
	exact  string // not empty: only in this case ("US", not "us")
	stop   bool   // a full stop must follow ("Gen.", not "Gen")
	number bool   // any number, not taken
}

// anyNumber stands in a book for any number: "No. 0 = number 0".
const anyNumber = "0"

// match returns how many of toks the form takes, 0 if it does not stand there,
// and its key there. Between its words only blanks, hyphens and full stops may
// stand; the last of several may be a possessive ("the web site's").
func (f form) match(body string, toks []text.Token) (taken int, key uint64) {
	i := 0
	key = f.key
	for k, p := range f.parts {
		if k > 0 {
			from := i
			for i < len(toks) && toks[i].Kind == text.Punct {
				i++
			}
			if i == len(toks) || !joins(body, toks[from-1], toks[i]) {
				return 0, 0
			}
		}
		t := toks[i]
		if p.number {
			if t.Kind == text.Number {
				return taken, key
			}
			return 0, 0
		}
		if !p.is(body, t) {
			base, tail := cutPossessive(t.Of(body))
			if tail == "" || k == 0 || k < len(f.parts)-1 || text.Key(base) != p.key {
				return 0, 0
			}
			key = possessive(f.key)
		}
		i++
		taken = i
	}
	return taken, key
}

// is reports whether a token is the word p.
func (p part) is(body string, t text.Token) bool {
	return t.Key == p.key && (p.exact == "" || t.Of(body) == p.exact) && (!p.stop || strings.HasPrefix(body[t.End:], "."))
}

// joins reports whether two words stand as one phrase may: apart by nothing
// but a blank, a hyphen or a full stop, and not by a comma.
func joins(body string, a, b text.Token) bool {
	gap := body[a.End:b.Start]
	return len(gap) <= 6 && strings.Trim(gap, " .-‐‑\u00a0\n\r") == ""
}

// builtIn reads the book of a language once; it is not changed after that.
var builtIn = func() map[string]func() *book {
	m := map[string]func() *book{}
	for _, lang := range languages {
		m[lang] = sync.OnceValue(func() *book { return readBook(lang, nil) })
	}
	return m
}()

// languages are those with a book.
var languages = []string{"en", "de", "fr", "es", "pt", "it", "ru", "uk"}

// newBook returns the book of a language with the user's decisions laid over
// it and the names found in the texts.
func newBook(lang string, user []Rule, found *names) *book {
	var b book
	if read := builtIn[lang]; read != nil && len(user) == 0 {
		b = *read()
	} else {
		b = *readBook(lang, user)
	}
	b.names, b.memo = found, table{}
	return &b
}

// readBook reads the table of a language, if it has one, and lays the user's
// decisions over it.
func readBook(lang string, user []Rule) *book {
	b := &book{lang: lang, apart: map[uint64]bool{}, magnitude: map[string]string{},
		hours: map[string]bool{}, doubled: map[string]bool{}}
	p := &parser{book: b, from: "built-in " + lang}
	if data, err := bookFiles.ReadFile("books/" + lang + ".txt"); err == nil {
		p.table(string(data))
	}
	for _, r := range user {
		p.user(r)
	}
	p.index()
	return b
}

// parser gathers classes of equal forms before they are indexed.
type parser struct {
	book    *book
	from    string
	classes [][]form
	toks    []text.Token // of the form that is read, to be used again
}

// table reads a book: lines of equals, and sections.
func (p *parser) table(data string) {
	section, count := "", 0
	for line := range strings.Lines(data) {
		line, _, _ = strings.Cut(" "+line, " # ")
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line == "#":
		case line[0] == '[':
			section, count = strings.Trim(line, "[]"), 0
		case section == "doubled l":
			for w := range strings.FieldsSeq(line) {
				p.book.doubled[w] = true
			}
		case section == "numbers":
			for w := range strings.FieldsSeq(line) {
				p.numeral(w, strconv.Itoa(count))
				count++
			}
		case section == "ordinals":
			for w := range strings.FieldsSeq(line) {
				count++
				p.numeral(w, ordinal(count, p.book.lang))
			}
		case section == "magnitudes":
			words := strings.Fields(strings.ToLower(line))
			for _, w := range words {
				p.book.magnitude[w] = words[0]
			}
		case section == "hours":
			for w := range strings.FieldsSeq(strings.ToLower(line)) {
				p.book.hours[w] = true
			}
		default:
			p.equal(p.from, strings.Split(line, "=")...)
		}
	}
}

// numeral makes the words of a number equal to its digits; "-" is left out.
func (p *parser) numeral(words, digits string) {
	if words != "-" && digits != "" {
		p.equal(p.from, digits, strings.ReplaceAll(words, "_", " "))
		class := p.classes[len(p.classes)-1]
		for i := range class {
			class[i].digits = digits
		}
	}
}

// ordinal writes the n-th in digits.
func ordinal(n int, lang string) string {
	if lang != "en" {
		return ""
	}
	switch {
	case n%10 == 1 && n != 11:
		return strconv.Itoa(n) + "st"
	case n%10 == 2 && n != 12:
		return strconv.Itoa(n) + "nd"
	case n%10 == 3 && n != 13:
		return strconv.Itoa(n) + "rd"
	}
	return strconv.Itoa(n) + "th"
}

// equal puts forms in one class: that of the first of them that has one.
func (p *parser) equal(from string, forms ...string) {
	class := -1
	parsed := make([]form, 0, len(forms))
	for _, s := range forms {
		f, ok := p.form(s)
		if !ok {
			continue
		}
		f.from = from
		if k := p.find(f); k >= 0 && k != class {
			class = p.merge(class, k)
			continue
		}
		parsed = append(parsed, f)
	}
	if class < 0 {
		p.classes = append(p.classes, parsed)
		return
	}
	p.classes[class] = append(p.classes[class], parsed...)
}

// merge joins two classes, -1 being none, and returns the one that remains.
func (p *parser) merge(a, b int) int {
	if a < 0 {
		return b
	}
	p.classes[a] = append(p.classes[a], p.classes[b]...)
	p.classes[b] = nil
	return a
}

// find returns the class that holds a form, -1 if none does. Only the user's
// lists search the whole book; its own lines name a form once.
func (p *parser) find(f form) int {
	if p.from == "built-in "+p.book.lang {
		return -1
	}
	for k, c := range p.classes {
		if slices.ContainsFunc(c, f.same) {
			return k
		}
	}
	return -1
}

// same reports whether two forms match the same words.
func (f form) same(g form) bool { return slices.Equal(f.parts, g.parts) }

// user lays one of the user's decisions over the book.
func (p *parser) user(r Rule) {
	p.from = r.From
	if !r.Real {
		p.equal(r.From, r.A, r.B)
		return
	}
	for _, s := range []string{r.A, r.B} {
		f, ok := p.form(s)
		if !ok {
			continue
		}
		for k := range p.classes {
			p.classes[k] = slices.DeleteFunc(p.classes[k], f.same)
		}
		f.from, f.alone = r.From, true
		p.classes = append(p.classes, []form{f})
		if len(f.parts) == 1 {
			p.book.apart[f.parts[0].key] = true
		}
	}
}

// form reads a spelling as a book writes it.
func (p *parser) form(s string) (form, bool) {
	s = strings.TrimSpace(s)
	f := form{text: s}
	number := strings.HasSuffix(s, " "+anyNumber)
	p.toks = text.AppendTokens(p.toks[:0], strings.TrimSuffix(s, " "+anyNumber))
	for _, t := range p.toks {
		w := t.Of(s)
		if t.Kind == text.Punct {
			if w == "." && len(f.parts) > 0 {
				f.parts[len(f.parts)-1].stop = true
			}
			continue
		}
		word := part{key: t.Key}
		if strings.ContainsFunc(w, unicode.IsUpper) {
			word.exact = w
		}
		f.parts = append(f.parts, word)
	}
	if number && len(f.parts) > 0 {
		f.parts = append(f.parts, part{number: true})
	}
	return f, len(f.parts) > 0
}

// index gives every class its key, that of its first form, and files the forms
// by their first word. Nearly all are alone there and lie in one array.
func (p *parser) index() {
	total := 0
	for _, class := range p.classes {
		total += len(class)
	}
	all := make([]form, 0, total)
	p.book.forms = make(map[uint64][]form, total)
	for n, class := range p.classes {
		for _, f := range class {
			f.key, f.class = class[0].canonical(), n
			all = append(all, f)
			first := f.parts[0].key
			if fs := p.book.forms[first]; fs != nil {
				p.book.forms[first] = append(fs, f)
			} else {
				p.book.forms[first] = all[len(all)-1 : len(all) : len(all)]
			}
		}
	}
	for _, fs := range p.book.forms {
		if len(fs) > 1 {
			slices.SortStableFunc(fs, func(a, b form) int { return weight(b) - weight(a) })
		}
	}
}

// canonical is the key of a class whose first form is f: that of its one word,
// so that a word which no form matches equals it, or that of the phrase.
func (f form) canonical() uint64 {
	switch {
	case f.alone && f.parts[0].exact != "":
		return text.Key(f.text + "!") // apart from the same word in lower case
	case len(f.parts) == 1 || len(f.parts) == 2 && f.parts[1].number:
		return f.parts[0].key
	}
	return text.Key(f.text)
}

// weight orders the forms that begin with one word: longer ones first, then
// those with more conditions.
func weight(f form) int {
	n := 4 * len(f.parts)
	if p := f.parts[0]; p.exact != "" {
		n += 2
	}
	if f.parts[0].stop {
		n++
	}
	return n
}
