package board

import (
	"context"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/text"
)

// TestShots paints the page of all statuses into PNG files to look at:
//
//	WIREDIFF_SHOTS=folder go test ./ui/board -run Shots
//
// WIREDIFF_SHOT_SIZES may list other sizes: "1280x800 900x600", and
// WIREDIFF_SHOT_FILES plain text files to compare instead.
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
			page := ferry()
			if files := os.Getenv("WIREDIFF_SHOT_FILES"); files != "" {
				page = compared(t, strings.Fields(files))
			}
			b := shown(t, page, DefaultLook(dark), width, height)
			b.FocusCell(report.Place{Row: 3, Col: 2})
			save(t, b, filepath.Join(dir, name))
		}
	}
	save(t, shown(t, someColumns(8), DefaultLook(false), 1920, 1080), filepath.Join(dir, "eight.png"))
	large := Look{Palette: report.Colours(report.HighContrast, true), Percent: 180, Spacing: Loose, Face: Sans}
	save(t, shown(t, ferry(), large, 1280, 800), filepath.Join(dir, "large.png"))
	for s := range report.NumScheme {
		look := DefaultLook(false)
		look.Palette = report.Colours(s, false)
		save(t, shown(t, ferry(), look, 1400, 1400), filepath.Join(dir, s.String()+".png"))
	}
}

// shown returns a board in a window of the test driver.
func shown(t testing.TB, p *report.Page, l Look, width, height int) *Board {
	test.NewTempApp(t)
	b := New()
	b.SetLook(l)
	b.SetPage(p)
	w := test.NewTempWindow(t, container.NewBorder(nil, nil, nil, NewOverview(b), b))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(float32(width), float32(height)))
	return b
}

// compared is the page of some plain text files.
func compared(t testing.TB, files []string) *report.Page {
	var sources []text.Source
	for _, f := range files {
		body, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, text.Source{Name: filepath.Base(f), File: f, Body: string(body)})
	}
	c, err := diff.Compare(context.Background(), sources, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return report.New(c.Read(0), report.View{})
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
