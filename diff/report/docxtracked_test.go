package report_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/text"
)

// docxTexts reads a document, a paragraph a line: its text with all changes
// accepted, and with all refused. It fails if a part is no well-formed XML.
func docxTexts(t failer, data []byte) (accepted, refused string) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatalf("%v", err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatalf("%v", err)
		}
		a, b := walkXML(t, f.Name, r)
		if f.Name == "word/document.xml" {
			accepted, refused = a, b
		}
	}
	return accepted, refused
}

func walkXML(t failer, name string, r io.Reader) (accepted, refused string) {
	var open []string
	in := func(tag string) bool { return slices.Contains(open, tag) }
	var a, b strings.Builder
	came, went := false, false // the end of this paragraph
	for dec := xml.NewDecoder(r); ; {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return a.String(), b.String()
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch x := tok.(type) {
		case xml.StartElement:
			open = append(open, x.Name.Local)
			came, went = came || in("pPr") && in("ins"), went || in("pPr") && in("del")
		case xml.EndElement:
			open = open[:len(open)-1]
			if x.Name.Local == "p" {
				if !went {
					a.WriteByte('\n')
				}
				if !came {
					b.WriteByte('\n')
				}
				came, went = false, false
			}
		case xml.CharData:
			if !in("del") {
				a.Write(x)
			}
			if !in("ins") {
				b.Write(x)
			}
		}
	}
}

// printed is what a version prints of its story, a paragraph a line.
func printed(s *text.Story) string {
	var b strings.Builder
	for i, x := range s.Sentences {
		switch {
		case i == 0:
		case s.Sentences[i-1].Par != x.Par:
			b.WriteByte('\n')
		default:
			b.WriteByte(' ')
		}
		b.WriteString(strings.Join(strings.Fields(s.Text(i)), " "))
	}
	return b.String()
}

// tracked writes version v of r as changes of its base and reads both texts.
func tracked(t failer, r *diff.Reading, v int) (accepted, refused string, file []byte) {
	var b bytes.Buffer
	if err := report.DOCXTracked(&b, r, v, "B & C", "2026-01-02T03:04:05Z"); err != nil {
		t.Fatalf("%v", err)
	}
	accepted, refused = docxTexts(t, b.Bytes())
	return strings.TrimSpace(accepted), strings.TrimSpace(refused), b.Bytes()
}

// styled differs from its base in house style, marks, datelines, paragraphs.
var styled = []string{
	"PORT WICK (Wire) - The ferry Alder left Port Wick at 12 per cent of its speed, its owner said. \"We will pay,\" she said.\nThe U.S. coast guard sent 12 tugs. They came at 3 p.m.\nNobody was hurt.\nThe ferry was built in 1990.",
	"WICK - The ferry Alder left Port Wick at twelve percent of its speed, its owner said.\n“We will pay”, she said.\nThe US Coast Guard sent 12 tugs; they came at 3 pm.\nThe ferry was built in 1990. It is white.",
}

// TestTrackedChanges: all changes accepted give the version's text, all
// refused the base's, to the letter, with their paragraphs.
func TestTrackedChanges(t *testing.T) {
	for _, stories := range [][]string{ferries, styled, {styled[1], styled[0]}} {
		r := reading(t, 0, stories...)
		for v := 1; v < len(stories); v++ {
			accepted, refused, _ := tracked(t, r, v)
			if want := printed(r.Versions[v]); accepted != want {
				t.Errorf("accepted\n got %s\nwant %s", accepted, want)
			}
			if want := printed(r.Versions[0]); refused != want {
				t.Errorf("refused\n got %s\nwant %s", refused, want)
			}
		}
	}
}

// TestTrackedStories is the same for any two stories, their words and marks
// alone where sentences of one cell stand in two paragraphs.
func TestTrackedStories(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, err := diff.Compare(context.Background(), []text.Source{storyOf(t, "One"), storyOf(t, "Two")}, diff.Options{})
		if err != nil {
			t.Fatal(err)
		}
		r := c.Read(0)
		accepted, refused, _ := tracked(t, r, 1)
		for k, got := range []string{refused, accepted} {
			if want := printed(r.Versions[k]); !slices.Equal(strings.Fields(got), strings.Fields(want)) {
				t.Fatalf("version %d\n got %s\nwant %s", k, got, want)
			}
		}
	})
}

// TestTrackedInLibreOffice has LibreOffice read the document and write it in
// its own form: it knows the same changes.
func TestTrackedInLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil || os.Getenv("WIREDIFF_READERS") == "" {
		t.Skip("LibreOffice is not installed, or WIREDIFF_READERS is unset: its start takes seconds")
	}
	r := reading(t, 0, styled...)
	_, _, file := tracked(t, r, 1)
	dir := t.TempDir()
	path := filepath.Join(dir, "pair.docx")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(office, "--headless", "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile", "--convert-to", "fodt", "--outdir", dir, path)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	data, err := os.ReadFile(filepath.Join(dir, "pair.fodt"))
	if err != nil {
		t.Fatal(err)
	}
	accepted, refused := flatODT(t, data)
	for k, got := range []string{refused, accepted} {
		if want := strings.Fields(printed(r.Versions[k])); !slices.Equal(strings.Fields(got), want) {
			t.Errorf("version %d in LibreOffice\n got %s\nwant %s", k, got, strings.Join(want, " "))
		}
	}
}

// flatODT reads LibreOffice's own form of a text with changes: a list of
// their kinds, and marks in the text where each begins and ends.
func flatODT(t *testing.T, data []byte) (accepted, refused string) {
	t.Helper()
	kinds := map[string]string{} // by the change's name: insertion or deletion
	open := map[string]int{}     // by kind: how many changes are open
	var region string
	var a, b strings.Builder
	body := false
	for dec := xml.NewDecoder(bytes.NewReader(data)); ; {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return a.String(), b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		words := ""
		switch x := tok.(type) {
		case xml.StartElement:
			switch tag := x.Name.Local; tag {
			case "changed-region":
				region = attribute(x, "id")
			case "insertion", "deletion":
				kinds[region] = tag
			case "change-start":
				open[kinds[attribute(x, "change-id")]]++
			case "change-end":
				open[kinds[attribute(x, "change-id")]]--
			case "p", "h", "s":
				words = " "
			}
		case xml.EndElement:
			body = body || x.Name.Local == "tracked-changes"
		case xml.CharData:
			words = string(x)
		}
		if body && open["deletion"] == 0 {
			a.WriteString(words)
		}
		if body && open["insertion"] == 0 {
			b.WriteString(words)
		}
	}
}

func attribute(x xml.StartElement, name string) string {
	for _, a := range x.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
