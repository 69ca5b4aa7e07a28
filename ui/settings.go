package ui

import (
	"encoding/json"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"wirediff/diff/report"
	"wirediff/diff/session"
	"wirediff/ui/board"
)

// Keys of the preferences; they are never renamed, since people's settings
// hang on them. What changes together is one list under one key: the toolkit
// writes its file anew, and reads it back, for every value that is set.
const (
	keyLook   = "look"        // light, scheme, text, spacing, face
	keySize   = "window.size" // width, height
	keyStyle  = "view.style"
	keyPanel  = "view.panel"
	keyRecent = "recent"
)

// Size of the window: the first one, the least that is believed when read
// back, and the most.
const (
	usualWidth, usualHeight = 1280, 800
	leastWidth, leastHeight = 640, 400
	mostSide                = 16384
)

// maxRecent is how many comparisons the start page offers again.
const maxRecent = 8

// settings are the preferences with types and bounds: whatever the file says,
// what comes out can be used.
type settings struct{ p fyne.Preferences }

// numbers returns the list under key, with the fallback for what is missing.
func (s settings) numbers(key string, fallback ...int) []int {
	list := slices.Clone(fallback)
	copy(list, s.p.IntList(key))
	return list
}

func (s settings) look() Look {
	n := s.numbers(keyLook, 0, 0, usualText, 0, 0)
	return Look{
		Light:   Light(bounded(n[0], int(LikeSystem), int(AlwaysDark))),
		Scheme:  report.Scheme(bounded(n[1], 0, int(report.NumScheme)-1)),
		Text:    bounded(n[2], smallestText, largestText),
		Spacing: bounded(n[3], 0, len(spacings())-1),
		Face:    board.Face(bounded(n[4], int(board.Serif), int(board.Sans))),
	}
}

func (s settings) keepLook(l Look) {
	s.p.SetIntList(keyLook, []int{int(l.Light), int(l.Scheme), l.Text, l.Spacing, int(l.Face)})
}

func (s settings) style() report.StyleMode {
	return report.StyleMode(bounded(s.p.IntWithFallback(keyStyle, 0), 0, int(report.StyleAsChange)))
}

func (s settings) keepStyle(m report.StyleMode) { s.p.SetInt(keyStyle, int(m)) }

func (s settings) panel() panel { return panelOf(s.p.String(keyPanel)) }

func (s settings) keepPanel(p panel) { s.p.SetString(keyPanel, p.key()) }

func (s settings) size() fyne.Size {
	n := s.numbers(keySize, usualWidth, usualHeight)
	return fyne.NewSize(float32(bounded(n[0], leastWidth, mostSide)), float32(bounded(n[1], leastHeight, mostSide)))
}

func (s settings) keepSize(z fyne.Size) { s.p.SetIntList(keySize, []int{int(z.Width), int(z.Height)}) }

// recent is a comparison that was open before.
type recent struct {
	Title string    `json:"title"` // headline of the base
	Names []string  `json:"names"` // outlets
	Paths []string  `json:"paths"`
	When  time.Time `json:"when"`

	View session.View `json:"view"` // how it was looked at; of files only: a session has its own
}

// recents returns the comparisons that were open before, newest first.
// Entries that cannot be read are left out.
func (s settings) recents() []recent {
	var rs []recent
	for _, line := range s.p.StringList(keyRecent) {
		var r recent
		if json.Unmarshal([]byte(line), &r) == nil && len(r.Paths) > 0 {
			rs = append(rs, r)
		}
	}
	return rs
}

// keepRecent puts r first; the same files are listed once.
func (s settings) keepRecent(r recent) {
	rs := slices.DeleteFunc(s.recents(), func(o recent) bool { return slices.Equal(o.Paths, r.Paths) })
	rs = slices.Insert(rs, 0, r)
	var lines []string
	for _, r := range rs[:min(len(rs), maxRecent)] {
		line, err := json.Marshal(r)
		if err != nil { // only a time outside the calendar
			continue
		}
		lines = append(lines, string(line))
	}
	s.p.SetStringList(keyRecent, lines)
}

// bounded returns x, or the nearer end if it lies outside.
func bounded(x, least, most int) int { return min(max(x, least), most) }
