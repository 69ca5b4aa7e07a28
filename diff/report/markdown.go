package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Markdown writes the page for pasting into a mail or a wiki: the figures as
// a table, then the rows as lists, one item per outlet, gone words struck
// (~~so~~), new ones bold.
func Markdown(w io.Writer, p *Page) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "# %s\n\n%s\n\n", markdownField(Title(p)), markdownField(p.Summary()))
	for _, h := range p.Heads {
		about := append([]string{h.Name}, h.About(p.Reading.Base >= 0)...)
		fmt.Fprintf(b, "- **%s** %s\n", h.Letter, markdownField(strings.Join(about, ", ")))
	}
	b.WriteByte('\n')
	for i := range p.Rows {
		markdownRow(b, p, i)
	}
	markdownRemarks(b, p)
	markdownAppendix(b, p)
	return b.Flush()
}

// Title names a page by its base's headline, or by its versions.
func Title(p *Page) string {
	for _, h := range p.Heads {
		if h.Base && h.Title != "" {
			return h.Title
		}
	}
	names := make([]string, len(p.Heads))
	for i, h := range p.Heads {
		names[i] = h.Name
	}
	return strings.Join(names, ", ")
}

// markdownTable prints a section as a table; a list where it has no heads.
func markdownTable(b *bufio.Writer, s Section) {
	if s.Heads == nil {
		for _, l := range s.Lines {
			fmt.Fprintf(b, "- %s: %s\n", markdownField(l[0]), markdownField(l[1]))
		}
		b.WriteByte('\n')
		return
	}
	for _, h := range s.Heads {
		b.WriteString("| " + markdownField(h) + " ")
	}
	b.WriteString("|\n" + strings.Repeat("|---", len(s.Heads)) + "|\n")
	for _, l := range s.Lines {
		for _, f := range l {
			b.WriteString("| " + markdownField(f) + " ")
		}
		b.WriteString("|\n")
	}
	b.WriteByte('\n')
}

// markdownField makes a line of a text safe for a table.
func markdownField(s string) string { return markdown(strings.Join(strings.Fields(Clean(s)), " ")) }

// markdownAppendix prints the sections behind the page.
func markdownAppendix(b *bufio.Writer, p *Page) {
	for _, s := range p.Sections() {
		fmt.Fprintf(b, "## %s\n\n", s.Title)
		if s.About != "" {
			b.WriteString(s.About + "\n\n")
		}
		markdownTable(b, s)
	}
}

func markdownRow(b *bufio.Writer, p *Page, i int) {
	row := &p.Rows[i]
	if row.Kind == FoldedRow {
		fmt.Fprintf(b, "*%s*\n\n", markdown(row.Label))
		return
	}
	label := row.Label
	if row.Kind == HeadlineRow {
		label = "Headlines"
	}
	if label != "" {
		fmt.Fprintf(b, "**%s**\n\n", markdown(label))
	}
	for c := range row.Cells {
		if line := markdownCell(p, i, c); line != "" {
			fmt.Fprintf(b, "- %s: %s\n", p.Heads[c].Letter, line)
		}
	}
	b.WriteByte('\n')
}

// markdownCell prints a cell's status and text on one line.
func markdownCell(p *Page, row, col int) string {
	c := &p.Rows[row].Cells[col]
	if p.Rows[row].Kind == FurnitureRow {
		return c.Furniture()
	}
	parts := c.Labels()
	for i, l := range parts {
		parts[i] = "*" + l + "*"
	}
	if text := markdownRuns(c); text != "" {
		parts = append(parts, text)
	}
	return strings.Join(parts, " · ")
}

// markdownRuns prints the text of a cell, its marks as Markdown has them.
func markdownRuns(c *Cell) string {
	var b strings.Builder
	for _, r := range Printed(c.Runs) {
		lead, trail := spaces(r.Text)
		words := markdownField(r.Text)
		switch {
		case words == "" || r.Mark == Number:
			b.WriteString(lead)
		case r.Mark == Replaced || r.Mark == Inserted:
			b.WriteString(lead + "**" + words + "**" + trail)
		case r.Mark == Gone:
			b.WriteString(lead + "~~" + words + "~~" + trail)
		default:
			b.WriteString(lead + words + trail)
		}
	}
	return oneSpace(strings.TrimSpace(b.String()))
}

func markdownRemarks(b *bufio.Writer, p *Page) {
	if len(p.Remarks) == 0 {
		return
	}
	b.WriteString("## Notes\n\n")
	for _, n := range p.Remarks {
		b.WriteString("- " + markdownField(n.Words()+": "+n.Text) + "\n")
	}
	b.WriteByte('\n')
}

// markdown escapes what would be markup.
func markdown(s string) string {
	return markdownEscapes.Replace(s)
}

// markdownEscapes is never changed.
var markdownEscapes = strings.NewReplacer("\\", "\\\\", "*", "\\*", "_", "\\_", "`", "\\`", "~", "\\~", "|", "\\|", "<", "&lt;", "#", "\\#", "[", "\\[")
