package board

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"wirediff/diff/report"
)

// Every tile says what the model says, in the order of the model.
func TestMatrixShowsTheModel(t *testing.T) {
	b, m := beside(t, quayPage(t), DefaultLook(false), 1400, 900, NewMatrix)
	model := report.NewMatrix(b.page)
	lines := strings.Split(strings.TrimRight(m.Table(), "\n"), "\n")
	if len(lines) != len(model.Rows)+1 {
		t.Fatalf("%d lines for %d rows", len(lines), len(model.Rows))
	}
	drawn := map[[2]int][]string{}
	for _, i := range m.scene.layers[layerText] {
		if i.kind == textItem {
			at, ok := m.placeAt(i.x, i.y)
			if ok && i.x >= m.grid.cols[0].x {
				drawn[[2]int{at.Row, at.Col}] = append(drawn[[2]int{at.Row, at.Col}], i.text)
			}
		}
	}
	for i, r := range model.Rows {
		cells := strings.Split(lines[i+1], "\t")
		if len(cells) != len(model.Page.Heads)+3 || cells[0] != r.Label {
			t.Errorf("row %s: %q", r.Label, cells)
		}
		for c, tile := range r.Tiles {
			got := strings.Join(drawn[[2]int{r.Row, c}], " ")
			if tile.Cell == nil && got != "" || tile.Cell != nil && !strings.HasPrefix(got, tile.Word) && !strings.HasSuffix(got, tile.Word) {
				t.Errorf("row %s, column %d: %q is drawn, %q is meant", r.Label, c, got, tile.Word)
			}
			if !strings.HasPrefix(cells[c+1], tile.Word) {
				t.Errorf("row %s, column %d: %q in the table", r.Label, c, cells[c+1])
			}
		}
	}
}

// The rows of the matrix stand in the order asked for, all of them, and the
// arrows follow it.
func TestMatrixSorts(t *testing.T) {
	b, m := beside(t, quayPage(t), DefaultLook(false), 1400, 900, NewMatrix)
	story := slices.Clone(m.grid.rows)
	key := map[Sort]func(r *report.MatrixRow) int{
		MostOutlets:   func(r *report.MatrixRow) int { return -r.In },
		FewestOutlets: func(r *report.MatrixRow) int { return r.In },
		ByStatus:      rankOf,
		StoryOrder:    func(r *report.MatrixRow) int { return r.Row },
	}
	for by := NumSort; by > 0; by-- {
		m.SetSort(by - 1)
		if len(m.grid.rows) != len(story) {
			t.Fatalf("%s: %d rows of %d", by-1, len(m.grid.rows), len(story))
		}
		for i := 1; i < len(m.grid.rows); i++ {
			k := key[by-1]
			if x, y := &m.grid.rows[i-1], &m.grid.rows[i]; k(x) > k(y) || k(x) == k(y) && x.Row > y.Row {
				t.Errorf("%s: row %s before %s", by-1, x.Label, y.Label)
			}
		}
		b.FocusCell(report.Place{Row: m.grid.rows[0].Row, Col: 1})
		for i := range m.grid.rows {
			if b.focus.Row != m.grid.rows[i].Row {
				t.Errorf("%s: the arrow goes to row %d at line %d, not to %d", by-1, b.focus.Row, i, m.grid.rows[i].Row)
			}
			m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		}
	}
}

// A click on "in how many" sorts by it, the next one the other way.
func TestMatrixSortsByClick(t *testing.T) {
	_, m := beside(t, quayPage(t), DefaultLook(false), 1400, 900, NewMatrix)
	m.OnSort = m.SetSort
	for _, want := range []Sort{MostOutlets, FewestOutlets} {
		m.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(m.grid.how+5), 30)}, Button: desktop.MouseButtonPrimary})
		if m.sort != want {
			t.Errorf("sorted by %s, want %s", m.sort, want)
		}
	}
	m.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(90, 30)}, Button: desktop.MouseButtonPrimary})
	if m.sort != StoryOrder {
		t.Errorf("sorted by %s", m.sort)
	}
}

// A tile in whose text a hit is has a mark at its right, the current one's
// another; the others have none.
func TestMatrixMarksHits(t *testing.T) {
	b, m := beside(t, quayPage(t), DefaultLook(false), 1400, 900, NewMatrix)
	b.SetFind(Query{Text: "barge"})
	b.NextHit()
	kinds := map[report.Colour]int{}
	for _, i := range m.scene.layers[layerHit] {
		kinds[i.fill]++
	}
	pal := &b.look.Palette
	if cells := len(b.find.cells()); cells < 3 || kinds[pal.Hit] != cells-1 || kinds[pal.HitNow] != 1 {
		t.Errorf("%d cells, marks %v", cells, kinds)
	}
}
