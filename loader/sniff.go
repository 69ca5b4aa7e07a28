package loader

import (
	"bytes"
	"errors"
	"path"
	"regexp"
	"strings"
)

// sniff says which reader reads f. The content decides; the name only tells
// Markdown from plain text.
func sniff(f *file) (reader, error) {
	if err := refused(f.data); err != nil {
		return nil, err
	}
	switch {
	case looksHTML(f.data, f.name):
		return one(readHTML), nil
	}
	return one(readPlain), nil
}

// magic are the first bytes of kinds of files that cannot be read, and what to do instead.
var magic = []struct{ bytes, advice string }{
	{"\x89PNG\r\n\x1a\n", picture}, {"\xff\xd8\xff", picture}, {"GIF8", picture}, {"II*\x00", picture}, {"MM\x00*", picture}, {"BM", ""},
	{"RIFF", "a sound, film or picture file; Wirediff reads text"}, {"ID3", media}, {"OggS", media}, {"fLaC", media}, {"\x1aE\xdf\xa3", media},
	{"7z\xbc\xaf\x27\x1c", archive}, {"Rar!", archive}, {"\xfd7zXZ", archive}, {"BZh", archive}, {"\x28\xb5\x2f\xfd", archive},
	{"\x7fELF", program}, {"MZ", program}, {"\xca\xfe\xba\xbe", program}, {"\xcf\xfa\xed\xfe", program}, {"SQLite format 3\x00", "a database; Wirediff reads text"},
}

const (
	picture = "a picture; Wirediff reads text, so copy the text out of it and paste that"
	media   = "a sound or film file; Wirediff reads text"
	archive = "an archive of a kind that is not read; unpack it, or make it a zip"
	program = "a program, not a text"
)

// refused recognises what is never read, and says what to do.
func refused(data []byte) error {
	for _, m := range magic {
		if m.advice != "" && bytes.HasPrefix(data, []byte(m.bytes)) && binary(data) {
			return errors.New(m.advice)
		}
	}
	if len(data) > 12 && string(data[4:8]) == "ftyp" {
		if strings.HasPrefix(string(data[8:12]), "hei") || string(data[8:12]) == "avif" || string(data[8:12]) == "mif1" {
			return errors.New(picture)
		}
		return errors.New(media)
	}
	return nil
}

// binary reports whether the head of data holds bytes that no text has.
func binary(data []byte) bool {
	for _, b := range data[:min(len(data), 512)] {
		if b < 9 || b >= 0x80 || b > 13 && b < 32 && b != 27 {
			return true
		}
	}
	return false
}

var (
	htmlStart = regexp.MustCompile(`(?i)^\s*(?:<!--(?:[^-]|-[^-])*-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|title|meta|article|div|p|h1|table|center|font|script|style|main|section|span)\b`)
	htmlTags  = regexp.MustCompile(`(?i)</?(?:p|div|br|a|span|h[1-6]|li|ul|table|td|b|i|em|strong|img|script|head|body|html|article|section)\b[^<>]*>`)
)

// sniffHead is how much of a file is looked at to find out what it is.
const sniffHead = 64 << 10

// manyTags is how many tags make a text with another beginning HTML.
const manyTags = 20

// looksHTML reports whether data begins like a page, or has a page's name and tags.
func looksHTML(data []byte, name string) bool {
	head := bytes.ReplaceAll(data[:min(len(data), sniffHead)], []byte{0}, nil) // UTF-16
	head = bytes.TrimLeft(head, "\xef\xbb\xbf\xff\xfe")
	if htmlStart.Match(head) {
		return true
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".shtml":
		return htmlTags.Match(head)
	case ".md", ".markdown", ".txt":
		return false
	}
	return len(htmlTags.FindAllIndex(head, manyTags)) == manyTags
}
