package diff

import (
	"cmp"
	"slices"
)

// order puts the units into rows.
//
// # How rows get their order
//
// Progressive collation: the order starts with the units of the version that
// shares most words with the others; then every other version, in the same
// ranking, brings the units that are new, each after the unit that precedes
// it there. A version's units that stand in another order than the rows are
// its moves; they never bend the order, they are flagged ([Cell.Away]).
//
//	version 1    1  2  3  4
//	version 2    1  3  x  2  4       2 3 or 3 2: one of them has moved
//	rows         1  2  3  x  4       x follows 3, which stays in order in
//	                                 version 2; its 2 is away
type order struct {
	canon *canon
	units []unit
	seq   [][]int32 // canonical version -> its units as published
	place []int32   // unit -> place in the order, -1 if not yet
	line  []int32   // the order: units
}

// unit is a unit of content: what each version that has it says.
type unit struct {
	cells []piece // by version, ascending
}

// piece is what one version has of a unit. main is the run of neighbouring
// sentences that stands for it in the order; the others are away.
type piece struct {
	version   int32
	sentences []int32
	main      [2]int32 // half open range of sentence indices
	moved     bool     // all of it is out of order
	cost      int64    // of calling it moved, in all versions equal to it
}

func newOrder(c *canon, nodes [][]int32) *order {
	o := &order{canon: c}
	nodes = closeUnits(c, nodes)
	o.units = make([]unit, len(nodes))
	for i, ns := range nodes {
		o.units[i] = o.unitOf(ns)
	}
	o.place = make([]int32, len(o.units))
	for i := range o.place {
		o.place[i] = -1
	}
	o.sequences()
	ranking := o.ranking()
	for _, v := range ranking {
		o.merge(v)
	}
	o.relocate(ranking)
	o.flagMoves()
	return o
}

func (o *order) unitOf(nodes []int32) (u unit) {
	for _, n := range nodes {
		v, s := o.canon.sentence(n)
		if k := len(u.cells) - 1; k < 0 || u.cells[k].version != v {
			u.cells = append(u.cells, piece{version: v})
		}
		p := &u.cells[len(u.cells)-1]
		p.sentences = append(p.sentences, s)
	}
	for k := range u.cells {
		p := &u.cells[k]
		o.findMain(p)
		p.cost = moveCost(o.canon.counted(p.version, p.sentences)) * int64(o.canon.copies[p.version])
	}
	return u
}

// findMain chooses the run of neighbouring sentences with most words, the
// first among equals.
func (o *order) findMain(p *piece) {
	best := -1
	for i := 0; i < len(p.sentences); {
		j := i + 1
		for j < len(p.sentences) && p.sentences[j] == p.sentences[j-1]+1 {
			j++
		}
		_, words := o.canon.counted(p.version, p.sentences[i:j])
		if words > best {
			best, p.main = words, [2]int32{p.sentences[i], p.sentences[j-1] + 1}
		}
		i = j
	}
}

// closeUnits makes units contiguous where one unit lies within another. A
// sentence added inside a split one stands between its parts:
//
//	version 1    version 2    version 3
//	             ┌ t          ┌ t
//	s ───────────┤            │ new        the unit of s would stand before
//	             └ t'         └ t'         and after the unit of new
//
// Then "new" is taken into the unit of s, in every version that has it, if
// it lies between sentences of that unit in each of them. A unit that also
// stands elsewhere is left alone, and the smaller part of the broken one
// counts as moved.
func closeUnits(c *canon, units [][]int32) [][]int32 {
	of := make([]int32, len(c.version))
	for u, nodes := range units {
		for _, n := range nodes {
			of[n] = int32(u)
		}
	}
	for u := range units {
		for i := 1; i < len(units[u]); i++ {
			s, t := units[u][i-1], units[u][i]
			if c.version[s] != c.version[t] || t-s-1 < 1 || t-s-1 > closeGap {
				continue
			}
			inner := of[s+1]
			if inner == int32(u) || !lies(c, units[inner], units[u]) {
				continue
			}
			for _, n := range units[inner] {
				of[n] = int32(u)
			}
			units[u] = mergeSorted(units[u], units[inner])
			units[inner] = nil
			i = 0
		}
	}
	return slices.DeleteFunc(units, func(nodes []int32) bool { return len(nodes) == 0 })
}

// closeGap is the number of sentences that may stand between two parts of a
// unit in one version for the unit to be closed over them. Farther parts are
// not one place on the page: the smaller one was moved.
const closeGap = 2

// lies reports whether each node of inner stands between two nodes of outer
// in its version, no farther apart than closeGap allows.
func lies(c *canon, inner, outer []int32) bool {
	for _, n := range inner {
		k, _ := slices.BinarySearch(outer, n)
		if k == 0 || k == len(outer) || c.version[outer[k-1]] != c.version[n] || c.version[outer[k]] != c.version[n] ||
			outer[k]-outer[k-1]-1 > closeGap {
			return false
		}
	}
	return true
}

// sequences lists the units of every version as it published them.
func (o *order) sequences() {
	opens := make([]int32, len(o.canon.version)) // node -> the unit whose main run it opens, plus one
	for u := range o.units {
		for _, p := range o.units[u].cells {
			opens[o.canon.node(int(p.version), p.main[0])] = int32(u) + 1
		}
	}
	o.seq = make([][]int32, len(o.canon.stories))
	for node, u := range opens {
		if u > 0 {
			v := o.canon.version[node]
			o.seq[v] = append(o.seq[v], u-1)
		}
	}
}

// cell returns what a version has of a unit; it has something.
func (o *order) cell(u, version int32) *piece {
	cells := o.units[u].cells
	k, _ := slices.BinarySearchFunc(cells, version, func(p piece, v int32) int { return int(p.version - v) })
	return &cells[k]
}

// weight returns what it would cost to call a version's part of a unit moved.
func (o *order) weight(u, version int32) int64 { return o.cell(u, version).cost }

// versions counts the versions that have a unit.
func (o *order) versions(u int32) (n int) {
	for _, p := range o.units[u].cells {
		n += o.canon.copies[p.version]
	}
	return n
}

// ranking orders the versions by the words they share with others, times
// the number of others.
func (o *order) ranking() []int32 {
	shared := make([]int64, len(o.seq))
	rank := make([]int32, len(o.seq))
	for v := range o.seq {
		rank[v] = int32(v)
		for _, u := range o.seq[v] {
			shared[v] += int64(o.versions(u)-1) * o.weight(u, int32(v))
		}
	}
	slices.SortStableFunc(rank, func(v, w int32) int { return cmp.Compare(shared[w], shared[v]) })
	return rank
}

// rising splits a version's units that have a place into those in order and
// the moved ones.
func (o *order) rising(v int32) (units []int32, in []bool) {
	var place []int32
	var weight []int64
	for _, u := range o.seq[v] {
		if o.place[u] >= 0 {
			units = append(units, u)
			place = append(place, o.place[u])
			weight = append(weight, o.weight(u, v))
		}
	}
	return units, heaviestRise(place, weight)
}

// merge brings a version's new units into the order.
func (o *order) merge(v int32) {
	units, in := o.rising(v)
	fixed := map[int32]bool{}
	for i, u := range units {
		fixed[u] = in[i]
	}
	after := map[int32][]int32{}
	anchor := int32(-1)
	if n := len(o.line); len(units) == 0 && n > 0 { // nothing in common: at the end
		anchor = o.line[n-1]
	}
	for _, u := range o.seq[v] {
		switch {
		case fixed[u]:
			anchor = u
		case o.place[u] < 0:
			after[anchor] = append(after[anchor], u)
		}
	}
	o.insert(after)
}

// insert puts units after their anchors (-1: the start) and after those that
// single versions have there already.
func (o *order) insert(after map[int32][]int32) {
	if len(after) == 0 {
		return
	}
	line := make([]int32, 0, len(o.line)+len(after))
	pending := after[-1]
	for _, u := range o.line {
		if len(o.units[u].cells) > 1 || after[u] != nil {
			line = append(line, pending...)
			pending = nil
		}
		line = append(line, u)
		pending = append(pending, after[u]...)
	}
	o.setLine(append(line, pending...))
}

func (o *order) setLine(line []int32) {
	o.line = line
	for i, u := range line {
		o.place[u] = int32(i)
	}
}

// flagMoves marks what each version prints out of the final order.
func (o *order) flagMoves() {
	for v := range o.seq {
		units, in := o.rising(int32(v))
		for i, u := range units {
			o.cell(u, int32(v)).moved = !in[i]
		}
	}
}

// rows returns the units in their order.
func (o *order) rows() []unit {
	rows := make([]unit, len(o.line))
	for i, u := range o.line {
		rows[i] = o.units[u]
	}
	return rows
}
