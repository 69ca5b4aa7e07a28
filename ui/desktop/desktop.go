//go:build !headless

// Package desktop is the only importer of fyne.io/fyne/v2/app, so that the
// headless build and all tests need no GL.
package desktop

import (
	"context"
	"os"
	"runtime"

	"fyne.io/fyne/v2/app"

	"wirediff/diff/text"
	"wirediff/loader"
	"wirediff/ui"
	"wirediff/ui/cli"
)

// appID names the program for the desktop; FyneApp.toml says the same.
const appID = "io.github.wirediff.Wirediff"

// Main runs the command line; without a command it opens the window.
func Main(args []string) int {
	return cli.Run(context.Background(), args, cli.Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, OS: runtime.GOOS, Window: window,
	})
}

func window(paths []string) int {
	open := func(ctx context.Context, path string) ([]text.Source, []error) {
		return loader.Open(ctx, path, loader.Options{Stdin: os.Stdin})
	}
	ui.New(app.NewWithID(appID), open).ShowAndRun(paths)
	return cli.ExitSame
}
