package ui

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"wirediff/diff/text"
)

// disk is an Opener of real files.
type disk struct{ shelf }

func (disk) Open(_ context.Context, path, _ string) ([]text.Source, []error) {
	body, err := os.ReadFile(path)
	if err != nil {
		return nil, []error{err}
	}
	return []text.Source{{Name: filepath.Base(path), File: path, Body: string(body)}}, nil
}

func TestAFileThatChangesIsNoticedAndReloaded(t *testing.T) {
	dir := t.TempDir()
	for name, body := range longStories() {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	b := newBench(t, disk{}, nil)
	b.compare(filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt"))
	look := func() bool {
		b.stage.toast.hide()
		b.lookAtFiles(func() {})
		b.settle()
		return b.stage.toast.visible
	}
	if look() {
		t.Fatal("nothing changed, but something is said")
	}
	b.stage.board.Uncover(20)
	top := b.stage.board.Top()
	changed := filepath.Join(dir, "b.txt")
	if err := os.WriteFile(changed, []byte(longStories()["b.txt"]+"A last line was added at the end.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(changed, time.Time{}, time.Now().Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	if !look() || b.stage.toast.words.text != "b.txt has changed on the disk." {
		t.Fatalf("said is %q", b.stage.toast.words.text)
	}
	reload := b.stage.toast.action
	if b.lookAtFiles(func() {}); true {
		b.settle()
	}
	test.Tap(reload)
	b.settle()
	if n := len(b.state.Result.Versions[1].Sentences); n != 41 {
		t.Errorf("after Reload there are %d sentences", n)
	}
	if got := b.stage.board.Top(); got != top {
		t.Errorf("row %d stands at the top, want %d", got, top)
	}
	if look() {
		t.Error("a change is told of after it was read")
	}
	if err := os.Remove(changed); err != nil {
		t.Fatal(err)
	}
	if look() {
		t.Error("a file that is gone is said to have changed")
	}
}
