package board

import (
	"strings"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/ui/tongue"
)

// Describe returns a cell in words, for the status line: "Ledger & Trade,
// 2–3: merged from 2 sentences".
func (b *Board) Describe(p report.Place) string {
	if b.page == nil || p.Row < 0 || p.Row >= len(b.page.Rows) || p.Col < 0 || p.Col >= len(b.page.Heads) {
		return ""
	}
	return Describe(b.page, p)
}

// Describe returns a cell of a page in words.
func Describe(page *report.Page, p report.Place) string {
	row := &page.Rows[p.Row]
	cell, head := &row.Cells[p.Col], &page.Heads[p.Col]
	switch row.Kind {
	case report.FoldedRow:
		return tongue.Phrase(row.Label)
	case report.HeadlineRow:
		return head.Name + ": " + tongue.Say("headline")
	case report.FurnitureRow:
		if words := furnitureWords(cell); words != "" {
			return head.Name + ": " + words + tongue.Say(", not counted")
		}
		return ""
	}
	words := cellWords(cell)
	if words == "" {
		return ""
	}
	return head.Name + ", " + row.Label + ": " + words
}

// cellWords says what a version did to the base in one cell.
func cellWords(cell *report.Cell) string {
	var parts []string
	add := func(s string) { parts = append(parts, s) }
	if cell.Chip != nil {
		add(chipLabel(cell, &report.Palette{}, full).word)
	}
	if cell.Ghost {
		return strings.Join(parts, ", ")
	}
	if s := statusWords(cell); s != "" && !(cell.Chip != nil && cell.Verdict.Status == diff.Kept) {
		add(s)
	}
	if cell.CutNote != "" {
		add(tongue.Phrase(cell.CutNote))
	}
	if cell.Note != "" {
		add(tongue.Phrase(cell.Note))
	}
	if cell.Related != "" {
		add(tongue.Phrase(cell.Related))
	}
	if cell.Verdict.Unsure {
		add(tongue.Say("unsure"))
	}
	if cell.Verdict.Hand {
		add(tongue.Say("linked by hand"))
	}
	if len(cell.Flags) > 0 {
		add(tongue.Say("to look at: ") + strings.Join(said(cell.Flags), ", "))
	}
	return strings.Join(parts, ", ")
}

func statusWords(cell *report.Cell) string {
	switch s := cell.Verdict.Status; s {
	case diff.Absent:
		return ""
	case diff.Kept:
		return tongue.Say("kept word for word")
	case diff.Style:
		return tongue.Say("house style only")
	case diff.Split:
		return tongue.Say("split ") + tongue.Phrase(cell.Part)
	case diff.Merged:
		return tongue.Say("merged from ") + tongue.Phrase(cell.Part)
	case diff.Added:
		if cell.Part != "" {
			return tongue.Say("added, ") + tongue.Phrase(cell.Part)
		}
		return tongue.Say("added")
	default:
		return tongue.Say(s.String())
	}
}
