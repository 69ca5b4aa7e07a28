package text

import (
	"unicode"
	"unicode/utf8"
)

// kind of an ASCII byte for the tokenizer.
const (
	charSpace = iota
	charLetter
	charDigit
	charSymbol
	charPunct
)

// asciiChar classifies the bytes below 0x80.
var asciiChar = func() (t [utf8.RuneSelf]uint8) {
	for b := range t {
		switch r := rune(b); {
		case asciiSpace(byte(b)):
			t[b] = charSpace
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			t[b] = charLetter
		case r >= '0' && r <= '9':
			t[b] = charDigit
		case isSymbol(r):
			t[b] = charSymbol
		default:
			t[b] = charPunct
		}
	}
	return
}()

// asciiLower holds the letters of ASCII in lower case, 0 for other bytes.
var asciiLower = func() (t [256]byte) {
	for b := byte('a'); b <= 'z'; b++ {
		t[b], t[b-'a'+'A'] = b, b
	}
	return
}()

// isSymbol reports whether a mark carries meaning and is compared: currency,
// per cent, question and exclamation marks, arithmetic, emoji.
func isSymbol(r rune) bool {
	switch r {
	case '?', '!', '%', '&', '@', '#', '§', '？', '！', '％', '＆', '؟', '‰', '；':
		return r != '；'
	case '|', '~', '<', '>', '^', '`', '´', '¨', '™', '®', '©', '\ufffd', '−':
		return false
	}
	return unicode.In(r, unicode.Sc, unicode.Sm, unicode.So)
}

// classify is asciiChar for any rune; narrow marks (combining) count as letters.
func classify(r rune) int {
	switch {
	case r < utf8.RuneSelf:
		return int(asciiChar[r])
	case unicode.IsLetter(r) || unicode.IsMark(r) || foldRune(r) < 0:
		return charLetter
	case unicode.IsSpace(r):
		return charSpace
	case unicode.IsDigit(r) || unicode.IsNumber(r):
		return charDigit
	case isSymbol(r):
		return charSymbol
	}
	return charPunct
}

// tokenize appends the tokens of body[sp] to toks. Tokens are in order and do
// not overlap; only white space stands between them.
func tokenize(toks []Token, body string, sp Span) []Token {
	s := body[:sp.End]
	for i := int(sp.Start); i < len(s); {
		kind, n := charSpace, 1
		b := s[i]
		if asciiLower[b] != 0 {
			if j, h := plainWord(s, i); j == len(s) || s[j] == ' ' || s[j] == ',' { // most words
				toks = append(toks, Token{Span{int32(i), int32(j)}, Word, loud(h)})
				i = j
				continue
			}
		}
		if b < utf8.RuneSelf {
			kind = int(asciiChar[b])
		} else {
			var r rune
			r, n = utf8.DecodeRuneInString(s[i:])
			if kind = classify(r); kind == charLetter && scriptio(r) {
				i, toks = ideograph(toks, s, i)
				continue
			}
		}
		switch kind {
		case charSpace:
			i += n
			continue
		case charLetter, charDigit:
			i, toks = word(toks, s, i, kind)
			continue
		}
		t := Token{Span: Span{int32(i), int32(i + n)}, Kind: Punct}
		switch {
		case kind == charSymbol:
			n = symbolEnd(s, i+n) - i
			t.Span.End, t.Kind, t.Key = int32(i+n), Symbol, Key(s[i:i+n])
		case (b == '-' || b == 0xe2) && isSign(s, i, int(sp.Start), n):
			i, toks = word(toks, s, i, charDigit)
			continue
		}
		toks = append(toks, t)
		i += n
	}
	return toks
}

// symbolEnd takes in the marks and joiners after a symbol, so that an emoji of
// several runes is one token.
func symbolEnd(s string, j int) int {
	for j < len(s) && s[j] >= utf8.RuneSelf {
		r, n := utf8.DecodeRuneInString(s[j:])
		switch {
		case unicode.IsMark(r), r >= 0x1f3fb && r <= 0x1f3ff: // tones of skin
			j += n
		case r == 0x200d:
			j += n
			if _, m := utf8.DecodeRuneInString(s[j:]); j < len(s) {
				j += m
			}
		default:
			return j
		}
	}
	return j
}

// plainWord hashes the letters of ASCII from i on and returns where they end.
func plainWord(s string, i int) (int, uint64) {
	h := uint64(fnvBasis)
	for ; i < len(s); i++ {
		c := asciiLower[s[i]]
		if c == 0 {
			break
		}
		h = (h ^ uint64(c)) * fnvPrime
	}
	return i, h
}

// isSign reports whether the dash at i is the sign of a number: "-5".
func isSign(s string, i, start, n int) bool {
	if r, _ := utf8.DecodeRuneInString(s[i:]); r != '-' && r != '−' {
		return false
	}
	if i+n >= len(s) || s[i+n]-'0' >= 10 {
		return false
	}
	return i == start || asciiSpace(s[i-1]) || s[i-1] == '('
}

// word appends the word or number that begins at i and returns where it ends.
func word(toks []Token, s string, i, first int) (int, []Token) {
	j, kind, plain, h := scanWord(s, i, first)
	if plain {
		h = loud(h)
	} else {
		h = foldedKey(s[i:j])
	}
	if h == fnvBasis { // nothing but signs without width
		return j, append(toks, Token{Span{int32(i), int32(j)}, Punct, 0})
	}
	return j, append(toks, Token{Span{int32(i), int32(j)}, kind, h})
}

// scanWord finds the end of a word and hashes it on the way while it is ASCII.
func scanWord(s string, i, first int) (j int, kind TokenKind, plain bool, h uint64) {
	kind, plain, h = Word, true, fnvBasis
	if first == charDigit {
		kind = Number
	}
	for j = i; j < len(s); {
		b := s[j]
		if b >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[j:])
			c := classify(r)
			if c != charLetter && c != charDigit || scriptio(r) {
				if j == i && first == charDigit || (r == '’' || isGroupSpace(r)) && innerMark(s, i, j, n) {
					plain = false
					j += n
					continue
				}
				break
			}
			if c == charLetter {
				kind = Word
			}
			plain = false
			j += n
			continue
		}
		switch asciiChar[b] {
		case charLetter:
			kind = Word
			if b-'A' < 26 {
				b |= 0x20
			}
		case charDigit:
		default:
			if j > i && !innerMark(s, i, j, 1) || j == i && first != charDigit {
				return
			}
		}
		h = (h ^ uint64(b)) * fnvPrime
		j++
	}
	return
}

// isGroupSpace reports whether r is a blank that groups digits: "1 500".
func isGroupSpace(r rune) bool { return r == '\u00a0' || r == '\u202f' || r == '\u2009' }

// innerMark reports whether the mark of n bytes at j belongs to the word that
// began at i: an apostrophe before a letter or after one that ends in s, the
// full stops of "U.S." and "example.com", the separators of "1,500" and "10:15".
func innerMark(s string, i, j, n int) bool {
	before := s[j-1]
	var after byte
	if j+n < len(s) {
		after = s[j+n]
	}
	switch s[j] {
	case '\'':
		return isLetterByte(before) && isLetterByte(after)
	case ',', ':':
		return before-'0' < 10 && after-'0' < 10
	case '.':
		if before-'0' < 10 {
			return after-'0' < 10
		}
		return dotted(s, i, j) || isLetterByte(before) && after-'a' < 26
	case 0xe2, 0xc2:
		if r, _ := utf8.DecodeRuneInString(s[j:]); r == '’' {
			return isLetterByte(before) && isLetterByte(after)
		}
		return before-'0' < 10 && digitsAhead(s, j+n) == 3
	}
	return false
}

// isLetterByte reports whether b is a letter or part of a rune outside ASCII.
func isLetterByte(b byte) bool { return b|0x20-'a' < 26 && b|0x20 >= 'a' || b >= utf8.RuneSelf }

// digitsAhead counts the digits at s[i:], up to four.
func digitsAhead(s string, i int) int {
	n := 0
	for i+n < len(s) && n < 4 && s[i+n]-'0' < 10 {
		n++
	}
	return n
}

// dotted reports whether the full stop at j follows single letters with full
// stops, and is itself not the first of them that stands before a blank:
// "U.S." takes both its stops, "A" of "plan A." does not.
func dotted(s string, i, j int) bool {
	if j-i > maxWord {
		return false
	}
	for k := i; k < j; {
		_, n := utf8.DecodeRuneInString(s[k:])
		k += n
		if k < j {
			if s[k] != '.' {
				return false
			}
			k++
		}
	}
	if j+1 < len(s) && isLetterByte(s[j+1]) {
		_, n := utf8.DecodeRuneInString(s[j+1:])
		return j+1+n < len(s) && s[j+1+n] == '.'
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return i+n < j
}

// ideograph appends the token that begins at i in a script without blanks: a
// run of Katakana (names and loan words), else one character with the marks
// that combine with it, for Thai and Lao also the vowel written before it.
// Single characters rather than bigrams: tokens must not overlap, and an
// insertion must not shift the pairs behind it.
func ideograph(toks []Token, s string, i int) (int, []Token) {
	r, n := utf8.DecodeRuneInString(s[i:])
	j := i + n
	switch {
	case isKatakana(r):
		for j < len(s) {
			next, m := utf8.DecodeRuneInString(s[j:])
			if !isKatakana(next) {
				break
			}
			j += m
		}
	default:
		lead := unicode.Is(unicode.Logical_Order_Exception, r)
		for j < len(s) {
			next, m := utf8.DecodeRuneInString(s[j:])
			if !unicode.IsMark(next) && !lead && foldRune(next) >= 0 && !trailingVowel(next) {
				break
			}
			lead = lead && !scriptio(next)
			j += m
		}
	}
	return j, append(toks, Token{Span{int32(i), int32(j)}, Word, Key(s[i:j])})
}

// isKatakana includes the mark of length.
func isKatakana(r rune) bool { return r == 'ー' || unicode.Is(unicode.Katakana, r) }

// trailingVowel are the Thai and Lao vowels that are letters to Unicode and
// stand behind their consonant.
func trailingVowel(r rune) bool {
	switch r {
	case 'ะ', 'า', 'ำ', 'ๅ', 'ະ', 'າ', 'ຳ':
		return true
	}
	return false
}

// Tokens returns the tokens of s, a phrase or a sentence. They are in order,
// do not overlap, and leave out nothing but white space. Linear in s.
func Tokens(s string) []Token {
	return AppendTokens(nil, s)
}

// AppendTokens appends the tokens of s to dst, for a caller with many short phrases.
func AppendTokens(dst []Token, s string) []Token {
	return tokenize(dst, s, Span{0, int32(len(s))})
}
