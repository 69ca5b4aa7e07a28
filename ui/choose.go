package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
)

// openFiles asks for files, many at once where the system can, and opens them.
func (w *Window) openFiles() {
	w.choosePaths(false, func() {
		dialog.ShowFileOpen(func(f fyne.URIReadCloser, err error) {
			if f == nil || err != nil {
				return
			}
			path := f.URI().Path()
			f.Close()
			w.openPaths([]string{path})
			w.say(tr("The file was opened."), tr("Add another"), w.openFiles)
		}, w.win)
	})
}

// openFolder asks for a folder and opens every file in it.
func (w *Window) openFolder() {
	w.choosePaths(true, func() {
		dialog.ShowFolderOpen(func(d fyne.ListableURI, err error) {
			if d != nil && err == nil {
				w.openPaths([]string{d.Path()})
			}
		}, w.win)
	})
}

// choosePaths asks the system's own chooser beside the window, and the
// toolkit's where the system has none.
func (w *Window) choosePaths(folder bool, otherwise func()) {
	go func() {
		paths, ok := nativeChooser(folder)
		w.jobs.post(func() {
			if ok {
				w.openPaths(paths)
			} else {
				otherwise()
			}
		})
	}()
}
