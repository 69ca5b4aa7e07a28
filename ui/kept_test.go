package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"wirediff/diff"
	"wirediff/diff/report"
)

// longStories are two versions that fill several screens.
func longStories() shelf {
	var a, b strings.Builder
	for i := range 60 {
		line := "The crew counted " + countWords(i+2, "barge") + " along the northern quay before the tide turned again.\n\n"
		a.WriteString(line)
		if i%3 > 0 {
			b.WriteString(line)
		}
	}
	return shelf{"a.txt": a.String(), "b.txt": b.String(), "c.txt": a.String()}
}

// lookAround changes everything that is kept of how a comparison is looked at.
func (b *bench) lookAround() {
	b.apply(func(s State) State {
		s.Mode, s.Beside, s.Panel = Pair, s.Compared[2], changesPanel
		s.Filter = report.Filter{Statuses: 1 << diff.Kept, InAll: true, Versions: []int{1, 2}}
		s.MovesHome, s.Unmarked, s.FoldCuts, s.StyleMode = true, true, true, report.StyleHidden
		s.Widths = map[ID]float64{s.Compared[1]: 30}
		return s
	})
	b.stage.board.Uncover(12)
}

// wantLook checks that a window looks at its comparison as b does.
func (b *bench) wantLook(t *testing.T, again *bench) {
	t.Helper()
	s, want := again.state, b.state
	if s.Mode != want.Mode || s.besideIndex() != 2 || s.Panel != want.Panel || !sameFilter(s.Filter, want.Filter) ||
		!s.MovesHome || !s.Unmarked || !s.FoldCuts || s.StyleMode != report.StyleHidden {
		t.Errorf("looked at as %+v, want %+v", s.keptView(), want.keptView())
	}
	if s.Widths[s.Compared[1]] != 30 {
		t.Errorf("widths %v", s.Widths)
	}
	if got, want := again.stage.board.Top(), b.stage.board.Top(); got != want || got == 0 {
		t.Errorf("row %d stands at the top, want %d", got, want)
	}
}

func TestASessionIsLookedAtAsItWas(t *testing.T) {
	b := newBench(t, longStories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	b.lookAround()
	path := filepath.Join(t.TempDir(), "quay.wirediff")
	b.saveAndWait(path)
	again := newBench(t, shelf{}, nil)
	again.compare(path)
	b.wantLook(t, again)
	if again.state.unsaved() {
		t.Error("looking at a session makes it unsaved")
	}
}

func TestFilesAreLookedAtAsTheyWere(t *testing.T) {
	b := newBench(t, longStories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	b.lookAround()
	b.state.Look.Text = 150
	b.remember()
	again := newBench(t, longStories(), nil)
	again.settings = b.settings
	again.compare("a.txt", "b.txt", "c.txt")
	b.wantLook(t, again)
	if again.state.Look.Text != usualText {
		t.Errorf("the size of the text is %d: it is the reader's, not the comparison's", again.state.Look.Text)
	}
	other := newBench(t, longStories(), nil)
	other.settings = b.settings
	other.compare("a.txt", "b.txt")
	if other.state.Filter.Active() || other.state.Mode != Columns {
		t.Error("other files are looked at as these were")
	}
}

func TestTheOpenPanelIsKept(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	fire(b, "Ctrl+L")
	if got := (settings{b.app.Preferences()}).panel(); got != changesPanel {
		t.Errorf("kept is panel %d", got)
	}
	for p := noPanel; p <= notesPanel; p++ {
		if panelOf(p.key()) != p {
			t.Errorf("panel %d comes back from %q as %d", p, p.key(), panelOf(p.key()))
		}
	}
	b.app.Preferences().SetString(keyPanel, "no such")
	if got := (settings{b.app.Preferences()}).panel(); got != noPanel {
		t.Errorf("an unknown panel is %d", got)
	}
}
