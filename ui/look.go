package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"wirediff/diff/report"
	"wirediff/ui/board"
)

// Light says whether the window is light or dark.
type Light uint8

const (
	LikeSystem  Light = iota // follows the system's setting
	AlwaysLight              // light whatever the system says
	AlwaysDark               // dark whatever the system says
)

// Text sizes, in percent of the usual one.
const (
	smallestText = board.MinPercent
	usualText    = 100
	largestText  = board.MaxPercent
	textStep     = 10
)

// Look is how the window looks; it is kept from run to run.
type Look struct {
	Light   Light
	Scheme  report.Scheme
	Text    int // size of the stories' text in percent, smallestText to largestText
	Spacing int // index into spacings
	Face    board.Face
}

// spacings are the line spacings to choose from; the first is the usual one.
func spacings() []board.Spacing { return []board.Spacing{board.Normal, board.Tight, board.Loose} }

// board returns the look of a page in the given colours.
func (l Look) board(p report.Palette) board.Look {
	return board.Look{Palette: p, Percent: l.Text, Spacing: spacings()[l.Spacing], Face: l.Face}
}

// larger returns the look with the text steps larger, smaller if negative.
func (l Look) larger(steps int) Look {
	l.Text = min(max(l.Text+steps*textStep, smallestText), largestText)
	return l
}

// dark reports whether the look is dark now, on a system that is dark or not.
func (l Look) dark(system fyne.ThemeVariant) bool {
	return l.Light == AlwaysDark || l.Light == LikeSystem && system == theme.VariantDark
}

// palette returns the colours of the look.
func (l Look) palette(system fyne.ThemeVariant) report.Palette {
	return report.Colours(l.Scheme, l.dark(system))
}
