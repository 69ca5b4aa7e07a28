// Package office reads word processors' files: docx (ECMA-376), odt and fodt
// (OASIS OpenDocument 1.3), rtf (RTF 1.9.1). It keeps what the reader of the
// printed page sees: no field codes, comments, page heads or list numbers.
//
// A docx or odt with tracked changes is two versions in one file: the text
// with all changes accepted and the text as it was before them.
package office

import (
	"errors"
	"strings"

	"wirediff/diff/text"
	"wirediff/loader/internal/draft"
)

var errLocked = errors.New("locked with a password")

// ErrNoText is the reason for a document without text.
var ErrNoText = errors.New("the document holds no text")

// Kept says which side of tracked changes is read.
type Kept uint8

const (
	Accepted Kept = iota // insertions in, deletions out
	Original             // the other way round
)

// fromProperties is the provenance of what a document's properties say.
const fromProperties = "document properties"

// page collects the paragraphs of a document.
type page struct {
	d     draft.Draft
	notes []string // foot- and endnotes, printed after the text
}

// add appends a paragraph of a style. A double line break inside it begins a
// new paragraph; writers who press shift-return twice mean one.
func (p *page) add(style, s string) {
	name := strings.ToLower(strings.TrimSpace(style))
	for part := range strings.SplitSeq(strings.ReplaceAll(s, "\n \n", "\n\n"), "\n\n") {
		part = draft.Collapse(part)
		if part == "" {
			continue
		}
		switch {
		case name == "title" && p.d.Title.Value == "":
			draft.Set(&p.d.Title, part, "paragraph in the style Title")
		case name == "subtitle" && p.d.Standfirst.Value == "":
			draft.Set(&p.d.Standfirst, part, "paragraph in the style Subtitle")
		case name == "title" || strings.HasPrefix(name, "heading"):
			p.d.Add(text.RoleHeading, part)
		case name == "caption" || name == "illustration" || name == "figure":
			p.d.Add(text.RoleCaption, part)
		default:
			p.d.Add(text.RoleAuto, part)
		}
	}
}

// finish returns the draft with the notes behind the text.
func (p *page) finish(format string) (draft.Draft, error) {
	for _, n := range p.notes {
		p.d.Add(text.RoleAuto, n)
	}
	p.d.Format = format
	if len(p.d.Parts) == 0 {
		if p.d.Title.Value == "" {
			return p.d, ErrNoText
		}
		p.d.Add(text.RoleAuto, p.d.Title.Value) // nothing but a line in the style Title
		p.d.Title = text.Field{}
	}
	return p.d, nil
}

// properties sets the fields that a document's properties hold.
func properties(d *draft.Draft, title, author, created, language string) {
	if !strings.HasPrefix(title, "Microsoft Word") {
		draft.Set(&d.Title, title, fromProperties)
	}
	draft.Set(&d.Byline, author, fromProperties)
	draft.SetDate(&d.Date, created, fromProperties)
	draft.Set(&d.Language, language, fromProperties)
}
