package news

import (
	"slices"
	"strings"

	"wirediff/diff/text"
)

// reader walks one story and finds who says what.
type reader struct {
	lx      *Lexicon
	st      *script
	version int
	rows    []int
	lists   []listSet           // by sentence: the lists of its words
	words   []word              // of the sentences looked at last
	scanned [2]int              // and which they are, as scan counts them
	full    map[string]string   // last word of a name -> longest form in the story
	bearers map[string][]bearer // office -> who bears it, first named first
	at      int32               // first of the sentences being read
	last    string              // the speaker named last
	lastAt  int32               // and his sentence
}

// bearer is the last word of a name and the country that its office was
// named with, "" if none.
type bearer struct{ name, place string }

// newReader looks through a story for names and their bearers. A story without
// a quotation mark needs neither.
func newReader(st *script, version int, rows []int) *reader {
	r := &reader{lx: st.voc.lx, st: st, version: version, rows: rows, full: map[string]string{}, bearers: map[string][]bearer{}, lastAt: -1,
		lists: make([]listSet, len(st.Sentences))}
	for i := range r.lists {
		r.lists[i] = st.lists(int32(i))
	}
	if slices.ContainsFunc(r.lists, marked) {
		r.names()
	}
	return r
}

// names collects the fullest form of every name, and who bears which office.
func (r *reader) names() {
	var mentions []mention
	for i := range r.st.Sentences {
		if !r.lists[i].has(shapeName) {
			continue
		}
		r.words = r.st.words(r.words, int32(i))
		mentions = r.lx.appendMentions(mentions[:0], r.words)
		for _, m := range mentions {
			if m.kind == Name {
				name := strings.TrimSuffix(strings.TrimSuffix(m.Of(r.st.Body), "’s"), "'s")
				if last := r.words[m.to-1].low; len(name) > len(r.full[last]) {
					r.full[last] = name
				}
			}
		}
		for _, o := range r.lx.offices(r.words) {
			if o.name != "" && r.full[o.name] != "" {
				r.bearers[o.base] = append(r.bearers[o.base], bearer{o.name, r.lx.placeBefore(r.words, o.Start)})
			}
		}
	}
}

// quotations lists the runs between marks, sentence by sentence. A run that
// goes on over several sentences gives one per sentence.
func (r *reader) quotations() []found {
	var out []found
	if !slices.ContainsFunc(r.lists, marked) {
		return nil
	}
	n := len(r.st.Sentences)
	for i := 0; i < n; {
		if !r.st.Sentences[i].Role.Counted() {
			i++
			continue
		}
		to := i + 1
		for to < n && to-i < longestQuotation && r.st.Sentences[to].Par == r.st.Sentences[i].Par && marked(r.lists[i]) && r.open(i, to) {
			to++
		}
		var before *found
		if len(out) > 0 {
			before = &out[len(out)-1]
		}
		out = append(out, r.run(i, to, before)...)
		i = to
	}
	return out
}

// marked reports whether a quotation mark is among the words.
func marked(s listSet) bool { return s.has(shapeMark) }

// longestQuotation is how many sentences an unclosed mark may reach over:
// longer ones are forgotten closing marks.
const longestQuotation = 12

// open reports whether a mark that opens in sentences i..to is still open
// there, and is closed later in the paragraph.
func (r *reader) open(i, to int) bool {
	last := quotation{closed: true}
	for q := range quotations(r.scan(i, to)) {
		last = q
	}
	return !last.closed
}

// scan lists the words of sentences i..to (half open); they stand until other
// sentences are scanned.
func (r *reader) scan(i, to int) []word {
	if r.scanned == [2]int{i, to} {
		return r.words
	}
	r.scanned = [2]int{i, to}
	var list [longestQuotation]int32
	for k := i; k < to; k++ {
		list[k-i] = int32(k)
	}
	r.words = r.st.words(r.words, list[:to-i]...)
	return r.words
}

// run reads sentences i..to (half open), which share their marks; before is
// the run found last.
func (r *reader) run(i, to int, before *found) []found {
	if to == i+1 && !marked(r.lists[i]) && !r.lists[i].meets(sourceLists) {
		return nil // nobody speaks
	}
	ws := r.scan(i, to)
	r.at = int32(i)
	sources := r.lx.sources(ws)
	var out []found
	for q := range quotations(ws) {
		for from := q.from; from < q.to; {
			end := from
			for end < q.to && ws[end].sentence == ws[from].sentence {
				end++
			}
			if f, ok := r.found(ws, from, end, i); ok {
				r.attribute(&f, ws, from, end, sources, before)
				out = append(out, f)
				before = &f
			}
			from = end
		}
	}
	if len(sources) > 0 {
		s := sources[len(sources)-1]
		if name, _ := r.who(ws, s); name != "" {
			r.last, r.lastAt = name, int32(i+s.sentence)
		}
	}
	return out
}

func (r *reader) found(ws []word, from, end, first int) (found, bool) {
	f := found{version: r.version, sentence: int32(first + ws[from].sentence)}
	f.row = r.rows[f.sentence]
	f.words = make([]term, 0, end-from)
	for _, w := range ws[from:end] {
		if w.quoted && !w.punct && w.key != 0 { // "cent" of "per cent" is no word of its own
			f.words = append(f.words, w.term)
		}
	}
	f.span = spanOf(ws, from, end)
	return f, len(f.words) > 0
}

// attribute finds the speaker of the run from..end.
func (r *reader) attribute(f *found, ws []word, from, end int, sources []source, before *found) {
	s, ok := r.lx.nearest(ws, from, end, sources)
	if f.label = r.isLabel(ws, from, end, s); f.label {
		return
	}
	if !ok {
		if f.label = embedded(ws, from, end); f.label {
			return
		}
		if r.st.Sentences[f.sentence].Role == text.RoleHeading {
			return // a heading names nobody
		}
		if before != nil && f.sentence-before.sentence <= 1 && !before.label {
			f.speaker, f.sure, f.attr, f.verb = before.speaker, before.sure, before.attr, before.verb
		} else if f.sentence-r.lastAt <= 1 {
			f.speaker, f.sure = r.last, false
		}
		return
	}
	f.speaker, f.sure = r.who(ws, s)
	f.attr, f.verb = s.Span, s.verb.Of(r.st.Body)
}

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
