package board

import (
	"image"
	"math"

	"wirediff/diff/report"
)

// sprite names a small picture: equal sprites are equal pictures, so they
// are drawn once and shared.
type sprite struct {
	kind spriteKind
	sign sign
	w, h int // pixels at scale 1
	u    int
	ink  report.Colour
}

type spriteKind uint8

const (
	signSprite  spriteKind = iota
	hatchSprite            // 45 degrees, lines of 1.5 u every 6 u; tiles at multiples of hatchPeriod
	dotsSprite             // a line of dots of 2 u with gaps of 2 u
	dashAcross             // a line across, 3 u on, 3 u off
	dashDown               // a line down, 3 u on, 3 u off
	dashBox                // an outline of dashes with round corners
	wedgeSprite            // a triangle, tip up
)

// String returns the word used in scenes.
func (k spriteKind) String() string {
	return [...]string{"sign", "hatch", "dots", "dashes", "dashes", "dashbox", "wedge"}[k]
}

// hatchPeriod is the distance of hatch lines along either axis, in u: lines
// of 1.5 u with 5.6 u of paper between them, square to the lines.
const hatchPeriod = 10

// draw paints a sprite at a scale of the canvas.
func (p sprite) draw(scale float64) image.Image {
	w, h := round(float64(p.w)*scale), round(float64(p.h)*scale)
	img := image.NewNRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	u := float64(p.u) * scale
	switch p.kind {
	case signSprite:
		drawStrokes(img, p.sign.strokes(), float64(w)/12, p.ink)
	case hatchSprite:
		fill(img, p.ink, func(x, y float64) float64 {
			d := math.Mod(x+y, hatchPeriod*u) - hatchPeriod*u/2
			return (0.75*u-math.Abs(d)/math.Sqrt2)/1 + 0.5
		})
	case dotsSprite:
		fill(img, p.ink, func(x, y float64) float64 {
			dx := math.Mod(x, 4*u) - u
			return u - math.Hypot(dx, y-float64(h)/2) + 0.5
		})
	case dashAcross:
		fill(img, p.ink, func(x, _ float64) float64 { return dash(x, u) })
	case dashDown:
		fill(img, p.ink, func(_, y float64) float64 { return dash(y, u) })
	case dashBox:
		drawDashBox(img, p.ink, u, scale*float64(p.u)*4)
	case wedgeSprite:
		fill(img, p.ink, func(x, y float64) float64 {
			return (y*float64(w)/float64(h)/2 - math.Abs(x-float64(w)/2)) * 0.75
		})
	}
	return img
}

func dash(at, u float64) float64 {
	if math.Mod(at, 6*u) < 3*u {
		return 1
	}
	return 0
}

// fill sets every pixel's opacity by a function of its middle.
func fill(img *image.NRGBA, c report.Colour, cover func(x, y float64) float64) {
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if a := min(1, cover(float64(x)+0.5, float64(y)+0.5)); a > 0 {
				img.SetNRGBA(x, y, withAlpha(c, a))
			}
		}
	}
}

// drawDashBox draws a dashed outline of one u with corners of radius r.
func drawDashBox(img *image.NRGBA, c report.Colour, u, r float64) {
	w, h := float64(img.Bounds().Dx()), float64(img.Bounds().Dy())
	fill(img, c, func(x, y float64) float64 {
		// distance from the inside of the rounded rectangle's edge
		qx, qy := math.Abs(x-w/2)-(w/2-r), math.Abs(y-h/2)-(h/2-r)
		d := math.Hypot(max(qx, 0), max(qy, 0)) + min(max(qx, qy), 0) - r
		on := min(1, d+u+0.5) * min(1, 0.5-d)
		along := x
		if qx > qy {
			along = y
		}
		return min(on, 1) * dash(along, u)
	})
}
