package board

import (
	"math"

	"wirediff/diff/report"
)

// Face is the type face of the story text.
type Face uint8

const (
	Serif Face = iota // STIX Two Text, with the sans for what it lacks
	Sans              // the toolkit's Noto Sans
)

// Limits of Look.Percent.
const (
	MinPercent = 80
	MaxPercent = 250
)

// Text sizes at 100 %, in pixels: the serif has the smaller x-height.
const (
	serifSize = 16
	sansSize  = 14
)

// Spacing is the line height as a multiple of the text size.
type Spacing float64

const (
	Tight  Spacing = 1.3  // more rows on the screen
	Normal Spacing = 1.42 // as designed
	Loose  Spacing = 1.6  // for long reading
)

// Look is how a page is set: colours, size, spacing and face.
type Look struct {
	Palette report.Palette
	Percent int // text size, MinPercent..MaxPercent; 0 is 100
	Spacing Spacing
	Face    Face
	scale   float64 // of the text size in a view that sets it larger; 0 is 1
}

// DefaultLook is the standard palette, light or dark, at 100 %.
func DefaultLook(dark bool) Look {
	return Look{Palette: report.Colours(report.Standard, dark), Percent: 100, Spacing: Normal}
}

// enlarged is by how much a view sets the stories larger than the columns;
// the words of the program stay as they are.
func (l Look) enlarged() float64 {
	if l.scale > 0 {
		return l.scale
	}
	return 1
}

// measures are the lengths of a look in whole pixels. T is the text size; u
// is one device-independent pixel at T = 14.
type measures struct {
	size int // T
	u    int
	line int // line height of the story text
}

func (l Look) measures() measures {
	percent := min(max(l.Percent, MinPercent), MaxPercent)
	if l.Percent == 0 {
		percent = 100
	}
	base := serifSize
	if l.Face == Sans {
		base = sansSize
	}
	spacing := l.Spacing
	if spacing == 0 {
		spacing = Normal
	}
	t := (base*percent + 50) / 100
	u := max(1, (t+7)/14)
	t = round(float64(t) * l.enlarged())
	return measures{size: t, u: u, line: round(float64(t) * float64(spacing))}
}

// t returns f text sizes in whole pixels.
func (m measures) t(f float64) int { return round(f * float64(m.size)) }

func round(f float64) int { return int(math.Floor(f + 0.5)) }

// Lengths in text sizes, from the design's table of measures.
const (
	railWidth    = 3.4
	railPad      = 0.75 // right of the row number
	padLeft      = 1.15
	padRight     = 0.8
	columnMin    = 13.0
	columnMax    = 34.0
	columnWidest = 120.0 // by hand: the text ends at columnMax, and paper follows
	spineAt      = -0.7  // left of the text
	spineInset   = 0.12
	boxRight     = 0.65 // right of the text
	boxBelow     = 0.28
	boxRadius    = 0.25
	bandHeight   = 1.3
	gapLabelled  = 0.3
	gapPlain     = 0.5
	gapParagraph = 0.95
	gapBelow     = 0.3
	gapHeadline  = 0.8
	gapUnderHead = 0.35
	indentFirst  = 1.1
	markSize     = 0.78
	markGap      = 0.28 // between a mark and its word
	labelGap     = 0.62
	chipHeight   = 1.12
	chipRadius   = 0.6
	ringAbove    = 0.12
	ringBelow    = 0.2
	ringLeft     = 0.18 // from the cell's left edge
	ringRadius   = 0.35
	wedgeWidth   = 0.6
	wedgeHeight  = 0.34
	raise        = 0.45 // of a sentence number
	strikeHeight = 0.3  // above the baseline
	foldedHeight = 1.6
	blankHeight  = 1.1
	headlineLine = 1.25
)
