package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Newlines turns CRLF, CR and the Unicode line and paragraph separators into LF.
func Newlines(s string) string { return newlines.Replace(s) }

var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n", "\u0085", "\n", "\f", "\n")

// wrapSlack is how much shorter than the longest line a wrapped line may be:
// the next word did not fit, and words are rarely longer.
const wrapSlack = 20

// Wrap is the range of line lengths, in characters, that mail programs, wire
// terminals and editors wrap at.
const (
	wrapMin = 40
	wrapMax = 100
)

// Paragraphs cuts plain text into paragraphs: at blank lines, at lines that
// begin with a tab or three spaces, and, unless the text is hard-wrapped or the
// line goes on with a sentence, at every line.
func Paragraphs(s string) []string {
	lines := strings.Split(Newlines(s), "\n")
	wrapped := Wrapped(lines)
	var out []string
	var open []string
	flush := func() {
		if len(open) > 0 {
			out = append(out, strings.Join(open, " "))
			open = nil
		}
	}
	for _, l := range lines {
		t := strings.TrimSpace(l)
		if t == "" {
			flush()
			continue
		}
		if indented := strings.HasPrefix(l, "\t") || strings.HasPrefix(l, "   "); indented || !wrapped && !goesOn(open, t) {
			flush()
		}
		open = append(open, t)
	}
	flush()
	return out
}

// goesOn reports whether a line carries on the sentence of the last one of
// open: that is long enough to have been wrapped and has no end, and the line
// begins in small letters.
func goesOn(open []string, l string) bool {
	if len(open) == 0 || runes(open[len(open)-1]) < wrapMin {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(open[len(open)-1], "\"'”’»)"))
	first, _ := utf8.DecodeRuneInString(l)
	return unicode.IsLower(first) && !strings.ContainsRune(".!?:;…", last)
}

// Wrapped reports whether lines are cut at a fixed width rather than at
// paragraphs: no line is longer than wrapMax, and most lines that another
// line follows are nearly as long as the longest.
func Wrapped(lines []string) bool {
	longest := 0
	for _, l := range lines {
		longest = max(longest, runes(l))
	}
	if longest < wrapMin || longest > wrapMax {
		return false
	}
	full, inner := 0, 0
	for i, l := range lines[:max(len(lines)-1, 0)] {
		if strings.TrimSpace(l) == "" || strings.TrimSpace(lines[i+1]) == "" {
			continue
		}
		inner++
		if runes(l) >= longest-wrapSlack {
			full++
		}
	}
	return inner > 0 && full*3 >= inner*2
}

func runes(s string) int { return len([]rune(strings.TrimSpace(s))) }
