//go:build pdfium

package pdf

import "io"

// IsChild reports whether this process was started to read a PDF: never, PDFium needs none.
func IsChild() bool { return false }

// Child is not used in this build.
func Child(io.Reader, io.Writer) error { return nil }
