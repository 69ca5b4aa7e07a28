package pdf_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/report/pdf"
	"wirediff/diff/text"
)

// page compares invented versions; a line is a paragraph. The first is long
// enough for several sheets.
func page(t *testing.T) *report.Page {
	t.Helper()
	short := "The ferry Alder left Port Wick at noon with 90 people aboard.\n\nTugs reached it before dark."
	long := short + strings.Repeat("\n\nThe owners will pay for the tow, said Ada Onslow — “every mile of it”.", 1)
	for i := range 60 {
		long += "\n\nPier number " + strings.Repeat("x", i%7+1) + " was closed for the afternoon and the boats waited outside."
	}
	c, err := diff.Compare(context.Background(), []text.Source{
		{Name: "Harbour Wire", Body: long, Title: text.Field{Value: "Ferry adrift off Port Wick"}},
		{Name: "The Sound", Body: strings.ReplaceAll(short, "people", "passengers") + "\n\nA choir sang on deck."},
	}, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return report.New(c.Read(0), report.View{}).Report(report.Sharing{Notes: true}, "Wirediff", "")
}

// TestWrite: two writings give the same bytes, and a PDF reader, where one
// is installed, finds the words in the file.
func TestWrite(t *testing.T) {
	p := page(t)
	opt := pdf.Options{}
	var a, b bytes.Buffer
	if err := pdf.Write(&a, p, opt); err != nil {
		t.Fatal(err)
	}
	if err := pdf.Write(&b, p, opt); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two writings differ")
	}
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	file := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(file, a.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(reader, "-layout", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Join(strings.Fields(string(out)), " ")
	for _, want := range []string{"Ferry adrift off Port Wick", "passengers", "added", "page 2 of", "SHA-256", "base kept", "“every mile"} {
		if !strings.Contains(words, want) {
			t.Errorf("no %q", want)
		}
	}
	if strings.Contains(words, "�") {
		t.Error("glyphs are missing")
	}
}
