// Package cli is the command line: the same files, the same comparison and
// the same page as the window, printed. It knows no Fyne.
//
// The exit status tells scripts what was found, as with diff: 0 nobody
// changed a word (house style and furniture apart), 1 somebody did, 2
// trouble. Trouble is told on standard error, and then nothing stands on
// standard output.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"wirediff/diff/report"
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
	// OS is the operating system, as runtime.GOOS says it.
	OS string
	// Now is the clock for --date; nil is the system's.
	Now func() time.Time
}

// Run runs one command line (without the program's name) and returns its exit code.
func Run(ctx context.Context, args []string, env Env) int {
	r := &run{env: env, exit: ExitSame}
	root := r.command()
	root.SetArgs(append([]string{}, args...)) // never nil: cobra would take the process's own
	root.SetIn(env.Stdin)
	root.SetOut(env.Stdout)
	root.SetErr(env.Stderr)
	if err := root.ExecuteContext(ctx); err != nil {
		r.tell(err)
		return ExitTrouble
	}
	return r.exit
}

// run is one run of the program.
type run struct {
	env   Env
	exit  int
	quiet bool
	color string
}

// tell prints an error as lines "wirediff: FILE: reason". A reader that
// closed the pipe knows that it did.
func (r *run) tell(err error) {
	if errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe) {
		return
	}
	if errors.Is(err, context.Canceled) {
		err = errors.New("interrupted")
	}
	for _, line := range strings.Split(err.Error(), "\n") {
		fmt.Fprintln(r.env.Stderr, "wirediff: "+report.Clean(strings.TrimSpace(line)))
	}
}

// warn prints a line on what the result lacks; --quiet does not silence it.
func (r *run) warn(line string) { fmt.Fprintln(r.env.Stderr, "wirediff: "+report.Clean(line)) }

// note prints a line that is no trouble, unless --quiet was given.
func (r *run) note(line string) {
	if !r.quiet {
		fmt.Fprintln(r.env.Stderr, "wirediff: "+report.Clean(line))
	}
}

const rootLong = `Wirediff compares versions of one story: it aligns them sentence by sentence and
shows what each outlet kept, restyled, reworded, moved, split, merged, added and cut.

Without a command it opens the window with the given files. A folder is a set of
versions, "-" is standard input.`

// command builds the tree of commands.
func (r *run) command() *cobra.Command {
	root := &cobra.Command{
		Use:           "wirediff [FILE...]",
		Short:         "Compare versions of one story, sentence by sentence",
		Long:          rootLong,
		Version:       Version(),
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(cmd *cobra.Command, args []string) error { return r.window(cmd.Context(), args) },
	}
	root.SetVersionTemplate("wirediff {{.Version}}\n")
	root.PersistentFlags().BoolVarP(&r.quiet, "quiet", "q", false, "print no notes, only what was asked for and trouble")
	root.PersistentFlags().StringVar(&r.color, "color", "auto", "colours in text `WHEN`: auto, always or never")
	complete(root, map[string][]string{"color": colorWords})
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		if !slices.Contains(colorWords, r.color) {
			return fmt.Errorf("--color %s: it is %s", r.color, oneOf(colorWords))
		}
		return nil
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return fmt.Errorf("%w (see %q)", err, strings.TrimSuffix(cmd.CommandPath()+" --help", " "))
	})
	root.AddCommand(r.compareCommand(), r.sessionCommand(), r.sentencesCommand())
	return root
}
