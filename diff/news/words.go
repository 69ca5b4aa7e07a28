package news

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wirediff/diff/text"
)

// word is a token as the rules of this package look at it.
type word struct {
	text.Span
	low      string // lower case, straight apostrophes, accents as written
	raw      string // as written
	key      uint64 // Token.Key: equal for the same word in another house style
	punct    bool   // a mark that ends a phrase: comma, stop, quote mark, bracket, dash
	gap      bool   // white space before it
	hyphen   bool   // a hyphen before it, inside a compound
	upper    bool   // starts with a capital letter
	first    bool   // first word of its sentence
	quoted   bool   // stands inside quotation marks
	possess  bool   // "'s" was cut from low
	lists    listed // which lists have entries that this word opens
	sentence int    // index into Side.Sentences
}

// scanWords lists the tokens of a side in order. Hyphens inside compounds are
// left out, other punctuation stays, marked. Without a lexicon the words are
// not looked up.
func scanWords(lx *Lexicon, s Side) []word {
	n := 0
	for _, i := range s.Sentences {
		n += s.Story.Sentences[i].Tokens.Len()
	}
	ws := make([]word, 0, n)
	for k, i := range s.Sentences {
		ws = appendSentence(ws, s.Story, i, k)
	}
	markQuoted(ws)
	if lx != nil {
		for i := range ws {
			ws[i].lists = lx.heads[ws[i].low]
		}
	}
	return ws
}

// appendSentence adds the words of one sentence, the dateline left out.
func appendSentence(ws []word, st *text.Story, i int32, k int) []word {
	sen := st.Sentences[i]
	end, first, hyphen := sen.Start, true, false
	for _, t := range st.Tokens[sen.Tokens.From:sen.Tokens.To] {
		raw := t.Of(st.Body)
		gap := t.Start > end
		end = t.End
		if t.Start < sen.Lead.End && sen.Lead.Len() > 0 {
			continue
		}
		if t.Kind == text.Punct && isHyphen(raw) && !gap && len(ws) > 0 && t.End < sen.End && !unicode.IsSpace(rune(st.Body[t.End])) {
			hyphen = true
			continue
		}
		if raw == "." && !gap && len(ws) > 0 && doubled(ws[len(ws)-1].raw) {
			continue // the stop of "EE. UU." ends no sentence
		}
		w := word{Span: t.Span, raw: raw, key: t.Key, gap: gap, hyphen: hyphen, sentence: k, punct: t.Kind == text.Punct || raw == "?" || raw == "!"}
		if !w.punct {
			w.low, w.possess = fold(raw)
			r, _ := utf8.DecodeRuneInString(raw)
			w.upper = unicode.IsUpper(r)
			w.first, first = first, false
		} else {
			w.low = raw
		}
		ws, hyphen = append(ws, w), false
	}
	return ws
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
	for _, q := range quotations(ws) {
		for i := q.from; i < q.to; i++ {
			ws[i].quoted = true
		}
	}
}

// content reports whether a word carries meaning of its own.
func (lx *Lexicon) content(w word) bool {
	return !w.punct && !lx.is("function", w)
}

// stem cuts the endings that inflection changes most: rough, and the same on
// both sides, which is all that a comparison needs.
func stem(low string) string {
	for _, suffix := range [...]string{"ing", "ed", "es", "s", "e"} {
		if cut, ok := strings.CutSuffix(low, suffix); ok && len(cut) >= shortestStem {
			low = cut
			break
		}
	}
	if r := []rune(low); len(r) > longestStem {
		return string(r[:longestStem])
	}
	return low
}

const (
	shortestStem = 3 // bytes that a suffix must leave
	longestStem  = 6 // runes: "negotia-te", "negotia-tions" meet
)

// stems is the set of stems of the content words of a side.
func stems(ws []word) map[string]bool {
	m := make(map[string]bool, len(ws))
	for _, w := range ws {
		if !w.punct {
			m[stem(w.low)] = true
			m[w.low] = true
		}
	}
	return m
}

// spanOf covers words from..to (half open).
func spanOf(ws []word, from, to int) text.Span {
	return text.Span{Start: ws[from].Start, End: ws[to-1].End}
}
