package report

import (
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"wirediff/diff"
	"wirediff/diff/edit"
	"wirediff/diff/text"
)

// GhostWords is how many words of a moved sentence its ghost shows: more than
// one line of any column holds.
const GhostWords = 12

// runs cuts the text of version v's cell of unit u, of which it prints the
// sentences s here, into marked runs.
func (b *builder) runs(u int32, v int, s []int32, d diff.Verdict) []Run {
	m := &marker{story: b.r.Versions[v]}
	if v == b.r.Base {
		m.number(s, b.num)
		return m.runs(s)
	}
	if !wordMarks(d, b.page.View.StyleMode) || b.r.Base < 0 {
		return m.runs(s)
	}
	base := b.r.Versions[b.r.Base]
	as, bs := without(b.counted(u, b.r.Base), d.CutOf), b.counted(u, v)
	if len(as) == 0 { // the base has it as furniture
		return m.runs(s)
	}
	edits, changed := b.r.Words(b.r.Base, v, as, bs)
	if changed <= edit.BlockShare {
		m.edits(base, edits, b.page.View.StyleMode)
	}
	m.wedges(base, countedOf(base, d.CutOf), edits)
	switch d.Status {
	case diff.Split:
		m.splits(s)
	case diff.Merged:
		m.seams(base, as, edits)
	}
	return m.runs(s)
}

// wordMarks reports whether the words inside a cell are marked: not where
// nothing changed, nor where nearly everything did.
func wordMarks(d diff.Verdict, mode StyleMode) bool {
	switch d.Status {
	case diff.Reworded, diff.Split, diff.Merged:
		return true
	case diff.Style:
		return mode != StyleHidden || len(d.CutOf) > 0
	}
	return len(d.CutOf) > 0 && d.Status != diff.Recast
}

// cover is a stretch of the body with a mark.
type cover struct {
	text.Span
	mark Mark
	tip  string
}

// point is a mark between two bytes of the body.
type point struct {
	at  int32
	run Run
}

// marker cuts sentences of a story into runs. Covers and points are in
// order of their places.
type marker struct {
	story  *text.Story
	covers []cover
	points []point
	out    []Run
	pos    int32
	next   int // covers before it are used up
}

// edits marks the words of the story that differ from the base's.
func (m *marker) edits(base *text.Story, edits []edit.Edit, mode StyleMode) {
	for _, e := range edits {
		old, new := e.A.Of(base.Body), e.B.Of(m.story.Body)
		switch {
		case e.Op == edit.Keep || e.Op == edit.Style && (mode == StyleHidden || !wordy(new)):
		case e.Op == edit.Delete:
			if wordy(old) {
				m.points = append(m.points, point{e.B.Start, Run{Mark: Left, Start: -1, Tip: old}})
			}
		case e.Op == edit.Style:
			m.covers = append(m.covers, cover{e.B, StyleMark, old})
		case !wordy(new):
		case e.Op == edit.Insert:
			m.covers = append(m.covers, cover{Span: e.B, mark: Inserted})
		default:
			m.covers = append(m.covers, cover{e.B, Replaced, old})
		}
	}
}

// wordy reports whether s holds more than typography.
func wordy(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsSymbol(r) || strings.ContainsRune("%?!&@#", r)
	})
}

// number sets raised numbers before the sentences if there are several.
func (m *marker) number(s, num []int32) {
	counted := 0
	for _, i := range s {
		if num[i] > 0 {
			counted++
		}
	}
	if counted < 2 {
		return
	}
	for _, i := range s {
		if num[i] > 0 {
			m.points = append(m.points, point{m.story.Sentences[i].Start, Run{Text: strconv.Itoa(int(num[i])), Mark: Number, Start: -1}})
		}
	}
}

// splits sets a mark before each counted sentence but the first.
func (m *marker) splits(s []int32) {
	for k, i := range countedOf(m.story, s) {
		if k > 0 {
			m.points = append(m.points, point{m.story.Sentences[i].Start, Run{Mark: SplitAt, Start: -1}})
		}
	}
}

// seams sets a mark where the end of each of the base's sentences, but the
// last, came to stand.
func (m *marker) seams(base *text.Story, as []int32, edits []edit.Edit) {
	for k := 0; k+1 < len(as); k++ {
		if at := behind(base.Sentences[as[k]].End, edits); at >= 0 {
			body := m.story.Body[at:]
			at += int32(len(body) - len(strings.TrimLeftFunc(body, punctOrSpace)))
			m.points = append(m.points, point{at, Run{Mark: MergeAt, Start: -1}})
		}
	}
}

// wedges sets a mark where sentences of the base were cut out of the group.
func (m *marker) wedges(base *text.Story, cut []int32, edits []edit.Edit) {
	for _, i := range cut {
		at := behind(base.Sentences[i].Start, edits)
		if at < 0 && len(edits) > 0 {
			at = edits[0].B.Start
		}
		m.points = append(m.points, point{at, Run{Mark: Left, Start: -1, Tip: base.Text(int(i))}})
	}
}

// behind returns the end of the words that stem from the base's text before
// end, -1 if none do.
func behind(end int32, edits []edit.Edit) int32 {
	at := int32(-1)
	for _, e := range edits {
		if e.A.Len() > 0 && e.A.Start < end {
			at = max(at, e.B.End)
		}
	}
	return at
}

func punctOrSpace(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == ';' || r == ':' }

// runs returns the sentences s of the story, cut at all marks. Joined, the
// texts of the runs with a Start are the body from the first sentence to the
// last, if they are neighbours.
func (m *marker) runs(s []int32) []Run {
	for _, i := range s {
		switch x := m.story.Sentences[i]; {
		case !x.Role.Counted():
			m.covers = append(m.covers, cover{Span: x.Span, mark: Lead})
		case x.Lead.Len() > 0:
			m.covers = append(m.covers, cover{Span: x.Lead, mark: Lead})
		}
	}
	sort.SliceStable(m.covers, func(i, k int) bool { return m.covers[i].Start < m.covers[k].Start })
	sort.SliceStable(m.points, func(i, k int) bool { return m.points[i].at < m.points[k].at })
	for k, i := range s {
		x := m.story.Sentences[i]
		if k > 0 && s[k-1]+1 != i { // not neighbours: the white space after the sentence before
			m.emit(m.story.Sentences[s[k-1]+1].Start)
			m.pos = x.Start
		} else if k == 0 {
			m.pos = x.Start
		}
		m.pass(x.Start, x.End)
	}
	return m.out
}

// pass emits the body up to end with the points that stand there; points
// before from belong to sentences that are not printed here.
func (m *marker) pass(from, end int32) {
	for len(m.points) > 0 && m.points[0].at <= end {
		p := m.points[0]
		m.points = m.points[1:]
		if p.at < m.pos {
			continue
		}
		m.emit(p.at)
		m.out = append(m.out, p.run)
	}
	m.emit(end)
}

// emit appends the body from the place reached to end, cut by the covers.
func (m *marker) emit(end int32) {
	for m.pos < end {
		for m.next < len(m.covers) && m.covers[m.next].End <= m.pos {
			m.next++
		}
		to, c := end, cover{}
		if m.next < len(m.covers) {
			if next := m.covers[m.next]; next.Start > m.pos {
				to = min(end, next.Start)
			} else {
				to, c = min(end, next.End), next
			}
		}
		m.add(Run{m.story.Body[m.pos:to], c.mark, m.pos, c.tip})
		m.pos = to
	}
}

// add appends a run, or lengthens the last one if nothing differs.
func (m *marker) add(r Run) {
	if n := len(m.out) - 1; n >= 0 {
		if last := &m.out[n]; last.Mark == r.Mark && last.Tip == r.Tip && last.Start >= 0 && last.Start+int32(len(last.Text)) == r.Start {
			last.Text = m.story.Body[last.Start : r.Start+int32(len(r.Text))]
			return
		}
	}
	m.out = append(m.out, r)
}

// ghostRuns returns the first words of the first sentence, without dateline.
func ghostRuns(story *text.Story, s []int32) []Run {
	if len(s) == 0 {
		return nil
	}
	x := story.Sentences[s[0]]
	from, to, words := x.Start, x.End, 0
	if x.Lead.Len() > 0 {
		from = x.Lead.End
	}
	for _, t := range story.Tokens[x.Tokens.From:x.Tokens.To] {
		if t.Start < from || t.Kind > text.Number {
			continue
		}
		if words++; words == GhostWords {
			to = t.End
			break
		}
	}
	return []Run{{Text: story.Body[from:to], Start: from}}
}

// Partner returns the runs of the base's cell of the given page row with the
// words marked that the cell of column col lost (Gone), replaced (Replaced)
// or set in another house style, for the focused cell's partner. Nil without
// a base, in the base's own column and where no words are marked.
func (p *Page) Partner(row, col int) []Run {
	r, v, c := p.Reading, p.Heads[col].Version, &p.Rows[row].Cells[col]
	if r.Base < 0 || v == r.Base || c.Unit == none || c.Ghost || !wordMarks(c.Verdict, p.View.StyleMode) {
		return nil
	}
	base := r.Versions[r.Base]
	as, bs := countedOf(base, r.Rows[c.Unit].Cells[r.Base].Sentences), countedOf(r.Versions[v], r.Rows[c.Unit].Cells[v].Sentences)
	if len(as) == 0 || len(bs) == 0 {
		return nil
	}
	edits, changed := r.Words(r.Base, v, without(as, c.Verdict.CutOf), bs)
	m := &marker{story: base}
	for _, i := range c.Verdict.CutOf {
		m.covers = append(m.covers, cover{Span: base.Sentences[i].Span, mark: Gone})
	}
	for _, e := range edits {
		old := e.A.Of(base.Body)
		switch {
		case e.Op == edit.Keep || e.Op == edit.Insert || !wordy(old) || changed > edit.BlockShare:
		case e.Op == edit.Delete:
			m.covers = append(m.covers, cover{Span: e.A, mark: Gone})
		case e.Op == edit.Replace:
			m.covers = append(m.covers, cover{e.A, Replaced, e.B.Of(r.Versions[v].Body)})
		case p.View.StyleMode != StyleHidden:
			m.covers = append(m.covers, cover{e.A, StyleMark, e.B.Of(r.Versions[v].Body)})
		}
	}
	m.number(as, numbers(base))
	return m.runs(as)
}

// Shared returns the words that the base's cell and the cell of column col
// of a recast row have in common, as bytes of either body, for the pair's
// hairlines; nil where the cell is not recast. Of stretches without a word of
// SharedLetters letters nothing is shown: any two sentences share those.
func (p *Page) Shared(row, col int) (old, new []text.Span) {
	r, v, c := p.Reading, p.Heads[col].Version, &p.Rows[row].Cells[col]
	if r.Base < 0 || v == r.Base || c.Unit == none || c.Ghost || c.Verdict.Status != diff.Recast {
		return nil, nil
	}
	base, st := r.Versions[r.Base], r.Versions[v]
	as, bs := countedOf(base, r.Rows[c.Unit].Cells[r.Base].Sentences), countedOf(st, r.Rows[c.Unit].Cells[v].Sentences)
	if len(as) == 0 || len(bs) == 0 {
		return nil, nil
	}
	for _, e := range edit.Shared(base, st, as, bs) {
		if longest(e.B.Of(st.Body)) >= SharedLetters {
			old, new = append(old, e.A), append(new, e.B)
		}
	}
	return old, new
}

// SharedLetters is how long a word must be to show that two sentences have
// something in common: shorter ones are "the", "of", "and".
const SharedLetters = 4

// longest is the length of the longest word of s, in letters.
func longest(s string) int {
	n := 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		n = max(n, utf8.RuneCountInString(w))
	}
	return n
}

// countedOf returns the counted ones of the sentences.
func countedOf(story *text.Story, sentences []int32) []int32 {
	var out []int32
	for _, i := range sentences {
		if story.Sentences[i].Role.Counted() {
			out = append(out, i)
		}
	}
	return out
}
