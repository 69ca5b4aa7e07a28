package session

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

// Slot is one window's place on the shelf. As long as it is held, the
// system's own lock on its lock file keeps every other window from taking the
// work for something that a crash left; the lock ends with the process,
// however it ends.
//
//	shelf/4711-1.wirediff   the unsaved work
//	      4711-1.lock       locked while the window lives; holds its Origin
type Slot struct {
	Key   string
	shelf Shelf
	lock  *os.File
}

// Origin is the file that unsaved work belongs to. The zero value is work
// that was never saved.
type Origin struct {
	Path  string `json:"path"`
	Stamp Stamp  `json:"stamp"` // of the file when it was opened or last saved
}

// lockFile is the ending of lock files.
const lockFile = ".lock"

// Claim takes a place on the shelf that nobody has and where nothing lies.
// Its key is the number of the process and a counter.
func (s Shelf) Claim() (*Slot, error) {
	if err := s.open(); err != nil {
		return nil, err
	}
	for n := 1; ; n++ {
		key := strconv.Itoa(os.Getpid()) + "-" + strconv.Itoa(n)
		if _, err := os.Lstat(s.path(key)); err == nil {
			continue // a process of the same number left it
		}
		slot, err := s.take(key)
		if !errors.Is(err, errHeld) {
			return slot, err
		}
	}
}

// Reclaim takes over what a crash left under key. Its reason is plain when
// the window that keeps it still runs.
func (s Shelf) Reclaim(key string) (*Slot, error) { return s.take(key) }

func (s Shelf) take(key string) (*Slot, error) {
	path := filepath.Join(s.Dir, safeName(key)+lockFile)
	f, err := takeLock(path)
	if err != nil {
		return nil, fmt.Errorf("%s: unsaved work is not kept: %w", path, plainReason(err))
	}
	return &Slot{key, s, f}, nil
}

// Keep puts the session into the slot in place of what was there.
func (s *Slot) Keep(session *Session, from Origin) error {
	note, err := json.Marshal(from)
	if err == nil {
		err = s.lock.Truncate(0)
	}
	if err == nil {
		_, err = s.lock.WriteAt(note, 0)
	}
	if err != nil {
		return fmt.Errorf("%s: unsaved work is not kept: %w", s.shelf.Dir, plainReason(err))
	}
	return s.shelf.Keep(s.Key, session)
}

// Kept reads what lies in the slot. An origin that cannot be read is none.
func (s *Slot) Kept() (*Session, Origin, []error, error) {
	var from Origin
	buf := make([]byte, 1<<16)
	n, _ := s.lock.ReadAt(buf, 0)
	if json.Unmarshal(buf[:n], &from) != nil {
		from = Origin{}
	}
	session, _, trouble, err := Open(s.shelf.path(s.Key))
	return session, from, trouble, err
}

// Drop empties the slot: its work was saved, or is not wanted.
func (s *Slot) Drop() error { return s.shelf.Drop(s.Key) }

// Release gives the place back. Work that lies there stays, with its origin,
// and counts as left.
func (s *Slot) Release() error {
	if _, err := os.Lstat(s.shelf.path(s.Key)); err == nil {
		return s.lock.Close()
	}
	return dropLock(s.lock)
}

// Left lists what crashed windows left; work of windows that run is not in it.
func (s Shelf) Left() ([]Left, error) {
	found, err := s.Found()
	var left []Left
	for _, l := range found {
		f, held := takeLock(filepath.Join(s.Dir, safeName(l.Key)+lockFile))
		if held != nil {
			continue
		}
		_ = f.Close()
		left = append(left, l)
	}
	return left, err
}
