package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// The example opens with a few hints, each pointing at something that stands
// on the page; Enter goes through them, Escape closes them.
func TestHintsOnTheExample(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.do(b.command("example"))
	b.settle()
	h := b.stage.hints
	b.q.run(t, "the hints", func() bool { return h.open })
	var seen []string
	for h.open && len(seen) < 10 {
		seen = append(seen, h.words.Text)
		box := h.root.Objects[1]
		if p, s := box.Position(), box.Size(); p.X < 0 || p.Y < 0 || p.X+s.Width > 1280 || p.Y+s.Height > 800 {
			t.Errorf("hint %d stands at %v, %v", len(seen), p, s)
		}
		if a, ok := hintList()[h.step].where(b.Window); !ok || a.size.Width <= 0 {
			t.Errorf("hint %d points at nothing", len(seen))
		} else if p, s := box.Position(), box.Size(); p.X < a.at.X+a.size.Width && a.at.X < p.X+s.Width && p.Y < a.at.Y+a.size.Height && a.at.Y < p.Y+s.Height {
			t.Errorf("hint %d covers what it points at", len(seen))
		}
		b.typeKey(fyne.KeyReturn)
	}
	if len(seen) < 4 || len(seen) > 6 {
		t.Errorf("%d hints: %s", len(seen), strings.Join(seen, "; "))
	}
	b.do(b.command("hints"))
	b.typeKey(fyne.KeyEscape)
	if h.open || b.win.Canvas().Focused() != b.stage.board {
		t.Error("Escape does not close the hints")
	}
}
