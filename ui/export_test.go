package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReportsAreWrittenAsTheirNamesSay(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	for name, begin := range map[string]string{
		"r.html": "<!doctype html", "r.csv": "\uFEFFrow,", "r.json": `{"schema":"wirediff/1"`, "r.txt": "  ", "bare": "<!doctype html",
	} {
		path := filepath.Join(t.TempDir(), name)
		b.stage.toast.hide()
		b.exportTo(path)
		b.settle()
		if filepath.Ext(path) == "" {
			path += ".html"
		}
		got, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(strings.ToLower(string(got)), begin) {
			t.Errorf("%s begins %.40q, want %q", name, got, begin)
		}
	}
}

func TestAReportThatCannotBeWrittenSaysWhy(t *testing.T) {
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt")
	b.exportTo(filepath.Join(t.TempDir(), "no", "such", "folder", "r.html"))
	b.settle()
	if got := b.stage.toast.words.text; !strings.Contains(got, "not written") {
		t.Errorf("toast %q", got)
	}
}
