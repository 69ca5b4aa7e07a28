package ui

import (
	"image/color"
	"math"
	"slices"
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"wirediff/ui/board"
)

// round and ceil put a length on whole pixels, so that nothing blurs.
func round(x float32) float32 { return float32(math.Round(float64(x))) }
func ceil(x float32) float32  { return float32(math.Ceil(float64(x))) }

// themeOf returns the theme that o is drawn with.
func themeOf(o fyne.CanvasObject) fyne.Theme { return theme.CurrentForWidget(o) }

// colour returns a colour of the palette as the theme of the window has it. A
// theme that does not know our names (before the window has set its own) gives
// the toolkit's text colour.
func colour(o fyne.CanvasObject, name fyne.ThemeColorName) color.Color {
	th := themeOf(o)
	if _, ours := th.(*board.Theme); !ours {
		name = theme.ColorNameForeground
	}
	return th.Color(name, theme.VariantLight)
}

// set gives t its words, size and colour.
func set(t *canvas.Text, words string, size float32, c color.Color) {
	t.Text, t.TextSize, t.Color = words, size, c
}

// label is a line of text in a colour of the palette, which follows the theme.
type label struct {
	widget.BaseWidget
	text   string
	size   float32 // 0: as the interface
	ink    fyne.ThemeColorName
	bold   bool
	font   fyne.Resource // nil: the sans
	cut    bool          // cut with an ellipsis at the width given; else as wide as its words
	centre bool
	right  bool // set at the right end of its width
}

// newLabel returns a line of text.
func newLabel(words string, ink fyne.ThemeColorName) *label {
	l := &label{text: words, ink: ink}
	l.ExtendBaseWidget(l)
	return l
}

// say sets the words and redraws only when they differ.
func (l *label) say(words string) {
	if l.text != words {
		l.text = words
		l.Refresh()
	}
}

// CreateRenderer is part of fyne.Widget.
func (l *label) CreateRenderer() fyne.WidgetRenderer {
	r := &labelRenderer{l: l, t: canvas.NewText("", nil)}
	r.Refresh()
	return r
}

type labelRenderer struct {
	l *label
	t *canvas.Text
}

func (r *labelRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.t} }
func (r *labelRenderer) Destroy()                     {}

func (r *labelRenderer) MinSize() fyne.Size {
	m := r.t.MinSize()
	if r.l.cut {
		m.Width = 1
	}
	return fyne.NewSize(ceil(m.Width), ceil(m.Height))
}

func (r *labelRenderer) Layout(s fyne.Size) {
	r.t.Text = r.l.text
	if r.l.cut {
		r.t.Text = cutTo(r.l.text, s.Width, func(t string) float32 {
			return fyne.MeasureText(t, r.t.TextSize, r.t.TextStyle).Width
		})
	}
	h := r.t.MinSize().Height
	r.t.Resize(fyne.NewSize(s.Width, h))
	r.t.Move(fyne.NewPos(0, round((s.Height-h)/2)))
}

func (r *labelRenderer) Refresh() {
	l, size := r.l, r.l.size
	if size == 0 {
		size = themeOf(l).Size(theme.SizeNameText)
	}
	r.t.TextStyle.Bold, r.t.FontSource = l.bold, l.font
	if l.right {
		r.t.Alignment = fyne.TextAlignTrailing
	}
	if l.centre {
		r.t.Alignment = fyne.TextAlignCenter
	}
	set(r.t, l.text, size, colour(l, l.ink))
	r.Layout(l.Size())
	canvas.Refresh(l)
}

// cutTo returns s, or as many words of its beginning as fit width with an
// ellipsis; a single word that does not fit is cut inside.
func cutTo(s string, width float32, measure func(string) float32) string {
	if measure(s) <= width {
		return s
	}
	rs := []rune(s)
	n := sort.Search(len(rs), func(n int) bool { return measure(string(rs[:n+1])+" …") > width })
	if n == 0 {
		return ""
	}
	head := string(rs[:n])
	if i := strings.LastIndexByte(head, ' '); i > 0 && rs[n] != ' ' {
		head = head[:i]
	}
	return strings.TrimRight(head, " ,.") + " …"
}

// ground is a plain rectangle of the palette, which follows the theme.
type ground struct {
	widget.BaseWidget
	fill   fyne.ThemeColorName
	least  fyne.Size
	framed bool // outlined in ink
}

// newFrame returns the paper of a sheet, outlined.
func newFrame() *ground {
	g := newGround(board.ColorPaper, 0, 0)
	g.framed = true
	return g
}

// newGround returns a rectangle of that colour, at least so large.
func newGround(fill fyne.ThemeColorName, width, height float32) *ground {
	g := &ground{fill: fill, least: fyne.NewSize(width, height)}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer is part of fyne.Widget.
func (g *ground) CreateRenderer() fyne.WidgetRenderer {
	r := &groundRenderer{g, canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type groundRenderer struct {
	g *ground
	r *canvas.Rectangle
}

func (r *groundRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.r} }
func (r *groundRenderer) Destroy()                     {}
func (r *groundRenderer) MinSize() fyne.Size           { return r.g.least }
func (r *groundRenderer) Layout(s fyne.Size)           { r.r.Resize(s) }
func (r *groundRenderer) Refresh() {
	r.r.FillColor = colour(r.g, r.g.fill)
	if r.g.framed {
		r.r.StrokeColor, r.r.StrokeWidth, r.r.CornerRadius = colour(r.g, board.ColorInk), 1.5, pressRadius
	}
	canvas.Refresh(r.r)
}

// between lays the left objects out from the left and the right ones from the
// right, in the middle of a bar of that height; what does not fit at the
// right is laid over by nothing: the right ones stay, the last of the left
// ones are hidden, the least needed first.
type between struct {
	left, right []fyne.CanvasObject
	height      float32
	pad, gap    float32
	drop        []fyne.CanvasObject // left out first, in this order, when there is no room for all
}

// MinSize is part of fyne.Layout.
func (b between) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, b.height) }

// Layout is part of fyne.Layout.
func (b between) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	b = b.fit(s.Width)
	end := s.Width - b.pad
	for i := len(b.right) - 1; i >= 0; i-- {
		end = b.place(b.right[i], end-b.right[i].MinSize().Width, s.Height) - b.gap
	}
	x := b.pad
	for _, o := range b.left {
		m := o.MinSize()
		if x+m.Width > end {
			o.Move(fyne.NewPos(-10000, 0)) // out of sight: there is no room
			continue
		}
		b.place(o, x, s.Height)
		x += m.Width + b.gap
	}
}

// fit leaves out what is hidden, and of what has no room the least needed.
func (b between) fit(width float32) between {
	b.left, b.right = seen(b.left, nil), seen(b.right, nil)
	for _, o := range b.drop {
		need := 2 * b.pad
		for _, x := range append(slices.Clone(b.left), b.right...) {
			need += x.MinSize().Width + b.gap
		}
		if need <= width {
			break
		}
		o.Move(fyne.NewPos(-10000, 0))
		b.left, b.right = seen(b.left, o), seen(b.right, o)
	}
	return b
}

// seen returns the visible ones but one.
func seen(os []fyne.CanvasObject, but fyne.CanvasObject) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, o := range os {
		if o.Visible() && o != but {
			out = append(out, o)
		}
	}
	return out
}

// place puts o at x in the middle of the bar and returns x.
func (b between) place(o fyne.CanvasObject, x, height float32) float32 {
	m := o.MinSize()
	o.Resize(m)
	o.Move(fyne.NewPos(round(x), round((height-m.Height)/2)))
	return x
}
