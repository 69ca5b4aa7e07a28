package board

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"wirediff/diff"
	"wirediff/diff/report"
)

// longPage is a page of rows by columns cells of made-up words, with a fixed
// seed: vocabulary as in a long text, every eighth cell reworded.
func longPage(rows, cols int) *report.Page {
	rng := rand.New(rand.NewSource(7))
	vocabulary := make([]string, 16000)
	for i := range vocabulary {
		b := make([]byte, 2+rng.Intn(9))
		for k := range b {
			b[k] = byte('a' + rng.Intn(26))
		}
		vocabulary[i] = string(b)
	}
	names := make([]string, cols)
	for i := range names {
		names[i] = fmt.Sprintf("Version %d", i)
	}
	p := newPage(names...)
	for r := range rows {
		words := make([]string, 12+rng.Intn(14))
		for i := range words {
			words[i] = vocabulary[int(float64(len(vocabulary))*rng.Float64()*rng.Float64())]
		}
		cells := []specCell{cell(diff.IsBase, strings.Join(words, " "))}
		for h := 1; h < cols; h++ {
			if (r+h)%8 == 0 {
				words[3] = "[r:" + words[3] + "]"
				cells = append(cells, cell(diff.Reworded, strings.Join(words, " ")))
				words[3] = words[3][3 : len(words[3])-1]
			} else {
				cells = append(cells, cell(diff.Kept, strings.Join(words, " ")))
			}
		}
		p.row(itoa(r+1), cells...)
	}
	return p.done()
}

// BenchmarkCompose measures every word of a page: once per page and look.
func BenchmarkCompose(b *testing.B) {
	p := longPage(10000, 2)
	b.Run("new vocabulary", func(b *testing.B) {
		for b.Loop() {
			compose(p, DefaultLook(false), newFontBook(), false)
		}
	})
	b.Run("known vocabulary", func(b *testing.B) {
		book := newFontBook()
		compose(p, DefaultLook(false), book, false)
		for b.Loop() {
			compose(p, DefaultLook(false), book, false)
		}
	})
}

// BenchmarkWrap wraps and stacks all rows anew: every change of the width.
func BenchmarkWrap(b *testing.B) {
	for _, x := range []struct{ rows, cols, width int }{{10000, 2, 1200}, {60, 8, 1900}} {
		b.Run(fmt.Sprintf("%dx%d", x.rows, x.cols), func(b *testing.B) {
			c := compose(longPage(x.rows, x.cols), DefaultLook(false), newFontBook(), false)
			words := 0
			for _, f := range c.flows {
				words += len(f.words)
			}
			width := x.width
			for b.Loop() {
				width ^= 32
				arrange(c, columnPlan{width: width, heads: x.cols, base: 0}.columns(c.m), width, nil)
			}
			b.ReportMetric(float64(words), "words")
		})
	}
}

// BenchmarkScroll is one step of the wheel, and a page of new rows, painting
// by the graphics card left out.
func BenchmarkScroll(b *testing.B) {
	for _, x := range []struct {
		name                            string
		rows, cols, width, height, step int
	}{{"2 columns, wheel", 10000, 2, 1280, 800, 25}, {"2 columns, page", 10000, 2, 1280, 800, 700}, {"8 columns, wheel", 60, 8, 1920, 1080, 25}} {
		b.Run(x.name, func(b *testing.B) {
			w := shown(b, longPage(x.rows, x.cols), DefaultLook(false), x.width, x.height)
			most := 0
			for b.Loop() {
				w.scrollBy(x.step)
				if w.scroll == w.clamp(1<<30) {
					w.scrollTo(0)
				}
				most = max(most, len(w.body.objects))
			}
			b.ReportMetric(float64(most), "objects")
		})
	}
}

// BenchmarkResize is a change of the window's width, all told.
func BenchmarkResize(b *testing.B) {
	w := shown(b, longPage(10000, 2), DefaultLook(false), 1280, 800)
	for i := 0; b.Loop(); i++ {
		w.Resize(fyne.NewSize(float32(1200+i%2*40), 800))
	}
}

// BenchmarkSetPage is a page in place of another, with the place kept.
func BenchmarkSetPage(b *testing.B) {
	p := pageFor(b, 0, sources()...)
	w := shown(b, p, DefaultLook(false), 1280, 800)
	w.scrollTo(500)
	for b.Loop() {
		w.SetPage(p)
	}
}

// BenchmarkFirst is what a board costs before its first frame: the fonts
// parsed, and five short versions measured, wrapped and drawn.
func BenchmarkFirst(b *testing.B) {
	p := pageFor(b, 0, append(sources(), sources()[:2]...)...)
	b.Run("fonts", func(b *testing.B) {
		for b.Loop() {
			newFontBook()
		}
	})
	b.Run("page", func(b *testing.B) {
		book := newFontBook()
		for b.Loop() {
			clear(book.known)
			drawn(p, DefaultLook(false), book, 1280, nil)
		}
	})
}

// BenchmarkAddVersion is a sixth version beside five, from its text to the
// board: compared, read, laid out, the place kept.
func BenchmarkAddVersion(b *testing.B) {
	five := damStories(b)
	six := append(five[:len(five):len(five)], five[1])
	six[5].Name, six[5].File = "Sixth", "sixth"
	w := shown(b, pageFor(b, 0, five...), DefaultLook(false), 1280, 800)
	w.scrollTo(900)
	before := w.page
	for b.Loop() {
		w.SetPage(pageFor(b, 0, six...))
		b.StopTimer()
		w.SetPage(before)
		b.StartTimer()
	}
}

// BenchmarkOverview paints the lanes of a page anew: when the page, the look
// or the hits are others. What is in view only moves the frame.
func BenchmarkOverview(b *testing.B) {
	for _, rows := range []int{60, 10000} {
		p := longPage(rows, 8)
		pal := DefaultLook(false).Palette
		b.Run(fmt.Sprintf("%d rows of 8", rows), func(b *testing.B) {
			for b.Loop() {
				newLanes(p, 1000).draw(&pal, 1)
			}
		})
	}
}
