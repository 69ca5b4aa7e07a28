package report

import (
	"cmp"
	"slices"
	"strings"

	"wirediff/diff"
	"wirediff/diff/session"
)

// Remark is a note as a report prints it, tied to a row of the collation.
type Remark struct {
	Unit   int    // row of the collation; -1 for a note on a version
	Column int    // column of the page; -1 for a note on a row
	Tag    string // one of session.Tags, "" for none
	Text   string
	Place  Place  // the cell that carries its mark; Row is -1 where the page shows none
	Where  string // "B 14", "row 14", "B": what it is on, in words
	Note   int    // index into View.Notes
}

// Words say what a remark is on, and its tag: "B 14, legal".
func (r Remark) Words() string {
	if r.Tag == "" {
		return r.Where
	}
	return r.Where + ", " + r.Tag
}

// annotate ties the notes of the view to the page: marks on cells, and the
// list of remarks. A note whose sentence is in no text any more stands at the
// end of the list, on nothing. O(notes * page).
func (p *Page) annotate() {
	tags := map[Place][]string{}
	for i, n := range p.View.Notes {
		r, shown := p.remark(n)
		if !shown {
			continue // its column is hidden
		}
		r.Note = i
		p.Remarks = append(p.Remarks, r)
		if r.Place.Row >= 0 {
			tags[r.Place] = append(tags[r.Place], n.Tag)
		}
	}
	for at, list := range tags {
		p.Rows[at.Row].Cells[at.Col].Note = noteWords(list)
	}
	slices.SortStableFunc(p.Remarks, func(a, b Remark) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(a.Place.Row, b.Place.Row), cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Column, b.Column))
	})
}

// rank orders remarks: on versions, on rows of the page, on folded rows, on
// nothing.
func (r Remark) rank() int {
	switch {
	case r.Unit < 0 && r.Column >= 0:
		return 0
	case r.Place.Row >= 0:
		return 1
	case r.Unit >= 0:
		return 2
	}
	return 3
}

// remark finds what a note is on; shown is false if its column is not on the
// page.
func (p *Page) remark(n session.Note) (r Remark, shown bool) {
	r = Remark{Unit: -1, Column: -1, Tag: n.Tag, Text: n.Text, Place: Place{Row: -1}, Where: "not in the texts any more"}
	stories := p.Reading.Versions
	if n.On == session.OnVersion {
		v, ok := n.Place.FindVersion(stories)
		if !ok {
			return r, true
		}
		if r.Column = p.column(v); r.Column >= 0 {
			r.Where = p.Heads[r.Column].Letter
		}
		return r, r.Column >= 0
	}
	v, sentence, ok := n.Place.Find(stories)
	if !ok {
		return r, true
	}
	r.Unit = p.Reading.RowOf(v, sentence)
	if n.On == session.OnRow {
		r.Place = p.cellOf(r.Unit, -1, none)
		r.Where = strings.TrimSpace("row " + p.labelOf(r.Place))
		return r, true
	}
	if n.In != "" {
		if v, ok = (diff.Place{Version: n.In}).FindVersion(stories); !ok {
			r.Unit = -1
			return r, true
		}
		sentence = none
	}
	if r.Column = p.column(v); r.Column < 0 {
		return r, false
	}
	r.Place = p.cellOf(r.Unit, r.Column, sentence)
	r.Where = strings.TrimSpace(p.Heads[r.Column].Letter + " " + p.labelOf(r.Place))
	return r, true
}

// column returns the column of a version, -1 if it is not shown.
func (p *Page) column(version int) int {
	return slices.IndexFunc(p.Heads, func(h Head) bool { return h.Version == version })
}

// labelOf is the number of a place's row.
func (p *Page) labelOf(at Place) string {
	if at.Row < 0 {
		return "(folded)"
	}
	return p.Rows[at.Row].Label
}

// cellOf returns the cell that prints the sentence of a unit in column col,
// else the first that stands for the unit there; col -1 is any column, from
// the left. Its row is -1 if the page shows none.
func (p *Page) cellOf(unit, col int, sentence int32) Place {
	first := Place{Row: -1}
	for r := range p.Rows {
		row := &p.Rows[r]
		if row.Kind != TextRow {
			continue
		}
		for c := range row.Cells {
			cell := &row.Cells[c]
			here := int(cell.Unit) == unit || cell.Unit == none && row.Unit == unit // an empty cell of the row
			if col >= 0 && c != col || !here || cell.Ghost {
				continue
			}
			if sentence != none && slices.Contains(cell.Sentences, sentence) || col < 0 && len(cell.Sentences) > 0 {
				return Place{r, c}
			}
			if first.Row < 0 {
				first = Place{r, c}
			}
		}
	}
	return first
}

// noteWords are the words of a cell's mark for its notes, by their tags:
// "note", "note: legal", "2 notes: legal, style".
func noteWords(tags []string) string {
	words := "note"
	if len(tags) > 1 {
		words = plural(len(tags), "note")
	}
	named := slices.DeleteFunc(slices.Clone(tags), func(t string) bool { return t == "" })
	slices.Sort(named)
	if named = slices.Compact(named); len(named) > 0 {
		words += ": " + strings.Join(named, ", ")
	}
	return words
}

// hideNotes takes the notes off the page; its cells are its own.
func (p *Page) hideNotes() {
	p.Remarks = nil
	for r := range p.Rows {
		for c := range p.Rows[r].Cells {
			p.Rows[r].Cells[c].Note = ""
		}
	}
}
