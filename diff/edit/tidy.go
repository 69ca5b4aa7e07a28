package edit

// tidy makes a correct match readable. Every step keeps it correct: it moves
// a match between equal keys or takes one away.
func (d *diff) tidy() {
	slide(&d.x, d.mx, d.my)
	slide(&d.y, d.my, d.mx)
	d.printedWords()
	d.islands()
}

// slide moves each run of s that the other side lacks to its most natural
// place, where it can be moved at all: the words that leave it at one end
// equal those that enter it at the other.
//
//	in {Rome in} Paris   =   {in Rome} in Paris
//
// ms maps s to the other side, mo back.
func slide(s *side, ms, mo []int32) {
	for i := 0; i < len(ms); i++ {
		if ms[i] >= 0 {
			continue
		}
		j := i + 1
		for j < len(ms) && ms[j] < 0 {
			j++
		}
		i = slideRun(s, ms, mo, i, j)
	}
}

// slideRun places the run [i, j) and returns the index of the matched unit
// after it.
func slideRun(s *side, ms, mo []int32, i, j int) int {
	if !pure(ms, mo, i, j) {
		return j
	}
	left, right := i, j
	for ; left > 0 && ms[left-1] >= 0 && alone(ms, left-1, i) && s.units[left-1].key == s.units[left-1+j-i].key; left-- {
	}
	for ; right < len(ms) && ms[right] >= 0 && (right == j || ms[right] == ms[right-1]+1) && s.units[right].key == s.units[right-(j-i)].key; right++ {
	}
	best, at := -1, i
	for k := left; k+j-i <= right; k++ {
		if n := s.boundary(k) + s.boundary(k+j-i); n >= best {
			best, at = n, k
		}
	}
	for k := i; k > at; k-- { // to the left
		shift(ms, mo, k-1, k-1+j-i)
	}
	for k := i; k < at; k++ { // to the right
		shift(ms, mo, k+j-i, k)
	}
	return at + j - i
}

// pure reports whether nothing of the other side stands against [i, j).
func pure(ms, mo []int32, i, j int) bool {
	before, after := int32(-1), int32(len(mo))
	if i > 0 {
		before = ms[i-1]
	}
	if j < len(ms) {
		after = ms[j]
	}
	return after == before+1
}

// alone reports whether units k and on to i match without a gap.
func alone(ms []int32, k, i int) bool { return k+1 == i || ms[k]+1 == ms[k+1] }

func shift(ms, mo []int32, from, to int) {
	o := ms[from]
	ms[from], ms[to], mo[o] = -1, o, int32(to)
}

// Weights of a boundary before a unit, for slide: a sentence or the end of
// the text, a pause, a short word that opens a phrase after a longer one.
const (
	atSentence = 4
	atPause    = 2
	atPhrase   = 1
)

// boundary says how natural it is for a run to start or end before unit k.
func (s *side) boundary(k int) int {
	if k == 0 || k == len(s.units) || s.units[k].sent != s.units[k-1].sent {
		return atSentence
	}
	switch u := s.units[k]; {
	case u.pause:
		return atPause
	case u.short && !s.units[k-1].short && !u.glued:
		return atPhrase
	}
	return 0
}

// printedWords takes the matches away from printed words that are matched in
// part, on either side, until every printed word is matched whole or not at all.
func (d *diff) printedWords() {
	for d.breakWords(&d.x, d.mx, d.my) || d.breakWords(&d.y, d.my, d.mx) {
	}
}

func (d *diff) breakWords(s *side, ms, mo []int32) (broke bool) {
	s.printed(func(from, to int) {
		matched, whole := 0, true
		for k := from; k < to; k++ {
			if ms[k] >= 0 {
				matched++
			}
			whole = whole && ms[k] >= 0 && (k == from || ms[k] == ms[k-1]+1)
		}
		if matched == 0 || whole {
			return
		}
		broke = true
		for k := from; k < to; k++ {
			if o := ms[k]; o >= 0 {
				ms[k], mo[o] = -1, -1
			}
		}
	})
	return broke
}

// printed calls f for each printed word of several units.
func (s *side) printed(f func(from, to int)) {
	for i := 0; i < len(s.units); {
		j := i + 1
		for j < len(s.units) && s.units[j].glued {
			j++
		}
		if j > i+1 {
			f(i, j)
		}
		i = j
	}
}

// contentWeight is the weight of a kept word that is not short, against 1 of
// a short one: a content word must be outweighed on both sides to be swallowed.
const contentWeight = 3

// islands swallows kept runs that are too light to stand between their
// neighbouring changes: one short word alone, or a run that weighs no more
// than the changes on either side of it have words. Swallowing makes a change
// longer, so the run before it is looked at again. Linear.
func (d *diff) islands() {
	d.kept = append(d.keptRuns(d.kept[:0]), run{int32(len(d.mx)), int32(len(d.my)), 0})
	stays := append(d.stay[:0], run{}) // an empty run at either end
	for _, next := range d.kept {
		for len(stays) > 1 {
			r := stays[len(stays)-1]
			before, after := changed(stays[len(stays)-2], r), changed(r, next)
			if before == 0 || after == 0 || !d.light(r, min(before, after)) {
				break
			}
			for i := r.x; i < r.x+r.n; i++ {
				d.unlink(i)
			}
			stays = stays[:len(stays)-1]
		}
		stays = append(stays, next)
	}
	d.stay = stays
}

// run is a maximal stretch of n matches without a gap on either side.
type run struct{ x, y, n int32 }

// keptRuns appends the runs to runs.
func (d *diff) keptRuns(runs []run) []run {
	for i, j := range d.mx {
		if j < 0 {
			continue
		}
		if k := len(runs) - 1; k >= 0 && runs[k].x+runs[k].n == int32(i) && runs[k].y+runs[k].n == j {
			runs[k].n++
			continue
		}
		runs = append(runs, run{int32(i), j, 1})
	}
	return runs
}

// changed returns how many words stand between two runs, on the side where
// there are more.
func changed(r, next run) int32 { return max(next.x-r.x-r.n, next.y-r.y-r.n) }

func (d *diff) light(r run, around int32) bool {
	weight := int32(0)
	for _, u := range d.x.units[r.x : r.x+r.n] {
		if u.short {
			weight++
		} else {
			weight += contentWeight
		}
	}
	return weight <= max(1, around)
}
