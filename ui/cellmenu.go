package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"wirediff/diff/report"
)

// cellMenu returns what can be done with the cell at a place.
func (w *Window) cellMenu(at report.Place) *fyne.Menu {
	m := fyne.NewMenu("")
	for _, id := range []string{"why", "link", "unlink", "split", "merge", "never", "", "counttext", "setaside", "", "otherend", "bothends", "", "copyrow"} {
		if id == "" {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator())
			continue
		}
		m.Items = append(m.Items, w.menuItem(w.command(id)))
	}
	if c, ok := w.cellAt(at); ok {
		if rules := w.cellRules(c); len(rules) > 0 {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator(),
				w.ruleMenu(tr("House style, in this comparison"), rules, false), w.ruleMenu(tr("House style, always"), rules, true))
		}
	}
	return m
}

// popCellMenu opens the menu of the focused cell below it, by keys.
func (w *Window) popCellMenu() {
	at, focused := w.stage.board.Focus()
	pos, size, ok := w.stage.board.CellRect(at)
	if !focused || !ok {
		w.say(tr("Go to a sentence first."), "", nil)
		return
	}
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.stage.board)
	w.popMenuAt(w.cellMenu(at), top.Add(pos).AddXY(size.Width/4, min(size.Height, w.stage.board.Size().Height/3)))
}

// copyRow copies the focused row as a table: the outlets, and below them
// what each prints, apart by tabs.
func (w *Window) copyRow() {
	c, ok := w.cellHere()
	if !ok {
		return
	}
	var names, cells []string
	for _, h := range w.page.Heads {
		names = append(names, h.Name)
		story := w.reading.Versions[h.Version]
		var parts []string
		for _, s := range w.cellOf(c.row, h.Version).sentences {
			parts = append(parts, strings.Join(strings.Fields(story.Text(int(s))), " "))
		}
		cells = append(cells, strings.Join(parts, " "))
	}
	w.app.Clipboard().SetContent(strings.Join(names, "\t") + "\n" + strings.Join(cells, "\t") + "\n")
	w.say(tr("Row %s was copied as a table.", w.rowLabel(c.row)), "", nil)
}
