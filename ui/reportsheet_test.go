package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"wirediff/diff/report"
)

// pressed finds the press of that name in the sheet and works it by keyboard.
func (b *bench) pressed(name string) {
	b.t.Helper()
	canvas := b.win.Canvas()
	for range 60 {
		if p, ok := canvas.Focused().(*press); ok && p.text == name {
			p.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			b.settle()
			return
		}
		test.FocusNext(canvas)
	}
	b.t.Fatalf("Tab never comes to %q", name)
}

func TestReportDialogByKeyboard(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	b.do(b.command("report"))
	b.settle()
	b.pressed("Markdown")
	for _, o := range test.LaidOutObjects(b.stage.sheet.pop) {
		if p, ok := o.(*press); ok && p.text == "HTML" && p.on {
			t.Error("two formats are chosen")
		}
	}
	b.pressed("Changes only")
	b.pressed("C") // left out
	b.pressed("Names hidden")
	b.pressed("Write …")
	b.q.run(t, "the question for the file", func() bool { return b.stage.sheet != nil && b.jobs.pending == 0 })
	path := filepath.Join(t.TempDir(), "r")
	e := b.win.Canvas().Focused().(*sheetEntry)
	if !strings.HasSuffix(e.Text, ".md") {
		t.Errorf("the file offered is %q", e.Text)
	}
	e.SetText(path)
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.settle()
	got, err := os.ReadFile(path + ".md")
	if err != nil {
		t.Fatalf("%v; %s", err, b.stage.toast.words.text)
	}
	if s := string(got); !strings.Contains(s, "Outlet A") || !strings.Contains(s, "A, B of 3 versions shown; changes only") {
		t.Errorf("report\n%s", s)
	}
}

// TestPreviewIsWhatIsWritten: the words that the dialog counts are those of
// the report, and a limit is never exceeded.
func TestPreviewIsWhatIsWritten(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	o := reportOptions{sharing: report.Sharing{Excerpt: 7}}
	for c, n := range wordsOf(o.page(b.reading, b.page.View, "Wirediff")) {
		if n > 7 || n == 0 {
			t.Errorf("column %d: %d words, at most 7 are allowed", c, n)
		}
	}
	words, lines, err := o.preview(b.reading, b.page.View, "Wirediff")
	if err != nil || !strings.HasPrefix(words, "A 7 words") || !strings.Contains(lines, "Cranes") {
		t.Errorf("%v: %q\n%s", err, words, lines)
	}
}

func TestReportsThatCannotBe(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	v := b.page.View
	for _, c := range []struct {
		o    reportOptions
		want string
	}{
		{reportOptions{format: asTracked}, "one version"},
		{reportOptions{format: asTracked, out: []int{2}}, ""},
		{reportOptions{out: []int{0, 1, 2}}, "no version"},
	} {
		_, _, err := c.o.preview(b.reading, v, "Wirediff")
		if c.want == "" != (err == nil) || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %q", c.o, err, c.want)
		}
	}
}

// TestEveryFormatIsWritten: each is a file of its kind.
func TestEveryFormatIsWritten(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	for f, begin := range map[reportFormat]string{asHTML: "<!doctype", asDOCX: "PK", asTracked: "PK", asPDF: "%PDF", asCSV: "\ufeffrow", asJSON: "{", asMarkdown: "#", asText: " "} {
		path := filepath.Join(t.TempDir(), "r"+f.ending())
		b.writeReport(path, reportOptions{format: f}, b.reading, b.page.View)
		b.settle()
		got, err := os.ReadFile(path)
		if err != nil || !strings.HasPrefix(strings.ToLower(string(got)), strings.ToLower(begin)) {
			t.Errorf("%s: %v, begins %.20q", f, err, got)
		}
	}
}
