package ui

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/report/pdf"
)

// reportFormat is a kind of file that a report can be.
type reportFormat uint8

const (
	asHTML reportFormat = iota
	asDOCX
	asTracked // the base with one version's changes tracked
	asPDF
	asCSV
	asJSON
	asMarkdown
	asText
)

// formatNames and formatEndings stand in the order of the constants.
func formatNames() []string {
	return []string{"HTML", tr("Word"), tr("Word, tracked"), "PDF", "CSV", "JSON", "Markdown", tr("Text")}
}

func (f reportFormat) String() string { return formatNames()[f] }

func (f reportFormat) ending() string {
	return [...]string{".html", ".docx", ".docx", ".pdf", ".csv", ".json", ".md", ".txt"}[f]
}

// formatOf is the format that the ending of a file name means; HTML where it
// says nothing.
func formatOf(path string) reportFormat {
	for f := range reportFormat(len(formatNames())) {
		if f != asTracked && strings.EqualFold(filepath.Ext(path), f.ending()) {
			return f
		}
	}
	return asHTML
}

// whole reports whether the format holds the texts in full, so that nothing
// can be left out or hidden.
func (f reportFormat) whole() bool { return f == asJSON || f == asTracked }

// Which rows a report holds.
type reportRows uint8

const (
	rowsAsSeen reportRows = iota // what the filter of the window keeps
	rowsAll
	rowsChanged
)

// reportOptions are what the dialog asks. The zero value is a page as seen.
type reportOptions struct {
	format  reportFormat
	rows    reportRows
	context int   // rows kept around each change
	out     []int // versions left out, indices into Result.Versions
	sharing report.Sharing
	scheme  report.Scheme
	date    string // "" for none
	open    bool   // show the file when it is written
}

// view is what the report shows of a page seen as v.
func (o reportOptions) view(v report.View) report.View {
	v.Order = slices.DeleteFunc(slices.Clone(v.Order), func(k int) bool { return slices.Contains(o.out, k) })
	switch o.rows {
	case rowsAll:
		v.Filter = report.Filter{}
	case rowsChanged:
		v.Filter = report.Filter{Changes: true, Context: o.context}
	}
	return v
}

// page makes the report's page of a reading seen as v. Nothing of the
// reading is modified, so it may run beside the window.
func (o reportOptions) page(r *diff.Reading, v report.View, program string) *report.Page {
	v = o.view(v)
	if v.Findings == nil {
		v.Findings = report.Look(r)
	}
	return report.New(r, v).Report(o.sharing, program, o.date)
}

// print writes the report of a reading seen as v.
func (o reportOptions) print(w io.Writer, r *diff.Reading, v report.View, program string) error {
	switch o.format {
	case asJSON:
		return report.JSON(w, r, report.BasePairs)
	case asTracked:
		return o.printTracked(w, r, v)
	}
	p := o.page(r, v, program)
	switch o.format {
	case asDOCX:
		return report.DOCX(w, p)
	case asPDF:
		return pdf.Write(w, p, pdf.Options{Scheme: o.scheme})
	case asCSV:
		return report.CSVFile(w, p)
	case asMarkdown:
		return report.Markdown(w, p)
	case asText:
		return report.Text(w, p, report.TextOptions{})
	}
	return report.HTML(w, p, o.scheme)
}

// printTracked writes the one version that is shown as tracked changes of the
// base.
func (o reportOptions) printTracked(w io.Writer, r *diff.Reading, v report.View) error {
	k, err := o.tracked(r, v)
	if err != nil {
		return err
	}
	date := o.date
	if date != "" {
		date += "T00:00:00Z"
	}
	return report.DOCXTracked(w, r, k, r.Versions[k].Name, date)
}

// tracked returns the one version beside the base, or says what is missing.
func (o reportOptions) tracked(r *diff.Reading, v report.View) (int, error) {
	shown := slices.DeleteFunc(o.view(v).Order, func(k int) bool { return k == r.Base })
	switch {
	case r.Base < 0:
		return 0, fmt.Errorf("tracked changes need a base")
	case len(shown) != 1:
		return 0, fmt.Errorf("tracked changes take the base and one version: choose which")
	}
	return shown[0], nil
}

// today is a day as reports say it.
func today(now time.Time) string { return now.Format(time.DateOnly) }

// wordsOf counts the words of each column that a page prints, headlines
// included.
func wordsOf(p *report.Page) []int {
	out := make([]int, len(p.Heads))
	for c := range p.Heads {
		for r := range p.Rows {
			for _, run := range p.Rows[r].Cells[c].Runs {
				if run.Mark != report.Number {
					out[c] += countedWords(run.Text)
				}
			}
		}
	}
	return out
}

// countedWords counts runs of letters and digits, an apostrophe inside one
// included, as the limit of words does.
func countedWords(s string) (n int) {
	inside := false
	for _, r := range s {
		word := unicode.IsLetter(r) || unicode.IsNumber(r)
		if word && !inside {
			n++
		}
		inside = word || inside && (r == '\'' || r == '’')
	}
	return n
}
