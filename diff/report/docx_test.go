package report_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"wirediff/diff/report"
)

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
	for _, want := range []string{"90 people passengers", "A choir had been singing on deck.", "moved up from 4", "Statistics by word", "split in 2"} {
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
