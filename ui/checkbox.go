package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"wirediff/ui/board"
)

// checkSide is how large a check box is, in pixels at scale 1.
const checkSide = 15

// checkBox is the drawn box before a choice of several: filled with a tick
// where it holds, an outline where not. The press around it takes keys and
// clicks.
type checkBox struct {
	widget.BaseWidget
	on bool
}

func newCheckBox() *checkBox {
	c := &checkBox{}
	c.ExtendBaseWidget(c)
	return c
}

// turn says whether the choice holds.
func (c *checkBox) turn(on bool) {
	if c.on != on {
		c.on = on
		c.Refresh()
	}
}

// CreateRenderer is part of fyne.Widget.
func (c *checkBox) CreateRenderer() fyne.WidgetRenderer {
	r := &checkRenderer{c: c, box: canvas.NewRectangle(nil), down: canvas.NewLine(nil), up: canvas.NewLine(nil)}
	r.box.CornerRadius, r.box.StrokeWidth = 3, 1.5
	r.down.StrokeWidth, r.up.StrokeWidth = 2, 2
	r.Refresh()
	return r
}

type checkRenderer struct {
	c        *checkBox
	box      *canvas.Rectangle
	down, up *canvas.Line
}

func (r *checkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.down, r.up}
}
func (r *checkRenderer) Destroy()           {}
func (r *checkRenderer) MinSize() fyne.Size { return fyne.NewSize(checkSide, checkSide) }

// Layout is part of fyne.WidgetRenderer.
func (r *checkRenderer) Layout(fyne.Size) {
	r.box.Resize(fyne.NewSize(checkSide, checkSide))
	low := fyne.NewPos(6.5, 11)
	r.down.Position1, r.down.Position2 = fyne.NewPos(3.5, 8), low
	r.up.Position1, r.up.Position2 = low, fyne.NewPos(11.5, 4.5)
}

// Refresh is part of fyne.WidgetRenderer.
func (r *checkRenderer) Refresh() {
	paper := colour(r.c, board.ColorPaper)
	r.box.FillColor, r.box.StrokeColor = color.Transparent, colour(r.c, board.ColorEdge)
	if r.c.on {
		r.box.FillColor, r.box.StrokeColor = colour(r.c, board.ColorFocus), colour(r.c, board.ColorFocus)
	}
	for _, l := range []*canvas.Line{r.down, r.up} {
		l.StrokeColor, l.Hidden = paper, !r.c.on
	}
	canvas.Refresh(r.c)
}
