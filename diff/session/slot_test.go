package session

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"wirediff/diff/text"
)

// small is a session with one text.
func small(body string) *Session {
	return &Session{Versions: []Version{{Source: text.Source{Name: "a", File: "a.txt", Body: body}}}}
}

func TestTwoWindowsHaveTwoSlots(t *testing.T) {
	shelf := Shelf{filepath.Join(t.TempDir(), "state")}
	one, err := shelf.Claim()
	if err != nil {
		t.Fatal(err)
	}
	two, err := shelf.Claim()
	if err != nil || one.Key == two.Key {
		t.Fatalf("slots %q and %q, %v", one.Key, two.Key, err)
	}
	if err := one.Keep(small("One."), Origin{}); err != nil {
		t.Fatal(err)
	}
	if _, err := shelf.Reclaim(one.Key); err == nil {
		t.Error("the work of a window that runs was taken")
	}
	if left, err := shelf.Left(); len(left) != 0 || err != nil {
		t.Errorf("left %v, %v: its window still runs", left, err)
	}
	if err := one.Drop(); err != nil {
		t.Error(err)
	}
	for _, s := range []*Slot{one, two} {
		if err := s.Release(); err != nil {
			t.Error(err)
		}
	}
	if files, _ := os.ReadDir(shelf.Dir); len(files) != 0 {
		t.Errorf("%v stays on the shelf", files)
	}
}

// TestACrashLeavesItsWork: a process that is killed while it holds a slot.
func TestACrashLeavesItsWork(t *testing.T) {
	if dir := os.Getenv("WIREDIFF_CRASH_SHELF"); dir != "" {
		slot, err := Shelf{dir}.Claim()
		if err == nil {
			err = slot.Keep(small("Left."), Origin{Path: "/x/story.wirediff", Stamp: "abc"})
		}
		if err != nil {
			t.Fatal(err)
		}
		os.Stdout.WriteString("kept\n")
		time.Sleep(time.Minute)
	}
	shelf := Shelf{t.TempDir()}
	cmd := exec.Command(os.Args[0], "-test.run=^TestACrashLeavesItsWork$")
	cmd.Env = append(os.Environ(), "WIREDIFF_CRASH_SHELF="+shelf.Dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 5)); err != nil {
		t.Fatal(err)
	}
	if left, _ := shelf.Left(); len(left) != 0 {
		t.Errorf("left %v while the process runs", left)
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	left, err := shelf.Left()
	if len(left) != 1 || err != nil {
		t.Fatalf("left %v, %v", left, err)
	}
	slot, err := shelf.Reclaim(left[0].Key)
	if err != nil {
		t.Fatal(err)
	}
	defer slot.Release()
	s, from, trouble, err := slot.Kept()
	if err != nil || len(trouble) > 0 || s.Versions[0].Source.Body != "Left." {
		t.Errorf("kept %+v, %v, %v", s, trouble, err)
	}
	if from.Path != "/x/story.wirediff" || from.Stamp != "abc" {
		t.Errorf("origin %+v", from)
	}
}

func TestAShelfThatCannotBeWrittenSaysWhy(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := (Shelf{filepath.Join(file, "state")}).Claim(); err == nil {
		t.Error("no reason given")
	}
}
