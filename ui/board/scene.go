package board

import (
	"fmt"
	"strings"

	"wirediff/diff/report"
)

// scene is what is to be painted, back to front by layer. It knows no
// toolkit, so tests can read it.
type scene struct{ layers [numLayers][]item }

type layer uint8

const (
	layerBand   layer = iota // current row, stubs
	layerTint                // boxes, hatches
	layerSpine               // spines, grounds of labels
	layerWord                // grounds of words
	layerSelect              // selection
	layerHit                 // search hits, which the selection must not cover: the current one is inverted
	layerLine                // underlines, dots, chips
	layerText
	layerOver // strikes, wedges, rings
	layerHead // ground of the header, which covers what scrolls below it
	layerHeadLine
	layerHeadText
	layerTop // scroll bar, marks of dragging
	numLayers
)

// none is the colour of what is not painted.
const none report.Colour = 0xFFFFFFFF

type itemKind uint8

const (
	rectItem itemKind = iota
	textItem
	spriteItem
	lineItem // from x,y to x+w,y+h, strokeW thick in fill
)

// item is one thing to paint. All lengths are whole pixels.
type item struct {
	kind       itemKind
	x, y, w, h int // text: y is the baseline, h unused
	fill       report.Colour
	stroke     report.Colour
	strokeW    int
	radius     int
	flatLeft   bool // square corners at the left: the box comes from the line above
	flatRight  bool
	text       string
	font       font
	sprite     sprite
}

func (s *scene) reset() {
	for i := range s.layers {
		s.layers[i] = s.layers[i][:0]
	}
}

func (s *scene) add(l layer, i item) { s.layers[l] = append(s.layers[l], i) }

// rect adds a filled rectangle; empty ones are left out.
func (s *scene) rect(l layer, x, y, w, h int, fill report.Colour) {
	if w > 0 && h > 0 {
		s.add(l, item{kind: rectItem, x: x, y: y, w: w, h: h, fill: fill, stroke: none})
	}
}

// round adds a filled rectangle with round corners.
func (s *scene) round(l layer, x, y, w, h, radius int, fill report.Colour) {
	s.add(l, item{kind: rectItem, x: x, y: y, w: w, h: h, fill: fill, stroke: none, radius: radius})
}

// outline adds the outline of a rectangle with round corners.
func (s *scene) outline(l layer, x, y, w, h, radius, thick int, fill, stroke report.Colour) {
	s.add(l, item{kind: rectItem, x: x, y: y, w: w, h: h, fill: fill, stroke: stroke, strokeW: thick, radius: radius})
}

// line adds a straight line.
func (s *scene) line(l layer, x1, y1, x2, y2, thick int, ink report.Colour) {
	s.add(l, item{kind: lineItem, x: x1, y: y1, w: x2 - x1, h: y2 - y1, strokeW: thick, fill: ink, stroke: none})
}

// print draws text, as it was measured: without what controls or hides other
// text. Words keep their bytes until here, so that offsets count in the body.
func (s *scene) print(l layer, x, baseline, w int, text string, f font, c report.Colour) {
	s.add(l, item{kind: textItem, x: x, y: baseline, w: w, text: report.Clean(text), font: f, fill: c, stroke: none})
}

func (s *scene) place(l layer, x, y int, p sprite) {
	if p.w > 0 && p.h > 0 {
		s.add(l, item{kind: spriteItem, x: x, y: y, w: p.w, h: p.h, sprite: p, fill: p.ink, stroke: none})
	}
}

// String lists the scene, one item a line, for tests and for people.
func (s *scene) String() string {
	var b strings.Builder
	for l := range s.layers {
		for _, i := range s.layers[l] {
			fmt.Fprintf(&b, "%-8s %s\n", layerNames()[l], i)
		}
	}
	return b.String()
}

func layerNames() [numLayers]string {
	return [numLayers]string{"band", "tint", "spine", "word", "select", "hit", "line", "text", "over", "head", "headline", "headtext", "top"}
}

// String prints an item as "kind x,y wxh colours".
func (i item) String() string {
	switch i.kind {
	case textItem:
		return fmt.Sprintf("text %d,%d w%d %s %d/%d %q", i.x, i.y, i.w, i.fill, i.font.face, i.font.size, i.text)
	case lineItem:
		return fmt.Sprintf("line %d,%d to %d,%d %s %d", i.x, i.y, i.x+i.w, i.y+i.h, i.fill, i.strokeW)
	case spriteItem:
		return fmt.Sprintf("%s %d,%d %dx%d %s", i.sprite.kind, i.x, i.y, i.w, i.h, i.fill)
	}
	s := fmt.Sprintf("rect %d,%d %dx%d", i.x, i.y, i.w, i.h)
	if i.fill != none {
		s += " " + i.fill.String()
	}
	if i.stroke != none {
		s += fmt.Sprintf(" outline %s %d", i.stroke, i.strokeW)
	}
	return s
}
