//go:build !headless

// Package desktop is the only importer of fyne.io/fyne/v2/app, so that the
// headless build and all tests need no GL.
package desktop

import (
	"os"

	"fyne.io/fyne/v2/app"

	"wirediff/ui"
	"wirediff/ui/cli"
)

// appID names the program for the desktop; FyneApp.toml says the same.
const appID = "io.github.wirediff.Wirediff"

// Main runs the command line; without a command it opens the window.
func Main(args []string) int { return run(args, window) }

func window(paths []string) int {
	ui.New(app.NewWithID(appID), files{os.Stdin}).ShowAndRun(paths)
	return cli.ExitSame
}
