package ui

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"wirediff/diff/report"
	"wirediff/diff/text"
	"wirediff/ui/board"
)

// Measures of the sheet about a text.
const (
	sourceWidth  = 680
	sourceAround = 200 // height left for title, buttons and a rim of the window
	sourceName   = 92  // the column with the names of the fields
	sourceFrom   = 170 // the column that says where a field was found
)

// typed is where a field comes from that the user typed.
const typed = "typed"

// onColumn runs f on the version of the focused column.
func (w *Window) onColumn(f func(ID)) {
	if id, ok := w.columnHere(); ok {
		f(id)
	}
}

// sourceField is a line of the sheet about a text.
type sourceField struct {
	name string
	text.Field
}

// fieldsKnown lists what is known of a text, outlet and date apart; fields that say
// nothing are left out.
func fieldsKnown(src text.Source) []sourceField {
	all := []sourceField{
		{tr("Headline"), src.Title}, {tr("Standfirst"), src.Standfirst}, {tr("Byline"), src.Byline},
		{tr("Dateline"), src.Dateline}, {tr("Credit"), src.Credit}, {tr("Slug"), src.Slug}, {tr("Revision"), src.Revision},
		{tr("Note"), src.Note}, {tr("Language"), src.Language}, {tr("Address"), src.Address},
		{tr("File"), text.Field{Value: src.File}}, {tr("Format"), text.Field{Value: src.Format}}, {tr("Encoding"), text.Field{Value: src.Encoding}},
	}
	return slices.DeleteFunc(all, func(f sourceField) bool { return f.Value == "" })
}

// showSource shows what is known of a text and where each part was found.
// Outlet and date can be typed.
func (w *Window) showSource(id ID) {
	i := w.state.version(id)
	if i < 0 {
		return
	}
	src := w.state.Versions[i].Source
	outlet, date := newSheetEntry(w, 1), newSheetEntry(w, 1)
	outlet.SetText(w.state.Versions[i].Name())
	date.SetText(report.Clean(src.Date.Value))
	date.PlaceHolder = "2025-10-14 18:40"
	hint := newLabel("", board.ColorMuted)
	tag := w.state.Versions[i].Source.Tag
	tags := newTagRow(&tag)
	keep := func() {
		when, ok := typedDate(date.Text)
		if !ok && date.Text != src.Date.Value {
			hint.say(tr("A date looks like 2025-10-14 or 2025-10-14 18:40."))
			return
		}
		w.stage.sheet.close()
		w.keepFields(id, strings.TrimSpace(outlet.Text), when, tag)
	}
	outlet.OnSubmitted, date.OnSubmitted = func(string) { keep() }, func(string) { keep() }
	box := container.NewVBox()
	if e := src.Embargo; e.Value != "" {
		box.Add(embargoLine(e))
	}
	box.Add(factLine(tr("Outlet"), outlet, src.Outlet.From))
	box.Add(factLine(tr("Date"), date, src.Date.From))
	box.Add(factLine(tr("Version"), tags.row, ""))
	for _, f := range fieldsKnown(src) {
		box.Add(factLine(f.name, wrapped(report.Clean(f.Value)), f.From))
	}
	box.Add(hint)
	scroll := container.NewVScroll(box)
	scroll.SetMinSize(fyne.NewSize(sourceWidth, min(box.MinSize().Height, w.win.Canvas().Size().Height-sourceAround)))
	w.openSheet(tr("About this text"), scroll, outlet, newPress(facePrimary, tr("Keep"), keep))
	w.stage.sheet.shut.say(tr("Cancel"))
	for _, p := range tags.presses {
		p.keys = w.stage.sheet.escape
	}
}

// versionTags say what a version is: the wire's first or later one, whose
// differences are the wire's own, or an outlet's.
func versionTags() []string { return []string{"wire 1", "wire 2", "wire 3", "outlet"} }

// tagRow is the tags of a version, of which one or none holds.
type tagRow struct {
	row     *fyne.Container
	presses []*press
}

// newTagRow returns the tags to choose from; the choice goes to tag.
func newTagRow(tag *string) *tagRow {
	t := &tagRow{row: container.New(&inLine{gap: 6})}
	for _, word := range versionTags() {
		p := newPress(faceTool, tr(word), nil)
		p.on = word == *tag
		p.action = func() {
			if *tag == word {
				*tag = ""
				p.turn(false)
				return
			}
			*tag = word
			turnOnly(t.presses, p)
		}
		t.presses = append(t.presses, p)
		t.row.Add(p)
	}
	return t
}

// embargoLine says plainly until when a text must not be published.
func embargoLine(e text.Field) fyne.CanvasObject {
	l := widget.NewLabel(tr("Embargo until %s: not to be published before.", dateWords(report.Clean(e.Value))))
	l.TextStyle.Bold, l.Wrapping = true, fyne.TextWrapWord
	return l
}

// factLine sets name, value and origin side by side.
func factLine(name string, value fyne.CanvasObject, from string) fyne.CanvasObject {
	n, f := newLabel(name, board.ColorMuted), newLabel(report.Clean(from), board.ColorMuted)
	f.cut = true
	return container.NewBorder(nil, nil, fixed(sourceName, n), fixed(sourceFrom, f), value)
}

// fixed gives o a width.
func fixed(width float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&fixedWidth{width}, o)
}

// typedDate reads a date as people type it; "" is no date.
func typedDate(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", true
	}
	for _, layout := range []string{time.DateOnly, time.RFC3339, "2006-01-02 15:04", "2006-01-02T15:04"} {
		if t, err := time.Parse(layout, s); err == nil {
			if layout == "2006-01-02 15:04" {
				return t.Format("2006-01-02T15:04"), true
			}
			return s, true
		}
	}
	return s, false
}

// keepFields notes outlet and date as typed, and the tag, where they differ.
func (w *Window) keepFields(id ID, outlet, date, tag string) {
	i := w.state.version(id)
	if i < 0 {
		return
	}
	v := w.state.Versions[i]
	newName, newDate, newTag := outlet != "" && outlet != v.Name(), date != v.Source.Date.Value, tag != v.Source.Tag
	if !newName && !newDate && !newTag {
		return
	}
	w.edit("", func(s State) State {
		if newName {
			s = s.renamed(id, outlet)
		}
		if newTag {
			s = s.change(id, func(v Version) Version { v.Source.Tag = tag; return v })
		}
		if newDate {
			s = s.change(id, func(v Version) Version { v.Source.Date = text.Field{Value: date, From: typed}; return v })
		}
		return s
	})
}

// withTyped returns v, read again, with what a person made of old: outlet,
// date, encoding, and, where the text is the same, the roles of its paragraphs.
func (v Version) withTyped(old Version) Version {
	v.ID, v.Hidden, v.Pinned, v.Encoding, v.Source.Tag = old.ID, old.Hidden, old.Pinned, old.Encoding, old.Source.Tag
	if old.Source.Outlet.From == typed {
		v.Source.Name, v.Source.Outlet = old.Source.Name, old.Source.Outlet
	}
	if old.Source.Date.From == typed {
		v.Source.Date = old.Source.Date
	}
	if old.Turned && v.Source.Body == old.Source.Body {
		v.Source.Blocks, v.Source.Confidence, v.Turned = old.Source.Blocks, old.Source.Confidence, true
	}
	return v
}
