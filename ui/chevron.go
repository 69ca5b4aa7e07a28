package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"wirediff/ui/board"
)

// chevron points up or down. A plain arrow would mean "moved" and nothing else.
type chevron struct {
	widget.BaseWidget
	down float32 // +1 down, -1 up
}

func newChevron(down float32) *chevron {
	c := &chevron{down: down}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is part of fyne.Widget.
func (c *chevron) CreateRenderer() fyne.WidgetRenderer {
	r := &chevronRenderer{c: c, a: canvas.NewLine(nil), b: canvas.NewLine(nil)}
	r.a.StrokeWidth, r.b.StrokeWidth = 2, 2
	r.Refresh()
	return r
}

type chevronRenderer struct {
	c    *chevron
	a, b *canvas.Line
}

func (r *chevronRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.a, r.b} }
func (r *chevronRenderer) Destroy()                     {}
func (r *chevronRenderer) MinSize() fyne.Size           { return fyne.NewSize(10, 10) }

func (r *chevronRenderer) Layout(s fyne.Size) {
	tip := fyne.NewPos(s.Width/2, s.Height/2+r.c.down*2.5)
	side := s.Height/2 - r.c.down*2.5
	r.a.Position1, r.a.Position2 = fyne.NewPos(0, side), tip
	r.b.Position1, r.b.Position2 = tip, fyne.NewPos(s.Width, side)
}

func (r *chevronRenderer) Refresh() {
	ink := colour(r.c, board.ColorInk)
	r.a.StrokeColor, r.b.StrokeColor = ink, ink
	canvas.Refresh(r.c)
}
