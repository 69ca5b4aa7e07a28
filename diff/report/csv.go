package report

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"wirediff/diff"
)

// CSVFile is CSV for a file that people open: U+FEFF stands in front, for
// without that mark Excel takes the bytes for the system's old code page and
// spoils every quotation mark and accent. LibreOffice, Numbers and Google's
// sheets drop it. What a program reads from a pipe has none (CSV).
func CSVFile(w io.Writer, p *Page) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	return CSV(w, p)
}

// CSV writes one line per row of the page: its label, then per version the
// status, the place at the other end of a move, and the text. Comma, LF, UTF-8
// (RFC 4180 but for the line ends, which every reader takes). A cell that a
// spreadsheet would take for a formula gets an apostrophe in front.
func CSV(w io.Writer, p *Page) error {
	c := csv.NewWriter(w)
	line := []string{"row"}
	for _, h := range p.Heads {
		n := neutral(Clean(h.Name))
		line = append(line, n+": status", n+": move", n+": text")
	}
	_ = c.Write(line)
	for i := range p.Rows {
		r := &p.Rows[i]
		line = append(line[:0], rowName(r))
		for k := range r.Cells {
			status, move, words := csvCell(r, &r.Cells[k])
			line = append(line, neutral(status), neutral(move), neutral(words))
		}
		_ = c.Write(line)
	}
	csvAppendix(w, c, p)
	c.Flush()
	return c.Error()
}

// csvAppendix adds tables below the rows, an empty line and a line of heads
// before each: the notes, and in a report the groups, the statistics and the
// other sections.
func csvAppendix(w io.Writer, c *csv.Writer, p *Page) {
	tables := []Section{p.csvNotes()}
	if p.Appendix != nil {
		tables = append(append(tables, p.csvGroups(), p.csvFigures()), p.otherSections()...)
	}
	for _, s := range tables {
		if len(s.Lines) == 0 {
			continue
		}
		if c.Flush(); c.Error() != nil {
			return
		}
		if _, err := io.WriteString(w, "\n"); err != nil {
			return // the next flush says so
		}
		heads := s.Heads
		if heads == nil {
			heads = []string{s.Title, ""}
		}
		for _, line := range append([][]string{heads}, s.Lines...) {
			fields := make([]string, len(line))
			for i, f := range line {
				fields[i] = neutral(Clean(f))
			}
			_ = c.Write(fields)
		}
	}
}

// csvNotes are the notes made by hand.
func (p *Page) csvNotes() Section {
	s := Section{Heads: []string{"note on", "tag", "note"}}
	for _, n := range p.Remarks {
		s.Lines = append(s.Lines, []string{n.Where, n.Tag, n.Text})
	}
	return s
}

// csvGroups are the groups of sentences that were matched, of each pair of the
// base with a version shown, without a base of every pair: numbers of
// sentences as readers count them, furniture left out.
func (p *Page) csvGroups() Section {
	s := Section{Heads: []string{"first", "second", "group", "kind", "moved", "score", "sentences of the first", "sentences of the second"}}
	for i, a := range p.Heads {
		for k, b := range p.Heads {
			base := p.Reading.Base
			if base >= 0 && !(a.Base && !b.Base) || base < 0 && i >= k {
				continue
			}
			pair := p.Reading.Pair(a.Version, b.Version)
			as, bs := numbers(p.Reading.Versions[a.Version]), numbers(p.Reading.Versions[b.Version])
			n := 0
			for _, g := range pair.Groups {
				if left, right := span(g.A, as), span(g.B, bs); left != "" || right != "" {
					n++
					s.Lines = append(s.Lines, []string{a.Letter, b.Letter, strconv.Itoa(n), g.Kind.String(), strconv.FormatBool(g.Moved), string(appendScore(nil, g.Score)), left, right})
				}
			}
		}
	}
	return s
}

// csvFigures is the statistics with numbers alone: per version the figure
// and the whole that it is a share of.
func (p *Page) csvFigures() Section {
	s := Section{Heads: []string{"per", "statistic", "definition"}}
	for _, h := range p.Heads {
		s.Heads = append(s.Heads, h.Name, h.Name+": of")
	}
	for _, f := range p.figures() {
		line := []string{[...]string{"text", "row", "sentence", "word"}[f.Unit], f.Name, f.Definition}
		for _, v := range f.Values {
			line = append(line, number(v.N, v.N >= 0), number(v.Of, v.N >= 0 && v.Of > 0))
		}
		s.Lines = append(s.Lines, line)
	}
	return s
}

// number prints n if there is one.
func number(n int, is bool) string {
	if !is {
		return ""
	}
	return strconv.Itoa(n)
}

// rowName is what stands in the first field of a row.
func rowName(r *Row) string {
	switch r.Kind {
	case HeadlineRow:
		return "headline"
	case FurnitureRow:
		return "furniture"
	}
	return r.Label
}

// csvCell returns the three fields of a cell.
func csvCell(r *Row, c *Cell) (status, move, words string) {
	status = c.Words()
	if c.Verdict.Status == diff.IsBase {
		status = diff.IsBase.String()
	}
	if r.Kind == FurnitureRow {
		status = c.Role
	}
	if c.Chip != nil {
		move = c.Chip.String()
	}
	if c.Ghost {
		return "", move, ""
	}
	var b strings.Builder
	for _, run := range c.Runs {
		if run.Mark != Number {
			b.WriteString(run.Text)
		}
	}
	return status, move, Clean(b.String())
}

// neutral puts an apostrophe before what a spreadsheet would compute: fields
// that start with = + - @, in full width too, a tab or a line break (OWASP,
// CSV injection).
func neutral(s string) string {
	if r, _ := utf8.DecodeRuneInString(s); s != "" && strings.ContainsRune("=+-@＝＋－＠\t\r\n", r) {
		return "'" + s
	}
	return s
}
