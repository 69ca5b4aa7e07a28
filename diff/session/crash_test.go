//go:build unix

package session

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
)

// mortal is the real disk, but the process kills itself before its nth step.
type mortal struct {
	osDisk
	left *int
}

func (m mortal) step() {
	if *m.left--; *m.left < 0 {
		_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
		select {}
	}
}

type mortalFile struct {
	file
	m mortal
}

// Write writes half before and half after a step, so that a kill leaves half a file.
func (f mortalFile) Write(p []byte) (int, error) {
	f.m.step()
	n, err := f.file.Write(p[:len(p)/2])
	if err != nil {
		return n, err
	}
	f.m.step()
	k, err := f.file.Write(p[len(p)/2:])
	return n + k, err
}

func (f mortalFile) Sync() error  { f.m.step(); return f.file.Sync() }
func (f mortalFile) Close() error { f.m.step(); return f.file.Close() }

func (m mortal) create(path string, mode fs.FileMode) (file, error) {
	m.step()
	f, err := m.osDisk.create(path, mode)
	return mortalFile{f, m}, err
}

func (m mortal) copyTo(from, to string) error { m.step(); return m.osDisk.copyTo(from, to) }
func (m mortal) rename(from, to string) error { m.step(); return m.osDisk.rename(from, to) }
func (m mortal) remove(path string) error     { m.step(); return m.osDisk.remove(path) }
func (m mortal) syncFolder(path string) error { m.step(); return m.osDisk.syncFolder(path) }

// TestMain is the child of TestKilled when the environment says so.
func TestMain(m *testing.M) {
	path, steps := os.Getenv("WIREDIFF_KILL_PATH"), os.Getenv("WIREDIFF_KILL_STEP")
	if path == "" {
		os.Exit(m.Run())
	}
	left, _ := strconv.Atoi(steps)
	data := bytes.Repeat([]byte("new "), 5000)
	err := replace(mortal{left: &left}, path, true, func(w io.Writer) error { _, err := w.Write(data); return err })
	if err != nil {
		fmt.Println(err)
		os.Exit(3)
	}
	os.Exit(0)
}

// TestKilled kills a save before each of its steps (SIGKILL) and finds the
// old file or the new one, whole; the backup likewise.
func TestKilled(t *testing.T) {
	oldData, newData := bytes.Repeat([]byte("old "), 3000), bytes.Repeat([]byte("new "), 5000)
	seenOld, seenNew, killed := false, false, 0
	for step := 0; ; step++ {
		path := filepath.Join(t.TempDir(), "x"+Extension)
		if err := os.WriteFile(path, oldData, 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "WIREDIFF_KILL_PATH="+path, "WIREDIFF_KILL_STEP="+strconv.Itoa(step))
		err := cmd.Run()
		got, readErr := os.ReadFile(path)
		if readErr != nil {
			t.Fatalf("step %d: %v", step, readErr)
		}
		switch {
		case bytes.Equal(got, oldData):
			seenOld = true
		case bytes.Equal(got, newData):
			seenNew = true
		default:
			t.Fatalf("step %d: neither the old nor the new file, but %d bytes", step, len(got))
		}
		if bak, err := os.ReadFile(path + backup); err == nil && !bytes.Equal(bak, oldData) {
			t.Fatalf("step %d: the backup is not whole", step)
		}
		if err == nil {
			break
		}
		killed++
	}
	if !seenOld || !seenNew || killed < 6 {
		t.Errorf("killed %d times, old %v, new %v", killed, seenOld, seenNew)
	}
}

// full is a disk without room.
type full struct{ osDisk }

type fullFile struct{ file }

func (fullFile) Write(p []byte) (int, error) { return len(p) / 3, syscall.ENOSPC }

func (full) create(path string, mode fs.FileMode) (file, error) {
	f, err := osDisk{}.create(path, mode)
	return fullFile{f}, err
}

// TestDiskFull: nothing half written, the old file stays, the reason is said.
func TestDiskFull(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x")
	if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := replace(full{}, path, true, func(w io.Writer) error { _, err := w.Write([]byte("newer")); return err })
	if !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("got %v", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "old" {
		t.Errorf("the old file is %q", got)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}
