package board

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"wirediff/diff/report"
)

// scrollBarWidth is kept free for the scroll bar at the right, in pixels.
const scrollBarWidth = 10

// Board shows a page as columns. All methods belong on the main goroutine.
//
// The callbacks may be nil. Columns are named by their place in Page.Heads,
// rows by their place in Page.Rows.
type Board struct {
	widget.BaseWidget

	OnFocus       func(row, col int)                       // another cell has the focus; -1, -1: none
	OnHeadMenu    func(col int, at fyne.Position)          // the head of a column was clicked
	OnCellMenu    func(p report.Place, at fyne.Position)   // a cell was clicked with the second button
	OnReorder     func(from, to int)                       // a column was dragged before column to, len(Heads) for the end
	OnStatusHover func(words string)                       // the cell under the pointer in words, "" for none
	OnStub        func(version int)                        // the stub of a hidden column was clicked
	OnWidths      func(widths map[int]float64)             // columns were made wider or narrower: Columns.Widths as they are now
	OnUnfold      func(row int)                            // a folded row was clicked or entered
	OnView        func()                                   // scroll position, columns in view, marks or page changed
	OnCommand     func(key fyne.KeyName, letter rune) bool // keys the board does not know; true if used
	OnPick        func(p report.Place) bool                // a cell was clicked or entered; true if nothing else is to be done
	OnEscape      func() bool                              // Escape was pressed; true if that was all
	OnZoom        func(steps int)                          // the wheel was turned with Control held

	page   *report.Page
	look   Look
	book   *fontBook
	places *placeIndex

	composed *composed
	layout   *layout
	scene    scene
	body     *boardRenderer

	scroll  int // first pixel of the layout in view
	focus   report.Place
	focused bool
	holds   bool // has the keyboard
	partner flow
	first   int            // first column shown beside the base when they scroll sideways
	moves   bool           // the walk stops at moves only
	trail   []report.Place // the cells that were left for the other end of their move
	pair    bool           // pages of two are set as a pair
	columns Columns        // hidden, pinned, widths
	open    map[int]bool   // furniture rows that are unfolded

	mouse     mouseState
	selection selection
	find      finding
	watchers  []func()
	panes     []*pane
}

// New returns an empty board in the standard light look.
func New() *Board {
	b := &Board{look: DefaultLook(false), book: newFontBook(), open: map[int]bool{}}
	b.ExtendBaseWidget(b)
	return b
}

// SetPage shows p and keeps the place on the page: what stood at the top
// still stands there, and the cell in focus keeps the focus, whatever was
// added, removed, reordered or made the base. nil shows an empty board.
func (b *Board) SetPage(p *report.Page) {
	keep, unfolded := b.anchor(), b.unfolded()
	b.page, b.composed, b.layout, b.places = p, nil, nil, nil
	b.selection, b.trail = selection{}, nil
	b.open = map[int]bool{}
	if p == nil {
		b.focused, b.scroll = false, 0
		b.redraw()
		return
	}
	b.places = indexPlaces(p)
	for _, s := range unfolded {
		if at, ok := b.places.find(s); ok {
			b.open[at.Row] = true
		}
	}
	b.refocus(keep)
	b.find.search(b.places)
	b.arrange()
	b.scroll = b.restore(keep)
	b.redraw()
}

// Page returns what is shown, nil if nothing is.
func (b *Board) Page() *report.Page { return b.page }

// SetLook sets colours, text size, spacing and face, and keeps the place.
func (b *Board) SetLook(l Look) {
	keep := b.anchor()
	b.look, b.composed, b.layout = l, nil, nil
	b.arrange()
	b.scroll = b.restore(keep)
	b.redraw()
}

// Look returns the current look.
func (b *Board) Look() Look { return b.look }

// Watch calls f after every change of what is in view; for an overview.
func (b *Board) Watch(f func()) { b.watchers = append(b.watchers, f) }

// arrange brings composed and layout up to date with page, look and width.
func (b *Board) arrange() {
	if b.page == nil || len(b.page.Heads) == 0 {
		return
	}
	if b.composed == nil {
		b.composed = compose(b.page, b.setting(), b.book, b.paired())
		b.layout = nil
	}
	width := max(0, int(b.Size().Width)-scrollBarWidth)
	plan := b.plan(width)
	cols := plan.columns(b.composed.m)
	if b.composed.pair {
		cols = b.composed.pairColumns(width)
	}
	b.layout = arrange(b.composed, cols, width, b.open)
	b.layout.stubs, b.layout.pinned = plan.stubs, plan.pinned
	if _, b.layout.fixed = plan.order(b.composed.m); b.composed.pair {
		b.layout.fixed = 0
	}
	b.setPartner()
}

// plan is how the columns of the page stand in that width.
func (b *Board) plan(width int) columnPlan {
	p := columnPlan{width: width, heads: len(b.page.Heads), base: b.composed.base, first: b.first, widths: map[int]float64{}, stubs: stubsOf(b.page, b.columns.Hidden)}
	for h := range b.page.Heads {
		v := b.page.Heads[h].Version
		if slices.Contains(b.columns.Pinned, v) {
			p.pinned = append(p.pinned, h)
		}
		if w, set := b.columns.Widths[v]; set {
			p.widths[h] = w
		}
	}
	return p
}

// rearrange wraps anew and keeps the place.
func (b *Board) rearrange() {
	keep := b.anchor()
	b.arrange()
	b.scroll = b.restore(keep)
	b.redraw()
}

// redraw draws what is in view.
func (b *Board) redraw() {
	b.scene.reset()
	if b.layout != nil && b.Visible() {
		v := b.view()
		b.layout.drawRows(&b.scene, v)
		b.layout.drawHead(&b.scene, int(b.Size().Width))
		b.drawScrollBar(v)
		b.drawDrag()
	}
	if b.body != nil {
		b.body.show(&b.scene)
	}
	for _, f := range b.watchers {
		f()
	}
	b.tell()
}

// tell says that what is in view has changed.
func (b *Board) tell() {
	if b.OnView != nil {
		b.OnView()
	}
}

// view returns what is in view.
func (b *Board) view() view {
	return view{
		top: b.layout.headHeight(), bottom: int(b.Size().Height), scroll: b.scroll,
		focus: b.focus, focused: b.focused, partner: b.partner, ranges: b.ranges,
	}
}

// CreateRenderer is part of fyne.Widget.
func (b *Board) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	b.body = &boardRenderer{board: b, pools: newPools(b.book), ground: canvas.NewRectangle(b.look.Palette.Paper)}
	b.arrange()
	b.redraw()
	return b.body
}

// Show is part of fyne.CanvasObject: a hidden board draws nothing.
func (b *Board) Show() {
	b.BaseWidget.Show()
	b.redraw()
}

// Refresh is part of fyne.CanvasObject.
func (b *Board) Refresh() {
	b.redraw()
	b.BaseWidget.Refresh()
}

// boardRenderer shows the scene of a board.
type boardRenderer struct {
	board   *Board
	pools   *pools
	ground  *canvas.Rectangle
	objects []fyne.CanvasObject
	size    fyne.Size
}

// show paints a scene; only the ground is refreshed, so that the toolkit
// draws a frame and keeps the textures of the pictures.
func (r *boardRenderer) show(s *scene) {
	scale := float32(1)
	if c := fyne.CurrentApp().Driver().CanvasForObject(r.board); c != nil {
		scale = c.Scale()
	}
	r.ground.FillColor = r.board.look.Palette.Paper
	r.objects = append(append(r.objects[:0], r.ground), r.pools.paint(s, scale)...)
	canvas.Refresh(r.ground)
}

// Layout is part of fyne.WidgetRenderer. The toolkit calls it whenever a
// text in it has changed, so it returns at once if the size has not.
func (r *boardRenderer) Layout(size fyne.Size) {
	if size == r.size {
		return
	}
	narrower := size.Width != r.size.Width
	r.size = size
	r.ground.Resize(size)
	if narrower {
		r.board.rearrange()
		return
	}
	r.board.scrollTo(r.board.scroll)
	r.board.redraw()
}

// MinSize is part of fyne.WidgetRenderer: small, since the toolkit never
// lets a window be smaller than its content.
func (r *boardRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 100) }

// Refresh is part of fyne.WidgetRenderer.
func (r *boardRenderer) Refresh() { canvas.Refresh(r.ground) }

// Objects is part of fyne.WidgetRenderer.
func (r *boardRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Destroy is part of fyne.WidgetRenderer.
func (r *boardRenderer) Destroy() {}
