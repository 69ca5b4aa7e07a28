package ui

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"wirediff/diff/report"
	"wirediff/ui/board"
)

// wardrobe knows whether the system is dark.
//
// On Linux the toolkit says "dark" until the desktop has answered, which some
// never do; so a window there begins light, and what the toolkit tells counts
// from its first news on. A theme of our own is news too; it is not heard.
type wardrobe struct {
	system  fyne.ThemeVariant
	dressed bool // a theme is being set by us
}

func newWardrobe(a fyne.App) wardrobe {
	if runtime.GOOS == "linux" {
		return wardrobe{system: theme.VariantLight}
	}
	return wardrobe{system: a.Settings().ThemeVariant()}
}

// wearLook gives the window and its board the colours of its look.
func (w *Window) wearLook() {
	p := w.wearTheme()
	if look := w.state.Look.board(p); look != w.stage.board.Look() {
		w.stage.board.SetLook(look)
	}
}

// wearTheme sets the theme of the look and returns its palette.
func (w *Window) wearTheme() report.Palette {
	p := w.state.Look.palette(w.wardrobe.system)
	if th, ok := w.app.Settings().Theme().(*board.Theme); !ok || th.Palette() != p {
		w.wardrobe.dressed = true
		w.app.Settings().SetTheme(board.NewTheme(p))
		w.wardrobe.dressed = false
	}
	return p
}

// followSystem changes between light and dark with the system.
func (w *Window) followSystem(s fyne.Settings) {
	if w.wardrobe.dressed {
		return
	}
	w.wardrobe.system = s.ThemeVariant()
	if w.state.Look.Light == LikeSystem {
		w.wearLook()
	}
}

// turnDark changes between light and dark, whatever the system has.
func (w *Window) turnDark() {
	dark := w.state.Look.dark(w.wardrobe.system)
	w.apply(func(s State) State {
		s.Look.Light = AlwaysDark
		if dark {
			s.Look.Light = AlwaysLight
		}
		return s
	})
}

func (w *Window) turnFullScreen() { w.win.SetFullScreen(!w.win.FullScreen()) }

// quit closes the window, after asking about unsaved work.
func (w *Window) quit() { w.leave(w.quitNow) }

// quitNow keeps the size of the window and closes it.
func (w *Window) quitNow() {
	if !w.win.FullScreen() {
		w.settings.keepSize(w.win.Canvas().Size())
	}
	w.keeper.close()
	w.jobs.stop()
	w.win.Close()
}

// walkChanges goes to the next change, the previous one if steps is negative.
func (w *Window) walkChanges(steps int) {
	if steps > 0 {
		w.stage.board.NextChange()
	} else {
		w.stage.board.PrevChange()
	}
	w.focusBoard()
}
