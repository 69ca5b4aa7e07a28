//go:build !headless

// Package desktop is the only importer of fyne.io/fyne/v2/app, so that the
// headless build and all tests need no GL.
package desktop

import (
	"context"
	"io"
	"os"

	"fyne.io/fyne/v2/app"

	"wirediff/assets"
	"wirediff/diff/text"
	"wirediff/loader"
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

// files is the ui.Opener that reads real files.
type files struct{ stdin io.Reader }

// Open is part of ui.Opener.
func (f files) Open(ctx context.Context, path string) ([]text.Source, []error) {
	opt := loader.Options{Stdin: f.stdin, Fetch: true}
	if path == ui.ExamplePath {
		return loader.OpenFS(ctx, assets.Example(), ".", opt)
	}
	return loader.Open(ctx, path, opt)
}

// Paste is part of ui.Opener.
func (f files) Paste(name, body string) text.Source { return loader.Paste(name, body) }
