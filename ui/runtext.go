package ui

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"wirediff/diff/report"
)

// runText sets runs of a story with their marks in lines of a given width, as
// the board does on a larger scale; what needs more than its lines ends in an
// ellipsis. Words under report.StyleMark are underlined.
type runText struct {
	widget.BaseWidget
	runs  []report.Run
	width float32
	lines int // the most that are shown
	size  float32
	font  fyne.Resource // nil: the sans
}

func newRunText(runs []report.Run, width float32, lines int, font fyne.Resource) *runText {
	t := &runText{runs: runs, width: width, lines: lines, size: 14, font: font}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer is part of fyne.Widget.
func (t *runText) CreateRenderer() fyne.WidgetRenderer {
	r := &runRenderer{t: t}
	r.Refresh()
	return r
}

// runPiece is a word of a run in its place.
type runPiece struct {
	word string
	run  int
	x, w float32
	line int
}

type runRenderer struct {
	t       *runText
	objects []fyne.CanvasObject
	height  float32
}

func (r *runRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *runRenderer) Destroy()                     {}
func (r *runRenderer) Layout(fyne.Size)             {}
func (r *runRenderer) MinSize() fyne.Size           { return fyne.NewSize(r.t.width, r.height) }

// lineStep is the height of a line as a multiple of the size of its text.
const lineStep = 1.5

func (r *runRenderer) Refresh() {
	r.objects = r.objects[:0]
	pal, step := paletteOf(r.t), round(r.t.size*lineStep)
	pieces := r.pieces()
	for i, p := range pieces {
		mark := r.t.runs[p.run].Mark
		x, w, y := p.x, p.w, float32(p.line)*step
		if i > 0 && pieces[i-1].run == p.run && pieces[i-1].line == p.line { // one ground under all words of a run
			w += x - pieces[i-1].x - pieces[i-1].w
			x = pieces[i-1].x + pieces[i-1].w
		}
		r.ground(mark, pal, x, y, w, step)
		txt := canvas.NewText(p.word, pal.Ink)
		txt.TextSize, txt.FontSource = r.t.size, r.t.font
		r.add(txt, p.x, y, p.w, step)
		if mark == report.Gone {
			r.add(canvas.NewRectangle(pal.Cut.Mark), x, y+round(step*0.52), w, 1)
		}
	}
	r.height = step
	if n := len(pieces); n > 0 {
		r.height = step * float32(pieces[n-1].line+1)
	}
	canvas.Refresh(r.t)
}

// pieces sets the words; the last line that is allowed ends in an ellipsis
// where more would follow.
func (r *runRenderer) pieces() []runPiece {
	var out []runPiece
	x, line, gap := float32(0), 0, false
	space := r.measure(" ")
	for i, run := range r.t.runs {
		gap = gap || startsBlank(run.Text)
		for _, word := range strings.Fields(run.Text) {
			w := r.measure(word)
			at := x
			if gap && x > 0 {
				at += space
			}
			if at+w > r.t.width && x > 0 {
				if line+1 == r.t.lines {
					return r.ended(out)
				}
				line, at = line+1, 0
			}
			out = append(out, runPiece{word, i, round(at), ceil(w), line})
			x, gap = at+w, true
		}
		gap = endsBlank(run.Text)
	}
	return out
}

// ended puts an ellipsis behind what is set.
func (r *runRenderer) ended(out []runPiece) []runPiece {
	for len(out) > 1 && out[len(out)-1].x+out[len(out)-1].w+r.measure(" …") > r.t.width {
		out = out[:len(out)-1]
	}
	if n := len(out); n > 0 {
		last := &out[n-1]
		last.word += " …"
		last.w = ceil(r.measure(last.word))
	}
	return out
}

func startsBlank(s string) bool { return s != "" && strings.TrimLeft(s, " \n\t\u00a0") != s }
func endsBlank(s string) bool   { return s != "" && strings.TrimRight(s, " \n\t\u00a0") != s }

func (r *runRenderer) measure(s string) float32 {
	t := canvas.NewText(s, color.Black)
	t.TextSize, t.FontSource = r.t.size, r.t.font
	return t.MinSize().Width
}

// ground lays the mark of a word under it.
func (r *runRenderer) ground(m report.Mark, pal report.Palette, x, y, w, h float32) {
	switch m {
	case report.StyleMark:
		r.add(canvas.NewRectangle(pal.Quiet), x, y+h-2, w, 1)
		return
	case report.Gone, report.Replaced, report.Inserted:
	default:
		return
	}
	fam := map[report.Mark]report.Family{report.Gone: pal.Cut, report.Replaced: pal.Word, report.Inserted: pal.Added}[m]
	r.add(canvas.NewRectangle(fam.Tint), x, y+1, w, h-2)
	switch m {
	case report.Replaced:
		r.add(canvas.NewRectangle(fam.Line), x, y+h-3, w, 2)
	case report.Inserted:
		r.add(canvas.NewRectangle(fam.Line), x, y+h-4, w, 1)
		r.add(canvas.NewRectangle(fam.Line), x, y+h-2, w, 1)
	}
}

func (r *runRenderer) add(o fyne.CanvasObject, x, y, w, h float32) {
	o.Resize(fyne.NewSize(w, h))
	o.Move(fyne.NewPos(x, y))
	r.objects = append(r.objects, o)
}
