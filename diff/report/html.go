package report

import (
	"bufio"
	_ "embed"
	"fmt"
	"html"
	"html/template"
	"io"
	"strconv"
	"strings"

	"wirediff/diff"
)

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

// HTML writes the page as one file that needs no other: a summary as a table
// and the page as a table, one row per unit, with <ins> and <del> for words.
// It follows the reader's choice of light and dark, prints in grey, and
// links the two ends of a move. Nothing in it is fetched or run.
func HTML(w io.Writer, p *Page, s Scheme) error {
	t, err := template.New("page").Funcs(template.FuncMap{
		"clean": Clean,
		"mark":  markHTML,
		"share": shareWords,
		"runs":  runsHTML,
	}).Parse(pageHTML)
	if err != nil {
		return fmt.Errorf("the page's own template: %w", err) // only if page.html is broken
	}
	b := bufio.NewWriterSize(w, 64<<10)
	if err := t.Execute(b, htmlPage{p, s}); err != nil {
		return err
	}
	return b.Flush()
}

// markHTML draws a status mark.
func markHTML(name string) template.HTML {
	if name == "" {
		return ""
	}
	return template.HTML(`<svg class="m" aria-hidden="true"><use href="#m-` + name + `"/></svg>`)
}

// runsHTML prints the text of a cell with its marks. It is written by hand
// because it is most of a page: a template takes five times as long.
func runsHTML(runs []Run) template.HTML {
	var b strings.Builder
	tag := func(open, text, end string) {
		b.WriteString(open)
		b.WriteString(html.EscapeString(Clean(text)))
		b.WriteString(end)
	}
	for _, r := range Printed(runs) {
		switch r.Mark {
		case Replaced:
			tag(`<ins class="rep">`, r.Text, "</ins>")
		case Inserted:
			tag(`<ins class="new">`, r.Text, "</ins>")
		case Gone:
			tag("<del>", r.Text, "</del>")
		case StyleMark:
			if r.Tip == "" { // an excerpt
				tag(`<span class="sty">`, r.Text, "</span>")
				continue
			}
			tag(`<span class="sty" title="base: `, r.Tip, `">`)
			tag("", r.Text, "</span>")
		case Lead:
			tag(`<span class="lead">`, r.Text, "</span>")
		case Number:
			tag(`<span class="num">`, r.Text, " </span>")
		case SplitAt, MergeAt:
			b.WriteString(`<span class="joint">` + string(markHTML(r.Mark.String())) + "</span> ")
		default:
			tag("", r.Text, "")
		}
	}
	return template.HTML(b.String())
}

// shareWords is the share of the base that a version kept.
func shareWords(h Head) string {
	switch {
	case h.Base:
		return ""
	case h.Tally.OwnStory:
		return "own story"
	}
	return fmt.Sprintf("%d%%", Percent(h.Tally.Kept))
}

// htmlPage is what page.html prints.
type htmlPage struct {
	*Page
	scheme Scheme
}

// Based reports whether the page is read against a base.
func (p htmlPage) Based() bool { return p.Reading.Base >= 0 }

// Light and Dark are the colours as custom properties.
func (p htmlPage) Light() template.CSS { return variables(Colours(p.scheme, false)) }

// Dark is Light for a dark screen.
func (p htmlPage) Dark() template.CSS { return variables(Colours(p.scheme, true)) }

// Style is the style sheet.
func (p htmlPage) Style() template.CSS { return template.CSS(pageCSS) }

// variables prints a palette as CSS custom properties.
func variables(c Palette) template.CSS {
	var b strings.Builder
	set := func(name string, c Colour) { fmt.Fprintf(&b, "--%s: %s; ", name, c) }
	set("paper", c.Paper)
	set("ink", c.Ink)
	set("quiet", c.Quiet)
	set("muted", c.Muted)
	set("rule", c.Rule)
	set("hair", c.Hair)
	set("edge", c.Edge)
	set("focus", c.Focus)
	set("hatch", c.Hatch)
	for _, f := range []struct {
		name string
		Family
	}{{"added", c.Added}, {"word", c.Word}, {"moved", c.Moved}, {"cut", c.Cut}, {"style", c.Style}} {
		set(f.name+"-mark", f.Mark)
		set(f.name+"-line", f.Line)
		set(f.name+"-tint", f.Tint)
	}
	return template.CSS(b.String())
}

// CountWords heads the columns of the summary.
func (p htmlPage) CountWords() []string {
	var words []string
	for _, c := range Counts(diff.Tally{}, p.Based()) {
		words = append(words, c.Word)
	}
	return words
}

// CountsOf are the figures of a version, empty for the base.
func (p htmlPage) CountsOf(h Head) []string {
	var out []string
	for _, c := range Counts(h.Tally, p.Based()) {
		n := ""
		if !h.Base {
			n = fmt.Sprint(c.N)
		}
		out = append(out, n)
	}
	return out
}

// htmlRow is a row with what its classes say.
type htmlRow struct {
	*Row
	Index int
	Cells []htmlCell
}

// Row prepares a row for the template.
func (p htmlPage) Row(i int, r Row) htmlRow {
	row := htmlRow{Row: &r, Index: i, Cells: make([]htmlCell, len(r.Cells))}
	for c := range r.Cells {
		row.Cells[c] = htmlCell{Cell: &r.Cells[c], Furniture: r.Kind == FurnitureRow && r.Cells[c].Part != "", Lang: p.Lang(c)}
	}
	return row
}

// Folded reports whether the row stands for rows that the filter folded.
func (r htmlRow) Folded() bool { return r.Kind == FoldedRow }

// Class is the row's kind, with "par" for more air and "lab" for a band of labels.
func (r htmlRow) Class() string {
	class := [...]string{TextRow: "text", HeadlineRow: "headline", FurnitureRow: "furn", FoldedRow: "fold"}[r.Kind]
	if r.Paragraph {
		class += " par"
	}
	for _, c := range r.Cells {
		if c.Labelled() {
			return class + " lab"
		}
	}
	return class
}

// htmlCell is a cell with what its classes say.
type htmlCell struct {
	*Cell
	Furniture bool
	Lang      string
}

// Labelled reports whether anything stands above the text.
func (c htmlCell) Labelled() bool {
	return c.Chip != nil || c.Status() != "" || c.CutNote != "" || len(c.Notes()) > 0
}

// Status is the status word with its part, empty for quiet cells.
func (c htmlCell) Status() string {
	s := c.Verdict.Status
	if c.Ghost || c.Unit == none || c.Quiet() || s == diff.Kept && c.Chip != nil {
		return ""
	}
	words := strings.TrimSpace(s.String() + " " + c.Part)
	if c.Verdict.Unsure {
		words += ", unsure"
	}
	return words
}

// Notes are what else stands beside the status.
func (c htmlCell) Notes() []string {
	var out []string
	if c.Verdict.Hand {
		out = append(out, "by hand")
	}
	if c.Related != "" {
		out = append(out, c.Related)
	}
	if c.Role != "" && !c.Furniture {
		out = append(out, c.Role)
	}
	return append(out, c.Asides()...)
}

// Mark names the drawn mark of the status.
func (c htmlCell) Mark() string {
	switch s := c.Verdict.Status; s {
	case diff.SameInAll:
		return diff.Kept.String()
	case diff.Varies:
		return diff.Reworded.String()
	case diff.OnlyHere:
		return diff.Added.String()
	case diff.NotHere:
		return diff.Cut.String()
	default:
		return s.String()
	}
}

// Class names the family of the cell's colours and its shape.
func (c htmlCell) Class() string {
	if c.Ghost {
		return "ghost l"
	}
	class := [...]string{diff.Absent: "", diff.IsBase: "", diff.Kept: "quiet", diff.Style: "style", diff.Reworded: "word",
		diff.Recast: "word recast", diff.Split: "shape", diff.Merged: "shape", diff.Added: "added", diff.Cut: "cut",
		diff.SameInAll: "quiet", diff.Varies: "word", diff.OnlyHere: "added", diff.NotHere: "cut", diff.NumStatus: ""}[c.Verdict.Status]
	if c.Chip != nil && !c.Chip.To {
		class += " moved"
	}
	if c.Verdict.Unsure {
		class += " unsure"
	}
	if c.Labelled() {
		class += " l"
	}
	return strings.TrimSpace(class)
}

// Link is the number in the address of the row that line i is about, "" if
// none is or it is folded.
func (s Section) Link(i int) string {
	if s.Rows == nil || s.Rows[i] < 0 {
		return ""
	}
	return strconv.Itoa(s.Rows[i])
}
