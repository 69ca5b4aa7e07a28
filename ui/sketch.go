package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"wirediff/diff/report"
	"wirediff/ui/board"
)

// sketch gathers what an entry of a panel draws, on whole pixels.
type sketch struct{ objects []fyne.CanvasObject }

// add puts o at a place and gives it a size.
func (s *sketch) add(o fyne.CanvasObject, x, y, w, h float32) {
	o.Resize(fyne.NewSize(round(w), h))
	o.Move(fyne.NewPos(round(x), round(y)))
	s.objects = append(s.objects, o)
}

// box fills a rectangle.
func (s *sketch) box(c color.Color, x, y, w, h float32) { s.add(canvas.NewRectangle(c), x, y, w, h) }

// put puts words at a place and returns how wide they are.
func (s *sketch) put(t *canvas.Text, x, y float32) float32 {
	m := t.MinSize()
	s.add(t, x, y, m.Width, m.Height)
	return ceil(m.Width)
}

// ground draws what an entry stands on: band and bar if it is marked, and a
// ring if the list has the keyboard besides.
func (s *sketch) ground(e *walkEntry, pal report.Palette) {
	size := e.Size()
	if !e.now {
		return
	}
	s.box(pal.Band, 0, 0, size.Width, size.Height)
	s.box(pal.Focus, 0, 0, 4, size.Height)
	if e.list.focused {
		ring := canvas.NewRectangle(color.Transparent)
		ring.StrokeColor, ring.StrokeWidth, ring.CornerRadius = pal.Focus, 2, pressRadius
		s.add(ring, 0, 0, size.Width, size.Height)
	}
}

// changed lays the mark of changed words, w wide, under a line of them that
// begins at x, y: one line for replaced words, two apart for inserted ones.
func (s *sketch) changed(m report.Mark, pal report.Palette, x, y, w float32) {
	fam, lines := pal.Cut, []float32(nil)
	switch m {
	case report.Replaced:
		fam, lines = pal.Word, []float32{18, 19}
	case report.Inserted:
		fam, lines = pal.Added, []float32{17, 19}
	case report.Gone:
	default:
		return
	}
	box := canvas.NewRectangle(fam.Tint)
	box.CornerRadius = 2
	s.add(box, x-1, y, w+2, 20)
	for _, dy := range lines {
		s.box(fam.Line, x-1, y+dy, w+2, 1)
	}
}

// struck draws the line through words that are gone, over them.
func (s *sketch) struck(m report.Mark, pal report.Palette, x, y, w float32) {
	if m == report.Gone {
		s.box(pal.Cut.Mark, x, y+10, w, 1)
	}
}

// newText is words of a size, in a font of the stories or, for nil, of the
// interface.
func newText(words string, ink color.Color, size float32, bold bool, font fyne.Resource) *canvas.Text {
	t := canvas.NewText(words, ink)
	t.TextSize, t.TextStyle.Bold, t.FontSource = size, bold, font
	return t
}

// sign is a drawn mark, 12 pixels wide.
func (s *sketch) sign(m board.Mark, ink fyne.ThemeColorName, x, y float32) {
	s.add(board.NewIcon(m, ink), x, y, 12, 12)
}
