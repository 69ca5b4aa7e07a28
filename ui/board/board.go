// Package board is one widget: it shows a report.Page as level, wrapped
// columns. It knows no files and no algorithms.
package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"wirediff/diff/report"
)

// Board shows a page.
type Board struct {
	widget.BaseWidget
	page *report.Page
}

// New returns an empty board.
func New() *Board {
	b := &Board{}
	b.ExtendBaseWidget(b)
	return b
}

// SetPage shows p and keeps the place on the page.
func (b *Board) SetPage(p *report.Page) { b.page = p; b.Refresh() }

// CreateRenderer is part of fyne.Widget.
func (b *Board) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewText("", nil)) // SKELETON
}
