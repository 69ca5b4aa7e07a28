package board

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"wirediff/diff"
	"wirediff/diff/report"
)

// Mark is a drawn mark, for the legend and the counts around a board.
type Mark = sign

// Marks of the statuses and of what stands beside them.
const (
	MarkKept     = signKept
	MarkStyle    = signStyle
	MarkReworded = signReworded
	MarkMovedUp  = signUp
	MarkSplit    = signSplit
	MarkAdded    = signAdded
	MarkCut      = signCut
	MarkUnsure   = signUnsure
	MarkRecast   = signRecast
	MarkFlag     = signFlag
	MarkNote     = signNote
)

// MarkOf returns the mark of a status.
func MarkOf(s diff.Status) Mark {
	switch s {
	case diff.Style:
		return signStyle
	case diff.Reworded, diff.Varies:
		return signReworded
	case diff.Recast:
		return signRecast
	case diff.Split:
		return signSplit
	case diff.Merged:
		return signMerged
	case diff.Added, diff.OnlyHere:
		return signAdded
	case diff.Cut, diff.NotHere:
		return signCut
	}
	return signKept
}

// iconSize is the side of an Icon, in pixels at scale 1.
const iconSize = 12

// Icon is a mark in a colour of the palette, 12 pixels square.
type Icon struct {
	widget.BaseWidget
	mark Mark
	ink  fyne.ThemeColorName
}

// NewIcon returns the mark in a colour that the theme knows; it follows the theme.
func NewIcon(m Mark, ink fyne.ThemeColorName) *Icon {
	i := &Icon{mark: m, ink: ink}
	i.ExtendBaseWidget(i)
	return i
}

// MinSize is part of fyne.CanvasObject.
func (i *Icon) MinSize() fyne.Size { return fyne.NewSquareSize(iconSize) }

// CreateRenderer is part of fyne.Widget.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRaster(i.draw))
}

func (i *Icon) draw(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	r, g, b, _ := i.Theme().Color(i.ink, theme.VariantLight).RGBA()
	drawStrokes(img, i.mark.strokes(), float64(w)/iconSize, report.Colour(r>>8<<16|g>>8<<8|b>>8))
	return img
}
