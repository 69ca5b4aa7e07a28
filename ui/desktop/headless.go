//go:build headless

package desktop

import (
	"context"
	"os"

	"wirediff/ui/cli"
)

// Main runs the command line.
func Main(args []string) int {
	return cli.Run(context.Background(), args, cli.Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv,
	})
}
