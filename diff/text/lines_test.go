package text_test

import (
	"strings"
	"testing"

	"wirediff/diff/text"
)

// wrap breaks text as a writer of mail does.
func wrap(s string, width int) string {
	var b strings.Builder
	col := 0
	for w := range strings.FieldsSeq(s) {
		if col > 0 && col+1+len(w) > width {
			b.WriteByte('\n')
			col = 0
		} else if col > 0 {
			b.WriteByte(' ')
			col++
		}
		b.WriteString(w)
		col += len(w)
	}
	return b.String()
}

func TestParagraphs(t *testing.T) {
	one := "The council of the old harbour town met on Monday and spoke for many hours about the ferry to the islands. Nobody was content."
	two := "Its mayor, who had come late, left before the vote. He gave no reason and took no questions from the few reporters outside the hall."
	for _, c := range []struct {
		name, body string
		want       int
	}{
		{"blank lines", one + "\n\n" + two, 2},
		{"one line a paragraph", one + "\n" + two, 2},
		{"one line a paragraph, CR LF", one + "\r\n" + two + "\r\n", 2},
		{"old Macintosh", one + "\r" + two, 2},
		{"wrapped at 60", wrap(one, 60) + "\n\n" + wrap(two, 60), 2},
		{"wrapped at 72, no blank lines", wrap(one+" "+one, 72) + "\n" + wrap(two+" "+two, 72), 2},
		{"list", "Key points:\n- Five people died\n- The mayor resigned\n- A vote was called", 4},
		{"short lines", "features\ncontact manager\nevents, activities", 3},
		{"cut in the middle", "This is a sentence\ncut off in the middle because of a page.", 1},
		{"heading and text", "Council meets\n" + one, 2},
	} {
		if got := len(text.Segment(text.Source{Body: c.body}).Paragraphs); got != c.want {
			t.Errorf("%s: %d paragraphs, want %d", c.name, got, c.want)
		}
	}
}
