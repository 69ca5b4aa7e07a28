package board

import (
	"fmt"
	"image"
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"wirediff/diff/report"
)

// everyPalette calls f with each of the three palettes, light and dark.
func everyPalette(t *testing.T, f func(t *testing.T, l Look)) {
	for s := range report.NumScheme {
		for _, dark := range []bool{false, true} {
			l := DefaultLook(dark)
			l.Palette = report.Colours(s, dark)
			t.Run(fmt.Sprintf("%s dark=%v", s, dark), func(t *testing.T) { f(t, l) })
		}
	}
}

// busyScenes are scenes of all views with focus, hits and a selection.
func busyScenes(t *testing.T, l Look) map[string]*scene {
	out := map[string]*scene{}
	busy := func(name string, b *Board, s *scene) {
		b.FocusCell(report.Place{Row: 3, Col: 1})
		b.SetFind(Query{Text: "the"})
		b.NextHit()
		b.SelectColumn(1)
		copied := *s
		for i := range copied.layers {
			copied.layers[i] = slices.Clone(s.layers[i])
		}
		out[name] = &copied
	}
	b := shown(t, ferry(), l, 1300, 1500)
	b.FocusCell(report.Place{Row: 3, Col: 2})
	columns := b.scene
	for i := range columns.layers {
		columns.layers[i] = slices.Clone(b.scene.layers[i])
	}
	out["columns"] = &columns
	b = shown(t, quayPage(t), l, 1300, 900)
	busy("columns with hits", b, &b.scene)
	b = shown(t, quayPage(t, 0, 1), l, 1300, 900)
	b.SetPair(true)
	busy("pair", b, &b.scene)
	for _, v := range allViews() {
		page := v.page(t)
		var p *pane
		b, _ := beside(t, page, l, 1300, 900, func(b *Board) fyne.CanvasObject {
			o, inner := v.make(b)
			p = inner
			return o
		})
		busy(v.name, b, &p.scene)
	}
	return out
}

// groundAt returns the colour under a point of a layer, as it was painted up
// to there, and whether a hatch lies on it.
func (s *scene) groundAt(at layer, upTo, x, y int, paper report.Colour) (ground report.Colour, hatched bool) {
	ground = paper
	for l := range at + 1 {
		for k, i := range s.layers[l] {
			if l == at && k >= upTo {
				break
			}
			if x < i.x || x >= i.x+i.w || y < i.y || y >= i.y+i.h {
				continue
			}
			switch {
			case i.kind == rectItem && i.fill != none && i.h > 6:
				ground, hatched = i.fill, false
			case i.kind == spriteItem && i.sprite.kind == hatchSprite:
				hatched = true
			}
		}
	}
	return ground, hatched
}

// 2: every text of every view stands out from what lies under it, and no
// label lies on bare hatch.
func TestTextStandsOut(t *testing.T) {
	everyPalette(t, func(t *testing.T, l Look) {
		for name, s := range busyScenes(t, l) {
			seen := 0
			for at := range s.layers {
				for k, i := range s.layers[at] {
					if i.kind != textItem || strings.TrimSpace(i.text) == "" {
						continue
					}
					for _, x := range []int{i.x + i.w/4, i.x + i.w/2, i.x + 3*i.w/4} {
						ground, hatched := s.groundAt(layer(at), k, x, i.y-int(i.font.size)/4, l.Palette.Paper)
						if c := contrastOf(i.fill, ground); c < 4.5 {
							t.Errorf("%s: %q in %s on %s: %.1f", name, i.text, i.fill, ground, c)
						}
						if hatched {
							t.Errorf("%s: %q lies on bare hatch", name, i.text)
						}
					}
					seen++
				}
			}
			if seen < 30 {
				t.Errorf("%s: only %d texts", name, seen)
			}
		}
	})
}

// contrastOf is that of WCAG 2.
func contrastOf(a, b report.Colour) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c report.Colour) float64 {
	line := func(v report.Colour) float64 {
		f := float64(v&0xFF) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*line(c>>16) + 0.7152*line(c>>8) + 0.0722*line(c)
}

// 4: kept text and house style are quieter than text that changed.
func TestKeptIsQuieterThanChange(t *testing.T) {
	everyPalette(t, func(t *testing.T, l Look) {
		loud := map[string]float64{}
		for name, c := range greyCases() {
			_, s := drawn(oneCell(c), l, grid{}, 800, nil)
			for _, i := range s.layers[layerText] {
				if i.text == "swung" && i.x > 400 {
					loud[name] = contrastOf(i.fill, l.Palette.Paper)
				}
			}
		}
		for _, quiet := range []string{"kept", "style", "ghost"} {
			for _, changed := range []string{"reworded", "recast", "moved", "added", "split", "merged"} {
				if loud[quiet] == 0 || loud[quiet] >= loud[changed] {
					t.Errorf("%s is at %.1f, %s at %.1f", quiet, loud[quiet], changed, loud[changed])
				}
			}
		}
	})
}

// Spines, underlines and strikes are on the screen in the colour that the
// scene gives them, in every palette.
func TestPixelsOfMarks(t *testing.T) {
	everyPalette(t, func(t *testing.T, l Look) {
		kinds := map[report.Colour]int{}
		for _, p := range []*report.Page{ferry(), pairPage(t, 3)} {
			b := shown(t, p, l, 1280, 1400)
			b.SetPair(true)
			b.FocusCell(report.Place{Row: 3, Col: 1})
			countSeen(t, b, kinds)
		}
		for _, c := range []report.Colour{l.Palette.Word.Line, l.Palette.Added.Line, l.Palette.Cut.Mark} {
			if kinds[c] == 0 {
				t.Errorf("no mark in %s", c)
			}
		}
	})
}

// countSeen counts the marks of a board by colour; each must be seen.
func countSeen(t *testing.T, b *Board, kinds map[report.Colour]int) {
	img := fyne.CurrentApp().Driver().CanvasForObject(b).Capture()
	for _, at := range []layer{layerSpine, layerLine, layerOver} {
		for _, i := range b.scene.layers[at] {
			if i.kind == rectItem && i.fill != none && i.radius == 0 && i.y > b.layout.headHeight() && i.y+i.h < 1390 {
				if !showsColour(img, i) {
					t.Errorf("%s is not seen", i)
				}
				kinds[i.fill]++
			}
		}
	}
}

// showsColour reports whether some pixel of an item has its colour; letters
// may stand over the others.
func showsColour(img image.Image, i item) bool {
	for x := i.x; x < i.x+i.w; x++ {
		if same(img.At(x, i.y+i.h/2), i.fill) {
			return true
		}
	}
	return false
}
