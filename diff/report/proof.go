package report

import (
	"strconv"

	"wirediff/diff"
	"wirediff/diff/edit"
	"wirediff/diff/text"
)

// Proof is one version as a sub-editor's mark-up of the base: the version's
// text in its published order, what the base had and it has not struck out
// beside it, cuts where the base had them.
type Proof struct {
	Page    *Page // the two columns it was read off: base, version
	Version int
	Title   []Run // headline: old struck, new beside it
	Parts   []ProofPart
}

// ProofPart is a row of the page in one text.
type ProofPart struct {
	Row       int
	Cell      *Cell // the version's cell, which gives the margin its words
	Paragraph bool
	Runs      []Run // numbers raised before sentences, Gone for the base's words (Start counts in its body), Replaced and Inserted for the version's
}

// NewProof marks up the base with version v; nil without a base or for the
// base itself. Linear in the words of both.
func NewProof(r *diff.Reading, v int, view View) *Proof {
	if r.Base < 0 || v == r.Base {
		return nil
	}
	view.Order = []int{r.Base, v}
	p := &Proof{Page: New(r, view), Version: v}
	p.title()
	num := numbers(r.Versions[r.Base])
	for i := range p.Page.Rows {
		row := &p.Page.Rows[i]
		if row.Kind != TextRow {
			continue
		}
		cell := &row.Cells[1]
		if cell.Unit == none && row.Cells[0].Unit == none {
			continue
		}
		part := ProofPart{Row: i, Cell: cell, Paragraph: row.Paragraph || row.Cells[1].Paragraph}
		part.Runs = p.runs(row, num)
		p.Parts = append(p.Parts, part)
	}
	return p
}

func (p *Proof) title() {
	base, mine := p.Page.Heads[0].Title, p.Page.Heads[1].Title
	switch {
	case base == mine || mine == "":
		p.Title = []Run{{Text: base, Start: -1}}
	case base == "":
		p.Title = []Run{{Text: mine, Mark: Inserted, Start: -1}}
	default:
		p.Title = []Run{{Text: base, Mark: Gone, Start: -1}, {Text: mine, Mark: Replaced, Start: -1}}
	}
}

// runs merges the two cells of a row into one text.
func (p *Proof) runs(row *Row, num []int32) []Run {
	cell, r := &row.Cells[1], p.Page.Reading
	base, st := r.Versions[r.Base], r.Versions[p.Version]
	out := []Run{{Text: row.Label, Mark: Number, Start: -1}}
	switch {
	case cell.Ghost:
		return append(out, cell.Runs...)
	case len(cell.Sentences) == 0:
		return append(out, struck(base, countedOf(base, row.Cells[0].Sentences))...)
	case cell.Verdict.Status == diff.Added || len(row.Cells[0].Sentences) == 0 && cell.Chip == nil:
		return append(out, whole(st, cell.Sentences, Inserted)...)
	case cell.Verdict.Status == diff.Recast:
		out = append(out, struck(base, countedOf(base, r.Rows[cell.Unit].Cells[r.Base].Sentences))...)
		return append(out, whole(st, cell.Sentences, Replaced)...)
	}
	as := countedOf(base, r.Rows[cell.Unit].Cells[r.Base].Sentences)
	edits, _ := r.Words(r.Base, p.Version, as, countedOf(st, cell.Sentences))
	if len(edits) == 0 {
		return append(out, whole(st, cell.Sentences, Plain)...)
	}
	return append(out, merged(base, st, cell.Sentences, edits, p.Page.View.StyleMode)...)
}

// struck is the base's text, gone.
func struck(base *text.Story, sentences []int32) []Run {
	return whole(base, sentences, Gone)
}

// whole is the text of sentences under one mark.
func whole(st *text.Story, sentences []int32, mark Mark) (out []Run) {
	for _, s := range sentences {
		x := st.Sentences[s]
		if x.Lead.Len() > 0 {
			out = append(out, Run{Text: x.Lead.Of(st.Body), Mark: Lead, Start: x.Lead.Start})
			x.Start = x.Lead.End
		}
		out = append(out, Run{Text: st.Body[x.Start:x.End], Mark: mark, Start: x.Start})
	}
	return out
}

// merged prints kept words once, gone words struck, new ones beside them.
func merged(base, st *text.Story, sentences []int32, edits []edit.Edit, mode StyleMode) []Run {
	m := &marker{story: st}
	for _, e := range edits {
		old, new := e.A.Of(base.Body), e.B.Of(st.Body)
		style := e.Op == edit.Style && (mode != StyleAsChange || !wordy(new))
		switch {
		case e.Op == edit.Keep || !wordy(old) && !wordy(new) || style && (mode == StyleHidden || !wordy(new)):
		case style:
			m.covers = append(m.covers, cover{e.B, StyleMark, old})
		default:
			mark := Inserted
			if wordy(old) {
				m.points = append(m.points, point{e.B.Start, Run{Text: old, Mark: Gone, Start: e.A.Start}})
				mark = Replaced
			}
			if wordy(new) {
				m.covers = append(m.covers, cover{e.B, mark, old})
			}
		}
	}
	return m.runs(sentences)
}

// Sum says in one plain sentence what the version did to the base, for the
// top of the pair and in-line views.
func Sum(r *diff.Reading, v int) string {
	if r.Base < 0 || v == r.Base {
		return ""
	}
	t, name := r.Tallies[v], head(r, v).Name
	if t.OwnStory {
		return name + " tells a story of its own and shares little with " + head(r, r.Base).Name + "."
	}
	out := name + " keeps " + strconv.Itoa(t.KeptOf) + " of " + strconv.Itoa(t.BaseOf) + " sentences"
	var more []string
	for _, x := range []struct {
		n    int
		word string
	}{{t.Count[diff.Reworded] + t.Count[diff.Recast], "rewords"}, {t.Moved, "moves"}, {t.Count[diff.Split], "splits"}, {t.Count[diff.Merged], "merges"}, {t.Count[diff.Cut], "cuts"}, {t.Count[diff.Added], "adds"}} {
		if x.n > 0 {
			more = append(more, x.word+" "+strconv.Itoa(x.n))
		}
	}
	for i, m := range more {
		if i == len(more)-1 {
			out += " and " + m
		} else {
			out += ", " + m
		}
	}
	return out + "."
}
