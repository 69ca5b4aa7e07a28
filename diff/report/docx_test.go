package report_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"wirediff/diff/report"
)

// docxTexts reads a document: its text with all changes accepted, and with
// all refused. It fails if a part is no well-formed XML.
func docxTexts(t *testing.T, data []byte) (accepted, refused string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		a, b := walkXML(t, f.Name, r)
		if f.Name == "word/document.xml" {
			accepted, refused = a, b
		}
	}
	return accepted, refused
}

func walkXML(t *testing.T, name string, r io.Reader) (accepted, refused string) {
	t.Helper()
	var in, del int
	var a, b strings.Builder
	dec := xml.NewDecoder(r)
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return a.String(), b.String()
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch x := tok.(type) {
		case xml.StartElement:
			in, del = in+depth(x.Name, "ins"), del+depth(x.Name, "del")
		case xml.EndElement:
			in, del = in-depth(x.Name, "ins"), del-depth(x.Name, "del")
			if x.Name.Local == "p" {
				a.WriteByte('\n')
				b.WriteByte('\n')
			}
		case xml.CharData:
			if del == 0 {
				a.Write(x)
			}
			if in == 0 {
				b.Write(x)
			}
		}
	}
}

func depth(n xml.Name, local string) int {
	if n.Local == local {
		return 1
	}
	return 0
}

// TestTrackedChanges: all changes accepted give the version's words, all
// refused the base's, in their orders.
func TestTrackedChanges(t *testing.T) {
	for v := 1; v < len(ferries); v++ {
		p := report.NewProof(reading(t, 0, ferries...), v, report.View{})
		var b bytes.Buffer
		if err := report.DOCXTracked(&b, p, "B & C", "2026-01-02T03:04:05Z"); err != nil {
			t.Fatal(err)
		}
		accepted, refused := docxTexts(t, b.Bytes())
		if got, want := letters(accepted), letters(ferries[v]); got != want {
			t.Errorf("accepted\n got %s\nwant %s", got, want)
		}
		if got, want := letters(refused), letters(ferries[0]); got != want {
			t.Errorf("refused\n got %s\nwant %s", got, want)
		}
	}
}

// letters leaves letters and digits: stops belong to neither side for sure.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// TestDOCXHoldsThePage: every word of every column is in the document, and
// two writings give the same bytes.
func TestDOCXHoldsThePage(t *testing.T) {
	p := report.New(reading(t, 0, ferries...), report.View{})
	var a, b bytes.Buffer
	if err := errors.Join(report.DOCX(&a, p), report.DOCX(&b, p)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two writings differ")
	}
	text, _ := docxTexts(t, a.Bytes())
	for _, want := range []string{"90 passengers", "A choir had been singing on deck.", "moved up from 4", "words verbatim", "split in 2"} {
		if !strings.Contains(strings.Join(strings.Fields(text), " "), want) {
			t.Errorf("no %q", want)
		}
	}
}

func TestMarkdown(t *testing.T) {
	p := report.New(reading(t, 0, ferries...), report.View{})
	var b bytes.Buffer
	if err := report.Markdown(&b, p); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"| base kept |", "**passengers**", "*added*", "*moved up from 4*", "*cut*"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}
