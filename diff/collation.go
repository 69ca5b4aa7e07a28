// Package diff compares two to many versions of one story: pairs, rows, and
// what each version did to a base.
package diff

import (
	"context"

	"wirediff/diff/align"
	"wirediff/diff/edit"
	"wirediff/diff/style"
	"wirediff/diff/text"
)

// Options steer a comparison; the zero value is the usual one.
type Options struct {
	Style style.Rules // the user's own house-style decisions
	Hand  []Hand      // corrections made by hand, in the order made
	// Progress is called from one goroutine with 0..1 while the work runs; nil is fine.
	Progress func(done float64)
}

// Hand is a correction made by hand. Sentences are named by their place in
// their version, so a correction survives another base or another version.
type Hand struct {
	Op   HandOp
	A, B Place
}

// HandOp is what the hand said.
type HandOp uint8

const (
	Link   HandOp = iota // A and B belong together
	Unlink               // A and B do not belong together, look again
	Never                // never these two
)

// Place names a sentence: the version by its Source.File and Name, the
// sentence by its exact text and how many equal ones stand before it.
type Place struct {
	Version  string
	Sentence string
	Nth      int
}

// Pair is the alignment of versions A < B.
type Pair struct {
	A, B int
	align.Alignment
}

// Row is one unit of content: all sentences of all versions that say the
// same thing. len(Cells) == len(Versions).
type Row struct {
	Cells []Cell
}

// Cell is what one version has of a row: sentence indices, ascending; empty
// if it has nothing. Moved says that this version prints them (or Away, a
// part of them) out of the order of the rows.
type Cell struct {
	Sentences []int32
	Away      []int32 // the sentences printed elsewhere; equal to Sentences when all are
	Moved     bool    // len(Away) > 0
	Hand      bool    // linked by hand
}

// Collation is the result of Compare; it is never modified.
// Pairs holds every pair (a, b), a < b, ordered by a, then b.
// Rows are in display order; for each version the sentences that are not
// Away run in published order down the rows and are contiguous in a row.
type Collation struct {
	Versions []*text.Story
	Pairs    []Pair
	Rows     []Row
	Found    []style.Rule // name variants found in the texts
	opt      Options
}

// Compare segments, aligns and collates the versions. The result does not
// depend on the order of versions except that it is listed in that order.
// The only error is ctx's.
func Compare(ctx context.Context, versions []text.Source, opt Options) (*Collation, error) {
	var stories []*text.Story // SKELETON: rows by first version only
	for _, v := range versions {
		stories = append(stories, text.Segment(v))
	}
	c := &Collation{opt: opt}
	c.Versions, c.Found = style.Apply(stories, opt.Style)
	for a := range stories {
		for b := a + 1; b < len(stories); b++ {
			al, err := align.Stories(ctx, c.Versions[a], c.Versions[b])
			if err != nil {
				return nil, err
			}
			c.Pairs = append(c.Pairs, Pair{a, b, al})
		}
	}
	return c, nil
}

// Pair returns the alignment of versions a and b, inverted if a > b. O(1)
// unless inverted.
func (c *Collation) Pair(a, b int) *Pair {
	for i := range c.Pairs {
		if c.Pairs[i].A == a && c.Pairs[i].B == b {
			return &c.Pairs[i]
		}
	}
	return nil
}

// Words returns the word diff between sentences of version a and of version b.
func (c *Collation) Words(a, b int, as, bs []int32) ([]edit.Edit, float32) {
	return edit.Words(c.Versions[a], c.Versions[b], as, bs)
}
