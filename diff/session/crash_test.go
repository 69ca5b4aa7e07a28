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
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
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

func (m mortal) rename(from, to string) error { m.step(); return m.osDisk.rename(from, to) }
func (m mortal) remove(path string) error     { m.step(); return m.osDisk.remove(path) }
func (m mortal) syncFolder(path string) error { m.step(); return m.osDisk.syncFolder(path) }

// TestMain is the child of TestKilled when the environment says so.
func TestMain(m *testing.M) {
	path, steps := os.Getenv("WIREDIFF_KILL_PATH"), os.Getenv("WIREDIFF_KILL_STEP")
	if path == "" {
		os.Exit(m.Run())
	}
	if steps == "as nobody" {
		saveAsNobody(path)
	}
	left, _ := strconv.Atoi(steps)
	data := bytes.Repeat([]byte("new "), 5000)
	err := replace(mortal{left: &left}, path, backup, func(w io.Writer) error { _, err := w.Write(data); return err })
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
		saveAgain(t, path)
		if err == nil {
			break
		}
		killed++
	}
	if !seenOld || !seenNew || killed < 13 {
		t.Errorf("killed %d times, old %v, new %v", killed, seenOld, seenNew)
	}
}

// saveAgain: what a crash left is in nobody's way, and goes.
func saveAgain(t *testing.T, path string) {
	t.Helper()
	was, err := Current(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Save(path, sample(), was); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 2 { // the file and its backup
		t.Fatalf("left behind: %v", left)
	}
}

// TestTwoSaversNeverSpoilAFile: savers without locks, as on some network
// drives, each get a temporary file of their own; at every moment the target
// is one of the files that they save, whole.
func TestTwoSaversNeverSpoilAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x")
	whole := func() bool {
		data, err := os.ReadFile(path)
		return errors.Is(err, fs.ErrNotExist) || err == nil && len(data) == 4000 && bytes.Count(data, data[:1]) == 4000
	}
	var savers sync.WaitGroup
	for _, letter := range "abcd" {
		savers.Go(func() {
			for range 50 {
				err := replace(osDisk{}, path, "", func(w io.Writer) error {
					for range 4 {
						if _, err := w.Write(bytes.Repeat([]byte{byte(letter)}, 1000)); err != nil {
							return err
						}
						runtime.Gosched()
					}
					return nil
				})
				if err != nil || !whole() {
					t.Errorf("saver %c: %v, whole %v", letter, err, whole())
				}
			}
		})
	}
	savers.Wait()
}

// TestOneSaverWins: of several that open the same file and save at once, one
// saves and the others hear that it was changed.
func TestOneSaverWins(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x"+Extension)
	was, err := Save(path, small("Old."), "")
	if err != nil {
		t.Fatal(err)
	}
	var savers sync.WaitGroup
	var saved, refused atomic.Int32
	for i := range 8 {
		savers.Go(func() {
			switch _, err := Save(path, small(fmt.Sprint("New ", i)), was); {
			case err == nil:
				saved.Add(1)
			case errors.Is(err, ErrChanged):
				refused.Add(1)
			default:
				t.Error(err)
			}
		})
	}
	savers.Wait()
	if saved.Load() != 1 || refused.Load() != 7 {
		t.Errorf("%d saved, %d refused", saved.Load(), refused.Load())
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 2 {
		t.Errorf("left behind: %v", left)
	}
}

// saveAsNobody saves as a user who may not write in the folder, root or not.
func saveAsNobody(path string) {
	const nobody = 65534
	if os.Getuid() == 0 {
		if err := errors.Join(syscall.Setgid(nobody), syscall.Setuid(nobody)); err != nil {
			fmt.Println(err)
			os.Exit(4)
		}
	}
	was, _ := Current(path)
	if _, err := Save(path, sample(), was); err != nil {
		fmt.Print(err)
		os.Exit(3)
	}
	os.Exit(0)
}

// TestReadOnlyFolder: the reason is said, the file stays as it is.
func TestReadOnlyFolder(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x"+Extension)
	if _, err := Save(path, small("Old."), ""); err != nil {
		t.Fatal(err)
	}
	old, _ := os.ReadFile(path)
	for d, mode := dir, fs.FileMode(0o555); ; d, mode = filepath.Dir(d), 0o755 {
		if err := os.Chmod(d, mode); err != nil {
			t.Fatal(err)
		}
		if filepath.Dir(d) == filepath.Clean(os.TempDir()) {
			break
		}
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o755) })
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "WIREDIFF_KILL_PATH="+path, "WIREDIFF_KILL_STEP=as nobody")
	out, err := cmd.Output()
	if want := path + ": not saved: permission denied"; err == nil || string(out) != want {
		t.Errorf("%v, says %q, want %q", err, out, want)
	}
	if now, _ := os.ReadFile(path); !bytes.Equal(now, old) {
		t.Error("the file was touched")
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
	err := replace(full{}, path, backup, func(w io.Writer) error { _, err := w.Write([]byte("newer")); return err })
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
