package ui

import (
	"slices"
	"strings"

	"wirediff/diff/report"
	"wirediff/diff/session"
)

// keptView returns how the comparison is looked at, as a session file and the
// list of recent comparisons keep it. Versions are named by their place among
// those that were read.
func (s State) keptView() session.View {
	v := report.KeepView(s.Filter, s.StyleMode)
	v.Kind, v.TextSize, v.Place, v.Panel = strings.ToLower(s.Mode.String()), s.Look.Text, s.Top, s.Panel.key()
	v.Packed, v.Home, v.Unmarked, v.FoldCuts = s.Pack, s.MovesHome, s.Unmarked, s.FoldCuts
	read := s.read()
	for i, version := range read {
		if version.ID == s.Beside {
			v.Beside = i
		}
		if w, ok := s.Widths[version.ID]; ok {
			if v.Widths == nil {
				v.Widths = make([]float64, len(read))
			}
			v.Widths[i] = w
		}
	}
	return v
}

// lookedAt returns the state looked at as v says. What names versions or a
// place is taken over once the first result is there; see Window.comeBack.
func (s State) lookedAt(v session.View) State {
	for _, m := range modes() {
		if strings.ToLower(m.String()) == v.Kind {
			s.Mode = m
		}
	}
	s.Filter, s.StyleMode = report.KeptView(v)
	s.Panel = panelOf(v.Panel)
	s.Pack, s.MovesHome, s.Unmarked, s.FoldCuts = v.Packed, v.Home, v.Unmarked, v.FoldCuts
	if v.TextSize > 0 {
		s.Look.Text = bounded(v.TextSize, smallestText, largestText)
	}
	s.Return = &v
	return s
}

// comeBack goes to the place where the comparison was left, once it stands.
func (w *Window) comeBack() {
	v := w.state.Return
	if v == nil || w.page == nil || w.state.count(Waiting) > 0 {
		return
	}
	w.apply(func(s State) State {
		s.Return = nil
		read := s.read()
		if v.Beside > 0 && v.Beside < len(read) {
			s.Beside = read[v.Beside].ID
		}
		s.Widths = map[ID]float64{}
		for i, width := range v.Widths {
			if i < len(read) && width > 0 {
				s.Widths[read[i].ID] = width
			}
		}
		return s
	})
	w.stage.board.Uncover(v.Place)
}

// present returns the state with the place on the page, to be kept.
func (w *Window) present() State {
	s := w.state
	if s.Return != nil { // it was not gone to yet
		s.Top = s.Return.Place
	} else {
		s.Top = w.stage.board.Top()
	}
	return s
}

// recall looks at what is opened from these paths as it was looked at last.
func (w *Window) recall(paths []string) {
	var full []string
	for _, p := range paths {
		full = append(full, absolute(p))
	}
	for _, r := range w.settings.recents() {
		if slices.Equal(r.Paths, full) && r.View.Kind != "" {
			r.View.TextSize = 0 // the reader's own holds
			w.apply(func(s State) State { return s.lookedAt(r.View) })
			return
		}
	}
}
