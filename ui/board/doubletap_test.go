package board

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"wirediff/diff/report"
	"wirediff/diff/text"
)

func TestADoubleClickSelectsAWord(t *testing.T) {
	b := shown(t, pageFor(t, 0, text.Source{Name: "a", Body: "Cranes began moving again at six.\n"},
		text.Source{Name: "b", Body: "Cranes swung again at six.\n"}), DefaultLook(false), 1000, 700)
	for r := range b.page.Rows {
		if b.page.Rows[r].Kind != report.TextRow || len(b.page.Rows[r].Cells[0].Sentences) == 0 {
			continue
		}
		at, size, ok := b.CellRect(report.Place{Row: r, Col: 0})
		if !ok {
			t.Fatal("the first row of text is out of view")
		}
		b.DoubleTapped(&fyne.PointEvent{Position: at.AddXY(60, size.Height/2)})
		word := b.Selected()
		if word == "" || len(word) > 20 || strings.Contains(word, " ") {
			t.Errorf("selected %q, want a word", word)
		}
		return
	}
	t.Fatal("no row of text")
}
