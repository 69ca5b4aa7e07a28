package cli_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"wirediff/ui/cli"
)

// What a story or a file name may hold to spoil what shows it.
const (
	escapes = "\x1b[2J\x1b]0;owned\x07\x1b[31m\x08\x00\x7f\u009b31m"
	turners = "\u202e\u2066\u200b\u2060\ufeff\u200f\U000e0041"
	markup  = `<script>alert(1)</script><img src=x onerror=alert(1)> [a](javascript:x) | **b** ]]> --> "';`
)

// hostileStory is a story of three sentences with all of it in each field and
// in each sentence.
func hostileStory(last string) string {
	evil := escapes + turners + markup
	return "Harbour " + evil + " closed after the storm\n\nBy Ada " + turners + "Onslow\n\n" +
		"=cmd|' /C calc'!A0 said the master " + evil + " of the port on Tuesday.\n\n@SUM(1+1) the harbour " + turners + " was closed.\n\n" + last + evil + " she said.\n"
}

// TestHostileStories compares two such stories in every format: nothing of
// theirs reaches the terminal, the browser, the word processor or the table
// as a command.
func TestHostileStories(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a\x1b[31m\u202e<b>.txt"), filepath.Join(dir, "b.txt")
	for file, last := range map[string]string{a: "It will open on Friday,", b: "-It will open on Monday,"} {
		if err := os.WriteFile(file, []byte(hostileStory(last)), 0o600); err != nil {
			t.Skip(err) // a system without such names
		}
	}
	for format, check := range map[string]func(*testing.T, []byte){
		"text": tame, "md": tame, "csv": tameTable, "json": tameJSON, "html": tamePage, "docx": tameParts, "tracked": tameParts, "pdf": tamePDF,
	} {
		t.Run(format, func(t *testing.T) {
			out := filepath.Join(dir, "out."+format)
			var stdout, stderr bytes.Buffer
			code := cli.Run(context.Background(), []string{"compare", "--format", format, "--output", out, a, b},
				cli.Env{Stdout: &stdout, Stderr: &stderr, Getenv: func(string) string { return "" }})
			if code != cli.ExitDifferent {
				t.Fatalf("exit %d: %s", code, stderr.String())
			}
			tame(t, stderr.Bytes())
			data, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			check(t, data)
		})
	}
	var stdout, stderr bytes.Buffer
	cli.Run(context.Background(), []string{"sentences", a}, cli.Env{Stdout: &stdout, Stderr: &stderr, Getenv: func(string) string { return "" }})
	tame(t, stdout.Bytes())
	stderr.Reset()
	cli.Run(context.Background(), []string{"sentences", filepath.Join(dir, "none\n\x1b[31m\u202e.txt")}, cli.Env{Stdout: &stdout, Stderr: &stderr, Getenv: func(string) string { return "" }})
	tame(t, stderr.Bytes())
	if bytes.Count(stderr.Bytes(), []byte("\n")) != 1 {
		t.Errorf("a refusal of several lines: %q", stderr.String())
	}
}

// tame checks that text holds no control character but line ends and tabs, and
// nothing that turns or hides what stands beside it.
func tame(t *testing.T, data []byte) {
	t.Helper()
	if !utf8.Valid(data) {
		t.Error("not UTF-8")
	}
	for i, r := range string(data) {
		if unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) || r == '\u200b' || r == '\u2060' || r >= 0xe0000 && r < 0xe0080 || r == '\ufeff' && i > 0 {
			t.Fatalf("U+%04X at %d: %q", r, i, data[max(0, i-40):min(len(data), i+20)])
		}
	}
}

// tameTable checks besides that no cell is a formula.
func tameTable(t *testing.T, data []byte) {
	tame(t, data)
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsAny(cell[:1], "=+@\t\r") {
				t.Errorf("a cell that a spreadsheet runs: %.60q", cell)
			}
		}
	}
}

func tameJSON(t *testing.T, data []byte) {
	tame(t, data)
	if !json.Valid(data) {
		t.Error("no JSON")
	}
}

// tamePage checks that the story made no element and no attribute.
func tamePage(t *testing.T, data []byte) {
	tame(t, data)
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "img" {
			t.Error("the story made an element")
		}
		if n.Type == html.ElementNode && n.Data == "script" && n.FirstChild != nil && strings.Contains(n.FirstChild.Data, "alert(1)") {
			t.Error("the story made a script")
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:") {
				t.Errorf("the story made an attribute: %s=%q", a.Key, a.Val)
			}
		}
	}
}

// tameParts checks that every part of a docx is well-formed XML.
func tameParts(t *testing.T, data []byte) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, _ := io.ReadAll(r)
		tame(t, part)
		for d := xml.NewDecoder(bytes.NewReader(part)); ; {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
	}
}

// tamePDF checks that there is a file at all; its text is in glyphs.
func tamePDF(t *testing.T, data []byte) {
	if !bytes.HasPrefix(data, []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(data), []byte("%%EOF")) {
		t.Error("no PDF")
	}
}
