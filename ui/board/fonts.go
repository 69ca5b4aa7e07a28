package board

import (
	"bytes"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/go-fonts/stix/stix2textbold"
	"github.com/go-fonts/stix/stix2textitalic"
	"github.com/go-fonts/stix/stix2textregular"
	"github.com/go-text/typesetting/di"
	otf "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"wirediff/diff/report"
)

// face is one cut of one family.
type face uint8

const (
	serif face = iota
	serifBold
	serifItalic
	sans
	sansBold
	sansItalic
	numFaces
)

// plain returns the sans that steps in for f where f lacks a letter.
func (f face) plain() face {
	if f < sans {
		return f + sans
	}
	return f
}

// font is a face at a size in pixels; two bytes, so that a word can carry it.
type font struct {
	face face
	size uint8
}

// measurer knows how wide words are. Widths are whole pixels; the font
// returned is the one to draw with, since not every face has every letter.
type measurer interface {
	measure(s string, f font) (width int, drawn font)
	ascent(f font) int  // pixels from the top of a drawn text to its baseline
	descent(f font) int // pixels below the baseline
}

// fonts are the roles of a look.
type fonts struct {
	story, ghost, headline, masthead font
	word, quietWord                  font // status words: changes bold, the grey ones regular
	rail, railNow                    font // row numbers
	small                            font // dates, counts, datelines
	raised                           font // sentence number inside a cell
	furniture                        font
	letter, tag                      font
}

func newFonts(l Look) fonts {
	m := l.measures()
	regular, bold, italic := serif, serifBold, serifItalic
	if l.Face == Sans {
		regular, bold, italic = sans, sansBold, sansItalic
	}
	at := func(f face, scale float64, least int) font {
		return font{f, uint8(min(255, max(least, m.t(scale))))}
	}
	return fonts{
		story: at(regular, 1, 1), ghost: at(italic, 1, 1),
		headline: at(bold, 1.2, 1), masthead: at(bold, 1.17, 1),
		word: at(sansBold, 0.73/l.enlarged(), 10), quietWord: at(sans, 0.73/l.enlarged(), 10),
		rail: at(sans, 0.74, 10), railNow: at(sansBold, 0.74, 10),
		small: at(sans, 0.76, 10), raised: at(sans, 0.6, 8),
		furniture: at(sans, 0.86, 10),
		letter:    at(sansBold, 0.74, 10), tag: at(sansBold, 0.68, 9),
	}
}

// fontBook is the measurer of the real fonts. Widths are measured once per
// word at a large size and scaled: text is not hinted, so they are exact to
// a tenth of a pixel, and zooming measures nothing anew.
type fontBook struct {
	faces   [numFaces]*otf.Face
	sources [numFaces]fyne.Resource // nil: the toolkit's font of that style
	shaper  shaping.HarfbuzzShaper
	known   map[fontKey]extent
}

type fontKey struct {
	face face
	text string
}

// extent is a width in ems and the face that has all letters.
type extent struct {
	em   float32
	face face
}

// measureSize is the size in pixels at which words are measured.
const measureSize = 512

func newFontBook() *fontBook {
	b := &fontBook{known: map[fontKey]extent{}}
	b.sources = [numFaces]fyne.Resource{
		serif:       fyne.NewStaticResource("STIXTwoText-Regular.otf", stix2textregular.TTF),
		serifBold:   fyne.NewStaticResource("STIXTwoText-Bold.otf", stix2textbold.TTF),
		serifItalic: fyne.NewStaticResource("STIXTwoText-Italic.otf", stix2textitalic.TTF),
	}
	return b
}

// face parses a face when it is first needed, which takes some milliseconds.
func (b *fontBook) face(f face) *otf.Face {
	if b.faces[f] == nil {
		parsed, err := otf.ParseTTF(bytes.NewReader(b.source(f).Content()))
		if err != nil {
			panic("a font that is part of the program cannot be parsed: " + err.Error())
		}
		b.faces[f] = parsed
	}
	return b.faces[f]
}

// source returns the file of a face.
func (b *fontBook) source(f face) fyne.Resource {
	switch f {
	case sans:
		return theme.DefaultTextFont()
	case sansBold:
		return theme.DefaultTextBoldFont()
	case sansItalic:
		return theme.DefaultTextItalicFont()
	}
	return b.sources[f]
}

func (b *fontBook) measure(s string, f font) (int, font) {
	key := fontKey{f.face, s}
	e, ok := b.known[key]
	if !ok {
		e = b.shape(report.Clean(s), f.face) // as scene.print draws it
		b.known[key] = e
	}
	return round(float64(e.em) * float64(f.size)), font{e.face, f.size}
}

// shape measures s in f, in the sans if f lacks a letter, and with the fonts
// of the system if the sans does too.
func (b *fontBook) shape(s string, f face) extent {
	if !b.has(s, f) {
		f = f.plain()
	}
	if !b.has(s, f) {
		style := fyne.TextStyle{Bold: f == sansBold, Italic: f == sansItalic}
		return extent{fyne.MeasureText(s, measureSize/4, style).Width / (measureSize / 4), f}
	}
	runes := []rune(s)
	out := b.shaper.Shape(shaping.Input{
		Text: runes, RunEnd: len(runes), Direction: di.DirectionLTR,
		Face: b.face(f), Size: fixed.I(measureSize),
	})
	return extent{float32(out.Advance) / 64 / measureSize, f}
}

func (b *fontBook) has(s string, f face) bool {
	for _, r := range s {
		if _, ok := b.face(f).NominalGlyph(r); !ok {
			return false
		}
	}
	return true
}

func (b *fontBook) ascent(f font) int {
	return int(math.Ceil(float64(b.lineExtents(f.face).Ascender) * float64(f.size)))
}

func (b *fontBook) descent(f font) int {
	return int(math.Ceil(-float64(b.lineExtents(f.face).Descender) * float64(f.size)))
}

// lineExtents returns the extents of a face in ems.
func (b *fontBook) lineExtents(f face) otf.FontExtents {
	e, _ := b.face(f).FontHExtents()
	upem := float32(b.face(f).Upem())
	return otf.FontExtents{Ascender: e.Ascender / upem, Descender: e.Descender / upem, LineGap: e.LineGap / upem}
}
