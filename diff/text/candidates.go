package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stop is a place where a sentence may end: a run of marks, the closing
// quotation marks and brackets behind it, and where the text goes on.
//
//	… the crowd cheered.”   “We are ready
//	                   |||  |
//	                mark|end next
//	                  close
//
// Offsets are bytes of the paragraph.
type stop struct {
	mark, close, end, next int
	last                   rune // the last mark
	dots                   int  // full stops in the run; an ellipsis counts three
	wide                   bool // a mark of a script without blanks
}

// extraStop are the marks that end a sentence in some languages only, before
// a word that often opens one: rules.stops says which.
const extraStop = ":;"

// mayStop are the first bytes of all marks that can end a sentence.
var mayStop = func() (t [256]bool) {
	for _, r := range ".!?…。！？．｡؟۔।॥։።။៕։‼⁇⁈⁉♪" + extraStop {
		t[string(r)[0]] = true
	}
	return
}()

// markAt returns the mark that stands at p[i:] and its length, 0 if none does.
func markAt(p string, i int) (rune, int) {
	if !mayStop[p[i]] {
		return 0, 0
	}
	if b := p[i]; b < utf8.RuneSelf {
		if b == ':' || b == ';' {
			return 0, 0
		}
		return rune(b), 1
	}
	r, n := utf8.DecodeRuneInString(p[i:])
	switch r {
	case '…', '。', '！', '？', '．', '｡', '؟', '۔', '।', '॥', '։', '።', '။', '៕', '‼', '⁇', '⁈', '⁉', '♪':
		return r, n
	case '：':
		if follows(p[:i]) {
			return r, n
		}
	}
	return 0, 0
}

// follows reports whether s ends in "as follows", behind which a Chinese or
// Japanese colon ends a sentence: what comes stands by itself.
func follows(s string) bool {
	return strings.HasSuffix(s, "如下") || strings.HasSuffix(s, "以下の通り")
}

// smiley is what stop.last holds for a smiley.
const smiley = '☺'

// emoticon returns the length of a smiley such as ":-)" at i, 0 if there is none.
// Writers of readers' letters end sentences with them.
func emoticon(p string, i int) int {
	if p[i] != ':' && p[i] != ';' {
		return 0
	}
	j := i + 1
	if j < len(p) && p[j] == '-' {
		j++
	}
	if j < len(p) && strings.IndexByte(")(DPp", p[j]) >= 0 && (j+1 == len(p) || !isLetterByte(p[j+1])) {
		return j + 1 - i
	}
	return 0
}

// wideMark reports whether the mark ends a sentence without a blank after it.
func wideMark(r rune) bool {
	switch r {
	case '。', '！', '？', '．', '｡', '॥', '።', '။', '៕', '♪', '：':
		return true
	}
	return false
}

// candidates is the first pass: every place of the paragraph p where a
// sentence may end, in order, appended to buf. It knows marks and closers and
// nothing of words. Linear in p.
func candidates(p string, buf []stop) []stop {
	for i := 0; i < len(p); {
		if !mayStop[p[i]] {
			i++
			continue
		}
		if n := emoticon(p, i); n > 0 && i > 0 && spaceAt(p, i-1) > 0 && i+n < len(p) && spaceAt(p, i+n) > 0 {
			buf = append(buf, stop{mark: i, close: i + n, end: i + n, next: skipSpace(p, i+n), last: smiley})
			i += n
			continue
		}
		if p[i] == ':' || p[i] == ';' {
			if next := skipSpace(p, i+1); next > i+1 {
				buf = append(buf, stop{mark: i, close: i + 1, end: i + 1, next: next, last: rune(p[i])})
			}
			i++
			continue
		}
		r, n := markAt(p, i)
		if n == 0 || r == '．' && betweenDigits(p, i, i+n) {
			i++
			continue
		}
		s := stop{mark: i, last: r, wide: wideMark(r)}
		s.close = s.marks(p, i)
		s.end = closers(p, s.close)
		s.next = skipSpace(p, s.end)
		if s.next > s.end || s.wide || gapless(p, s) {
			buf = append(buf, s)
		}
		i = s.end
	}
	return buf
}

// marks extends the run of marks from i and returns where it ends: "?!",
// "...", and the spaced ". . ." of a typewriter, of which the first dot stays
// alone when it is a word's full stop and three more follow ("end. . . . He").
func (s *stop) marks(p string, i int) int {
	if i > 0 && !asciiSpace(p[i-1]) && strings.HasPrefix(p[i:], ". . . .") {
		s.dots = 1
		return i + 1
	}
	for i < len(p) {
		r, n := markAt(p, i)
		if n == 0 {
			k := skipSpace(p, i)
			if k > i && k < len(p) && (p[k] == '.' || p[k] == '!' || p[k] == '?') && spacedMark(p, k) {
				i = k
				continue
			}
			break
		}
		if s.wide && r == '.' {
			break
		}
		if r == '.' {
			s.dots++
		} else if r == '…' {
			s.dots += 3
		} else {
			s.last = r
		}
		s.wide = s.wide || wideMark(r)
		i += n
	}
	return i
}

// spacedMark reports whether the mark at i stands alone, as in ". . ." and the
// French "... !", and not at the head of a word such as ".com" or "...and".
func spacedMark(p string, i int) bool {
	j := i + 1
	if j == len(p) || spaceAt(p, j) > 0 || p[j] == p[i] && p[i] != '.' {
		return true
	}
	r, _ := utf8.DecodeRuneInString(p[j:])
	return isQuote(r) || isCloseBracket(r)
}

// closers returns where the quotation marks and brackets after a mark end. A
// mark that stands free on both sides, or the French » after a blank, closes too.
// A footnote such as [17] goes with the sentence before.
func closers(p string, i int) int {
	from := i
	for i < len(p) {
		r, n := utf8.DecodeRuneInString(p[i:])
		if isCloseBracket(r) || isQuote(r) && !opensWord(p, r, i+n) {
			i += n
			continue
		}
		if m := footnote(p, i); m > 0 {
			i += m
			continue
		}
		if p[i] == '.' && i > from && p[i-1] != '.' && !isDigitAt(p, i+1) {
			i++ // a full stop outside: “Will he go?”.
			continue
		}
		j := skipSpace(p, i)
		if j == i || j == len(p) {
			break
		}
		r, n = utf8.DecodeRuneInString(p[j:])
		free := j+n == len(p) || spaceAt(p, j+n) > 0 || p[j+n] == '.'
		if free && freeCloser(p, j, r) || r == ')' {
			i = j + n
			continue
		}
		if m := footnote(p, j) + emoticon(p, j); m > 0 {
			i = j + m
			continue
		}
		break
	}
	return i
}

// isDigitAt reports whether an ASCII digit stands at i.
func isDigitAt(p string, i int) bool { return i < len(p) && p[i]-'0' < 10 }

// parityBack is how far back the quotation marks are counted to tell whether a
// free one opens or closes.
const parityBack = 1000

// freeCloser reports whether the mark r at j, with blanks on both sides,
// closes: French « opens and » closes, a straight one closes if one is open.
func freeCloser(p string, j int, r rune) bool {
	switch r {
	case '«', '“', '„', '‘', '‹', '`':
		return false
	case '"', '\'':
		return strings.Count(p[max(0, j-parityBack):j], string(r))%2 == 1
	}
	return isQuote(r) || isCloseBracket(r)
}

// opensWord reports whether the quotation mark r before p[i:] is one that
// opens, and stands close to a word: “I am sorry”. Chinese and Japanese marks tell by
// themselves.
func opensWord(p string, r rune, i int) bool {
	switch r {
	case '「', '『', '《', '〈', '｢', '〝':
		return true
	case '“', '‘', '„', '‚', '«':
		next, _ := utf8.DecodeRuneInString(p[i:])
		return unicode.IsLetter(next) || unicode.IsDigit(next)
	}
	return false
}

// betweenDigits reports whether p[i:j] stands between digits: ３．２９.
func betweenDigits(p string, i, j int) bool {
	before, _ := utf8.DecodeLastRuneInString(p[:i])
	after, _ := utf8.DecodeRuneInString(p[j:])
	return unicode.IsDigit(before) && unicode.IsDigit(after)
}

// footnote returns the length of a reference such as "[17]" at i, or 0.
func footnote(p string, i int) int {
	if p[i] != '[' {
		return 0
	}
	j := i + 1
	for j < len(p) && p[j]-'0' < 10 {
		j++
	}
	if j == i+1 || j-i > 4 || j == len(p) || p[j] != ']' {
		return 0
	}
	return j + 1 - i
}

// gapless reports whether a mark without white space after it may end a
// sentence all the same: in a script without blanks, or where a writer forgot
// the blank between a word and a capitalised word ("end.The").
func gapless(p string, s stop) bool {
	if s.end == len(p) {
		return false
	}
	next, n := utf8.DecodeRuneInString(p[s.end:])
	if opensWord(p, next, s.end+n) {
		return true
	}
	if scriptio(next) {
		before, _ := utf8.DecodeLastRuneInString(p[:s.mark])
		return s.last != '.' || scriptio(before)
	}
	if !unicode.IsUpper(next) || s.end+n == len(p) {
		return false
	}
	after := s.end + len(wordAt(p, s.end))
	if after+1 < len(p) && p[after] == '.' {
		after++ // an abbreviation
	}
	if after < len(p) && !asciiSpace(p[after]) && p[after] != ',' {
		return false // Jane.Doe@example.com
	}
	second, _ := utf8.DecodeRuneInString(p[s.end+n:])
	before, m := utf8.DecodeLastRuneInString(p[:s.mark])
	third, _ := utf8.DecodeLastRuneInString(p[:s.mark-m])
	word := unicode.IsLower(before) && unicode.IsLower(third) || unicode.IsDigit(before) && unicode.IsDigit(third)
	return (unicode.IsLower(second) || unicode.IsUpper(second) && s.close-s.mark > 1) && (word || s.end > s.close)
}
