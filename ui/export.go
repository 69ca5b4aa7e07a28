package ui

import (
	"io"
	"path/filepath"
	"strings"

	"wirediff/diff/report"
	"wirediff/diff/session"
)

// reportName is what a report is called if nobody says otherwise.
const reportName = "comparison.html"

// export asks for a file and writes the page there as the reader sees it:
// base, columns, filter and house style as in the window.
func (w *Window) export() {
	w.askPath(saveQuestion{title: "Write a report", accept: "Write", folder: w.saveFolder(), name: reportName}, w.exportTo)
}

// exportTo writes the page to path beside the window, in the format that the
// ending of the name says.
func (w *Window) exportTo(path string) {
	if path == "" || w.page == nil {
		return
	}
	if filepath.Ext(path) == "" {
		path += ".html"
	}
	page, scheme := w.page, w.state.Look.Scheme
	go func() {
		err := session.WriteFile(path, func(out io.Writer) error { return printTo(out, path, page, scheme) })
		w.jobs.post(func() {
			if err != nil {
				w.say(err.Error(), "", nil)
				return
			}
			w.say("The report was written: "+filepath.Base(path), "", nil)
		})
	}()
}

// printTo prints the page in the format that the ending of path says; HTML
// where it says nothing.
func printTo(out io.Writer, path string, p *report.Page, s report.Scheme) error {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv":
		return report.CSV(out, p)
	case ".txt":
		return report.Text(out, p, report.TextOptions{})
	case ".json":
		return report.JSON(out, p.Reading, report.AllPairs)
	}
	return report.HTML(out, p, s)
}
