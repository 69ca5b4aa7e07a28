package board

import (
	"strings"
	"unicode/utf8"

	"wirediff/diff/report"
)

// baseline returns how far below the top of a line of height h the text of
// font f stands, so that the letters sit in its middle.
func (s setter) baseline(h int, f font) int {
	up, down := s.measure.ascent(f), s.measure.descent(f)
	return (h-up-down)/2 + up
}

// printLine prints a line of text, shortened to width, and returns how wide
// it came out.
func (s setter) printLine(to *scene, at layer, x, base, width int, text string, f font, ink report.Colour) int {
	text, w, drawn := s.shorten(text, f, width)
	if text != "" {
		to.print(at, x, base, w, text, drawn, ink)
	}
	return w
}

// shorten cuts text to width, with an ellipsis.
func (s setter) shorten(text string, f font, width int) (string, int, font) {
	w, drawn := s.measure.measure(text, f)
	cut := text
	for w > width && cut != "" {
		_, n := utf8.DecodeLastRuneInString(cut)
		cut = cut[:len(cut)-n]
		text = strings.TrimRight(cut, " ,.") + "…"
		w, drawn = s.measure.measure(text, f)
	}
	if w > width {
		return "", 0, f
	}
	return text, w, drawn
}

// printWords prints as many words of a story as fit on one line, with an
// ellipsis if any are left, and returns the width. Words are measured and
// drawn one by one, as in the columns, so that a long page costs no more
// than its vocabulary.
func (s setter) printWords(to *scene, at layer, x, base, width int, text string, f font, ink report.Colour) int {
	words := strings.Fields(text)
	space, _ := s.measure.measure(" ", f)
	dots, _ := s.measure.measure("…", f)
	left, n := 0, 0
	for ; n < len(words); n++ {
		w, _ := s.measure.measure(words[n], f)
		rest := dots
		if n == len(words)-1 {
			rest = 0
		}
		if n > 0 {
			left += space
		}
		if left+w+rest > width {
			break
		}
		left += w
	}
	if n == 0 {
		if len(words) == 0 {
			return 0
		}
		return s.printLine(to, at, x, base, width, words[0], f, ink)
	}
	left = 0
	for i, word := range words[:n] {
		if i == n-1 && n < len(words) {
			word = strings.TrimRight(word, ",;:.") + "…"
		}
		w, drawn := s.measure.measure(word, f)
		to.print(at, x+left, base, w, word, drawn, ink)
		left += w + space
	}
	return left - space
}

// twoLines breaks a name into lines of that width, two at most.
func (s setter) twoLines(name string, f font, width int) []string {
	words := strings.Fields(name)
	for n := len(words); n > 1; n-- {
		first := strings.Join(words[:n], " ")
		if w, _ := s.measure.measure(first, f); w <= width {
			if n == len(words) {
				return []string{first}
			}
			return []string{first, strings.Join(words[n:], " ")}
		}
	}
	if len(words) > 1 {
		return []string{words[0], strings.Join(words[1:], " ")}
	}
	return words
}

// label prints the marks and the words of a label in the middle of a line of
// height h.
func (s setter) label(to *scene, at layer, x label, left, top, h int) {
	size := s.m.t(markSize)
	for _, k := range x.marks {
		to.place(at, left, top+(h-size)/2, sprite{kind: signSprite, sign: k, w: size, h: size, u: s.m.u, ink: x.tone})
		left += size + s.m.t(markGap)
	}
	f := s.fonts.quietWord
	if x.bold {
		f = s.fonts.word
	}
	base := top + s.baseline(h, f)
	w, drawn := s.measure.measure(x.word, f)
	to.print(at, left, base, w, x.word, drawn, x.tone)
	if x.after != "" {
		space, _ := s.measure.measure(" ", s.fonts.quietWord)
		left += w + space
		w, drawn = s.measure.measure(x.after, s.fonts.quietWord)
		to.print(at, left, base, w, x.after, drawn, x.tone)
	}
}
