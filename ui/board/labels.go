package board

import (
	"strconv"
	"strings"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/ui/tongue"
)

// label is a mark with its word in the band above a cell's text.
type label struct {
	marks []sign
	word  string // in bold where the status is a change
	after string // regular, behind the word: "1 of 3"
	bold  bool
	tone  report.Colour
	chip  bool // a button to the other end of a move
}

func itoa(n int) string { return strconv.Itoa(n) }

// brevity says how far labels are shortened; the main word never goes.
type brevity uint8

const (
	full   brevity = iota
	short          // "from 22", "related 4", "merged", "?"
	barest         // details left out too
	numBrevity
)

// labels returns what stands in the band above a cell.
func labels(row *report.Row, cell *report.Cell, p *report.Palette, b brevity) []label {
	if row.Kind == report.HeadlineRow || row.Kind == report.FoldedRow {
		return nil
	}
	if row.Kind == report.FurnitureRow {
		return nil
	}
	var out []label
	if cell.Chip != nil {
		out = append(out, chipLabel(cell, p, b))
	}
	if cell.Ghost {
		return out
	}
	if l, ok := statusLabel(cell, p, b); ok {
		out = append(out, l)
	}
	if cell.CutNote != "" {
		out = append(out, label{marks: []sign{signCut}, word: tongue.Phrase(cell.CutNote), bold: true, tone: p.Cut.Mark})
	}
	if cell.Note != "" {
		out = append(out, label{marks: []sign{signNote}, word: tongue.Phrase(cell.Note), tone: p.Ink})
	}
	if cell.Related != "" {
		out = append(out, label{marks: []sign{signRelated}, word: tongue.Phrase(relatedWords(cell.Related, b)), tone: p.Style.Mark})
	}
	if cell.Verdict.Hand {
		out = append(out, label{marks: []sign{signHand}, word: tongue.Say("by hand"), tone: p.Style.Mark})
	}
	if len(cell.Flags) > 0 {
		out = append(out, label{marks: []sign{signFlag}, word: flagWords(said(cell.Flags), b), tone: p.Ink})
	}
	return out
}

func chipLabel(cell *report.Cell, p *report.Palette, b brevity) label {
	mark, way := signDown, tongue.Say("moved down ")
	if cell.Chip.Up {
		mark, way = signUp, tongue.Say("moved up ")
	}
	end := tongue.Say("from ")
	if cell.Ghost || cell.Chip.To {
		end = tongue.Say("to ")
	}
	if b > full {
		way = ""
	}
	if b == barest {
		end = ""
	}
	return label{marks: []sign{mark}, word: way + end + cell.Chip.Label, bold: true, tone: p.Moved.Mark, chip: !cell.Ghost}
}

// statusLabel returns the label of a cell's status; kept text, the base and
// absent cells have none.
func statusLabel(cell *report.Cell, p *report.Palette, b brevity) (label, bool) {
	v := cell.Verdict
	mark, tone, ok := statusSign(v.Status, p)
	switch v.Status {
	case diff.Absent, diff.IsBase, diff.Kept, diff.SameInAll:
		ok = false
	}
	if !ok {
		return label{}, false
	}
	l := label{marks: []sign{mark}, word: tongue.Say(v.Status.String()), bold: tone != p.Style.Mark, tone: tone}
	if cell.Part != "" && b < barest {
		switch v.Status {
		case diff.Split, diff.Merged:
			if b == full {
				l.word += " " + tongue.Phrase(cell.Part)
			}
		default:
			l.after = tongue.Phrase(cell.Part)
		}
	}
	if v.Unsure {
		l.marks = append(l.marks, signUnsure)
		if b == full {
			l.word += tongue.Say(", unsure")
		}
	}
	return l, true
}

// relatedWords shortens "possibly related to 4" to "related 4".
func relatedWords(s string, b brevity) string {
	if b == full {
		return s
	}
	return strings.Replace(s, "possibly related to ", "related ", 1)
}

// flagWords names the findings of a cell; where there is little room the
// first of several and how many more.
func flagWords(kinds []string, b brevity) string {
	if b == full || len(kinds) == 1 {
		return strings.Join(kinds, ", ")
	}
	return kinds[0] + " +" + itoa(len(kinds)-1)
}

// statusSign returns the mark and the colour of a status.
func statusSign(s diff.Status, p *report.Palette) (sign, report.Colour, bool) {
	switch s {
	case diff.Kept, diff.SameInAll:
		return signKept, p.Style.Mark, true
	case diff.Style:
		return signStyle, p.Style.Mark, true
	case diff.Reworded, diff.Varies:
		return signReworded, p.Word.Mark, true
	case diff.Recast:
		return signRecast, p.Word.Mark, true
	case diff.Split:
		return signSplit, p.Moved.Mark, true
	case diff.Merged:
		return signMerged, p.Moved.Mark, true
	case diff.Added, diff.OnlyHere:
		return signAdded, p.Added.Mark, true
	case diff.Cut, diff.NotHere:
		return signCut, p.Cut.Mark, true
	}
	return 0, 0, false
}

// width returns how wide a label is drawn, chip included.
func (l label) width(s setter) int {
	n := len(l.marks) * (s.m.t(markSize) + s.m.t(markGap))
	f := s.fonts.quietWord
	if l.bold {
		f = s.fonts.word
	}
	w, _ := s.measure.measure(l.word, f)
	n += w
	if l.after != "" {
		space, _ := s.measure.measure(" ", s.fonts.quietWord)
		w, _ = s.measure.measure(l.after, s.fonts.quietWord)
		n += space + w
	}
	if l.chip {
		n += s.m.t(0.36) + s.m.t(0.5)
	}
	return n
}

// fitLabels returns the longest labels of a cell that fit into width pixels.
// Where even the shortest do not, the last ones are left out; the status
// itself stays.
func fitLabels(row *report.Row, cell *report.Cell, p *report.Palette, s setter, width int) []label {
	var out []label
	for b := range numBrevity {
		out = labels(row, cell, p, b)
		if labelsWidth(out, s) <= width {
			return out
		}
	}
	main := 1
	if cell.Chip != nil && len(out) > 1 {
		main = 2
	}
	for len(out) > main && labelsWidth(out, s) > width {
		out = out[:len(out)-1]
	}
	return out
}

// labelsWidth returns how wide labels are side by side.
func labelsWidth(ls []label, s setter) int {
	n := -s.m.t(labelGap)
	for _, l := range ls {
		n += l.width(s) + s.m.t(labelGap)
	}
	return n
}

// labelled reports whether any cell of a row has a label, which opens the
// band above the whole row.
func labelled(row *report.Row, p *report.Palette) bool {
	for i := range row.Cells {
		if len(labels(row, &row.Cells[i], p, barest)) > 0 {
			return true
		}
	}
	return false
}

// said returns kinds of findings in the user's language.
func said(kinds []string) []string {
	out := make([]string, len(kinds))
	for i, k := range kinds {
		out[i] = tongue.Say(k)
	}
	return out
}
