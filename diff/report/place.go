package report

import (
	"wirediff/diff"
	"wirediff/diff/text"
)

// none stands for "no piece", "no line" and "no unit".
const none int32 = -1

// lookahead is how many lines of a slot are tried for a piece before it gets
// a line of its own. Slots hold a few pieces in real stories; the bound keeps
// New linear where everything moved to one place.
const lookahead = 8

// piece is a run of neighbouring sentences of one version that belong to one
// unit, or a run of furniture (unit none). Sentences are [from, to).
type piece struct {
	unit     int32
	from, to int32
	line     int32 // where it was laid
	next     int32 // next piece of the same unit and version, none at the end
	away     bool  // printed out of the order of the rows
}

// line is one level line while the page is being laid: at most one piece per
// version, all of one unit (none for furniture).
type line struct {
	unit  int32
	slot  bool    // not a unit's own line but laid in the slot after one
	at    []int32 // by version: index into track.pieces, or none
	label string
	row   int32 // page row, none while unknown or folded
}

// track is one version's way down the page.
type track struct {
	story  *text.Story
	unit   []int32 // by sentence: unit it belongs to, or none
	away   []bool  // by sentence
	pieces []piece // in published order
	first  []int32 // by unit: first piece, or none
	ends   []int32 // by unit: last piece, or none
}

// layout lays the pieces of all versions into lines. Hidden versions take
// part, so that labels stay the same when a column is hidden.
type layout struct {
	r      *diff.Reading
	tracks []track
	lines  []line  // in page order
	home   []int32 // by unit: its own line
	ref    []int32 // by unit: the line that the others are moved against
	label  []string
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

// newTrack cuts version v into pieces.
func newTrack(r *diff.Reading, v int) track {
	s := r.Versions[v]
	t := track{story: s, unit: make([]int32, len(s.Sentences)), away: make([]bool, len(s.Sentences))}
	for i := range t.unit {
		t.unit[i] = none
	}
	for u, row := range r.Rows {
		for _, i := range row.Cells[v].Sentences {
			if s.Sentences[i].Role.Counted() {
				t.unit[i] = int32(u)
			}
		}
		for _, i := range row.Cells[v].Away {
			t.away[i] = true
		}
	}
	t.cut()
	t.first = make([]int32, len(r.Rows))
	t.ends = make([]int32, len(r.Rows))
	for u := range t.first {
		t.first[u], t.ends[u] = none, none
	}
	for i := range t.pieces {
		t.chain(int32(i))
	}
	return t
}

// cut makes the pieces. Furniture between two sentences of one unit and a
// byline or dateline right before the first sentence are printed inside the
// piece; all other furniture makes pieces of its own.
func (t *track) cut() {
	n := int32(len(t.unit))
	opened := false // a piece of text exists
	for i := int32(0); i < n; {
		f := i
		for i < n && t.unit[i] == none {
			i++
		}
		if i == n { // only furniture is left
			t.furniture(f, n)
			return
		}
		from := f
		switch last := len(t.pieces) - 1; {
		case opened && t.pieces[last].unit == t.unit[i] && t.pieces[last].away == t.away[i]:
			i++
			t.pieces[last].to = i
			continue
		case opened:
			from = i
		default:
			for from = i; from > f && signs(t.story.Sentences[from-1].Role); from-- {
			}
		}
		t.furniture(f, from)
		t.pieces = append(t.pieces, piece{unit: t.unit[i], from: from, to: i + 1, away: t.away[i], line: none, next: none})
		opened = true
		i++
	}
}

// signs reports whether a line of this role is printed before the first
// sentence of a story, as part of it.
func signs(r text.Role) bool { return r == text.RoleByline || r == text.RoleDateline }

// furniture adds the piece [from, to) if it is not empty.
func (t *track) furniture(from, to int32) {
	if from < to {
		t.pieces = append(t.pieces, piece{unit: none, from: from, to: to, line: none, next: none})
	}
}

// chain links piece i to the earlier pieces of its unit.
func (t *track) chain(i int32) {
	u := t.pieces[i].unit
	switch {
	case u == none:
	case t.first[u] == none:
		t.first[u], t.ends[u] = i, i
	default:
		t.pieces[t.ends[u]].next = i
		t.ends[u] = i
	}
}

// slots are the lines between the units' own lines: one linked list of lines
// after each unit, and one before the first.
type slots struct {
	lines []line
	next  []int32 // by line, +1: the line after it in its slot
	head  []int32 // by unit + 1: first line of the slot after the unit
}

// lay places the pieces in lines and the lines in order.
func (l *layout) lay(movesHome bool) {
	own := make([]line, len(l.r.Rows))
	for u := range own {
		own[u] = l.newLine(int32(u), false)
	}
	s := &slots{head: make([]int32, len(own)+1)}
	for u := range s.head {
		s.head[u] = none
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

// layTrack places the pieces of version v. Lines of the slots are named by
// their index in s.lines.
func (l *layout) layTrack(v int, own []line, s *slots, skipMoved bool) {
	t := &l.tracks[v]
	unit, last := none, none // the unit passed last; the slot's line used last
	for i := range t.pieces {
		p := &t.pieces[i]
		if p.unit > unit && !p.away && own[p.unit].at[v] == none {
			own[p.unit].at[v] = int32(i)
			unit, last = p.unit, none
			continue
		}
		if skipMoved && p.unit != none {
			continue
		}
		last = s.put(l, unit, last, p.unit, v, int32(i))
	}
}

// put lays piece i of version v into a line of the slot after unit, behind
// the line last: into a line of the same content that is free for v, or into
// a new one.
func (s *slots) put(l *layout, unit, last, content int32, v int, i int32) int32 {
	at := s.head[unit+1]
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
		s.next = append(s.next, s.head[unit+1])
		s.head[unit+1] = n
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
	for u := range s.head {
		if u > 0 {
			l.home[u-1] = int32(len(l.lines))
			l.lines = append(l.lines, own[u-1])
		}
		for at := s.head[u]; at != none; at = s.next[at] {
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

// refer finds the reference line of each unit: where the base prints it (the
// piece in its own line before one that is away). Without the base it is the
// unit's own line, or the first one used if nobody stands there.
func (l *layout) refer() {
	l.ref = make([]int32, len(l.home))
	for u, home := range l.home {
		l.ref[u] = home
		switch {
		case l.r.Base >= 0 && l.tracks[l.r.Base].first[u] != none:
			if l.lines[home].at[l.r.Base] == none {
				t := &l.tracks[l.r.Base]
				l.ref[u] = t.pieces[t.first[u]].line
			}
		case !l.lines[home].filled():
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
