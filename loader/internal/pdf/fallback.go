//go:build !pdfium

package pdf

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"math"
	"os"
	"os/exec"
	"strings"
	"unicode"

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
	return json.NewEncoder(w).Encode(extract(data))
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
	bad := json.NewDecoder(io.LimitReader(out, maxAnswer)).Decode(&a)
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
		s, err := r.Page(i).GetPlainText(nil)
		if err != nil {
			continue
		}
		if len(s) <= maxGlyphs && crammed(s) {
			if spaced := fromGlyphs(r.Page(i).Content().Text, lineEnds(r.Page(i))); !crammed(spaced) {
				s = spaced
			}
		}
		a.Pages = append(a.Pages, s)
	}
	return a
}

// maxGlyphs bounds the text of a page whose letters are looked at one by one:
// a hundred bytes each; a full page of a newspaper has 30,000.
const maxGlyphs = 256 << 10

// longWord is how many letters a word has on average, at least, in text that
// lost its spaces: programs such as TeX move the pen instead of writing one.
const longWord = 15

// crammed reports whether text in letters with blanks between words has few.
func crammed(s string) bool {
	letters, words := 0, len(strings.Fields(s))
	for _, c := range s {
		if unicode.In(c, unicode.Latin, unicode.Cyrillic, unicode.Greek) {
			letters++
		}
	}
	return letters > 4*longWord && letters > longWord*words
}

// Measures of fromGlyphs, in shares of the type size.
const (
	wordGap = 0.16 // a wider gap is a blank: TeX's is 0.33, squeezed to 0.2 at the least
	newLine = 0.5  // a larger step down or up begins a line
)

// lineEnds are the letters, by font, that the library puts behind a string of
// text for a line feed: "Ω" in TeX's fonts.
func lineEnds(p pdf.Page) map[string]string {
	ends := map[string]string{}
	for _, name := range p.Fonts() {
		f := p.Font(name)
		base := f.BaseFont()
		ends[base[strings.Index(base, "+")+1:]] = f.Encoder().Decode("\n")
	}
	return ends
}

// fromGlyphs makes text of letters and their places, in the order in which
// the file paints them.
func fromGlyphs(glyphs []pdf.Text, ends map[string]string) string {
	var b strings.Builder
	var last pdf.Text
	for _, g := range glyphs {
		if g.S == ends[g.Font] {
			continue
		}
		switch size := max(g.FontSize, 1); {
		case last.S == "":
		case math.Abs(g.Y-last.Y) > newLine*size:
			b.WriteByte('\n')
		case g.X-(last.X+last.W) > wordGap*size:
			b.WriteByte(' ')
		}
		b.WriteString(g.S)
		last = g
	}
	return b.String()
}
