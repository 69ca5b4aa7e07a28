package ui

import (
	"path/filepath"
	"testing"

	"wirediff/diff/report"
)

// A pinned column stands first whatever is moved, and undo lets it go.
func TestPinnedColumnsStandFirst(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	steps := []struct {
		what string
		do   func()
		want string
	}{
		{"c pinned", func() { b.pin(b.id("c"), true) }, "c a b"},
		{"b pinned too", func() { b.pin(b.id("b"), true) }, "c b a"},
		{"a cannot go before them", func() { b.moveColumn(b.id("a"), 0) }, "c b a"},
		{"pinned ones change places", func() { b.moveColumn(b.id("b"), 0) }, "b c a"},
		{"c let go", func() { b.pin(b.id("c"), false) }, "b c a"},
		{"a before c", func() { b.moveColumn(b.id("a"), 1) }, "b a c"},
		{"undone", func() { b.undo() }, "b c a"},
		{"undone", func() { b.undo() }, "b c a"},
	}
	for _, s := range steps {
		s.do()
		b.settle()
		if got := b.names(); got != s.want {
			t.Errorf("%s: %q, want %q", s.what, got, s.want)
		}
	}
	if !b.state.pinned(b.id("c")) {
		t.Error("undo did not pin c again")
	}
}

// Widths and pins are in the session file and hold when it is opened again.
func TestWidthsAndPinsAreKept(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	b.pin(b.id("b"), true)
	b.stage.board.FocusCell(report.Place{Row: 1, Col: 1})
	b.do(b.command("wider"))
	if len(b.state.Widths) != 1 || b.state.Widths[b.id("a")] == 0 {
		t.Fatalf("widths %v", b.state.Widths)
	}
	path := filepath.Join(t.TempDir(), "wide.wirediff")
	b.saveAndWait(path)
	again := newBench(t, shelf{}, nil)
	again.compare(path)
	if got := again.names(); got != "b a c" || !again.state.pinned(again.id("b")) {
		t.Errorf("opened again: %q", got)
	}
	if got, want := again.state.Widths[again.id("a")], b.state.Widths[b.id("a")]; got != want {
		t.Errorf("width %v, want %v", got, want)
	}
	again.do(again.command("equal"))
	if len(again.state.columns().Widths) != 0 {
		t.Errorf("equal widths leave %v", again.state.Widths)
	}
}
