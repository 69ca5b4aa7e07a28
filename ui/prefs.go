package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"wirediff/ui/board"
)

// showSettings opens the sheet of settings. Every setting is a choice of the
// View menu and holds at once; the sheet shows them side by side.
func (w *Window) showSettings() {
	rows := container.NewVBox()
	var all []settingPress
	add := func(caption string, presses []settingPress) {
		line := container.NewHBox()
		for _, p := range presses {
			line.Add(p.press)
		}
		all = append(all, presses...)
		rows.Add(captioned(caption, line))
	}
	renew := func() {
		for _, p := range all {
			p.press.turn(p.command.chosen(w.state))
		}
	}
	size := func(id, title string) settingPress { return w.newSetting(id, title, renew) }
	add(tr("Text"), []settingPress{size("smaller", tr("Smaller")), size("usual", tr("Usual")), size("larger", tr("Larger"))})
	for _, s := range [][2]string{{"View/Light and dark", tr("Colours")}, {"View/Palette", tr("Palette")},
		{"View/Line spacing", tr("Lines")}, {"View/Face", tr("Face")}, {"View/House style", tr("House style")}} {
		var presses []settingPress
		for _, c := range w.commands {
			if c.menu == s[0] && c.set != nil {
				presses = append(presses, w.newSetting(c.id, tr(c.title), renew))
			}
		}
		add(s[1], presses)
	}
	renew()
	note := newLabel(tr("All of these are kept for the next start."), board.ColorMuted)
	w.openSheet(tr("Settings"), container.NewVBox(rows, note), all[0].press)
}

// settingPress is one choice of the sheet and the command behind it.
type settingPress struct {
	press   *press
	command command
}

func (w *Window) newSetting(id, title string, after func()) settingPress {
	c := w.command(id)
	p := newPress(faceTool, title, func() { w.do(c); after() })
	p.keys = func(e *fyne.KeyEvent) bool { return w.stage.sheet.escape(e) }
	return settingPress{p, c}
}
