package board

import (
	"slices"
	"strconv"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/text"
	"wirediff/ui/tongue"
)

// composed is a page with the widths of its words: all that depends on page
// and look, and nothing that depends on the width of the window.
type composed struct {
	page  *report.Page
	look  Look
	m     measures
	fonts fonts
	set   setter
	cols  int
	flows []flow // by row, then head
	bands []bool // rows with a label band
	base  int    // head of the base, -1: none
	pair  bool   // set as a pair

	shared map[int][2][]text.Span // by recast row of a pair: the words that both sides have
}

// compose measures every word of p. Linear in the words; a word is measured
// once per face.
func compose(p *report.Page, l Look, by measurer, pair bool) *composed {
	s := newSetter(l, by)
	c := &composed{page: p, look: l, m: s.m, fonts: s.fonts, set: s, cols: len(p.Heads), base: -1, pair: pair}
	for i, h := range p.Heads {
		if h.Base {
			c.base = i
		}
	}
	c.flows, c.bands = make([]flow, len(p.Rows)*c.cols), make([]bool, len(p.Rows))
	if pair {
		c.findShared()
	}
	for r := range p.Rows {
		c.bands[r] = !pair && labelled(&p.Rows[r], &l.Palette)
		for h := range c.cols {
			c.flows[r*c.cols+h] = c.flow(r, h, c.runs(r, h))
		}
	}
	return c
}

// findShared notes the words that both sides of recast rows have.
func (c *composed) findShared() {
	c.shared = map[int][2][]text.Span{}
	for r := range c.page.Rows {
		if c.page.Rows[r].Kind == report.TextRow && c.page.Reading != nil {
			if old, new := c.page.Shared(r, 1); len(new) > 0 {
				c.shared[r] = [2][]text.Span{old, new}
			}
		}
	}
}

// runs returns what a cell prints. In a pair the base's words are marked
// wherever the version's are.
func (c *composed) runs(r, h int) []report.Run {
	if c.pair && h == c.base && c.page.Rows[r].Kind == report.TextRow && len(c.page.Rows[r].Cells[h].Sentences) > 0 {
		if runs := c.page.Partner(r, 1-h); len(runs) > 0 {
			return runs
		}
	}
	runs := c.page.Rows[r].Cells[h].Runs
	if c.pair && h != c.base && len(c.page.Rows[r].Cells[c.base].Sentences) > 0 {
		runs = slices.DeleteFunc(slices.Clone(runs), func(x report.Run) bool { return x.Mark == report.Left }) // the base shows what is gone
	}
	return runs
}

// flow cuts and measures the runs of a cell.
func (c *composed) flow(r, h int, runs []report.Run) flow {
	row := &c.page.Rows[r]
	cell := &row.Cells[h]
	if len(runs) == 0 || !c.hasText(row, cell) {
		return flow{}
	}
	f := c.textFont(row, cell)
	space, _ := c.set.measure.measure(" ", f)
	indent := 0
	if cell.Paragraph && row.Kind == report.TextRow && !cell.Ghost && cell.Role != "heading" && !leads(runs) {
		indent = c.m.t(indentFirst)
	}
	return newFlow(c.set.words(make([]word, 0, wordsIn(runs)), runs, f), space, indent)
}

// leads reports whether a dateline or byline opens the text, which then has
// no indent.
func leads(runs []report.Run) bool {
	for i := range runs {
		if runs[i].Mark != report.Number {
			return runs[i].Mark == report.Lead
		}
	}
	return false
}

// wordsIn guesses how many words runs hold.
func wordsIn(runs []report.Run) int {
	n := 0
	for i := range runs {
		n += len(runs[i].Text)/5 + 1
	}
	return n
}

// hasText reports whether a cell prints its runs.
func (c *composed) hasText(row *report.Row, cell *report.Cell) bool {
	return row.Kind != report.FoldedRow && (cell.Verdict.Status != diff.Cut && cell.Verdict.Status != diff.NotHere || cell.Ghost)
}

// textFont returns the font of a cell's text.
func (c *composed) textFont(row *report.Row, cell *report.Cell) font {
	switch {
	case row.Kind == report.HeadlineRow:
		return c.fonts.headline
	case row.Kind == report.FurnitureRow:
		return c.fonts.furniture
	case cell.Ghost:
		return c.fonts.ghost
	case cell.Role == "heading":
		return font{c.fonts.headline.face, c.fonts.story.size}
	}
	return c.fonts.story
}

// at returns the flow of a cell.
func (c *composed) at(r, h int) flow { return c.flows[r*c.cols+h] }

// ink returns the colour of a cell's text: kept is quiet, change speaks.
func (c *composed) ink(row *report.Row, cell *report.Cell) report.Colour {
	p := &c.look.Palette
	switch {
	case row.Kind == report.FurnitureRow:
		return p.Muted
	case cell.Ghost:
		return p.Muted
	case row.Kind == report.HeadlineRow:
		return p.Ink
	case c.pair && cell.Verdict.Status == diff.IsBase && quietPair(row):
		return p.Quiet
	case cell.Verdict.Status == diff.Kept, cell.Verdict.Status == diff.Style:
		if cell.Verdict.Moved {
			return p.Ink
		}
		return p.Quiet
	}
	return p.Ink
}

// furnitureWords returns the one line to which a cell of furniture is folded.
func furnitureWords(cell *report.Cell) string {
	switch {
	case len(cell.Sentences) == 0:
		return ""
	case len(cell.Sentences) == 1 && cell.Role != "":
		return tongue.Say(cell.Role)
	case cell.Part != "":
		return tongue.Phrase(cell.Part)
	}
	return tongue.Phrase(strconv.Itoa(len(cell.Sentences)) + " lines of furniture")
}
