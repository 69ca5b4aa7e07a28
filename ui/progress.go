package ui

import (
	"fmt"
	"image"
	"os"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"wirediff/ui/board"
)

// progressHeight is the height of the line that shows how far a job has come.
const progressHeight = 2

// progressLine is a line across the window while a job runs for long; it does
// not move by itself and keeps its place when it is not shown, so that
// nothing jumps.
type progressLine struct {
	root *fyne.Container
	fill *ground
	busy bool
	done float64
}

func newProgressLine() *progressLine {
	l := &progressLine{fill: newGround(board.ColorFocus, 1, progressHeight)}
	l.fill.Hide()
	l.root = container.New(progressLayout{l}, l.fill)
	return l
}

func (l *progressLine) show(s State) {
	if l.busy != s.Busy || l.done != s.Done {
		l.busy, l.done = s.Busy, s.Done
		flip(l.fill, l.busy)
		l.root.Refresh()
	}
}

// progressLayout makes the line as long as the job has come.
type progressLayout struct{ line *progressLine }

// MinSize is part of fyne.Layout.
func (progressLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, progressHeight) }

// Layout is part of fyne.Layout.
func (p progressLayout) Layout(os []fyne.CanvasObject, s fyne.Size) {
	os[0].Resize(fyne.NewSize(round(s.Width*float32(max(p.line.done, 0.02))), progressHeight))
}

// startedAt is the environment variable that holds the time, in milliseconds
// since 1970, at which a test started the program; it is answered on standard
// error with the milliseconds from then to the first page on the screen.
const startedAt = "WIREDIFF_STARTED_AT"

// newProbe returns an unseen pixel that is painted after everything else in
// the window and so knows when the first page has been drawn.
func newProbe(w *Window) fyne.CanvasObject {
	began, err := strconv.ParseInt(os.Getenv(startedAt), 10, 64)
	if err != nil {
		w.stage.probe = func() {}
		return container.NewWithoutLayout() // a ground would cover the window
	}
	told := false
	probe := canvas.NewRaster(func(int, int) image.Image {
		if w.page != nil && !told {
			told = true
			fmt.Fprintf(os.Stderr, "wirediff: first page after %d ms\n", time.Now().UnixMilli()-began)
		}
		return image.NewNRGBA(image.Rect(0, 0, 1, 1))
	})
	w.stage.probe = func() { canvas.Refresh(probe) }
	return container1px(probe)
}

// container1px keeps o at one pixel in the corner.
func container1px(o fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: corner{}, Objects: []fyne.CanvasObject{o}}
}

type corner struct{}

// MinSize is part of fyne.Layout.
func (corner) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

// Layout is part of fyne.Layout.
func (corner) Layout(os []fyne.CanvasObject, _ fyne.Size) { os[0].Resize(fyne.NewSize(1, 1)) }
