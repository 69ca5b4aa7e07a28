package diff

import "wirediff/diff/edit"

// Status says what a version did to the base in one row; without a base
// (base -1) only the last four and Absent occur.
type Status uint8

const (
	Absent   Status = iota // neither here nor in the base: plain paper
	IsBase                 // the base's own cell
	Kept                   // word for word
	Style                  // house style only
	Reworded               // other words, one to one
	Recast                 // n to m, or most words changed
	Split                  // one sentence of the base, several here
	Merged                 // several of the base, one here
	Added                  // not in the base
	Cut                    // in the base, not here

	SameInAll // no base: word for word or in style in every version that has it, two at least
	Varies    // no base: here and elsewhere, in other words
	OnlyHere  // no base: in this version alone
	NotHere   // no base: in at least one other version, not here

	NumStatus // how many there are
)

// String returns the word that the window prints.
func (s Status) String() string {
	return [...]string{"", "base", "kept", "style", "reworded", "recast", "split", "merged", "added", "cut",
		"same in all", "varies", "only here", "not here"}[s]
}

// Verdict is a cell's status with what stands beside it.
type Verdict struct {
	Status Status
	Moved  bool    // printed at another place than the base prints it; without a base, than its row
	Unsure bool    // a weak link
	Hand   bool    // made by hand
	CutOf  []int32 // sentences of the base in this row that this version left out of the group ("3 cut")
	Extra  []int32 // sentences of this version that are in the row through other versions and not in the base
	Score  float32
	Share  float32 // share of words changed against the base, 0..1
}

// Reading is a collation read against one base, or none.
// Verdicts[row][version].
type Reading struct {
	*Collation
	Base     int // index into Versions, -1 for none
	Verdicts [][]Verdict
	Tallies  []Tally // one per version
	Total    Tally   // sum over the versions but the base

	words [][][]edit.Edit // by version and group of its pair with the base: word diffs made on the way
}

// Tally counts a version's cells by status (rows, not sentences; furniture
// is not counted), and sentences and words kept.
type Tally struct {
	Count     [NumStatus]int // cells
	Moved     int
	Unsure    int
	Sentences int     // counted sentences of this version
	Words     int     // words of them
	KeptOf    int     // base sentences kept word for word or in style only, moved ones included
	BaseOf    int     // counted sentences of the base
	OwnStory  bool    // keeps under a tenth, links are quotations only; cuts are then not counted
	Kept      float64 // KeptOf / BaseOf, 0 if the base is empty
}

// Read reads the collation against a base, -1 for none.
// Rows by versions; linear in the collation and the words of its rows.
func (c *Collation) Read(base int) *Reading {
	r := &Reading{Collation: c, Base: base}
	r.Verdicts = make([][]Verdict, len(c.Rows))
	verdicts := make([]Verdict, len(c.Rows)*len(c.Versions))
	for i := range r.Verdicts {
		r.Verdicts[i] = verdicts[i*len(c.Versions) : (i+1)*len(c.Versions) : (i+1)*len(c.Versions)]
	}
	var links []*links
	if base < 0 {
		r.judgeAlone()
	} else {
		links = r.judge()
	}
	r.tally(links)
	return r
}

// GroupWords is that of the collation, without the work that reading has done
// for the pairs of the base.
func (r *Reading) GroupWords(p *Pair, from, to int) [][]edit.Edit {
	var known [][]edit.Edit
	if r.Base >= 0 && p == r.held(p.A, p.B) {
		switch r.Base {
		case p.A:
			known = r.words[p.B]
		case p.B:
			known = r.words[p.A]
		}
	}
	return r.groupWords(p, from, to, known)
}
