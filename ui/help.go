package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"wirediff/ui/board"
)

// keyLine is a line of the list of keys.
type keyLine struct{ menu, title, keys string }

// keyList returns every command with its keys, in the order of the menus, and
// the keys that the board has by itself.
func (w *Window) keyList() []keyLine {
	var lines []keyLine
	for _, c := range w.commands {
		if len(c.keys) == 0 {
			continue
		}
		var words []string
		for _, k := range c.keys {
			words = append(words, k.String())
		}
		menu, _, _ := strings.Cut(c.menu, "/")
		lines = append(lines, keyLine{tr(menu), strings.TrimSuffix(tr(c.title), " …"), strings.Join(words[:min(2, len(words))], ",  ")})
	}
	return append(lines, boardKeys()...)
}

// boardKeys are the keys that move inside the board and between regions.
func boardKeys() []keyLine {
	return []keyLine{
		{tr("On the page"), tr("Cell"), tr("Arrows")},
		{tr("On the page"), tr("A screen up or down"), tr("Page Up,  Page Down")},
		{tr("On the page"), tr("Follow a move to its other end"), tr("Enter")},
		{tr("On the page"), tr("Text size"), tr("Ctrl and wheel")},
		{tr("On the page"), tr("Next control"), tr("Tab")},
		{tr("On the page"), tr("Menu"), "Alt"},
	}
}

// keyColumns is how many columns the sheet of keys has.
const keyColumns = 3

// showKeys lists the keys.
func (w *Window) showKeys() {
	var blocks [][]fyne.CanvasObject
	last := ""
	for _, l := range w.keyList() {
		if l.menu != last {
			last = l.menu
			head := newLabel(l.menu, board.ColorInk)
			head.bold = true
			blocks = append(blocks, []fyne.CanvasObject{padded(head, 0, 6, 0, 2)})
		}
		n := len(blocks) - 1
		blocks[n] = append(blocks[n], keyRow(l))
	}
	page := w.bounded(container.NewHBox(balanced(blocks, keyColumns)...))
	w.openSheet(tr("Keys"), page, nil)
	w.stage.sheet.page = page
}

// sheetAround is what title, buttons and a rim of the window take around the
// content of a sheet.
const sheetAround = 170

// bounded lets content scroll that is higher than a sheet can be.
func (w *Window) bounded(content fyne.CanvasObject) *container.Scroll {
	scroll := container.NewVScroll(padded(content, 0, 0, 14, 0))
	m := content.MinSize()
	scroll.SetMinSize(fyne.NewSize(m.Width+14, min(m.Height, w.win.Canvas().Size().Height-sheetAround)))
	return scroll
}

// keyRow is a line of the sheet: the command, and its keys in a column.
func keyRow(l keyLine) fyne.CanvasObject {
	title, keys := newLabel(l.title, board.ColorInk), newLabel(l.keys, board.ColorMuted)
	title.size, keys.size = 12, 12
	return padded(container.New(&leftRight{}, container.New(&inLine{}, title), keys), 0, 0, 26, 0)
}

// balanced puts the blocks into columns of about the same length, in order.
func balanced(blocks [][]fyne.CanvasObject, columns int) []fyne.CanvasObject {
	total := 0
	for _, b := range blocks {
		total += len(b)
	}
	var out []fyne.CanvasObject
	var column []fyne.CanvasObject
	flush := func() {
		out = append(out, container.New(keyColumn{}, column...))
		column = nil
	}
	for _, b := range blocks {
		if len(column) > 0 && len(out) < columns-1 && len(column)+len(b)/2 > total/columns {
			flush()
		}
		column = append(column, b...)
	}
	flush()
	return out
}

// Measures of the sheet of keys.
const keyColumnWidth, keyLineHeight = 330, 19

// keyColumn stacks the lines of a column of keys.
type keyColumn struct{}

// MinSize is part of fyne.Layout.
func (keyColumn) MinSize(os []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, o := range os {
		h += max(keyLineHeight, o.MinSize().Height)
	}
	return fyne.NewSize(keyColumnWidth, h)
}

// Layout is part of fyne.Layout.
func (keyColumn) Layout(os []fyne.CanvasObject, s fyne.Size) {
	y := float32(0)
	for _, o := range os {
		h := max(keyLineHeight, o.MinSize().Height)
		o.Resize(fyne.NewSize(s.Width, h))
		o.Move(fyne.NewPos(0, y))
		y += h
	}
}

// showHowTo shows the marks with a line each, as the start page does.
func (w *Window) showHowTo() {
	w.openSheet(tr("How to read a page"), container.New(&fixedWidth{howToWidth}, newHowTo(w.stage.serifs)), nil)
}

// showAbout says what the program is.
func (w *Window) showAbout() {
	meta := w.app.Metadata()
	lines := []string{
		tr("Several versions of one story, side by side, sentence by sentence."),
		tr("Evidence, not verdicts: the program says what stands where, nobody's intent."),
		tr("Nothing leaves this machine. Web addresses are fetched only when you ask."),
		tr("Free software under the Apache License 2.0."),
	}
	box := container.NewVBox()
	for _, l := range lines {
		box.Add(newLabel(l, board.ColorInk))
	}
	name := appName
	if meta.Version != "" && meta.Version != "0.0.0" {
		name += " " + meta.Version
	}
	w.openSheet(name, box, nil)
}
