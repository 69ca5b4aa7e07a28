package board

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// pools turn a scene into canvas objects, which are used again from frame to
// frame: a text changes its words, a sprite keeps its picture, so that its
// texture stays on the graphics card.
type pools struct {
	texts   []*canvas.Text
	rects   []*canvas.Rectangle
	lines   []*canvas.Line
	sprites map[sprite]*spritePool
	scale   float32
	objects []fyne.CanvasObject
	book    *fontBook
}

// spritePool is the objects that show one picture.
type spritePool struct {
	picture image.Image
	objects []*canvas.Image
	used    int
}

func newPools(book *fontBook) *pools {
	return &pools{sprites: map[sprite]*spritePool{}, scale: 1, book: book}
}

// maxSprites is how many different pictures are kept before those that are
// not on the screen are dropped.
const maxSprites = 600

// paint fills objects with the scene, back to front.
func (p *pools) paint(s *scene, scale float32) []fyne.CanvasObject {
	if scale != p.scale || len(p.sprites) > maxSprites {
		p.sprites, p.scale = map[sprite]*spritePool{}, scale
	}
	for _, pool := range p.sprites {
		pool.used = 0
	}
	p.objects = p.objects[:0]
	texts, rects, lines := 0, 0, 0
	for l := range s.layers {
		for i := range s.layers[l] {
			it := &s.layers[l][i]
			switch it.kind {
			case textItem:
				p.objects = append(p.objects, p.text(it, texts))
				texts++
			case rectItem:
				p.objects = append(p.objects, p.rect(it, rects))
				rects++
			case lineItem:
				p.objects = append(p.objects, p.line(it, lines))
				lines++
			case spriteItem:
				p.objects = append(p.objects, p.sprite(it))
			}
		}
	}
	return p.objects
}

func (p *pools) text(it *item, n int) fyne.CanvasObject {
	if n == len(p.texts) {
		p.texts = append(p.texts, &canvas.Text{})
	}
	t := p.texts[n]
	t.Text, t.Color, t.TextSize = it.text, it.fill, float32(it.font.size)
	t.FontSource = p.book.sources[it.font.face]
	t.TextStyle = fyne.TextStyle{Bold: it.font.face == sansBold, Italic: it.font.face == sansItalic || it.font.face == serifItalic}
	t.Move(fyne.NewPos(float32(it.x), float32(it.y-p.book.ascent(it.font))))
	return t
}

func (p *pools) rect(it *item, n int) fyne.CanvasObject {
	if n == len(p.rects) {
		p.rects = append(p.rects, &canvas.Rectangle{})
	}
	r := p.rects[n]
	r.FillColor, r.StrokeColor, r.StrokeWidth = color.Transparent, color.Transparent, 0
	if it.fill != none {
		r.FillColor = it.fill
	}
	if it.stroke != none {
		r.StrokeColor, r.StrokeWidth = it.stroke, float32(it.strokeW)
	}
	left, right := float32(it.radius), float32(it.radius)
	if it.flatLeft {
		left = 0
	}
	if it.flatRight {
		right = 0
	}
	r.TopLeftCornerRadius, r.BottomLeftCornerRadius = left, left
	r.TopRightCornerRadius, r.BottomRightCornerRadius = right, right
	r.Move(fyne.NewPos(float32(it.x), float32(it.y)))
	r.Resize(fyne.NewSize(float32(it.w), float32(it.h)))
	return r
}

func (p *pools) line(it *item, n int) fyne.CanvasObject {
	if n == len(p.lines) {
		p.lines = append(p.lines, &canvas.Line{})
	}
	l := p.lines[n]
	l.StrokeColor, l.StrokeWidth = it.fill, float32(it.strokeW)
	l.Position1 = fyne.NewPos(float32(it.x), float32(it.y))
	l.Position2 = fyne.NewPos(float32(it.x+it.w), float32(it.y+it.h))
	return l
}

func (p *pools) sprite(it *item) fyne.CanvasObject {
	pool := p.sprites[it.sprite]
	if pool == nil {
		pool = &spritePool{picture: it.sprite.draw(float64(p.scale))}
		p.sprites[it.sprite] = pool
	}
	if pool.used == len(pool.objects) {
		o := canvas.NewImageFromImage(pool.picture)
		o.FillMode, o.ScaleMode = canvas.ImageFillStretch, canvas.ImageScalePixels
		o.Resize(fyne.NewSize(float32(it.w), float32(it.h)))
		pool.objects = append(pool.objects, o)
	}
	o := pool.objects[pool.used]
	pool.used++
	o.Move(fyne.NewPos(float32(it.x), float32(it.y)))
	return o
}
