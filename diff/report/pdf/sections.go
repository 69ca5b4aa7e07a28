package pdf

// sections prints the appendix: each part a heading, how to read it, a table.
func (s *sheet) sections() {
	s.bare = true
	for _, sec := range s.page.Sections() {
		s.room(titleSize * 4)
		s.pdf.AddOutline(sec.Title)
		s.y += rowGap * 3
		s.put(serifBold, titleSize*0.8, s.colours.Ink, margin, s.y, sec.Title)
		s.y += titleSize * 1.2
		if sec.About != "" {
			s.paragraph(sec.About)
			s.y += rowGap
		}
		if sec.Heads == nil {
			for _, l := range sec.Lines {
				s.paragraph(l[0] + ": " + l[1])
			}
			continue
		}
		widths := sec.Widths(s.w - 2*margin)
		s.tableLine(sec.Heads, nil, widths)
		for _, l := range sec.Lines {
			s.tableLine(l, sec.Heads, widths)
		}
	}
}

// tableLine prints one level line of wrapped cells with a hairline below; a
// line that does not fit the page goes to the next, below the heads again.
// The heads themselves have none.
func (s *sheet) tableLine(fields, heads []string, widths []float64) {
	font := sans
	if heads == nil {
		font = sansBold
	}
	blocks, height := make([]block, len(fields)), 0.0
	for c, f := range fields {
		blocks[c] = s.flow(s.plain(font, s.colours.Ink, f), widths[c]-gutter/2, labelSize)
		height = max(height, float64(len(blocks[c].lines))*blocks[c].step)
	}
	if !s.room(height+rowGap/2) && heads != nil {
		s.tableLine(heads, nil, widths)
	}
	x := margin
	for c, b := range blocks {
		s.draw(b, 0, len(b.lines), x, s.y)
		x += widths[c]
	}
	s.y += height + 1
	s.stroke(s.colours.Rule, 0.4)
	s.pdf.Line(margin, s.y, s.w-margin, s.y)
	s.y += 2
}
