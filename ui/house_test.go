package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"wirediff/diff"
	"wirediff/diff/style"
)

// spelt are two versions that spell one word differently.
func spelt() shelf {
	return shelf{
		"a.txt": "The harbour council met on Monday in a gray hall.\n\nThe vote was close.\n",
		"b.txt": "The harbour council met on Monday in a grey hall.\n\nThe vote was narrow.\n",
	}
}

func TestDecideOnHouseStyle(t *testing.T) {
	b := newBench(t, spelt(), nil)
	b.compare("a.txt", "b.txt")
	if got := b.status(1, "The harbour").Status; got != diff.Style {
		t.Fatalf("gray and grey are %v at first, want style", got)
	}
	b.decide(style.Rule{A: "gray", B: "grey", Real: true}, false)
	b.settle()
	if got := b.status(1, "The harbour").Status; got != diff.Reworded {
		t.Errorf("promoted, they are %v, want reworded", got)
	}
	b.undo()
	b.settle()
	if got := b.status(1, "The harbour").Status; got != diff.Style {
		t.Errorf("after Undo they are %v, want style", got)
	}
	b.decide(style.Rule{A: "close", B: "narrow"}, false)
	b.settle()
	if got := b.status(1, "The vote").Status; got != diff.Style {
		t.Errorf("demoted, close and narrow are %v, want style", got)
	}
}

func TestDecisionsForAlwaysAreKept(t *testing.T) {
	list := houseList(filepath.Join(t.TempDir(), "wirediff", houseFile))
	b := newBench(t, spelt(), nil)
	b.loadHouse(list)
	b.compare("a.txt", "b.txt")
	b.decide(style.Rule{A: "close", B: "narrow"}, true)
	b.settle()
	again := newBench(t, spelt(), nil)
	again.loadHouse(list)
	again.compare("a.txt", "b.txt")
	if got := again.status(1, "The vote").Status; got != diff.Style {
		t.Errorf("in the next window they are %v, want style", got)
	}
	b.undo()
	if data, _ := os.ReadFile(string(list)); len(data) > 0 {
		t.Errorf("after Undo the file holds %q", data)
	}
}

func TestAListThatCannotBeReadIsNotWrittenOver(t *testing.T) {
	path := filepath.Join(t.TempDir(), houseFile)
	if err := os.WriteFile(path, []byte("gray grey\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	b := newBench(t, spelt(), nil)
	b.loadHouse(houseList(path))
	b.decide(style.Rule{A: "close", B: "narrow"}, true)
	if data, _ := os.ReadFile(path); string(data) != "gray grey\n" {
		t.Errorf("the file now holds %q", data)
	}
}

func TestRulesOfACell(t *testing.T) {
	b := newBench(t, spelt(), nil)
	b.compare("a.txt", "b.txt")
	for words, want := range map[string]style.Rule{"The harbour": {A: "gray", B: "grey", Real: true}, "The vote": {A: "close", B: "narrow"}} {
		at := b.at(1, words)
		c, _ := b.cellAt(at)
		if got := b.cellRules(c); !slices.Equal(got, []style.Rule{want}) {
			t.Errorf("the menu of %q offers %v, want %v", words, got, want)
		}
		if m := b.cellMenu(at); m.Items[len(m.Items)-1].ChildMenu == nil {
			t.Errorf("the menu of %q has no entry for house style", words)
		}
	}
}

// The panel of house style stays open while one decides: promoted, demoted,
// always, taken back, by keys alone.
func TestThePanelOfHouseStyle(t *testing.T) {
	b := newBench(t, spelt(), nil)
	b.withNews("a.txt", "b.txt")
	fire(b, "Ctrl+H")
	p := b.stage.news
	at := slices.IndexFunc(p.items, func(e newsEntry) bool { return len(e.acts) > 0 })
	if !p.root.Visible() || at < 0 || !strings.Contains(p.items[at].String(), "gray / grey") || !strings.Contains(p.items[at].String(), "A 1") {
		t.Fatalf("the panel lists %v", p.items)
	}
	b.win.Canvas().Focus(p.list)
	p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.typeKey(fyne.KeyReturn) // the first choice of the menu
	b.settleNews()
	if got := b.status(1, "The harbour").Status; got != diff.Reworded || !p.root.Visible() {
		t.Fatalf("decided by keys, gray and grey are %v; the panel is open: %v", got, p.root.Visible())
	}
	choose := func(words string) {
		t.Helper()
		for _, e := range p.items {
			for _, a := range e.acts {
				if a.words == words {
					a.run()
					b.settleNews()
					return
				}
			}
		}
		t.Fatalf("there is no %q in %v", words, p.items)
	}
	choose("Always")
	if len(b.state.Always) != 1 || len(b.state.Rules) != 0 {
		t.Errorf("always: %v, here: %v", b.state.Always, b.state.Rules)
	}
	choose("Take back")
	if got := b.status(1, "The harbour").Status; got != diff.Style || len(b.state.Always) != 0 {
		t.Errorf("taken back, they are %v", got)
	}
	choose("Find")
	if hits, _ := b.stage.board.Hits(); len(hits) != 1 {
		t.Errorf("Find finds gray %d times", len(hits))
	}
}

func TestSettingsOpen(t *testing.T) {
	b := newBench(t, spelt(), nil)
	b.compare("a.txt", "b.txt")
	fire(b, "Ctrl+,")
	if b.stage.sheet == nil {
		t.Fatal("no settings")
	}
	b.stage.sheet.close()
}

func TestCopyTheRow(t *testing.T) {
	b := newBench(t, spelt(), nil)
	b.compare("a.txt", "b.txt")
	b.at(1, "The vote")
	b.do(b.command("copyrow"))
	if got, want := b.app.Clipboard().Content(), "a\tb\nThe vote was close.\tThe vote was narrow.\n"; got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
}

func TestTheListFiltersLikeTheStatusLine(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	fire(b, "Ctrl+L")
	h := b.stage.changes.head
	all := len(b.page.Changes)
	for i, c := range h.counts { // each left out, then each alone
		test.Tap(h.checks[i].press)
		if got := len(b.page.Changes); got != all-c.n {
			t.Errorf("without %s the filter keeps %d changes, counted are %d", c.word(), got, all-c.n)
		}
		if h.checks[i].box.on {
			t.Errorf("%s is still checked", c.word())
		}
		test.Tap(h.checks[i].press)
		if b.state.Filter.Active() {
			t.Errorf("all checked again the filter is %+v", b.state.Filter)
		}
		b.apply(func(s State) State { s.Filter = toggled(s.Filter, c, false); return s })
		if got := len(b.page.Changes); got != c.n {
			t.Errorf("the filter %s keeps %d changes, counted are %d", c.word(), got, c.n)
		}
		if got := b.stage.board.ChangeCount(); got != c.n {
			t.Errorf("next and previous walk %d, counted are %d", got, c.n)
		}
		if got, want := h.words(b.Window), itoaOf(c.n, all); got != want {
			t.Errorf("the title says %q, want %q", got, want)
		}
		b.do(b.command("all"))
	}
	b.state.Filter = b.state.Filter.Toggled(1, b.outletsOf())
	if got := b.state.Filter.Versions; !slices.Equal(got, []int{2}) {
		t.Errorf("without the first outlet %v are kept", got)
	}
	if got := b.state.Filter.Toggled(1, b.outletsOf()).Versions; got != nil {
		t.Errorf("with it again %v are kept, want all", got)
	}
}

func itoaOf(n, all int) string { return fmt.Sprintf("%d of %s", n, countWords(all, "change")) }
