package report

import (
	"strings"

	"wirediff/diff"
	"wirediff/diff/text"
)

// Matrix says who has what: a line per row of the page, a tile per outlet.
// It is read off the page, so that both agree.
type Matrix struct {
	Page *Page
	Rows []MatrixRow
}

// MatrixRow is one line of the matrix; len(Tiles) == len(Page.Heads).
type MatrixRow struct {
	Row    int    // row of the page
	Unit   int    // row of the collation
	Label  string // as in the rail
	Text   string // the row's words: the base's where it has them, else the first outlet's
	Own    bool   // not in the base: set in from the margin
	See    string // label of the row that counts a moved text, "" if this row counts it
	Has    []bool // by column: prints text of this unit, here or elsewhere
	In     int    // how many columns do
	Starts bool   // the base starts a paragraph here
	Tiles  []Tile
}

// Tile is one outlet's part of a line.
type Tile struct {
	Cell  *Cell  // nil where the outlet has nothing to show
	Word  string // "base", "kept", "reworded", "from 22", "to 4"; "" for an empty tile
	Note  string // "− 3": the base's sentences left out of the group
	Moved bool   // Word names a place; Cell.Verdict says what else happened
}

// NewMatrix reads the matrix off a page. Linear in its cells.
func NewMatrix(p *Page) *Matrix {
	m := &Matrix{Page: p}
	for i := range p.Rows {
		if p.Rows[i].Kind == TextRow && p.Rows[i].Unit >= 0 {
			m.Rows = append(m.Rows, p.matrixRow(i))
		}
	}
	return m
}

func (p *Page) matrixRow(i int) MatrixRow {
	row := &p.Rows[i]
	out := MatrixRow{Row: i, Unit: row.Unit, Label: row.Label, Own: true, Starts: row.Paragraph, Has: make([]bool, len(p.Heads))}
	for c, h := range p.Heads {
		cell := &row.Cells[c]
		out.Tiles = append(out.Tiles, tile(cell))
		out.Has[c] = len(p.Reading.Rows[row.Unit].Cells[h.Version].Sentences) > 0
		if out.Has[c] {
			out.In++
		}
		if cell.Chip != nil && !cell.Chip.To {
			out.See = cell.Chip.Label
		}
	}
	if p.Reading.Base >= 0 {
		out.Own = len(p.Reading.Rows[row.Unit].Cells[p.Reading.Base].Sentences) == 0 || out.See != ""
	} else {
		out.Own = false
	}
	out.Text = p.words(i)
	return out
}

// tile names a cell in a word or two.
func tile(c *Cell) Tile {
	switch {
	case c.Unit == none:
		return Tile{}
	case c.Chip != nil:
		end := "from "
		if c.Chip.To {
			end = "to "
		}
		return Tile{Cell: c, Word: end + c.Chip.Label, Moved: true}
	case c.Verdict.Status == diff.Absent:
		return Tile{}
	}
	t := Tile{Cell: c, Word: c.Verdict.Status.String()}
	if c.CutNote != "" {
		t.Note = "− " + c.CutNote[:len(c.CutNote)-len(" cut")]
	}
	return t
}

// words is the text of the row's first sentence: of the base, else of the
// first column that prints any.
func (p *Page) words(row int) string {
	best := -1
	for c, h := range p.Heads {
		cell := &p.Rows[row].Cells[c]
		if len(cell.Sentences) > 0 && !cell.Ghost && (best < 0 || h.Base) {
			best = c
		}
	}
	if best < 0 {
		return ""
	}
	st := p.Reading.Versions[p.Heads[best].Version]
	return unled(st, st.Sentences[countedOr(p, best, row)])
}

// unled is a sentence without the dateline or byline before it.
func unled(st *text.Story, s text.Sentence) string {
	if s.Lead.Len() > 0 {
		s.Start = s.Lead.End
	}
	return strings.TrimLeft(s.Of(st.Body), " ")
}

// countedOr is the first counted sentence of a cell, else its first.
func countedOr(p *Page, col, row int) int32 {
	cell := &p.Rows[row].Cells[col]
	if s := countedOf(p.Reading.Versions[p.Heads[col].Version], cell.Sentences); len(s) > 0 {
		return s[0]
	}
	return cell.Sentences[0]
}
