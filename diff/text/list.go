package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// listItem is the mark of an item in a list that runs on in one line:
// "1.) The first item 2.) The second item", "• 9. One • 10. Two", "a. One b. Two".
type listItem struct {
	bullet rune // 0 if there is none
	number int  // 9; letters count from 1
	letter bool
	tail   string // ".", ")" or ".)"
	blank  bool   // white space between bullet and number
}

// itemAt reads the mark of an item at p[i:]; ok is false if there is none.
func itemAt(p string, i int) (it listItem, end int, ok bool) {
	if r, n := utf8.DecodeRuneInString(p[i:]); isBullet(r) {
		it.bullet = r
		i += n
		if k := skipSpace(p, i); k > i {
			it.blank = true
			i = k
		}
	}
	k := i
	for k < len(p) && k-i < 4 && p[k]-'0' < 10 {
		it.number = it.number*10 + int(p[k]-'0')
		k++
	}
	if k == i && k < len(p) && p[k]-'a' < 26 {
		it.number, it.letter = int(p[k]-'a')+1, true
		k++
	}
	from := k
	for k < len(p) && k-from < 2 && (p[k] == '.' && k == from || p[k] == ')') {
		k++
	}
	it.tail = p[from:k]
	ok = k > from && from > i && k < len(p) && spaceAt(p, k) > 0
	return it, k, ok
}

// next returns the mark that the following item of the list would have.
func (it listItem) next() listItem {
	it.number++
	return it
}

// listBreaks returns where the items of a list in one line begin, the first
// left out, appended to buf; nothing if p is no such list.
func listBreaks(p string, buf []int) []int {
	it, k, ok := itemAt(p, 0)
	if !ok {
		return buf
	}
	for k < len(p) {
		n := spaceAt(p, k)
		if n == 0 {
			_, size := utf8.DecodeRuneInString(p[k:])
			k += size
			continue
		}
		k += n
		if got, end, ok := maybeItem(p, k); ok && got == it.next() {
			buf = append(buf, k)
			it, k = got, end
		}
	}
	return buf
}

// maybeItem is itemAt, with a quick look first.
func maybeItem(p string, k int) (listItem, int, bool) {
	if k >= len(p) {
		return listItem{}, k, false
	}
	if b := p[k]; b < utf8.RuneSelf && !unicode.IsDigit(rune(b)) && unicode.IsUpper(rune(b)) {
		return listItem{}, k, false
	}
	return itemAt(p, k)
}

// splitBreaks returns where a blank stands before one of the words, appended to
// buf: in Thai, which has no full stop, such words open a sentence.
func splitBreaks(p string, words []string, buf []int) []int {
	for i := 0; i < len(p); {
		k := skipSpace(p, i)
		if k > i && i > 0 {
			for _, w := range words {
				if strings.HasPrefix(p[k:], w) {
					buf = append(buf, k)
					break
				}
			}
		}
		if k == i {
			_, n := utf8.DecodeRuneInString(p[i:])
			k += n
		}
		i = k
	}
	return buf
}
