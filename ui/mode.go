package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"wirediff/diff/report"
	"wirediff/ui/board"
)

// Mode is one of the views of the result, one key apart.
type Mode uint8

const (
	Columns Mode = iota // all versions side by side
	Pair                // base and one version, larger, words marked on both sides
	InLine              // the base as a proof, marked up with one version
	Matrix              // who has what
	Order               // where each sentence stands
)

// modes are the views in the order of their tabs and keys.
func modes() []Mode { return []Mode{Columns, Pair, InLine, Matrix, Order} }

// String is the name on the tab.
func (m Mode) String() string {
	return [...]string{"Columns", "Pair", "In line", "Matrix", "Order"}[m]
}

// besides reports whether there is a base, and a version beside it.
func besides(s State) bool { return s.Result != nil && s.baseIndex() >= 0 && s.besideIndex() >= 0 }

// possible reports whether the view can be shown.
func (m Mode) possible(s State) bool {
	switch m {
	case Pair, InLine, Order:
		return besides(s)
	}
	return s.Result != nil
}

// mode is the view that is shown: the one asked for, or columns where that
// one needs a base or a second version.
func (s State) mode() Mode {
	if s.Mode.possible(s) {
		return s.Mode
	}
	return Columns
}

// besideIndex returns the version beside the base as an index into
// Result.Versions: the one asked for, else the first other one; -1 for none.
func (s State) besideIndex() int {
	base := s.baseIndex()
	there := func(id ID) int {
		if k := slices.Index(s.Compared, id); k != base && s.version(id) >= 0 {
			return k
		}
		return -1
	}
	if k := there(s.Beside); k >= 0 {
		return k
	}
	for _, id := range append(s.shown(), s.Order...) {
		if k := there(id); k >= 0 {
			return k
		}
	}
	return -1
}

// viewIn changes the view of all columns to what the mode shows of them.
func (s State) viewIn(v report.View) report.View {
	switch s.mode() {
	case Pair, InLine:
		v.Order, v.Pack = []int{s.baseIndex(), s.besideIndex()}, false
	case Matrix:
		v.Pack = false
	case Order:
		v.Pack, v.MovesHome = false, false
		if !s.Chain && !slices.Contains(v.Order, s.baseIndex()) {
			v.Order = append([]int{s.baseIndex()}, v.Order...)
		}
	}
	return v
}

// modeCommands are the views, Ctrl and a figure each.
func modeCommands() []command {
	var all []command
	for i, m := range modes() {
		c := choose(m.id(), "View", m.String(), "Ctrl+"+string(rune('1'+i)), m.possible,
			func(s State) bool { return s.mode() == m }, nil)
		c.run = func(w *Window) { w.setMode(m) }
		all = append(all, c)
	}
	for by := range board.NumSort {
		all = append(all, choose("sort"+string(rune('0'+by)), "View/Sort of the matrix", capital(by.String()), "", compared,
			func(s State) bool { return s.Sort == by },
			func(s State) State { s.Sort = by; return s }))
	}
	all = append(all,
		nextChoice("sortnext", "View/Sort of the matrix", "Next order of the rows", "Shift+S"),
		choose("againstbase", "View/Order drawn", "Against the base", "", besides,
			func(s State) bool { return !s.Chain }, func(s State) State { s.Chain = false; return s }),
		choose("againstleft", "View/Order drawn", "Against the neighbour at the left", "", besides,
			func(s State) bool { return s.Chain }, func(s State) State { s.Chain = true; return s }),
		do("againstnext", "View/Order drawn", "Base or neighbours", "Shift+O", besides, func(w *Window) {
			w.apply(func(s State) State { s.Chain = !s.Chain; return s })
		}))
	return append(all, command{id: "cuts", menu: "View", title: "Cuts shown in line", keys: keysOf("Ctrl+K"), on: besides,
		set: func(s State) bool { return !s.FoldCuts },
		run: func(w *Window) { w.apply(func(s State) State { s.FoldCuts = !s.FoldCuts; return s }) }}, line("View"))
}

// capital returns words with a capital letter before them.
func capital(words string) string { return strings.ToUpper(words[:1]) + words[1:] }

// id is the id of the command of a view.
func (m Mode) id() string { return "view" + string(rune('1'+m)) }

// setMode changes the view. What has the focus keeps it; a pair is made of
// the base and the version in focus.
func (w *Window) setMode(m Mode) {
	beside := w.state.Beside
	if at, ok := w.stage.board.Focus(); ok {
		if id, ok := w.column(at.Col); ok && slices.Index(w.state.Compared, id) != w.state.baseIndex() {
			beside = id
		}
	}
	w.apply(func(s State) State { s.Mode, s.Beside = m, beside; return s })
	w.focusBoard()
}

// openInColumns shows a cell of another view in the columns.
func (w *Window) openInColumns(report.Place) {
	w.apply(func(s State) State { s.Mode = Columns; return s })
	if at, ok := w.stage.board.Focus(); ok {
		w.stage.board.FocusCell(at)
	}
	w.focusBoard()
}

// chooseBeside puts another version beside the base, an index into
// Result.Versions.
func (w *Window) chooseBeside(version int) {
	w.apply(func(s State) State { s.Beside = s.Compared[version]; return s })
}

// otherVersions returns the versions that can stand beside the base, as
// indices into Result.Versions, in the order of their columns.
func (s State) otherVersions() []int {
	var out []int
	for _, id := range s.Order {
		if k := slices.Index(s.Compared, id); k >= 0 && k != s.baseIndex() && s.version(id) >= 0 {
			out = append(out, k)
		}
	}
	return out
}

// besideItems returns an entry per version that can stand beside the base.
func (w *Window) besideItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for k, id := range w.state.Compared {
		i := w.state.version(id)
		if i < 0 || k == w.state.baseIndex() {
			continue
		}
		item := fyne.NewMenuItem(w.state.Versions[i].Name(), func() {
			w.apply(func(s State) State { s.Beside = id; return s })
		})
		item.Checked = besides(w.state) && k == w.state.besideIndex()
		items = append(items, item)
	}
	return items
}

// besideName is what the version beside the base is called.
func (w *Window) besideName() string {
	if !besides(w.state) {
		return ""
	}
	if i := w.state.version(w.state.Compared[w.state.besideIndex()]); i >= 0 {
		return w.state.Versions[i].Name()
	}
	return ""
}

// copyTable puts the matrix into the clipboard, for a spreadsheet.
func (w *Window) copyTable() {
	w.app.Clipboard().SetContent(w.stage.views.matrix.Table())
	w.say(tr("Copied as a table: paste it into a spreadsheet."), "", nil)
}
