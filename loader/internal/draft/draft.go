// Package draft is what every reader of a format fills in: the fields of a
// story and its blocks in order. Source turns it into the text.Source that
// the rest of the program works on.
package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wirediff/diff/text"
)

// Block is a stretch of a story that its file sets apart.
type Block struct {
	Role text.Role
	Text string // one line: white space collapsed, never empty
	Sure uint8  // that it is text of the story, in hundredths; 0: the file says so itself
}

// Draft is a story as a reader found it.
type Draft struct {
	text.Source         // the fields; Body and Blocks are made by Finish
	Parts       []Block // in reading order
}

// Add appends a block; white space is collapsed, empty text left out.
func (d *Draft) Add(role text.Role, s string) {
	if s = Collapse(s); s != "" {
		d.Parts = append(d.Parts, Block{Role: role, Text: s})
	}
}

// AddText appends plain text: one block a paragraph.
func (d *Draft) AddText(role text.Role, s string) {
	for _, p := range Paragraphs(s) {
		d.Add(role, p)
	}
}

// Size is the length of the text in bytes.
func (d *Draft) Size() int64 {
	n := len(d.Body)
	for _, b := range d.Parts {
		n += len(b.Text)
	}
	return int64(n)
}

// wordless is how long a text, in bytes, must be to be refused for holding no
// word: samples say "..." where a text would stand.
const wordless = 64 << 10

// Wordless reports whether the draft is a long text without a letter or a
// digit: a megabyte of brackets is no story, and dear to cut into sentences.
func (d *Draft) Wordless() bool {
	if d.Size() < wordless || strings.ContainsFunc(d.Body, isWordRune) {
		return false
	}
	return !slices.ContainsFunc(d.Parts, func(b Block) bool { return strings.ContainsFunc(b.Text, isWordRune) })
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// Empty reports whether no block is story text.
func (d *Draft) Empty() bool {
	for _, b := range d.Parts {
		if b.Role.Counted() || b.Role == text.RoleAuto {
			return false
		}
	}
	return d.Body == ""
}

// Finish returns the Source: the body is the blocks, a blank line between two.
// A draft that has a Body already (plain text) keeps it.
func (d Draft) Finish() text.Source {
	src := d.Source
	if src.Body != "" || len(d.Parts) == 0 {
		return src
	}
	var b strings.Builder
	src.Blocks = make([]text.Block, 0, len(d.Parts))
	for i, p := range d.Parts {
		if i > 0 {
			b.WriteString("\n\n")
		}
		from := int32(b.Len())
		b.WriteString(p.Text)
		src.Blocks = append(src.Blocks, text.Block{Span: text.Span{Start: from, End: int32(b.Len())}, Role: p.Role})
	}
	src.Body = b.String()
	if slices.ContainsFunc(d.Parts, func(p Block) bool { return p.Sure > 0 }) {
		for _, p := range d.Parts {
			src.Confidence = append(src.Confidence, p.Sure)
		}
	}
	return src
}

// Set fills field f with value from the given place unless it has a value.
func Set(f *text.Field, value, from string) {
	if value = Collapse(value); f.Value == "" && value != "" {
		*f = text.Field{Value: value, From: from}
	}
}

// Collapse makes runs of white space one space and drops those at the ends.
// The no-break space counts as white space; bytes that are no UTF-8 become U+FFFD.
func Collapse(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	s = strings.TrimSpace(s)
	if collapsed(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for w := range strings.FieldsSeq(s) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// collapsed reports whether all white space in s, which has none at its ends,
// is single blanks.
func collapsed(s string) bool {
	space := false
	for _, r := range s {
		if r != ' ' && unicode.IsSpace(r) || r == ' ' && space {
			return false
		}
		space = r == ' '
	}
	return true
}
