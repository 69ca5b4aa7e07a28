package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// following is what stands after a stop, openers skipped.
type following struct {
	first   rune   // first rune that is no opener
	word    string // the word it begins, "" if it begins none
	at      int    // where it stands
	quoted  bool   // a quotation mark stands before it
	dash    bool   // a dash stands before it
	bracket bool   // an opening bracket stands before it
}

// hasWord reports whether s holds a letter or digit: marks alone are no sentence.
func hasWord(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

// follow reads what stands at p[i:].
func follow(p string, i int) following {
	var n following
	for limit := min(len(p), i+maxScan); i < limit; {
		r, size := utf8.DecodeRuneInString(p[i:])
		switch {
		case isQuote(r):
			n.quoted = true
		case isOpenBracket(r):
			n.bracket = true
		case isDash(r) || isBullet(r):
			n.dash = true
		case i > 0 && emoticon(p, i) > 0:
			size = emoticon(p, i)
		case r == '¿' || r == '¡' || r == '\u202a' || r == '\u202b' || r == '\u202c' || r == '.' || r == '…' || unicode.IsSpace(r):
		default:
			n.first, n.at = r, i
			n.word = wordAt(p, i)
			return n
		}
		i += size
	}
	return n
}

// wordAt returns the word that begins at p[i:]: letters, digits, marks, inner
// apostrophes and inner full stops.
func wordAt(p string, i int) string {
	k := i
	p = p[:min(len(p), i+maxScan)]
	for k < len(p) {
		r, n := utf8.DecodeRuneInString(p[k:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			inner := r == '\'' || r == '’' || r == '.'
			if !inner || k+n == len(p) {
				break
			}
			if next, _ := utf8.DecodeRuneInString(p[k+n:]); !unicode.IsLetter(next) {
				break
			}
		}
		k += n
	}
	return p[i:k]
}

// wordBefore returns the word that ends at p[:i], back to white space, an
// opener, a dash or a slash; inner full stops belong to it.
func wordBefore(p string, i int) string {
	k, least := i, max(0, i-maxScan)
	for k > least {
		r, n := utf8.DecodeLastRuneInString(p[:k])
		if unicode.IsSpace(r) || isOpenBracket(r) || isDash(r) || r == '/' || r == ',' || isQuote(r) && r != '’' && r != '\'' {
			break
		}
		k -= n
	}
	return strings.TrimLeft(p[k:i], "'’")
}

// camel reports whether w is a name such as iPhone: lower case, then a capital.
func camel(w string) bool {
	_, n := utf8.DecodeRuneInString(w)
	second, _ := utf8.DecodeRuneInString(w[n:])
	return unicode.IsUpper(second)
}

// isInitial reports whether w is a single letter with a capital: "J".
func isInitial(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return n > 0 && n == len(w) && unicode.IsUpper(r)
}

// isAcronym reports whether w is letters with a full stop after each: "U.N.H.C.R".
func isAcronym(w string) bool {
	if strings.IndexByte(w, '.') < 0 {
		return false
	}
	for piece := range strings.SplitSeq(w, ".") {
		if utf8.RuneCountInString(piece) != 1 {
			return false
		}
		if r, _ := utf8.DecodeRuneInString(piece); !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// isNumeral reports whether w is a number in digits or Roman letters.
func isNumeral(w string) bool {
	return w != "" && (strings.Trim(w, "0123456789") == "" || strings.Trim(w, "IVX") == "" && len(w) > 1)
}

// hasVowel reports whether w may be a whole word rather than an abbreviation.
func hasVowel(w string) bool { return strings.ContainsAny(w, "aeiouyAEIOUY0123456789") || !isASCII(w) }

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// countWords counts words apart by white space, up to most.
func countWords(s string, most int) int {
	n := 0
	for range strings.FieldsSeq(s) {
		if n++; n == most {
			break
		}
	}
	return n
}
