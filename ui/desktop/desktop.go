//go:build !headless

// Package desktop is the only importer of fyne.io/fyne/v2/app, so that the
// headless build and all tests need no GL.
package desktop

import (
	"os"
	"runtime/debug"

	"fyne.io/fyne/v2/app"

	"wirediff/ui"
	"wirediff/ui/cli"
)

// appID names the program for the desktop; FyneApp.toml says the same.
const appID = "io.github.wirediff.Wirediff"

// Main runs the command line; without a command it opens the window.
func Main(args []string) int { return run(args, window) }

// heapGrowth is how much garbage the window lets pile up, in percent of what
// it holds. A window is idle for nearly all of its time, so memory counts for
// more than the collector's: with two texts of 1.1 MB, 70 MB less than at Go's 100.
const heapGrowth = 40

func window(paths []string) int {
	debug.SetGCPercent(heapGrowth)
	ui.New(app.NewWithID(appID), files{os.Stdin}).ShowAndRun(paths)
	return cli.ExitSame
}
