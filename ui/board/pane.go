package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"wirediff/diff/report"
)

// pane is what the views beside the columns share: a head that stays, a body
// that scrolls, and the keyboard. Page, look, focus, find and the walk
// through the changes are those of a Board, which a pane follows as the
// overview does; so changing the view loses nothing. The board need not be
// shown, but must have a size.
type pane struct {
	widget.BaseWidget

	OnOpen func(p report.Place) // a cell was entered or clicked twice: to the columns

	board *Board
	shape shape
	body  *paneRenderer
	scene scene

	scroll int // first pixel of the body in view
	drag   int // where the scroll bar's thumb is held below its top, -1: it is not
	cursor desktop.Cursor
	seen   paneState
	hover  report.Place
	over   bool
}

// shape is the subject of a pane. Rows are those of the board's page;
// positions in the body are whole pixels from its top.
type shape interface {
	arrange(width, height int)             // anew: page, look or size are others
	sizes() (head, body int)               // heights
	draw(s *scene, v paneView)             // what is in view
	span(row int) (top, end int)           // of a row in the body; top == end: it is not there
	rowAt(y int) int                       // the row at y of the body, the nearest one; -1 if there are none
	placeAt(x, y int) (report.Place, bool) // the cell at a point of the widget
	press(x, y int) bool                   // a click on something else; false if there is nothing
	sideways(step int) (col int, ok bool)  // the column that an arrow key goes to
	below(row, step int) int               // the row that an arrow key goes to, step 1 or -1; from -1 the first; -1: none
}

// paneView is what of a pane is in view.
type paneView struct {
	width       int // scroll bar left out
	top, bottom int // of the body on the widget
	scroll      int
}

// paneState is what a pane has arranged for and scrolled to last.
type paneState struct {
	page          *report.Page
	look          Look
	width, height int
	focus         report.Place
	focused       bool
	scroll        int // of the board
}

// init makes outer, which embeds p, a view of b.
func (p *pane) init(b *Board, s shape, outer fyne.Widget) {
	p.board, p.shape, p.drag = b, s, -1
	p.ExtendBaseWidget(outer)
	b.panes = append(b.panes, p)
	b.Watch(p.follow)
}

// rowsInView returns the places between rows at which the view begins and ends.
func (p *pane) rowsInView() (from, to float64) {
	seen, _ := p.room()
	return float64(max(0, p.shape.rowAt(p.scroll))), float64(p.shape.rowAt(p.scroll+seen-1) + 1)
}

// follow brings the pane in line with its board.
func (p *pane) follow() {
	if p.body == nil || !p.Visible() {
		return
	}
	b := p.board
	now := paneState{page: b.page, look: b.look, width: int(p.Size().Width), height: int(p.Size().Height),
		focus: b.focus, focused: b.focused, scroll: b.scroll}
	old := p.seen
	p.seen = now
	if b.page == nil || now.width == 0 {
		p.redraw()
		return
	}
	fresh := old.page != now.page || old.look != now.look || old.width != now.width || old.height != now.height
	if fresh {
		p.arrange()
	}
	switch {
	case now.focused && (fresh && b.inSight(now.focus.Row) || !fresh && (!old.focused || old.focus != now.focus)):
		p.reveal(now.focus.Row)
	case fresh, old.scroll != now.scroll && b.layout != nil:
		p.showTop(b.layout.rowAt(b.scroll))
	}
	p.redraw()
}

// arrange lays the body out anew.
func (p *pane) arrange() {
	p.shape.arrange(max(0, int(p.Size().Width)-scrollBarWidth), int(p.Size().Height))
	p.scrollTo(p.scroll)
}

// Show is part of fyne.CanvasObject: a pane that was hidden has followed nothing.
func (p *pane) Show() {
	p.BaseWidget.Show()
	p.seen = paneState{}
	p.follow()
}

// redraw draws what is in view.
func (p *pane) redraw() {
	p.scene.reset()
	if v := p.view(); p.board.page != nil && v.width > 0 {
		p.shape.draw(&p.scene, v)
		if top, h := p.thumb(); h > 0 {
			p.scene.round(layerTop, v.width+2, top+1, scrollBarWidth-4, h-2, (scrollBarWidth-4)/2, p.board.look.Palette.Hair)
		}
	}
	if p.body != nil {
		p.body.show(&p.scene)
	}
}

func (p *pane) view() paneView {
	head, _ := p.shape.sizes()
	return paneView{width: max(0, int(p.Size().Width)-scrollBarWidth), top: head, bottom: int(p.Size().Height), scroll: p.scroll}
}

// room returns the height in which the body is seen, and the body's own.
func (p *pane) room() (seen, all int) {
	head, body := p.shape.sizes()
	return max(0, int(p.Size().Height)-head), body
}

func (p *pane) scrollTo(y int) {
	seen, all := p.room()
	p.scroll = max(0, min(y, all-seen))
}

// scrollBy scrolls the body, and takes the board along: what stands at the
// top here stands at the top there.
func (p *pane) scrollBy(dy int) {
	before := p.scroll
	if p.scrollTo(p.scroll + dy); p.scroll == before {
		return
	}
	b := p.board
	if r := p.shape.rowAt(p.scroll); r >= 0 && b.layout != nil {
		b.scrollTo(b.layout.tops[r])
		p.seen.scroll = b.scroll
	}
	p.redraw()
	b.tell()
}

// showTop puts a row at the top.
func (p *pane) showTop(row int) {
	for ; row >= 0 && row < len(p.board.page.Rows); row++ {
		if top, end := p.shape.span(row); top < end {
			p.scrollTo(top)
			return
		}
	}
}

// reveal scrolls as little as possible until a row is in view; far off, to a
// third of the view.
func (p *pane) reveal(row int) {
	top, end := p.shape.span(row)
	seen, _ := p.room()
	switch around := min(40, max(0, (seen-(end-top))/2)); {
	case top == end, top >= p.scroll && end <= p.scroll+seen:
	case end <= p.scroll, top >= p.scroll+seen:
		p.scrollTo(top - seen/3)
	case top < p.scroll || end-top > seen:
		p.scrollTo(top - around)
	default:
		p.scrollTo(end - seen + around)
	}
}

// inView reports whether a row can be seen.
func (p *pane) inView(row int) bool {
	top, end := p.shape.span(row)
	seen, _ := p.room()
	return top < end && end > p.scroll && top < p.scroll+seen
}

// thumb returns the top and the height of the scroll bar's thumb.
func (p *pane) thumb() (top, height int) {
	seen, all := p.room()
	if all <= seen || seen < 3*scrollBarWidth {
		return 0, 0
	}
	head, _ := p.shape.sizes()
	height = max(seen*seen/all, 3*scrollBarWidth)
	return head + (seen-height)*p.scroll/(all-seen), height
}

// step moves the focus by a row or to the column that a shape says.
func (p *pane) step(rows, cols int) {
	b := p.board
	if b.page == nil {
		return
	}
	at := b.focus
	if !b.focused || !p.inView(at.Row) {
		if at.Row = p.firstInView(); at.Row >= 0 {
			b.FocusCell(report.Place{Row: at.Row, Col: min(max(at.Col, 0), len(b.page.Heads)-1)})
		}
		return
	}
	if cols != 0 {
		if col, ok := p.shape.sideways(cols); ok {
			b.FocusCell(report.Place{Row: at.Row, Col: col})
		}
		return
	}
	if r := p.shape.below(at.Row, rows); r >= 0 {
		b.FocusCell(report.Place{Row: r, Col: at.Col})
		return
	}
	p.scrollBy(rows * 3 * b.look.measures().line)
}

// firstInView returns the first row that begins in view, -1 if none does.
func (p *pane) firstInView() int {
	for r := p.shape.rowAt(p.scroll); r >= 0; r = p.shape.below(r, 1) {
		if top, end := p.shape.span(r); top < end && top >= p.scroll {
			return r
		}
	}
	return -1
}

// below is that of shapes that have the rows in the order of the page.
func (p *pane) below(row, step int) int {
	for r := row + step; r >= 0 && r < len(p.board.page.Rows); r += step {
		if top, end := p.shape.span(r); top < end {
			return r
		}
	}
	return -1
}

// open hands the focused cell to OnOpen.
func (p *pane) open() {
	if at, ok := p.board.Focus(); ok && p.OnOpen != nil {
		p.OnOpen(at)
	}
}

// CreateRenderer is part of fyne.Widget.
func (p *pane) CreateRenderer() fyne.WidgetRenderer {
	p.body = &paneRenderer{pane: p, pools: newPools(p.board.book), ground: canvas.NewRectangle(p.board.look.Palette.Paper)}
	p.follow()
	return p.body
}

// paneRenderer shows the scene of a pane.
type paneRenderer struct {
	pane    *pane
	pools   *pools
	ground  *canvas.Rectangle
	objects []fyne.CanvasObject
	size    fyne.Size
}

func (r *paneRenderer) show(s *scene) {
	scale := float32(1)
	if c := fyne.CurrentApp().Driver().CanvasForObject(r.ground); c != nil {
		scale = c.Scale()
	}
	r.ground.FillColor = r.pane.board.look.Palette.Paper
	r.objects = append(append(r.objects[:0], r.ground), r.pools.paint(s, scale)...)
	canvas.Refresh(r.ground)
}

// Layout is part of fyne.WidgetRenderer; see boardRenderer.Layout.
func (r *paneRenderer) Layout(size fyne.Size) {
	if size == r.size {
		return
	}
	r.size = size
	r.ground.Resize(size)
	r.pane.follow()
}

// MinSize is part of fyne.WidgetRenderer.
func (r *paneRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 100) }

// Refresh is part of fyne.WidgetRenderer.
func (r *paneRenderer) Refresh() { canvas.Refresh(r.ground) }

// Objects is part of fyne.WidgetRenderer.
func (r *paneRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Destroy is part of fyne.WidgetRenderer.
func (r *paneRenderer) Destroy() {}
