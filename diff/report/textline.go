package report

import (
	"strings"

	"wirediff/diff"
)

// textInk is how a stretch of text is coloured in a terminal.
type textInk uint8

const (
	inkPlain textInk = iota
	inkQuiet
	inkMuted
	inkBold
	inkAdded
	inkWord
	inkMoved
	inkCut
	inkStyle
)

// sgr are the colours of the inks: the terminal's own sixteen, so that they
// suit its light or dark ground.
var sgr = [...]string{"", "", "2", "1", "34", "33", "35", "31", "4"}

// statusInk returns the colour of a status word.
func statusInk(s diff.Status) textInk {
	switch s {
	case diff.Added, diff.OnlyHere:
		return inkAdded
	case diff.Reworded, diff.Recast, diff.Varies:
		return inkWord
	case diff.Split, diff.Merged:
		return inkMoved
	case diff.Cut, diff.NotHere:
		return inkCut
	}
	return inkMuted
}

// glyph is a character with its width and ink.
type glyph struct {
	r     rune
	width int8
	ink   textInk
}

// textLine is a line of glyphs.
type textLine []glyph

// block is text to be wrapped.
type block struct{ glyphs []glyph }

// add appends text from a story or of ours, cleaned; runs of white space
// become one space.
func (b *block) add(s string, ink textInk) {
	for _, r := range Clean(s) {
		if r == ' ' && len(b.glyphs) > 0 && b.glyphs[len(b.glyphs)-1].r == ' ' && strings.TrimSpace(s) != "" {
			continue
		}
		b.glyphs = append(b.glyphs, glyph{r, int8(runeColumns(r)), ink})
	}
}

// newline ends the line, if there is one.
func (b *block) newline() {
	if n := len(b.glyphs); n > 0 && b.glyphs[n-1].r != '\n' {
		b.glyphs = append(b.glyphs, glyph{r: '\n'})
	}
}

// line returns the block as one line.
func (b *block) line() textLine { return b.glyphs }

// first returns as much as fits in one line, with dots if something is left.
func (b *block) first(width int) []textLine {
	if lineWidth(b.glyphs) <= width {
		return []textLine{b.glyphs}
	}
	var dots block
	dots.add(" ...", inkMuted)
	return []textLine{append(b.wrap(max(1, width-4))[0], dots.glyphs...)}
}

// wrap breaks the block into lines of at most width columns: at spaces,
// between wide characters, and inside a word that is longer than a line.
func (b *block) wrap(width int) []textLine {
	var lines []textLine
	for rest := b.glyphs; len(rest) > 0; {
		end, next := breakLine(rest, width)
		lines = append(lines, rest[:end:end])
		rest = rest[next:]
	}
	return lines
}

// breakLine returns where the first line of g ends and the next one starts.
func breakLine(g []glyph, width int) (end, next int) {
	used, last := 0, -1 // last: index at which the line could be broken
	for i, x := range g {
		switch {
		case x.r == '\n':
			return i, i + 1
		case x.r == ' ' && i > 0 && g[i-1].r != ' ':
			last = i
		case x.width == 2 && i > 0:
			last = i
		}
		if used += int(x.width); used <= width || i == 0 || x.r == ' ' {
			continue
		}
		if last <= 0 || strings.TrimSpace(runes(g[:last])) == "" {
			return i, i
		}
		next = last
		for next < len(g) && g[next].r == ' ' {
			next++
		}
		return last, next
	}
	return len(g), len(g)
}

func runes(g []glyph) string {
	var b strings.Builder
	for _, x := range g {
		b.WriteRune(x.r)
	}
	return b.String()
}

// lineWidth returns the columns that a line takes.
func lineWidth(l textLine) int {
	n := 0
	for _, g := range l {
		n += int(g.width)
	}
	return n
}

// pad lengthens a line with spaces.
func pad(l textLine, width int) textLine {
	for n := lineWidth(l); n < width; n++ {
		l = append(l, glyph{' ', 1, inkPlain})
	}
	return l
}

// print writes a line without the spaces at its end.
func (t *textWriter) print(l textLine) {
	for len(l) > 0 && l[len(l)-1].r == ' ' {
		l = l[:len(l)-1]
	}
	ink := inkPlain
	for _, g := range l {
		if t.opt.Color && g.ink != ink && sgr[g.ink] != sgr[ink] {
			t.color(g.ink)
			ink = g.ink
		}
		_, _ = t.w.WriteRune(g.r)
	}
	if sgr[ink] != "" {
		t.color(inkPlain)
	}
}

// color switches the terminal to an ink.
func (t *textWriter) color(ink textInk) {
	_, _ = t.w.WriteString("\x1b[0m")
	if sgr[ink] != "" {
		_, _ = t.w.WriteString("\x1b[" + sgr[ink] + "m")
	}
}

// end ends a line.
func (t *textWriter) end() { _ = t.w.WriteByte('\n') }
