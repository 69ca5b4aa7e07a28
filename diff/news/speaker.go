package news

import (
	"strings"

	"wirediff/diff/text"
)

// nearest is the attribution closest to the run: one in its own sentence
// first, one that shares its marks next.
func (lx *Lexicon) nearest(ws []word, from, end int, sources []source) (source, bool) {
	best, dist := -1, 1<<30
	for k, s := range sources {
		if len(sources) > 1 && lx.carrier(s) {
			continue
		}
		d := 0
		switch {
		case s.verb.Start >= ws[end-1].End:
			d = int(s.verb.Start - ws[end-1].End)
		case s.verb.End <= ws[from].Start:
			d = int(ws[from].Start - s.verb.End)
		}
		if s.sentence != ws[from].sentence {
			d += 1 << 20
		}
		if d < dist {
			best, dist = k, d
		}
	}
	if best < 0 {
		return source{}, false
	}
	return sources[best], true
}

// carrier reports whether the subject is a medium: "The Hill reported" says
// who carried the words, not who spoke them.
func (lx *Lexicon) carrier(s source) bool {
	for i := range s.subject {
		if _, n := lx.phrase(listMedia, s.subject, i); n > 0 {
			return true
		}
	}
	return false
}

// embedded reports whether a word or two between marks stand inside a sentence
// that names no source, as its own words do: a scare quote.
func embedded(ws []word, from, end int) bool {
	const scare = 2
	return end-from <= scare && from > 1 && !ws[from-2].punct && ws[from-2].sentence == ws[from].sentence &&
		end+1 < len(ws) && !ws[end+1].punct && ws[end+1].sentence == ws[from].sentence
}

// isLabel tells a name in marks from speech: words such as "known as" stand
// before it, or every word of weight has a capital and there are two or more.
// s is the source, which may have called something by that name.
func (r *reader) isLabel(ws []word, from, end int, s source) bool {
	for back := 1; back <= 4 && from-back >= 0; back++ {
		if w := ws[from-back]; w.is(listLabelWords) && w.Span != s.verb {
			return true
		}
	}
	capitals, words, weights := 0, 0, 0
	for _, w := range ws[from:end] {
		switch {
		case w.punct:
			continue
		case w.upper:
			capitals++
		case !w.content():
			continue // "The Lord of the Rings"
		}
		words++
		weights += count(w.content())
	}
	return weights >= 1 && words >= 2 && capitals == words && !r.lx.nouns
}

// who names the speaker of an attribution: the name in its subject in its
// fullest form, a described person, or whom a pronoun must mean.
func (r *reader) who(ws []word, s source) (name string, sure bool) {
	if len(s.subject) == 0 {
		return "", false
	}
	head := s.subject[len(s.subject)-1]
	if head.is(listPronouns) {
		return r.pronoun(ws, s)
	}
	if ms := r.lx.mentions(s.subject); len(ms) > 0 {
		m := ms[len(ms)-1]
		if len(ms) == 1 && m.from > 1 && s.subject[m.from-1].is(listNameJoins) && !s.subject[m.from-2].upper {
			return r.described(s.subject), true // "a spokeswoman for Karven Rail"
		}
		if m.kind == Name || m.to == len(s.subject) {
			return r.fullName(s.subject[m.to-1], m), true
		}
	}
	if head.upper {
		return r.fullName(head, mention{Span: r.lastCapitals(s.subject)}), true
	}
	if m, ok := r.apposed(ws, head); ok {
		return r.fullName(ws[m.to-1], m), true
	}
	for _, o := range r.lx.offices(s.subject) {
		if b := r.bearer(ws, s, o); b != "" {
			return r.full[b], true
		}
	}
	return r.described(s.subject), true
}

// apposed is the name behind the comma of "said its leader, Bruna Sade".
func (r *reader) apposed(ws []word, head word) (mention, bool) {
	i := indexOf(ws, head) + 2
	if i >= len(ws) || ws[i-1].raw != "," {
		return mention{}, false
	}
	for _, m := range r.lx.mentions(ws) {
		if m.from == i && m.kind == Name && (m.to == len(ws) || ws[m.to].punct) {
			return m, true
		}
	}
	return mention{}, false
}

// lastCapitals covers the name that ends a subject where every noun has a
// capital: its last two words, of which an office is none.
func (r *reader) lastCapitals(ws []word) text.Span {
	last := len(ws) - 1
	if r.lx.nouns && last > 0 && ws[last-1].upper && !ws[last-1].is(listOffices) && !ws[last-1].is(listCourtesy) && !ws[last-1].is(listFunction) {
		return spanOf(ws, last-1, last+1)
	}
	return ws[last].Span
}

func (r *reader) fullName(last word, m mention) string {
	if full := r.full[last.low]; full != "" {
		return full
	}
	return m.Of(r.st.Body)
}

// bearer is who bears an office of the same country, or of none named: the
// one named in the sentence, else the first in the story. "A spokesman" is
// nobody in particular.
func (r *reader) bearer(ws []word, s source, o office) string {
	if !definite(s.subject) {
		return ""
	}
	place, first := r.lx.placeBefore(ws, o.Start), ""
	for _, b := range r.bearers[o.base] {
		if b.place != "" && b.place != place {
			continue
		}
		if has(ws, b.name) {
			return b.name
		}
		if first == "" {
			first = b.name
		}
	}
	return first
}

// placeBefore is the country that an office at byte start is named with:
// "French President", "the U.S. Treasury Secretary".
func (lx *Lexicon) placeBefore(ws []word, start int32) string {
	for i, w := range ws {
		if w.Start < start {
			continue
		}
		for j := i - 1; j >= 0 && i-j <= 3 && !ws[j].punct; j-- {
			if place, n := lx.placeAt(ws, j); n > 0 {
				return place
			}
		}
		return ""
	}
	return ""
}

// definite reports whether a subject is "the president", not "a spokesman".
func definite(ws []word) bool {
	return ws[0].low == "the" || ws[0].low == "der" || ws[0].low == "die" || ws[0].low == "le" || ws[0].low == "la" || ws[0].low == "el"
}

// described is the subject without its article, as written.
func (r *reader) described(ws []word) string {
	for len(ws) > 1 && (ws[0].is(listFunction) && !ws[0].upper || definite(ws[:1]) || ws[0].low == "a" || ws[0].low == "an") {
		ws = ws[1:]
	}
	end := len(ws)
	for end > 1 && strings.HasSuffix(ws[end-1].low, "ly") {
		end--
	}
	return text.Span{Start: ws[0].Start, End: ws[end-1].End}.Of(r.st.Body)
}

// pronoun resolves "he" and "she": the person named before it in the
// sentence, else whoever spoke in the sentence before.
func (r *reader) pronoun(ws []word, s source) (string, bool) {
	var before []mention
	for _, m := range r.lx.mentions(ws) {
		if m.kind == Name && m.End <= s.verb.Start && !m.quoted {
			before = append(before, m)
		}
	}
	if r.last != "" && len(before) == 0 {
		return r.last, true
	}
	if len(before) > 0 {
		m := before[len(before)-1]
		return r.fullName(ws[m.to-1], m), len(before) == 1
	}
	return r.namedAlone(r.at + int32(s.sentence) - 1)
}

// namedAlone is the only person whom a sentence names.
func (r *reader) namedAlone(sentence int32) (name string, sure bool) {
	if sentence < 0 {
		return "", false
	}
	ws := r.st.words(nil, sentence)
	for _, m := range r.lx.mentions(ws) {
		if m.kind != Name || m.quoted {
			continue
		}
		full := r.fullName(ws[m.to-1], m)
		if name != "" && name != full {
			return "", false
		}
		name = full
	}
	return name, name != ""
}
