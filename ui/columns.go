package ui

import (
	"cmp"
	"maps"
	"slices"

	"wirediff/ui/board"
)

// columns is how the board is to set the columns. Only the columns view has
// stubs and pins; widths are its own too.
func (s State) columns() board.Columns {
	var c board.Columns
	if s.mode() != Columns {
		return c
	}
	for k, id := range s.Compared {
		i := s.version(id)
		if i < 0 {
			continue
		}
		if s.Versions[i].Hidden {
			c.Hidden = append(c.Hidden, k)
		}
		if s.Versions[i].Pinned {
			c.Pinned = append(c.Pinned, k)
		}
		if w, set := s.Widths[id]; set {
			if c.Widths == nil {
				c.Widths = map[int]float64{}
			}
			c.Widths[k] = w
		}
	}
	return c
}

// withWidths returns the state with the widths of the compared columns.
func (s State) withWidths(widths map[int]float64) State {
	out := maps.Clone(s.Widths)
	if out == nil {
		out = map[ID]float64{}
	}
	for k, id := range s.Compared {
		if w, set := widths[k]; set {
			out[id] = w
		} else {
			delete(out, id)
		}
	}
	s.Widths = out
	return s
}

// shown returns the columns that are shown, from left to right.
func (s State) shown() []ID {
	return slices.DeleteFunc(slices.Clone(s.Order), func(id ID) bool {
		i := s.version(id)
		return i < 0 || s.Versions[i].Hidden
	})
}

// moved moves the column of version id by steps among the shown columns;
// hidden ones keep their neighbour at the left, pinned ones stay first.
func (s State) moved(id ID, steps int) State {
	shown := s.shown()
	from := slices.Index(shown, id)
	to := min(max(from+steps, 0), len(shown)-1)
	if from < 0 || to == from {
		return s
	}
	at := slices.Index(s.Order, shown[to])
	order := slices.DeleteFunc(slices.Clone(s.Order), func(o ID) bool { return o == id })
	s.Order = slices.Insert(order, at, id)
	return s.pinnedFirst()
}

// pinned reports whether the column of version id is pinned.
func (s State) pinned(id ID) bool {
	i := s.version(id)
	return i >= 0 && s.Versions[i].Pinned
}

// withPin pins the column of version id at the left, behind what is pinned
// already, or lets it go.
func (s State) withPin(id ID, pin bool) State {
	return s.change(id, func(v Version) Version { v.Pinned = pin; return v }).pinnedFirst()
}

// pinnedFirst puts pinned columns before the others.
func (s State) pinnedFirst() State {
	rank := map[ID]int{}
	for _, v := range s.Versions {
		if !v.Pinned {
			rank[v.ID] = 1
		}
	}
	s.Order = slices.Clone(s.Order)
	slices.SortStableFunc(s.Order, func(a, b ID) int { return cmp.Compare(rank[a], rank[b]) })
	return s
}

// allShown unfolds every column.
func (s State) allShown() State {
	s.Versions = slices.Clone(s.Versions)
	for i := range s.Versions {
		s.Versions[i].Hidden = false
	}
	return s
}

// pinHere pins the focused column at the left, or lets it go.
func (w *Window) pinHere() {
	if id, ok := w.columnHere(); ok {
		w.pin(id, !w.state.pinned(id))
	}
}

// pin pins a column at the left, or lets it go; what has the focus keeps it.
func (w *Window) pin(id ID, on bool) {
	w.edit("", func(s State) State { return s.withPin(id, on) })
}
