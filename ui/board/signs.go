package board

import (
	"image"
	"image/color"
	"math"

	"wirediff/diff/report"
)

// sign is a mark that is drawn, never typed.
type sign uint8

const (
	signKept sign = iota
	signStyle
	signReworded
	signRecast
	signRelated
	signUnsure
	signHand
	signFurniture
	signUp
	signDown
	signSplit
	signMerged
	signAdded
	signCut
	signFlag
	signNote
	numSigns
)

// stroke is a line on the grid of 12 by 12 on which signs are designed, or a
// dot where both ends are one point.
type stroke struct{ x1, y1, x2, y2, w float64 }

// strokes returns the strokes of a sign.
func (s sign) strokes() []stroke {
	const w, bold = 1.5, 2
	path := func(w float64, p ...float64) []stroke {
		var out []stroke
		for i := 0; i+3 < len(p); i += 2 {
			out = append(out, stroke{p[i], p[i+1], p[i+2], p[i+3], w})
		}
		return out
	}
	join := func(a ...[]stroke) (out []stroke) {
		for _, x := range a {
			out = append(out, x...)
		}
		return out
	}
	dot := func(x, y, r float64) []stroke { return []stroke{{x, y, x, y, 2 * r}} }
	wave := func(dy float64) []stroke {
		return path(w, 1, 8.2+dy, 3.9, 4.6+dy, 6.9, 8.2+dy, 9.8, 4.6+dy, 11, 6.1+dy)
	}
	switch s {
	case signKept:
		return join(path(w, 2, 4.6, 10, 4.6), path(w, 2, 7.9, 10, 7.9))
	case signStyle:
		return join(dot(2.2, 8.6, 1.15), dot(6, 8.6, 1.15), dot(9.8, 8.6, 1.15))
	case signReworded:
		return wave(0)
	case signRecast:
		return join(wave(-2), wave(2.4))
	case signRelated:
		return join(ring(2.6, 6, 1.8), ring(9.4, 6, 1.8), path(w, 4.8, 6, 7.2, 6))
	case signUnsure:
		return join(path(w, 3.6, 3.7, 4.4, 2.3, 6, 1.7, 7.7, 2.4, 8.2, 3.8, 7.4, 5.2, 6.1, 6.2, 6, 7.6), dot(6, 10.2, 0.95))
	case signHand:
		return join(path(2.2, 6, 4, 8, 6, 6, 8, 4, 6, 6, 4), dot(6, 6, 1.5))
	case signNote: // a slip of paper, its corner turned up
		return join(path(w, 9.8, 7.6, 9.8, 1.6, 2.2, 1.6, 2.2, 10.4, 7, 10.4, 9.8, 7.6), path(w, 9.8, 7.6, 7, 7.6, 7, 10.4))
	case signFurniture:
		return path(w, 2, 2.5, 10, 2.5, 10, 9.5, 2, 9.5, 2, 2.5)
	case signUp:
		return join(path(w, 6, 11, 6, 1.6), path(w, 2.5, 5.2, 6, 1.6, 9.5, 5.2))
	case signDown:
		return join(path(w, 6, 1, 6, 10.4), path(w, 2.5, 6.8, 6, 10.4, 9.5, 6.8))
	case signSplit:
		return join(path(w, 1, 6, 4.6, 6), path(w, 10.6, 2, 4.6, 6, 10.6, 10))
	case signMerged:
		return join(path(w, 11, 6, 7.4, 6), path(w, 1.4, 2, 7.4, 6, 1.4, 10))
	case signAdded:
		return join(path(bold, 6, 1.4, 6, 10.6), path(bold, 1.4, 6, 10.6, 6))
	case signCut:
		return path(bold, 1.4, 6, 10.6, 6)
	case signFlag:
		return join(path(w, 2.6, 1.4, 2.6, 11), path(w, 2.6, 2, 10, 4.4, 2.6, 6.8))
	}
	return nil
}

// ring is a circle of eight strokes.
func ring(x, y, r float64) []stroke {
	var out []stroke
	for i := range 8 {
		a, b := float64(i)*math.Pi/4, float64(i+1)*math.Pi/4
		out = append(out, stroke{x + r*math.Cos(a), y + r*math.Sin(a), x + r*math.Cos(b), y + r*math.Sin(b), 1.2})
	}
	return out
}

// drawStrokes paints strokes with round ends, scaled by k, anti-aliased by
// the distance of each pixel's middle from the nearest stroke.
func drawStrokes(img *image.NRGBA, strokes []stroke, k float64, c report.Colour) {
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			cover := 0.0
			for _, s := range strokes {
				d := s.distance((float64(x)+0.5)/k, (float64(y)+0.5)/k)
				cover = max(cover, min(1, (s.w/2-d)*k+0.5))
			}
			if cover > 0 {
				img.SetNRGBA(x, y, withAlpha(c, cover))
			}
		}
	}
}

func (s stroke) distance(x, y float64) float64 {
	dx, dy := s.x2-s.x1, s.y2-s.y1
	t := 0.0
	if n := dx*dx + dy*dy; n > 0 {
		t = min(1, max(0, ((x-s.x1)*dx+(y-s.y1)*dy)/n))
	}
	return math.Hypot(x-s.x1-t*dx, y-s.y1-t*dy)
}

func withAlpha(c report.Colour, a float64) color.NRGBA {
	return color.NRGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), uint8(a*255 + 0.5)}
}
