package ui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"wirediff/diff/session"
	"wirediff/diff/text"
)

// library is a shelf with a mailbox, two encodings and two pages on the net.
type library struct {
	shelf
	set     bool // the mailbox is a folder of versions
	count   int
	fetches []string
}

func (l *library) List(_ context.Context, path string) []Item {
	if path != "box.mbox" {
		return []Item{{Title: path, Set: true}}
	}
	items := make([]Item, l.count)
	for i := range items {
		items[i] = Item{Title: fmt.Sprintf("Story %d", i+1), Date: "2025-10-14T18:40:00+02:00", Size: 2048, Set: l.set}
	}
	return items
}

func (l *library) Open(ctx context.Context, path, encoding string) (out []text.Source, errs []error) {
	name, choice, _ := strings.Cut(path, "#")
	if name != "box.mbox" {
		out, errs = l.shelf.Open(ctx, path, encoding)
		for i := range out {
			out[i].Encoding = "UTF-8"
			if encoding != "" {
				out[i].Encoding, out[i].Body = encoding, out[i].Body+"\nRead as "+encoding+".\n"
			}
		}
		return out, errs
	}
	if choice == "" {
		choice = "1,2"
	}
	for _, n := range strings.Split(choice, ",") {
		out = append(out, text.Source{Name: "Story " + n, File: name, Body: "The vote was close.\n\nNumber " + n + " said so.\n"})
	}
	return out, nil
}

func (l *library) Encodings() []string { return []string{"UTF-8", "windows-1252"} }

func (l *library) Fetch(_ context.Context, address string, private bool) (Fetched, error) {
	l.fetches = append(l.fetches, address)
	switch {
	case strings.Contains(address, "intranet") && !private:
		return Fetched{}, ErrPrivate
	case strings.Contains(address, "gone"):
		return Fetched{}, errors.New("the server answered 404 Not Found")
	}
	return Fetched{Sources: []text.Source{{Name: "Averley Post", File: address, Body: "The vote was close.\n"}}, Archive: []byte("WARC/1.1")}, nil
}

func newLibrary(count int, set bool) *library {
	return &library{shelf: stories(), count: count, set: set}
}

// press sends keys to the focused widget.
func (b *bench) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestStoriesOfAMailboxArePickedByKeyboard(t *testing.T) {
	b := newBench(t, newLibrary(12, false), nil)
	b.compare("a.txt", "box.mbox")
	if b.stage.sheet == nil || b.names() != "a" {
		t.Fatalf("no list to pick from; columns %q", b.names())
	}
	b.press(fyne.KeyDown, fyne.KeySpace, fyne.KeyDown, fyne.KeyDown, fyne.KeySpace, fyne.KeyReturn)
	b.settle()
	if got := b.names(); got != "a Story 2 Story 4" {
		t.Errorf("columns %q, want a Story 2 Story 4", got)
	}
	b.reload()
	b.settle()
	if got := b.names(); got != "a Story 2 Story 4" || b.stage.sheet != nil {
		t.Errorf("after Reload columns %q", got)
	}
}

func TestEnterTakesTheLineUnderTheFocus(t *testing.T) {
	b := newBench(t, newLibrary(3, false), nil)
	b.compare("box.mbox")
	b.press(fyne.KeyDown, fyne.KeyReturn)
	b.settle()
	if got := b.names(); got != "Story 2" {
		t.Errorf("columns %q, want Story 2", got)
	}
}

func TestEscapeOpensNoneAndAsksAboutTheNextFile(t *testing.T) {
	b := newBench(t, newLibrary(3, false), nil)
	b.compare("box.mbox", "box.mbox")
	b.press(fyne.KeyEscape)
	b.q.run(t, "the second list", func() bool { return b.stage.sheet != nil })
	b.press(fyne.KeyEscape)
	b.settle()
	if len(b.state.Versions) != 0 || b.stage.sheet != nil || len(b.offers) != 0 {
		t.Errorf("%d versions, %d lists left", len(b.state.Versions), len(b.offers))
	}
}

func TestASmallSetOpensAtOnce(t *testing.T) {
	for _, c := range []struct {
		count int
		set   bool
		asks  bool
	}{{1, false, false}, {2, false, true}, {8, true, false}, {9, true, true}} {
		b := newBench(t, newLibrary(c.count, c.set), nil)
		b.compare("box.mbox")
		if got := b.stage.sheet != nil; got != c.asks {
			t.Errorf("%d stories, a set %v: asks %v, want %v", c.count, c.set, got, c.asks)
		}
	}
}

func TestPickedPaths(t *testing.T) {
	if got := picked("a/box.mbox", []int{0, 4}); got != "a/box.mbox#1,5" {
		t.Errorf("picked %q", got)
	}
	for path, want := range map[string]string{"box.mbox#1,5": "box.mbox", "box.mbox": "box.mbox", "notes #x": "notes #x"} {
		if got := unpicked(path); got != want {
			t.Errorf("unpicked(%q) is %q, want %q", path, got, want)
		}
	}
}

func TestATextIsReadAgainInAnotherEncoding(t *testing.T) {
	b := newBench(t, newLibrary(2, false), nil)
	b.compare("a.txt", "b.txt")
	id := b.id("b")
	b.rename(id, "The Courier")
	b.askEncoding(id)
	b.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	b.settle()
	v := b.state.Versions[b.state.version(id)]
	if v.Source.Encoding != "windows-1252" || !strings.Contains(v.Source.Body, "Read as windows-1252") || v.Name() != "The Courier" {
		t.Errorf("read as %q under the name %q", v.Source.Encoding, v.Name())
	}
	if b.state.Result.Versions[1].Body != v.Source.Body {
		t.Error("the comparison does not follow")
	}
	b.reload()
	b.settle()
	if v := b.state.Versions[b.state.version(id)]; v.Source.Encoding != "windows-1252" {
		t.Errorf("after Reload read as %q", v.Source.Encoding)
	}
	b.undo()
	b.settle()
	if v := b.state.Versions[b.state.version(id)]; v.Source.Encoding != "UTF-8" {
		t.Errorf("after undo read as %q", v.Source.Encoding)
	}
}

// A version that came from a session is read again from the original that the
// session kept.
func TestTheEncodingOfASessionsVersion(t *testing.T) {
	b := newBench(t, newLibrary(2, false), nil)
	b.compare("a.txt", "b.txt")
	b.apply(func(s State) State {
		return s.change(b.id("b"), func(v Version) Version {
			v.Kept.Original = session.Original{Name: "b.txt", Data: []byte("The vote was close.\n")}
			return v
		})
	})
	path := filepath.Join(t.TempDir(), "kept.wirediff")
	b.saveAndWait(path)
	again := newBench(t, newLibrary(2, false), nil)
	again.compare(path)
	if a := again.state.Versions[0]; again.state.reencodes(a) {
		t.Error("a version without its original is said to be readable again")
	}
	id := again.id("b")
	again.askEncoding(id)
	again.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	again.settle()
	v := again.state.Versions[again.state.version(id)]
	if v.Source.Encoding != "windows-1252" || !strings.Contains(again.state.Result.Versions[1].Body, "Read as windows-1252") {
		t.Errorf("read as %q: %q", v.Source.Encoding, v.Source.Body)
	}
	if !again.state.unsaved() || len(v.Kept.Original.Data) == 0 {
		t.Error("the change is not to be saved, or the original is gone")
	}
}

// In a list of hundreds what is typed leaves the lines that hold it.
func TestTheListToPickFromIsSearched(t *testing.T) {
	b := newBench(t, newLibrary(300, false), nil)
	b.openPaths([]string{"box.mbox"})
	b.settle()
	list := b.win.Canvas().Focused().(*pickList)
	var field *pickSearch
	for _, o := range test.LaidOutObjects(b.stage.sheet.pop) {
		if e, ok := o.(*pickSearch); ok {
			field = e
		}
	}
	if field == nil {
		t.Fatal("there is no field to search in")
	}
	b.win.Canvas().Focused().TypedRune('S') // from the list on
	if b.win.Canvas().Focused() != field {
		t.Fatal("a letter typed in the list does not search")
	}
	test.Type(field, "TORY 29")
	if len(list.found) != 13 { // 29, 129, 229 and 290 to 299
		t.Fatalf("%d lines found", len(list.found))
	}
	b.press(fyne.KeyDown, fyne.KeyDown, fyne.KeySpace)
	if got := list.chosen(); !slices.Equal(got, []int{128}) {
		t.Errorf("checked %v, want the line of story 129", got)
	}
	list.turnAll()
	if n := len(list.chosen()); n != 13 {
		t.Errorf("all that was found are %d", n)
	}
}

func TestAnAddressIsFetchedWhenAsked(t *testing.T) {
	lib := newLibrary(2, false)
	b := newBench(t, lib, nil)
	b.compare("a.txt")
	b.do(b.command("address"))
	for _, r := range "averley.example/1" {
		b.win.Canvas().Focused().TypedRune(r)
	}
	if len(lib.fetches) > 0 {
		t.Fatal("fetched before it was asked for")
	}
	b.press(fyne.KeyReturn)
	b.settle()
	if got := b.names(); got != "a Averley Post" {
		t.Errorf("columns %q", got)
	}
	path := filepath.Join(t.TempDir(), "kept.wirediff")
	b.saveAndWait(path)
	b.reload()
	b.settle()
	again := newBench(t, lib, nil)
	again.compare(path)
	if want := []string{"https://averley.example/1"}; !slices.Equal(lib.fetches, want) {
		t.Errorf("fetched %q, want %q", lib.fetches, want)
	}
	if o := again.state.Versions[1].Kept.Original; o.Name != "page.warc" || string(o.Data) != "WARC/1.1" {
		t.Errorf("kept %q as %q", o.Data, o.Name)
	}
}

func TestAPrivateAddressIsAskedAboutOnce(t *testing.T) {
	lib := newLibrary(2, false)
	b := newBench(t, lib, nil)
	b.compare("http://intranet.example/1")
	if len(b.state.Versions) != 0 || b.stage.sheet == nil {
		t.Fatal("no question")
	}
	b.press(fyne.KeyReturn)
	b.settle()
	if got := b.names(); got != "Averley Post" || len(lib.fetches) != 2 {
		t.Errorf("columns %q after %d fetches", got, len(lib.fetches))
	}
}

func TestAPageThatIsGoneKeepsTheOthers(t *testing.T) {
	b := newBench(t, newLibrary(2, false), nil)
	b.compare("a.txt", "https://gone.example/", "b.txt")
	if got := b.names(); got != "a b" || b.state.Versions[1].Reason != "Not read: the server answered 404 Not Found." {
		t.Errorf("columns %q, reason %q", got, b.state.Versions[1].Reason)
	}
}
