package board

import (
	"image"
	"image/color"
	"image/draw"

	"wirediff/diff"
	"wirediff/diff/report"
)

// laneShape is how a cell looks in the overview: shapes differ first, so
// that it reads in grey.
type laneShape uint8

const (
	laneEmpty   laneShape = iota
	laneKept              // full, rule
	laneBase              // full, hair
	laneRelated           // full, grey
	laneWord              // left half, over kept
	laneRecast            // left half in two pieces, over kept
	laneShaped            // upper half, over kept: split, merged
	laneGhost             // dashed outline
	laneCut               // a dash
	laneMoved             // full, with a chevron
	laneAdded             // full
)

// laneOf returns the shape of a cell; where several rows fall on one pixel,
// the greatest shape is seen.
func laneOf(row *report.Row, cell *report.Cell) laneShape {
	switch {
	case row.Kind != report.TextRow:
		return laneEmpty
	case cell.Ghost:
		return laneGhost
	case cell.Verdict.Moved:
		return laneMoved
	case cell.Related != "":
		return laneRelated
	}
	switch cell.Verdict.Status {
	case diff.IsBase:
		return laneBase
	case diff.Kept, diff.Style, diff.SameInAll:
		return laneKept
	case diff.Reworded, diff.Varies:
		return laneWord
	case diff.Recast:
		return laneRecast
	case diff.Split, diff.Merged:
		return laneShaped
	case diff.Added, diff.OnlyHere:
		return laneAdded
	case diff.Cut, diff.NotHere:
		return laneCut
	}
	return laneEmpty
}

// Lengths of the overview in pixels; it is not zoomed.
const (
	laneWidth  = 8
	laneWide   = 14 // in a pair
	laneNarrow = 5  // from laneMany columns on
	laneMany   = 9
	laneGap    = 3
	laneLeft   = 8
	laneRight  = 9
	laneTop    = 20 // below the letters
	laneBottom = 6
	laneRow    = 24 // a row is no higher, so that a short page reads like a long one
)

// lanes is the geometry of an overview.
type lanes struct {
	page   *report.Page
	width  int // of one lane
	strip  int // height of the strip
	height int // of all rows
}

func newLanes(p *report.Page, height int) lanes {
	w := laneWidth
	if len(p.Heads) >= laneMany {
		w = laneNarrow
	}
	return lanes{page: p, width: w, strip: height, height: max(0, min(height-laneTop-laneBottom, laneRow*len(p.Rows)))}
}

func (l lanes) x(head int) int { return laneLeft + head*(l.width+laneGap) }

// total returns the width of the whole strip.
func (l lanes) total() int {
	return laneLeft + len(l.page.Heads)*(l.width+laneGap) - laneGap + laneRight
}

// y returns where a place between rows stands: 1.5 is the middle of row 1.
func (l lanes) y(row float64) int {
	if len(l.page.Rows) == 0 {
		return laneTop
	}
	return laneTop + round(row*float64(l.height)/float64(len(l.page.Rows)))
}

// row returns the place between rows at y.
func (l lanes) row(y int) float64 {
	if l.height == 0 {
		return 0
	}
	return float64(len(l.page.Rows)) * float64(y-laneTop) / float64(l.height)
}

// draw paints all lanes, k pixels of the picture to one of the strip.
// Linear in the cells and the pixels.
func (l lanes) draw(p *report.Palette, k float64) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, max(1, round(k*float64(l.total()))), max(1, round(k*float64(l.strip)))))
	for h := range l.page.Heads {
		for r := 0; r < len(l.page.Rows); {
			y := l.y(float64(r))
			shape, up, next := l.shapeAt(r, h, y)
			bottom := l.y(float64(next))
			l.block(laneCanvas{img, k, p}, shape, up, l.x(h), y, max(1, bottom-y-gapOf(bottom-y)))
			r = next
		}
	}
	return img
}

// gapOf is the paper between blocks of a given pitch.
func gapOf(pitch int) int {
	switch {
	case pitch >= 8:
		return 2
	case pitch >= 4:
		return 1
	}
	return 0
}

// shapeAt returns the greatest shape of the rows that begin at pixel y, from
// row r on, and the first row below them.
func (l lanes) shapeAt(r, h, y int) (shape laneShape, up bool, next int) {
	for next = r; next < len(l.page.Rows) && (next == r || l.y(float64(next)) == y); next++ {
		row := &l.page.Rows[next]
		if s := laneOf(row, &row.Cells[h]); s > shape {
			shape = s
			up = row.Cells[h].Chip != nil && row.Cells[h].Chip.Up
		}
	}
	return shape, up, next
}

// laneCanvas paints on a scaled picture.
type laneCanvas struct {
	img *image.NRGBA
	k   float64
	p   *report.Palette
}

func (c laneCanvas) rect(x, y, w, h int, ink color.Color) {
	s := func(n int) int { return round(c.k * float64(n)) }
	draw.Draw(c.img, image.Rect(s(x), s(y), s(x+w), s(y+h)), image.NewUniform(ink), image.Point{}, draw.Src)
}

// block paints one shape.
func (l lanes) block(c laneCanvas, shape laneShape, up bool, x, y, h int) {
	w, p := l.width, c.p
	half := (w + 1) / 2
	switch shape {
	case laneKept:
		c.rect(x, y, w, h, p.Rule)
	case laneBase:
		c.rect(x, y, w, h, p.Hair)
	case laneRelated:
		c.rect(x, y, w, h, p.Style.Line)
	case laneWord:
		c.rect(x, y, w, h, p.Rule)
		c.rect(x, y, half, h, p.Word.Line)
	case laneRecast:
		c.rect(x, y, w, h, p.Rule)
		c.rect(x, y, half, (h-2)/2, p.Word.Line)
		c.rect(x, y+h-(h-2)/2, half, (h-2)/2, p.Word.Line)
	case laneShaped:
		c.rect(x, y, w, h, p.Rule)
		c.rect(x, y, w, (h+1)/2, p.Moved.Line)
	case laneAdded:
		c.rect(x, y, w, h, p.Added.Line)
	case laneCut:
		c.rect(x, y+h/2, w, 2, p.Cut.Line)
	case laneMoved:
		c.rect(x, y, w, h, p.Moved.Line)
		l.chevron(c, up, x, y, h)
	case laneGhost:
		l.dashes(c, x, y, h)
	}
}

// chevron marks a moved block, on blocks that have room for it.
func (l lanes) chevron(c laneCanvas, up bool, x, y, h int) {
	if h < 7 {
		return
	}
	mid := y + h/2
	for i := range (l.width - 2) / 2 {
		at := mid - 2 + i
		if !up {
			at = mid + 1 - i
		}
		left := x + (l.width-2)/2 - i
		c.rect(left, at, 1, 2, c.p.Paper)
		c.rect(x+l.width-1-(left-x), at, 1, 2, c.p.Paper)
	}
}

func (l lanes) dashes(c laneCanvas, x, y, h int) {
	for i := 0; i < l.width; i += 4 {
		c.rect(x+i, y, min(2, l.width-i), 1, c.p.Moved.Line)
		c.rect(x+i, y+h-1, min(2, l.width-i), 1, c.p.Moved.Line)
	}
	for i := 0; i < h; i += 4 {
		c.rect(x, y+i, 1, min(2, h-i), c.p.Moved.Line)
		c.rect(x+l.width-1, y+i, 1, min(2, h-i), c.p.Moved.Line)
	}
}
