package ui

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"

	"wirediff/diff/report"
)

// noFilter is the filter that keeps every row.
func noFilter() report.Filter { return report.Filter{} }

// sameFilter reports whether two filters keep the same rows.
func sameFilter(a, b report.Filter) bool { return reflect.DeepEqual(a, b) }

// baseHere makes the focused column the base.
func (w *Window) baseHere() {
	if id, ok := w.columnHere(); ok {
		w.setBase(id)
	}
}

func (w *Window) setBase(id ID) {
	w.edit("", func(s State) State { s.Base = id; return s })
}

// hideHere folds the focused column away.
func (w *Window) hideHere() {
	if id, ok := w.columnHere(); ok {
		w.setHidden(id, true)
	}
}

// setHidden folds a column away or brings it back; the last one stays.
func (w *Window) setHidden(id ID, hide bool) {
	if hide && len(w.page.Heads) < 2 {
		w.say(tr("The last column stays."), "", nil)
		return
	}
	w.apply(func(s State) State {
		return s.change(id, func(v Version) Version { v.Hidden = hide; return v })
	})
}

// moveHere moves the focused column by steps.
func (w *Window) moveHere(steps int) {
	if id, ok := w.columnHere(); ok {
		w.edit("", func(s State) State { return s.moved(id, steps) })
		w.focusColumn(id)
	}
}

// moveColumn moves a column to a place from the left, as a drag asks.
func (w *Window) moveColumn(id ID, place int) {
	w.edit("", func(s State) State {
		shown := s.shown()
		return s.moved(id, place-slices.Index(shown, id))
	})
}

// removeHere removes the version of the focused column.
func (w *Window) removeHere() {
	if id, ok := w.columnHere(); ok {
		w.remove(id)
	}
}

// remove takes a version out of the comparison; undo brings it back.
func (w *Window) remove(id ID) {
	i := w.state.version(id)
	if i < 0 {
		return
	}
	w.edit(tr("%s was removed.", w.state.Versions[i].Name()), func(s State) State { return s.without(id) })
}

// renameHere asks for another name of the focused version.
func (w *Window) renameHere() {
	if id, ok := w.columnHere(); ok {
		w.askName(id)
	}
}

// rename gives a version the name of its outlet.
func (w *Window) rename(id ID, name string) {
	if name == "" {
		return
	}
	w.edit("", func(s State) State { return s.notesUnder(id, name).renamed(id, name) })
}

// baseItems returns an entry per version to be the base, and one for none.
func (w *Window) baseItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for k, id := range w.state.Compared {
		if i := w.state.version(id); i >= 0 {
			item := fyne.NewMenuItem(w.state.Versions[i].Name(), func() { w.setBase(id) })
			item.Checked = k == w.state.baseIndex()
			items = append(items, item)
		}
	}
	none := w.menuItem(w.command("basenone"))
	none.Label = tr("None")
	return append(items, none)
}

// columnMenu returns what can be done with the column of a version: the menu
// of its heading.
func (w *Window) columnMenu(id ID) *fyne.Menu {
	i := w.state.version(id)
	if i < 0 {
		return fyne.NewMenu("")
	}
	v := w.state.Versions[i]
	item := func(title string, run func()) *fyne.MenuItem { return fyne.NewMenuItem(title, run) }
	base := item(tr("Base"), func() { w.setBase(id) })
	base.Checked = w.state.baseIndex() == slices.Index(w.state.Compared, id)
	again := item(tr("Reload"), func() { w.readAgain(v) })
	again.Disabled = v.Path == ""
	encoding := item(tr("Text encoding …"), func() { w.askEncoding(id) })
	encoding.Disabled = !w.state.reencodes(v)
	pin := item(tr("Pinned at the left"), func() { w.pin(id, !v.Pinned) })
	pin.Checked = v.Pinned
	return fyne.NewMenu(v.Name(), base, pin, fyne.NewMenuItemSeparator(),
		item(tr("To the left"), func() { w.edit("", func(s State) State { return s.moved(id, -1) }) }),
		item(tr("To the right"), func() { w.edit("", func(s State) State { return s.moved(id, +1) }) }),
		item(tr("Hide"), func() { w.setHidden(id, true) }), fyne.NewMenuItemSeparator(),
		item(tr("Note …"), func() { w.noteOnVersion(id) }),
		item(tr("Rename …"), func() { w.askName(id) }),
		item(tr("About this text …"), func() { w.showSource(id) }), encoding, again,
		item(tr("Remove"), func() { w.remove(id) }))
}
