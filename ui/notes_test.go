package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"wirediff/diff/report"
	"wirediff/diff/session"
)

// place returns the cell of the page that prints words, in the column of that name.
func (b *bench) place(name, words string) report.Place {
	b.t.Helper()
	for r, row := range b.page.Rows {
		for c, cell := range row.Cells {
			for _, run := range cell.Runs {
				if b.page.Heads[c].Name == name && strings.Contains(run.Text, words) && row.Kind == report.TextRow {
					return report.Place{Row: r, Col: c}
				}
			}
		}
	}
	b.t.Fatalf("%s prints no %q", name, words)
	return report.Place{}
}

// write writes a note by keyboard alone on the cell in focus: T, the tag by
// Tab and Space, the words, Shift and Enter.
func (b *bench) write(tag, words string) {
	b.t.Helper()
	b.focusBoard()
	test.Type(b.stage.board, "t")
	if b.stage.sheet == nil {
		b.t.Fatal("no sheet")
	}
	canvas := b.win.Canvas()
	e := canvas.Focused().(*sheetEntry)
	test.Type(e, words)
	for range 20 {
		test.FocusNext(canvas)
		if p, ok := canvas.Focused().(*press); ok && p.text == tag {
			p.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			break
		}
	}
	e.OnSubmitted(e.Text) // what the entry does on Shift and Enter
}

func TestNotesByKeyboard(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	b.stage.board.FocusCell(b.place("b", "horn"))
	b.write("accuracy", "Whose horn?")
	at := b.place("b", "horn")
	if got := b.page.Rows[at.Row].Cells[at.Col].Note; got != "note: accuracy" {
		t.Fatalf("mark %q, notes %+v", got, b.state.Notes)
	}
	if words := b.stage.board.Describe(at); !strings.Contains(words, "note: accuracy") {
		t.Errorf("the status line says %q", words)
	}
	test.Type(b.stage.board, "t") // again on the same cell: the note is opened
	if e := b.win.Canvas().Focused().(*sheetEntry); e.Text != "Whose horn?" {
		t.Errorf("the sheet holds %q", e.Text)
	}
	b.stage.sheet.escape(&fyne.KeyEvent{Name: fyne.KeyEscape})
	b.undo()
	if len(b.state.Notes) != 0 {
		t.Error("undo left the note")
	}
	b.redo()
	if len(b.state.Notes) != 1 {
		t.Error("redo did not bring it back")
	}
}

// TestANoteStandsOnTheStoryNotOnItsByline: a cell may begin with furniture.
func TestANoteStandsOnTheStoryNotOnItsByline(t *testing.T) {
	b := newBench(t, shelf{"a.txt": "By Our Staff\n\nCranes began moving again at six in the port.\n\nThe vote was close.\n",
		"b.txt": "Cranes began moving again at six in the port.\n\nThe vote was close.\n"}, nil)
	b.compare("a.txt", "b.txt")
	at := b.place("a", "Cranes")
	b.stage.board.FocusCell(at)
	b.write("style", "Which cranes?")
	if got := b.page.Rows[at.Row].Cells[at.Col].Note; got != "note: style" {
		t.Errorf("mark %q, note %+v", got, b.state.Notes)
	}
}

func TestNotesSurviveBaseVersionNameAndFile(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	b.stage.board.FocusCell(b.place("b", "horn"))
	b.write("style", "Whose horn?")
	still := func(what string) {
		t.Helper()
		name := b.state.Versions[1].Name()
		at := b.place(name, "horn")
		if got := b.page.Rows[at.Row].Cells[at.Col].Note; got != "note: style" {
			t.Errorf("%s: mark %q", what, got)
		}
	}
	still("written")
	b.setBase(b.id("b"))
	still("another base")
	b.setBase(NoBase)
	still("no base")
	b.compare("c.txt")
	still("a new version")
	b.rename(b.id("b"), "The Courier")
	b.settle()
	still("a new name")
	path := filepath.Join(t.TempDir(), "s.wirediff")
	b.saveAndWait(path)
	b.do(b.command("close"))
	b.compare(path)
	still("opened again")
}

func TestANoteOnACutNamesTheVersionThatLacksIt(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	at := b.place("a", "judge")
	at.Col = 1
	b.stage.board.FocusCell(at)
	b.write("legal", "Why cut?")
	if n := b.state.Notes[0]; n.On != session.OnCell || n.In == "" {
		t.Errorf("note %+v", n)
	}
	if got := b.page.Rows[at.Row].Cells[1].Note; got != "note: legal" {
		t.Errorf("mark %q", got)
	}
}

func TestNotesAreFoundListedAndExported(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	b.stage.board.FocusCell(b.place("b", "horn"))
	b.write("accuracy", "Ask the harbour master.")
	b.apply(func(s State) State { s.Query.Text = "harbour master"; return s })
	if hits, _ := b.stage.board.Hits(); len(hits) != 1 || !b.stage.board.NextHit() {
		t.Errorf("%d hits, want the note", len(hits))
	}
	b.do(b.command("notes"))
	if items := b.stage.news.items; len(items) != 1 || !strings.Contains(items[0].String(), "Ask the harbour master.") {
		t.Errorf("panel %v", items)
	}
	var out strings.Builder
	if err := report.Markdown(&out, b.page.Report(report.Sharing{Notes: true}, "Wirediff", "")); err != nil || !strings.Contains(out.String(), "Ask the harbour master") {
		t.Errorf("%v: the report lacks the note", err)
	}
}
