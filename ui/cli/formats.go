package cli

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/report/pdf"
	"wirediff/diff/session"
)

// format is a kind of output.
type format struct {
	name   string
	ending string // of file names that mean it
	binary bool   // nothing for a terminal
}

// formats is the table of formats; the first is the default. It is never changed.
var formats = []format{
	{"text", ".txt", false}, {"json", ".json", false}, {"html", ".html", false}, {"csv", ".csv", false}, {"md", ".md", false},
	{"docx", ".docx", true}, {"tracked", "", true}, {"pdf", ".pdf", true}, {"session", session.Extension, true},
}

func formatNames() []string {
	out := make([]string, len(formats))
	for i, f := range formats {
		out[i] = f.name
	}
	return out
}

// formatOf returns the format that the ending of a file name means.
func formatOf(path string) string {
	for _, f := range formats {
		if f.ending != "" && strings.EqualFold(filepath.Ext(path), f.ending) {
			return f.name
		}
	}
	return formats[0].name
}

func isBinary(name string) bool {
	for _, f := range formats {
		if f.name == name {
			return f.binary
		}
	}
	return false
}

// writer prints into a file or on standard output.
type writer func(w io.Writer) error

// writer finds what prints the reading as the options say.
func (r *run) writer(in *input, reading *diff.Reading, o *options) (writer, error) {
	view, err := o.view(in.view(), len(reading.Versions))
	if err != nil {
		return nil, err
	}
	day, err := o.day(r.env.Now)
	if err != nil {
		return nil, err
	}
	if view.Filter.Flagged {
		view.Findings = report.Look(reading)
	}
	switch o.format {
	case "json":
		pairs := report.BasePairs
		if o.pairs == "all" {
			pairs = report.AllPairs
		}
		return func(w io.Writer) error { return report.JSON(w, reading, pairs) }, nil
	case "session":
		return func(w io.Writer) error { return writeSession(w, in, reading.Base, view) }, nil
	case "tracked":
		return tracked(reading, view, day)
	case "text":
		opt := r.textOptions(o.output != "")
		return func(w io.Writer) error { return report.Text(w, r.page(reading, view, o, day), opt) }, nil
	case "csv":
		write := report.CSV
		if o.output != "" {
			write = report.CSVFile
		}
		return func(w io.Writer) error { return write(w, r.page(reading, view, o, day)) }, nil
	}
	return func(w io.Writer) error {
		view.Findings = report.Look(reading)
		return writeReport(w, report.New(reading, view).Report(o.sharing(), "Wirediff "+Version(), day), o)
	}, nil
}

// writeReport prints a page with its appendix in one of the formats for people.
func writeReport(w io.Writer, p *report.Page, o *options) error {
	switch o.format {
	case "html":
		return report.HTML(w, p, o.scheme())
	case "md":
		return report.Markdown(w, p)
	case "docx":
		return report.DOCX(w, p)
	}
	return pdf.Write(w, p, pdf.Options{Letter: o.paper == "letter", Scheme: o.scheme()})
}

// page is what text and CSV print: with the appendix only if asked for, as
// they are read on a terminal and by other programs.
func (r *run) page(reading *diff.Reading, view report.View, o *options, day string) *report.Page {
	if !o.details {
		return report.New(reading, view).Share(o.sharing())
	}
	view.Findings = report.Look(reading)
	return report.New(reading, view).Report(o.sharing(), "Wirediff "+Version(), day)
}

// tracked prints one version as tracked changes of the base.
func tracked(reading *diff.Reading, view report.View, day string) (writer, error) {
	base, of := reading.Base, view.Order
	if base < 0 {
		return nil, errors.New("--format tracked needs a base")
	}
	if of == nil {
		for v := range reading.Versions {
			of = append(of, v)
		}
	}
	var others []int
	for _, v := range of {
		if v != base {
			others = append(others, v)
		}
	}
	if len(others) != 1 {
		return nil, fmt.Errorf("--format tracked takes the base and one version: say which with --versions, as in --versions B")
	}
	if day != "" {
		day += "T00:00:00Z"
	}
	author := reading.Versions[others[0]].Name
	return func(w io.Writer) error { return report.DOCXTracked(w, reading, others[0], author, day) }, nil
}
