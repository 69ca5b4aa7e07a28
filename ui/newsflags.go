package ui

import (
	"wirediff/diff/report"
	"wirediff/ui/board"
)

// flagEntries lists the findings about facts, or all others: row, outlet,
// kind, and the words of both sides.
func (w *Window) flagEntries(facts bool) []newsEntry {
	var out []newsEntry
	for _, s := range w.page.Spots(ofPanel(w.findings.Open, facts)) {
		out = append(out, w.flagEntry(s))
	}
	if !w.state.ShowAside {
		return out
	}
	aside := w.page.Spots(ofPanel(w.findings.Aside, facts))
	if len(aside) > 0 {
		out = append(out, newsHeading(tr("Dismissed")))
	}
	for _, s := range aside {
		e := w.flagEntry(s)
		e.aside = true
		out = append(out, e)
	}
	return out
}

// ofPanel keeps the findings of one of the two panels.
func ofPanel(list []report.Finding, facts bool) []report.Finding {
	var out []report.Finding
	for _, f := range list {
		if f.Type.Fact() == facts {
			out = append(out, f)
		}
	}
	return out
}

func (w *Window) flagEntry(s report.Spot) newsEntry {
	top := words(quiet(s.Label), strong(s.Letter), signed(board.MarkFlag, tr(s.Kind()), board.ColorInk))
	if w.reading.Base < 0 {
		top.pieces = append(top.pieces, quiet(tr("against %s", w.letterOf(s.From))))
	}
	e := newsEntry{lines: []newsLine{top}, place: s.Place, leads: true, id: s.ID, kind: s.Type, room: 6}
	e.lines = append(e.lines, newsLine{pieces: changed(s), rows: 2, story: true})
	return e
}

// changed is the words of both sides, struck and underlined as on the page;
// words of one side only say so in words too.
func changed(s report.Spot) []piece {
	old := piece{text: flat(s.OldText), ink: board.ColorInk, run: report.Gone}
	new := piece{text: flat(s.NewText), ink: board.ColorInk, run: report.Replaced}
	switch {
	case s.OldText == "":
		new.run = report.Inserted
		return []piece{new, quiet(tr("only here"))}
	case s.NewText == "":
		return []piece{old, quiet(tr("not here"))}
	}
	return []piece{old, new}
}

// letterOf is the letter of a version's column, "?" if it is not shown.
func (w *Window) letterOf(version int) string {
	for _, h := range w.page.Heads {
		if h.Version == version {
			return h.Letter
		}
	}
	return "?"
}
