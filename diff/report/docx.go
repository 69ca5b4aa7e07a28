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
// that a desk may restyle, then the appendix. Landscape A4, the headline at
// the head of every page but the first, the number at the foot. The bytes
// depend on the page alone.
func DOCX(w io.Writer, p *Page) error {
	return writeDOCX(w, Title(p), docxWide, TextPoints(len(p.Heads)), func(d *docxWriter) { d.page(p) })
}

// writeDOCX packs the parts of a document around its body; the text of the
// story is set in so many points.
func writeDOCX(w io.Writer, title, paper string, points float64, body func(*docxWriter)) error {
	z := zip.NewWriter(w)
	for _, part := range docxParts(Clean(title), points) {
		if err := zipPart(z, part.name, func(out io.Writer) error { _, err := io.WriteString(out, part.text); return err }); err != nil {
			return err
		}
	}
	err := zipPart(z, "word/document.xml", func(out io.Writer) error {
		d := &docxWriter{b: bufio.NewWriter(out)}
		d.raw(docxOpen)
		body(d)
		fmt.Fprintf(d.b, docxClose, paper)
		return d.b.Flush()
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
	b    *bufio.Writer
	id   int    // of tracked changes
	lang string // of the text being printed, for the spelling checker; "" for the document's
}

func (d *docxWriter) raw(s string) { _, _ = d.b.WriteString(s) }

// text prints a run in a character style ("" for none); white space is kept.
func (d *docxWriter) text(style, s string) {
	if s == "" {
		return
	}
	d.raw("<w:r>")
	d.look(style)
	d.raw(`<w:t xml:space="preserve">`)
	d.escape(s)
	d.raw("</w:t></w:r>")
}

// look prints the properties of a run.
func (d *docxWriter) look(style string) {
	if style == "" && d.lang == "" {
		return
	}
	d.raw("<w:rPr>")
	if style != "" {
		d.raw(`<w:rStyle w:val="` + style + `"/>`)
	}
	if d.lang != "" {
		d.raw(`<w:lang w:val="` + d.lang + `"/>`)
	}
	d.raw("</w:rPr>")
}

func (d *docxWriter) escape(s string) { _ = xml.EscapeText(d.b, []byte(oneSpace(Clean(s)))) }

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
	d.table(docxTable{name: "Side by side", widths: docxColumns(len(p.Heads))}, func() { d.heads(p) }, func() {
		for i := range p.Rows {
			d.pageRow(p, i)
		}
	})
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
		d.paragraph("About", func() { d.text("", s.About) })
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
	d.table(docxTable{name: s.Title, widths: s.Widths(docxWidth)}, func() {
		for _, h := range s.Heads {
			d.cell("", "Label", func() { d.text("Strong", h) })
		}
	}, func() {
		for _, l := range s.Lines {
			d.row(false, func() {
				for _, f := range l {
					d.cell("", "Label", func() { d.text("", f) })
				}
			})
		}
	})
}

// heads prints the heading row of the columns, repeated on each page.
func (d *docxWriter) heads(p *Page) {
	d.cell("", "Label", func() {})
	for _, h := range p.Heads {
		d.cell("", "Label", func() {
			d.text("Strong", h.Letter+" "+h.Name)
			for _, words := range h.About(p.Reading.Base >= 0) {
				d.text("", ", "+words)
			}
		})
	}
}

// What landscape A4 leaves between its margins, and the column of the row
// labels, in twentieths of a point.
const (
	docxWidth = 14400
	docxRail  = 700
)

// docxColumns are the widths of the page's table.
func docxColumns(heads int) []float64 {
	widths := []float64{docxRail}
	for range heads {
		widths = append(widths, (docxWidth-docxRail)/float64(heads))
	}
	return widths
}

// docxTable is what a table is called, for screen readers, and its columns.
type docxTable struct {
	name   string
	widths []float64
}

// table prints a table and the paragraph that Word wants behind one.
func (d *docxWriter) table(t docxTable, head, body func()) {
	fmt.Fprintf(d.b, `<w:tbl><w:tblPr><w:tblStyle w:val="Page"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/>`+
		`<w:tblLook w:val="00A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="%s"/></w:tblPr><w:tblGrid>`, docxWidth, t.name)
	for _, w := range t.widths {
		fmt.Fprintf(d.b, `<w:gridCol w:w="%d"/>`, int(w))
	}
	d.raw("</w:tblGrid>")
	d.row(true, head)
	body()
	d.raw("</w:tbl>")
	d.paragraph("", func() {})
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

// cell prints a cell of one paragraph; properties are WordprocessingML.
func (d *docxWriter) cell(properties, style string, body func()) {
	d.raw("<w:tc>" + properties)
	d.paragraph(style, body)
	d.raw("</w:tc>")
}

// pageRow prints one row of the page.
func (d *docxWriter) pageRow(p *Page, i int) {
	row := &p.Rows[i]
	d.row(false, func() {
		if row.Kind == FoldedRow {
			d.cell(fmt.Sprintf(`<w:tcPr><w:gridSpan w:val="%d"/></w:tcPr>`, len(p.Heads)+1), "Label", func() { d.text("", row.Label) })
			return
		}
		d.cell("", "Label", func() { d.text("", row.Label) })
		for c := range row.Cells {
			d.pageCell(row.Kind, &row.Cells[c], p.Lang(c))
		}
	})
}

// pageCell prints the labels and the text of a cell, each a paragraph.
func (d *docxWriter) pageCell(kind RowKind, c *Cell, lang string) {
	if kind == FurnitureRow && c.Part != "" {
		d.cell("", "Label", func() { d.text("Furniture", c.Furniture()) })
		return
	}
	d.raw("<w:tc>")
	if fill := docxFill(c); fill != "" {
		d.raw(`<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="` + fill + `"/></w:tcPr>`)
	}
	if labels := c.Labels(); len(labels) > 0 {
		d.paragraph("Label", func() { d.text("Strong", strings.Join(labels, "; ")) })
	}
	if d.lang = lang; lang == docxLang {
		d.lang = ""
	}
	d.paragraph("Story", func() {
		if kind == HeadlineRow {
			d.text("Strong", runsText(c.Runs))
			return
		}
		d.runs(c)
	})
	d.lang = ""
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

func hexFill(c Colour) string { return strings.TrimPrefix(c.String(), "#") }

// docxStyles are the character styles of marks.
var docxStyles = [...]string{Plain: "", Replaced: "Replaced", Inserted: "New", Gone: "Gone", Left: "", StyleMark: "HouseStyle", Lead: "Furniture", Number: "Raised", SplitAt: "Joint", MergeAt: "Joint"}

// docxSigns are printed where a mark has no words of its own.
var docxSigns = map[Mark]string{Number: " ", SplitAt: "< ", MergeAt: "> "}

func (d *docxWriter) runs(c *Cell) {
	for _, r := range Printed(c.Runs) {
		style := docxStyles[r.Mark]
		if style == "" && c.Ghost {
			style = "Furniture"
		}
		d.text(style, r.Text+docxSigns[r.Mark])
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
