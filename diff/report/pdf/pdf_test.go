package pdf_test

import (
	"bytes"
	"context"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
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

// TestFontsAndPaper: every face is embedded and cut down to the glyphs used,
// and the paper is the one asked for, as poppler sees it.
func TestFontsAndPaper(t *testing.T) {
	for _, tool := range []string{"pdffonts", "pdfinfo"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(tool + " is not installed")
		}
	}
	for letter, size := range map[bool]string{false: "842 x 595 pts (A4)", true: "792 x 612 pts (letter)"} {
		file := filepath.Join(t.TempDir(), "page.pdf")
		var b bytes.Buffer
		if err := pdf.Write(&b, page(t), pdf.Options{Letter: letter}); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		info, err := exec.Command("pdfinfo", file).Output()
		if err != nil || !strings.Contains(string(info), size) || !strings.Contains(string(info), "Ferry adrift off Port Wick") {
			t.Errorf("%v: pdfinfo says\n%s", err, info)
		}
		fonts, err := exec.Command("pdffonts", file).Output()
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(string(fonts)), "\n")[2:]
		for _, l := range lines {
			if f := strings.Fields(l); len(f) < 6 || !strings.Contains(l, " yes ") {
				t.Errorf("not embedded: %s", l)
			}
		}
		if len(lines) != 4 {
			t.Errorf("faces:\n%s", fonts)
		}
	}
}

// TestNothingLeavesItsColumn: words that touch, and words that are longer than
// a line, stay inside their column.
func TestNothingLeavesItsColumn(t *testing.T) {
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	long := "https://www.example.org/" + strings.Repeat("a-very-long-address-", 12)
	c, err := diff.Compare(context.Background(), []text.Source{
		{Name: "One", Body: "The ferry left at noon, see " + long + " for all of it."},
		{Name: "Two", Body: "The ferry left at one, see " + long + " for all of it."},
		{Name: "Three", Body: "Snow fell on the hills."}, {Name: "Four", Body: "Sheep came down."}, {Name: "Five", Body: "Nobody saw it."},
	}, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := pdf.Write(&b, report.New(c.Read(0), report.View{}), pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(reader, "-bbox", "-l", "1", "-", "-")
	cmd.Stdin = &b
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	const column = (842.0 - 2*36 - 26) / 5
	found := 0
	for _, m := range regexp.MustCompile(`xMin="([0-9.]+)" yMin="[0-9.]+" xMax="([0-9.]+)" yMax="[0-9.]+">([^<]*)`).FindAllStringSubmatch(string(out), -1) {
		if !strings.Contains(m[3], "long") {
			continue
		}
		found++
		from, _ := strconv.ParseFloat(m[1], 64)
		to, _ := strconv.ParseFloat(m[2], 64)
		left := 36 + 26 + column*math.Floor((from-36-26+1)/column)
		if to > left+column-12+1 {
			t.Errorf("%q reaches from %.0f to %.0f in a column from %.0f to %.0f", m[3], from, to, left, left+column-12)
		}
	}
	if found < 2 {
		t.Errorf("the address was not found in\n%s", out)
	}
}
