package report

import (
	"slices"

	"wirediff/diff"
)

// none stands for "no piece", "no line" and "no unit".
const none int32 = -1

// lookahead is how many lines of a slot are tried for a piece before it gets
// a line of its own. Slots hold a few pieces in real stories; the bound keeps
// New linear where everything moved to one place.
const lookahead = 8

// line is one level line while the page is being laid: at most one piece per
// version, all of one unit (none for furniture).
type line struct {
	unit  int32
	slot  bool    // not a unit's own line but laid in the slot after one
	at    []int32 // by version: index into track.pieces, or none
	label string
	row   int32 // page row, none while unknown or folded
}

// layout lays the pieces of all versions into lines. Hidden versions take
// part, so that labels stay the same when a column is hidden.
type layout struct {
	r      *diff.Reading
	tracks []track
	order  []int32 // the units in page order
	pos    []int32 // by unit: its place in order
	lines  []line  // in page order
	home   []int32 // by unit: its own line
	ref    []int32 // by unit: the line that the others are moved against
}

// newLayout places every sentence of every version in one line.
func newLayout(r *diff.Reading, movesHome bool) *layout {
	l := &layout{r: r, tracks: make([]track, len(r.Versions))}
	for v := range l.tracks {
		l.tracks[v] = newTrack(r, v)
	}
	l.lay(movesHome)
	l.refer()
	if movesHome {
		l.bringHome()
	}
	l.number()
	return l
}

// slots are the lines between the units' own lines: one linked list of lines
// after each unit, and one before the first. Units are named by their place
// in layout.order.
type slots struct {
	lines []line
	next  []int32 // by line: the line after it in its slot
	head  []int32 // by place + 1: first line of the slot after the unit
}

// arrange fills the order of the units: that of the collation's rows without
// a base. With one, the base's units stand in the base's order, so that the
// base is never out of place, and each other unit stays behind the unit of
// the base that it follows in the collation.
func (l *layout) arrange() {
	units := len(l.r.Rows)
	l.order, l.pos = make([]int32, 0, units), make([]int32, units)
	if l.r.Base < 0 {
		for u := range units {
			l.order = append(l.order, int32(u))
		}
	} else {
		l.arrangeBy(&l.tracks[l.r.Base])
	}
	for k, u := range l.order {
		l.pos[u] = int32(k)
	}
}

// arrangeBy is arrange for the base's track.
func (l *layout) arrangeBy(t *track) {
	behind := make([][]int32, len(l.r.Rows)+1) // by unit + 1: units to follow it
	last := none
	for u := range l.r.Rows {
		switch h := t.head(int32(u)); {
		case h == none:
			behind[last+1] = append(behind[last+1], int32(u))
		case !t.pieces[h].away:
			last = int32(u)
		}
	}
	lead, opened := behind[0], false
	for i := range t.pieces {
		u := t.pieces[i].unit
		if u == none || t.head(u) != int32(i) {
			continue
		}
		if !opened {
			before, after := l.openings(lead, u)
			l.order = append(l.order, before...)
			behind[u+1] = append(after, behind[u+1]...)
			opened = true
		}
		l.order = append(append(l.order, u), behind[u+1]...)
	}
	if !opened {
		l.order = append(l.order, lead...)
	}
}

// openings parts the units before the base's first one into those that must
// stand there, since their version prints that one below them, and those
// that can as well stand after it: a story of its own then does not push the
// base's opening out of sight.
func (l *layout) openings(lead []int32, first int32) (before, after []int32) {
	stays := make([]bool, len(l.tracks)) // versions whose units stay before
	for v := range stays {
		stays[v] = len(l.r.Rows[first].Cells[v].Sentences) > 0
	}
	for i := len(lead) - 1; i >= 0; i-- {
		stay := false
		for v, c := range l.r.Rows[lead[i]].Cells {
			stay = stay || stays[v] && len(c.Sentences) > 0
		}
		if !stay {
			after = append(after, lead[i])
			continue
		}
		before = append(before, lead[i])
		for v, c := range l.r.Rows[lead[i]].Cells {
			stays[v] = stays[v] || len(c.Sentences) > 0
		}
	}
	slices.Reverse(before)
	slices.Reverse(after)
	return before, after
}

// place says where a piece may be laid.
type place uint8

const (
	elsewhere place = iota // in a slot
	either                 // in its unit's own line, if the order allows it
	level                  // in its unit's own line: level with the base
)

// placeOf says where piece i of version v may be laid.
func (l *layout) placeOf(v int, i int32) place {
	t := &l.tracks[v]
	u := t.pieces[i].unit
	switch {
	case u == none || t.head(u) != i:
		return elsewhere
	case v == l.r.Base:
		return level
	case l.r.Base < 0 || l.tracks[l.r.Base].first[u] == none:
		if t.pieces[i].away {
			return elsewhere
		}
		return either
	case !l.r.Verdicts[u][v].Moved:
		return level
	case t.partly(u):
		return either
	}
	return elsewhere
}

// lay places the pieces in lines and the lines in order.
func (l *layout) lay(movesHome bool) {
	l.arrange()
	own := make([]line, len(l.order))
	for k, u := range l.order {
		own[k] = l.newLine(u, false)
	}
	s := &slots{head: make([]int32, len(own)+1)}
	for k := range s.head {
		s.head[k] = none
	}
	for v := len(l.tracks) - 1; v >= 0; v-- { // leftmost last, so that its lines stand first in a slot
		l.layTrack(v, own, s, movesHome && v != l.r.Base)
	}
	l.join(own, s)
}

func (l *layout) newLine(unit int32, slot bool) line {
	at := make([]int32, len(l.tracks))
	for v := range at {
		at[v] = none
	}
	return line{unit: unit, slot: slot, at: at, row: none}
}

// layTrack places the pieces of version v: each in its unit's own line if it
// may stand there and neither the pieces before it nor those that must be
// level behind it are in the way, else in the slot reached.
func (l *layout) layTrack(v int, own []line, s *slots, skipMoved bool) {
	t := &l.tracks[v]
	bound := make([]int32, len(t.pieces)+1) // by piece: first place of a level piece from it on
	bound[len(t.pieces)] = int32(len(own))
	for i := len(t.pieces) - 1; i >= 0; i-- {
		bound[i] = bound[i+1]
		if l.placeOf(v, int32(i)) == level {
			bound[i] = min(bound[i], l.pos[t.pieces[i].unit])
		}
	}
	at, last := none, none // the place passed last; the slot's line used last
	for i := range t.pieces {
		u := t.pieces[i].unit
		if u != none && l.placeOf(v, int32(i)) != elsewhere && at < l.pos[u] && l.pos[u] < bound[i+1] {
			at, last = l.pos[u], none
			own[at].at[v] = int32(i)
			continue
		}
		if skipMoved && u != none {
			continue
		}
		last = s.put(l, at, last, u, v, int32(i))
	}
}

// put lays piece i of version v into a line of the slot after a place, behind
// the line last: into a line of the same content that is free for v, or into
// a new one.
func (s *slots) put(l *layout, place, last, content int32, v int, i int32) int32 {
	at := s.head[place+1]
	if last != none {
		at = s.next[last]
	}
	for k := 0; at != none && k < lookahead; k++ {
		if s.lines[at].unit == content && s.lines[at].at[v] == none {
			s.lines[at].at[v] = i
			return at
		}
		at = s.next[at]
	}
	n := int32(len(s.lines))
	s.lines = append(s.lines, l.newLine(content, true))
	s.lines[n].at[v] = i
	if last == none {
		s.next = append(s.next, s.head[place+1])
		s.head[place+1] = n
	} else {
		s.next = append(s.next, s.next[last])
		s.next[last] = n
	}
	return n
}

// join puts own lines and slots in order and tells the pieces their lines.
func (l *layout) join(own []line, s *slots) {
	l.home = make([]int32, len(own))
	l.lines = make([]line, 0, len(own)+len(s.lines))
	for k := range s.head {
		if k > 0 {
			l.home[own[k-1].unit] = int32(len(l.lines))
			l.lines = append(l.lines, own[k-1])
		}
		for at := s.head[k]; at != none; at = s.next[at] {
			l.lines = append(l.lines, s.lines[at])
		}
	}
	for n, ln := range l.lines {
		for v, i := range ln.at {
			if i != none {
				l.tracks[v].pieces[i].line = int32(n)
			}
		}
	}
}

// refer finds the reference line of each unit, against which the others are
// moved: its own line, where the base prints it, or the first one used if
// nobody stands there.
func (l *layout) refer() {
	l.ref = make([]int32, len(l.home))
	for u, home := range l.home {
		l.ref[u] = home
		if !l.lines[home].filled() {
			l.ref[u] = l.firstLine(u)
		}
	}
}

// firstLine returns the first line in which any version prints unit u, its
// own line if none does.
func (l *layout) firstLine(u int) int32 {
	best := none
	for v := range l.tracks {
		t := &l.tracks[v]
		for i := t.first[u]; i != none; i = t.pieces[i].next {
			if n := t.pieces[i].line; n != none && (best == none || n < best) {
				best = n
			}
		}
	}
	if best == none {
		return l.home[u]
	}
	return best
}

// bringHome lays every piece that lay skipped into the reference line of its
// unit, behind the pieces of its version that are there.
func (l *layout) bringHome() {
	for v := range l.tracks {
		t := &l.tracks[v]
		for u, i := range t.first {
			if v == l.r.Base || i == none {
				continue
			}
			if at := &l.lines[l.home[u]].at[v]; *at != none {
				*at = none
			}
			l.lines[l.ref[u]].at[v] = i
			for ; i != none; i = t.pieces[i].next {
				t.pieces[i].line = l.ref[u]
			}
		}
	}
}

// here returns the piece of version v in line n, or none.
func (l *layout) here(n int32, v int) int32 { return l.lines[n].at[v] }

// sentences returns the sentences that version v prints in line n, in order.
func (l *layout) sentences(n int32, v int) []int32 {
	t := &l.tracks[v]
	var out []int32
	for i := l.here(n, v); i != none; i = t.pieces[i].next {
		p := &t.pieces[i]
		if p.line != n {
			continue
		}
		for k := p.from; k < p.to; k++ {
			out = append(out, k)
		}
		if p.unit == none {
			break
		}
	}
	return out
}

// moved reports whether what version v prints of unit u in line n stands
// elsewhere than in the reference line.
func (l *layout) moved(n, u int32, v int) bool {
	return n != l.ref[u] && v != l.r.Base && l.r.Verdicts[u][v].Moved
}

// filled reports whether any version prints something in the line.
func (ln *line) filled() bool {
	for _, i := range ln.at {
		if i != none {
			return true
		}
	}
	return false
}
