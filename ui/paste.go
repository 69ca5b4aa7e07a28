package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"wirediff/ui/board"
)

// Size of the sheet to paste a text in.
const pasteLines, pasteWidth = 14, 620

// paste asks for a text and the name of its outlet; what is on the clipboard
// stands there already.
func (w *Window) paste() {
	name, body := newSheetEntry(w, 1), newSheetEntry(w, pasteLines)
	name.PlaceHolder = tr("Outlet")
	body.PlaceHolder = tr("Paste the text of the version here.")
	body.SetText(w.app.Clipboard().Content())
	add := newPress(facePrimary, tr("Add as %s", letter(len(w.state.Versions))), func() { w.addPasted(name.Text, body.Text) })
	name.OnSubmitted = func(string) { w.addPasted(name.Text, body.Text) }
	head := padded(name, 0, 0, 0, 8)
	form := container.New(layout.NewBorderLayout(head, nil, nil, nil), head, body) // Tab goes from the name to the text
	w.openSheet(tr("Paste a text as a version"), container.New(&fixedWidth{pasteWidth}, form), name, add)
}

// addPasted adds a pasted text as a version.
func (w *Window) addPasted(name, body string) {
	if strings.TrimSpace(body) == "" {
		w.say(tr("There is no text to add."), "", nil)
		return
	}
	w.stage.sheet.close()
	if name = strings.TrimSpace(name); name == "" {
		name = tr("Pasted text %s", letter(len(w.state.Versions)))
	}
	src := w.opener.Paste(name, body)
	src.Name = name
	w.edit(addedWords(len(w.state.Versions), 1), func(s State) State {
		s, _ = s.with(Version{Stage: Read, Source: src})
		return s
	})
}

// askName asks for another name of a version.
func (w *Window) askName(id ID) {
	i := w.state.version(id)
	if i < 0 {
		return
	}
	e := newSheetEntry(w, 1)
	e.SetText(w.state.Versions[i].Name())
	give := func(string) {
		w.stage.sheet.close()
		w.rename(id, strings.TrimSpace(e.Text))
	}
	e.OnSubmitted = give
	hint := newLabel(tr("The name stands above the column and in every list."), board.ColorMuted)
	ok := newPress(facePrimary, tr("Rename"), func() { give("") })
	w.openSheet(tr("Rename a version"), container.New(&fixedWidth{360}, container.NewVBox(e, hint)), e, ok)
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
}
