package pdf

import (
	"strings"

	"wirediff/diff"
	"wirediff/diff/report"
)

// title prints the headline and the summary of the first page.
func (s *sheet) title() {
	s.put(serifBold, titleSize, s.colours.Ink, margin, s.y, report.Clean(report.Title(s.page)))
	s.y += titleSize * 1.4
	s.put(sans, headSize, s.colours.Muted, margin, s.y, report.Clean(s.page.Summary()))
	s.y += headSize * 2.2
}

// fit cuts text that is too wide, with an ellipsis.
func (s *sheet) fit(font string, size float64, text string, width float64) string {
	text = report.Clean(text)
	if s.width(font, size, text) <= width {
		return text
	}
	r := []rune(text)
	for len(r) > 0 && s.width(font, size, string(r)+"…") > width {
		r = r[:len(r)-1]
	}
	return string(r) + "…"
}

// columns prints the heads of the columns and a line.
func (s *sheet) columns() {
	for c, h := range s.page.Heads {
		s.put(serifBold, s.size, s.colours.Ink, s.x(c), s.y, s.fit(serifBold, s.size, h.Letter+" "+h.Name, s.column-gutter))
		note := strings.Join(h.About(s.page.Reading.Base >= 0), ", ")
		s.put(sans, labelSize, s.colours.Muted, s.x(c), s.y+s.size*1.3, s.fit(sans, labelSize, note, s.column-gutter))
	}
	s.y += s.size*1.3 + labelSize*1.5
	s.stroke(s.colours.Hair, 0.5)
	s.pdf.Line(margin, s.y, s.w-margin, s.y)
	s.y += rowGap
}

// x is the left edge of a column's text.
func (s *sheet) x(col int) float64 { return margin + rail + float64(col)*s.column }

// rowCell is a cell ready to draw.
type rowCell struct {
	label block
	text  block
	fill  *report.Colour
	hatch bool
}

// row prints one level row; one that does not fit the page goes on on the next.
func (s *sheet) row(i int) {
	row := &s.page.Rows[i]
	if row.Kind == report.FoldedRow {
		s.room(labelSize * 2)
		s.put(sans, labelSize, s.colours.Muted, margin+rail, s.y, s.fit(sans, labelSize, row.Label, s.w-2*margin-rail))
		s.y += labelSize * 2
		return
	}
	cells, lines, band := s.cells(row)
	step := s.size * lineFactor
	s.room(band + step*float64(min(lines, 3)))
	for from := 0; ; {
		fit := max(int((s.h-margin-headSize-s.y-band)/step), 1)
		to := min(from+fit, lines)
		s.part(row, cells, from, to, band)
		s.y += band + step*float64(max(to-from, 1)) + rowGap
		if to >= lines || s.err != nil {
			return
		}
		from = to
		s.newPage()
	}
}

// cells wraps the cells of a row, counts their lines and measures the band of
// labels above them.
func (s *sheet) cells(row *report.Row) (cells []rowCell, lines int, band float64) {
	for c := range row.Cells {
		cell := &row.Cells[c]
		rc := rowCell{text: s.flow(s.cellWords(cell, row.Kind), s.column-gutter, s.size), hatch: len(cell.Sentences) == 0 && !cell.Ghost && (cell.Verdict.Status == diff.Cut || cell.Verdict.Status == diff.NotHere)}
		rc.label = s.flow(s.label(cell, row.Kind), s.column-gutter, labelSize)
		rc.fill = s.fill(cell)
		band = max(band, float64(len(rc.label.lines))*rc.label.step+1)
		lines = max(lines, len(rc.text.lines))
		cells = append(cells, rc)
	}
	if band == 1 {
		band = 0
	}
	return cells, lines, band
}

// label is the words above a cell's text.
func (s *sheet) label(c *report.Cell, kind report.RowKind) []word {
	if kind == report.FurnitureRow {
		return s.plain(sans, s.colours.Muted, c.Furniture())
	}
	colour := s.colours.Style.Mark
	switch c.Verdict.Status {
	case diff.Reworded, diff.Recast, diff.Varies:
		colour = s.colours.Word.Mark
	case diff.Split, diff.Merged:
		colour = s.colours.Moved.Mark
	case diff.Added, diff.OnlyHere:
		colour = s.colours.Added.Mark
	case diff.Cut, diff.NotHere:
		colour = s.colours.Cut.Mark
	}
	if c.Chip != nil {
		colour = s.colours.Moved.Mark
	}
	return s.plain(sansBold, colour, strings.Join(c.Labels(), "; "))
}

func (s *sheet) fill(c *report.Cell) *report.Colour {
	switch {
	case c.Ghost || len(c.Sentences) == 0:
		return nil
	case c.Chip != nil && !c.Chip.To:
		return &s.colours.Moved.Tint
	case c.Verdict.Status == diff.Added || c.Verdict.Status == diff.OnlyHere:
		return &s.colours.Added.Tint
	}
	return nil
}

// part draws lines from..to of a row's cells.
func (s *sheet) part(row *report.Row, cells []rowCell, from, to int, band float64) {
	step := s.size * lineFactor
	if from == 0 {
		s.put(sans, labelSize, s.colours.Muted, margin, s.y+band+1, row.Label)
	}
	for c, cell := range cells {
		x := s.x(c)
		n := min(to, len(cell.text.lines)) - min(from, len(cell.text.lines))
		if cell.fill != nil && n > 0 {
			s.pdf.SetFillColor(rgb(*cell.fill))
			s.pdf.RectFromUpperLeftWithStyle(x-4, s.y, s.column-gutter+6, band+float64(n)*step+1, "F")
		}
		if cell.hatch && from == 0 {
			s.hatch(x-4, s.y, s.column-gutter+6, band+step*float64(max(to-from, 1)))
		}
		if from == 0 {
			s.draw(cell.label, 0, len(cell.label.lines), x, s.y)
		}
		s.draw(cell.text, min(from, len(cell.text.lines)), min(to, len(cell.text.lines)), x, s.y+band)
	}
}

// hatch draws slanted lines, the label's place left free.
func (s *sheet) hatch(x, y, w, h float64) {
	const every = 6.0
	s.stroke(s.colours.Hatch, 0.8)
	top := y + labelSize*1.5
	if top > y+h {
		return
	}
	h -= labelSize * 1.5
	for d := every; d < w+h; d += every {
		x1, y1 := x+min(d, w), top+max(0, d-w)
		x2, y2 := x+max(0, d-h), top+min(d, h)
		s.pdf.Line(x1, y1, x2, y2)
	}
}

// notes prints the remarks.
func (s *sheet) notes() {
	if len(s.page.Remarks) == 0 {
		return
	}
	s.room(titleSize * 3)
	s.pdf.AddOutline("Notes")
	s.y += rowGap * 2
	s.put(serifBold, titleSize*0.8, s.colours.Ink, margin, s.y, "Notes")
	s.y += titleSize * 1.2
	for _, n := range s.page.Remarks {
		s.paragraph(n.Words() + ": " + n.Text)
	}
}

// paragraph prints a line of the program's own, wrapped.
func (s *sheet) paragraph(text string) {
	b := s.flow(s.plain(sans, s.colours.Muted, text), s.w-2*margin, labelSize)
	for i := range b.lines {
		s.room(b.step)
		s.draw(b, i, i+1, margin, s.y)
		s.y += b.step
	}
}
