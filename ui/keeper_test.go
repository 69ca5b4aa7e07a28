package ui

import (
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"wirediff/diff/session"
)

// clock is a time that the test turns.
type clock struct{ waiting []func() }

func (c *clock) after(d time.Duration, f func()) { c.waiting = append(c.waiting, f) }

// turn lets every wait end.
func (c *clock) turn() {
	fs := c.waiting
	c.waiting = nil
	for _, f := range fs {
		f()
	}
}

// keeping gives a bench a shelf and a clock.
func (b *bench) keeping(dir string) *clock {
	c := &clock{}
	b.keeper.shelf.Dir, b.keeper.after = dir, c.after
	return c
}

// onShelf returns what lies on the shelf.
func onShelf(t *testing.T, dir string) (left []session.Left) {
	t.Helper()
	left, err := session.Shelf{Dir: dir}.Found()
	if err != nil {
		t.Fatal(err)
	}
	return left
}

func TestUnsavedWorkIsKeptAndDropped(t *testing.T) {
	dir := t.TempDir()
	b := newBench(t, stories(), nil)
	c := b.keeping(dir)
	b.compare("a.txt", "b.txt")
	c.turn()
	b.settle()
	if n := len(onShelf(t, dir)); n != 0 {
		t.Errorf("%d on the shelf, but nothing is unsaved", n)
	}
	b.rename(b.id("b"), "The Courier")
	b.settle()
	if n := len(onShelf(t, dir)); n != 0 {
		t.Errorf("%d on the shelf before the wait is over", n)
	}
	c.turn()
	b.q.run(t, "the work on the shelf", func() bool { return len(onShelf(t, dir)) == 1 })
	path := t.TempDir() + "/s.wirediff"
	b.saveAndWait(path)
	c.turn()
	b.q.run(t, "the empty shelf", func() bool { return len(onShelf(t, dir)) == 0 })
}

func TestWorkThatACrashLeftIsOffered(t *testing.T) {
	dir := t.TempDir()
	b := worked(t)
	c := b.keeping(dir)
	b.edit("", func(s State) State { s.Base = NoBase; return s })
	c.turn()
	b.q.run(t, "the work on the shelf", func() bool { return len(onShelf(t, dir)) == 1 })

	other := newBench(t, stories(), nil)
	other.keeping(dir)
	other.tellLeft()
	other.settle()
	if len(other.state.Left) > 0 {
		t.Fatal("the work of a window that runs is offered")
	}
	b.keeper.disk.Lock() // the crash: the lock goes, the work stays
	_ = b.keeper.slot.Release()
	b.keeper.slot, b.keeper.last = nil, 1<<30
	b.keeper.disk.Unlock()

	other.tellLeft()
	other.settle()
	if other.stage.toast.visible || len(other.stage.start.left.Objects) == 0 {
		t.Fatal("the start page does not list it")
	}
	busy := newBench(t, stories(), nil) // where something else is open a line says so
	busy.keeping(dir)
	busy.compare("a.txt")
	busy.tellLeft()
	busy.settle()
	if !busy.stage.toast.visible {
		t.Fatal("nothing is said")
	}
	test.Tap(busy.stage.toast.action)
	busy.settle()
	if busy.stage.sheet == nil {
		t.Fatal("nothing is offered")
	}
	busy.stage.sheet.close() // later
	for _, o := range test.LaidOutObjects(other.stage.start.left) {
		if row, ok := o.(*recentRow); ok {
			test.Tap(row)
		}
	}
	other.settle()
	if len(other.state.Notes) != 1 || other.state.Base != NoBase || !strings.Contains(other.win.Title(), "Recovered work (3 versions), not saved") {
		t.Errorf("%q, notes %v", other.win.Title(), other.state.Notes)
	}
	third := newBench(t, stories(), nil)
	third.keeping(dir)
	third.tellLeft()
	third.settle()
	if len(third.state.Left) > 0 {
		t.Error("what another window has opened is offered again")
	}
	other.discard()
	other.keeper.close()
	if files, _ := os.ReadDir(dir); len(files) != 0 {
		t.Errorf("%v stays on the shelf after closing", files)
	}
}

func TestDiscardedWorkIsNotOfferedAgain(t *testing.T) {
	dir := t.TempDir()
	slot, err := session.Shelf{Dir: dir}.Claim()
	if err != nil {
		t.Fatal(err)
	}
	b := worked(t)
	if err := slot.Keep(b.state.session(), session.Origin{}); err != nil {
		t.Fatal(err)
	}
	_ = slot.Release()
	b.keeping(dir)
	b.showLeft()
	b.settle()
	for _, o := range test.LaidOutObjects(b.stage.sheet.pop) {
		if p, ok := o.(*press); ok && p.text == "Discard" {
			test.Tap(p)
		}
	}
	b.settle()
	if n := len(onShelf(t, dir)); n != 0 {
		t.Errorf("%d still on the shelf", n)
	}
}
