package ui

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"wirediff/diff"
	"wirediff/diff/text"
)

// shelf is an Opener of texts in memory; a path that it does not hold fails.
type shelf map[string]string

func (s shelf) Open(ctx context.Context, path, _ string) ([]text.Source, []error) {
	if path == ExamplePath {
		a, _ := s.Open(ctx, "a.txt", "")
		b, _ := s.Open(ctx, "b.txt", "")
		return append(a, b...), nil
	}
	path = filepath.Base(path)
	body, ok := s[path]
	if !ok {
		return nil, []error{&fs.PathError{Op: "open", Path: path, Err: errors.New("this PDF holds pictures of pages, no text")}}
	}
	return []text.Source{{Name: strings.TrimSuffix(path, ".txt"), File: path, Body: body}}, nil
}

func (s shelf) List(context.Context, string) []Item { return nil }
func (s shelf) Read(_ context.Context, name string, data []byte, encoding string) ([]text.Source, []error) {
	return []text.Source{{Name: name, File: name, Body: string(data) + "\nRead as " + encoding + ".\n", Encoding: encoding}}, nil
}
func (s shelf) Encodings() []string { return nil }
func (s shelf) Fetch(context.Context, string, bool) (Fetched, error) {
	return Fetched{}, errors.New("no network")
}
func (s shelf) Paste(name, body string) text.Source { return text.Source{Name: name, Body: body} }

// stories are three short versions.
func stories() shelf {
	return shelf{
		"a.txt": "Cranes began moving again at six.\n\nThe vote was close.\n\nA judge had ruled on Monday.\n",
		"b.txt": "Cranes swung again at six.\n\nThe vote was close.\n\nA horn sounded across the basin.\n",
		"c.txt": "The vote was close.\n\nA judge had ruled on Monday.\n",
	}
}

// queue is the way back to the window's goroutine, worked off by hand.
type queue struct {
	mu   sync.Mutex
	jobs []func()
}

func (q *queue) post(f func()) { q.mu.Lock(); q.jobs = append(q.jobs, f); q.mu.Unlock() }

// run works off what is posted until done says so.
func (q *queue) run(t *testing.T, what string, done func() bool) {
	t.Helper()
	for limit := time.Now().Add(20 * time.Second); !done(); time.Sleep(time.Millisecond) {
		if time.Now().After(limit) {
			t.Fatalf("waited in vain: %s", what)
		}
		q.mu.Lock()
		jobs := q.jobs
		q.jobs = nil
		q.mu.Unlock()
		for _, f := range jobs {
			f()
		}
	}
}

// bench is a window under test.
type bench struct {
	*Window
	q *queue
	t *testing.T
}

func newBench(t *testing.T, opener Opener, compare compareFunc) *bench {
	t.Helper()
	a := test.NewTempApp(t)
	if compare == nil {
		compare = diff.Compare
	}
	q := &queue{}
	w := newWindow(a, opener, compare, q.post)
	w.win.Resize(fyne.NewSize(1280, 800))
	w.follow(w.state)
	t.Cleanup(func() { w.jobs.stop(); w.win.Close() })
	return &bench{w, q, t}
}

// compared opens paths and waits for the result.
func (b *bench) compare(paths ...string) {
	b.t.Helper()
	b.openPaths(paths)
	b.settle()
}

// settle waits until nothing is read or compared any more.
func (b *bench) settle() {
	b.t.Helper()
	b.q.run(b.t, "the result", func() bool { return b.jobs.pending == 0 && !b.jobs.running() })
}

func (b *bench) names() string {
	var ns []string
	for _, h := range b.page.Heads {
		ns = append(ns, h.Name)
	}
	return strings.Join(ns, " ")
}

// id returns the ID of the version of that name.
func (b *bench) id(name string) ID {
	for _, v := range b.state.Versions {
		if v.Name() == name {
			return v.ID
		}
	}
	b.t.Fatalf("no version %q", name)
	return 0
}

func TestSeveralFilesOpenSideBySide(t *testing.T) {
	b := newBench(t, stories(), nil)
	if !b.stage.startShown() || b.stage.work.Visible() {
		t.Error("an empty window does not show the start page")
	}
	b.compare("a.txt", "b.txt", "c.txt")
	if got := b.names(); got != "a b c" {
		t.Errorf("columns %q, want a b c", got)
	}
	if b.stage.startShown() || !b.stage.work.Visible() {
		t.Error("the start page covers the comparison")
	}
	if got := b.win.Title(); !strings.Contains(got, "3 versions") {
		t.Errorf("title %q does not tell the comparison", got)
	}
}

func TestAFileThatFailsKeepsTheOthers(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "scan.pdf", "c.txt")
	if got := b.names(); got != "a c" {
		t.Errorf("columns %q, want a c", got)
	}
	if got := b.state.Versions[1].Reason; got != "Not read: this PDF holds pictures of pages, no text." {
		t.Errorf("reason %q", got)
	}
	if len(b.stage.strip.root.Objects) != 1 {
		t.Errorf("%d lines of failures, want 1", len(b.stage.strip.root.Objects))
	}
	b.opener.(shelf)["scan.pdf"] = "The vote was close.\n"
	b.do(b.command("retry"))
	b.settle()
	if got := b.names(); got != "a scan.pdf c" {
		t.Errorf("after Retry columns %q, want a scan.pdf c", got)
	}
	if len(b.stage.strip.root.Objects) != 0 {
		t.Error("the failure stays after it is gone")
	}
}

func TestDrop(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt")
	b.OnDropped(fyne.NewPos(10, 10), []fyne.URI{storage.NewFileURI("b.txt"), storage.NewFileURI("c.txt")})
	b.settle()
	if got := b.names(); got != "a b c" {
		t.Errorf("columns %q, want a b c", got)
	}
	if got := b.stage.toast.words.text; got != "Added as B to C." {
		t.Errorf("toast %q", got)
	}
	test.Tap(b.stage.toast.action)
	b.settle()
	if got := b.names(); got != "a" {
		t.Errorf("after Undo columns %q, want a", got)
	}
}

func TestPaste(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt")
	b.do(b.command("paste"))
	if b.stage.sheet == nil {
		t.Fatal("no sheet to paste in")
	}
	b.addPasted("The Post", "The vote was close.")
	b.settle()
	if got := b.names(); got != "a The Post" {
		t.Errorf("columns %q", got)
	}
	b.do(b.command("paste"))
	b.addPasted("Empty", " \n")
	if len(b.state.Versions) != 2 {
		t.Error("an empty text became a version")
	}
}

func TestBaseRenameMoveHideRemoveUndo(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	if b.reading.Base != 0 {
		t.Errorf("base %d, want the first", b.reading.Base)
	}
	b.setBase(b.id("c"))
	if b.reading.Base != 2 || b.baseName() != "c" {
		t.Errorf("base %d %q, want c", b.reading.Base, b.baseName())
	}
	b.do(b.command("basenone"))
	if b.reading.Base != -1 {
		t.Errorf("base %d, want none", b.reading.Base)
	}
	b.setBase(b.id("c"))
	b.rename(b.id("b"), "The Courier")
	b.settle()
	if got := b.names(); got != "a The Courier c" {
		t.Errorf("renamed: %q", got)
	}
	b.moveColumn(b.id("c"), 0)
	if got := b.names(); got != "c a The Courier" {
		t.Errorf("moved: %q", got)
	}
	if b.baseName() != "c" {
		t.Error("moving a column changed the base")
	}
	b.setHidden(b.id("a"), true)
	if got := b.names(); got != "c The Courier" {
		t.Errorf("hidden: %q", got)
	}
	b.do(b.command("showall"))
	b.remove(b.id("c"))
	b.settle()
	if got := b.names(); got != "a The Courier" || b.baseName() != "a" {
		t.Errorf("removed: %q, base %q", got, b.baseName())
	}
	b.do(b.command("undo"))
	b.settle()
	if got := b.names(); got != "c a The Courier" || b.baseName() != "c" {
		t.Errorf("undone: %q, base %q", got, b.baseName())
	}
	b.do(b.command("redo"))
	b.settle()
	if got := b.names(); got != "a The Courier" {
		t.Errorf("redone: %q", got)
	}
}

// slowCompare waits at a gate that the test opens, one token per comparison.
func slowCompare(gate chan struct{}) compareFunc {
	return func(ctx context.Context, v []text.Source, o diff.Options) (*diff.Collation, error) {
		select {
		case <-gate:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		return diff.Compare(context.Background(), v, o)
	}
}

func TestALateResultNeverOverwritesANewerOne(t *testing.T) {
	started, gates := make(chan int, 8), []chan struct{}{make(chan struct{}), make(chan struct{})}
	n := 0
	var mu sync.Mutex
	compare := func(_ context.Context, v []text.Source, o diff.Options) (*diff.Collation, error) {
		mu.Lock()
		mine := n
		n++
		mu.Unlock()
		started <- mine
		<-gates[mine] // deaf to the context: the worst case
		return diff.Compare(context.Background(), v, o)
	}
	b := newBench(t, stories(), compare)
	b.openPaths([]string{"a.txt", "b.txt"})
	b.q.run(t, "the first start", func() bool { return len(started) == 1 })
	b.openPaths([]string{"c.txt"})
	b.q.run(t, "the second start", func() bool { return len(started) == 2 })
	close(gates[1])
	b.settle()
	close(gates[0])
	time.Sleep(50 * time.Millisecond)
	b.q.run(t, "nothing", func() bool { return true })
	b.q.post(func() {})
	b.settle()
	if got := b.names(); got != "a b c" {
		t.Errorf("columns %q, want the newer a b c", got)
	}
}

func TestCancelKeepsTheOldBoard(t *testing.T) {
	gate := make(chan struct{}, 9)
	b := newBench(t, stories(), slowCompare(gate))
	gate <- struct{}{}
	b.compare("a.txt", "b.txt")
	b.openPaths([]string{"c.txt"})
	b.q.run(t, "the line that shows the job", func() bool { return b.state.Busy })
	if !b.stage.status.cancel.Visible() || !b.stage.line.busy {
		t.Error("a slow comparison shows neither progress nor Cancel")
	}
	if got := b.names(); got != "a b" {
		t.Errorf("while comparing columns %q, want the old a b", got)
	}
	test.Tap(b.stage.status.cancel)
	if b.state.Busy || b.jobs.running() {
		t.Error("the comparison runs on after Cancel")
	}
	if got := b.names(); got != "a b" {
		t.Errorf("after Cancel columns %q, want a b", got)
	}
	gate <- struct{}{}
	test.Tap(b.stage.toast.action) // Compare again
	b.settle()
	if got := b.names(); got != "a b c" {
		t.Errorf("compared again: %q", got)
	}
}

func TestASlowFileDoesNotHoldUpTheOthers(t *testing.T) {
	gate := make(chan struct{})
	b := newBench(t, slowShelf{stories(), "c.txt", gate}, nil)
	b.openPaths([]string{"a.txt", "b.txt", "c.txt"})
	b.q.run(t, "the two that were read", func() bool { return b.page != nil })
	if got := b.names(); got != "a b" {
		t.Errorf("columns %q, want a b", got)
	}
	close(gate)
	b.settle()
	if got := b.names(); got != "a b c" {
		t.Errorf("columns %q, want a b c", got)
	}
}

// slowShelf reads one path only when the gate is open.
type slowShelf struct {
	shelf
	slow string
	gate chan struct{}
}

func (s slowShelf) Open(ctx context.Context, path, encoding string) ([]text.Source, []error) {
	if path == s.slow {
		<-s.gate
	}
	return s.shelf.Open(ctx, path, encoding)
}

func TestReloadKeepsNamesAndPlaces(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	b.rename(b.id("a"), "Meridian Wire")
	b.moveColumn(b.id("b"), 0)
	b.settle()
	b.opener.(shelf)["a.txt"] = "The vote was very close.\n"
	b.do(b.command("reload"))
	b.q.run(t, "the new text", func() bool { return strings.Contains(b.state.Versions[0].Source.Body, "very") })
	b.settle()
	if got := b.names(); got != "b Meridian Wire" {
		t.Errorf("columns %q", got)
	}
}

// settleNews waits for the result and what was found in it.
func (b *bench) settleNews() {
	b.t.Helper()
	b.settle()
	b.q.run(b.t, "the findings", func() bool { return b.findings != nil })
}

// typeKey gives a key to whatever has the focus, in a menu too.
func (b *bench) typeKey(k fyne.KeyName) {
	b.t.Helper()
	b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
}
