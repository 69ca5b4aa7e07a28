package board

import (
	"cmp"
	"slices"

	"wirediff/diff"
	"wirediff/diff/report"
)

// Sort is the order of the rows of the matrix.
type Sort uint8

const (
	StoryOrder    Sort = iota // as the page has them
	MostOutlets               // what most outlets have first
	FewestOutlets             // what fewest have first
	ByStatus                  // added, cut, moved, reworded, reshaped, house style, kept
	NumSort                   // how many there are
)

// String is the sort in words.
func (s Sort) String() string {
	return [...]string{"story order", "most outlets first", "fewest outlets first", "by status"}[s]
}

// SetSort puts the rows into another order; the row in focus stays in view.
func (m *Matrix) SetSort(s Sort) {
	if m.sort == s {
		return
	}
	m.sort, m.seen = s, paneState{}
	m.follow()
}

// sorted returns rows in an order; of equal ones the first in the story first.
func sorted(rows []report.MatrixRow, by Sort) []report.MatrixRow {
	key := func(r *report.MatrixRow) int {
		switch by {
		case MostOutlets:
			return -r.In
		case FewestOutlets:
			return r.In
		case ByStatus:
			return rankOf(r)
		}
		return 0
	}
	out := slices.Clone(rows)
	slices.SortStableFunc(out, func(a, b report.MatrixRow) int { return cmp.Compare(key(&a), key(&b)) })
	return out
}

// rankOf is where a row stands by status: by what changed most in it.
func rankOf(r *report.MatrixRow) int {
	rank := len(statusOrder)
	for _, t := range r.Tiles {
		if t.Cell == nil {
			continue
		}
		if t.Moved {
			rank = min(rank, slices.Index(statusOrder[:], movedRank))
		}
		if i := slices.Index(statusOrder[:], t.Cell.Verdict.Status); i >= 0 {
			rank = min(rank, i)
		}
	}
	return rank
}

// movedRank stands in statusOrder for what moved, which is no status.
const movedRank = diff.Status(255)

// statusOrder is the order of ByStatus; what a base has and what is absent
// say nothing of a row.
var statusOrder = [...]diff.Status{diff.Added, diff.OnlyHere, diff.Cut, diff.NotHere, movedRank,
	diff.Recast, diff.Reworded, diff.Varies, diff.Split, diff.Merged, diff.Style, diff.Kept, diff.SameInAll}
