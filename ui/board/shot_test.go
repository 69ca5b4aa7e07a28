package board

import (
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"wirediff/diff/report"
)

// TestShots paints the page of all statuses into PNG files to look at:
//
//	WIREDIFF_SHOTS=folder go test ./ui/board -run Shots
//
// WIREDIFF_SHOT_SIZES may list other sizes: "1280x800 900x600".
func TestShots(t *testing.T) {
	dir := os.Getenv("WIREDIFF_SHOTS")
	if dir == "" {
		t.Skip("WIREDIFF_SHOTS is not set")
	}
	sizes := os.Getenv("WIREDIFF_SHOT_SIZES")
	if sizes == "" {
		sizes = "1280x800 1920x1080"
	}
	for _, size := range strings.Fields(sizes) {
		w, h, _ := strings.Cut(size, "x")
		width, _ := strconv.Atoi(w)
		height, _ := strconv.Atoi(h)
		for _, dark := range []bool{false, true} {
			name := "light-" + size + ".png"
			if dark {
				name = "dark-" + size + ".png"
			}
			b := shown(t, ferry(), DefaultLook(dark), width, height)
			b.FocusCell(report.Place{Row: 3, Col: 2})
			save(t, b, filepath.Join(dir, name))
		}
	}
}

// shown returns a board in a window of the test driver.
func shown(t testing.TB, p *report.Page, l Look, width, height int) *Board {
	test.NewTempApp(t)
	b := New()
	b.SetLook(l)
	b.SetPage(p)
	w := test.NewTempWindow(t, b)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(float32(width), float32(height)))
	return b
}

func save(t *testing.T, b *Board, name string) {
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, fyne.CurrentApp().Driver().CanvasForObject(b).Capture()); err != nil {
		t.Fatal(err)
	}
}
