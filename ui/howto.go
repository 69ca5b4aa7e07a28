package ui

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
	"github.com/go-fonts/stix/stix2textbold"
	"github.com/go-fonts/stix/stix2textregular"

	"wirediff/diff/report"
	"wirediff/ui/board"
)

// serifs are the faces of the newspapers: the toolkit reads a font once per resource,
// so each part of the window gets the same two.
type serifs struct{ regular, bold fyne.Resource }

func newSerifs() serifs {
	return serifs{
		regular: fyne.NewStaticResource("STIXTwoText-Regular.otf", stix2textregular.TTF),
		bold:    fyne.NewStaticResource("STIXTwoText-Bold.otf", stix2textbold.TTF),
	}
}

// lesson is one of the seven marks: how it looks and what it means.
type lesson struct {
	mark   board.Mark
	label  string
	ink    fyne.ThemeColorName
	words  []lessonWord
	means  [2]string
	spine  int  // pixels wide, 0 for none
	broken bool // the spine of a split
	box    bool // tinted
	chip   bool
	hatch  bool
	quiet  bool // the words are quiet
}

// lessonWord is a stretch of the example sentence.
type lessonWord struct {
	text string
	mark report.Mark
}

// lessons are the seven marks in the order of the start page.
func lessons() []lesson {
	plain := func(s string) []lessonWord { return []lessonWord{{s, report.Plain}} }
	return []lesson{
		{mark: board.MarkKept, label: tr("kept"), ink: board.ColorMuted, quiet: true, words: plain(tr("Cranes began moving again at six.")),
			means: [2]string{tr("Word for word. Printed quietly; the word"), tr("“kept” is only in the counts.")}},
		{mark: board.MarkStyle, label: tr("style"), ink: board.ColorMuted, quiet: true,
			words: []lessonWord{{tr("Cranes began moving again at "), report.Plain}, {tr("6pm"), report.StyleMark}, {".", report.Plain}},
			means: [2]string{tr("House style only: spelling, quote marks,"), tr("numerals. Never counted as an edit.")}},
		{mark: board.MarkReworded, label: tr("reworded"), ink: board.ColorWord, spine: 3,
			words: []lessonWord{{tr("Cranes "), report.Plain}, {tr("swung"), report.Replaced}, {tr(" again "), report.Plain},
				{tr("late"), report.Inserted}, {tr(" at six"), report.Plain}, {"", report.Left}, {".", report.Plain}},
			means: [2]string{tr("Other words. Boxed: replaced. Double line:"), tr("new. Wedge: something left out here.")}},
		{mark: board.MarkMovedUp, label: tr("moved up from 9"), ink: board.ColorMoved, spine: 3, box: true, chip: true,
			words: plain(tr("Cranes began moving again at six.")),
			means: [2]string{tr("Same sentence, another place. The chip"), tr("jumps to the place it left.")}},
		{mark: board.MarkSplit, label: tr("split in 2"), ink: board.ColorMoved, spine: 3, broken: true,
			words: []lessonWord{{tr("Cranes began moving. "), report.Plain}, {"", report.SplitAt}, {tr(" It was six."), report.Plain}},
			means: [2]string{tr("One sentence became two; merged is the"), tr("reverse.")}},
		{mark: board.MarkAdded, label: tr("added"), ink: board.ColorAdded, spine: 5, box: true,
			words: plain(tr("A horn sounded across the basin.")),
			means: [2]string{tr("Only here. The longer the box, the more"), tr("the outlet has of its own.")}},
		{mark: board.MarkCut, label: tr("cut"), ink: board.ColorCut, hatch: true,
			means: [2]string{tr("In the base, gone here. A hole in the page"), tr("for a hole in the story.")}},
	}
}

// Measures of a lesson, in pixels at scale 1.
const (
	lessonHeight = 77
	lessonText   = 17 // x of the words
	lessonLabel  = 12 // y of the label
	lessonWords  = 29 // y of the words
	lessonShare  = 0.52
)

// newHowTo returns the seven lessons, one below the other.
func newHowTo(f serifs) fyne.CanvasObject {
	box := container.New(tightRows{})
	for _, l := range lessons() {
		p := &lessonPicture{lesson: l, face: f.regular}
		p.ExtendBaseWidget(p)
		box.Add(container.New(twoParts{}, p, lessonMeans(l)))
		box.Add(newGround(board.ColorRule, 1, 1))
	}
	return box
}

// lessonMeans is what a mark means, in two lines.
func lessonMeans(l lesson) fyne.CanvasObject {
	a, b := newLabel(l.means[0], board.ColorMuted), newLabel(l.means[1], board.ColorMuted)
	return container.New(tightRows{}, newGround(board.ColorPaper, 1, 26), a, b)
}

// twoParts gives the picture of a lesson its share of the width.
type twoParts struct{}

// MinSize is part of fyne.Layout.
func (twoParts) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, lessonHeight) }

// Layout is part of fyne.Layout.
func (twoParts) Layout(os []fyne.CanvasObject, s fyne.Size) {
	w := round(s.Width * lessonShare)
	os[0].Resize(fyne.NewSize(w-16, s.Height))
	os[0].Move(fyne.NewPos(0, 0))
	os[1].Resize(fyne.NewSize(s.Width-w, s.Height))
	os[1].Move(fyne.NewPos(w, 0))
}

// lessonPicture shows a mark as the board does.
type lessonPicture struct {
	widget.BaseWidget
	lesson lesson
	face   fyne.Resource
}

// CreateRenderer is part of fyne.Widget.
func (p *lessonPicture) CreateRenderer() fyne.WidgetRenderer {
	r := &lessonRenderer{p: p}
	r.Refresh()
	return r
}

// lessonRenderer draws a lesson anew when the theme or the size changes.
type lessonRenderer struct {
	p       *lessonPicture
	objects []fyne.CanvasObject
}

func (r *lessonRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *lessonRenderer) Destroy()                     {}
func (r *lessonRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, lessonHeight) }
func (r *lessonRenderer) Layout(fyne.Size)             { r.Refresh() }

func (r *lessonRenderer) Refresh() {
	r.objects = r.objects[:0]
	l, pal, width := r.p.lesson, paletteOf(r.p), r.p.Size().Width
	fam := familyOf(pal, l.ink)
	if l.hatch {
		r.add(canvas.NewRaster(hatch(pal.Hatch)), 6, 8, width-6, 48)
		r.box(pal.Paper, 14, 9, 52, 17, 0)
	}
	if l.box {
		r.box(fam.Tint, 6, 8, width-6, 48, 3)
	}
	if l.spine > 0 {
		r.spine(fam.Line, l)
	}
	r.label(l, fam)
	x := float32(lessonText)
	for _, w := range l.words {
		x = r.word(w, x, pal, l)
	}
	canvas.Refresh(r.p)
}

// add puts o at a place.
func (r *lessonRenderer) add(o fyne.CanvasObject, x, y, w, h float32) {
	o.Resize(fyne.NewSize(round(w), h))
	o.Move(fyne.NewPos(round(x), y))
	r.objects = append(r.objects, o)
}

func (r *lessonRenderer) box(c color.Color, x, y, w, h, radius float32) {
	b := canvas.NewRectangle(c)
	b.CornerRadius = radius
	r.add(b, x, y, w, h)
}

func (r *lessonRenderer) spine(c color.Color, l lesson) {
	if l.broken {
		r.box(c, 6, 12, float32(l.spine), 14, 1)
		r.box(c, 6, 29, float32(l.spine), 20, 1)
		return
	}
	r.box(c, 6, 8, float32(l.spine), 46, 1)
}

func (r *lessonRenderer) label(l lesson, fam report.Family) {
	words := canvas.NewText(l.label, fam.Mark)
	words.TextSize, words.TextStyle.Bold = 11, l.ink != board.ColorMuted
	size := words.MinSize()
	x, y := float32(lessonText), float32(lessonLabel)
	if l.chip {
		frame := canvas.NewRectangle(color.Transparent)
		frame.StrokeColor, frame.StrokeWidth, frame.CornerRadius = fam.Mark, 1, 8
		r.add(frame, x-1, y-2, size.Width+31, 17)
		x += 7
	}
	r.add(board.NewIcon(l.mark, l.ink), x, y, 12, 12)
	r.add(words, x+16, y+6-round(size.Height/2), size.Width, size.Height)
}

// word draws a stretch of the sentence at x and returns where it ends.
func (r *lessonRenderer) word(w lessonWord, x float32, pal report.Palette, l lesson) float32 {
	switch w.mark {
	case report.SplitAt:
		r.add(board.NewIcon(board.MarkSplit, board.ColorMoved), x, lessonWords+5, 11, 11)
		return x + 11
	case report.Left:
		r.add(canvas.NewRaster(wedge(pal.Cut.Mark)), x-4, lessonWords+17, 8, 5)
		return x
	}
	t := canvas.NewText(w.text, pal.Ink)
	t.TextSize, t.FontSource = 16, r.p.face
	if l.quiet {
		t.Color = pal.Quiet
	}
	m := t.MinSize()
	switch w.mark {
	case report.Replaced:
		r.box(pal.Word.Tint, x-1, lessonWords, m.Width+2, 20, 2)
		r.box(pal.Word.Line, x-1, lessonWords+19, m.Width+2, 2, 0)
	case report.Inserted:
		r.box(pal.Added.Tint, x-1, lessonWords, m.Width+2, 21, 2)
		r.box(pal.Added.Line, x-1, lessonWords+18, m.Width+2, 1, 0)
		r.box(pal.Added.Line, x-1, lessonWords+20, m.Width+2, 1, 0)
	case report.StyleMark:
		r.add(canvas.NewRaster(dots(pal.Style.Mark)), x, lessonWords+19, m.Width, 2)
	}
	r.add(t, x, lessonWords+10-round(m.Height/2), m.Width, m.Height)
	return x + m.Width
}

// familyOf returns the colours that belong to the ink of a mark.
func familyOf(p report.Palette, ink fyne.ThemeColorName) report.Family {
	switch ink {
	case board.ColorWord:
		return p.Word
	case board.ColorMoved:
		return p.Moved
	case board.ColorAdded:
		return p.Added
	case board.ColorCut:
		return p.Cut
	}
	return p.Style
}

// painter fills a small picture pixel by pixel: ink where on says so.
func painter(ink report.Colour, on func(x, y, w, h int) bool) func(w, h int) image.Image {
	return func(w, h int) image.Image {
		img := image.NewNRGBA(image.Rect(0, 0, w, h))
		for y := range h {
			for x := range w {
				if on(x, y, w, h) {
					img.Set(x, y, ink)
				}
			}
		}
		return img
	}
}

func hatch(ink report.Colour) func(w, h int) image.Image {
	return painter(ink, func(x, y, _, _ int) bool { return (x+y)%8 < 2 })
}

func dots(ink report.Colour) func(w, h int) image.Image {
	return painter(ink, func(x, _, _, _ int) bool { return x%4 < 2 })
}

func wedge(ink report.Colour) func(w, h int) image.Image {
	return painter(ink, func(x, y, w, h int) bool { return abs(2*x+1-w)*h <= w*(y+1) })
}

func abs(x int) int { return max(x, -x) }
