package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"wirediff/diff"
)

// TextOptions steer Text; the zero value is plain text in columns of
// TextColumn.
type TextOptions struct {
	Width int  // of the terminal in columns; 0: as wide as the page needs
	Color bool // with ANSI colours
}

const (
	// TextColumn is the width of a column where the terminal sets none.
	TextColumn = 36
	// minTextColumn is the narrowest column that is still read with ease;
	// under it the cells of a row are set below each other.
	minTextColumn = 20
	textGutter    = 2
)

// Text writes the page as level columns of plain text, or one cell below the
// other where the width is too small for columns. Statuses are words with a
// mark; changed words are set in [-old-] and {+new+}, as word diffs do, so
// that nothing is told by colour alone.
func Text(w io.Writer, p *Page, opt TextOptions) error {
	t := &textWriter{w: bufio.NewWriter(w), p: p, opt: opt, rail: railWidth(p)}
	t.column = TextColumn
	if n := len(p.Heads); opt.Width > 0 && n > 0 {
		t.column = (opt.Width - t.rail - textGutter*n) / n
	}
	t.stacked = t.column < minTextColumn
	if t.stacked {
		t.column = max(minTextColumn, opt.Width-t.rail-textGutter)
	}
	t.heads()
	for i := range p.Rows {
		t.row(&p.Rows[i])
	}
	t.foot()
	t.sections()
	return t.w.Flush()
}

// railWidth is as wide as the widest label.
func railWidth(p *Page) int {
	n := 3
	for _, r := range p.Rows {
		if r.Kind != FoldedRow {
			n = max(n, utf8.RuneCountInString(r.Label))
		}
	}
	return n
}

// textWriter holds what a text page is printed with. bufio keeps the first
// failure until Flush.
type textWriter struct {
	w            *bufio.Writer
	p            *Page
	opt          TextOptions
	rail, column int
	stacked      bool
	line         textLine // reused from line to line
}

// heads prints what stands above the columns.
func (t *textWriter) heads() {
	cells := make([][]textLine, len(t.p.Heads))
	for c, h := range t.p.Heads {
		var b block
		b.add(h.Letter+" ", inkMuted)
		b.add(h.Name, inkBold)
		if h.Base {
			b.add(" (base)", inkPlain)
		}
		b.newline()
		if h.Date != "" {
			b.add(h.Date, inkMuted)
			b.newline()
		}
		if h.Embargo != "" {
			b.add("embargo until "+h.Embargo, inkCut)
			b.newline()
		}
		b.add(plural(h.Sentences, "sentence")+", "+plural(h.Words, "word"), inkMuted)
		b.newline()
		switch {
		case h.Base || t.p.Reading.Base < 0:
		case h.Tally.OwnStory:
			b.add("own story", inkPlain)
		default:
			b.add(fmt.Sprintf("%d%% kept", Percent(h.Tally.Kept)), inkPlain)
		}
		b.newline()
		if !h.Base {
			b.add(countsLine(h.Tally, t.p.Reading.Base >= 0), inkPlain)
		}
		cells[c] = b.wrap(t.column)
	}
	t.level("", cells, 0)
	t.rule("")
}

// foot prints the sums.
func (t *textWriter) foot() {
	t.rule("")
	b := block{}
	b.add(t.p.Summary(), inkPlain)
	if line := countsLine(t.p.total(), t.p.Reading.Base >= 0); line != "" {
		b.add(" "+line+".", inkPlain)
	}
	for _, l := range b.wrap(max(t.width(), minTextColumn)) {
		t.print(l)
		t.end()
	}
}

// width is the width of the whole page.
func (t *textWriter) width() int {
	if t.stacked {
		return t.rail + textGutter + t.column
	}
	return t.rail + len(t.p.Heads)*(t.column+textGutter)
}

// rule prints a line across the page, with words in it.
func (t *textWriter) rule(words string) {
	line := "--"
	if words != "" {
		line += " " + words + " "
	}
	b := block{}
	b.add(line+strings.Repeat("-", max(0, t.width()-utf8.RuneCountInString(line))), inkMuted)
	t.print(b.line())
	t.end()
}

// row prints one row of the page.
func (t *textWriter) row(r *Row) {
	if r.Kind == FoldedRow {
		t.rule(r.Label)
		return
	}
	cells := make([][]textLine, len(r.Cells))
	band := 0 // lines of labels above the text, the same in all cells
	labels := make([][]textLine, len(r.Cells))
	for c := range r.Cells {
		labels[c] = cellLabel(&r.Cells[c]).wrap(t.column)
		band = max(band, len(labels[c]))
	}
	for c := range r.Cells {
		body := t.cellText(r, &r.Cells[c])
		if t.stacked {
			cells[c] = append(labels[c], body...)
			continue
		}
		cells[c] = labels[c]
		for len(body) > 0 && len(cells[c]) < band {
			cells[c] = append(cells[c], nil)
		}
		cells[c] = append(cells[c], body...)
	}
	t.level(r.Label, cells, band)
	t.end()
}

// cellLabel is what stands above the text of a cell.
func cellLabel(c *Cell) *block {
	b := &block{}
	if c.Chip != nil {
		mark := "v "
		if c.Chip.Up {
			mark = "^ "
		}
		b.add(mark+c.Chip.String(), inkMoved)
	}
	if w := c.Words(); w != "" && !c.Quiet() {
		if c.Chip != nil {
			b.add("; ", inkMuted)
		}
		b.add(statusMark(c.Verdict.Status)+" "+w, statusInk(c.Verdict.Status))
	}
	for _, w := range c.extras() {
		if len(b.glyphs) > 0 {
			b.add("; ", inkMuted)
		}
		b.add(w, inkMuted)
	}
	return b
}

// cellText is the text of a cell, wrapped.
func (t *textWriter) cellText(r *Row, c *Cell) []textLine {
	b := &block{}
	ink := inkPlain
	switch {
	case r.Kind == HeadlineRow:
		ink = inkBold
	case r.Kind == FurnitureRow && c.Part != "":
		b.add(c.Furniture(), inkMuted)
		return b.wrap(t.column)
	case c.Ghost:
		for _, run := range c.Runs {
			b.add(run.Text, inkMuted)
		}
		return b.first(t.column)
	case c.Verdict.Status == diff.Kept || c.Verdict.Status == diff.Style || c.Verdict.Status == diff.SameInAll:
		ink = inkQuiet
	}
	if c.Paragraph && len(c.Runs) > 0 {
		b.add("  ", ink)
	}
	for _, run := range Printed(c.Runs) {
		b.run(run, ink)
	}
	return b.wrap(t.column)
}

// run adds a run with its marks.
func (b *block) run(r Run, ink textInk) {
	switch r.Mark {
	case Replaced:
		b.add("{+"+r.Text+"+}", inkWord)
	case Inserted:
		b.add("{+"+r.Text+"+}", inkAdded)
	case Gone:
		b.add("[-"+shorten(r.Text)+"-]", inkCut)
	case StyleMark:
		b.add(r.Text, inkStyle)
	case Lead:
		b.add(r.Text, inkMuted)
	case Number:
		b.add("("+r.Text+") ", inkMuted)
	case SplitAt:
		b.add("< ", inkMoved)
	case MergeAt:
		b.add("> ", inkMoved)
	default:
		b.add(r.Text, ink)
	}
}

// tipWords is how many of the words left out are printed in a column.
const tipWords = 12

// shorten keeps the first words of a long stretch.
func shorten(s string) string {
	words := strings.Fields(s)
	if len(words) > tipWords {
		return strings.Join(words[:tipWords], " ") + " ..."
	}
	return strings.Join(words, " ")
}

// statusMark returns the mark that stands before a status word.
func statusMark(s diff.Status) string {
	return [...]string{diff.Kept: "=", diff.Style: ".", diff.Reworded: "~", diff.Recast: "~~", diff.Split: "<", diff.Merged: ">",
		diff.Added: "+", diff.Cut: "-", diff.SameInAll: "=", diff.Varies: "~", diff.OnlyHere: "+", diff.NotHere: "-", diff.NumStatus: ""}[s]
}

// level prints cells side by side, or below each other; the label of the row
// stands beside line band, where the texts start.
func (t *textWriter) level(label string, cells [][]textLine, band int) {
	if t.stacked {
		t.stack(label, cells)
		return
	}
	height := 0
	for _, c := range cells {
		height = max(height, len(c))
	}
	for i := range height {
		b := block{t.line[:0]}
		if i == min(band, height-1) {
			b.add(label, inkMuted)
		}
		line := pad(b.line(), t.rail)
		for _, c := range cells {
			line = pad(line, lineWidth(line)+textGutter)
			end := lineWidth(line) + t.column
			if i < len(c) {
				line = append(line, c[i]...)
			}
			line = pad(line, end)
		}
		t.line = line
		t.print(line)
		t.end()
	}
}

// stack prints the cells below each other, each with its letter.
func (t *textWriter) stack(label string, cells [][]textLine) {
	for c, lines := range cells {
		for i, l := range lines {
			var b block
			if i == 0 {
				b.add(t.p.Heads[c].Letter, inkMuted)
				if label != "" {
					b.add(label, inkMuted)
				}
			}
			line := pad(b.line(), t.rail+textGutter)
			t.print(append(line, l...))
			t.end()
		}
	}
}
