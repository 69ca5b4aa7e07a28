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
	sources []source            // named in them
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
		if !r.lists[i].has(shapeName) && !r.lx.mayHoldOffice(r.lists[i]) {
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
	r.sources = r.lx.appendSources(r.sources[:0], ws)
	sources := r.sources
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
