package ui

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"wirediff/diff/report"
)

// Every view is one key away, has its tab, and takes the keyboard.
func TestViewsAreOneKeyApart(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	for i, m := range modes() {
		if !b.dispatch(chordOf("Ctrl+" + strconv.Itoa(i+1))) {
			t.Fatalf("no key for %s", m)
		}
		if b.state.mode() != m || b.stage.views.now != m {
			t.Errorf("%s is not shown", m)
		}
		if b.win.Canvas().Focused() != b.stage.front() {
			t.Errorf("%s has not the keyboard", m)
		}
		if o := b.stage.front().(fyne.CanvasObject); !o.Visible() {
			t.Errorf("%s is hidden", m)
		}
		if tab := b.stage.toolbar.tabs.presses[i]; tab.bold != m.String() {
			t.Errorf("the tab of %s is not marked", m)
		}
	}
}

// The cell in focus keeps the focus through all views and back.
func TestViewsKeepThePlace(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	here := func() (unit int, version string) {
		at, ok := b.stage.board.Focus()
		if !ok {
			return -1, ""
		}
		return b.page.Rows[at.Row].Unit, b.page.Heads[at.Col].Name
	}
	row := 0
	for i, r := range b.page.Rows {
		if r.Kind == report.TextRow && len(r.Cells[1].Sentences) > 0 {
			row = i
		}
	}
	b.stage.board.FocusCell(report.Place{Row: row, Col: 1})
	unit, version := here()
	for _, m := range append(modes(), Columns) {
		b.setMode(m)
		if u, v := here(); u != unit || v != version {
			t.Errorf("%s: row %d of %s, not %d of %s", m, u, v, unit, version)
		}
	}
}

// A pair is made of the base and the version in focus, another one can be
// chosen, and the status line counts what the pair shows.
func TestPairOfTheVersionInFocus(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	b.stage.board.FocusCell(report.Place{Row: 1, Col: 2})
	b.setMode(Pair)
	if got := b.names(); got != "a c" {
		t.Errorf("the pair is %s", got)
	}
	items := b.besideItems()
	items[0].Action()
	if got := b.names(); got != "a b" {
		t.Errorf("the pair is %s", got)
	}
	if b.tally() != &b.reading.Tallies[1] {
		t.Error("the counts are not those of the pair")
	}
}

// Without a base, views that need one are columns, and come back with it.
func TestViewsThatNeedABase(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	for _, m := range []Mode{Pair, InLine, Order} {
		b.setMode(m)
		b.setBase(NoBase)
		if b.state.mode() != Columns || len(b.page.Heads) != 3 {
			t.Errorf("%s is shown without a base", m)
		}
		b.setBase(FirstBase)
		if b.state.mode() != m {
			t.Errorf("%s did not come back", m)
		}
	}
}

// The chips over the matrix count the rows that they keep.
func TestPresetsKeepWhatTheyCount(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	b.setMode(Matrix)
	for i, x := range presetList() {
		chip := b.stage.views.presets.chips[i]
		want := chip.hint
		chip.run()
		m := report.NewMatrix(b.page)
		n := 0
		for _, r := range m.Rows {
			if r.See == "" {
				n++
			}
		}
		if strconv.Itoa(n) != want || !chip.on {
			t.Errorf("%s keeps %d of the %s it counts", x.command, n, want)
		}
	}
}

// The matrix is copied as a table; Enter opens its row in the columns.
func TestMatrixCopiesAndOpens(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	b.setMode(Matrix)
	b.dispatch(chordOf("Ctrl+Alt+C"))
	if got := b.app.Clipboard().Content(); !strings.HasPrefix(got, "row\ta\tb\tc\tin how many\ttext\n") {
		t.Errorf("copied %q", got)
	}
	b.stage.board.FocusCell(report.Place{Row: 2, Col: 1})
	b.stage.front().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if at, ok := b.stage.board.Focus(); b.state.mode() != Columns || !ok || at.Col != 1 {
		t.Errorf("Enter leads to %s, %v", b.state.mode(), at)
	}
}

// At the least width the tool bar leaves out the least needed, not the tabs.
func TestToolbarKeepsTheTabs(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	b.win.Resize(fyne.NewSize(900, 700))
	for _, m := range modes() {
		b.setMode(m)
		if x := b.stage.toolbar.tabs.root.Position().X; x < 0 {
			t.Errorf("%s: the tabs have no room", m)
		}
	}
}
