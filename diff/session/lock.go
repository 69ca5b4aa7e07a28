package session

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// errHeld is the reason for a lock that another window has.
var errHeld = errors.New("another window holds it")

// errSaving is the reason for a save while another one goes on.
var errSaving = errors.New("another window is saving it at this moment")

// How long a save waits for another one: some seconds, more than one takes.
const (
	saveTries = 100
	savePause = 50 * time.Millisecond
)

// lockSave keeps every other Wirediff, on this machine and on those that
// share its file system, from saving to path until free is called. What
// crashed saves left beside path is swept up, for nobody writes it now. Where
// the system has no locks (some network drives) free does nothing: two savers
// then cannot spoil each other's file, see writeBeside, but the later one
// wins if both looked at the stamp in the same moment.
func lockSave(path string) (free func(), err error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	for range saveTries {
		f, err := takeLock(hidden(path, lockFile))
		switch {
		case err == nil:
			sweep(path)
			return func() { _ = dropLock(f) }, nil
		case !errors.Is(err, errHeld):
			return func() {}, nil
		}
		time.Sleep(savePause)
	}
	return nil, errSaving
}

// sweep removes the temporary files that crashed saves left, from the first
// number on. The caller holds the lock.
func sweep(path string) {
	for _, target := range []string{path, path + backup, path + spoiled} {
		for n := 0; os.Remove(temporary(target, n)) == nil; n++ {
		}
	}
}

// dropLock removes a lock file and gives the lock back.
func dropLock(f *os.File) error {
	gone := os.Remove(f.Name()) // while it is locked, so that nobody's new lock goes
	err := f.Close()
	if gone != nil {
		gone = os.Remove(f.Name()) // Windows removes no open file
	}
	if errors.Is(gone, fs.ErrNotExist) {
		gone = nil
	}
	return errors.Join(err, gone)
}
