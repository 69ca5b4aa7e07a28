package diff

import "slices"

// relocateWork bounds what relocate may cost, in sentences looked at: a try
// looks at all of them. News stories stay far below it; of long texts in
// which everything has moved the first units are tried.
const relocateWork = 20_000_000

// relocate mends what the ranking got wrong: where the version that came
// first has a unit in another place than most others, the others would all
// have moved it. Such a unit goes where the first of the others has it, if
// that leaves less text moved in all. Of two versions neither is outvoted.
func (o *order) relocate(ranking []int32) {
	if len(o.seq) < 3 {
		return
	}
	o.flagMoves()
	tries := relocateWork / max(1, len(o.canon.version))
	for _, u := range slices.Clone(o.line) {
		var moved, placed int64
		for _, p := range o.units[u].cells {
			if p.moved {
				moved += o.weight(u, p.version)
			} else {
				placed += o.weight(u, p.version)
			}
		}
		if moved > placed && tries > 0 {
			tries--
			o.try(u, ranking)
		}
	}
}

// try moves unit u to where the first version by ranking has it that printed
// it elsewhere, and back if no less text is moved then.
func (o *order) try(u int32, ranking []int32) {
	anchor, found := int32(-1), false
	for _, v := range ranking {
		if k := slices.Index(o.seq[v], u); k >= 0 && o.cell(u, v).moved {
			anchor, found = o.placedBefore(v, k), true
			break
		}
	}
	if !found {
		return
	}
	before, line := o.movedWith(u), o.line
	rest := slices.DeleteFunc(slices.Clone(line), func(w int32) bool { return w == u })
	at := slices.Index(rest, anchor) + 1
	o.setLine(slices.Insert(rest, at, u))
	if o.movedWith(u) >= before {
		o.setLine(line)
		return
	}
	o.flagMoves()
}

// placedBefore returns the nearest unit before place k of version v that is
// in order there, -1 for none.
func (o *order) placedBefore(v int32, k int) int32 {
	for k--; k >= 0; k-- {
		if !o.cell(o.seq[v][k], v).moved {
			return o.seq[v][k]
		}
	}
	return -1
}

// movedWith returns the cost of all that is moved in the versions that have u.
func (o *order) movedWith(u int32) (cost int64) {
	for _, p := range o.units[u].cells {
		units, in := o.rising(p.version)
		for i, w := range units {
			if !in[i] {
				cost += o.weight(w, p.version)
			}
		}
	}
	return cost
}
