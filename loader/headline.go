package loader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wirediff/loader/internal/lazy"
)

// Bounds of a line that is surely a headline.
const (
	headlineWords    = 3
	headlineMaxBytes = 130
)

// bylineStart is how a line under a headline begins when it names the writer.
var bylineStart = lazy.Regexp(`^(?:By|BY|Von|Par|Por|Di|Door)\s+\p{Lu}`)

// datelineStart is how the first paragraph begins when it names the place.
var datelineStart = lazy.Regexp(`^\p{Lu}[\p{Lu} .,'’-]{2,40}(?:, [\p{L}. ]{2,20})?(?:,? \p{L}{3,9}\.? \d{1,2})?(?: \([^)]{2,40}\))? ?(?:[-–—_:]{1,2} )\S`)

// headline takes the headline off the top of plain text, where there surely
// is one: a short first line without a stop above a byline or a dateline.
// A short line alone is no proof (it may name a film clip or a chapter): it
// stays in the body, where text.Segment decides.
func headline(body string) (title, rest string, ok bool) {
	first, after, found := strings.Cut(strings.TrimLeft(body, "\n"), "\n")
	title = strings.TrimSpace(first)
	rest = strings.TrimLeft(after, "\n")
	next, _, _ := strings.Cut(rest, "\n")
	next = strings.TrimSpace(next)
	if !found || next == "" || len(title) > headlineMaxBytes || len(strings.Fields(title)) < headlineWords {
		return "", body, false
	}
	if setOff := bylineStart().MatchString(next) || strings.HasPrefix(after, "\n") && datelineStart().MatchString(next); !setOff {
		return "", body, false
	}
	start, _ := utf8.DecodeRuneInString(strings.TrimLeft(title, "\"'“‘«„¿¡"))
	end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(title, "\"'”’»"))
	if unicode.IsLower(start) || !unicode.IsLetter(start) && !unicode.IsDigit(start) || strings.ContainsRune(".!:;,…@", end) {
		return "", body, false
	}
	if bylineStart().MatchString(title) || strings.Contains(title, "@") {
		return "", body, false
	}
	return title, rest, true
}
