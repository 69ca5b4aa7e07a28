package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/ui/board"
)

// fire does what the toolkit does with a chord that has a modifier: it runs
// the first menu item with that shortcut.
func fire(b *bench, chord string) bool {
	sh := chordOf(chord).shortcut()
	var walk func(m *fyne.Menu) bool
	walk = func(m *fyne.Menu) bool {
		for _, i := range m.Items {
			if i.Shortcut != nil && i.Shortcut.ShortcutName() == sh.ShortcutName() {
				i.Action()
				return true
			}
			if i.ChildMenu != nil && walk(i.ChildMenu) {
				return true
			}
		}
		return false
	}
	for _, m := range b.win.MainMenu().Items {
		if walk(m) {
			return true
		}
	}
	return false
}

func TestKeysOnTheBoard(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	b.focusBoard()
	board := b.stage.board
	for _, step := range []struct {
		key  string
		done func() bool
	}{
		{"c", func() bool { return b.state.Filter.Changes }},
		{"1", func() bool { return b.state.Filter.OnlyOne }},
		{"0", func() bool { return b.state.Filter.MissOne }},
		{"q", func() bool { return b.state.Filter.Unsure }},
		{"a", func() bool { return !b.state.Filter.Active() }},
		{"y", func() bool { return b.state.StyleMode == report.StyleHidden }},
		{"k", func() bool { return b.state.Pack }},
		{"n", func() bool { return board.ChangeIndex() == 0 }},
		{"n", func() bool { return board.ChangeIndex() == 1 }},
		{"p", func() bool { return board.ChangeIndex() == 0 }},
		{"B", func() bool { return b.state.Base == NoBase }},
		{"b", func() bool { return b.state.Base > 0 }},
		{"h", func() bool { return len(b.page.Heads) == 2 }},
		{"H", func() bool { return len(b.page.Heads) == 3 }},
	} {
		test.Type(board, step.key)
		if !step.done() {
			t.Errorf("the key %s did not do its work", step.key)
		}
	}
}

func TestChordsOfTheMenus(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	for _, step := range []struct {
		chord string
		done  func() bool
	}{
		{"Ctrl+=", func() bool { return b.state.Look.Text == 110 }},
		{"Ctrl+-", func() bool { return b.state.Look.Text == 100 }},
		{"Ctrl+F", func() bool { return b.win.Canvas().Focused() == b.stage.toolbar.find.entry }},
		{"Ctrl+D", func() bool { return b.state.Look.Light == AlwaysDark }},
		{"Ctrl+D", func() bool { return b.state.Look.Light == AlwaysLight }},
		{"Ctrl+Shift+Right", func() bool { return b.names() == "b a c" }},
		{"Ctrl+Delete", func() bool { return len(b.state.Versions) == 2 }},
		{"Ctrl+Z", func() bool { return len(b.state.Versions) == 3 }},
		{"Ctrl+Shift+V", func() bool { return b.stage.sheet != nil }},
	} {
		if !fire(b, step.chord) || !step.done() {
			t.Errorf("%s did not do its work", step.chord)
		}
		b.settle()
	}
}

func TestAnItemThatIsOffDoesNothing(t *testing.T) {
	b := newBench(t, stories(), nil)
	for _, chord := range []string{"Ctrl+F", "Alt+Down", "Ctrl+Delete", "Ctrl+W", "Ctrl+Home"} {
		if !fire(b, chord) {
			t.Errorf("no menu item has %s", chord)
		}
	}
	if len(b.state.Versions) != 0 || b.stage.sheet != nil {
		t.Error("a command ran that could not be done")
	}
}

func TestEveryCommandCanBeReachedByKeys(t *testing.T) {
	b := newBench(t, stories(), nil)
	taken := map[chord]string{}
	next := map[string]bool{} // submenus that one key goes through
	for _, c := range b.commands {
		if c.set == nil && len(c.keys) > 0 {
			next[c.menu] = true
		}
	}
	for _, c := range b.commands {
		if c.id == "" {
			continue
		}
		if len(c.keys) == 0 && c.each == nil && !(c.set != nil && next[c.menu]) {
			t.Errorf("%s has no key", c.id)
		}
		if c.menu == "" || c.title == "" {
			t.Errorf("%s stands in no menu", c.id)
		}
		for _, k := range c.keys {
			if k.key == "" {
				t.Errorf("%s has a key that is none", c.id)
			}
			if other, twice := taken[k]; twice {
				t.Errorf("%s and %s have the same key %s", c.id, other, k)
			}
			taken[k] = c.id
		}
	}
}

func TestListOfKeysHoldsEveryKey(t *testing.T) {
	b := newBench(t, stories(), nil)
	var printed []string
	for _, l := range b.keyList() {
		printed = append(printed, l.keys)
	}
	all := strings.Join(printed, "\n")
	for _, c := range b.commands {
		if len(c.keys) > 0 && !strings.Contains(all, c.keys[0].String()) {
			t.Errorf("the list of keys lacks %s of %s", c.keys[0], c.id)
		}
	}
}

func TestChordOf(t *testing.T) {
	for s, want := range map[string]chord{
		"":             {},
		"N":            {key: "N"},
		"Shift+B":      {key: "B", mod: fyne.KeyModifierShift},
		"Ctrl+Shift+V": {key: "V", mod: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
		"Ctrl++":       {key: "+", mod: fyne.KeyModifierShortcutDefault},
		"Ctrl+=":       {key: "=", mod: fyne.KeyModifierShortcutDefault},
		"Alt+-":        {key: "-", mod: fyne.KeyModifierAlt},
		"F3":           {key: "F3"},
	} {
		if got := chordOf(s); got != want {
			t.Errorf("chordOf(%q) = %v, want %v", s, got, want)
		}
	}
	if got := runeChord('B'); got != chordOf("Shift+B") {
		t.Errorf("a typed B is %v", got)
	}
	if _, ok := chordOf("Ctrl+Z").shortcut().(*fyne.ShortcutUndo); !ok {
		t.Error("Ctrl+Z must be the toolkit's own undo, or the menu never sees it")
	}
	if _, ok := chordOf("Alt+Down").shortcut().(*desktop.CustomShortcut); !ok {
		t.Error("Alt+Down is no shortcut of its own")
	}
}

// TestTabReachesEveryControl walks the focus through the window and wants to
// meet every control that can be pressed or typed into.
func TestTabReachesEveryControl(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "scan.pdf")
	met := map[fyne.Focusable]bool{}
	for range 60 {
		b.win.Canvas().FocusNext()
		met[b.win.Canvas().Focused()] = true
	}
	bar := b.stage.toolbar
	controls := []fyne.Focusable{bar.filter, bar.style, bar.previous, bar.next, bar.find.entry, bar.base, b.stage.board}
	for _, p := range b.stage.status.counts {
		controls = append(controls, p)
	}
	for i, c := range controls {
		if !met[c] {
			t.Errorf("Tab never reaches control %d (%T)", i, c)
		}
	}
	presses := 0
	for f := range met {
		if p, ok := f.(*press); ok && (p.text == "Retry" || p.text == "Remove") {
			presses++
		}
	}
	if presses != 2 {
		t.Errorf("Tab reaches %d of Retry and Remove", presses)
	}
}

func TestRegions(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	b.focusBoard()
	seen := map[fyne.Focusable]bool{}
	for range b.regions() {
		b.functionKey(fyne.KeyF6)
		seen[b.win.Canvas().Focused()] = true
	}
	if len(seen) != len(b.regions()) {
		t.Errorf("F6 goes to %d of %d regions", len(seen), len(b.regions()))
	}
}

func TestFindFromTheEntry(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	b.startFind()
	e := b.stage.toolbar.find.entry
	test.Type(e, "vote")
	if got := b.stage.toolbar.find.hits.text; !strings.Contains(got, "3") || !strings.Contains(got, "in 3 columns") {
		t.Errorf("found %q, want 3 in 3 columns", got)
	}
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := b.stage.toolbar.find.hits.text; !strings.HasSuffix(got, "of 3 in 3 columns") {
		t.Errorf("after Enter %q", got)
	}
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.win.Canvas().Focused() != b.stage.board {
		t.Error("Escape does not go back to the board")
	}
	e.SetText("nowhere in it")
	if got := b.stage.toolbar.find.hits.text; got != "none" {
		t.Errorf("found %q, want none", got)
	}
}

func TestStatusLineIsFilterAndCount(t *testing.T) {
	var f report.Filter
	press := func(status diff.Status, moved, add bool) {
		on := f.Statuses&(1<<status) != 0
		if moved {
			on = f.Moved
		}
		f = toggled(f, count{status: status, moved: moved, on: on}, add)
	}
	press(diff.Added, false, false)
	press(diff.Cut, false, true)
	if want := uint32(1<<diff.Added | 1<<diff.Cut); f.Statuses != want {
		t.Fatalf("Ctrl does not add: %b, want %b", f.Statuses, want)
	}
	press(diff.Cut, false, true)
	if f.Statuses != 1<<diff.Added {
		t.Fatalf("Ctrl does not take away: %b", f.Statuses)
	}
	press(0, true, false)
	if f.Statuses != 0 || !f.Moved {
		t.Fatalf("moved alone: %+v", f)
	}
	press(0, true, false)
	if f.Active() {
		t.Fatalf("the only one pressed again must show all: %+v", f)
	}
}

func TestTheStatusLineGovernsTheBoard(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	all := len(b.page.Rows)
	for i, c := range b.stage.status.shown {
		if c.status == diff.Cut {
			test.Tap(b.stage.status.counts[i])
		}
	}
	if b.state.Filter.Statuses != 1<<diff.Cut || b.page.Folded == 0 || all == 0 {
		t.Errorf("pressing cut: filter %+v, %d folded", b.state.Filter, b.page.Folded)
	}
	if got := b.stage.toolbar.filter.text; got != "Some sentences" {
		t.Errorf("the filter is called %q", got)
	}
}

func TestNotices(t *testing.T) {
	same := stories()
	same["b.txt"] = same["a.txt"]
	b := newBench(t, same, nil)
	b.compare("a.txt")
	if got := noticeOf(b.state, b.page).words; !strings.HasPrefix(got, "One version is open.") {
		t.Errorf("one version: %q", got)
	}
	b.compare("b.txt")
	if got := noticeOf(b.state, b.page).words; got != "Nothing differs: every sentence is the same word for word." {
		t.Errorf("the same twice: %q", got)
	}
	b.do(b.command("changes"))
	if got := noticeOf(b.state, b.page).words; got != "No sentence fits this filter." {
		t.Errorf("changes of none: %q", got)
	}
	b.addText("c.txt", "Quite another matter altogether.\n")
	b.remove(b.id("b"))
	b.do(b.command("all"))
	b.settle()
	if got := noticeOf(b.state, b.page).words; got != "These two share no sentence." {
		t.Errorf("nothing in common: %q", got)
	}
}

// addText opens a text that was not on the shelf.
func (b *bench) addText(path, body string) {
	b.opener.(shelf)[path] = body
	b.compare(path)
}

func TestSettingsAreBounded(t *testing.T) {
	a := test.NewTempApp(t)
	s := settings{a.Preferences()}
	for _, length := range []int{0, 1, 2, 5, 9} {
		for _, x := range []int{-1 << 31, 1<<31 - 1} {
			s.p.SetIntList(keyLook, slices.Repeat([]int{x}, length))
			s.p.SetIntList(keySize, slices.Repeat([]int{x}, length))
			s.p.SetInt(keyStyle, x)
			l := s.look()
			_ = report.Colours(l.Scheme, l.Light == AlwaysDark)
			_ = l.board(report.Palette{})
			if l.Text < smallestText || l.Text > largestText || s.size().Width < leastWidth || s.style() > report.StyleAsChange {
				t.Errorf("%d times %d gives %+v, %v", length, x, l, s.size())
			}
		}
	}
	kept := Look{Light: AlwaysDark, Scheme: report.HighContrast, Text: 130, Spacing: 2, Face: board.Sans}
	s.keepLook(kept)
	if got := s.look(); got != kept {
		t.Errorf("kept %+v, came back %+v", kept, got)
	}
	s.p.SetStringList(keyRecent, []string{"not JSON", `{"paths":[]}`, `{"paths":["a"]}`})
	if got := s.recents(); len(got) != 1 {
		t.Errorf("%d recent comparisons, want the one that can be opened", len(got))
	}
	for i := range 20 {
		s.keepRecent(recent{Paths: []string{strconv.Itoa(i % 12)}})
	}
	if got := s.recents(); len(got) != maxRecent || got[0].Paths[0] != "7" {
		t.Errorf("recent: %v", got)
	}
}

// TestPlainWords reads every string of the package that people may see.
func TestPlainWords(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	never := regexp.MustCompile(`(?i)\berrors?\b|\bbias|plagiar|copied from|!`)
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), f, src, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if _, imports := n.(*ast.ImportSpec); imports {
				return false
			}
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && never.MatchString(lit.Value) {
				t.Errorf("%s says %s", f, lit.Value)
			}
			return true
		})
	}
}

func TestColumnMenuHoldsWhatAColumnCan(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	var titles []string
	for _, i := range b.columnMenu(b.id("b")).Items {
		if !i.IsSeparator {
			titles = append(titles, i.Label)
		}
	}
	want := []string{"Base", "Pinned at the left", "To the left", "To the right", "Hide", "Note …", "Rename …", "About this text …", "Text encoding …", "Reload", "Remove"}
	if !slices.Equal(titles, want) {
		t.Errorf("menu %v, want %v", titles, want)
	}
}

// A story is loaded, walked, filtered, corrected, searched, decided on and
// copied by keys alone, from the start page on.
func TestByKeysAlone(t *testing.T) {
	b := newBench(t, shelf{}, nil)
	keys := func(names ...fyne.KeyName) {
		for _, k := range names {
			b.typeKey(k)
		}
	}
	typed := func(words string) {
		for _, r := range words {
			b.win.Canvas().Focused().TypedRune(r)
		}
	}
	load := func(outlet, body string) {
		fire(b, "Ctrl+Shift+V")
		typed(outlet)
		b.win.Canvas().FocusNext()
		typed(body)
		for range 6 {
			if p, ok := b.win.Canvas().Focused().(*press); ok && strings.HasPrefix(p.text, "Add as") {
				break
			}
			b.win.Canvas().FocusNext()
		}
		keys(fyne.KeyReturn)
		b.settle()
	}
	load("Plainsman", stories()["a.txt"])
	load("Courier", stories()["b.txt"])
	if b.page == nil || len(b.page.Heads) != 2 {
		t.Fatalf("loaded are %d versions", len(b.state.Versions))
	}
	b.focusBoard()
	all := len(b.page.Changes)
	typed("n")
	if b.stage.board.ChangeIndex() != 0 {
		t.Error("N does not go to the first change")
	}
	typed("c")
	if b.state.Filter.Changes != true || len(b.page.Changes) != all {
		t.Errorf("C keeps %d of %d changes", len(b.page.Changes), all)
	}
	typed("a")
	b.at(1, "Cranes")
	typed("u")
	b.settle()
	if len(b.state.Hand) == 0 || len(b.page.Changes) == all {
		t.Errorf("U corrects nothing: %v", b.state.Hand)
	}
	fire(b, "Ctrl+Z")
	b.settle()
	if len(b.page.Changes) != all {
		t.Error("Ctrl Z does not take it back")
	}
	fire(b, "Ctrl+F")
	typed("vote")
	keys(fyne.KeyReturn)
	if hits, at := b.stage.board.Hits(); len(hits) != 2 || at < 0 {
		t.Errorf("found are %d, at %d", len(hits), at)
	}
	keys(fyne.KeyEscape)
	fire(b, "Ctrl+Alt+A")
	fire(b, "Ctrl+Shift+C")
	if got := b.app.Clipboard().Content(); !strings.Contains(got, "The vote was close.") {
		t.Errorf("copied is %q", got)
	}
	fire(b, "Ctrl+L")
	fire(b, "Ctrl+3")
	if b.state.mode() != InLine || b.state.Panel != changesPanel {
		t.Error("views and panels are not a key apart")
	}
}
