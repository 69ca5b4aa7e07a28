package ui

import (
	"wirediff/ui/board"
)

// wearLook gives the window the colours of its look. Setting a theme before
// the app has started would stop the toolkit from following the system, so
// the first call comes from there.
func (w *Window) wearLook() {
	p := w.state.Look.palette(w.app.Settings().ThemeVariant())
	if th, ok := w.app.Settings().Theme().(*board.Theme); !ok || th.Palette() != p {
		w.app.Settings().SetTheme(board.NewTheme(p))
	}
	w.stage.board.SetLook(w.state.Look.board(p))
}

// followSystem changes between light and dark with the system.
func (w *Window) followSystem() {
	if w.state.Look.Light == LikeSystem {
		w.wearLook()
	}
}

// turnDark changes between light and dark, whatever the system has.
func (w *Window) turnDark() {
	dark := w.state.Look.dark(w.app.Settings().ThemeVariant())
	w.apply(func(s State) State {
		s.Look.Light = AlwaysDark
		if dark {
			s.Look.Light = AlwaysLight
		}
		return s
	})
}

func (w *Window) turnFullScreen() { w.win.SetFullScreen(!w.win.FullScreen()) }

// quit keeps the size of the window and closes it.
func (w *Window) quit() {
	if !w.win.FullScreen() {
		w.settings.keepSize(w.win.Canvas().Size())
	}
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
