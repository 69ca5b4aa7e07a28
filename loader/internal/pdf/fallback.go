//go:build !pdfium

package pdf

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"

	"github.com/ledongthuc/pdf"

	"wirediff/loader/internal/draft"
)

// Engine names what reads PDF files in this build.
const Engine = "ledongthuc/pdf"

// childMark is the environment variable by which the program knows that it is
// the child that reads a PDF from its standard input.
const childMark = "WIREDIFF_READ_PDF"

// IsChild reports whether this process was started to read a PDF.
func IsChild() bool { return os.Getenv(childMark) == "1" }

// Child reads a PDF from r and writes what it holds to w. It is what the
// program does, and all it does, when IsChild.
func Child(r io.Reader, w io.Writer) error {
	data, err := io.ReadAll(io.LimitReader(r, MaxSize))
	if err != nil {
		return err
	}
	return gob.NewEncoder(w).Encode(extract(data))
}

// answer is what the child writes.
type answer struct {
	Pages                  []string // plain text, a line to a line
	Title, Author, Created string
	Locked, Damaged, Long  bool
}

// maxAnswer bounds what is read from the child.
const maxAnswer = 4 * maxText

// Read reads a PDF in a child process, which is killed at the deadline.
func Read(ctx context.Context, data []byte) (draft.Draft, error) {
	ctx, cancel := context.WithTimeout(ctx, MaxTime)
	defer cancel()
	exe, err := os.Executable()
	if err != nil {
		return draft.Draft{}, errors.New("PDF files cannot be read on this machine")
	}
	cmd := exec.CommandContext(ctx, exe)
	cmd.Env = append(os.Environ(), childMark+"=1", "GOMEMLIMIT=384MiB", "GOMAXPROCS=1")
	cmd.Stdin = bytes.NewReader(data)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return draft.Draft{}, err
	}
	if err := cmd.Start(); err != nil {
		return draft.Draft{}, errors.New("PDF files cannot be read on this machine")
	}
	var a answer
	bad := gob.NewDecoder(io.LimitReader(out, maxAnswer)).Decode(&a)
	if err := cmd.Wait(); ctx.Err() != nil {
		return draft.Draft{}, ErrTime
	} else if err != nil || bad != nil || a.Damaged {
		return draft.Draft{}, ErrDamaged
	}
	switch {
	case a.Locked:
		return draft.Draft{}, ErrLocked
	case a.Long:
		return draft.Draft{}, ErrPages
	}
	return finish(a.document())
}

// document turns the child's text into lines without places.
func (a answer) document() document {
	doc := document{title: a.Title, author: a.Author, created: a.Created}
	for _, s := range a.Pages {
		var p page
		for l := range strings.Lines(s) {
			if l = strings.TrimSpace(l); l != "" {
				p.lines = append(p.lines, line{text: l})
			}
		}
		doc.pages = append(doc.pages, p)
	}
	return doc
}

// extract runs the library. It panics on damage and may run for ever.
func extract(data []byte) (a answer) {
	defer func() {
		if recover() != nil {
			a.Damaged = len(a.Pages) == 0
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return answer{Locked: errors.Is(err, pdf.ErrInvalidPassword), Damaged: true}
	}
	info := r.Trailer().Key("Info")
	a.Title, a.Author, a.Created = info.Key("Title").Text(), info.Key("Author").Text(), info.Key("CreationDate").RawString()
	for i := 1; i <= r.NumPage(); i++ {
		if a.Long = i > MaxPages; a.Long {
			return answer{Long: true}
		}
		if s, err := r.Page(i).GetPlainText(nil); err == nil {
			a.Pages = append(a.Pages, s)
		}
	}
	return a
}
