package report

// minSectionColumn is how wide the columns of a section's table are at least
// on average; where the page is narrower, each cell goes on a line of its own.
const minSectionColumn = 12

// sections prints the appendix behind the page.
func (t *textWriter) sections() {
	if len(t.p.Remarks) > 0 {
		t.rule("Notes")
		for _, n := range t.p.Remarks {
			t.lines(n.Words()+": "+n.Text, inkPlain, "  ")
		}
	}
	if t.p.Appendix == nil {
		return
	}
	for _, s := range t.p.Sections() {
		t.end()
		t.rule(s.Title)
		if s.About != "" {
			t.lines(s.About, inkMuted, "")
		}
		t.section(s)
	}
}

// section prints a section's lines: as a table where the width allows it.
func (t *textWriter) section(s Section) {
	if s.Heads == nil {
		for _, l := range s.Lines {
			t.lines(l[0]+": "+l[1], inkPlain, "  ")
		}
		return
	}
	total := t.width() - textGutter*len(s.Heads)
	if total < minSectionColumn*len(s.Heads) {
		t.listed(s)
		return
	}
	widths := make([]int, len(s.Heads))
	for c, w := range s.Widths(float64(total)) {
		widths[c] = int(w)
	}
	t.tableLine(s.Heads, widths, inkMuted)
	for _, l := range s.Lines {
		t.tableLine(l, widths, inkPlain)
	}
}

// listed prints each line of a section as a paragraph.
func (t *textWriter) listed(s Section) {
	for _, l := range s.Lines {
		for c, f := range l {
			if f == "" {
				continue
			}
			indent := "  "
			if c == 0 {
				indent = ""
			}
			t.lines(indent+s.Heads[c]+": "+f, inkPlain, indent+"  ")
		}
	}
}

// tableLine prints one level line of wrapped cells.
func (t *textWriter) tableLine(fields []string, widths []int, ink textInk) {
	cells, height := make([][]textLine, len(fields)), 0
	for c, f := range fields {
		var b block
		b.add(f, ink)
		cells[c] = b.wrap(widths[c])
		height = max(height, len(cells[c]))
	}
	for i := range height {
		var line textLine
		for c, cell := range cells {
			end := lineWidth(line) + widths[c]
			if i < len(cell) {
				line = append(line, cell[i]...)
			}
			line = pad(line, end+textGutter)
		}
		t.print(line)
		t.end()
	}
}

// lines prints a wrapped paragraph, further lines set in.
func (t *textWriter) lines(s string, ink textInk, indent string) {
	b := block{}
	b.add(s, ink)
	for i, l := range b.wrap(max(t.width()-len(indent), minTextColumn)) {
		if i > 0 {
			var in block
			in.add(indent, ink)
			l = append(in.line(), l...)
		}
		t.print(l)
		t.end()
	}
}
