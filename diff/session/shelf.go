package session

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Shelf keeps unsaved work in a folder of the user's, one file per window,
// to be offered again after a crash.
type Shelf struct{ Dir string }

// StateDir is the folder for unsaved work: XDG_STATE_HOME where it is set,
// ~/.local/state on other Unix systems, the user's configuration folder on
// Windows and macOS.
func StateDir(getenv func(string) string, goos string) (string, error) {
	if dir := getenv("XDG_STATE_HOME"); dir != "" && filepath.IsAbs(dir) {
		return filepath.Join(dir, "wirediff"), nil
	}
	if goos == "windows" || goos == "darwin" {
		dir, err := os.UserConfigDir()
		return filepath.Join(dir, "Wirediff", "unsaved"), err
	}
	home := getenv("HOME")
	if home == "" {
		return "", errors.New("no home folder is set: unsaved work is not kept")
	}
	return filepath.Join(home, ".local", "state", "wirediff"), nil
}

// Left is unsaved work found on the shelf.
type Left struct {
	Path string // file on the shelf
	Key  string // what Keep was given
}

// Keep puts the session on the shelf under key (a window's own word).
func (s Shelf) Keep(key string, session *Session) error {
	data, err := Encode(session)
	if err != nil {
		return err
	}
	if err := s.open(); err != nil {
		return err
	}
	return WriteFile(s.path(key), func(w io.Writer) error { _, err := w.Write(data); return err })
}

// open makes the folder; nobody but its owner may look into it, whoever made it.
func (s Shelf) open() error {
	err := os.MkdirAll(s.Dir, 0o700)
	if err == nil {
		err = os.Chmod(s.Dir, 0o700)
	}
	if err != nil {
		return fmt.Errorf("%s: unsaved work is not kept: %w", s.Dir, plainReason(err))
	}
	return nil
}

// Drop takes the session off the shelf: it was saved, or is not wanted.
func (s Shelf) Drop(key string) error {
	err := os.Remove(s.path(key))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// Found lists all that lies on the shelf, by name, that of running windows too
// (see Left). A shelf that is not there is empty.
func (s Shelf) Found() ([]Left, error) {
	entries, err := os.ReadDir(s.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var out []Left
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), Extension); ok && e.Type().IsRegular() && !strings.HasPrefix(name, ".") {
			out = append(out, Left{filepath.Join(s.Dir, e.Name()), name})
		}
	}
	slices.SortFunc(out, func(a, b Left) int { return strings.Compare(a.Key, b.Key) })
	return out, err
}

func (s Shelf) path(key string) string { return filepath.Join(s.Dir, safeName(key)+Extension) }
