package loader

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"wirediff/diff/text"
	"wirediff/loader/internal/charset"
	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/page"
)

// Encodings lists the encodings that may be forced, most likely first.
func Encodings() []string { return charset.Names() }

var errNotText = errors.New("not a kind of file that Wirediff reads: the bytes are no text")

// decode returns the text of f and how it was decoded.
func decode(f file) (charset.Text, error) {
	t, err := charset.Decode(f.data, f.opt.Encoding, f.declared)
	if err != nil {
		return t, err
	}
	if len(t.String) > MaxText {
		return t, tooLarge(MaxText)
	}
	if !readable(t.String) {
		return t, errNotText
	}
	return t, nil
}

// maxOdd is the share of characters, in hundredths, that may be controls or
// unreadable before a file is taken for something other than text.
const maxOdd = 5

// readable reports whether s is text rather than the bytes of something else.
func readable(s string) bool {
	odd, all := 0, 0
	for _, r := range s {
		all++
		if r == utf8.RuneError || r < ' ' && !unicode.IsSpace(r) && r > 3 && r != 0x16 && r != 0x1b {
			odd++
		}
		if all == sniffHead {
			break
		}
	}
	return all > 0 && odd*100 <= all*maxOdd
}

// readPlain reads plain text. The body is the text as it stands, with line
// ends made one kind; paragraphs are for text.Segment to find.
func readPlain(f file) (draft.Draft, error) {
	d := plainDraft(f.text.String)
	d.Encoding = f.text.Encoding
	d.Format = "plain text"
	if d.Body == "" {
		return d, errors.New("the file holds nothing but white space")
	}
	return d, nil
}

// plainDraft makes a draft of plain text, however it came.
func plainDraft(s string) draft.Draft {
	var d draft.Draft
	d.Body = strings.Trim(draft.Newlines(s), "\n")
	if strings.TrimSpace(d.Body) == "" {
		d.Body = ""
	}
	if title, rest, ok := headline(d.Body); ok {
		d.Title = text.Field{Value: title, From: "first line"}
		d.Body = rest
	}
	return d
}

// readHTML reads a page.
func readHTML(f file) (draft.Draft, error) {
	d, err := page.Read(f.text.String, f.address)
	d.Encoding = f.text.Encoding
	return d, err
}
