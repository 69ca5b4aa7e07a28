package report

import (
	"wirediff/diff"
	"wirediff/diff/edit"
)

// Change is one entry of the change list: a changed cell, or a run of cut or
// added cells of one column that stand below each other.
type Change struct {
	Place  Place  // the first cell
	Rows   int    // cells in the run
	Label  string // rail label, "19–21" for a run
	Letter string // of the outlet
	Cell   *Cell
	Runs   []Run // what to show: the changed words of a rewording, else the first words
}

// ChangeList lists the page's changes with runs taken together. Linear in
// the page and the words of the reworded cells.
func ChangeList(p *Page) []Change {
	out := make([]Change, 0, len(p.Changes))
	open := make([]int, len(p.Heads)) // last entry of a column, for runs; 0 for none, else index + 1
	for _, at := range p.Changes {
		cell := &p.Rows[at.Row].Cells[at.Col]
		if k := open[at.Col] - 1; k >= 0 && p.continues(&out[k], at) {
			out[k].Rows++
			out[k].Label = join2(p.Rows[out[k].Place.Row].Label, p.Rows[at.Row].Label)
			continue
		}
		out = append(out, Change{Place: at, Rows: 1, Label: p.Rows[at.Row].Label, Letter: p.Heads[at.Col].Letter, Cell: cell, Runs: p.gist(at)})
		open[at.Col] = len(out)
	}
	return out
}

// continues reports whether the cell at place goes on a run of cuts or
// additions that entry c began.
func (p *Page) continues(c *Change, at Place) bool {
	cell := &p.Rows[at.Row].Cells[at.Col]
	s := cell.Verdict.Status
	if s != c.Cell.Verdict.Status || s != diff.Cut && s != diff.Added || cell.Chip != nil || c.Cell.Chip != nil {
		return false
	}
	for r := c.Place.Row + 1; r < at.Row; r++ {
		between := &p.Rows[r].Cells[at.Col]
		if between.Unit != none && between.Verdict.Status != s && between.Verdict.Status != diff.Absent {
			return false
		}
	}
	return true
}

// join2 prints a run of labels: "19–21".
func join2(from, to string) string {
	for i, r := range from {
		if r == '–' {
			from = from[:i]
			break
		}
	}
	return from + "–" + to
}

// gistWords is how many unchanged words stand beside a change in the list.
const gistWords = 2

// gist is what an entry shows.
func (p *Page) gist(at Place) []Run {
	cell := &p.Rows[at.Row].Cells[at.Col]
	r, v := p.Reading, p.Heads[at.Col].Version
	if cell.Verdict.Status == diff.Reworded && r.Base >= 0 {
		return p.changedWords(cell, v)
	}
	if len(cell.Sentences) == 0 && r.Base >= 0 && cell.Unit != none {
		return ghostRuns(r.Versions[r.Base], countedOf(r.Versions[r.Base], r.Rows[cell.Unit].Cells[r.Base].Sentences))
	}
	return ghostRuns(r.Versions[v], cell.Sentences)
}

// changedWords shows old and new words with a few unchanged ones between them.
func (p *Page) changedWords(cell *Cell, v int) []Run {
	r := p.Reading
	base, st := r.Versions[r.Base], r.Versions[v]
	as := without(countedOf(base, r.Rows[cell.Unit].Cells[r.Base].Sentences), cell.Verdict.CutOf)
	edits, _ := r.Words(r.Base, v, as, countedOf(st, r.Rows[cell.Unit].Cells[v].Sentences))
	var out []Run
	for i, e := range edits {
		old, new := e.A.Of(base.Body), e.B.Of(st.Body)
		switch e.Op {
		case edit.Keep, edit.Style:
			if i > 0 && i+1 < len(edits) {
				out = append(out, Run{Text: few(new), Start: -1})
			}
		default:
			if wordy(old) {
				out = append(out, Run{Text: old, Mark: Gone, Start: -1})
			}
			if wordy(new) {
				mark := Replaced
				if !wordy(old) {
					mark = Inserted
				}
				out = append(out, Run{Text: new, Mark: mark, Start: e.B.Start})
			}
		}
	}
	return out
}

// few shortens kept text between two changes to a word on either side.
func few(s string) string {
	spaces := 0
	for i := range len(s) {
		if s[i] == ' ' {
			spaces++
			if spaces > gistWords+1 {
				return " … "
			}
		}
	}
	return s
}
