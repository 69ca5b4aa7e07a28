package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"wirediff/diff"
	"wirediff/diff/edit"
	"wirediff/diff/text"
)

// DOCXTracked writes a version as tracked changes of the reading's base: Word
// and LibreOffice show what was cut and added and can accept or refuse each.
// All accepted give the version's text, all refused the base's, to the letter,
// house style, datelines and paragraphs included (a paragraph that ends inside
// the sentences of one cell excepted); furniture is left out. author names who
// made the changes (the outlet), date is RFC 3339 or "". r must have a base.
func DOCXTracked(w io.Writer, r *diff.Reading, version int, author, date string) error {
	p := New(r, View{Order: []int{r.Base, version}})
	return writeDOCX(w, Title(p), docxTall, 11, func(d *docxWriter) {
		t := &tracker{docxWriter: d, page: p, who: changeBy(author, date)}
		t.paragraph("Heading1", func() { t.print(t.title()) })
		t.story()
	})
}

// step is a stretch of a tracked text: what both have, what only the base
// has (Gone) or what only the version has (Inserted).
type step struct {
	mark Mark
	text string
}

// tracker prints a text with its changes.
type tracker struct {
	*docxWriter
	page *Page  // two columns: the base, the version
	who  string // author and date as XML attributes
}

func changeBy(author, date string) string {
	out := ` w:author="` + escapedXML(Clean(author)) + `"`
	if date != "" {
		out += ` w:date="` + escapedXML(date) + `"`
	}
	return out
}

// title is the headline; a version without one has the base's.
func (t *tracker) title() []step {
	old, new := t.page.Heads[0].Title, t.page.Heads[1].Title
	if new == "" {
		new = old
	}
	return between(old, new)
}

// story prints the rows of the page: what the base prints in a row against
// what the version prints there. A moved sentence goes at its old place and
// comes at its new one.
func (t *tracker) story() {
	var steps []step        // of the paragraph
	var begun, open [2]bool // base, version: text was printed, in this paragraph of its own
	for i := range t.page.Rows {
		row := &t.page.Rows[i]
		if row.Kind != TextRow {
			continue
		}
		var has, ends [2]bool // text here, and it starts a paragraph
		for k := range has {
			has[k] = len(row.Cells[k].Sentences) > 0
			ends[k] = has[k] && row.Cells[k].Paragraph && begun[k]
			open[k] = open[k] && !ends[k]
		}
		if ends[0] || ends[1] {
			t.close(steps, ends)
			steps = nil
		}
		steps = append(steps, one(" ", open[0] && has[0], open[1] && has[1]))
		steps = append(steps, t.steps(row.Cells[0].Sentences, row.Cells[1].Sentences)...)
		for k := range has {
			begun[k], open[k] = begun[k] || has[k], open[k] || has[k]
		}
	}
	t.close(steps, [2]bool{true, true})
}

// one is a stretch that the base, the version or both have.
func one(s string, base, version bool) step {
	switch {
	case base && version:
		return step{Plain, s}
	case base:
		return step{Gone, s}
	case version:
		return step{Inserted, s}
	}
	return step{}
}

// close prints a paragraph; its end is a change where only one side has it.
func (t *tracker) close(steps []step, ends [2]bool) {
	t.raw(`<w:p><w:pPr><w:pStyle w:val="Story"/>`)
	switch {
	case !ends[0]:
		t.raw("<w:rPr>" + t.change("ins") + "/></w:rPr>")
	case !ends[1]:
		t.raw("<w:rPr>" + t.change("del") + "/></w:rPr>")
	}
	t.raw("</w:pPr>")
	t.print(steps)
	t.raw("</w:p>")
}

// change opens a tag of a tracked change; its end is the caller's.
func (t *tracker) change(tag string) string {
	t.id++
	return fmt.Sprintf(`<w:%s w:id="%d"%s`, tag, t.id, t.who)
}

// print prints kept, deleted and inserted text.
func (t *tracker) print(steps []step) {
	for _, s := range joined(steps) {
		switch s.mark {
		case Gone:
			t.changed("del", "delText", s.text)
		case Inserted:
			t.changed("ins", "t", s.text)
		default:
			t.text("", s.text)
		}
	}
}

func (t *tracker) changed(tag, inner, s string) {
	t.raw(t.change(tag) + `><w:r><w:` + inner + ` xml:space="preserve">`)
	t.escape(s)
	t.raw(`</w:` + inner + `></w:r></w:` + tag + `>`)
}

// joined takes neighbouring stretches together: of what is gone and what came
// without anything kept between them, all that is gone stands first.
func joined(steps []step) (out []step) {
	var text [2]strings.Builder
	flush := func() {
		for k, mark := range [2]Mark{Gone, Inserted} {
			if text[k].Len() > 0 {
				out = append(out, step{mark, text[k].String()})
				text[k].Reset()
			}
		}
	}
	for _, s := range steps {
		switch {
		case s.text == "":
		case s.mark == Gone:
			text[0].WriteString(s.text)
		case s.mark == Inserted:
			text[1].WriteString(s.text)
		default:
			flush()
			out = append(out, s)
		}
	}
	flush()
	return out
}

// steps compares the base's sentences with the version's: the words that the
// word diff matches are anchors, what stands between two of them is compared
// as it is printed.
func (t *tracker) steps(as, bs []int32) (out []step) {
	r, v := t.page.Reading, t.page.Heads[1].Version
	a, b := r.Versions[r.Base], r.Versions[v]
	fa, fb := flatten(a, as), flatten(b, bs)
	edits, _ := r.Words(r.Base, v, countedOf(a, as), countedOf(b, bs))
	ai, bi := 0, 0 // reached in the flat texts
	for _, e := range edits {
		if e.Op != edit.Keep && e.Op != edit.Style {
			continue
		}
		ua, ub := fa.within(e.A), fb.within(e.B)
		for k := range min(len(ua), len(ub)) {
			x, y := ua[k], ub[k]
			out = append(out, between(fa.text[ai:x.Start], fb.text[bi:y.Start])...)
			out = append(out, between(fa.text[x.Start:x.End], fb.text[y.Start:y.End])...)
			ai, bi = int(x.End), int(y.End)
		}
	}
	return append(out, between(fa.text[ai:], fb.text[bi:])...)
}

// between is what became of old: spaces and marks that both begin or end with
// are kept, the rest gives way to new.
func between(old, new string) []step {
	if old == new {
		return []step{{Plain, new}}
	}
	from := 0
	for from < len(old) && from < len(new) && old[from] == new[from] && strings.IndexByte(" \n\t,.;:", old[from]) >= 0 {
		from++
	}
	o, n := len(old), len(new)
	for o > from && n > from && old[o-1] == new[n-1] && strings.IndexByte(" \n\t,.;:", old[o-1]) >= 0 {
		o, n = o-1, n-1
	}
	return []step{{Plain, new[:from]}, {Gone, old[from:o]}, {Inserted, new[from:n]}, {Plain, new[n:]}}
}

// flat is sentences as one string, their words as spans of it.
type flat struct {
	text  string
	words []text.Span // in text
	body  []int32     // by word: where it starts in the body
}

// flatten joins sentences with single spaces; white space inside them is one
// space, as a document prints it.
func flatten(st *text.Story, sentences []int32) (f flat) {
	var b strings.Builder
	for k, i := range sentences {
		if k > 0 {
			b.WriteByte(' ')
		}
		x := st.Sentences[i]
		at := x.Start
		for _, t := range st.Tokens[x.Tokens.From:x.Tokens.To] {
			b.WriteString(oneSpace(Clean(st.Body[at:t.Start])))
			if start := int32(b.Len()); t.Key != 0 {
				f.words = append(f.words, text.Span{Start: start, End: start + int32(len(Clean(t.Of(st.Body))))})
				f.body = append(f.body, t.Start)
			}
			b.WriteString(Clean(t.Of(st.Body)))
			at = t.End
		}
		b.WriteString(oneSpace(Clean(st.Body[at:x.End])))
	}
	f.text = b.String()
	return f
}

// within returns the words whose place in the body is inside s. O(log n).
func (f *flat) within(s text.Span) []text.Span {
	from, _ := slices.BinarySearch(f.body, s.Start)
	to, _ := slices.BinarySearch(f.body, s.End)
	return f.words[from:to]
}
