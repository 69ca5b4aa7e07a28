package board

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"wirediff/diff/report"
)

// Names of the palette's colours in a Theme, for widgets that ask the theme.
const (
	ColorPaper  fyne.ThemeColorName = "paper"
	ColorChrome fyne.ThemeColorName = "chrome"
	ColorBand   fyne.ThemeColorName = "band"
	ColorInk    fyne.ThemeColorName = "ink"
	ColorQuiet  fyne.ThemeColorName = "quiet"
	ColorMuted  fyne.ThemeColorName = "muted"
	ColorRule   fyne.ThemeColorName = "rule"
	ColorHair   fyne.ThemeColorName = "hair"
	ColorEdge   fyne.ThemeColorName = "edge"
	ColorFocus  fyne.ThemeColorName = "focusRing"
	ColorAdded  fyne.ThemeColorName = "added"
	ColorWord   fyne.ThemeColorName = "word"
	ColorMoved  fyne.ThemeColorName = "moved"
	ColorCut    fyne.ThemeColorName = "cut"
	ColorStyle  fyne.ThemeColorName = "style"
)

// interfaceText is the size of menus, buttons and entries, in pixels at scale 1.
const interfaceText = 13

// Theme is the look of the whole window in the colours of one palette. It
// ignores the variant that the toolkit passes in: who chooses the palette
// has chosen between light and dark.
type Theme struct {
	palette report.Palette
	colors  map[fyne.ThemeColorName]color.Color
	plain   fyne.Theme
	variant fyne.ThemeVariant
}

// NewTheme returns the theme of a palette.
func NewTheme(p report.Palette) *Theme {
	t := &Theme{palette: p, plain: theme.DefaultTheme(), variant: theme.VariantLight}
	if p.Dark {
		t.variant = theme.VariantDark
	}
	t.colors = toolkitColors(p)
	for name, c := range ownColors(p) {
		t.colors[name] = c
	}
	return t
}

// Palette returns the colours of the theme.
func (t *Theme) Palette() report.Palette { return t.palette }

// Color is part of fyne.Theme.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if c, ok := t.colors[name]; ok {
		return c
	}
	return t.plain.Color(name, t.variant)
}

// ownColors are the colours that only our widgets ask for.
func ownColors(p report.Palette) map[fyne.ThemeColorName]color.Color {
	return map[fyne.ThemeColorName]color.Color{
		ColorPaper: p.Paper, ColorChrome: p.Chrome, ColorBand: p.Band,
		ColorInk: p.Ink, ColorQuiet: p.Quiet, ColorMuted: p.Muted,
		ColorRule: p.Rule, ColorHair: p.Hair, ColorEdge: p.Edge, ColorFocus: p.Focus,
		ColorAdded: p.Added.Mark, ColorWord: p.Word.Mark, ColorMoved: p.Moved.Mark,
		ColorCut: p.Cut.Mark, ColorStyle: p.Style.Mark,
	}
}

// toolkitColors are our colours for the toolkit's own parts. Shadows are
// left out of the window; a focused button gets the ground of selected text,
// on which ink is readable, since the toolkit lays the focus colour under the
// label.
func toolkitColors(p report.Palette) map[fyne.ThemeColorName]color.Color {
	return map[fyne.ThemeColorName]color.Color{
		theme.ColorNameBackground: p.Chrome, theme.ColorNameMenuBackground: p.Chrome, theme.ColorNameHeaderBackground: p.Chrome,
		theme.ColorNameOverlayBackground: p.Paper, theme.ColorNameInputBackground: p.Paper, theme.ColorNameButton: p.Paper,
		theme.ColorNameForeground: menuInk(p.Ink), theme.ColorNamePlaceHolder: p.Muted,
		theme.ColorNameDisabled: p.Edge, theme.ColorNameInputBorder: p.Edge, theme.ColorNameScrollBar: p.Edge,
		theme.ColorNameDisabledButton: p.Band, theme.ColorNameHover: p.Band, theme.ColorNameScrollBarBackground: p.Band,
		theme.ColorNamePressed: p.Rule, theme.ColorNameSeparator: p.Rule,
		theme.ColorNamePrimary: p.Focus, theme.ColorNameHyperlink: p.Focus,
		theme.ColorNameFocus: p.Select, theme.ColorNameSelection: p.Select,
		theme.ColorNameForegroundOnPrimary: p.Paper, theme.ColorNameForegroundOnError: p.Paper,
		theme.ColorNameForegroundOnSuccess: p.Paper, theme.ColorNameForegroundOnWarning: p.Paper,
		theme.ColorNameError: p.Cut.Mark, theme.ColorNameWarning: p.Word.Mark, theme.ColorNameSuccess: p.Added.Mark,
		theme.ColorNameShadow: color.Transparent,
	}
}

// Font is part of fyne.Theme: the toolkit's sans.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource { return t.plain.Font(s) }

// Icon is part of fyne.Theme.
func (t *Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return t.plain.Icon(n) }

// Size is part of fyne.Theme.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return interfaceText
	case theme.SizeNameInnerPadding:
		return 7
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 4
	case theme.SizeNameInlineIcon:
		return 18
	}
	return t.plain.Size(name)
}

// menuInk is a text colour that the toolkit's menus can print shortcuts in.
// A menu takes 0.95 of the 16 bit alpha of the text colour and keeps its low
// byte only: of 0xFFFF that leaves 0x32, a fifth of the ink (Fyne 2.7.4,
// widget.shortcutColor). Of 0xFFCA it leaves 0xFF. Drawn with 8 bits, both
// are opaque.
type menuInk report.Colour

// RGBA is part of color.Color.
func (c menuInk) RGBA() (r, g, b, a uint32) {
	const alpha = 0xFFCA
	r, g, b, _ = report.Colour(c).RGBA()
	return min(r, alpha), min(g, alpha), min(b, alpha), alpha
}
