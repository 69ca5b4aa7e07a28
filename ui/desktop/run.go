package desktop

import (
	"context"
	"os"
	"os/signal"
	"runtime"

	"wirediff/loader"
	"wirediff/ui/cli"
)

// run runs the command line on the process's own streams. The first
// interrupt cancels the work; a second one, or one while the window is open,
// ends the program as usual. window is nil where there is none.
func run(args []string, window func(paths []string) int) int {
	if loader.IsChild() { // started by itself to read a PDF
		if loader.Child(os.Stdin, os.Stdout) != nil {
			return cli.ExitTrouble
		}
		return cli.ExitSame
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop)
	env := cli.Env{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, OS: runtime.GOOS}
	if window != nil {
		env.Window = func(paths []string) int {
			stop()
			return window(paths)
		}
	}
	return cli.Run(ctx, args, env)
}
