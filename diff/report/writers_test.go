package report_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"flag"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/report/pdf"
	"wirediff/diff/session"
	"wirediff/diff/text"
)

var update = flag.Bool("update", false, "rewrite the wanted outputs in testdata")

// golden reads a case: its files that start with "v" are the versions, in
// order; "base:" in the comment chooses a base.
func golden(t *testing.T, file string) (*txtar.Archive, *diff.Reading) {
	t.Helper()
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var sources []text.Source
	for _, f := range a.Files {
		if name, ok := strings.CutPrefix(f.Name, "v/"); ok {
			s := text.Source{Name: name, File: f.Name, Body: string(f.Data)}
			if title, rest, ok := strings.Cut(s.Body, "\n# \n"); ok {
				s.Title.Value, s.Body = title, rest
			}
			sources = append(sources, s)
		}
	}
	c, err := diff.Compare(context.Background(), sources, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	base := 0
	if strings.Contains(string(a.Comment), "base: none") {
		base = -1
	}
	return a, c.Read(base)
}

// writers are the formats, by the name of the wanted output.
func writers() map[string]func(io.Writer, *diff.Reading) error {
	page := func(r *diff.Reading) *report.Page { return report.New(r, report.View{}) }
	return map[string]func(io.Writer, *diff.Reading) error{
		"want.txt": func(w io.Writer, r *diff.Reading) error { return report.Text(w, page(r), report.TextOptions{}) },
		"narrow.txt": func(w io.Writer, r *diff.Reading) error {
			return report.Text(w, page(r), report.TextOptions{Width: 50})
		},
		"colour.txt": func(w io.Writer, r *diff.Reading) error {
			return report.Text(w, page(r), report.TextOptions{Width: 90, Color: true})
		},
		"changes.txt": func(w io.Writer, r *diff.Reading) error {
			return report.Text(w, report.New(r, report.View{Filter: report.Filter{Changes: true}}), report.TextOptions{})
		},
		"want.json": func(w io.Writer, r *diff.Reading) error { return report.JSON(w, r, report.AllPairs) },
		"want.csv":  func(w io.Writer, r *diff.Reading) error { return report.CSV(w, page(r)) },
		"want.html": func(w io.Writer, r *diff.Reading) error { return body(w, page(r)) },

		"report.txt": func(w io.Writer, r *diff.Reading) error {
			return report.Text(w, changes(r, report.Sharing{Notes: true}), report.TextOptions{})
		},
		"narrow report.txt": func(w io.Writer, r *diff.Reading) error {
			return report.Text(w, changes(r, report.Sharing{Excerpt: 20, HideNames: true}), report.TextOptions{Width: 60})
		},
		"report.csv": func(w io.Writer, r *diff.Reading) error { return report.CSV(w, changes(r, report.Sharing{})) },
		"report.md": func(w io.Writer, r *diff.Reading) error {
			return report.Markdown(w, changes(r, report.Sharing{Notes: true}))
		},
		"report.html": func(w io.Writer, r *diff.Reading) error { return body(w, changes(r, report.Sharing{Notes: true})) },
		"report.docx": func(w io.Writer, r *diff.Reading) error { return document(w, changes(r, report.Sharing{Notes: true})) },
	}
}

// changes is the page as a report of the changes with a row around each.
func changes(r *diff.Reading, s report.Sharing) *report.Page {
	p := report.New(r, report.View{Filter: report.Filter{Changes: true, Context: 1}, Findings: report.Look(r), Notes: []session.Note{
		{On: session.OnRow, Place: diff.PlaceOf(r.Versions[0], 1), Tag: "accuracy", Text: "Ask the union for the count."},
		{On: session.OnVersion, Place: diff.Place{Version: diff.VersionName(r.Versions[1])}, Text: "The Post had it first."},
	}})
	return p.Report(s, "Wirediff 1", "2026-03-02")
}

// document writes the text of a Word document, an element a line.
func document(w io.Writer, p *report.Page) error {
	var b bytes.Buffer
	if err := report.DOCX(&b, p); err != nil {
		return err
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		return err
	}
	xml, err := fs.ReadFile(z, "word/document.xml")
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, strings.NewReplacer("<w:p>", "\n<w:p>", "<w:tr>", "\n<w:tr>", "<w:tbl>", "\n<w:tbl>").Replace(string(xml))+"\n")
	return err
}

// body writes the HTML without head and style sheet, which say the same of
// every page.
func body(w io.Writer, p *report.Page) error {
	var b bytes.Buffer
	if err := report.HTML(&b, p, report.Standard); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes()[bytes.Index(b.Bytes(), []byte("<main>")):])
	return err
}

func TestWriters(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases in testdata", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			a, r := golden(t, file)
			known := writers()
			for i, f := range a.Files {
				write, ok := known[f.Name]
				if !ok {
					continue
				}
				var b bytes.Buffer
				if err := write(&b, r); err != nil {
					t.Fatal(err)
				}
				got := scores.ReplaceAllString(escapes(b.String()), `${1}0._`)
				if *update {
					a.Files[i].Data = []byte(got)
				} else if got != string(f.Data) {
					t.Errorf("%s: got\n%s", f.Name, got)
				}
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// scores are those of links that are not certain: package align's to tune.
var scores = regexp.MustCompile(`("score":|,true,|,false,)0\.\d+`)

// escapes makes terminal colours readable in a wanted output.
func escapes(s string) string { return strings.ReplaceAll(s, "\x1b", "^[") }

// hostile is what a story must not do to a terminal, a table or a page.
const hostile = "=1+1 <script>alert(1)</script> \x1b[2Jgone \u202Eevil\u2066 zero\u200Bwidth & \"quoted\" \x00 end."

func TestHostileStories(t *testing.T) {
	c, err := diff.Compare(context.Background(), []text.Source{{Name: "@a\x1b[31m", Body: hostile}, {Name: "<b>", Body: hostile + "\n\n＝1+1 is a formula as well.\n\nMore of it."}}, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := report.New(c.Read(0), report.View{})
	var txt, page, table bytes.Buffer
	for _, err := range []error{report.Text(&txt, p, report.TextOptions{}), report.HTML(&page, p, report.Standard), report.CSV(&table, p)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, out := range map[string]string{"text": txt.String(), "html": page.String(), "csv": table.String()} {
		if strings.ContainsAny(out, "\x1b\x00\u202E\u2066\u200B") {
			t.Errorf("%s: control characters got through", name)
		}
	}
	if strings.Contains(page.String(), "<script") || strings.Contains(page.String(), "<b>\n") {
		t.Error("html: the story's own tags got through")
	}
	lines, err := csv.NewReader(&table).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lines {
		for _, field := range line {
			if field != "" && strings.ContainsAny(string([]rune(field)[:1]), "=+-@＝＋－＠\t\r") {
				t.Errorf("csv: %q is a formula", field)
			}
		}
	}
}

// TestHTMLStandsAlone: one file that fetches nothing and runs nothing, with
// every link ending inside it.
func TestHTMLStandsAlone(t *testing.T) {
	_, r := golden(t, "testdata/pilots.txtar")
	var b bytes.Buffer
	if err := report.HTML(&b, report.New(r, report.View{}), report.Standard); err != nil {
		t.Fatal(err)
	}
	ids, links := map[string]bool{}, []string{}
	z := html.NewTokenizer(&b)
	for z.Next() != html.ErrorToken {
		tok := z.Token()
		for _, a := range tok.Attr {
			switch a.Key {
			case "id":
				ids[a.Val] = true
			case "href", "src":
				links = append(links, a.Val)
			}
			if strings.HasPrefix(a.Key, "on") {
				t.Errorf("a handler: %s", tok)
			}
		}
		if tok.Data == "script" || tok.Data == "link" || tok.Data == "img" {
			t.Errorf("%s in the page", tok)
		}
	}
	for _, l := range links {
		if !strings.HasPrefix(l, "#") || !ids[l[1:]] {
			t.Errorf("link %q leads out of the page", l)
		}
	}
}

// TestEmbargoIsPrinted: every format for people says until when a text must
// not be published.
func TestEmbargoIsPrinted(t *testing.T) {
	c, err := diff.Compare(context.Background(), []text.Source{{Name: "A", Body: "One story."}, {Name: "B", Body: "Another one.", Embargo: text.Field{Value: "2026-10-14T18:00:00Z"}}}, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for name, out := range allFormats(t, report.New(c.Read(0), report.View{}).Report(report.Sharing{}, "Wirediff 1", "")) {
		if name != "csv" && !strings.Contains(out, "embargo until Wed 14 Oct, 18:00") {
			t.Errorf("%s does not say it", name)
		}
	}
}

// full is a disk with room for so many bytes.
type full struct{ room int }

var errFull = errors.New("no space left on device")

func (f *full) Write(p []byte) (int, error) {
	n := min(len(p), f.room)
	if f.room -= n; n < len(p) {
		return n, errFull
	}
	return n, nil
}

// TestFullDisk: whatever the format and wherever the disk is full, the writer
// says so.
func TestFullDisk(t *testing.T) {
	_, r := golden(t, "testdata/pilots.txtar")
	p := changes(r, report.Sharing{Notes: true})
	for name, write := range map[string]func(io.Writer) error{
		"text":    func(w io.Writer) error { return report.Text(w, p, report.TextOptions{}) },
		"html":    func(w io.Writer) error { return report.HTML(w, p, report.Standard) },
		"csv":     func(w io.Writer) error { return report.CSVFile(w, p) },
		"md":      func(w io.Writer) error { return report.Markdown(w, p) },
		"docx":    func(w io.Writer) error { return report.DOCX(w, p) },
		"json":    func(w io.Writer) error { return report.JSON(w, r, report.AllPairs) },
		"pdf":     func(w io.Writer) error { return pdf.Write(w, p, pdf.Options{}) },
		"tracked": func(w io.Writer) error { return report.DOCXTracked(w, r, 1, "", "") },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(name, err)
		}
		for _, room := range []int{0, 1, b.Len() / 2, b.Len() - 1} {
			if err := write(&full{room}); !errors.Is(err, errFull) {
				t.Errorf("%s: room for %d of %d bytes: %v", name, room, b.Len(), err)
			}
		}
	}
}
