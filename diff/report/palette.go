package report

import "fmt"

// Colour is 0xRRGGBB, always opaque. It is a color.Color, so the window can
// paint with it, and prints as "#RRGGBB", so the HTML report can.
type Colour uint32

// RGBA is part of color.Color.
func (c Colour) RGBA() (r, g, b, a uint32) {
	return uint32(c>>16&0xFF) * 0x101, uint32(c>>8&0xFF) * 0x101, uint32(c&0xFF) * 0x101, 0xFFFF
}

// String returns "#RRGGBB".
func (c Colour) String() string { return fmt.Sprintf("#%06X", uint32(c)) }

// Family is the three colours of one question: what is new (Added), said in
// other words (Word), elsewhere or in another shape (Moved), gone (Cut); and
// of all that whispers (Style).
type Family struct {
	Mark Colour // text and drawn marks: 4.5 to 1 on every surface and on its own tint
	Line Colour // spines, underlines, overview: 3 to 1; never text
	Tint Colour // ground of boxes and words
}

// Scheme names a set of colours, which has a light and a dark palette.
type Scheme uint8

const (
	Standard     Scheme = iota // four hues, safe for red-green blindness
	BlueOrange                 // two hues and lightness only: strong deficiency, projectors
	HighContrast               // every text at 6 to 1 or more
	NumScheme                  // how many there are
)

// String returns the name that the settings show.
func (s Scheme) String() string {
	return [...]string{"Standard", "Blue and orange", "High contrast"}[s]
}

// Palette is every colour that a page is painted with, light or dark. No
// other colour occurs on the board or in a report.
type Palette struct {
	Dark bool

	Paper  Colour // board, popover, list
	Chrome Colour // menu, tool bar, panel, status line, stub of a hidden column
	Band   Colour // current row
	Ink    Colour // changed and base text
	Quiet  Colour // kept and style text
	Muted  Colour // labels of the program, numbers, dates
	Rule   Colour // hairlines between list rows, under the tool bar
	Hair   Colour // header line, order axes, overview lane of the base
	Edge   Colour // outlines of entries, checks, bars
	Focus  Colour // focus ring, current row bar, primary button
	Select Colour // selected text, ground
	Hit    Colour // search hit, ground; with an outline in Edge

	HitNow, HitNowInk Colour // current search hit: ground and text

	Added, Word, Moved, Cut, Style Family
	Hatch                          Colour // lines of the hatch of a cut cell
}

// Colours returns the palette of a scheme, light or dark. An unknown scheme
// is Standard.
func Colours(s Scheme, dark bool) Palette {
	if s >= NumScheme {
		s = Standard
	}
	if dark {
		return darkPalettes()[s]
	}
	return lightPalettes()[s]
}

// lightPalettes returns the light palettes by scheme.
func lightPalettes() [NumScheme]Palette {
	return [NumScheme]Palette{
		Standard: {
			Paper: 0xFBFAF7, Chrome: 0xF2F0EB, Band: 0xF4F1EA,
			Ink: 0x1B1A18, Quiet: 0x57534C, Muted: 0x69645C,
			Rule: 0xE4E0D8, Hair: 0xC6C0B5, Edge: 0x908A7F,
			Focus: 0x0B57C4, Select: 0xCFE0F6,
			Hit: 0xFFE58A, HitNow: 0x1B1A18, HitNowInk: 0xFBFAF7,
			Added: Family{Mark: 0x0060B8, Line: 0x0060B8, Tint: 0xE1EDFA},
			Word:  Family{Mark: 0x4F3500, Line: 0xAD7C00, Tint: 0xFBEDC4},
			Moved: Family{Mark: 0x6A1060, Line: 0x6A1060, Tint: 0xF5E8F2},
			Cut:   Family{Mark: 0xBB3C0A, Line: 0xBB3C0A, Tint: 0xFBE6DC},
			Style: Family{Mark: 0x69645C, Line: 0x857F75, Tint: 0xEFECE5},
			Hatch: 0xF1CDBC,
		},
		BlueOrange: {
			Paper: 0xFBFAF7, Chrome: 0xF2F0EB, Band: 0xF4F1EA,
			Ink: 0x1B1A18, Quiet: 0x57534C, Muted: 0x69645C,
			Rule: 0xE4E0D8, Hair: 0xC6C0B5, Edge: 0x908A7F,
			Focus: 0x0B57C4, Select: 0xCFE0F6,
			Hit: 0xFFE58A, HitNow: 0x1B1A18, HitNowInk: 0xFBFAF7,
			Added: Family{Mark: 0x0A5FB8, Line: 0x0A5FB8, Tint: 0xDFECFB},
			Word:  Family{Mark: 0x5A2A00, Line: 0x5A2A00, Tint: 0xFBE9D6},
			Moved: Family{Mark: 0x0A2244, Line: 0x0A2244, Tint: 0xE4E8F0},
			Cut:   Family{Mark: 0xB04600, Line: 0xB04600, Tint: 0xFCE7D6},
			Style: Family{Mark: 0x69645C, Line: 0x857F75, Tint: 0xEFECE5},
			Hatch: 0xF3D0B4,
		},
		HighContrast: {
			Paper: 0xFFFFFF, Chrome: 0xF0F0F0, Band: 0xECECEC,
			Ink: 0x000000, Quiet: 0x2E2E2E, Muted: 0x3C3C3C,
			Rule: 0x8C8C8C, Hair: 0x767676, Edge: 0x4A4A4A,
			Focus: 0x0040B0, Select: 0xBBD6FF,
			Hit: 0xFFDF4D, HitNow: 0x000000, HitNowInk: 0xFFFFFF,
			Added: Family{Mark: 0x00499C, Line: 0x00499C, Tint: 0xD3E6FF},
			Word:  Family{Mark: 0x352300, Line: 0x9E6900, Tint: 0xFFE69B},
			Moved: Family{Mark: 0x5E0A58, Line: 0x5E0A58, Tint: 0xF2D9F0},
			Cut:   Family{Mark: 0xA02800, Line: 0xA02800, Tint: 0xFFD9CA},
			Style: Family{Mark: 0x4A4A4A, Line: 0x4A4A4A, Tint: 0xE4E4E4},
			Hatch: 0xE39A7E,
		},
	}
}

// darkPalettes returns the dark palettes by scheme.
func darkPalettes() [NumScheme]Palette {
	return [NumScheme]Palette{
		Standard: {
			Dark:  true,
			Paper: 0x191A1C, Chrome: 0x212326, Band: 0x232529,
			Ink: 0xECE8E0, Quiet: 0xB5B0A7, Muted: 0xA39E94,
			Rule: 0x313338, Hair: 0x53565C, Edge: 0x74777D,
			Focus: 0x7FB6FF, Select: 0x22395A,
			Hit: 0x4D410C, HitNow: 0xFFE58A, HitNowInk: 0x191A1C,
			Added: Family{Mark: 0x5BA4F7, Line: 0x4E9AF0, Tint: 0x1B2E47},
			Word:  Family{Mark: 0xF7D065, Line: 0xF0C75C, Tint: 0x3F340F},
			Moved: Family{Mark: 0xE6C0F0, Line: 0xDDB4EA, Tint: 0x362838},
			Cut:   Family{Mark: 0xFB7B54, Line: 0xEA5F36, Tint: 0x44251A},
			Style: Family{Mark: 0xA39E94, Line: 0x7F7A70, Tint: 0x2A2B2D},
			Hatch: 0x553227,
		},
		BlueOrange: {
			Dark:  true,
			Paper: 0x191A1C, Chrome: 0x212326, Band: 0x232529,
			Ink: 0xECE8E0, Quiet: 0xB5B0A7, Muted: 0xA39E94,
			Rule: 0x313338, Hair: 0x53565C, Edge: 0x74777D,
			Focus: 0x7FB6FF, Select: 0x22395A,
			Hit: 0x4D410C, HitNow: 0xFFE58A, HitNowInk: 0x191A1C,
			Added: Family{Mark: 0x4E9DF5, Line: 0x4E9DF5, Tint: 0x182E4A},
			Word:  Family{Mark: 0xFFDFAE, Line: 0xFFDFAE, Tint: 0x3D3120},
			Moved: Family{Mark: 0xC9D8F5, Line: 0xC9D8F5, Tint: 0x272E3D},
			Cut:   Family{Mark: 0xF58220, Line: 0xF58220, Tint: 0x462A12},
			Style: Family{Mark: 0xA39E94, Line: 0x7F7A70, Tint: 0x2A2B2D},
			Hatch: 0x51361F,
		},
		HighContrast: {
			Dark:  true,
			Paper: 0x000000, Chrome: 0x141414, Band: 0x1C1C1C,
			Ink: 0xFFFFFF, Quiet: 0xD8D8D8, Muted: 0xC9C9C9,
			Rule: 0x7A7A7A, Hair: 0x8E8E8E, Edge: 0xB4B4B4,
			Focus: 0x9CCBFF, Select: 0x17406F,
			Hit: 0x5A4A00, HitNow: 0xFFE04D, HitNowInk: 0x000000,
			Added: Family{Mark: 0x6CB1FF, Line: 0x6CB1FF, Tint: 0x00284F},
			Word:  Family{Mark: 0xFFE37F, Line: 0xFFE37F, Tint: 0x463700},
			Moved: Family{Mark: 0xF5D0FF, Line: 0xF5D0FF, Tint: 0x3E1E47},
			Cut:   Family{Mark: 0xFF8C5E, Line: 0xFF8C5E, Tint: 0x4F1E0C},
			Style: Family{Mark: 0xBDBDBD, Line: 0xBDBDBD, Tint: 0x2E2E2E},
			Hatch: 0x6E3420,
		},
	}
}
