package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Clean makes text from a story safe for a terminal, a table or a page:
// control characters (escape sequences among them) and bytes that are no
// UTF-8 become U+FFFD, characters that turn or hide other text (bidi
// overrides and isolates, zero-width spaces, tags) go, every kind of white
// space becomes a space. It returns s itself if nothing is to be done.
func Clean(s string) string {
	for i, r := range s {
		if cleanRune(r) != r || r == utf8.RuneError {
			return s[:i] + strings.ToValidUTF8(strings.Map(cleanRune, s[i:]), "\uFFFD")
		}
	}
	return s
}

// cleanRune is Clean for one rune; negative if it goes.
func cleanRune(r rune) rune {
	switch {
	case r >= ' ' && r < 0x7F:
		return r
	case r == '\t' || r == '\n' || r == '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029':
		return ' '
	case unicode.Is(unicode.Cc, r):
		return utf8.RuneError
	case r == '\u200C' || r == '\u200D': // joiners: they belong to the spelling of Persian, Hindi ...
		return r
	case r == '\u00AD' || unicode.Is(unicode.Cf, r):
		return -1
	}
	return r
}

// columns returns how many columns of a terminal r takes: 0 for combining
// marks and joiners, 2 for wide East Asian characters and emoji.
func runeColumns(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
