package ui

import (
	"io"
	"net/url"
	"path/filepath"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/session"
)

// sessionEnding is the ending of session files.
const sessionEnding = session.Extension

// exportTo writes the page to path as it is seen, in the format that the
// ending of the name says.
func (w *Window) exportTo(path string) {
	if path == "" || w.page == nil {
		return
	}
	o := reportOptions{format: formatOf(path), scheme: w.state.Look.Scheme, sharing: report.Sharing{Notes: true}}
	w.writeReport(path, o, w.reading, w.page.View)
}

// writeReport writes a report beside the window, whole or not at all, and
// opens it if that was asked for.
func (w *Window) writeReport(path string, o reportOptions, r *diff.Reading, v report.View) {
	if filepath.Ext(path) == "" {
		path += o.format.ending()
	}
	path = absolute(path)
	program := w.program()
	w.say(tr("Writing %s …", filepath.Base(path)), "", nil)
	w.jobs.beside(func() func() {
		err := session.WriteFile(path, func(out io.Writer) error { return o.print(out, r, v, program) })
		return func() {
			if err != nil {
				w.say(fileReason(path, err), "", nil)
				return
			}
			if o.open {
				w.openFile(path)
			}
			w.say(tr("The report was written: %s", filepath.Base(path)), tr("Open it"), func() { w.openFile(path) })
		}
	})
}

// openFile shows a file in the program that the desktop has for it.
func (w *Window) openFile(path string) {
	if err := w.app.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}); err != nil {
		w.say(tr("No program opened it: %s", plainReason(err)), "", nil)
	}
}

// program names the program and its version, as reports do.
func (w *Window) program() string {
	if v := w.app.Metadata().Version; v != "" && v != "0.0.0" {
		return appName + " " + v
	}
	return appName
}
