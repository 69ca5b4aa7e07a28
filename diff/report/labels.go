package report

import (
	"strconv"
	"strings"

	"wirediff/diff/text"
)

// number gives every line of text its label: the numbers of the base's
// sentences in it ("4", "2–3"), or the number before it and a letter ("3a");
// without a base, plain numbers.
func (l *layout) number() {
	if l.r.Base < 0 {
		n := 0
		for i := range l.lines {
			if ln := &l.lines[i]; ln.unit != none && ln.filled() {
				n++
				ln.label = strconv.Itoa(n)
			}
		}
		return
	}
	num := numbers(l.r.Versions[l.r.Base])
	last, letter := int32(0), 0
	for i := range l.lines {
		ln := &l.lines[i]
		if ln.unit == none || !ln.filled() {
			continue
		}
		if s := l.sentences(int32(i), l.r.Base); len(s) > 0 {
			last, letter = num[s[len(s)-1]], 0
			ln.label = span(s, num)
			continue
		}
		ln.label = strconv.Itoa(int(last)) + letters(letter)
		letter++
	}
}

// numbers returns, by sentence of a story, the number that readers see: from
// 1 over the counted sentences, 0 for furniture.
func numbers(story *text.Story) []int32 {
	s := story.Sentences
	num, n := make([]int32, len(s)), int32(0)
	for i := range s {
		if s[i].Role.Counted() {
			n++
			num[i] = n
		}
	}
	return num
}

// span prints the numbers of sentences: "4", "2–3", "2, 5", "2–3, 7".
func span(sentences []int32, num []int32) string {
	var b strings.Builder
	from, to := int32(0), int32(0)
	flush := func() {
		if from == 0 {
			return
		}
		if b.Len() > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strconv.Itoa(int(from)))
		if to > from {
			b.WriteString("–" + strconv.Itoa(int(to)))
		}
	}
	for _, s := range sentences {
		switch n := num[s]; {
		case n == 0: // furniture inside
		case from > 0 && n == to+1:
			to = n
		default:
			flush()
			from, to = n, n
		}
	}
	flush()
	return b.String()
}

// plus prints the numbers of merged sentences: "2 + 3", from four on "2–5".
func plus(sentences []int32, num []int32) string {
	if len(sentences) > 3 {
		return span(sentences, num)
	}
	parts := make([]string, len(sentences))
	for i, s := range sentences {
		parts[i] = strconv.Itoa(int(num[s]))
	}
	return strings.Join(parts, " + ")
}

// letters returns "a" to "z", "aa", "ab" ... for 0, 1 ...
func letters(n int) string {
	if n < 26 {
		return string(rune('a' + n))
	}
	return letters(n/26-1) + string(rune('a'+n%26))
}
