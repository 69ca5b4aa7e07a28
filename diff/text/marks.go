package text

import (
	"unicode"
	"unicode/utf8"
)

// isQuote reports whether r is a quotation mark of any language. Which side it
// stands on is told by its neighbours, never by the code point: “ opens in
// English and closes in German.
func isQuote(r rune) bool {
	switch r {
	case '"', '\'', '`', '´', '«', '»', '‹', '›', '‘', '’', '‚', '‛', '“', '”', '„', '‟', '「', '」', '『', '』', '〈', '〉', '《', '》', '＂', '＇', '｢', '｣', '〝', '〞', '〟', '″', '′':
		return true
	}
	return false
}

// isCloseBracket and isOpenBracket know the brackets that are no quotation marks.
func isCloseBracket(r rune) bool {
	switch r {
	case ')', ']', '}', '）', '］', '】', '〕', '｝':
		return true
	}
	return false
}

func isOpenBracket(r rune) bool {
	switch r {
	case '(', '[', '{', '（', '［', '【', '〔', '｛':
		return true
	}
	return false
}

// isDash reports whether r is a hyphen or a dash.
func isDash(r rune) bool {
	switch r {
	case '-', '‐', '‑', '‒', '–', '—', '―', '−', '⸺', '﹣', '－':
		return true
	}
	return false
}

// isBullet reports whether r opens an item of a list.
func isBullet(r rune) bool {
	switch r {
	case '•', '⁃', '‣', '▪', '●', '◦', '■', '►', '▶', '·', '*', '–', '-', '—', '○', '◆', '★', '➤', '・':
		return true
	}
	return false
}

// scriptio reports whether r belongs to a script that is written without
// blanks between words: a sentence ends there without one, too.
func scriptio(r rune) bool {
	if r < 0x0e00 {
		return false
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer,
		unicode.Myanmar) || r == 'ー' || r == '々'
}

// asciiSpace is white space below 0x80.
func asciiSpace(b byte) bool { return b == ' ' || b-'\t' < 5 }

// spaceAt returns the length of the white space rune at p[i:], 0 if there is none.
func spaceAt(p string, i int) int {
	if b := p[i]; b < utf8.RuneSelf {
		if asciiSpace(b) {
			return 1
		}
		return 0
	}
	if r, n := utf8.DecodeRuneInString(p[i:]); unicode.IsSpace(r) {
		return n
	}
	return 0
}

// skipSpace returns the index of the first byte at or after i that is not white space.
func skipSpace(p string, i int) int {
	for i < len(p) {
		n := spaceAt(p, i)
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// trimSpan narrows the span [from, to) of p to exclude white space at its ends.
func trimSpan(p string, from, to int) (int, int) {
	from = skipSpace(p[:to], from)
	for to > from {
		r, n := utf8.DecodeLastRuneInString(p[from:to])
		if !unicode.IsSpace(r) {
			break
		}
		to -= n
	}
	return from, to
}
