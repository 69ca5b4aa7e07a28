package board

import (
	"html"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"wirediff/diff/report"
	"wirediff/diff/text"
)

// damStories are the agency's report and the five versions of the built-in
// example; pages of them are read by what stands between their tags.
func damStories(t testing.TB) []text.Source {
	files, err := filepath.Glob("../../assets/*/*-*")
	if err != nil || len(files) == 0 {
		t.Fatal("the example is not there: ", err)
	}
	tags := regexp.MustCompile(`(?s)<(head|script|style|nav|footer|aside)\b.*?</(head|script|style|nav|footer|aside)>|<[^>]*>`)
	var out []text.Source
	for _, f := range files {
		body, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		words := string(body)
		if strings.HasSuffix(f, ".html") {
			words = html.UnescapeString(tags.ReplaceAllString(words, "\n\n"))
		}
		name := strings.ReplaceAll(strings.TrimLeft(strings.TrimSuffix(filepath.Base(f), filepath.Ext(f)), "0123456789-"), "-", " ")
		s := text.Source{Name: name, File: filepath.Base(f), Body: words}
		if strings.Contains(f, "wire") {
			out = append([]text.Source{s}, out...)
		} else {
			out = append(out, s)
		}
	}
	return out
}

// beside returns a view of a board in a window of the test driver; the board
// is hidden behind it.
func beside[V fyne.CanvasObject](t testing.TB, p *report.Page, l Look, width, height int, make func(*Board) V) (*Board, V) {
	test.NewTempApp(t)
	b := New()
	b.SetLook(l)
	b.Hide()
	v := make(b)
	w := test.NewTempWindow(t, container.NewStack(b, v))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(float32(width), float32(height)))
	b.SetPage(p)
	return b, v
}

// TestPaneShots paints the views beside the columns, as TestShots does.
func TestPaneShots(t *testing.T) {
	dir := os.Getenv("WIREDIFF_SHOTS")
	if dir == "" {
		t.Skip("WIREDIFF_SHOTS is not set")
	}
	views := map[string]func(*Board) fyne.CanvasObject{
		"matrix": func(b *Board) fyne.CanvasObject { return NewMatrix(b) },
		"order":  func(b *Board) fyne.CanvasObject { return NewOrder(b) },
	}
	for name, make := range views {
		for _, size := range [][2]int{{1280, 700}, {1920, 980}, {900, 600}} {
			for _, dark := range []bool{false, true} {
				b, _ := beside(t, pageFor(t, 0, damStories(t)...), DefaultLook(dark), size[0], size[1], make)
				b.FocusCell(report.Place{Row: 20, Col: 2})
				file := name + "-light"
				if dark {
					file = name + "-dark"
				}
				shoot(t, b, filepath.Join(dir, file+"-"+itoa(size[0])+".png"))
			}
		}
	}
}

// TestPairShots paints the pair.
func TestPairShots(t *testing.T) {
	dir := os.Getenv("WIREDIFF_SHOTS")
	if dir == "" {
		t.Skip("WIREDIFF_SHOTS is not set")
	}
	for _, size := range [][2]int{{1280, 700}, {1920, 980}, {900, 600}} {
		for _, dark := range []bool{false, true} {
			b := shown(t, pairPage(t, 2), DefaultLook(dark), size[0], size[1])
			b.SetPair(true)
			b.FocusCell(report.Place{Row: 4, Col: 1})
			file := "pair-light"
			if dark {
				file = "pair-dark"
			}
			shoot(t, b, filepath.Join(dir, file+"-"+itoa(size[0])+".png"))
		}
	}
}

// pairPage is the page of the agency's report and one version.
func pairPage(t testing.TB, version int) *report.Page {
	p := pageFor(t, 0, damStories(t)...)
	return report.New(p.Reading, report.View{Order: []int{0, version}})
}

// TestInlineShots paints the proof.
func TestInlineShots(t *testing.T) {
	dir := os.Getenv("WIREDIFF_SHOTS")
	if dir == "" {
		t.Skip("WIREDIFF_SHOTS is not set")
	}
	for _, size := range [][2]int{{1280, 700}, {1920, 980}, {900, 600}} {
		for _, dark := range []bool{false, true} {
			b, n := beside(t, pairPage(t, 4), DefaultLook(dark), size[0], size[1], NewInline)
			n.SetVersions([]int{1, 2, 3, 4, 5})
			b.FocusCell(report.Place{Row: 5, Col: 1})
			file := "inline-light"
			if dark {
				file = "inline-dark"
			}
			shoot(t, b, filepath.Join(dir, file+"-"+itoa(size[0])+".png"))
		}
	}
}

func shoot(t *testing.T, o fyne.CanvasObject, name string) {
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, fyne.CurrentApp().Driver().CanvasForObject(o).Capture()); err != nil {
		t.Fatal(err)
	}
}
