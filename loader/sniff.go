package loader

import (
	"bytes"
	"errors"
	"path"
	"regexp"
	"strings"

	"wirediff/loader/internal/office"
	"wirediff/loader/internal/pack"
)

// sniff says what f is. The content decides; the name only tells Markdown
// from plain text.
func sniff(f *file) (kind, error) {
	if len(f.data) == 0 {
		return nil, errors.New("the file is empty")
	}
	if k, err := sniffBytes(f); k != nil || err != nil {
		return k, err
	}
	return sniffText(f)
}

// sniffBytes knows the formats that are no plain text, and refuses those that
// cannot be read.
func sniffBytes(f *file) (kind, error) {
	switch {
	case bytes.HasPrefix(f.data, []byte("PK\x03\x04")) || bytes.HasPrefix(f.data, []byte("PK\x05\x06")):
		return sniffZip(f)
	case office.IsRTF(f.data):
		return rtf(f.data), nil
	}
	return nil, refused(f.data)
}

// sniffZip tells apart what comes as a zip.
func sniffZip(f *file) (kind, error) {
	a, err := pack.Open(f.data)
	if err != nil {
		return nil, err
	}
	switch {
	case office.IsDocx(a):
		return docx(a), nil
	case office.IsOdt(a):
		return odt(a), nil
	}
	for _, z := range otherZips {
		if a.Find(z.part) != nil {
			return nil, errors.New(z.advice)
		}
	}
	return openZip, nil
}

// sniffText knows the formats that are text.
func sniffText(f *file) (kind, error) {
	switch {
	case looksHTML(f.data, f.name):
		return one(readHTML), nil
	}
	return one(readPlain), nil
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
