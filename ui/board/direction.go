package board

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// The toolkit sets every text from left to right; right-to-left scripts are
// shaped inside a word only. So words are put in order by us (flow.reorder),
// and a word of such a script is cut where its direction turns: its
// punctuation and figures are pieces of their own.

// direction returns rightTo for a word of a right-to-left script and neutral
// for one without letters.
func direction(s string) wordFlags {
	for _, r := range s {
		switch way(r) {
		case rightTo:
			return rightTo
		case 0:
			return 0
		}
	}
	return neutral
}

// way is the direction of a letter or figure, neutral of everything else.
func way(r rune) wordFlags {
	if r < 0x590 {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return 0
		}
		return neutral
	}
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.R, bidi.AL:
		return rightTo
	case bidi.L, bidi.EN, bidi.AN:
		return 0
	}
	return neutral
}

// turnsIn returns where a word that has letters of a right-to-left script
// changes its direction. What stands between two letters of one direction,
// as a comma in a number or a mark over a letter, goes with them.
func turnsIn(s string) []int {
	if !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x590 && way(r) == rightTo }) {
		return nil
	}
	var cuts []int
	last, gap := neutral, 0 // the direction so far; where what has none began
	for i, r := range s {
		w := way(r)
		if w == neutral && !unicode.Is(unicode.M, r) {
			if gap < 0 {
				gap = i
			}
			continue
		}
		if w == neutral { // a mark over the letter before
			continue
		}
		if w != last {
			if gap > 0 {
				cuts = append(cuts, gap)
			}
			if i > 0 {
				cuts = append(cuts, i)
			}
		}
		last, gap = w, -1
	}
	if gap > 0 {
		cuts = append(cuts, gap)
	}
	return cuts
}

// mirrored returns s as it looks from right to left: brackets turn round.
func mirrored(s string) string {
	return strings.NewReplacer("(", ")", ")", "(", "[", "]", "]", "[", "{", "}", "}", "{", "<", ">", ">", "<",
		"«", "»", "»", "«", "‹", "›", "›", "‹").Replace(s)
}

// seen returns the text of a word as it is drawn in its flow.
func (f flow) seen(w *word) string {
	if f.right && w.flags.has(neutral) {
		return mirrored(w.text)
	}
	return w.text
}
