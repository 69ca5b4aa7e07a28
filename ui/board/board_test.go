package board

import (
	"context"
	"fmt"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/text"
)

// lighthouse is a story of numbered sentences, long enough to scroll.
func lighthouse(name string, change func(i int, s string) string) text.Source {
	var b strings.Builder
	things := []string{"lamp", "harbour", "keeper", "council", "storm", "engine", "granite", "railing", "museum", "pilot"}
	for i := range 40 {
		s := fmt.Sprintf("The %s of Cape Ardent was repaired in year %d by crew number %d of the %s guild.", things[i%10], 1801+i*3, i*7+3, things[(i*3+1)%10])
		if change != nil {
			s = change(i, s)
		}
		if s == "" {
			continue
		}
		b.WriteString(s)
		if i%4 == 3 {
			b.WriteString("\n\n")
		} else {
			b.WriteString(" ")
		}
	}
	return text.Source{Name: name, File: name, Body: b.String()}
}

func sources() []text.Source {
	return []text.Source{
		lighthouse("Ardent Wire", nil),
		lighthouse("Cape Mail", func(i int, s string) string {
			switch {
			case i == 5:
				return ""
			case i%6 == 2:
				return strings.Replace(s, "repaired", "painted bright red", 1)
			}
			return s
		}),
		lighthouse("The Foghorn", func(i int, s string) string {
			if i == 12 {
				return s + " Nobody had asked the gulls, a visitor complained to our reporter."
			}
			return s
		}),
	}
}

// pageFor compares the sources against a base.
func pageFor(t testing.TB, base int, from ...text.Source) *report.Page {
	c, err := diff.Compare(context.Background(), from, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return report.New(c.Read(base), report.View{})
}

// topText returns the first sentence that begins in view, and how far below
// the top of the body.
func topText(b *Board, head string) (string, int) {
	for r := b.layout.rowAt(b.scroll); r < len(b.page.Rows); r++ {
		y := b.layout.tops[r] - b.scroll
		if y < 0 {
			continue
		}
		for h := range b.page.Heads {
			cell := &b.page.Rows[r].Cells[h]
			if b.page.Heads[h].Name == head && len(cell.Sentences) > 0 {
				return b.places.story(h).Text(int(cell.Sentences[0])), y
			}
		}
	}
	return "", 0
}

// The place on the page is never lost: not when the base changes, a version
// is added, removed or reordered, the text is larger or the window narrower.
func TestPlaceIsKept(t *testing.T) {
	s := sources()
	steps := []struct {
		name string
		do   func(b *Board)
		same bool // to the pixel
	}{
		{"another base", func(b *Board) { b.SetPage(pageFor(t, 1, s...)) }, true},
		{"no base", func(b *Board) { b.SetPage(pageFor(t, -1, s...)) }, true},
		{"a version less", func(b *Board) { b.SetPage(pageFor(t, 0, s[:2]...)) }, true},
		{"a version more", func(b *Board) { b.SetPage(pageFor(t, 0, append(s[:3:3], lighthouse("Gull", nil))...)) }, true},
		{"another order", func(b *Board) { b.SetPage(pageFor(t, 2, s[2], s[1], s[0])) }, true},
		{"larger text", func(b *Board) { l := b.Look(); l.Percent = 160; b.SetLook(l) }, true},
		{"another palette", func(b *Board) { b.SetLook(DefaultLook(true)) }, true},
		{"narrower", func(b *Board) { b.Resize(fyne.NewSize(760, 700)) }, true},
	}
	for _, x := range steps {
		t.Run(x.name, func(t *testing.T) {
			b := shown(t, pageFor(t, 0, s...), DefaultLook(false), 1200, 700)
			b.scrollTo(b.layout.height() / 2)
			want, y := topText(b, "Ardent Wire")
			x.do(b)
			if got, at := topText(b, "Ardent Wire"); got != want || at != y {
				t.Errorf("%q at %d is now %q at %d", want, y, got, at)
			}
		})
	}
}

func TestFocusIsKept(t *testing.T) {
	s := sources()
	b := shown(t, pageFor(t, 0, s...), DefaultLook(false), 1200, 700)
	for range 4 {
		b.NextChange()
	}
	p, _ := b.Focus()
	sentence := func(p report.Place) string {
		if c := b.page.Rows[p.Row].Cells[p.Col].Sentences; len(c) > 0 {
			return b.page.Heads[p.Col].Name + b.places.story(p.Col).Text(int(c[0]))
		}
		return "none"
	}
	want := sentence(p)
	b.SetPage(pageFor(t, 0, s[0], s[2], s[1]))
	if p, ok := b.Focus(); !ok || sentence(p) != want {
		t.Errorf("the focus was on %q, is on %q", want, sentence(p))
	}
	b.SetPage(pageFor(t, 0, s[0], s[2]))
	if p, ok := b.Focus(); ok && b.page.Heads[p.Col].Name == "Cape Mail" {
		t.Error("the focus is on a column that is gone")
	}
}

func TestChangesAreWalkedInOrder(t *testing.T) {
	b := shown(t, pageFor(t, 0, sources()...), DefaultLook(false), 1200, 700)
	n := b.ChangeCount()
	if n < 8 {
		t.Fatalf("only %d changes", n)
	}
	for i := range n {
		if !b.NextChange() || b.ChangeIndex() != i {
			t.Fatalf("step %d is at change %d", i, b.ChangeIndex())
		}
		first, last := b.rowsInView()
		if p, _ := b.Focus(); p.Row < first || p.Row > last {
			t.Fatalf("change %d in row %d is not in view: %d to %d", i, p.Row, first, last)
		}
	}
	if b.NextChange() {
		t.Error("there is a change after the last")
	}
	for i := n - 2; i >= 0; i-- {
		if !b.PrevChange() || b.ChangeIndex() != i {
			t.Fatalf("back to %d is at change %d", i, b.ChangeIndex())
		}
	}
}

func key(b *Board, name fyne.KeyName) { b.TypedKey(&fyne.KeyEvent{Name: name}) }

func TestKeys(t *testing.T) {
	b := shown(t, ferry(), DefaultLook(false), 1200, 600)
	var focused []report.Place
	b.OnFocus = func(row, col int) { focused = append(focused, report.Place{Row: row, Col: col}) }
	key(b, fyne.KeyDown)
	key(b, fyne.KeyDown)
	key(b, fyne.KeyRight)
	key(b, fyne.KeyRight)
	want := "[{1 0} {2 0} {2 1} {2 2}]"
	if fmt.Sprint(focused) != want {
		t.Errorf("arrows go to %v, want %s", focused, want)
	}
	b.TypedRune('m')
	if p, _ := b.Focus(); p != (report.Place{Row: 7, Col: 2}) {
		t.Errorf("M goes to %v", p)
	}
	key(b, fyne.KeyReturn)
	if p, _ := b.Focus(); p != (report.Place{Row: 2, Col: 2}) {
		t.Errorf("Enter goes back to %v", p)
	}
	key(b, fyne.KeyEnd)
	if b.scroll != b.clamp(1<<30) || b.scroll == 0 {
		t.Errorf("End scrolls to %d", b.scroll)
	}
	key(b, fyne.KeyPageUp)
	if b.scroll >= b.clamp(1<<30) {
		t.Error("Page up does not scroll")
	}
	key(b, fyne.KeyHome)
	if b.scroll != 0 {
		t.Error("Home does not scroll to the top")
	}
	key(b, fyne.KeyEscape)
	if _, ok := b.Focus(); ok {
		t.Error("Escape leaves the focus")
	}
}

// cellPoint returns a point in the first line of a cell's text.
func cellPoint(b *Board, p report.Place) (x, y int) {
	for _, c := range b.layout.cols {
		if c.head == p.Col {
			box := b.layout.box(p.Row)
			return c.text + 4, b.layout.headHeight() + b.layout.tops[p.Row] - b.scroll + box.gap + box.band + 8
		}
	}
	return 0, 0
}

func mouse(x, y int, button desktop.MouseButton) *desktop.MouseEvent {
	at := fyne.NewPos(float32(x), float32(y))
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at, AbsolutePosition: at}, Button: button}
}

func click(b *Board, x, y int) {
	b.MouseDown(mouse(x, y, desktop.MouseButtonPrimary))
	b.MouseUp(mouse(x, y, desktop.MouseButtonPrimary))
}

func dragFrom(b *Board, x1, y1, x2, y2 int) {
	b.MouseDown(mouse(x1, y1, desktop.MouseButtonPrimary))
	b.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(x2), float32(y2))}})
	b.MouseUp(mouse(x2, y2, desktop.MouseButtonPrimary))
	b.DragEnd()
}

func TestClicks(t *testing.T) {
	b := shown(t, ferry(), DefaultLook(false), 1200, 1000)
	chip := report.Place{Row: 2, Col: 2}
	x, y := cellPoint(b, chip)
	click(b, x, y)
	if p, _ := b.Focus(); p != chip {
		t.Errorf("a click on the text goes to %v", p)
	}
	click(b, x+10, y-b.layout.m.t(1))
	if p, _ := b.Focus(); p != (report.Place{Row: 7, Col: 2}) {
		t.Errorf("a click on the chip goes to %v", p)
	}
	x, y = cellPoint(b, report.Place{Row: 7, Col: 2})
	click(b, x, y)
	if p, _ := b.Focus(); p != chip {
		t.Errorf("a click on the ghost goes to %v", p)
	}
	unfolded := -1
	b.OnUnfold = func(r int) { unfolded = r }
	click(b, 300, b.layout.headHeight()+b.layout.tops[8]-b.scroll+5)
	if unfolded != 8 {
		t.Errorf("a click on the folded line unfolds %d", unfolded)
	}
	before := b.layout.height()
	b.FocusCell(report.Place{Row: 11, Col: 1})
	key(b, fyne.KeyReturn)
	if b.layout.height() <= before {
		t.Error("Enter does not unfold the furniture")
	}
	tall := b.layout.height()
	b.SetPage(ferry())
	if b.layout.height() != tall {
		t.Error("the furniture is folded again on the next page")
	}
}

func TestHead(t *testing.T) {
	b := shown(t, ferry(), DefaultLook(false), 1600, 700)
	menu, from, to := -1, -1, -1
	b.OnHeadMenu = func(col int, _ fyne.Position) { menu = col }
	b.OnReorder = func(f, at int) { from, to = f, at }
	cols := b.layout.cols
	click(b, cols[2].text+20, 20)
	if menu != 2 {
		t.Errorf("a click on the third head opens the menu of %d", menu)
	}
	dragFrom(b, cols[3].text+20, 20, cols[1].x+5, 20)
	if from != 3 || to != 1 {
		t.Errorf("the drag moves %d before %d", from, to)
	}
	width := cols[1].w
	dragFrom(b, cols[1].x+cols[1].w, 20, cols[1].x+cols[1].w-40, 20)
	if b.layout.cols[1].w >= width {
		t.Errorf("dragging the edge leaves the column %d wide", b.layout.cols[1].w)
	}
}

func TestSelectAndCopy(t *testing.T) {
	b := shown(t, ferry(), DefaultLook(false), 1200, 1000)
	x1, y1 := cellPoint(b, report.Place{Row: 4, Col: 4})
	x2, y2 := cellPoint(b, report.Place{Row: 5, Col: 4})
	dragFrom(b, x1-4, y1, x2+400, y2)
	got := b.Selected()
	if !strings.HasPrefix(got, "Transport minister") || !strings.Contains(got, "calling out the navy. “I slept") {
		t.Errorf("selected %q", got)
	}
	clip := test.NewClipboard()
	b.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip})
	if clip.Content() != got {
		t.Errorf("copied %q", clip.Content())
	}
	if with := b.SelectedWithOutlet(); with != "The Weekly Spar, Mon 3 Mar, 07:15: "+got {
		t.Errorf("with outlet: %q", with)
	}
	grounds := len(b.scene.layers[layerSelect])
	if grounds < 4 {
		t.Errorf("%d lines have the ground of selected text", grounds)
	}
	click(b, x1, y1)
	if b.Selected() != "" {
		t.Error("a click leaves the selection")
	}
}

func TestFind(t *testing.T) {
	b := shown(t, ferry(), DefaultLook(false), 1200, 700)
	for _, x := range []struct {
		q          Query
		hits, cols int
	}{
		{Query{Text: "ferrant"}, 5, 5},
		{Query{Text: "ferrant", Case: true}, 0, 0},
		{Query{Text: "sand"}, 4, 4},
		{Query{Text: "sand", Word: true}, 1, 1},
		{Query{Text: "nobody  panicked"}, 4, 4},
		{Query{Text: `\d+ people`, Regexp: true}, 4, 4},
		{Query{Text: "\"Nobody"}, 3, 3},
		{Query{Text: "zebra"}, 0, 0},
		{Query{}, 0, 0},
	} {
		if hits, cols, err := b.SetFind(x.q); hits != x.hits || cols != x.cols || err != nil {
			t.Errorf("%+v: %d hits in %d columns, want %d in %d (%v)", x.q, hits, cols, x.hits, x.cols, err)
		}
	}
	if _, _, err := b.SetFind(Query{Text: "(", Regexp: true}); err == nil {
		t.Error("a broken expression is taken")
	}
	b.SetFind(Query{Text: "harbour"})
	for i := range 6 {
		b.NextHit()
		hits, now := b.Hits()
		if now != i%len(hits) {
			t.Errorf("step %d is at hit %d", i, now)
		}
	}
	if len(b.scene.layers[layerHit]) == 0 {
		t.Error("no hit is drawn")
	}
}

// Marks are painted in the colours of the palette, light and dark.
func TestPixels(t *testing.T) {
	for _, dark := range []bool{false, true} {
		b := shown(t, ferry(), DefaultLook(dark), 1280, 1400)
		img := fyne.CurrentApp().Driver().CanvasForObject(b).Capture()
		pal := &b.look.Palette
		l := b.layout
		y := func(r int) int { return l.headHeight() + l.tops[r] + l.box(r).gap + l.box(r).band }
		for _, x := range []struct {
			name string
			x, y int
			want report.Colour
		}{
			{"spine of reworded", l.cols[1].text + l.m.t(spineAt) + 1, y(1) + 20, pal.Word.Line},
			{"first line of recast", l.cols[3].text + l.m.t(spineAt), y(1) + 20, pal.Word.Line},
			{"between the lines of recast", l.cols[3].text + l.m.t(spineAt) + 2, y(1) + 20, pal.Paper},
			{"second line of recast", l.cols[3].text + l.m.t(spineAt) + 4, y(1) + 20, pal.Word.Line},
			{"box of moved", l.cols[2].right() + 2, y(2) + 2, pal.Moved.Tint},
			{"spine of added", l.cols[4].text + l.m.t(spineAt) + 4, y(4) + 10, pal.Added.Line},
			{"box of added", l.cols[4].right() + 2, y(4) + 10, pal.Added.Tint},
			{"paper of an absent cell", l.cols[0].text + 20, y(4) + 10, pal.Paper},
			{"paper of the rail", 3, y(4), pal.Paper},
		} {
			if got := img.At(x.x, x.y); !same(got, x.want) {
				t.Errorf("dark %v: %s is %v, want %s", dark, x.name, got, x.want)
			}
		}
		hatch := 0
		for dx := range 40 {
			if same(img.At(l.cols[3].text+30+dx, y(6)+20), pal.Hatch) {
				hatch++
			}
		}
		if hatch == 0 || hatch > 20 {
			t.Errorf("dark %v: %d of 40 pixels of a cut cell are hatched", dark, hatch)
		}
	}
}

func same(a, b color.Color) bool {
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	return r1>>8 == r2>>8 && g1>>8 == g2>>8 && b1>>8 == b2>>8
}

func TestDescribe(t *testing.T) {
	p := ferry()
	for _, x := range []struct {
		at   report.Place
		want string
	}{
		{report.Place{Row: 3, Col: 2}, "Strait & Quay, 2–3: merged from 2 + 3"},
		{report.Place{Row: 2, Col: 2}, "Strait & Quay, 1a: moved up from 5"},
		{report.Place{Row: 7, Col: 2}, "Strait & Quay, 5: moved up to 1a"},
		{report.Place{Row: 7, Col: 1}, "The Lowmere Echo, 5: reworded, unsure"},
		{report.Place{Row: 4, Col: 4}, "The Weekly Spar, 3a: added, 1 of 2"},
		{report.Place{Row: 4, Col: 0}, ""},
		{report.Place{Row: 0, Col: 1}, "The Lowmere Echo: headline"},
		{report.Place{Row: 11, Col: 1}, "The Lowmere Echo: credit line, not counted"},
	} {
		if got := Describe(p, x.at); got != x.want {
			t.Errorf("%v: %q, want %q", x.at, got, x.want)
		}
	}
}

func TestEmptyPages(t *testing.T) {
	b := shown(t, nil, DefaultLook(false), 600, 400)
	b.NextChange()
	key(b, fyne.KeyDown)
	b.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -30)})
	click(b, 100, 100)
	b.SetPage(newPage("One").done())
	key(b, fyne.KeyDown)
	click(b, 100, 300)
	b.SetPage(nil)
	b.SetFind(Query{Text: "x"})
}

// Everything that is painted stands on whole pixels.
func TestWholePixels(t *testing.T) {
	for _, percent := range []int{80, 93, 100, 137, 250} {
		look := DefaultLook(false)
		look.Percent = percent
		b := shown(t, ferry(), look, 1283, 801)
		for i := range 5 {
			b.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -13.7)})
			for _, o := range b.body.Objects() {
				p, s := o.Position(), o.Size()
				for _, v := range []float32{p.X, p.Y, s.Width, s.Height} {
					if v != float32(int(v)) {
						t.Fatalf("%d%%, step %d: %T at %v, %v", percent, i, o, p, s)
					}
				}
			}
		}
	}
}

// A cell may be as long as a book: what is drawn is what is in view.
func TestLongCell(t *testing.T) {
	long := strings.Repeat("word ", 100000)
	p := newPage("One", "Two").row("1", cell(diff.IsBase, long), cell(diff.Added, long, unsure)).done()
	b := shown(t, p, DefaultLook(false), 900, 600)
	b.FocusCell(report.Place{Row: 0, Col: 1})
	b.scrollTo(b.layout.height() / 2)
	b.redraw()
	items := 0
	for _, l := range b.scene.layers {
		items += len(l)
		for _, i := range l {
			if i.h > 2000 {
				t.Errorf("%s is higher than the view", i)
			}
		}
	}
	if items < 100 || items > 3000 {
		t.Errorf("%d items are drawn", items)
	}
}
