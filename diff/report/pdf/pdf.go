// Package pdf prints a report.Page as a PDF file: the columns with level rows
// over as many pages as it takes, then the appendix.
//
// Compared for the job: signintech/gopdf (kept up, embeds and subsets
// TrueType, small), go-pdf/fpdf (archived), pdfcpu (writes no text of its
// own), unipdf (commercial). None that could be had writes tagged PDF; the
// HTML report is the form for screen readers.
package pdf

import (
	"bufio"
	"fmt"
	"io"
	"strconv"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifregular"
	"github.com/signintech/gopdf"

	"wirediff/diff/report"
)

// Options say how the file is set.
type Options struct {
	Letter bool          // US Letter; else A4
	Scheme report.Scheme // colours, always the light ones
}

// Measures, in points.
const (
	margin     = 36.0 // half an inch
	headSize   = 8.0  // running head and foot
	titleSize  = 16.0
	labelSize  = 7.0
	rail       = 26.0 // column of the row labels
	gutter     = 12.0
	rowGap     = 5.0
	lineFactor = 1.32 // line height over text size
)

// Write prints the page. The bytes depend on the page and the options alone.
// Memory and time are linear in the page.
func Write(w io.Writer, p *report.Page, o Options) error {
	s, err := newSheet(p, o)
	if err != nil {
		return err
	}
	s.newPage()
	s.pdf.AddOutline("Side by side")
	s.title()
	s.columns()
	for i := range p.Rows {
		s.row(i)
	}
	s.notes()
	s.sections()
	s.feet()
	if s.err != nil {
		return fmt.Errorf("the PDF could not be made: %w", s.err)
	}
	b := bufio.NewWriter(w) // keeps the first failure, which the library forgets
	if _, err := s.pdf.WriteTo(b); err != nil {
		return err
	}
	return b.Flush()
}

// sheet is the page being printed. The first error stays in err; drawing
// after it does nothing.
type sheet struct {
	pdf     *gopdf.GoPdf
	page    *report.Page
	opt     Options
	colours report.Palette
	w, h    float64 // of the paper
	y       float64 // where the next thing goes
	size    float64 // of the story
	column  float64 // width of a column
	pages   int
	bare    bool               // no heads of columns on further pages: the appendix
	widths  map[string]float64 // of words by font and size
	err     error
}

func newSheet(p *report.Page, o Options) (*sheet, error) {
	s := &sheet{pdf: &gopdf.GoPdf{}, page: p, opt: o, colours: report.Colours(o.Scheme, false), widths: map[string]float64{}}
	paper := *gopdf.PageSizeA4Landscape
	if o.Letter {
		paper = gopdf.Rect{W: gopdf.PageSizeLetter.H, H: gopdf.PageSizeLetter.W}
	}
	s.w, s.h = paper.W, paper.H
	s.size = report.TextPoints(len(p.Heads))
	s.column = (s.w - 2*margin - rail) / float64(max(len(p.Heads), 1))
	s.pdf.Start(gopdf.Config{PageSize: paper})
	s.pdf.SetInfo(gopdf.PdfInfo{Title: report.Title(p), Creator: "Wirediff"})
	for _, f := range []struct {
		name string
		data []byte
	}{{serif, liberationserifregular.TTF}, {serifBold, liberationserifbold.TTF}, {sans, liberationsansregular.TTF}, {sansBold, liberationsansbold.TTF}} {
		if err := s.pdf.AddTTFFontDataWithOption(f.name, f.data, gopdf.TtfOption{OnGlyphNotFoundSubstitute: func(rune) rune { return '?' }}); err != nil {
			return nil, fmt.Errorf("the PDF's font: %w", err)
		}
	}
	return s, nil
}

// Names of the embedded faces.
const (
	serif     = "serif"
	serifBold = "serif bold"
	sans      = "sans"
	sansBold  = "sans bold"
)

// newPage begins a page with its running head.
func (s *sheet) newPage() {
	s.pdf.AddPage()
	s.pages++
	s.y = margin
	if s.pages > 1 {
		s.put(sans, headSize, s.colours.Muted, margin, s.y, report.Title(s.page))
		s.y += headSize * 2
		if !s.bare {
			s.columns()
		}
	}
}

// feet numbers the pages once their count is known.
func (s *sheet) feet() {
	for n := 1; n <= s.pages && s.err == nil; n++ {
		s.err = s.pdf.SetPage(n)
		s.put(sans, headSize, s.colours.Muted, margin, s.h-margin+headSize, "Wirediff, page "+strconv.Itoa(n)+" of "+strconv.Itoa(s.pages))
	}
}

// room makes sure that so many points are left on the page.
func (s *sheet) room(height float64) bool {
	if s.y+height <= s.h-margin-headSize {
		return true
	}
	s.newPage()
	return false
}

// put draws text with its upper left corner at x, y.
func (s *sheet) put(font string, size float64, c report.Colour, x, y float64, text string) {
	if s.err != nil || text == "" {
		return
	}
	s.setFont(font, size)
	s.pdf.SetTextColor(rgb(c))
	s.pdf.SetXY(x, y)
	if s.err == nil {
		s.err = s.pdf.Cell(nil, text)
	}
}

func (s *sheet) setFont(font string, size float64) {
	if s.err == nil {
		s.err = s.pdf.SetFont(font, "", size)
	}
}

// width measures a word once.
func (s *sheet) width(font string, size float64, text string) float64 {
	key := font + "\x00" + strconv.FormatFloat(size, 'g', -1, 64) + "\x00" + text
	if w, ok := s.widths[key]; ok {
		return w
	}
	s.setFont(font, size)
	w, err := s.pdf.MeasureTextWidth(text)
	if err != nil && s.err == nil {
		s.err = err
	}
	s.widths[key] = w
	return w
}
