package board

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Find marks words that the proof strikes, in the base's bytes, and passes
// over words of the base that it prints only once, as the version's.
func TestInlineFindsStruckWords(t *testing.T) {
	b, n := beside(t, quayPage(t, 0, 1), DefaultLook(false), 1200, 900, NewInline)
	for _, x := range []struct {
		word string
		hits int
	}{
		{"struck", 1},     // "hit" in the version
		{"skipper", 1},    // of a sentence that was cut
		{"Sennen", 1},     // in both, printed once
		{"towpath", 1},    // of an added sentence
		{"aqueduct", 0},   // in none
		{"upper gate", 1}, // runs over two words
	} {
		b.SetFind(Query{Text: x.word})
		if hits, _ := b.Hits(); len(hits) != x.hits {
			t.Errorf("%q: %d hits, want %d", x.word, len(hits), x.hits)
		}
		if marks := len(n.scene.layers[layerHit]); (marks > 0) != (x.hits > 0) {
			t.Errorf("%q: %d marks", x.word, marks)
		}
	}
	n.Hide()
	b.SetFind(Query{Text: "Sennen"})
	if hits, _ := b.Hits(); len(hits) != 2 {
		t.Errorf("with the proof hidden %d hits, want 2", len(hits))
	}
}

// wordPoint returns the middle of a printed word of the proof.
func wordPoint(t *testing.T, n *Inline, word string) (x, y int) {
	t.Helper()
	for _, i := range n.scene.layers[layerText] {
		if i.text == word && i.x >= n.sheet.text {
			return i.x + i.w/2, i.y - 3
		}
	}
	t.Fatalf("%q is not printed", word)
	return 0, 0
}

// dragInline drags the mouse from one word of the proof to another.
func dragInline(t *testing.T, n *Inline, from, to string) {
	x, y := wordPoint(t, n, from)
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = fyne.NewPos(float32(x), float32(y))
	n.MouseDown(e)
	x, y = wordPoint(t, n, to)
	n.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(x), float32(y))}})
	e.Position = fyne.NewPos(float32(x), float32(y))
	n.MouseUp(e)
}

// Text of the proof is selected with the mouse: the version's, struck words
// left out, or the base's where the drag begins on a struck word.
func TestInlineSelects(t *testing.T) {
	b, n := beside(t, quayPage(t, 0, 1), DefaultLook(false), 1200, 900, NewInline)
	dragInline(t, n, "lock", "gate.")
	got := b.Selected()
	if !strings.Contains(got, "at Sennen closed on Monday after a barge hit its upper") || strings.Contains(got, "struck") {
		t.Errorf("selected %q", got)
	}
	if len(n.scene.layers[layerSelect]) == 0 {
		t.Error("the selection is not drawn")
	}
	if with := b.SelectedWithOutlet(); with != "Sennen Observer: "+got {
		t.Errorf("copied %q", with)
	}
	if _, focused := b.Focus(); focused {
		t.Error("a drag is a click too")
	}
	dragInline(t, n, "Its", "comment")
	if got := b.Selected(); !strings.Contains(got, "skipper declined to") {
		t.Errorf("of the struck sentence %q is selected", got)
	}
	if with := b.SelectedWithOutlet(); !strings.HasPrefix(with, "Canal Wire: ") {
		t.Errorf("copied %q", with)
	}
	n.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.Selected() != "" {
		t.Error("Escape leaves the selection")
	}
}
