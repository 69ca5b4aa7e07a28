package loader

import (
	"context"
	"io"

	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/pdf"
)

// openPDF opens a PDF. Without PDFium it is read by a child process; see IsChild.
func openPDF(_ context.Context, f file) (shelf, error) {
	if len(f.data) > pdf.MaxSize {
		return shelf{}, tooLarge(pdf.MaxSize)
	}
	s := single(f, nil)
	s.read = func(ctx context.Context, _ int) ([]draft.Draft, []error) { return oneDraft(pdf.Read(ctx, f.data)) }
	return s, nil
}

// PDFEngine names what reads PDF files in this build.
const PDFEngine = pdf.Engine

// IsChild reports whether this process is a child that was started to read a
// PDF. A program that uses the package asks first thing and, if so, runs Child
// and ends.
func IsChild() bool { return pdf.IsChild() }

// Child reads a PDF from r and writes what it holds to w, for the parent process.
func Child(r io.Reader, w io.Writer) error { return pdf.Child(r, w) }
