package loader

import (
	"path/filepath"
	"strings"

	"wirediff/diff/text"
	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/lazy"
)

// maxStory is the longest text, in bytes, in whose lines fields are looked for:
// books are longer, stories are not.
const maxStory = 1 << 20

// complete fills in the fields that the text of the story and the name of the
// file give, and the label of the version. Items of an archive have names of
// their own.
func complete(d *draft.Draft, file string) {
	if d.File != "" {
		return // done already, inside an archive
	}
	if d.File = file; d.Size() > MaxText || d.Wordless() {
		return // refused
	}
	if len(d.Parts) > 1 && d.Parts[0].Text == d.Title.Value {
		d.Parts = d.Parts[1:] // the title stands above the body already
	}
	typist := d.Byline
	if d.Size() <= maxStory {
		fromText(d, text.Outline(d.Finish()))
	}
	if typist.From == "document properties" {
		draft.Set(&d.Byline, typist.Value, typist.From)
	}
	draft.Set(&d.Outlet, outletFromName(d.File), "guessed from the file name")
	for _, name := range []string{d.Outlet.Value, stem(d.File)} {
		if d.Name == "" {
			d.Name = name
		}
	}
}

// stem is the name of a file without folder and ending.
func stem(name string) string {
	if name == "-" || name == "" {
		return "standard input"
	}
	base := filepath.Base(name)
	if s := strings.TrimSuffix(base, filepath.Ext(base)); s != "" {
		return s
	}
	return base
}

var (
	orderMark = lazy.Regexp(`^\d{1,4}[ ._-]+`)
	dateMark  = lazy.Regexp(`(?:19|20)\d\d[-_.]?[01]\d[-_.]?[0-3]\d(?:[T_ -]?\d{4,6}Z?)?`)
	hexMark   = lazy.Regexp(`\b[0-9a-f]*\d[0-9a-f]{6,}\b|\b[0-9a-f]{6,}\d[0-9a-f]*\b`)
	generic   = lazy.Regexp(`(?i)^(version|versions|story|stories|article|text|untitled|document|doc|draft|copy|file|page|index|new|final|v|a|b)?[ \d]*$`)
)

// outletFromName guesses the outlet from a file name: what is left of it
// without order numbers, dates and checksums. "" if that says nothing.
func outletFromName(name string) string {
	if name == "-" || name == "" {
		return ""
	}
	s := dateMark().ReplaceAllString(stem(name), "")
	s = orderMark().ReplaceAllString(s, "")
	s = hexMark().ReplaceAllString(strings.ReplaceAll(s, "_", " "), "")
	s = strings.Join(strings.Fields(strings.Trim(s, " -._")), " ")
	if !strings.Contains(s, " ") {
		s = strings.ReplaceAll(s, "-", " ")
	}
	if generic().MatchString(s) || len(s) > 60 {
		return ""
	}
	return s
}

// Paste makes a Source of text from the clipboard, with the same rules for
// byline, dateline and furniture as a file.
func Paste(name, body string) text.Source {
	if len(body) > MaxText {
		body = strings.ToValidUTF8(body[:MaxText], "")
	}
	d := plainDraft(body)
	d.Name, d.Format = name, "pasted text"
	fromText(&d, text.Outline(d.Finish()))
	return d.Finish()
}
