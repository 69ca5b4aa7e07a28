package ui

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"wirediff/ui/board"
)

// askWidth is the width of a question.
const askWidth = 520

// choice is an answer to a question.
type choice struct {
	words string
	run   func()
}

// ask puts a question. The first choice has the focus and Enter; Escape and
// Cancel do nothing.
func (w *Window) ask(title, words string, choices ...choice) {
	var buttons []fyne.CanvasObject
	for i, c := range choices {
		f := faceTool
		if i == 0 {
			f = facePrimary
		}
		buttons = append(buttons, newPress(f, c.words, func() {
			w.stage.sheet.close()
			c.run()
		}))
	}
	w.openSheet(title, container.New(&fixedWidth{askWidth}, wrapped(words)), buttons[0].(*press), buttons...)
	w.stage.sheet.shut.say(tr("Cancel"))
}

// wrapped is running text of the program.
func wrapped(words string) *widget.Label {
	l := widget.NewLabel(words)
	l.Wrapping = fyne.TextWrapWord
	return l
}

// showLines shows what several failures say, one to a line.
func (w *Window) showLines(title string, lines []error) {
	box := container.NewVBox()
	for _, l := range lines {
		box.Add(wrapped(l.Error() + "."))
	}
	scroll := container.NewVScroll(box)
	scroll.SetMinSize(fyne.NewSize(askWidth, min(box.MinSize().Height, 320)))
	w.openSheet(title, scroll, nil)
}

// saveQuestion asks for the file to write to.
type saveQuestion struct{ title, accept, folder, name string }

// askPath asks with the desktop's own chooser where there is one, else with a
// sheet of ours: the toolkit's dialog would empty an existing file before
// anything is written to it.
func (w *Window) askPath(q saveQuestion, give func(path string)) {
	w.jobs.beside(func() func() {
		path, ok := nativeSave(q)
		return func() {
			switch {
			case !ok:
				w.askPathHere(q, give)
			case path != "":
				give(path)
			}
		}
	})
}

// askPathHere asks for a path in a sheet, and says when a file is there.
func (w *Window) askPathHere(q saveQuestion, give func(path string)) {
	e := newSheetEntry(w, 1)
	there := newLabel("", board.ColorMuted)
	accept := newPress(facePrimary, q.accept, nil)
	e.OnChanged = func(path string) {
		words := tr("The folder and the name of the file.")
		if _, err := os.Stat(path); err == nil {
			words = tr("There is a file of this name. It will be replaced.")
		}
		there.say(words)
	}
	send := func() {
		if filepath.Base(e.Text) == "." || e.Text == "" || isFolder(e.Text) {
			there.say(tr("This is a folder: a name is missing."))
			return
		}
		w.stage.sheet.close()
		give(e.Text)
	}
	accept.action, e.OnSubmitted = send, func(string) { send() }
	folder := newPress(faceTool, tr("Another folder …"), func() {
		dialog.ShowFolderOpen(func(d fyne.ListableURI, err error) {
			if d != nil && err == nil {
				e.SetText(filepath.Join(d.Path(), filepath.Base(e.Text)))
			}
		}, w.win)
	})
	w.openSheet(q.title, container.New(&fixedWidth{askWidth + 60}, container.NewVBox(e, there)), e, folder, accept)
	w.stage.sheet.shut.say(tr("Cancel"))
	e.SetText(filepath.Join(q.folder, q.name))
	e.CursorColumn = len([]rune(e.Text))
	e.Refresh()
}

// homeFolder is the person's own folder, "." if it is not known.
func homeFolder() string {
	if home, err := os.UserHomeDir(); err == nil {
		return home
	}
	return "."
}
