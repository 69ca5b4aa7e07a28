package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"golang.org/x/term"

	"wirediff/diff/report"
)

// output has write print to standard output, or to the file path if it is
// not empty: to a temporary file beside it that takes its name when all is
// written, so that there is either the old file or the whole new one.
func (r *run) output(path string, write func(io.Writer) error) error {
	if path == "" {
		return write(r.env.Stdout)
	}
	if err := writeFile(path, write); err != nil {
		var pe *os.PathError
		if errors.As(err, &pe) {
			err = pe.Err
		}
		return fmt.Errorf("%s: not written: %w", path, err)
	}
	return nil
}

// writeFile writes path by way of a temporary file. What is no regular file
// (a device, a pipe) is written directly; of a link, its target.
func writeFile(path string, write func(io.Writer) error) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(write(f), f.Close())
	}
	mode := os.FileMode(0o666) // less the umask
	if err == nil {
		mode = info.Mode().Perm()
	}
	tmp := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+strconv.Itoa(os.Getpid())+".tmp")
	f, err := os.OpenFile(tmp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	err = errors.Join(write(f), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(tmp, path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(tmp))
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// syncFolder makes a rename last through a power cut, where the system can.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

// textOptions finds the width of the terminal and whether to use colours.
func (r *run) textOptions(toFile bool) (report.TextOptions, error) {
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
	case "never":
	case "auto":
		opt.Color = terminal && r.getenv("NO_COLOR") == "" && r.getenv("TERM") != "dumb"
	default:
		return opt, fmt.Errorf("--color %s: it is auto, always or never", r.color)
	}
	return opt, nil
}

func (r *run) getenv(name string) string {
	if r.env.Getenv == nil {
		return ""
	}
	return r.env.Getenv(name)
}
