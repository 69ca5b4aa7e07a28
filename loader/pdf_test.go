package loader_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"wirediff/loader"
)

// pdfFile makes a PDF of one page for each list of lines; a line is set 14
// points below the one before, an empty one leaves a gap.
func pdfFile(pages ...[]string) []byte {
	var b bytes.Buffer
	var at []int
	object := func(s string) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), s)
	}
	b.WriteString("%PDF-1.4\n")
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 4+2*i))
	}
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object(fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(pages), strings.Join(kids, " ")))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
	for i, lines := range pages {
		var s strings.Builder
		for n, l := range lines {
			if l != "" {
				fmt.Fprintf(&s, "BT /F1 10 Tf 72 %d Td (%s) Tj ET\n", 760-14*n, l)
			}
		}
		object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>", 5+2*i))
		object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", s.Len(), s.String()))
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, off := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", off)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}

func TestPDF(t *testing.T) {
	data := pdfFile(
		[]string{"The harbour was closed on Tuesday after a storm broke two of its", "gates, the master of the port said in the evening at the quay.", "", "The engineers hope to lift the first gate by Friday, and to let"},
		[]string{"the smaller ships pass before the week is out, weather allowing."})
	got, errs := loader.Read(context.Background(), "gate.pdf", data, loader.Options{})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	want := "The harbour was closed on Tuesday after a storm broke two of its gates, the master of the port said in the evening at the quay.\n\n" +
		"The engineers hope to lift the first gate by Friday, and to let the smaller ships pass before the week is out, weather allowing."
	if got[0].Body != want || got[0].Format != "PDF" {
		t.Errorf("body is %q, want %q", got[0].Body, want)
	}
}

func TestPDFWithoutText(t *testing.T) {
	_, errs := loader.Read(context.Background(), "scan.pdf", pdfFile([]string{}), loader.Options{})
	if len(errs) != 1 || !strings.Contains(errs[0].Error(), "scan.pdf: the pages are pictures without text") {
		t.Errorf("a scan: %v", errs)
	}
}

// TestPDFThatNeverEnds reads a page tree that holds itself, which makes the
// Go library run for ever; the child process is killed at the caller's deadline.
func TestPDFThatNeverEnds(t *testing.T) {
	data := bytes.ReplaceAll(pdfFile([]string{"x"}), []byte("/Kids [4 0 R]"), []byte("/Kids [2 0 R]"))
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if got, errs := loader.Read(ctx, "loop.pdf", data, loader.Options{}); len(got) > 0 || len(errs) == 0 {
		t.Errorf("read %d versions, %v", len(got), errs)
	}
}
