package report

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"

	"wirediff/diff"
)

// DOCX writes the page as a Word document (Office Open XML, ECMA-376): a
// table of the columns, one row per unit, with the marks as character styles
// that a desk may restyle, then the appendix. Landscape A4. The bytes depend on
// the page alone.
func DOCX(w io.Writer, p *Page) error {
	return writeDOCX(w, func(b *docxWriter) { b.page(p) })
}

// DOCXTracked writes one version as tracked changes of the base: Word and
// LibreOffice show what was cut and added and can accept or refuse each.
// author names who made the changes (the outlet), date is RFC 3339 or "".
func DOCXTracked(w io.Writer, p *Proof, author, date string) error {
	return writeDOCX(w, func(b *docxWriter) { b.proof(p, author, date) })
}

// writeDOCX packs the parts of a document around its body.
func writeDOCX(w io.Writer, body func(*docxWriter)) error {
	z := zip.NewWriter(w)
	for _, part := range docxParts {
		if err := zipPart(z, part.name, func(out io.Writer) error { _, err := io.WriteString(out, part.text); return err }); err != nil {
			return err
		}
	}
	err := zipPart(z, "word/document.xml", func(out io.Writer) error {
		b := &docxWriter{b: bufio.NewWriter(out)}
		b.raw(docxOpen)
		body(b)
		b.raw(docxClose)
		return b.b.Flush()
	})
	if err != nil {
		return err
	}
	return z.Close()
}

// zipPart adds a part with a fixed date.
func zipPart(z *zip.Writer, name string, write func(io.Writer) error) error {
	f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		return err
	}
	return write(f)
}

// docxWriter prints WordprocessingML.
type docxWriter struct {
	b  *bufio.Writer
	id int // of tracked changes
}

func (d *docxWriter) raw(s string) { _, _ = d.b.WriteString(s) }

// text prints a run in a character style ("" for none); white space is kept.
func (d *docxWriter) text(style, s string) {
	if s == "" {
		return
	}
	d.raw("<w:r>")
	if style != "" {
		d.raw(`<w:rPr><w:rStyle w:val="` + style + `"/></w:rPr>`)
	}
	d.raw(`<w:t xml:space="preserve">`)
	d.escape(s)
	d.raw("</w:t></w:r>")
}

func (d *docxWriter) escape(s string) { _ = xml.EscapeText(d.b, []byte(oneSpace(Clean(s)))) }

// oneSpace makes every run of white space one space, as a page shows it.
func oneSpace(s string) string {
	lead, trail := spaces(s)
	mid := strings.Join(strings.Fields(s), " ")
	if mid == "" {
		return lead
	}
	return lead + mid + trail
}

// paragraph prints one paragraph in a paragraph style.
func (d *docxWriter) paragraph(style string, body func()) {
	d.raw("<w:p>")
	if style != "" {
		d.raw(`<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`)
	}
	body()
	d.raw("</w:p>")
}

// page prints heading, summary, table, notes and appendix.
func (d *docxWriter) page(p *Page) {
	d.paragraph("Heading1", func() { d.text("", Title(p)) })
	d.paragraph("", func() { d.text("", p.Summary()) })
	d.paragraph("", func() {})
	d.table(p, 700, func() { d.heads(p) }, func() {
		for i := range p.Rows {
			d.pageRow(p, i)
		}
	})
	d.paragraph("", func() {}) // Word wants one behind a table
	d.remarks(p)
	for _, s := range p.Sections() {
		d.section(s)
	}
}

// section prints a part of the appendix, or the statistics: a heading, how
// to read it, a table; paragraphs where it has no heads.
func (d *docxWriter) section(s Section) {
	d.paragraph("Heading2", func() { d.text("", s.Title) })
	if s.About != "" {
		d.paragraph("Label", func() { d.text("Furniture", s.About) })
	}
	if s.Heads == nil {
		for _, l := range s.Lines {
			d.paragraph("Label", func() {
				d.text("Strong", l[0])
				d.text("", " "+l[1])
			})
		}
		return
	}
	d.grid(s.Widths(docxWidth), func() {
		for _, h := range s.Heads {
			d.cell("Label", func() { d.text("Strong", h) })
		}
	}, func() {
		for _, l := range s.Lines {
			d.row(false, func() {
				for _, f := range l {
					d.cell("Label", func() { d.text("", f) })
				}
			})
		}
	})
	d.paragraph("", func() {}) // Word wants one behind a table
}

// heads prints the heading row of the columns, repeated on each page.
func (d *docxWriter) heads(p *Page) {
	d.cell("Label", func() {})
	for _, h := range p.Heads {
		d.cell("Label", func() {
			d.text("Strong", h.Letter+" "+h.Name)
			if h.Base {
				d.text("", ", base")
			}
			if h.Date != "" {
				d.text("", ", "+h.Date)
			}
			if share := shareWords(h); h.Tally.OwnStory {
				d.text("", ", "+share)
			} else if share != "" {
				d.text("", ", "+share+" kept")
			}
		})
	}
}

// docxWidth is what landscape A4 leaves between its margins, in twentieths of a point.
const docxWidth = 14400

// table prints a table: a first column of the given width (twentieths of a
// point) and one column per head.
func (d *docxWriter) table(p *Page, first float64, head, body func()) {
	widths := []float64{first}
	for range p.Heads {
		widths = append(widths, (docxWidth-first)/float64(len(p.Heads)))
	}
	d.grid(widths, head, body)
}

// grid prints a table with columns of the given widths.
func (d *docxWriter) grid(widths []float64, head, body func()) {
	d.raw(`<w:tbl><w:tblPr><w:tblStyle w:val="Page"/><w:tblW w:w="` + fmt.Sprint(docxWidth) + `" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		fmt.Fprintf(d.b, `<w:gridCol w:w="%d"/>`, int(w))
	}
	d.raw("</w:tblGrid>")
	d.row(true, head)
	body()
	d.raw("</w:tbl>")
}

func (d *docxWriter) row(head bool, cells func()) {
	d.raw("<w:tr><w:trPr><w:cantSplit/>")
	if head {
		d.raw("<w:tblHeader/>")
	}
	d.raw("</w:trPr>")
	cells()
	d.raw("</w:tr>")
}

func (d *docxWriter) cell(style string, body func()) {
	d.raw("<w:tc>")
	d.paragraph(style, body)
	d.raw("</w:tc>")
}

// pageRow prints one row of the page.
func (d *docxWriter) pageRow(p *Page, i int) {
	row := &p.Rows[i]
	d.row(false, func() {
		label := row.Label
		if row.Kind == FoldedRow {
			fmt.Fprintf(d.b, `<w:tc><w:tcPr><w:gridSpan w:val="%d"/></w:tcPr>`, len(p.Heads)+1)
			d.paragraph("Label", func() { d.text("", label) })
			d.raw("</w:tc>")
			return
		}
		d.cell("Label", func() { d.text("", label) })
		for c := range row.Cells {
			d.pageCell(p, i, c)
		}
	})
}

// pageCell prints the label and the text of a cell, each a paragraph.
func (d *docxWriter) pageCell(p *Page, i, col int) {
	c := &p.Rows[i].Cells[col]
	d.raw("<w:tc>")
	if fill := docxFill(c); fill != "" {
		d.raw(`<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="` + fill + `"/></w:tcPr>`)
	}
	var labels []string
	if c.Chip != nil {
		labels = append(labels, c.Chip.String())
	}
	if words := c.Words(); words != "" && !c.Quiet() {
		labels = append(labels, words)
	}
	labels = append(labels, c.Asides()...)
	if furniture := c.Furniture(); p.Rows[i].Kind == FurnitureRow && furniture != "" {
		d.paragraph("Label", func() { d.text("Furniture", furniture) })
		d.raw("</w:tc>")
		return
	}
	if len(labels) > 0 {
		d.paragraph("Label", func() { d.text("Strong", strings.Join(labels, "; ")) })
	}
	d.paragraph("Story", func() {
		if p.Rows[i].Kind == HeadlineRow {
			d.text("Strong", runsText(c.Runs))
			return
		}
		d.runs(c)
	})
	d.raw("</w:tc>")
}

// docxFill is the ground of a cell, pale enough for any printer.
func docxFill(c *Cell) string {
	light := Colours(Standard, false)
	switch {
	case c.Unit == none || c.Ghost:
		return ""
	case c.Chip != nil && !c.Chip.To:
		return hexFill(light.Moved.Tint)
	case c.Verdict.Status == diff.Added || c.Verdict.Status == diff.OnlyHere:
		return hexFill(light.Added.Tint)
	case c.Verdict.Status == diff.Cut || c.Verdict.Status == diff.NotHere:
		return hexFill(light.Cut.Tint)
	}
	return ""
}

func hexFill(c Colour) string { return strings.TrimPrefix(strings.ToUpper(fmt.Sprint(c)), "#") }

func runsText(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// docxStyles are the character styles of marks.
var docxStyles = [...]string{Plain: "", Replaced: "Replaced", Inserted: "New", Gone: "Gone", Left: "Gone", StyleMark: "HouseStyle", Lead: "Furniture", Number: "Raised", SplitAt: "", MergeAt: ""}

func (d *docxWriter) runs(c *Cell) {
	for _, r := range c.Runs {
		switch r.Mark {
		case Left:
			d.text("", " ")
			d.text("Gone", strings.TrimSpace(r.Tip))
		case Number:
			d.text("Raised", r.Text+" ")
		default:
			style := docxStyles[r.Mark]
			if style == "" && c.Ghost {
				style = "Furniture"
			}
			d.text(style, r.Text)
		}
	}
}

func (d *docxWriter) remarks(p *Page) {
	if len(p.Remarks) == 0 {
		return
	}
	d.paragraph("Heading2", func() { d.text("", "Notes") })
	for _, n := range p.Remarks {
		d.paragraph("", func() {
			d.text("Strong", n.Words())
			d.text("", ": "+n.Text)
		})
	}
}

// proof prints the base with the version's changes tracked.
func (d *docxWriter) proof(p *Proof, author, date string) {
	d.paragraph("Heading1", func() { d.tracked(p.Title, author, date) })
	for i := 0; i < len(p.Parts); {
		j := i + 1
		for j < len(p.Parts) && !p.Parts[j].Paragraph {
			j++
		}
		d.paragraph("Story", func() {
			for k := i; k < j; k++ {
				if k > i {
					d.text("", " ")
				}
				d.tracked(p.changed(&p.Parts[k]), author, date)
			}
		})
		i = j
	}
}

// changed is a part as what a tracked document knows: text that stays, goes
// or comes. A move comes at its new place and goes at its old one.
func (p *Proof) changed(part *ProofPart) []Run {
	r, c := p.Page.Reading, part.Cell
	base := r.Versions[r.Base]
	switch {
	case c.Ghost:
		return struck(base, countedOf(base, r.Rows[c.Unit].Cells[r.Base].Sentences))
	case c.Chip != nil && !c.Chip.To:
		return whole(r.Versions[p.Version], c.Sentences, Inserted)
	}
	return part.Runs
}

// tracked prints runs as kept, inserted and deleted text.
func (d *docxWriter) tracked(runs []Run, author, date string) {
	for i, r := range runs {
		switch r.Mark {
		case Number, SplitAt, MergeAt, Left:
		case Gone:
			d.change("del", "delText", parted(r.Text, runs[i+1:]), author, date)
		case Replaced, Inserted:
			d.change("ins", "t", r.Text, author, date)
		default:
			d.text("", r.Text)
		}
	}
}

// parted sets the space that a struck word stood with: before it where the
// text goes on with a space or a mark of its own, else behind it.
func parted(gone string, next []Run) string {
	gone = strings.TrimSpace(gone)
	if len(next) == 0 || next[0].Text == "" || !strings.ContainsAny(next[0].Text[:1], " \n\t,.;:?!") {
		return gone + " "
	}
	return " " + gone
}

func (d *docxWriter) change(tag, inner, s, author, date string) {
	d.id++
	fmt.Fprintf(d.b, `<w:%s w:id="%d" w:author="`, tag, d.id)
	_ = xml.EscapeText(d.b, []byte(Clean(author)))
	d.raw(`"`)
	if date != "" {
		d.raw(` w:date="`)
		_ = xml.EscapeText(d.b, []byte(date))
		d.raw(`"`)
	}
	d.raw(`><w:r><w:` + inner + ` xml:space="preserve">`)
	d.escape(s)
	d.raw(`</w:` + inner + `></w:r></w:` + tag + `>`)
}
