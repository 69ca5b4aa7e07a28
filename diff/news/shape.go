package news

import "wirediff/diff"

// Shape says how a version is built against the base, and against all.
// Sentences of the base are named by their indices.
type Shape struct {
	Version int
	Lede    []int32   // base sentences that this version opens with, in its order
	Raised  bool      // its first sentence was not the base's first: a lede promotion
	Trimmed []int32   // base sentences cut from the end in one run: a bottom trim
	Holes   [][]int32 // runs of base sentences cut before the last one kept
	Moved   int       // cells out of the base's order
	Only    []int     // rows that this version alone has
	Missing []int     // rows that every version but this one has
}

// ledeSentences is how many opening sentences count as the lede.
const ledeSentences = 2

// Shapes describes every version of a reading; without a base only Only and
// Missing are filled. Own stories have no trim and no holes. Linear in rows
// and versions.
func Shapes(r *diff.Reading) []Shape {
	out := make([]Shape, len(r.Versions))
	for v := range out {
		out[v].Version = v
		out[v].Only, out[v].Missing = alone(r, v)
		if r.Base < 0 || v == r.Base {
			continue
		}
		out[v].Moved = r.Tallies[v].Moved
		out[v].lede(r)
		if !r.Tallies[v].OwnStory {
			out[v].cuts(r)
		}
	}
	return out
}

// alone lists the rows that only v has, and those that only v lacks.
func alone(r *diff.Reading, v int) (only, missing []int) {
	for i, row := range r.Rows {
		if !counted(r, i) {
			continue
		}
		has := 0
		for _, c := range row.Cells {
			if len(c.Sentences) > 0 {
				has++
			}
		}
		switch mine := len(row.Cells[v].Sentences) > 0; {
		case mine && has == 1 && len(r.Versions) > 1:
			only = append(only, i)
		case !mine && has == len(r.Versions)-1 && has > 1:
			missing = append(missing, i)
		}
	}
	return only, missing
}

// counted reports whether a row holds story text.
func counted(r *diff.Reading, row int) bool {
	for v, c := range r.Rows[row].Cells {
		for _, s := range c.Sentences {
			if r.Versions[v].Sentences[s].Role.Counted() {
				return true
			}
		}
	}
	return false
}

// lede reads off what the version opens with.
func (s *Shape) lede(r *diff.Reading) {
	n, first := 0, true
	for i, sen := range r.Versions[s.Version].Sentences {
		if !sen.Role.Counted() {
			continue
		}
		cell := r.Rows[r.RowOf(s.Version, int32(i))].Cells[r.Base]
		s.Lede = append(s.Lede, cell.Sentences...)
		if first {
			s.Raised = len(cell.Sentences) > 0 && cell.Sentences[0] != firstCounted(r)
			first = false
		}
		if n++; n == ledeSentences {
			return
		}
	}
}

func firstCounted(r *diff.Reading) int32 {
	for i, s := range r.Versions[r.Base].Sentences {
		if s.Role.Counted() {
			return int32(i)
		}
	}
	return -1
}

// cuts sorts what was cut into a trim at the end and holes before it.
func (s *Shape) cuts(r *diff.Reading) {
	var run []int32
	for i, sen := range r.Versions[r.Base].Sentences {
		if !sen.Role.Counted() {
			continue
		}
		if r.Verdicts[r.RowOf(r.Base, int32(i))][s.Version].Status == diff.Cut {
			run = append(run, int32(i))
			continue
		}
		if len(run) > 0 {
			s.Holes = append(s.Holes, run)
			run = nil
		}
	}
	s.Trimmed = run
}
