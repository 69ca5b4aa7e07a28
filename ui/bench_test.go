package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"wirediff/diff"
	"wirediff/diff/news"
	"wirediff/ui/board"
)

// changedStories are two versions of n sentences that all differ in a word.
func changedStories(n int) shelf {
	var a, b strings.Builder
	for i := range n {
		fmt.Fprintf(&a, "The crew of barge %d counted the lanterns along the northern quay.\n\n", i)
		fmt.Fprintf(&b, "The crew of barge %d numbered the lanterns along the northern quay.\n\n", i)
	}
	return shelf{"a.txt": a.String(), "b.txt": b.String()}
}

// BenchmarkListStep marks the next entry of a list of ten thousand, as Down
// does and as the list does that follows the board; BenchmarkListFill makes
// and measures that many entries anew.
func BenchmarkListStep(b *testing.B) {
	l, _ := longList(b, 10_000)
	for b.Loop() {
		l.step(+1)
		if l.at == l.rows.count()-1 {
			l.mark(0)
		}
	}
	b.ReportMetric(float64(len(l.body.list.tops)-1), "entries")
}

func BenchmarkListFill(b *testing.B) {
	l, _ := longList(b, 10_000)
	for b.Loop() {
		l.fill()
	}
}

// longList is a panel with n entries of two lines, in a window.
func longList(b *testing.B, n int) (*walkList, *newsPanel) {
	a := test.NewTempApp(b)
	w := newWindow(a, shelf{}, diff.Compare, func(f func()) { f() })
	w.win.Resize(fyne.NewSize(1280, 800))
	p := w.stage.news
	for i := range n {
		p.items = append(p.items, newsEntry{leads: true, kind: news.Number, room: 6, lines: []newsLine{
			words(quiet(fmt.Sprint(i)), strong("B"), signed(board.MarkFlag, "number", board.ColorInk)),
			{pieces: []piece{plainPiece("218 passengers"), plainPiece("281 passengers")}, rows: 2, story: true}}})
	}
	p.list.Resize(fyne.NewSize(listWidth, 600))
	p.list.fill()
	b.Cleanup(func() { w.jobs.stop(); w.win.Close() })
	return p.list, p
}

// A list of thousands is walked, filtered and followed like a short one.
func TestAChangeListOfThousands(t *testing.T) {
	const n = 3000
	b := newBench(t, changedStories(n), nil)
	b.compare("a.txt", "b.txt")
	fire(b, "Ctrl+L")
	l := b.stage.changes
	if len(l.items) < n || l.title.text != countWords(len(b.page.Changes), "change") {
		t.Fatalf("%d entries, %q", len(l.items), l.title.text)
	}
	if drawn := len(test.WidgetRenderer(l.list.body).Objects()); drawn == 0 || drawn > 20 {
		t.Errorf("%d entries are drawn", drawn)
	}
	b.win.Canvas().Focus(l.list)
	b.typeKey(fyne.KeyEnd)
	b.typeKey(fyne.KeyReturn)
	last := l.items[len(l.items)-1]
	if at, ok := b.stage.board.Focus(); !ok || at != last.Place {
		t.Errorf("End and Enter lead to %v", at)
	}
	b.do(b.command("previous"))
	if l.list.at != len(l.items)-2 {
		t.Errorf("the list follows to entry %d", l.list.at)
	}
}
