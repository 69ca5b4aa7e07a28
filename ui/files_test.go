package ui

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/session"
	"wirediff/diff/style"
	"wirediff/ui/cli"
)

// worked opens three stories and works on them: base, order, a hidden column,
// a name, a rule, a correction, notes, a filter.
func worked(t *testing.T) *bench {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	b.rename(b.id("b"), "The Courier")
	b.settle()
	b.setBase(b.id("c"))
	b.moveColumn(b.id("The Courier"), 0)
	b.setHidden(b.id("a"), true)
	v := b.state.Result.Versions
	b.edit("", func(s State) State {
		s.Rules = []style.Rule{{A: "cranes", B: "hoists", From: "by hand"}}
		s.Hand = []diff.Hand{{Op: diff.Unlink, A: diff.PlaceOf(v[0], 1), B: diff.PlaceOf(v[1], 1)}}
		s.Notes = []session.Note{{On: session.OnCell, Place: diff.PlaceOf(v[1], 2), Tag: "accuracy", Text: "Whose horn?"}}
		s.Filter = report.Filter{Changes: true}
		return s
	})
	b.settle()
	return b
}

// saveTo saves and waits for it.
func (b *bench) saveAndWait(path string) {
	b.t.Helper()
	b.saveTo(path, "", func() {})
	b.settle()
	if b.state.File.Path != path {
		b.t.Fatalf("not saved: %s", b.stage.toast.words.text)
	}
}

// json is what the window's comparison is as JSON.
func (b *bench) json() string {
	var out bytes.Buffer
	if err := report.JSON(&out, b.reading, report.AllPairs); err != nil {
		b.t.Fatal(err)
	}
	return out.String()
}

func TestASessionComesBackAsItWas(t *testing.T) {
	b := worked(t)
	path := filepath.Join(t.TempDir(), "harbour.wirediff")
	b.saveAndWait(path)
	again := newBench(t, shelf{}, nil) // the stories are gone
	again.compare(path)
	if got, want := again.names(), b.names(); got != want {
		t.Errorf("columns %q, want %q", got, want)
	}
	if again.baseName() != "c" || !again.state.Filter.Changes || len(again.state.Notes) != 1 || len(again.state.columns().Hidden) != 1 {
		t.Errorf("base %q, filter %+v, notes %v", again.baseName(), again.state.Filter, again.state.Notes)
	}
	if again.json() != b.json() {
		t.Error("the comparison is another one")
	}
	copied := filepath.Join(t.TempDir(), "copy.wirediff")
	again.saveAndWait(copied)
	one, _ := os.ReadFile(path)
	two, _ := os.ReadFile(copied)
	if !bytes.Equal(one, two) {
		t.Error("opened and saved without a change, the file is another one")
	}
}

// TestWindowAndCommandLineAgree: the JSON of a session is the same byte for
// byte, exported by the window or printed by the command line.
func TestWindowAndCommandLineAgree(t *testing.T) {
	b := worked(t)
	dir := t.TempDir()
	saved, exported := filepath.Join(dir, "harbour.wirediff"), filepath.Join(dir, "harbour.json")
	b.saveAndWait(saved)
	b.exportTo(exported)
	b.settle()
	window, err := os.ReadFile(exported)
	if err != nil {
		t.Fatal(err)
	}
	var out, trouble bytes.Buffer
	code := cli.Run(context.Background(), []string{"session", "--format", "json", saved}, cli.Env{Stdout: &out, Stderr: &trouble})
	if code != cli.ExitDifferent || trouble.Len() > 0 {
		t.Errorf("exit %d, %s", code, trouble.String())
	}
	if out.String() != string(window) {
		t.Errorf("the two outputs differ: %d bytes and %d", out.Len(), len(window))
	}
}

func TestTheTitleShowsWhatIsNotSaved(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	if title := b.win.Title(); strings.Contains(title, "not saved") {
		t.Errorf("%q, but the files can be opened again", title)
	}
	b.rename(b.id("b"), "The Courier")
	b.settle()
	if title := b.win.Title(); !strings.Contains(title, "not saved") {
		t.Errorf("%q after a change", title)
	}
	b.saveAndWait(filepath.Join(t.TempDir(), "harbour.wirediff"))
	if title := b.win.Title(); title != "harbour (2 versions) – Wirediff" {
		t.Errorf("title %q", title)
	}
	b.setBase(b.id("The Courier"))
	if title := b.win.Title(); !strings.Contains(title, "harbour (2 versions), not saved") {
		t.Errorf("title %q", title)
	}
	b.setBase(FirstBase)
	if title := b.win.Title(); strings.Contains(title, "not saved") {
		t.Errorf("title %q, but all is as in the file", title)
	}
}

func TestClosingAsks(t *testing.T) {
	b := worked(t)
	b.do(b.command("close"))
	if b.stage.sheet == nil || len(b.state.Versions) != 3 {
		t.Fatal("unsaved work was closed without a question")
	}
	b.stage.sheet.escape(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.stage.sheet != nil || len(b.state.Versions) != 3 {
		t.Fatal("Escape closed the comparison")
	}
	b.do(b.command("close"))
	press := func(name fyne.KeyName) { b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	press(fyne.KeyReturn) // Save has the focus; it asks for the file
	b.q.run(t, "the question for the file", func() bool { return b.stage.sheet != nil && b.stage.sheet.shut.text == "Cancel" && b.jobs.pending == 0 })
	e := b.win.Canvas().Focused().(*sheetEntry)
	path := filepath.Join(t.TempDir(), "kept")
	e.SetText(path)
	press(fyne.KeyReturn)
	b.settle()
	if _, err := os.Stat(path + session.Extension); err != nil || len(b.state.Versions) != 0 {
		t.Errorf("%v; %d versions are open", err, len(b.state.Versions))
	}
	b.undo()
	b.settle()
	if len(b.state.Versions) != 3 || b.state.File.Path != path+session.Extension || b.state.unsaved() {
		t.Errorf("undone: %d versions of %q", len(b.state.Versions), b.state.File.Path)
	}
}

func TestAnotherWindowsWorkIsNotOverwritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "harbour.wirediff")
	b := worked(t)
	b.saveAndWait(path)
	other := newBench(t, shelf{}, nil)
	other.compare(path)
	other.setBase(NoBase)
	other.do(other.command("save"))
	other.settle()
	theirs, _ := os.ReadFile(path)
	b.setBase(FirstBase)
	b.do(b.command("save"))
	b.settle()
	if b.stage.sheet == nil || !b.state.unsaved() {
		t.Fatal("no question")
	}
	if now, _ := os.ReadFile(path); !bytes.Equal(now, theirs) {
		t.Fatal("the other's work is gone")
	}
	b.win.Canvas().Focus(nil)
	for _, o := range test.LaidOutObjects(b.stage.sheet.pop) {
		if p, ok := o.(*press); ok && p.text == "Overwrite" {
			test.Tap(p)
		}
	}
	b.settle()
	if now, _ := os.ReadFile(path); bytes.Equal(now, theirs) || b.state.unsaved() {
		t.Error("Overwrite did not save")
	}
	if bak, _ := os.ReadFile(path + ".bak"); !bytes.Equal(bak, theirs) {
		t.Error("no backup of the other's work")
	}
}

func TestAFileThatCannotBeSavedSaysWhyAndKeepsTheWork(t *testing.T) {
	b := worked(t)
	b.saveTo(filepath.Join(t.TempDir(), "no", "such", "folder.wirediff"), "", func() { t.Error("it counts as saved") })
	b.settle()
	if words := b.stage.toast.words.text; !strings.Contains(words, "not saved") || strings.Contains(words, t.TempDir()) {
		t.Errorf("toast %q", words)
	}
	if !b.state.unsaved() || len(b.state.Notes) != 1 {
		t.Error("the work is gone")
	}
}

func TestDamagedAndNewerSessions(t *testing.T) {
	b := worked(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "harbour.wirediff")
	b.saveAndWait(path)
	data, _ := os.ReadFile(path)
	cut := filepath.Join(dir, "cut.wirediff")
	if err := os.WriteFile(cut, data[:len(data)-30], 0o600); err != nil {
		t.Fatal(err)
	}
	again := newBench(t, shelf{}, nil)
	again.OnDropped(fyne.NewPos(1, 1), []fyne.URI{storage.NewFileURI(cut)})
	again.settle()
	if words := again.stage.toast.words.text; !strings.Contains(words, "damaged") || len(again.state.Versions) != 3 {
		t.Errorf("toast %q, %d versions", words, len(again.state.Versions))
	}
	test.Tap(again.stage.toast.action)
	if again.stage.sheet == nil {
		t.Error("what is missing is not shown")
	}
	for name, c := range map[string]struct{ data, want string }{
		"no.wirediff":    {"text", "not a Wirediff session"},
		"newer.wirediff": {newer(t, data), "newer"},
	} {
		bad, want := filepath.Join(dir, name), c.want
		if err := os.WriteFile(bad, []byte(c.data), 0o600); err != nil {
			t.Fatal(err)
		}
		again.openPaths([]string{bad})
		again.settle()
		if words := again.stage.toast.words.text; !strings.Contains(words, want) {
			t.Errorf("toast %q, want %q", words, want)
		}
	}
}

func TestRevertAndDuplicate(t *testing.T) {
	b := worked(t)
	path := filepath.Join(t.TempDir(), "harbour.wirediff")
	b.saveAndWait(path)
	b.edit("", func(s State) State { s.Notes = nil; return s })
	b.do(b.command("revert"))
	b.settle()
	if len(b.state.Notes) != 1 || b.state.unsaved() {
		t.Errorf("reverted: notes %v", b.state.Notes)
	}
	b.undo()
	b.settle()
	if len(b.state.Notes) != 0 || !b.state.unsaved() {
		t.Errorf("undone: notes %v", b.state.Notes)
	}
	b.do(b.command("duplicate"))
	if b.state.File.Path != "" || !strings.HasPrefix(b.win.Title(), "harbour copy (3 versions), not saved") {
		t.Errorf("a copy of %q is called %q", b.state.File.Path, b.win.Title())
	}
}

func TestOriginalsAreKept(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(file, []byte("The vote\r\nwas close."), 0o600); err != nil {
		t.Fatal(err)
	}
	b := newBench(t, stories(), nil)
	b.compare(file, "b.txt")
	path := filepath.Join(dir, "s.wirediff")
	b.saveAndWait(path)
	doc, _, _, err := session.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if o := doc.Versions[0].Original; o.Name != "a.txt" || string(o.Data) != "The vote\r\nwas close." {
		t.Errorf("original %q: %q", o.Name, o.Data)
	}
}

// newer returns a session as a later version of the program would write it.
func newer(t *testing.T, data []byte) string {
	t.Helper()
	from, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, f := range from.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		member, _ := io.ReadAll(r)
		w, _ := to.Create(f.Name)
		member = bytes.Replace(member, []byte(session.Schema), []byte("wirediff-session/99"), 1)
		if _, err := w.Write(member); err != nil {
			t.Fatal(err)
		}
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
