package news

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// quotation is a run of words between marks: words from..to (half open).
type quotation struct {
	from, to int
	closed   bool // by a mark; else it runs to the end
}

// quotations finds the runs between quotation marks: curly, straight,
// guillemets both ways, German low-high, single marks, and closing marks
// typed the wrong way round. Apostrophes are parts of words and never seen
// here. An unclosed mark runs to the end of its side; one word between marks
// is enough.
func quotations(ws []word) iter.Seq[quotation] {
	return func(yield func(quotation) bool) {
		for i := 0; i < len(ws); i++ {
			if ws[i].mark == 0 || !opens(ws, i) {
				continue
			}
			end := closing(ws, i)
			q := quotation{from: i + 1, to: end, closed: end < len(ws)}
			if q.to > q.from && !yield(q) {
				return
			}
			i = end
		}
	}
}

func isQuoteMark(s string) bool { return markFamily(s) != 0 }

// opens reports whether the quotation mark at i opens: white space or the start (or an
// opening bracket) before it and none behind it.
func opens(ws []word, i int) bool {
	if i+1 >= len(ws) {
		return false
	}
	free := i == 0 || ws[i].gap || ws[i-1].sentence != ws[i].sentence || isOpenBracket(ws[i-1].raw)
	if !free {
		return false
	}
	if ws[i].raw == "«" || ws[i].raw == "»" || ws[i].raw == "„" {
		return true // French sets a space inside
	}
	return !ws[i+1].gap && ws[i+1].sentence == ws[i].sentence
}

func isOpenBracket(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Ps, r) || s == "—" || s == "–" || s == "--"
}

// closing returns the index of the mark that closes what opens at i, or
// len(ws). A closing mark has no white space before it (or is a guillemet)
// and does not open another one of the same family.
func closing(ws []word, i int) int {
	family := ws[i].mark
	for j := i + 1; j < len(ws); j++ {
		if ws[j].mark != family {
			continue
		}
		last := j+1 == len(ws) || ws[j+1].gap || ws[j+1].punct || ws[j+1].sentence != ws[j].sentence
		if last && (!ws[j].gap || family == 'g') {
			return j
		}
	}
	return len(ws)
}

// markFamily groups quotation marks that may close each other; 0 for all else.
func markFamily(s string) byte {
	switch s {
	case "\"", "“", "”", "„", "‟":
		return 'd'
	case "«", "»", "‹", "›":
		return 'g'
	case "‘", "’", "‚", "'":
		return 's'
	case "「", "」", "『", "』":
		return 'c'
	}
	return 0
}
