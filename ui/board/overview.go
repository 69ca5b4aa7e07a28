package board

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"wirediff/diff/report"
)

// Overview is the strip at the right of a board: one lane per column, one
// block per row, what is in view in a frame. A click, a drag or the wheel
// scrolls the board.
type Overview struct {
	widget.BaseWidget
	board *Board
	strip *stripRenderer
}

// NewOverview returns the overview of b.
func NewOverview(b *Board) *Overview {
	o := &Overview{board: b}
	o.ExtendBaseWidget(o)
	b.Watch(func() {
		if o.strip != nil {
			o.strip.update()
		}
	})
	return o
}

func (o *Overview) lanes() (lanes, bool) {
	if o.board.page == nil {
		return lanes{}, false
	}
	l := newLanes(o.board.page, int(o.Size().Height))
	if o.board.pair && len(l.page.Heads) == 2 {
		l.width = laneWide
	}
	return l, true
}

// to scrolls the board so that the row at y stands in the middle.
func (o *Overview) to(y float32) {
	if l, ok := o.lanes(); ok {
		o.board.centre(l.row(int(y)))
	}
}

// MouseDown is part of desktop.Mouseable.
func (o *Overview) MouseDown(e *desktop.MouseEvent) { o.to(e.Position.Y) }

// MouseUp is part of desktop.Mouseable.
func (o *Overview) MouseUp(*desktop.MouseEvent) {}

// Dragged is part of fyne.Draggable.
func (o *Overview) Dragged(e *fyne.DragEvent) { o.to(e.Position.Y) }

// DragEnd is part of fyne.Draggable.
func (o *Overview) DragEnd() {}

// Scrolled is part of fyne.Scrollable.
func (o *Overview) Scrolled(e *fyne.ScrollEvent) { o.board.Scrolled(e) }

// centre scrolls to a place between rows: 1.5 is the middle of row 1.
func (b *Board) centre(row float64) {
	if b.layout == nil || len(b.page.Rows) == 0 {
		return
	}
	row = min(max(row, 0), float64(len(b.page.Rows))-0.001)
	r := int(row)
	y := b.layout.tops[r] + round((row-float64(r))*float64(b.layout.tops[r+1]-b.layout.tops[r]))
	b.scrollTo(y - b.bodyHeight()/2)
	b.redraw()
}

// inView returns the places between rows at which the view begins and ends.
func (b *Board) inView() (from, to float64) {
	if b.layout == nil || len(b.page.Rows) == 0 {
		return 0, 0
	}
	for _, p := range b.panes {
		if p.body != nil && p.Visible() {
			return p.rowsInView()
		}
	}
	at := func(y int) float64 {
		r := b.layout.rowAt(y)
		h := b.layout.tops[r+1] - b.layout.tops[r]
		return min(float64(len(b.page.Rows)), float64(r)+float64(y-b.layout.tops[r])/float64(max(1, h)))
	}
	return at(b.scroll), at(b.scroll + b.bodyHeight())
}

// CreateRenderer is part of fyne.Widget.
func (o *Overview) CreateRenderer() fyne.WidgetRenderer {
	o.strip = &stripRenderer{overview: o, ground: canvas.NewRectangle(nil), edge: canvas.NewRectangle(nil),
		picture: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScalePixels}, frame: canvas.NewRectangle(nil)}
	return o.strip
}

// stripRenderer shows the overview. The lanes are one picture, painted anew
// only when page, look, height or hits change; the frame just moves.
type stripRenderer struct {
	overview *Overview
	ground   *canvas.Rectangle
	edge     *canvas.Rectangle
	picture  *canvas.Image
	frame    *canvas.Rectangle
	letters  []*canvas.Text
	ticks    []*canvas.Rectangle
	painted  laneState
	ticked   tickState
}

// laneState is what the picture of the lanes depends on.
type laneState struct {
	page   *report.Page
	colors report.Palette
	height int
	scale  float32
	wide   bool
}

// tickState is what the ticks of search hits depend on.
type tickState struct {
	lanes laneState
	hits  *Hit
	count int
	now   int
}

func (r *stripRenderer) update() {
	b := r.overview.board
	p := &b.look.Palette
	r.ground.FillColor, r.edge.FillColor = p.Paper, p.Rule
	l, ok := r.overview.lanes()
	if !ok {
		r.picture.Hide()
		r.frame.Hide()
		r.letters, r.ticks, r.painted, r.ticked = nil, nil, laneState{}, tickState{}
		canvas.Refresh(r.ground)
		return
	}
	r.picture.Show()
	r.frame.Show()
	if s := r.state(l); s != r.painted {
		r.painted = s
		r.paint(l, p)
	}
	if s := r.tickState(); s != r.ticked {
		r.ticked = s
		r.tick(l, p)
	}
	from, to := b.inView()
	y := l.y(from)
	r.frame.FillColor, r.frame.StrokeColor, r.frame.StrokeWidth, r.frame.CornerRadius = color.Transparent, p.Ink, 2, 3
	r.frame.Move(fyne.NewPos(3, float32(y-2)))
	r.frame.Resize(fyne.NewSize(float32(l.total()-6), float32(max(8, l.y(to)-y+2))))
	canvas.Refresh(r.ground)
}

func (r *stripRenderer) state(l lanes) laneState {
	b := r.overview.board
	s := laneState{page: b.page, colors: b.look.Palette, height: int(r.overview.Size().Height), scale: 1, wide: l.width == laneWide}
	if c := fyne.CurrentApp().Driver().CanvasForObject(r.overview); c != nil {
		s.scale = c.Scale()
	}
	return s
}

func (r *stripRenderer) tickState() tickState {
	find := &r.overview.board.find
	s := tickState{lanes: r.painted, count: len(find.hits), now: find.now}
	if s.count > 0 {
		s.hits = &find.hits[0]
	}
	return s
}

// paint draws lanes and letters anew.
func (r *stripRenderer) paint(l lanes, p *report.Palette) {
	r.picture.Image = l.draw(p, float64(r.painted.scale))
	r.picture.Resize(fyne.NewSize(float32(l.total()), float32(r.painted.height)))
	r.picture.Refresh()
	r.letters = r.letters[:0]
	for h := range l.page.Heads {
		t := canvas.NewText(l.page.Heads[h].Letter, p.Muted)
		t.TextSize, t.TextStyle.Bold = 10, true
		t.Move(fyne.NewPos(float32(l.x(h))+float32(round(float64(float32(l.width)-t.MinSize().Width)/2)), 3))
		r.letters = append(r.letters, t)
	}
}

// tick draws a tick beside the lanes for every search hit, a longer one for
// the current hit.
func (r *stripRenderer) tick(l lanes, p *report.Palette) {
	r.ticks = r.ticks[:0]
	last := -10
	for i, hit := range r.overview.board.find.hits {
		y := l.y(float64(hit.Row) + 0.5)
		now := i == r.overview.board.find.now
		if y-last < 2 && !now {
			continue
		}
		last = y
		tick := canvas.NewRectangle(p.Edge)
		w, x := float32(4), float32(l.total()-6)
		if now {
			tick.FillColor, w, x = p.Ink, 7, float32(l.total()-8)
		}
		tick.Move(fyne.NewPos(x, float32(y)))
		tick.Resize(fyne.NewSize(w, 2))
		r.ticks = append(r.ticks, tick)
	}
}

// Layout is part of fyne.WidgetRenderer.
func (r *stripRenderer) Layout(size fyne.Size) {
	if r.ground.Size() == size {
		return
	}
	r.ground.Resize(size)
	r.edge.Resize(fyne.NewSize(1, size.Height))
	r.update()
}

// MinSize is part of fyne.WidgetRenderer.
func (r *stripRenderer) MinSize() fyne.Size {
	if l, ok := r.overview.lanes(); ok {
		return fyne.NewSize(float32(l.total()), 60)
	}
	return fyne.NewSize(laneLeft+laneRight, 60)
}

// Refresh is part of fyne.WidgetRenderer.
func (r *stripRenderer) Refresh() { canvas.Refresh(r.ground) }

// Objects is part of fyne.WidgetRenderer.
func (r *stripRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.ground, r.edge, r.picture}
	for _, t := range r.letters {
		out = append(out, t)
	}
	for _, t := range r.ticks {
		out = append(out, t)
	}
	return append(out, r.frame)
}

// Destroy is part of fyne.WidgetRenderer.
func (r *stripRenderer) Destroy() {}
