package pdf

import (
	"strings"
	"unicode/utf8"

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
	run    int // which run of the cell it is of; a mark goes on from word to word of one run
	x, w   float64
	glued  bool // no space before it
}

// block is wrapped text.
type block struct {
	lines [][]word
	step  float64 // line height
}

// flow wraps words into lines of a width. Words that stick together go to the
// next line together, unless they are wider than a line.
func (s *sheet) flow(words []word, width, size float64) block {
	b := block{step: size * lineFactor}
	words = s.broken(words, width)
	var line []word
	x := 0.0
	next := func() { b.lines, line, x = append(b.lines, line), nil, 0 }
	for from := 0; from < len(words); {
		to, w := chain(words, from)
		space := s.width(words[from].font, words[from].size, " ")
		if len(line) > 0 && x+space+w > width {
			next()
		}
		if len(line) > 0 {
			x += space
		}
		for _, word := range words[from:to] {
			if len(line) > 0 && x+word.w > width {
				next()
			}
			word.x = x
			line, x = append(line, word), x+word.w
		}
		from = to
	}
	if len(line) > 0 {
		next()
	}
	return b
}

// broken measures the words and cuts those that are wider than a line.
func (s *sheet) broken(words []word, width float64) []word {
	out := make([]word, 0, len(words))
	for _, w := range words {
		for w.w = s.width(w.font, w.size, w.text); w.w > width; w.w = s.width(w.font, w.size, w.text) {
			head := w
			head.text, w.text = s.fitting(w, width)
			if w.text == "" {
				w = head
				break
			}
			head.w = s.width(w.font, w.size, head.text)
			out, w.glued = append(out, head), true
		}
		out = append(out, w)
	}
	return out
}

// chain returns the end of the words that stick to words[from], and the
// width of them all.
func chain(words []word, from int) (to int, width float64) {
	for to = from; to < len(words) && (to == from || words[to].glued); to++ {
		width += words[to].w
	}
	return to, width
}

// fitting cuts off as much of a word as fits into width, a character at least.
func (s *sheet) fitting(w word, width float64) (head, rest string) {
	end := 0
	for i, r := range w.text {
		next := i + utf8.RuneLen(r)
		if end > 0 && s.width(w.font, w.size, w.text[:next]) > width {
			break
		}
		end = next
	}
	return w.text[:end], w.text[end:]
}

// cellWords cuts a cell's runs into words with their looks.
func (s *sheet) cellWords(c *report.Cell, kind report.RowKind) []word {
	var out flowing
	if kind == report.FurnitureRow { // its label says what there is
		return nil
	}
	for i, r := range report.Printed(c.Runs) {
		text := report.Clean(r.Text)
		w := word{font: serif, size: s.size, colour: s.textColour(c), mark: r.Mark, run: i}
		switch {
		case kind == report.HeadlineRow:
			w.font, w.size = serifBold, s.size*1.15
		case r.Mark == report.Lead:
			w.font, w.size, w.colour = sans, s.size*0.82, s.colours.Muted
		case r.Mark == report.Number:
			w.font, w.size, w.colour = sans, s.size*0.65, s.colours.Muted
			text += " "
		case r.Mark == report.Gone:
			w.colour = s.colours.Cut.Mark
		case r.Mark == report.SplitAt:
			w.font, w.colour, text = sansBold, s.colours.Moved.Mark, "< "
		case r.Mark == report.MergeAt:
			w.font, w.colour, text = sansBold, s.colours.Moved.Mark, "> "
		}
		out.add(w, text)
	}
	return out.words
}

// flowing is text that grows run by run.
type flowing struct {
	words  []word
	spaced bool // the last run ended with a space
}

// add cuts text at its spaces; its first word sticks to the run before where
// no space stands between them.
func (f *flowing) add(like word, text string) {
	if text == "" {
		return
	}
	glued := len(f.words) > 0 && !f.spaced && !strings.HasPrefix(text, " ")
	for i, part := range strings.Fields(text) {
		like.text, like.glued = part, i == 0 && glued
		f.words = append(f.words, like)
	}
	f.spaced = strings.HasSuffix(text, " ")
}

// plain is a text of one look.
func (s *sheet) plain(font string, c report.Colour, text string) []word {
	var f flowing
	f.add(word{font: font, size: labelSize, colour: c}, report.Clean(text))
	return f.words
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

// draw prints lines from..to of a block at x, y, marks below the words. A
// mark reaches over the space to the next word of its run.
func (s *sheet) draw(b block, from, to int, x, y float64) {
	for _, line := range b.lines[from:to] {
		for i := range line {
			if i+1 < len(line) && line[i+1].run == line[i].run {
				line[i].w = line[i+1].x - line[i].x
			}
			s.mark(line[i], x, y, b.step)
		}
		for _, w := range line {
			s.put(w.font, w.size, w.colour, x+w.x, y+(b.step-w.size*1.15)/2, w.text)
			if w.mark == report.Gone { // over the word
				s.line(s.colours.Cut.Line, x+w.x, y+b.step*0.48, w.w)
			}
		}
		y += b.step
	}
}

// mark draws the ground and the lines of a marked word.
func (s *sheet) mark(w word, x, y, step float64) {
	line := func(c report.Colour, dy float64) { s.line(c, x+w.x, y+dy, w.w) }
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
	case report.StyleMark:
		s.stroke(s.colours.Style.Line, 0.6)
		s.pdf.SetLineType("dotted")
		s.pdf.Line(x+w.x, y+step-3, x+w.x+w.w, y+step-3)
		s.pdf.SetLineType("")
	}
}

// line draws a level line.
func (s *sheet) line(c report.Colour, x, y, width float64) {
	s.stroke(c, 0.6)
	s.pdf.Line(x, y, x+width, y)
}

// stroke sets the colour and the width of lines.
func (s *sheet) stroke(c report.Colour, width float64) {
	s.pdf.SetStrokeColor(rgb(c))
	s.pdf.SetLineWidth(width)
}

// rgb are the parts of a colour.
func rgb(c report.Colour) (r, g, b uint8) { return uint8(c >> 16), uint8(c >> 8), uint8(c) }
