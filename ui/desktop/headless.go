//go:build headless

// Package desktop without a window: the command line alone, for machines without GL.
package desktop

import (
	"context"
	"os"
	"runtime"

	"wirediff/ui/cli"
)

// Main runs the command line.
func Main(args []string) int {
	return cli.Run(context.Background(), args, cli.Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, OS: runtime.GOOS,
	})
}
