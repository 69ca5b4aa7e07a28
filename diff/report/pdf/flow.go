package pdf

import (
	"strings"

	"wirediff/diff"
	"wirediff/diff/report"
)

// word is a piece of text on a line.
type word struct {
	text   string
	font   string
	size   float64
	colour report.Colour
	mark   report.Mark
	x, w   float64
	glued  bool // no space before it
	spaced bool // a space behind it
}

// block is wrapped text.
type block struct {
	lines [][]word
	step  float64 // line height
}

// flow wraps words into lines of a width.
func (s *sheet) flow(words []word, width, size float64) block {
	b := block{step: size * lineFactor}
	var line []word
	x := 0.0
	for _, w := range words {
		w.w = s.width(w.font, w.size, w.text)
		space := s.width(w.font, w.size, " ")
		if w.glued || len(line) == 0 {
			space = 0
		}
		if len(line) > 0 && x+space+w.w > width && !w.glued {
			b.lines = append(b.lines, line)
			line, x, space = nil, 0, 0
		}
		w.x = x + space
		line, x = append(line, w), x+space+w.w
	}
	if len(line) > 0 {
		b.lines = append(b.lines, line)
	}
	return b
}

// cellWords cuts a cell's runs into words with their looks.
func (s *sheet) cellWords(c *report.Cell, kind report.RowKind) []word {
	var out []word
	if kind == report.FurnitureRow { // its label says what there is
		return nil
	}
	for _, r := range c.Runs {
		text := report.Clean(r.Text)
		w := word{font: serif, size: s.size, colour: s.textColour(c), mark: r.Mark}
		switch {
		case kind == report.HeadlineRow:
			w.font, w.size = serifBold, s.size*1.15
		case r.Mark == report.Lead:
			w.font, w.size, w.colour = sans, s.size*0.82, s.colours.Muted
		case r.Mark == report.Number:
			w.font, w.size, w.colour = sans, s.size*0.65, s.colours.Muted
		case r.Mark == report.Left:
			text = "^" // the wedge: something was left out here
			w.colour, w.size = s.colours.Cut.Mark, s.size*0.8
		case r.Mark == report.SplitAt || r.Mark == report.MergeAt:
			continue
		}
		out = appendWords(out, w, text)
	}
	return out
}

// appendWords cuts at spaces; a word that the run before ended without a
// space sticks to it.
func appendWords(out []word, like word, text string) []word {
	glued := len(out) > 0 && !out[len(out)-1].spaced && (text == "" || text[0] != ' ')
	for i, f := range strings.Fields(text) {
		w := like
		w.text, w.glued = f, i == 0 && (glued || like.mark == report.Left)
		w.spaced = true
		out = append(out, w)
	}
	if len(out) > 0 {
		out[len(out)-1].spaced = strings.HasSuffix(text, " ") || like.mark == report.Left || like.mark == report.Number
	}
	return out
}

// textColour is quiet for kept text, ink for the rest.
func (s *sheet) textColour(c *report.Cell) report.Colour {
	switch {
	case c.Ghost:
		return s.colours.Muted
	case s.page.Reading.Base < 0 || c.Chip != nil:
		return s.colours.Ink
	}
	switch c.Verdict.Status {
	case diff.Kept, diff.Style:
		return s.colours.Quiet
	}
	return s.colours.Ink
}

// draw prints lines from..to of a block at x, y, marks below the words.
func (s *sheet) draw(b block, from, to int, x, y float64) {
	for _, line := range b.lines[from:to] {
		for i := range line {
			s.mark(line[i], x, y, b.step)
		}
		for _, w := range line {
			s.put(w.font, w.size, w.colour, x+w.x, y+(b.step-w.size*1.15)/2, w.text)
		}
		y += b.step
	}
}

// mark draws the ground and the lines of a marked word.
func (s *sheet) mark(w word, x, y, step float64) {
	line := func(c report.Colour, dy float64) {
		s.stroke(c, 0.6)
		s.pdf.Line(x+w.x, y+dy, x+w.x+w.w, y+dy)
	}
	ground := func(c report.Colour) {
		s.pdf.SetFillColor(rgb(c))
		s.pdf.RectFromUpperLeftWithStyle(x+w.x, y, w.w, step-0.8, "F")
	}
	switch w.mark {
	case report.Replaced:
		ground(s.colours.Word.Tint)
		line(s.colours.Word.Line, step-2)
	case report.Inserted:
		ground(s.colours.Added.Tint)
		line(s.colours.Added.Line, step-2.8)
		line(s.colours.Added.Line, step-1.5)
	case report.Gone:
		ground(s.colours.Cut.Tint)
		line(s.colours.Cut.Line, step/2)
	case report.StyleMark:
		s.stroke(s.colours.Style.Line, 0.6)
		s.pdf.SetLineType("dotted")
		s.pdf.Line(x+w.x, y+step-3, x+w.x+w.w, y+step-3)
		s.pdf.SetLineType("")
	}
}

// stroke sets the colour and the width of lines.
func (s *sheet) stroke(c report.Colour, width float64) {
	s.pdf.SetStrokeColor(rgb(c))
	s.pdf.SetLineWidth(width)
}

// rgb are the parts of a colour.
func rgb(c report.Colour) (r, g, b uint8) { return uint8(c >> 16), uint8(c >> 8), uint8(c) }
