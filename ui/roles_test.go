package ui

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"wirediff/diff/report"
	"wirediff/diff/text"
)

// focusKind puts the focus on the first row of a kind in which a column has text.
func (b *bench) focusKind(kind report.RowKind, col int) {
	b.t.Helper()
	for r := range b.page.Rows {
		if b.page.Rows[r].Kind == kind && len(b.page.Rows[r].Cells[col].Sentences) > 0 {
			b.stage.board.FocusCell(report.Place{Row: r, Col: col})
			return
		}
	}
	b.t.Fatalf("no row of kind %d", kind)
}

// roles are the roles of the paragraphs of the second version.
func (b *bench) roles() string {
	var out []string
	for _, p := range b.state.Result.Versions[1].Paragraphs {
		out = append(out, p.Role.String())
	}
	return strings.Join(out, " ")
}

func TestAParagraphIsSetAsideAndCountedAgain(t *testing.T) {
	opener := stories()
	opener["b.txt"] += "\nShare this\n\nRead more\n"
	b := newBench(t, opener, nil)
	b.compare("a.txt", "b.txt")
	was := b.roles()
	b.focusKind(report.TextRow, 1)
	b.do(b.command("setaside"))
	b.settle()
	aside := b.roles()
	if !strings.HasPrefix(was, "body body") || !strings.HasPrefix(aside, "furniture body") {
		t.Fatalf("roles %q, then %q", was, aside)
	}
	path := filepath.Join(t.TempDir(), "s.wirediff")
	b.saveAndWait(path)
	again := newBench(t, opener, nil)
	again.compare(path)
	if again.roles() != aside {
		t.Errorf("from the session %q, want %q", again.roles(), aside)
	}
	b.reload()
	b.settle()
	if b.roles() != aside {
		t.Errorf("after Reload %q, want %q", b.roles(), aside)
	}
	b.undo()
	b.settle()
	if b.roles() != was {
		t.Errorf("after undo %q, want %q", b.roles(), was)
	}
}

func TestLinesOfFurnitureAreCountedOneByOne(t *testing.T) {
	opener := stories()
	opener["b.txt"] += "\nShare this\n\nRead more\n"
	b := newBench(t, opener, nil)
	b.compare("a.txt", "b.txt")
	b.focusKind(report.FurnitureRow, 1)
	b.do(b.command("counttext"))
	if b.stage.sheet == nil {
		t.Fatal("no list of the lines")
	}
	b.press(fyne.KeyDown, fyne.KeyReturn)
	b.settle()
	if got := b.roles(); !strings.HasSuffix(got, "furniture body") {
		t.Errorf("roles %q, want the last line alone to count", got)
	}
	if at, ok := b.stage.board.Focus(); !ok || at.Row < 0 {
		t.Error("the place is lost")
	}
}

func TestOutletAndDateAreTyped(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	id := b.id("b")
	b.showSource(id)
	b.keepFields(id, "The Courier", "2025-10-14", "wire 2")
	b.settle()
	if got := b.state.session().Versions[1].Source.Tag; got != "wire 2" || !b.state.unsaved() {
		t.Errorf("a session keeps the tag %q", got)
	}
	src := b.state.Versions[1].Source
	if src.Outlet != (text.Field{Value: "The Courier", From: "typed"}) || src.Date != (text.Field{Value: "2025-10-14", From: "typed"}) {
		t.Errorf("outlet %v, date %v", src.Outlet, src.Date)
	}
	if got := b.page.Heads[1]; got.Name != "The Courier" || got.Date != "Tue 14 Oct" {
		t.Errorf("head %q, %q", got.Name, got.Date)
	}
	for in, want := range map[string]string{"": "", "2025-10-14 18:40": "2025-10-14T18:40", "2025-10-14T18:40:00+02:00": "2025-10-14T18:40:00+02:00"} {
		if got, ok := typedDate(in); !ok || got != want {
			t.Errorf("typedDate(%q) is %q, %v", in, got, ok)
		}
	}
	if _, ok := typedDate("last week"); ok {
		t.Error("last week was taken for a date")
	}
}

// TestAHostileStory: what a story holds cannot spoil the screen.
func TestAHostileStory(t *testing.T) {
	const nasty = "\x1b[31m\u202egnp.exe\u2066\u200b\x00\x07"
	src := text.Source{Name: "Out" + nasty + "let", File: "x.txt", Body: "One " + nasty + " word.\n\nTwo" + nasty + ".\n",
		Title: text.Field{Value: "Head" + nasty, From: nasty}, Date: text.Field{Value: nasty}, Embargo: text.Field{Value: nasty},
		Encoding: nasty, Note: text.Field{Value: "Note" + nasty}}
	b := newBench(t, oneSource{stories(), src}, nil)
	b.compare("a.txt", "x.txt")
	b.showSource(b.state.Versions[1].ID)
	for _, words := range shownWords(b.stage.sheet.pop.Content) {
		if strings.ContainsAny(words, "\x1b\u202e\u2066\u200b\x00\x07") {
			t.Errorf("the sheet shows %q", words)
		}
	}
	b.stage.sheet.close()
	for _, words := range shownWords(b.stage.root) {
		if strings.ContainsAny(words, "\x1b\u202e\u2066\u200b\x00\x07") {
			t.Errorf("the window shows %q", words)
		}
	}
	if words := b.win.Title(); strings.ContainsAny(words, "\x1b\u202e\u2066\u200b\x00\x07") {
		t.Errorf("the title is %q", words)
	}
}

// oneSource is a shelf with one more text, as a loader would hand it over.
type oneSource struct {
	shelf
	src text.Source
}

func (o oneSource) Open(ctx context.Context, path, encoding string) ([]text.Source, []error) {
	if path == o.src.File {
		return []text.Source{o.src}, nil
	}
	return o.shelf.Open(ctx, path, encoding)
}

// shownWords returns every text that is drawn below o.
func shownWords(o fyne.CanvasObject) (words []string) {
	switch x := o.(type) {
	case *canvas.Text:
		return []string{x.Text}
	case *fyne.Container:
		for _, c := range x.Objects {
			words = append(words, shownWords(c)...)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(x).Objects() {
			words = append(words, shownWords(c)...)
		}
	}
	return words
}
