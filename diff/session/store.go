package session

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// Extension of session files, and of the backup beside them.
const (
	Extension = ".wirediff"
	backup    = ".bak"
	spoiled   = ".damaged" // in place of backup, of a file that was damaged
)

// Stamp is what a file was when it was read or written: the SHA-256 of its
// bytes, "" for a file that was not there.
type Stamp string

// ErrChanged is the reason for a save that would overwrite somebody else's.
var ErrChanged = errors.New("the file was changed by another window or program since it was opened")

// disk is what a save does to the world. The tests count and interrupt its
// steps; the program uses osDisk.
type disk interface {
	create(path string, mode fs.FileMode) (file, error) // fs.ErrExist if something is there
	rename(from, to string) error
	remove(path string) error
	syncFolder(path string) error
}

type file interface {
	io.Writer
	Sync() error
	Close() error
}

// Open reads a session file.
func Open(path string) (s *Session, stamp Stamp, trouble []error, err error) {
	data, err := readFile(path)
	if err != nil {
		return nil, "", nil, fmt.Errorf("%s: %w", path, plainReason(err))
	}
	s, trouble, err = Decode(data)
	if err != nil {
		return nil, "", trouble, fmt.Errorf("%s: %w%s", path, err, formerSave(path, err))
	}
	return s, stampOf(data), trouble, nil
}

// formerSave names the backup of a session that is damaged, if it can be read.
func formerSave(path string, why error) string {
	if errors.Is(why, errNewer) {
		return ""
	}
	data, err := readFile(path + backup)
	if err == nil {
		_, _, err = Decode(data)
	}
	if err != nil {
		return ""
	}
	return "; the save before it can be opened: " + filepath.Base(path+backup)
}

// readFile reads a regular file of at most maxFile bytes.
func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("not a file")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err == nil && len(data) > maxFile {
		err = fmt.Errorf("larger than %d MiB, the most that a session may have", maxFile>>20)
	}
	return data, err
}

func stampOf(data []byte) Stamp {
	sum := sha256.Sum256(data)
	return Stamp(hex.EncodeToString(sum[:]))
}

// readStamped reads what is on the disk now; nothing, with an empty stamp, if
// there is no file.
func readStamped(path string) ([]byte, Stamp, error) {
	data, err := readFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, "", nil
	case err != nil:
		return nil, "", err
	}
	return data, stampOf(data), nil
}

// Save writes the session to path. was is the stamp that Open or the last
// Save gave; if the file is another one by now, nothing is written and the
// reason is ErrChanged (pass the stamp of Current to overwrite it all the
// same). The former file is kept beside it as "name.wirediff.bak", one that was
// damaged as "name.wirediff.damaged". From the
// look at the stamp to the end no other Wirediff saves there, see lockSave.
func Save(path string, s *Session, was Stamp) (Stamp, error) {
	data, err := Encode(s)
	if err != nil {
		return was, fmt.Errorf("%s: not saved: %w", path, err)
	}
	free, err := lockSave(path)
	if err != nil {
		return was, fmt.Errorf("%s: not saved: %w", path, err)
	}
	defer free()
	former, now, err := readStamped(path)
	if err == nil && now != was {
		err = ErrChanged
	}
	if err == nil {
		err = replace(osDisk{}, path, endingOf(former), func(w io.Writer) error { _, err := w.Write(data); return err })
	}
	if err != nil {
		return was, fmt.Errorf("%s: not saved: %w", path, plainReason(err))
	}
	return stampOf(data), nil
}

// endingOf is that of the backup of a former file, "" if there was none. A
// damaged one never takes the place of a whole one.
func endingOf(former []byte) string {
	if former == nil {
		return ""
	}
	_, trouble, err := Decode(former)
	if errors.Is(errors.Join(append(trouble, err)...), errDamaged) {
		return spoiled
	}
	return backup
}

// Current is the stamp of the file on the disk, "" if there is none.
func Current(path string) (Stamp, error) {
	_, stamp, err := readStamped(path)
	return stamp, err
}

// WriteFile gives path what write prints, by way of a temporary file: there
// is the old file or the whole new one at every moment. What is no regular
// file (a device, a pipe) is written directly. Reports and exports use it too.
func WriteFile(path string, write func(io.Writer) error) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return writeInto(path, write)
	}
	free, err := lockSave(path)
	if err == nil {
		defer free()
		err = replace(osDisk{}, path, "", write)
	}
	if err != nil {
		return fmt.Errorf("%s: not written: %w", path, plainReason(err))
	}
	return nil
}

// writeInto writes to what is there and no regular file.
func writeInto(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err == nil {
		err = errors.Join(write(f), f.Close())
	}
	if err != nil {
		return fmt.Errorf("%s: not written: %w", path, plainReason(err))
	}
	return nil
}

// replace does the steps of a save:
//
//  1. write and sync a temporary file beside the target,
//  2. copy the former file to its backup (again by way of a temporary file),
//  3. rename the temporary file over the target,
//  4. sync the folder.
//
// A crash between any two leaves the target whole, old or new. keep is the
// ending of the backup, "" for none.
func replace(d disk, path, keep string, write func(io.Writer) error) error {
	mode := fs.FileMode(0o644)
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	tmp, err := writeBeside(d, path, mode, write)
	if err != nil {
		return err
	}
	if keep != "" {
		if err := keepBackup(d, path, path+keep, mode); err != nil {
			return errors.Join(fmt.Errorf("no backup could be made: %w", err), d.remove(tmp))
		}
	}
	if err := d.rename(tmp, path); err != nil {
		return errors.Join(err, d.remove(tmp))
	}
	return d.syncFolder(filepath.Dir(path))
}

// keepBackup copies a file to its backup.
func keepBackup(d disk, path, to string, mode fs.FileMode) error {
	src, err := os.Open(path)
	if err != nil {
		return err
	}
	defer src.Close()
	tmp, err := writeBeside(d, to, mode, func(w io.Writer) error { _, err := io.Copy(w, src); return err })
	if err != nil {
		return err
	}
	if err := d.rename(tmp, to); err != nil {
		return errors.Join(err, d.remove(tmp))
	}
	return nil
}

// maxTemporary bounds the temporary files of one name: those of other savers
// and those that crashes left.
const maxTemporary = 1000

// writeBeside writes, syncs and closes a temporary file beside path and
// returns its name, which nobody else has: ".name.0.tmp", or the next number
// that is free. No two savers ever write into one file.
func writeBeside(d disk, path string, mode fs.FileMode, write func(io.Writer) error) (tmp string, err error) {
	for n := range maxTemporary {
		tmp = temporary(path, n)
		f, err := d.create(tmp, mode)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err == nil {
			err = errors.Join(write(f), f.Sync(), f.Close())
		}
		if err != nil {
			return "", errors.Join(err, d.remove(tmp))
		}
		return tmp, nil
	}
	return "", fmt.Errorf("temporary files up to %s are in the way", temporary(path, maxTemporary-1))
}

func temporary(path string, n int) string { return hidden(path, "."+strconv.Itoa(n)+".tmp") }

// hidden is the name of a file that goes with path, for the time of a save.
func hidden(path, ending string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+ending)
}

// plainReason takes the path and the system call off a file's error: the
// caller names the file.
func plainReason(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	var le *os.LinkError
	if errors.As(err, &le) {
		return le.Err
	}
	return err
}

// osDisk is the real file system.
type osDisk struct{}

func (osDisk) create(path string, mode fs.FileMode) (file, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
}

func (osDisk) rename(from, to string) error { return os.Rename(from, to) }

func (osDisk) remove(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// syncFolder makes a rename last through a power cut. Systems that cannot
// sync a folder (Windows) need not.
func (osDisk) syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	_ = f.Sync()
	return nil
}
