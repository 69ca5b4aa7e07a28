// Package ui is the window: menus, tool bar, start page, jobs.
package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"wirediff/diff/text"
	"wirediff/ui/board"
)

// Opener reads a path into sources; what could not be read comes as errors.
type Opener func(ctx context.Context, path string) ([]text.Source, []error)

// Window is the main window.
type Window struct {
	win   fyne.Window
	board *board.Board
	open  Opener
}

// New builds the window on a; open reads files.
func New(a fyne.App, open Opener) *Window {
	w := &Window{win: a.NewWindow("Wirediff"), board: board.New(), open: open}
	w.win.SetContent(w.board)
	return w
}

// ShowAndRun shows the window with these paths open and runs until it closes.
func (w *Window) ShowAndRun(paths []string) { w.win.ShowAndRun() }
