package news

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wirediff/diff/text"
)

// form is a word as printed, wherever it stands: all that can be said of it
// without its sentence.
type form struct {
	opens   listSet // the lists with an entry that begins with it, and its shapes
	lists   listSet // the lists that hold it
	chain   int32   // the first of the entries that it opens
	punct   bool    // a mark that ends a phrase: comma, stop, quote mark, bracket, dash
	upper   bool    // starts with a capital letter
	possess bool    // "'s" was cut from low
	acronym bool    // two capitals or more and no other letters
	mark    byte    // the family of a quotation mark, 0 for all else
	same    uint64  // hash of low
	stem    uint64  // hash of its stem
	low     string  // lower case, straight apostrophes, possessive cut, accents as written
	raw     string  // as written
	denied  uint64  // hash of the word that it denies by its prefix, 0 for none
	name    uint64  // hash of the spelling that stands for it in a name
}

// is reports whether the list holds the word.
func (f *form) is(l list) bool { return f.lists.has(l) }

// content reports whether the word carries meaning of its own.
func (f *form) content() bool { return !f.punct && !f.is(listFunction) }

// term is a word without its place.
type term struct {
	*form
	key uint64 // Token.Key: equal for the same word in another house style
}

// sameWord reports whether two words are spelt alike or differ by house style only.
func sameWord(a, b term) bool { return a.same == b.same || a.key == b.key && a.key != 0 }

// word is a token as the rules of this package look at it.
type word struct {
	text.Span
	term
	gap      bool // white space before it
	hyphen   bool // a hyphen before it, inside a compound
	first    bool // first word of its sentence
	quoted   bool // stands inside quotation marks
	sentence int  // index into Side.Sentences
}

// vocabulary holds the words that the stories of one language print, each once.
type vocabulary struct {
	lx      *Lexicon // nil: the words are looked up in no list
	forms   []form   // from 1 on
	numbers table    // hash of a word as printed -> its form
}

// script is a story, read: the form of each of its tokens.
type script struct {
	*text.Story
	voc     *vocabulary
	forms   []int32             // by token
	offices map[string][]string // filled by bearersOf
	stems   tally               // filled by places
}

// read reads a story. Linear in its tokens. All stories of a vocabulary must
// be read before words of any are listed.
func (v *vocabulary) read(st *text.Story) script {
	s := script{Story: st, voc: v, forms: make([]int32, len(st.Tokens))}
	for i, t := range st.Tokens {
		s.forms[i] = v.number(t.Of(st.Body), t.Kind == text.Punct)
	}
	return s
}

// newVocabulary is empty and has room for the words of a text of so many tokens.
func newVocabulary(lx *Lexicon, tokens int) *vocabulary {
	words := min(tokens/2, usualVocabulary)
	v := &vocabulary{lx: lx, forms: make([]form, 1, 1+words)}
	v.numbers.reserve(words)
	return v
}

// usualVocabulary is how many different words room is made for at first: two
// stories of 80 sentences have fewer.
const usualVocabulary = 2000

// readAll reads stories, those of one language with one vocabulary. Where
// lexicon returns nil the words are in no list.
func readAll(stories []*text.Story, lexicon func(lang string) *Lexicon) []script {
	tokens := 0
	for _, st := range stories {
		tokens += len(st.Tokens)
	}
	vocabularies := map[string]*vocabulary{}
	out := make([]script, len(stories))
	for i, st := range stories {
		if vocabularies[st.Lang] == nil {
			vocabularies[st.Lang] = newVocabulary(lexicon(st.Lang), tokens)
		}
		out[i] = vocabularies[st.Lang].read(st)
	}
	return out
}

// number finds the form of a token. The same sign may be a mark in one place
// and a word in another.
func (v *vocabulary) number(raw string, punct bool) int32 {
	h := hash(raw)
	if punct {
		h = ^h
	}
	at := v.numbers.at(h)
	if *at == 0 {
		*at = int32(len(v.forms))
		if len(v.forms) == cap(v.forms) {
			v.forms = slices.Grow(v.forms, len(v.forms)) // append would grow by a quarter
		}
		v.forms = append(v.forms, v.newForm(raw, punct || raw == "?" || raw == "!"))
	}
	return *at
}

// newForm looks a word up.
func (v *vocabulary) newForm(raw string, punct bool) form {
	f := form{raw: raw, low: raw, punct: punct}
	if punct {
		f.mark = markFamily(raw)
	} else {
		f.low, f.possess = fold(raw)
		if v.lx != nil && v.lx.elides {
			f.elide(v.lx)
		}
		r, _ := utf8.DecodeRuneInString(f.raw)
		f.upper = unicode.IsUpper(r)
	}
	f.same, f.stem = hash(f.low), hash(stem(f.low))
	if v.lx != nil {
		f.chain = v.lx.heads.find(f.same)
		f.lists, f.opens = v.lx.listsOf(f.chain, f.low)
		if !punct {
			v.lx.describe(&f)
		}
	}
	if f.mark != 0 {
		f.opens.add(shapeMark)
	}
	return f
}

// describe fills in what the rules ask of a word again and again.
func (lx *Lexicon) describe(f *form) {
	if base, ok := lx.valueIn(f.chain, listPasts, f.low); ok && f.is(listPasts) {
		f.stem = hash(stem(base)) // "slept" meets "sleep"
	}
	f.acronym = allCapitals(f.raw)
	f.name = hash(lx.spelling(f))
	if f.is(listNegators) || strings.HasSuffix(f.low, "n't") && len(f.low) > len("n't") {
		f.opens.add(shapeNegator)
	}
	if plain, ok := lx.plainOf(f); ok {
		f.denied = hash(plain)
		f.opens.add(shapeDenial)
	}
	if f.low[0] < 'a' || f.low[0] > 'z' || f.lists.meets(factLists) {
		f.opens.add(shapeFact)
	}
	if c := strings.TrimPrefix(f.low, "-"); c != "" && c[0] >= '0' && c[0] <= '9' {
		f.opens.add(shapeFigure)
	}
	if f.upper || f.is(listCompass) {
		f.opens.add(shapeMention)
	}
}

// elide cuts the article or pronoun that French writes in one with a word,
// unless a list has them together: "l'ancien", but "d'après".
func (f *form) elide(lx *Lexicon) {
	at := strings.IndexAny(f.raw, "'’")
	if at < 1 || at > longestElision || lx.heads.find(hash(f.low)) != 0 {
		return
	}
	_, size := utf8.DecodeRuneInString(f.raw[at:])
	_, low, _ := strings.Cut(f.low, "'")
	if rest := f.raw[at+size:]; rest != "" && low != "" {
		f.raw, f.low = rest, low
	}
}

// longestElision is how many letters stand before the apostrophe: "qu'il".
const longestElision = 2

// words lists the tokens of some sentences in order, in the memory of buf.
// Hyphens inside compounds are left out, other punctuation stays, marked.
func (s *script) words(buf []word, sentences ...int32) []word {
	n := 0
	for _, i := range sentences {
		n += s.Sentences[i].Tokens.Len()
	}
	ws := slices.Grow(buf[:0], n)
	for k, i := range sentences {
		ws = s.appendSentence(ws, i, k)
	}
	markQuoted(ws)
	if s.voc.lx != nil && s.voc.lx.elides {
		unquote(ws)
	}
	return ws
}

// lists is what the words of a sentence open, all together.
func (s *script) lists(sentence int32) (set listSet) {
	first := true
	tokens := s.Sentences[sentence].Tokens
	for _, n := range s.forms[tokens.From:tokens.To] {
		f := &s.voc.forms[n]
		set = set.with(f.opens)
		if f.upper && !first {
			set.add(shapeName)
		}
		first = first && f.punct
	}
	return set
}

// appendSentence adds the words of one sentence, the dateline left out.
func (s *script) appendSentence(ws []word, i int32, k int) []word {
	sen := s.Sentences[i]
	end, first, hyphen := sen.Start, true, false
	for at := sen.Tokens.From; at < sen.Tokens.To; at++ {
		t := s.Tokens[at]
		f := &s.voc.forms[s.forms[at]]
		gap := t.Start > end
		end = t.End
		if t.Start < sen.Lead.End && sen.Lead.Len() > 0 {
			continue
		}
		if f.punct && !gap && isHyphen(f.raw) && len(ws) > 0 && t.End < sen.End && !unicode.IsSpace(rune(s.Body[t.End])) {
			hyphen = true
			continue
		}
		if f.punct && !gap && f.raw == "." && len(ws) > 0 && t.End < sen.End && s.voc.stopped(ws[len(ws)-1]) {
			continue // the stop of "EE. UU." ends no sentence
		}
		ws = append(ws, word{Span: t.Span, term: term{f, t.Key}, gap: gap, hyphen: hyphen, sentence: k, first: first && !f.punct})
		first, hyphen = first && f.punct, false
	}
	return ws
}

// stopped reports whether a stop behind the word is part of it: "EE. UU.",
// "2 Mrd. Euro".
func (v *vocabulary) stopped(w word) bool {
	return doubled(w.raw) || v.lx != nil && w.is(listScales) && v.lx.has(listScales, w.low+".")
}

// doubled reports whether s is one capital twice: Spanish writes the plural of
// an initial so.
func doubled(s string) bool { return len(s) == 2 && s[0] == s[1] && s[0] >= 'A' && s[0] <= 'Z' }

func isHyphen(s string) bool { return s == "-" || s == "‐" || s == "‑" }

// fold lower-cases a word, straightens apostrophes and cuts a possessive.
func fold(raw string) (low string, possess bool) {
	low = strings.ToLower(raw)
	if strings.Contains(low, "’") {
		low = strings.ReplaceAll(low, "’", "'")
	}
	if cut, ok := strings.CutSuffix(low, "'s"); ok && cut != "" {
		return cut, true
	}
	if cut, ok := strings.CutSuffix(low, "s'"); ok && cut != "" {
		return cut + "s", true
	}
	return low, false
}

// markQuoted sets quoted on the words that stand inside quotation marks.
func markQuoted(ws []word) {
	for q := range quotations(ws) {
		for i := q.from; i < q.to; i++ {
			ws[i].quoted = true
		}
	}
}

// unquote takes the source out that French sets inside the marks, between
// commas: « Rien, a dit le gardien, et personne. »
func unquote(ws []word) {
	for i := range ws {
		if ws[i].raw != "," || !ws[i].quoted {
			continue
		}
		verb := i + 1
		for verb < len(ws) && ws[verb].is(listAuxiliaries) {
			verb++
		}
		if verb+1 >= len(ws) || !ws[verb].is(listSay) || !ws[verb].quoted || ws[verb+1].punct {
			continue
		}
		end := verb
		for end < len(ws) && !ws[end].punct && end-i <= maxSubject {
			end++
		}
		for k := i + 1; k < end; k++ {
			ws[k].quoted = false
		}
	}
}

// stem cuts the endings that inflection changes most: rough, and the same on
// both sides, which is all that a comparison needs.
func stem(low string) string {
	low = low[:len(low)-ending(low)]
	if len(low) <= longestStem {
		return low
	}
	letters := 0
	for i := range low {
		if letters == longestStem {
			return low[:i]
		}
		letters++
	}
	return low
}

// ending is how many bytes of an ending a word has, the longest first, as long
// as enough of it is left.
func ending(low string) int {
	n := len(low)
	if n > shortestStem+2 {
		switch low[n-3:] {
		case "ied", "ies", "ing":
			return 3
		}
	}
	if n > shortestStem+1 {
		switch low[n-2:] {
		case "ed", "es":
			return 2
		}
	}
	if n > shortestStem {
		switch low[n-1] {
		case 's', 'e', 'y':
			return 1
		}
	}
	return 0
}

const (
	shortestStem = 3 // bytes that a suffix must leave
	longestStem  = 6 // runes: "negotia-te", "negotia-tions" meet
)

// spanOf covers words from..to (half open).
func spanOf(ws []word, from, to int) text.Span {
	return text.Span{Start: ws[from].Start, End: ws[to-1].End}
}

// has reports whether a word is among ws.
func has(ws []word, low string) bool {
	for _, w := range ws {
		if w.low == low {
			return true
		}
	}
	return false
}
