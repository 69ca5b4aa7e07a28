package board_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"wirediff/diff/report"
	"wirediff/ui/board"
)

func TestShortcutsInMenusCanBeRead(t *testing.T) {
	a := test.NewTempApp(t)
	for scheme := range report.NumScheme {
		for _, dark := range []bool{false, true} {
			a.Settings().SetTheme(board.NewTheme(report.Colours(scheme, dark)))
			item := fyne.NewMenuItem("Quit", nil)
			item.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyQ, Modifier: fyne.KeyModifierControl}
			menu := widget.NewMenu(fyne.NewMenu("", item))
			for _, o := range test.LaidOutObjects(menu) {
				if text, ok := o.(*canvas.Text); ok {
					if c := color.NRGBAModel.Convert(text.Color).(color.NRGBA); c.A < 0xF0 {
						t.Errorf("%v, dark %v: %q is printed with alpha %d", scheme, dark, text.Text, c.A)
					}
				}
			}
		}
	}
}
