// Package cli is the command line; it knows no Fyne.
package cli

import (
	"context"
	"io"
)

// Exit codes of Run.
const (
	ExitSame      = 0
	ExitDifferent = 1
	ExitTrouble   = 2
)

// Env is what a run may touch.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	// Window opens the window with these paths; nil in the headless build.
	Window func(paths []string) int
	Getenv func(string) string
}

// Run runs one command line (without the program's name) and returns its exit code.
func Run(ctx context.Context, args []string, env Env) int {
	if env.Window != nil {
		return env.Window(args)
	}
	return ExitTrouble // SKELETON
}
