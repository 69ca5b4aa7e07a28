package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"wirediff/ui/board"
)

// toastTime is how long a toast stays.
const toastTime = 6 * time.Second

// toast is one line of news above the status line, with at most one action.
// A new one takes the place of the old one.
type toast struct {
	root    *fyne.Container
	words   *label
	action  *press
	frame   *ground
	number  int // of the toast shown; an old one's clock does not hide a newer one
	post    func(func())
	visible bool
}

func newToast(post func(func())) *toast {
	t := &toast{words: newLabel("", board.ColorPaper), action: newPress(facePlain, "", nil), post: post}
	t.frame = newGround(board.ColorInk, 0, 38)
	t.action.ink = board.ColorPaper
	t.action.underline = true
	t.root = container.New(toastLayout{t}, t.frame, t.words, t.action)
	t.root.Hide()
	return t
}

// say shows words, and an action if it has a title, for toastTime.
func (t *toast) say(words, title string, action func()) {
	t.number++
	mine := t.number
	t.words.say(words)
	t.action.say(title)
	t.action.action = func() { t.hide(); action() }
	t.action.Hidden = title == ""
	t.visible = true
	t.root.Show()
	t.root.Refresh()
	time.AfterFunc(toastTime, func() {
		t.post(func() {
			if mine == t.number {
				t.hide()
			}
		})
	})
}

func (t *toast) hide() {
	t.visible = false
	t.root.Hide()
}

// toastLayout puts a toast in the middle above the status line.
type toastLayout struct{ t *toast }

// MinSize is part of fyne.Layout.
func (l toastLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

// Layout is part of fyne.Layout.
func (l toastLayout) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	const pad, height, above = 14, 38, statusHeight + 12
	words, button := l.t.words.MinSize(), l.t.action.MinSize()
	width := words.Width + 2*pad
	if !l.t.action.Hidden {
		width += button.Width + pad
	}
	x, y := round((s.Width-width)/2), s.Height-above-height
	l.t.frame.Resize(fyne.NewSize(width, height))
	l.t.frame.Move(fyne.NewPos(x, y))
	l.t.words.Resize(words)
	l.t.words.Move(fyne.NewPos(x+pad, y+round((height-words.Height)/2)))
	l.t.action.Resize(button)
	l.t.action.Move(fyne.NewPos(x+pad+words.Width+pad, y+round((height-button.Height)/2)))
}

// say shows a toast.
func (w *Window) say(words, title string, action func()) {
	w.stage.toast.say(words, title, action)
	canvas.Refresh(w.stage.root) // the toolkit does not know an object that it never drew
}
