package loader

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"strings"

	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/lazy"
	"wirediff/loader/internal/mail"
	"wirediff/loader/internal/office"
	"wirediff/loader/internal/pack"
	"wirediff/loader/internal/pdf"
	"wirediff/loader/internal/warc"
	"wirediff/loader/internal/wire"
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
	case pdf.IsPDF(f.data):
		return openPDF, nil
	case warc.IsArchive(f.data):
		return openWarc, nil
	case bytes.HasPrefix(f.data, []byte("\x1f\x8b")):
		return openGzip, nil
	case bytes.HasPrefix(f.data, []byte("bplist00")):
		return one(readWebarchive), nil
	case office.IsRTF(f.data):
		return rtf(f.data), nil
	}
	if err := refused(f.data); err != nil {
		return nil, err
	}
	switch {
	case mail.IsMailbox(f.data):
		return openMailbox, nil
	case mail.IsMessage(f.data):
		return one(readMessage), nil
	}
	return nil, nil
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
	case isWacz(a):
		return openWacz(a), nil
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
	t, err := decode(*f)
	if err != nil {
		return nil, err
	}
	f.text = t
	if root := rootElement(t.String); root != "" && !htmlRoots[strings.ToLower(root)] {
		if k := xmlKinds[root]; k != nil {
			return k, nil
		}
		if strings.HasPrefix(strings.TrimSpace(t.String), "<?xml") {
			return nil, fmt.Errorf("XML of a kind that is not read (its outer element is %q)", root)
		}
	}
	switch {
	case wire.Is7901(t.String):
		return several(func(f file) ([]draft.Draft, error) { return wire.Read7901(f.text.String) }), nil
	case wire.IsANPA(t.String):
		return several(func(f file) ([]draft.Draft, error) { return wire.ReadANPA(f.text.String) }), nil
	case looksJSON(t.String) && jsonFeed().MatchString(t.String):
		return openFeed, nil
	case looksJSON(t.String):
		return several(func(f file) ([]draft.Draft, error) { return wire.ReadNinjs(f.text.String) }), nil
	case looksHTML(t.String, f.name):
		return one(readHTML), nil
	}
	if markdownName[strings.ToLower(path.Ext(f.name))] {
		return one(readMarkdown), nil
	}
	return one(readPlain), nil
}

var markdownName = map[string]bool{".md": true, ".markdown": true, ".mdown": true, ".mkd": true}

// jsonFeed finds the version line of a JSON feed.
var jsonFeed = lazy.Regexp(`"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org`)

// rootTag finds the outer element of an XML text, behind declaration, comments and document type.
var rootTag = lazy.Regexp(`^\s*(?:<\?[^>]*>\s*|<!--(?:[^-]|-[^-])*-->\s*|<![A-Za-z][^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*<(?:[\w.-]+:)?([\w.-]+)`)

func rootElement(s string) string {
	if !opensTag(s) {
		return ""
	}
	if m := rootTag().FindStringSubmatch(s[:min(len(s), sniffHead)]); m != nil {
		return m[1]
	}
	return ""
}

// opensTag reports whether s begins with a tag, behind blanks; most files do
// not, and need none of the patterns of tags.
func opensTag(s string) bool { return strings.HasPrefix(strings.TrimLeft(s, " \t\n\f\r"), "<") }

var htmlRoots = map[string]bool{"html": true, "head": true, "body": true, "div": true, "p": true, "article": true, "title": true, "meta": true, "span": true}

// xmlKinds are the XML formats by the name of their outer element.
var xmlKinds = map[string]kind{
	"nitf":     wireXML(wire.ReadNITF),
	"NewsML":   wireXML(wire.ReadNewsML1),
	"newsItem": wireXML(wire.ReadNewsMLG2), "newsMessage": wireXML(wire.ReadNewsMLG2), "packageItem": wireXML(wire.ReadNewsMLG2),
	"conceptItem": wireXML(wire.ReadNewsMLG2), "knowledgeItem": wireXML(wire.ReadNewsMLG2), "planningItem": wireXML(wire.ReadNewsMLG2),
	"catalogItem": wireXML(wire.ReadNewsMLG2), "contentSet": wireXML(wire.ReadNewsMLG2), "contentMeta": wireXML(wire.ReadNewsMLG2),
	"groupSet": wireXML(wire.ReadNewsMLG2), "catalogRef": wireXML(wire.ReadNewsMLG2),
	"XMLNewsQueuedResponse": wireXML(wire.ReadRitzau), "RBNews": wireXML(wire.ReadRitzau),
	"document": flatOdt,
	"rss":      openFeed, "RDF": openFeed, "feed": openFeed,
}

func looksJSON(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) > 1 && (s[0] == '{' && s[len(s)-1] == '}' || s[0] == '[' && s[len(s)-1] == ']') && json.Valid([]byte(s))
}

var (
	htmlStart = lazy.Regexp(`(?i)^\s*(?:<!--(?:[^-]|-[^-])*-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|title|meta|article|div|p|h1|table|center|font|script|style|main|section|span)\b`)
	htmlTags  = lazy.Regexp(`(?i)</?(?:p|div|br|a|span|h[1-6]|li|ul|table|td|b|i|em|strong|img|script|head|body|html|article|section)\b[^<>]*>`)
)

// sniffHead is how much of a file is looked at to find out what it is.
const sniffHead = 64 << 10

// manyTags is how many tags make a text with another beginning HTML.
const manyTags = 20

// looksHTML reports whether s begins like a page, or has a page's name and tags.
func looksHTML(s string, name string) bool {
	head := s[:min(len(s), sniffHead)]
	if opensTag(head) && htmlStart().MatchString(head) {
		return true
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".shtml":
		return htmlTags().MatchString(head)
	case ".md", ".markdown", ".txt":
		return false
	}
	return len(htmlTags().FindAllStringIndex(head, manyTags)) == manyTags
}
