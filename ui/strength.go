package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"wirediff/diff/report"
)

// strength shows how alike two sentences are as a bar with the two
// thresholds: below the first there is no match, above the second it is sure.
type strength struct {
	widget.BaseWidget
	figure, need, sure float32
	words              string
	width              float32
}

// Measures of the bar.
const (
	strengthBar    = 190
	strengthHeight = 8
	// usualNeed stands for the threshold of a rule that looks at another
	// figure than the similarity: half the way to sure.
	usualNeed = 0.5
)

func newStrength(x explanation, width float32) *strength {
	s := &strength{figure: x.why.Alike, need: x.why.Threshold, sure: x.why.Sure, words: x.strengthWords(), width: width}
	if s.need <= 0 || s.need >= s.sure {
		s.need = s.sure * usualNeed
	}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is part of fyne.Widget.
func (s *strength) CreateRenderer() fyne.WidgetRenderer {
	r := &strengthRenderer{s: s}
	r.Refresh()
	return r
}

type strengthRenderer struct {
	s       *strength
	objects []fyne.CanvasObject
}

func (r *strengthRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *strengthRenderer) Destroy()                     {}
func (r *strengthRenderer) Layout(fyne.Size)             {}
func (r *strengthRenderer) MinSize() fyne.Size           { return fyne.NewSize(r.s.width, 36) }

func (r *strengthRenderer) Refresh() {
	r.objects = r.objects[:0]
	s, pal := r.s, paletteOf(r.s)
	frame := canvas.NewRectangle(color.Transparent)
	frame.StrokeColor, frame.StrokeWidth, frame.CornerRadius = pal.Edge, 1, strengthHeight/2
	fill := canvas.NewRectangle(pal.Ink)
	fill.CornerRadius = strengthHeight / 2
	r.add(frame, 0, 6, strengthBar, strengthHeight)
	r.add(fill, 0, 6, round(max(strengthHeight, min(1, s.figure)*strengthBar)), strengthHeight)
	need, sure := round(s.need*strengthBar), round(min(1, s.sure)*strengthBar)
	for _, x := range []float32{need, sure} {
		r.add(canvas.NewRectangle(pal.Paper), x-2, 3, 4, strengthHeight+6)
		r.add(canvas.NewRectangle(pal.Focus), x-1, 3, 2, strengthHeight+6)
	}
	r.zones(pal, need, sure)
	figure := canvas.NewText(s.words, pal.Ink)
	figure.TextSize, figure.TextStyle.Bold = 12, true
	r.add(figure, strengthBar+12, 2, figure.MinSize().Width, 16)
	canvas.Refresh(s)
}

// zones names the parts of the bar, where a part has room for its name.
func (r *strengthRenderer) zones(pal report.Palette, need, sure float32) {
	end := float32(0)
	for _, z := range []struct {
		word     string
		from, to float32
	}{{tr("no match"), 0, need}, {tr("unsure"), need, sure}, {tr("sure"), sure, strengthBar}} {
		t := canvas.NewText(z.word, pal.Muted)
		t.TextSize = 10
		w := t.MinSize().Width
		x := max(end, round((z.from+z.to-w)/2))
		r.add(t, x, 19, w, 14)
		end = x + w + 5
	}
}

func (r *strengthRenderer) add(o fyne.CanvasObject, x, y, w, h float32) {
	o.Resize(fyne.NewSize(w, h))
	o.Move(fyne.NewPos(x, y))
	r.objects = append(r.objects, o)
}
