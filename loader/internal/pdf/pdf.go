// Package pdf reads the text of PDF files as their reader sees it.
//
// Two engines find lines; the build says which is linked:
//
//	-tags pdfium   PDFium compiled to WebAssembly, run by wazero with a cap on
//	               memory and a deadline (pdfium.go). pdfium.wasm is fetched
//	               by "make pdfium" and not part of the repository.
//	otherwise      ledongthuc/pdf, in a child process that is killed when it
//	               takes too long: small files can make it run for ever
//	               (fallback.go).
//
// Both give lines; what follows (layout.go) makes paragraphs of them: it knows
// columns, hyphens at line ends, and the heads and feet of pages.
package pdf

import (
	"errors"
	"strings"
	"time"

	"wirediff/loader/internal/draft"
)

const (
	// MaxSize is the largest PDF that is read: a newspaper with its pictures.
	MaxSize = 50 << 20
	// MaxPages bounds the pages that are read.
	MaxPages = 500
	// MaxTime bounds the reading of one file.
	MaxTime = 20 * time.Second
	// maxText bounds the text of all pages.
	maxText = 8 << 20
)

// Reasons why a PDF is not read.
var (
	ErrScan    = errors.New("the pages are pictures without text (a scan); run text recognition (OCR) on it first, or paste the text")
	ErrLocked  = errors.New("locked with a password; save a copy without one")
	ErrDamaged = errors.New("a damaged PDF, or none")
	ErrTime    = errors.New("the PDF takes longer than 20 s to read, the most that is waited for")
	ErrPages   = errors.New("the PDF has more than 500 pages, the most that is read")
	ErrMemory  = errors.New("the PDF needs more memory to read than it is given")
)

// IsPDF reports whether data begins as a PDF does; some have a few lines of
// a printer's language before.
func IsPDF(data []byte) bool {
	const head = 1024
	return strings.Contains(string(data[:min(len(data), head)]), "%PDF-")
}

// document is what an engine finds.
type document struct {
	pages                  []page
	title, author, created string
}

// page is the lines of a page in reading order. Measures are points.
type page struct {
	height float64
	lines  []line
}

// line is a printed line.
type line struct {
	text                    string
	left, right, base, size float64 // base: of the letters, from the foot of the page; 0 all: not known
}

// finish makes a draft of the lines.
func finish(doc document) (draft.Draft, error) {
	var d draft.Draft
	for _, p := range paragraphs(doc.pages) {
		d.Add(p.role, p.text)
	}
	d.Format = "PDF"
	if len(d.Parts) == 0 {
		return d, ErrScan
	}
	const from = "document properties"
	draft.Set(&d.Title, realTitle(doc.title), from)
	draft.Set(&d.Byline, doc.author, from)
	draft.SetDate(&d.Date, isoDate(doc.created), from)
	return d, nil
}

// realTitle leaves out titles that programs set themselves.
func realTitle(s string) string {
	low := strings.ToLower(s)
	for _, name := range []string{"untitled", "microsoft word", ".doc", ".indd", ".qxd", "about:blank", ".html", "file:"} {
		if strings.Contains(low, name) {
			return ""
		}
	}
	return s
}

// isoDate turns "D:20251014194000+01'00'" into RFC 3339's form.
func isoDate(s string) string {
	s = strings.TrimPrefix(s, "D:")
	if len(s) < 8 {
		return ""
	}
	if len(s) < 14 {
		return s[:4] + "-" + s[4:6] + "-" + s[6:8]
	}
	t := s[:4] + "-" + s[4:6] + "-" + s[6:8] + "T" + s[8:10] + ":" + s[10:12] + ":" + s[12:14]
	zone := strings.ReplaceAll(s[14:], "'", "")
	if len(zone) == 5 {
		return t + zone[:3] + ":" + zone[3:]
	}
	return t + "Z"
}
