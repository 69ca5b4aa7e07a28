package cli

import (
	"io"
	"os"
	"strconv"

	"golang.org/x/term"

	"wirediff/diff/report"
	"wirediff/diff/session"
)

// output has write print to standard output, or to the file path if it is
// not empty: there is either the old file or the whole new one.
func (r *run) output(path string, write writer) error {
	if path == "" {
		return write(r.env.Stdout)
	}
	return session.WriteFile(path, write)
}

// isTerminal reports whether what is printed to w is read on a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// textOptions finds the width of the terminal and whether to use colours.
func (r *run) textOptions(toFile bool) report.TextOptions {
	opt := report.TextOptions{}
	f, isFile := r.env.Stdout.(*os.File)
	terminal := isFile && !toFile && term.IsTerminal(int(f.Fd()))
	if terminal {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil {
			opt.Width = w
		}
	}
	if n, err := strconv.Atoi(r.getenv("COLUMNS")); err == nil && n > 0 && !toFile {
		opt.Width = n
	}
	switch r.color {
	case "always":
		opt.Color = true
	case "auto":
		opt.Color = terminal && r.getenv("NO_COLOR") == "" && r.getenv("TERM") != "dumb"
	}
	return opt
}

func (r *run) getenv(name string) string {
	if r.env.Getenv == nil {
		return ""
	}
	return r.env.Getenv(name)
}
