package text

import (
	"encoding/binary"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// maxWrap is the widest column that is taken for hard-wrapped text: mail
	// wraps at 72 to 78, wires at 60 to 100. Longer lines are paragraphs.
	maxWrap = 120
	// minWrap is the narrowest such column: below it stand lists and verse.
	minWrap = 25
	// fullShare of the line breaks inside a block must be where a writer of
	// the text's width had to break, for the text to count as hard-wrapped.
	fullShare = 0.6
	// widthRank: the width of the text is that of its line at this rank, so
	// that a long address in one line does not set it.
	widthRank = 0.95
)

// line is a line of the body that is not blank, without the white space around it.
type line struct {
	start, end int
	first      bool // a blank line, or the start of a block, stands before it
	block      int  // index into Source.Blocks, -1 outside
	width      int  // in columns, counted up to 4*maxWrap
}

// units cuts the body into paragraphs: runs of lines that belong together,
// each with its block's index.
func units(src Source) []Block {
	lines := linesOf(src)
	width := wrapWidth(src.Body, lines)
	var out []Block
	for i := 0; i < len(lines); {
		k := i + 1
		for k < len(lines) && !lines[k].first && joinsLines(src.Body, lines[i], lines[k-1], lines[k], width) {
			k++
		}
		role := RoleAuto
		if b := lines[i].block; b >= 0 {
			role = src.Blocks[b].Role
		}
		out = append(out, Block{Span{int32(lines[i].start), int32(lines[k-1].end)}, role})
		i = k
	}
	return out
}

// linesOf lists the lines of the body, each block apart.
func linesOf(src Source) []line {
	lines := make([]line, 0, len(src.Body)/200+8)
	pos := 0
	for i, b := range src.Blocks {
		from, to := max(int(b.Start), pos), min(int(b.End), len(src.Body))
		if from >= to {
			continue
		}
		lines = appendLines(lines, src.Body, pos, from, -1)
		lines = appendLines(lines, src.Body, from, to, i)
		pos = to
	}
	return appendLines(lines, src.Body, pos, len(src.Body), -1)
}

// appendLines appends the lines of body[from:to].
func appendLines(lines []line, body string, from, to, block int) []line {
	first := true
	plain := onlyLF(body[from:to])
	for from < to {
		end, next := to, to
		if !plain {
			end, next = lineEnd(body[:to], from)
		} else if k := strings.IndexByte(body[from:to], '\n'); k >= 0 {
			end, next = from+k, from+k+1
		}
		if s, e := trimSpan(body, from, end); s < e {
			lines = append(lines, line{s, e, first, block, columns(body[s:e])})
			first = false
		} else if next-from > 0 {
			first = true
		}
		from = next
	}
	return lines
}

// onlyLF reports whether no line of s ends in anything but LF: the usual case,
// which a fast search serves.
func onlyLF(s string) bool {
	for _, b := range [...]byte{'\r', '\f', '\v'} {
		if strings.IndexByte(s, b) >= 0 {
			return false
		}
	}
	return !strings.Contains(s, "\u0085") && !strings.Contains(s, "\u2028") && !strings.Contains(s, "\u2029")
}

// lineEnd returns where the line from i ends and where the next one begins:
// after LF, CR LF, CR, form feed, vertical tab, U+0085, U+2028 or U+2029.
func lineEnd(s string, i int) (end, next int) {
	for ; i < len(s); i++ {
		switch s[i] {
		case '\n', '\f', '\v':
			return i, i + 1
		case '\r':
			if i+1 < len(s) && s[i+1] == '\n' {
				return i, i + 2
			}
			return i, i + 1
		case 0xc2:
			if strings.HasPrefix(s[i:], "\u0085") {
				return i, i + 2
			}
		case 0xe2:
			if strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029") {
				return i, i + 3
			}
		}
	}
	return len(s), len(s)
}

// columns counts the columns of a line, two for a rune of a script without
// blanks. Lines far beyond maxWrap are not counted to the end.
func columns(s string) int {
	if len(s) > 4*maxWrap {
		return 4 * maxWrap
	}
	n := len(s)
	for i := asciiPrefix(s); i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if n -= size - 1; scriptio(r) {
			n++
		}
		i += size
	}
	return n
}

// asciiPrefix returns how many bytes at the head of s are surely ASCII, eight at a time.
func asciiPrefix(s string) int {
	i := 0
	for ; i+8 <= len(s); i += 8 {
		if binary.LittleEndian.Uint64([]byte(s[i:i+8]))&0x8080808080808080 != 0 {
			break
		}
	}
	return i
}

// wrapWidth returns the width of hard-wrapped text, 0 if it is not wrapped.
//
// A writer that wraps breaks a line where the next word would not fit. So
// in wrapped text the first word of nearly every line that is not the first of
// its block would have passed the width at the end of the line before; in
// lists and one-line-per-paragraph text it would mostly have fitted.
func wrapWidth(body string, lines []line) int {
	widths := make([]int, 0, len(lines))
	for i := range lines {
		widths = append(widths, lines[i].width)
	}
	if len(widths) == 0 {
		return 0
	}
	slices.Sort(widths)
	width := widths[int(float64(len(widths)-1)*widthRank)]
	if width > maxWrap || width < minWrap {
		return 0
	}
	full, all := 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].first {
			continue
		}
		all++
		if isFull(body, lines[i-1], lines[i], width) {
			full++
		}
	}
	if all < 2 || float64(full) < fullShare*float64(all) {
		return 0
	}
	return width
}

// isFull reports whether the first word of next would not have fitted at the end of l.
func isFull(body string, l, next line, width int) bool {
	s := body[next.start:next.end]
	if r, _ := utf8.DecodeRuneInString(s); scriptio(r) {
		return l.width+4 > width // two more runes, so that no line begins with a stop
	}
	word := strings.IndexFunc(s, unicode.IsSpace)
	if word < 0 {
		word = len(s)
	}
	return l.width+1+columns(s[:word]) > width
}

// joinsLines reports whether next goes on with the text of l; head is the
// first line of the paragraph.
func joinsLines(body string, head, l, next line, width int) bool {
	s := body[next.start:next.end]
	r, _ := utf8.DecodeRuneInString(s)
	if isBullet(r) || !hasWord(s) || !hasWord(body[l.start:l.end]) {
		return false
	}
	if _, _, item := itemAt(s, 0); item {
		return false
	}
	if width > 0 && l.width <= width+maxWrap/8 && isFull(body, l, next, width) {
		return true
	}
	h, _ := utf8.DecodeRuneInString(body[head.start:])
	return unicode.IsLower(r) && !unicode.IsLower(h) && !endsLine(body[l.start:l.end])
}

// endsLine reports whether a line ends as a paragraph or the head of a list does.
func endsLine(s string) bool {
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		if !isQuote(r) && !isCloseBracket(r) {
			_, m := markAt(s, len(s)-n)
			return m > 0 || r == ':' || r == '：'
		}
		s = s[:len(s)-n]
	}
	return false
}
