package board

import (
	"context"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"pgregory.net/rapid"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/text"
)

// quays are short versions with a rewording, a move, a split, additions, a
// hole and a trimmed end.
func quays() []text.Source {
	bodies := []string{
		"The lock at Sennen closed on Monday after a barge struck its upper gate.\n\nDivers found a crack as long as an arm. The keeper had heard a bang before dawn.\n\nNobody was hurt, the canal office said. Traffic was sent through the northern arm.\n\nRepairs will take three weeks. The barge carried gravel for a new bridge.\n\nIts skipper declined to comment on Tuesday.\n\nThe gate was built in 1911.",
		"The lock at Sennen closed on Monday after a barge hit its upper gate.\n\nThe gate was built in 1911.\n\nDivers found a crack as long as an arm. The keeper had heard a bang before dawn.\n\nNobody was hurt, the canal office said. Traffic was sent through the northern arm.\n\nA café on the towpath gave away its soup.\n\nRepairs will take three weeks.",
		"The lock at Sennen closed on Monday. It closed after a barge struck its upper gate.\n\nDivers found a crack as long as an arm.\n\nRepairs will take three weeks. The barge carried gravel for a new bridge.",
	}
	var out []text.Source
	for i, b := range bodies {
		name := []string{"Canal Wire", "Sennen Observer", "Radio Towpath"}[i]
		out = append(out, text.Source{Name: name, File: name, Body: b})
	}
	return out
}

// quayPage is a page of the quays in some columns.
func quayPage(t testing.TB, order ...int) *report.Page {
	c, err := diff.Compare(context.Background(), quays(), diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return report.New(c.Read(0), report.View{Order: order})
}

// aView is a view beside the columns with what the tests need of it.
type aView struct {
	name string
	page func(t testing.TB) *report.Page
	make func(b *Board) (fyne.CanvasObject, *pane)
}

func allViews() []aView {
	all := func(t testing.TB) *report.Page { return quayPage(t) }
	pair := func(t testing.TB) *report.Page { return quayPage(t, 0, 1) }
	return []aView{
		{"matrix", all, func(b *Board) (fyne.CanvasObject, *pane) { m := NewMatrix(b); return m, &m.pane }},
		{"order", all, func(b *Board) (fyne.CanvasObject, *pane) { o := NewOrder(b); return o, &o.pane }},
		{"inline", pair, func(b *Board) (fyne.CanvasObject, *pane) {
			n := NewInline(b)
			n.SetVersions([]int{1, 2})
			return n, &n.pane
		}},
	}
}

// open shows a view in a window.
func (v aView) open(t testing.TB, dark bool, width int) (*Board, *pane) {
	var p *pane
	b, _ := beside(t, v.page(t), DefaultLook(dark), width, 640, func(b *Board) fyne.CanvasObject {
		o, inner := v.make(b)
		p = inner
		return o
	})
	b.FocusCell(report.Place{Row: 3, Col: 1})
	return b, p
}

var colours = regexp.MustCompile(`#[0-9A-Fa-f]{6}`)

// The scene of each view at three widths, light and dark; dark differs in its
// colours only.
func TestViewScenes(t *testing.T) {
	for _, v := range allViews() {
		twice(t, v.name, func(dark bool, width int) string {
			_, p := v.open(t, dark, width)
			return p.scene.String()
		})
	}
}

// The scene of the pair, likewise.
func TestPairScene(t *testing.T) {
	twice(t, "pair", func(dark bool, width int) string {
		b := shown(t, quayPage(t, 0, 1), DefaultLook(dark), width, 640)
		b.SetPair(true)
		b.FocusCell(report.Place{Row: 3, Col: 1})
		return b.scene.String()
	})
}

// twice compares scenes with their masters at three widths, light and dark.
func twice(t *testing.T, name string, scene func(dark bool, width int) string) {
	for _, width := range []int{700, 1200, 1800} {
		t.Run(fmt.Sprintf("%s %d", name, width), func(t *testing.T) {
			light, dark := scene(false, width), scene(true, width)
			golden(t, fmt.Sprintf("%s-%d-light.txt", name, width), light)
			golden(t, fmt.Sprintf("%s-%d-dark.txt", name, width), dark)
			if colours.ReplaceAllString(light, "") != colours.ReplaceAllString(dark, "") {
				t.Error("dark stands elsewhere than light")
			}
		})
	}
}

// Both sides of a recast pair have hairlines under the words they share, and
// under nothing else; no word of a recast cell is boxed.
func TestPairUnderlinesWhatRecastKept(t *testing.T) {
	p := pageFor(t, 0,
		text.Source{Name: "A", File: "a", Body: "The harbour master opened the gate at six.\n\nNo ship was allowed to leave before the divers had been down, he told the pilots in the tower on Friday.\n\nThe pumps ran all night."},
		text.Source{Name: "B", File: "b", Body: "The harbour master opened the gate at six.\n\nPilots said that every captain waited for hours because of work that the divers had been down for.\n\nThe pumps ran all night."})
	b := shown(t, p, DefaultLook(false), 1200, 640)
	b.SetPair(true)
	row := slices.IndexFunc(p.Rows, func(r report.Row) bool { return r.Cells[1].Verdict.Status == diff.Recast })
	if row < 0 {
		t.Fatal("the two are not taken for one sentence")
	}
	shared := b.composed.shared[row]
	if len(shared[0]) == 0 || len(shared[0]) != len(shared[1]) {
		t.Fatalf("shared %v", shared)
	}
	for side, spans := range shared {
		story := b.places.story(side)
		for i, s := range spans {
			if other := shared[1-side][i]; !strings.EqualFold(s.Of(story.Body), other.Of(b.places.story(1-side).Body)) {
				t.Errorf("%q is no word of the other side", s.Of(story.Body))
			}
		}
	}
	lines := 0
	for _, i := range b.scene.layers[layerLine] {
		if i.kind == rectItem && i.fill == b.look.Palette.Edge {
			lines++
		}
	}
	if lines < 2*len(shared[0]) {
		t.Errorf("%d hairlines under %d shared stretches on both sides", lines, len(shared[0]))
	}
}

// No text reaches over the edge of its view, at any width or size.
func TestViewTextIsNotCut(t *testing.T) {
	for _, v := range allViews() {
		for _, percent := range []int{100, 180} {
			for width := 640; width <= 1900; width += 180 {
				b, p := v.open(t, false, width)
				l := b.Look()
				l.Percent = percent
				b.SetLook(l)
				for _, layer := range p.scene.layers {
					for _, i := range layer {
						if i.kind == textItem && (i.x < 0 || i.x+i.w > width) {
							t.Errorf("%s at %d, %d%%: %s", v.name, width, percent, i)
						}
					}
				}
			}
		}
	}
}

// A clipped line lies in the view and on the line.
func TestClipLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(-3000, 3000)
		x1, y1, x2, y2 := n.Draw(t, "x1"), n.Draw(t, "y1"), n.Draw(t, "x2"), n.Draw(t, "y2")
		top := n.Draw(t, "top")
		bottom := top + rapid.IntRange(0, 2000).Draw(t, "height")
		a, b, c, d, ok := clipLine(x1, y1, x2, y2, top, bottom)
		if !ok {
			if max(y1, y2) >= top && min(y1, y2) <= bottom {
				t.Fatal("a line in view is left out")
			}
			return
		}
		for _, p := range [][2]int{{a, b}, {c, d}} {
			if p[1] < top || p[1] > bottom {
				t.Fatalf("%v lies outside %d to %d", p, top, bottom)
			}
			if y1 != y2 {
				want := float64(x1) + float64(x2-x1)*float64(p[1]-y1)/float64(y2-y1)
				if math.Abs(want-float64(p[0])) > 1 {
					t.Fatalf("%v is not on the line: %f", p, want)
				}
			}
		}
	})
}

// Every line of a slope panel joins the heights of its two sentences, and the
// axis ends where the story ends.
func TestSlopesStandAtTheirSentences(t *testing.T) {
	b, o := beside(t, quayPage(t), DefaultLook(false), 1400, 900, NewOrder)
	b.Unfocus()
	heads := map[[4]int]bool{}
	for _, l := range []layer{layerSpine, layerWord, layerHit, layerSelect} {
		for _, i := range o.scene.layers[l] {
			if i.kind == lineItem {
				heads[[4]int{i.x, i.y, i.x + i.w, i.y + i.h}] = true
			}
		}
	}
	p := &o.plan
	gap := p.set.m.t(slopeGap)
	for i := range p.panels {
		s := &p.panels[i]
		for _, l := range s.Lines {
			dy := 0
			if drawnOf(l.Verdict) == drawnRecast {
				dy = -p.set.m.u
			}
			want := [4]int{s.from + gap, p.head + p.y(l.From) + dy, s.to - gap, p.head + p.y(l.To) + dy}
			if !heads[want] {
				t.Errorf("%s: no line from %d to %d", s.Name, l.From+1, l.To+1)
			}
		}
		end := 0
		for _, it := range o.scene.layers[layerTint] {
			if it.kind == rectItem && it.x == s.to {
				end = it.y + it.h
			}
		}
		if want := p.head + p.y(s.Length-1) + p.pitch/2; end != want {
			t.Errorf("%s: its axis ends at %d, not at %d", s.Name, end, want)
		}
	}
	var words []string
	for _, i := range o.scene.layers[layerOver] {
		words = append(words, i.text)
	}
	if all := strings.Join(words, " "); !strings.Contains(all, "hole") && !strings.Contains(all, "trimmed") {
		t.Errorf("no run of cuts is named: %s", all)
	}
}

// Keys reach all of each view: arrows go from row to row, Enter opens the
// columns, letters are those of the board.
func TestViewKeys(t *testing.T) {
	for _, v := range allViews() {
		t.Run(v.name, func(t *testing.T) {
			b, p := v.open(t, false, 1200)
			opened := 0
			p.OnOpen = func(report.Place) { opened++ }
			b.Unfocus()
			rows := map[int]bool{}
			for range 40 {
				p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
				rows[b.focus.Row] = true
			}
			for r := range b.page.Rows {
				if top, end := p.shape.span(r); top < end && !rows[r] {
					t.Errorf("the arrows do not reach row %d", r)
				}
			}
			if !p.inView(b.focus.Row) {
				t.Error("the row in focus is out of sight")
			}
			p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			if opened != 1 {
				t.Errorf("Enter opened %d times", opened)
			}
			p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if _, ok := b.Focus(); ok {
				t.Error("Escape leaves the focus")
			}
			if p.TypedRune('n'); b.ChangeIndex() < 0 {
				t.Error("n goes to no change")
			}
		})
	}
}

// In the order view next and previous stop at moves only.
func TestWalkOfMoves(t *testing.T) {
	b, _ := beside(t, quayPage(t), DefaultLook(false), 1200, 700, NewOrder)
	b.SetWalk(true)
	if n := b.ChangeCount(); n == 0 || n >= len(b.page.Changes) {
		t.Fatalf("%d moves among %d changes", n, len(b.page.Changes))
	}
	for b.NextChange() {
		if c := &b.page.Rows[b.focus.Row].Cells[b.focus.Col]; !c.Verdict.Moved {
			t.Errorf("row %d has not moved", b.focus.Row)
		}
	}
}

// A click on a tile, a line or a part gives the focus to its cell; the next
// one opens it.
func TestViewClicks(t *testing.T) {
	for _, v := range allViews() {
		b, p := v.open(t, false, 1200)
		b.Unfocus()
		opened := 0
		p.OnOpen = func(report.Place) { opened++ }
		for y := 20; y < 600 && opened == 0; y += 17 {
			e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
			e.Position = fyne.NewPos(500, float32(y))
			if _, ok := p.shape.placeAt(500, y); !ok {
				continue
			}
			p.MouseDown(e)
			p.MouseUp(e)
			at, ok := b.Focus()
			if want, _ := p.shape.placeAt(500, y); !ok || at != want {
				t.Fatalf("%s: a click at %d goes to %v, not to %v", v.name, y, at, want)
			}
			p.MouseUp(e)
		}
		if opened == 0 {
			t.Errorf("%s: nothing can be clicked", v.name)
		}
	}
}

// The proof folds cuts to a line a run, and the arrows change the version.
func TestInlineFoldsAndTurns(t *testing.T) {
	b, n := beside(t, quayPage(t, 0, 2), DefaultLook(false), 1200, 900, NewInline)
	n.SetVersions([]int{1, 2})
	high := n.sheet.height
	if n.SetFolded(true); n.sheet.height >= high || !strings.Contains(n.scene.String(), "cut, folded") {
		t.Errorf("folded it is %d high, shown %d", n.sheet.height, high)
	}
	b.FocusCell(report.Place{Row: 1, Col: 1})
	got := -1
	n.OnVersion = func(v int) { got = v }
	if n.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft}); got != 1 {
		t.Errorf("left goes to version %d", got)
	}
}

// What is scrolled to in a view is in sight in the columns behind it.
func TestViewTakesTheBoardAlong(t *testing.T) {
	b, m := beside(t, pageFor(t, 0, sources()...), DefaultLook(false), 900, 420, NewMatrix)
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if r := m.rowAt(m.scroll); b.layout.rowAt(b.scroll) != r {
		t.Errorf("the matrix begins at row %d, the columns at %d", r, b.layout.rowAt(b.scroll))
	}
}

// Against neighbours each panel is what its outlet does to the one left of it.
func TestOrderAgainstNeighbours(t *testing.T) {
	p := quayPage(t)
	_, o := beside(t, p, DefaultLook(false), 1400, 900, NewOrder)
	o.SetNeighbours(true)
	for i := range o.plan.slopes {
		s := &o.plan.slopes[i]
		if s.head != i+1 || s.against != i {
			t.Fatalf("panel %d: %d against %d", i, s.head, s.against)
		}
		left, right := p.Heads[s.against].Version, p.Heads[s.head].Version
		want := report.NewSlopes(p.Reading.Collation.Read(left), []int{right}).Panels[0]
		if len(s.Lines) != len(want.Lines) || len(s.Cuts) != len(want.Cuts) || s.Length != want.Length {
			t.Errorf("%s against %s: %d lines, want %d", s.Name, p.Heads[s.against].Name, len(s.Lines), len(want.Lines))
		}
	}
	o.SetNeighbours(false)
	if s := &o.plan.slopes[1]; s.against != 0 {
		t.Errorf("back against the base, the second stands against %d", s.against)
	}
}

// Where not all outlets have room, the matrix and the order say which do.
func TestViewsSayWhichColumnsHaveRoom(t *testing.T) {
	_, m := beside(t, quayPage(t), DefaultLook(false), 520, 500, NewMatrix)
	if words := m.ColumnWords(); words != "column 2 of 3" {
		t.Errorf("the matrix says %q of %d tiles", words, len(m.grid.cols))
	}
	_, o := beside(t, quayPage(t), DefaultLook(false), 400, 500, NewOrder)
	if words := o.ColumnWords(); words != "column 2 of 3" {
		t.Errorf("the order says %q of %d panels", words, len(o.plan.panels))
	}
	_, o = beside(t, quayPage(t), DefaultLook(false), 1400, 500, NewOrder)
	if words := o.ColumnWords(); words != "" {
		t.Errorf("all have room, but it says %q", words)
	}
}
