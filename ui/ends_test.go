package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"wirediff/diff/report"
)

// turned are two versions with the same sentences, the last of which stands
// first in the second.
func turned() shelf {
	lines := []string{
		"Cranes began moving again at six in the harbour.", "The vote among the dockers was close.",
		"A judge had ruled on Monday that the strike could go on.", "Two ferries waited outside the breakwater all night.",
		"The mayor thanked the crews for their patience.", "A horn sounded across the basin when the gates opened.",
	}
	n := len(lines) - 1
	other := append([]string{lines[n]}, lines[:n]...)
	return shelf{"a.txt": strings.Join(lines, "\n\n") + "\n", "b.txt": strings.Join(other, "\n\n") + "\n"}
}

// toMove gives the focus to the moved cell of column b, not to its ghost.
func (b *bench) toMove() report.Place {
	b.t.Helper()
	for r, row := range b.page.Rows {
		if len(row.Cells) > 1 && row.Cells[1].Chip != nil && !row.Cells[1].Ghost {
			p := report.Place{Row: r, Col: 1}
			b.stage.board.FocusCell(p)
			return p
		}
	}
	b.t.Fatal("nothing has moved")
	return report.Place{}
}

func TestBackFromTheOtherEndOfAMove(t *testing.T) {
	b := newBench(t, turned(), nil)
	b.compare("a.txt", "b.txt")
	b.focusBoard()
	from := b.toMove()
	test.Type(b.stage.board, "m")
	if b.focusPlace() == from {
		t.Fatal("M stays where it is")
	}
	if !fire(b, "Alt+Left") || b.focusPlace() != from {
		t.Errorf("Alt+Left goes to %v, want %v", b.focusPlace(), from)
	}
	fire(b, "Alt+Left")
	if got := b.stage.toast.words.text; !strings.HasPrefix(got, "There is no way back") {
		t.Errorf("with no way back the window says %q", got)
	}
}

func TestBothEndsOfAMove(t *testing.T) {
	b := newBench(t, turned(), nil)
	b.compare("a.txt", "b.txt")
	b.focusBoard()
	b.at(0, "The vote")
	test.Type(b.stage.board, "M")
	if b.stage.why.open {
		t.Error("a cell that has not moved shows both ends")
	}
	from := b.toMove()
	test.Type(b.stage.board, "M")
	p := b.stage.why
	if !p.open || !p.ends || p.at != from {
		t.Fatalf("Shift+M opens no popover at %v", from)
	}
	b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if p.open || b.focusPlace() != from {
		t.Error("Escape does not close the popover and keep the cell")
	}
	found := false
	for _, i := range b.cellMenu(from).Items {
		found = found || i.Label == "Show both ends of a move"
	}
	if !found {
		t.Error("the menu of the cell has no both ends")
	}
}

func TestNextUnsure(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	b.focusBoard()
	want := -1
	for r, row := range b.page.Rows {
		for c := range row.Cells {
			if want < 0 && r > 0 {
				row.Cells[c].Verdict.Unsure = r > 1 && c == 1
				if row.Cells[c].Verdict.Unsure {
					want = r
				}
			}
		}
	}
	b.stage.board.FocusCell(report.Place{})
	test.Type(b.stage.board, "Q")
	if got := b.focusPlace(); got != (report.Place{Row: want, Col: 1}) {
		t.Errorf("Shift+Q goes to %v, want row %d", got, want)
	}
	test.Type(b.stage.board, "Q")
	if got := b.stage.toast.words.text; got != "No unsure match follows on this page." {
		t.Errorf("after the last the window says %q", got)
	}
}

func TestAPureReorderIsNoEdit(t *testing.T) {
	b := newBench(t, turned(), nil)
	b.compare("a.txt", "b.txt")
	ones := b.reading.Tallies[1]
	if ones.Moved != 1 || ones.Kept != 1 {
		t.Errorf("%d moved, %.0f %% kept; want 1 and 100", ones.Moved, 100*ones.Kept)
	}
	for _, c := range countsOf(b.reading, b.tally(), b.state.Filter) {
		if !c.moved && c.n > 0 && c.word() != "kept" {
			t.Errorf("the status line counts %d %s", c.n, c.word())
		}
	}
	for _, p := range b.page.Changes {
		if cell := b.page.Rows[p.Row].Cells[p.Col]; !cell.Verdict.Moved {
			t.Errorf("the list has a change at %v that is no move: %v", p, cell.Verdict)
		}
	}
	for _, row := range b.page.Rows {
		for _, run := range row.Cells[1].Runs {
			if run.Mark != report.Plain {
				t.Errorf("the words %q are marked as changed", run.Text)
			}
		}
	}
	b.setMode(Matrix)
	if got := b.tally(); got.Moved != 1 || got.Kept != 1 {
		t.Errorf("the matrix counts %d moved, %.0f %% kept", got.Moved, 100*got.Kept)
	}
}

func TestHiddenColumnsAreOutOfEveryCount(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	all, changes := *b.tally(), len(b.page.Changes)
	b.setHidden(b.id("b"), true)
	if got, want := *b.tally(), b.reading.Tallies[2]; got != want || got == all {
		t.Errorf("with b hidden the status line counts %+v, want c alone: %+v", got, want)
	}
	fire(b, "Ctrl+L")
	if got := b.stage.changes.head.words(b.Window); len(b.page.Changes) >= changes || got != countWords(len(b.page.Changes), "change") {
		t.Errorf("the list counts %q of %d before", got, changes)
	}
	b.apply(State.allShown)
	if *b.tally() != all {
		t.Error("shown again, it is not counted again")
	}
}

func TestThePlaceIsKept(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	b.focusBoard()
	b.at(0, "A judge")
	same := func(what string) {
		t.Helper()
		c, ok := b.cellAt(b.focusPlace())
		if !ok || len(c.sentences) == 0 || !strings.HasPrefix(b.reading.Versions[c.version].Text(int(c.sentences[0])), "A judge") {
			t.Errorf("after %s the focus is at %v", what, b.focusPlace())
		}
	}
	b.setBase(b.id("b"))
	b.settle()
	same("another base")
	b.addText("c.txt", stories()["c.txt"])
	b.settle()
	same("another version")
	b.do(b.command("palette1"))
	same("another palette")
	b.setMode(Pair)
	b.setMode(Columns)
	same("the pair and back")
}

func TestEscapeFromSettingsGoesBackToTheBoard(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	b.win.Canvas().Unfocus()
	fire(b, "Ctrl+,")
	b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.stage.sheet != nil || b.win.Canvas().Focused() != b.stage.board {
		t.Error("Escape does not lead from the settings to the board")
	}
	b.win.Canvas().Unfocus()
	b.typedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if _, ok := b.stage.board.Focus(); !ok || b.win.Canvas().Focused() != b.stage.board {
		t.Error("with nothing focused an arrow does not go to the board")
	}
}

func TestMenuOfTheCellByKeys(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	b.focusBoard()
	b.stage.board.Unfocus()
	b.do(b.command("cellmenu"))
	if b.win.Canvas().Overlays().Top() != nil {
		t.Error("a menu opens for no cell")
	}
	b.at(1, "Cranes")
	b.do(b.command("cellmenu"))
	if b.win.Canvas().Overlays().Top() == nil {
		t.Error("Shift+F10 opens no menu")
	}
}

func TestTheStatusLineDoesNotOverlap(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	b.focusBoard()
	b.at(1, "Cranes")
	for _, width := range []float32{640, 800, 1280} {
		b.win.Resize(fyne.NewSize(width, 600))
		l := b.stage.status
		if end := l.left.Position().X + l.left.MinSize().Width; l.words.Position().X < end && l.words.Size().Width > 0 {
			t.Errorf("at %v the words begin at %v, under counts that end at %v", width, l.words.Position().X, end)
		}
		if end := l.left.Position().X + l.left.MinSize().Width; end > width {
			t.Errorf("at %v the counts end at %v", width, end)
		}
		if end := l.words.Position().X + l.words.Size().Width; end > width {
			t.Errorf("at %v the words end at %v", width, end)
		}
	}
}

// Where an outlet's own opening would fill the first screen, the page begins
// with the base; a panel does not push the focused column out of sight.
func TestTheFirstScreenAndThePanel(t *testing.T) {
	s := longStories()
	own := ""
	for i := range 8 {
		own += "Nobody at the old mill expected visitor number " + countWords(i+2, "hundred") + " this winter.\n\n"
	}
	s["c.txt"] = own + s["c.txt"]
	b := newBench(t, s, nil)
	b.compare("a.txt", "b.txt", "c.txt")
	top := b.page.Rows[b.stage.board.Top()]
	if len(top.Cells[0].Sentences) == 0 {
		t.Errorf("row %s stands at the top", top.Label)
	}
	b.win.Resize(fyne.NewSize(1000, 700))
	b.at(2, "Nobody at the old mill")
	fire(b, "Ctrl+L")
	if shown, _ := b.stage.board.InView(); !slices.Contains(shown, 2) {
		t.Errorf("with the panel open the columns %v are in view", shown)
	}
}
