package align

import "slices"

// wordSet is a set of features by common number.
type wordSet struct{ of []int32 }

func (s *wordSet) add(row, to []int32) {
	for _, f := range row {
		s.of = append(s.of, to[f])
	}
}

func (s *wordSet) sorted() []int32 {
	slices.Sort(s.of)
	s.of = slices.Compact(s.of)
	return s.of
}

func (s *wordSet) has(f int32) bool {
	_, ok := slices.BinarySearch(s.of, f)
	return ok
}
