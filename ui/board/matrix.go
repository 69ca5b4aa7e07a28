package board

import (
	"strconv"
	"strings"

	"wirediff/diff/report"
	"wirediff/ui/tongue"
)

// Matrix shows who has what: one line per row of the page, a tile per
// outlet, squares for "in how many". It follows a board.
type Matrix struct {
	pane

	OnSort func(Sort) // another order of the rows was asked for by a click

	grid tileGrid
	sort Sort
}

// NewMatrix returns the matrix of what b shows.
func NewMatrix(b *Board) *Matrix {
	m := &Matrix{}
	m.init(b, m, m)
	return m
}

// Lengths of the matrix in text sizes.
const (
	matrixRow     = 1.52
	matrixTileMin = 6.2
	matrixTileMax = 9.2
	matrixGap     = 0.7 // between tiles
	matrixTextMin = 14.0
	matrixText    = 26.0 // wanted for the words before tiles grow
	matrixHow     = 7.6  // "in how many"
	matrixOwn     = 1.15 // own rows are set in by it
)

// tileGrid is where everything in the matrix stands.
type tileGrid struct {
	matrix *report.Matrix
	rows   []report.MatrixRow // of the matrix, sorted
	set    setter
	index  []int // by page row: the line of the matrix, -1: none
	row    int   // height of a line
	head   int
	text   int      // width of the words
	cols   []column // shown outlets; text and wrap are those of the tile
	how    int      // left edge of "in how many", -1: no room
}

// arrange is part of shape.
func (m *Matrix) arrange(width, _ int) {
	p, l := m.board.page, m.board.look
	g := tileGrid{set: newSetter(l, m.board.book), how: -1}
	if m.grid.matrix != nil && m.grid.matrix.Page == p {
		g.matrix = m.grid.matrix
	} else {
		g.matrix = report.NewMatrix(p)
	}
	g.rows = sorted(g.matrix.Rows, m.sort)
	g.index = make([]int, len(p.Rows))
	for i := range g.index {
		g.index[i] = -1
	}
	for i := range g.rows {
		g.index[g.rows[i].Row] = i
	}
	g.row = g.set.m.t(matrixRow)
	g.head = g.set.m.t(0.5) + g.set.m.t(1.1) + 2*g.nameLine() + g.set.m.t(0.5)
	g.share(width, m.board)
	m.grid = g
}

func (g *tileGrid) nameLine() int { return round(1.2 * float64(g.set.fonts.masthead.size)) }

// share gives tiles and words their widths. Where not all outlets have room,
// the base stays, and the others are shown from the one in focus on.
func (g *tileGrid) share(width int, b *Board) {
	m, n := g.set.m, len(g.matrix.Page.Heads)
	free := width - m.t(railWidth) - m.t(matrixTextMin) - m.t(matrixGap)
	how := m.t(matrixHow) + g.squares(n)
	if free-how >= n*m.t(matrixTileMin) {
		free -= how
	} else {
		how = 0
	}
	fits := min(n, max(1, free/m.t(matrixTileMin)))
	wanted := (free - m.t(matrixText-matrixTextMin)) / fits
	tile := min(m.t(matrixTileMax), max(wanted, m.t(matrixTileMin)))
	g.text = width - m.t(railWidth) - m.t(matrixGap) - fits*tile - how
	g.text = min(g.text, m.t(columnMax*1.4))
	x := m.t(railWidth) + g.text + m.t(matrixGap)
	plan := columnPlan{heads: n, base: headOfBase(g.matrix.Page)}
	for _, h := range plan.window(fits, b.focusedColumn()) {
		g.cols = append(g.cols, column{head: h, x: x, w: tile, text: x, wrap: tile - m.t(matrixGap)})
		x += tile
	}
	if how > 0 {
		g.how = x
	}
}

// squares returns how much wider than for five the squares of n outlets are.
func (g *tileGrid) squares(n int) int { return max(0, n-5) * (7*g.set.m.u + 3*g.set.m.u) }

func headOfBase(p *report.Page) int {
	for i := range p.Heads {
		if p.Heads[i].Base {
			return i
		}
	}
	return -1
}

// sizes is part of shape.
func (m *Matrix) sizes() (head, body int) {
	if m.grid.matrix == nil {
		return 0, 0
	}
	return m.grid.head, len(m.grid.rows)*m.grid.row + m.grid.set.m.t(0.5)
}

// span is part of shape.
func (m *Matrix) span(row int) (top, end int) {
	if row < 0 || row >= len(m.grid.index) || m.grid.index[row] < 0 {
		return 0, 0
	}
	top = m.grid.index[row] * m.grid.row
	return top, top + m.grid.row
}

// rowAt is part of shape.
func (m *Matrix) rowAt(y int) int {
	if len(m.grid.rows) == 0 {
		return -1
	}
	return m.grid.rows[min(max(y/m.grid.row, 0), len(m.grid.rows)-1)].Row
}

// placeAt is part of shape: the words of a row stand for the base's tile, or
// for the first outlet's that has it.
func (m *Matrix) placeAt(x, y int) (report.Place, bool) {
	g := &m.grid
	i := (y - g.head + m.scroll) / max(1, g.row)
	if y < g.head || i >= len(g.rows) {
		return report.Place{}, false
	}
	row := &g.rows[i]
	for _, c := range g.cols {
		if x >= c.x && x < c.x+c.w {
			return report.Place{Row: row.Row, Col: c.head}, true
		}
	}
	for h, t := range row.Tiles {
		if t.Cell != nil && len(t.Cell.Sentences) > 0 {
			return report.Place{Row: row.Row, Col: h}, true
		}
	}
	return report.Place{Row: row.Row}, true
}

// press is part of shape: a click on "in how many" sorts by it, the next one
// the other way, one on the head of the sentences as the story has them.
func (m *Matrix) press(x, y int) bool {
	g := &m.grid
	if m.OnSort == nil || y >= g.head {
		return false
	}
	switch {
	case g.how >= 0 && x >= g.how && m.sort == MostOutlets:
		m.OnSort(FewestOutlets)
	case g.how >= 0 && x >= g.how:
		m.OnSort(MostOutlets)
	case x < g.set.m.t(railWidth)+g.text:
		m.OnSort(StoryOrder)
	default:
		return false
	}
	return true
}

// below is part of shape: the rows stand as they are sorted.
func (m *Matrix) below(row, step int) int {
	i := step
	if row >= 0 && row < len(m.grid.index) && m.grid.index[row] >= 0 {
		i += m.grid.index[row]
	}
	if i < 0 || i >= len(m.grid.rows) {
		return -1
	}
	return m.grid.rows[i].Row
}

// ColumnWords says which outlets are in view, "columns 2 to 6 of 8"; "" when
// all have room.
func (m *Matrix) ColumnWords() string {
	if m.grid.matrix == nil {
		return ""
	}
	shown := make([]int, len(m.grid.cols))
	for i, c := range m.grid.cols {
		shown[i] = c.head
	}
	base := headOfBase(m.grid.matrix.Page)
	plan := columnPlan{heads: len(m.grid.matrix.Page.Heads), base: base}
	return spanWords(plan.window(plan.heads, -1), shown, min(1, base+1))
}

// sideways is part of shape.
func (m *Matrix) sideways(step int) (int, bool) {
	b := m.board
	col := columnPlan{heads: len(b.page.Heads), base: headOfBase(b.page)}.beside(b.focus.Col, step)
	return col, col != b.focus.Col
}

// shows reports whether the tiles of head h are in view.
func (g *tileGrid) shows(h int) bool {
	for _, c := range g.cols {
		if c.head == h {
			return true
		}
	}
	return false
}

// Table returns the matrix as text for a spreadsheet: a line per row, cells
// apart by tabs. The words of a row come last, so that the tiles stand
// beside the numbers.
func (m *Matrix) Table() string {
	if m.board.page == nil {
		return ""
	}
	mx := report.NewMatrix(m.board.page)
	var b strings.Builder
	b.WriteString(tongue.Say("row"))
	for _, h := range mx.Page.Heads {
		b.WriteString("\t" + oneLine(h.Name))
	}
	b.WriteString("\t" + tongue.Say("in how many") + "\t" + tongue.Say("text") + "\n")
	for _, r := range mx.Rows {
		b.WriteString(r.Label)
		for _, t := range r.Tiles {
			b.WriteString("\t" + tileWords(&t))
		}
		how := strconv.Itoa(r.In)
		if r.See != "" {
			how = tongue.Say("see ") + r.See
		}
		b.WriteString("\t" + how + "\t" + oneLine(r.Text) + "\n")
	}
	return b.String()
}

// tileWords is a tile in words: "from 22, reworded", "kept − 3".
func tileWords(t *report.Tile) string {
	if t.Cell == nil {
		return ""
	}
	w := t.Word
	if t.Moved && !t.Cell.Ghost {
		w += ", " + tongue.Say(t.Cell.Verdict.Status.String())
	}
	if t.Cell.Verdict.Unsure {
		w += "?"
	}
	if t.Note != "" {
		w += " " + t.Note
	}
	return w
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
