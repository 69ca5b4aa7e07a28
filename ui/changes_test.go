package ui

import (
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

func TestTheChangeListGoesToItsCells(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	if b.stage.changes.root.Visible() {
		t.Error("the list is open at the start")
	}
	fire(b, "Ctrl+L")
	l := b.stage.changes
	if !l.root.Visible() || len(l.items) == 0 {
		t.Fatalf("the list is not open or has no entry: %d", len(l.items))
	}
	cells := 0
	for i, c := range l.items {
		cells += c.Rows
		l.list.press(i)
		if at, ok := b.stage.board.Focus(); !ok || at != c.Place {
			t.Errorf("entry %d leads to %v, want %v", i, at, c.Place)
		}
		if l.list.at != i {
			t.Errorf("entry %d is not marked, %d is", i, l.list.at)
		}
	}
	if cells != len(b.page.Changes) {
		t.Errorf("the list stands for %d cells, the tool bar counts %d changes", cells, len(b.page.Changes))
	}
	b.focusBoard()
	b.stage.board.FocusCell(l.items[0].Place)
	if l.list.at != 0 {
		t.Error("the list does not follow the board")
	}
	b.do(b.command("onlyone"))
	if len(b.page.Changes) == cells || len(l.items) > cells {
		t.Errorf("the filter does not govern the list: %d entries", len(l.items))
	}
	if !l.clear.Visible() {
		t.Error("a filtered list does not offer to clear the filter")
	}
}

func TestCutToKeepsWholeWords(t *testing.T) {
	measure := func(s string) float32 { return float32(utf8.RuneCountInString(s)) }
	for _, c := range []struct {
		s     string
		width float32
		want  string
	}{
		{"holds back water", 16, "holds back water"},
		{"holds back water", 15, "holds back …"},
		{"holds back, water", 13, "holds back …"},
		{"holds back water", 12, "holds back …"},
		{"Plainsman", 7, "Plain …"},
		{"Plainsman", 1, ""},
		{"", 0, ""},
	} {
		if got := cutTo(c.s, c.width, measure); got != c.want {
			t.Errorf("cutTo(%q, %v) = %q, want %q", c.s, c.width, got, c.want)
		}
	}
}

func TestEscapeClosesASheet(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	b.focusBoard()
	for _, id := range []string{"keys", "howto", "about", "paste", "rename"} {
		b.do(b.command(id))
		if b.stage.sheet == nil {
			t.Errorf("%s opens no sheet", id)
			continue
		}
		b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if b.stage.sheet != nil {
			t.Errorf("Escape does not close the sheet of %s", id)
			b.stage.sheet.close()
		}
		if b.win.Canvas().Focused() != b.stage.board {
			t.Errorf("after %s the focus is not back on the board", id)
		}
	}
}

func TestGoToRow(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	b.do(b.command("row"))
	if b.stage.sheet == nil {
		t.Fatal("no sheet asks for the row")
	}
	b.stage.sheet.close()
	b.goToRow(" 2 ")
	if at, ok := b.stage.board.Focus(); !ok || b.page.Rows[at.Row].Label != "2" {
		t.Errorf("the focus is at %v, want row 2", at)
	}
	b.goToRow("99")
	if got := b.stage.toast.words.text; got != "No row has the number 99 on this page." {
		t.Errorf("toast %q", got)
	}
	if !holdsNumber("2–3", "3") || holdsNumber("23", "3") || holdsNumber("", "") {
		t.Error("groups are not found by their numbers")
	}
}

func TestSwapSides(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	b.do(b.command("swap"))
	if b.baseName() != "b" {
		t.Errorf("base %q, want b", b.baseName())
	}
	b.do(b.command("swap"))
	if b.baseName() != "a" {
		t.Errorf("base %q, want a again", b.baseName())
	}
	b.compare("c.txt")
	b.do(b.command("swap"))
	if b.baseName() != "a" {
		t.Error("three versions have sides to swap")
	}
}

// A panel pushes the board, so that no cell stands under it; it lies over a
// board that would have no room for two columns.
func TestAPanelPushesTheBoard(t *testing.T) {
	b := newBench(t, longStories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	fire(b, "Ctrl+L")
	for _, c := range []struct{ width, left float32 }{{1600, 1600 - listWidth}, {1000, 1000 - listWidth}, {700, 700}} {
		b.win.Resize(fyne.NewSize(c.width, 800))
		b.stage.work.Refresh()
		board, strip := b.stage.views.root.Size().Width, b.stage.views.overview.Size().Width
		if board+strip != c.left {
			t.Errorf("at %v the board and its overview have %v, want %v", c.width, board+strip, c.left)
		}
		if x := b.stage.changes.root.Position().X; x != c.width-listWidth {
			t.Errorf("at %v the list stands at %v", c.width, x)
		}
		for _, e := range b.stage.changes.items[:8] {
			b.stage.board.FocusCell(e.Place)
			if _, _, ok := b.stage.board.CellRect(e.Place); !ok {
				t.Errorf("at %v the cell %v is not in view", c.width, e.Place)
			}
		}
	}
}

// The list of keys is longer than a small window: keys scroll it.
func TestKeysScrollTheListOfKeys(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	b.win.Resize(fyne.NewSize(1280, 600))
	b.do(b.command("keys"))
	for range 20 {
		b.typeKey(fyne.KeyPageDown)
	}
	page := b.stage.sheet.page
	if end := page.Offset.Y + page.Size().Height; page.Offset.Y == 0 || end < page.Content.MinSize().Height-1 {
		t.Errorf("the page ends at %v of %v", end, page.Content.MinSize().Height)
	}
	b.typeKey(fyne.KeyEscape)
	if b.stage.sheet != nil {
		t.Error("Escape does not close it")
	}
}
