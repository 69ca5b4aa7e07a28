package board

import (
	"fmt"
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"wirediff/diff"
	"wirediff/diff/report"
)

// Shape first: in the overview, every kind of change has a silhouette of its
// own, so it reads without colour.
func TestLanesDifferInShape(t *testing.T) {
	pal := report.Colours(report.Standard, false)
	seen := map[string]laneShape{}
	for shape := laneWord; shape <= laneAdded; shape++ {
		if shape == laneGhost {
			continue // its dashes are thin; compared below
		}
		l := lanes{width: laneWidth, height: 40}
		img := image.NewNRGBA(image.Rect(0, 0, laneWidth, 20))
		l.block(laneCanvas{img, 1, &pal}, shape, true, 0, 0, 20)
		key := silhouette(img, &pal)
		if other, ok := seen[key]; ok {
			t.Errorf("shapes %d and %d look alike:\n%s", shape, other, key)
		}
		seen[key] = shape
	}
}

// silhouette prints which pixels are marked: neither paper nor the grey of
// kept text.
func silhouette(img image.Image, p *report.Palette) string {
	out := ""
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			_, _, _, a := img.At(x, y).RGBA()
			switch {
			case a == 0, same(img.At(x, y), p.Rule), same(img.At(x, y), p.Paper):
				out += "."
			default:
				out += "#"
			}
		}
		out += "\n"
	}
	return out
}

func TestLaneOf(t *testing.T) {
	row := &report.Row{Kind: report.TextRow}
	for _, x := range []struct {
		c    report.Cell
		want laneShape
	}{
		{report.Cell{}, laneEmpty},
		{report.Cell{Verdict: diff.Verdict{Status: diff.IsBase}}, laneBase},
		{report.Cell{Verdict: diff.Verdict{Status: diff.Style}}, laneKept},
		{report.Cell{Verdict: diff.Verdict{Status: diff.Varies}}, laneWord},
		{report.Cell{Verdict: diff.Verdict{Status: diff.Merged}}, laneShaped},
		{report.Cell{Verdict: diff.Verdict{Status: diff.Reworded, Moved: true}}, laneMoved},
		{report.Cell{Verdict: diff.Verdict{Status: diff.Kept, Moved: true}, Ghost: true}, laneGhost},
		{report.Cell{Verdict: diff.Verdict{Status: diff.NotHere}}, laneCut},
		{report.Cell{Verdict: diff.Verdict{Status: diff.OnlyHere}}, laneAdded},
	} {
		if got := laneOf(row, &x.c); got != x.want {
			t.Errorf("%+v is %d, want %d", x.c.Verdict, got, x.want)
		}
	}
}

// Where many rows fall on one pixel, the change among them is seen.
func TestLanesOfManyRows(t *testing.T) {
	p := longPage(5000, 2)
	p.Rows[2500].Cells[1].Verdict.Status = diff.Added
	pal := report.Colours(report.Standard, false)
	l := newLanes(p, 400)
	img := l.draw(&pal, 1)
	if got := img.At(l.x(1)+laneWidth-1, l.y(2500)); !same(got, pal.Added.Line) {
		t.Errorf("the added row is %v", got)
	}
}

func TestOverviewScrolls(t *testing.T) {
	test.NewTempApp(t)
	b := New()
	b.SetPage(longPage(300, 3))
	o := NewOverview(b)
	w := test.NewTempWindow(t, container.NewBorder(nil, nil, nil, o, b))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(900, 600))
	if got, want := o.MinSize().Width, float32(laneLeft+3*laneWidth+2*laneGap+laneRight); got != want {
		t.Errorf("the strip is %v wide, want %v", got, want)
	}
	l, _ := o.lanes()
	o.MouseDown(mouse(10, l.y(150.5), 1))
	first, last := b.rowsInView()
	if first > 150 || last < 150 {
		t.Errorf("a click on row 150 shows rows %d to %d", first, last)
	}
	frame := o.strip.frame
	if y := frame.Position().Y; fmt.Sprint(y) == "0" || int(y) > l.y(150) || int(y+frame.Size().Height) < l.y(151) {
		t.Errorf("the frame is at %v, %v high; row 150 is at %d", y, frame.Size().Height, l.y(150))
	}
	o.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(10, 0)}})
	if b.scroll != 0 {
		t.Errorf("a drag to the top scrolls to %d", b.scroll)
	}
}
