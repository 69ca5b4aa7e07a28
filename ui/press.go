package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"wirediff/ui/board"
)

// face is how a press looks.
type face uint8

const (
	faceTool    face = iota // paper with an outline
	facePrimary             // the one button to press first
	facePlain               // words only
)

// Measures of a press, in pixels at scale 1.
const (
	pressHeight  = 30
	pressPad     = 11 // left and right of the words
	pressGap     = 8  // between mark, words, hint and chevron
	pressRadius  = 4
	chevronSize  = 8
	plainPad     = 6
	hintTextSize = 11
)

// press is everything in the window that can be pressed: tool bar buttons,
// choices, counts, links. It takes the focus, shows it as a ring, and is
// pressed by mouse, Enter or Space. The toolkit's own button has neither an
// outline nor room for a drawn mark, a key and a chevron.
type press struct {
	widget.BaseWidget
	face      face
	icon      fyne.CanvasObject // drawn before the words; nil for none
	text      string
	bold      string // set before text in bold: the figure of a count
	hint      string // key, muted, after the words
	chevron   bool   // opens a menu
	ink       fyne.ThemeColorName
	size      float32 // of the words; 0: as the interface
	on        bool    // a switch that is on: inverted
	off       bool    // cannot be pressed now
	underline bool    // a link
	tall      float32 // added to the usual height
	action    func()
	keys      func(*fyne.KeyEvent) bool // asked first for every key

	focused, hovered bool
}

// newPress returns a press that says words and does action.
func newPress(f face, words string, action func()) *press {
	p := &press{face: f, text: words, action: action, ink: board.ColorInk}
	p.ExtendBaseWidget(p)
	return p
}

// say sets the words and redraws only when they differ.
func (p *press) say(words string) {
	if p.text != words {
		p.text = words
		p.Refresh()
	}
}

// enable says whether the press can be pressed.
func (p *press) enable(can bool) {
	if p.off == can {
		p.off = !can
		p.Refresh()
	}
}

// turn says whether the press is on.
func (p *press) turn(on bool) {
	if p.on != on {
		p.on = on
		p.Refresh()
	}
}

func (p *press) run() {
	if !p.off && p.action != nil {
		p.action()
	}
}

// Tapped is part of fyne.Tappable.
func (p *press) Tapped(*fyne.PointEvent) { p.run() }

// TypedKey is part of fyne.Focusable.
func (p *press) TypedKey(e *fyne.KeyEvent) {
	if p.keys != nil && p.keys(e) {
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.run()
	}
}

// TypedRune is part of fyne.Focusable.
func (p *press) TypedRune(rune) {}

// FocusGained is part of fyne.Focusable.
func (p *press) FocusGained() { p.focused = true; p.Refresh() }

// FocusLost is part of fyne.Focusable.
func (p *press) FocusLost() { p.focused = false; p.Refresh() }

// MouseIn is part of desktop.Hoverable.
func (p *press) MouseIn(*desktop.MouseEvent) { p.hovered = true; p.Refresh() }

// MouseMoved is part of desktop.Hoverable.
func (p *press) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (p *press) MouseOut() { p.hovered = false; p.Refresh() }

// Cursor is part of desktop.Cursorable.
func (p *press) Cursor() desktop.Cursor {
	if p.off {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// CreateRenderer is part of fyne.Widget.
func (p *press) CreateRenderer() fyne.WidgetRenderer {
	r := &pressRenderer{p: p, ground: &canvas.Rectangle{}, ring: &canvas.Rectangle{}, line: &canvas.Rectangle{},
		bold: canvas.NewText("", nil), words: canvas.NewText("", nil), hint: canvas.NewText("", nil)}
	r.bold.TextStyle.Bold = true
	for i := range r.chevron {
		r.chevron[i] = canvas.NewLine(nil)
		r.chevron[i].StrokeWidth = 1.5
	}
	r.Refresh()
	return r
}

type pressRenderer struct {
	p                  *press
	ground, ring, line *canvas.Rectangle
	bold, words, hint  *canvas.Text
	chevron            [2]*canvas.Line
}

// Objects is part of fyne.WidgetRenderer.
func (r *pressRenderer) Objects() []fyne.CanvasObject {
	o := []fyne.CanvasObject{r.ground, r.line, r.bold, r.words, r.hint}
	if r.p.icon != nil {
		o = append(o, r.p.icon)
	}
	if r.p.chevron {
		o = append(o, r.chevron[0], r.chevron[1])
	}
	return append(o, r.ring)
}

// Destroy is part of fyne.WidgetRenderer.
func (r *pressRenderer) Destroy() {}

func (r *pressRenderer) pad() float32 {
	if r.p.face == facePlain {
		return plainPad
	}
	return pressPad
}

// parts returns what stands in the press from left to right.
func (r *pressRenderer) parts() []fyne.CanvasObject {
	var o []fyne.CanvasObject
	if r.p.icon != nil {
		o = append(o, r.p.icon)
	}
	for _, t := range []*canvas.Text{r.bold, r.words, r.hint} {
		if t.Text != "" {
			o = append(o, t)
		}
	}
	return o
}

// MinSize is part of fyne.WidgetRenderer.
func (r *pressRenderer) MinSize() fyne.Size {
	w := 2 * r.pad()
	for i, o := range r.parts() {
		if i > 0 {
			w += r.gap(o)
		}
		w += o.MinSize().Width
	}
	if r.p.chevron {
		w += pressGap + chevronSize
	}
	return fyne.NewSize(ceil(w), pressHeight+r.p.tall)
}

// gap is the space before o: a figure and its word stand close.
func (r *pressRenderer) gap(o fyne.CanvasObject) float32 {
	if o == r.hint {
		return pressGap + 2
	}
	return pressGap - 3
}

// Layout is part of fyne.WidgetRenderer.
func (r *pressRenderer) Layout(s fyne.Size) {
	r.ground.Resize(s)
	r.ring.Resize(s)
	x := r.pad()
	if r.p.face != facePlain && !r.p.chevron { // words of a button stand in its middle
		x = max(x, round((s.Width-r.MinSize().Width)/2)+r.pad())
	}
	for i, o := range r.parts() {
		if i > 0 {
			x += r.gap(o)
		}
		m := o.MinSize()
		o.Resize(m)
		o.Move(fyne.NewPos(round(x), round((s.Height-m.Height)/2)))
		x += m.Width
	}
	r.line.Resize(fyne.NewSize(r.words.MinSize().Width, 1))
	r.line.Move(fyne.NewPos(r.words.Position().X, r.words.Position().Y+r.words.MinSize().Height-1))
	r.layChevron(s)
}

func (r *pressRenderer) layChevron(s fyne.Size) {
	right, mid := s.Width-r.pad(), round(s.Height/2)
	tip := fyne.NewPos(right-chevronSize/2, mid+2)
	r.chevron[0].Position1, r.chevron[0].Position2 = fyne.NewPos(right-chevronSize, mid-2), tip
	r.chevron[1].Position1, r.chevron[1].Position2 = tip, fyne.NewPos(right, mid-2)
}

// Refresh is part of fyne.WidgetRenderer.
func (r *pressRenderer) Refresh() {
	p, size := r.p, r.p.size
	if size == 0 {
		size = themeOf(p).Size(theme.SizeNameText)
	}
	fill, line, ink, soft := r.colours()
	r.ground.FillColor, r.ground.StrokeColor = fill, line
	r.ground.StrokeWidth, r.ground.CornerRadius = 1, pressRadius
	r.ring.FillColor, r.ring.StrokeColor = color.Transparent, colour(p, board.ColorFocus)
	r.ring.StrokeWidth, r.ring.CornerRadius = 2, pressRadius
	r.ring.Hidden = !p.focused
	r.line.FillColor, r.line.Hidden = ink, !p.underline
	set(r.bold, p.bold, size, ink)
	set(r.words, p.text, size, ink)
	set(r.hint, p.hint, hintTextSize, soft)
	for _, l := range r.chevron {
		l.StrokeColor = soft
	}
	r.Layout(p.Size())
	canvas.Refresh(p)
}

// colours returns ground, outline, words and muted words.
func (r *pressRenderer) colours() (fill, line, ink, soft color.Color) {
	p := r.p
	fill, line, ink, soft = color.Transparent, color.Transparent, colour(p, p.ink), colour(p, board.ColorMuted)
	switch {
	case p.off:
		ink = soft
	case p.on && p.face == facePlain: // keeps the colour of its mark
		return colour(p, board.ColorPaper), colour(p, board.ColorInk), ink, soft
	case p.on:
		return colour(p, board.ColorInk), colour(p, board.ColorInk), colour(p, board.ColorPaper), colour(p, board.ColorPaper)
	}
	switch p.face {
	case faceTool:
		fill, line = colour(p, board.ColorPaper), colour(p, board.ColorRule)
	case facePrimary:
		fill, ink, soft = colour(p, board.ColorFocus), colour(p, board.ColorPaper), colour(p, board.ColorPaper)
	}
	if p.hovered && !p.off && p.face != facePrimary {
		line = colour(p, board.ColorEdge)
	}
	return fill, line, ink, soft
}
