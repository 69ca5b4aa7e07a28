package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"wirediff/diff"
	"wirediff/diff/text"
)

// Count is one entry of the status line: a status or "moved", and how many
// cells have it.
type Count struct {
	Status diff.Status
	Moved  bool // counts moved cells, whatever their status
	Word   string
	N      int
}

// Counts lists what a tally counted, in the order of the status line, with
// nothing left out; without a base the words are those of Reading.Base -1.
func Counts(t diff.Tally, base bool) []Count {
	order := []diff.Status{diff.Kept, diff.Style, diff.Reworded, diff.Recast, diff.NumStatus, diff.Split, diff.Merged, diff.Added, diff.Cut}
	moved := "moved"
	if !base {
		order = []diff.Status{diff.SameInAll, diff.Varies, diff.NumStatus, diff.OnlyHere, diff.NotHere}
		moved = "elsewhere"
	}
	out := make([]Count, 0, len(order))
	for _, s := range order {
		if s == diff.NumStatus {
			out = append(out, Count{Moved: true, Word: moved, N: t.Moved})
			continue
		}
		out = append(out, Count{Status: s, Word: s.String(), N: t.Count[s]})
	}
	return out
}

// Percent rounds a share to whole percent; only all is 100 and only nothing
// is 0.
func Percent(share float64) int {
	switch n := int(math.Round(share * 100)); {
	case n >= 100 && share < 1:
		return 99
	case n <= 0 && share > 0:
		return 1
	default:
		return n
	}
}

// Words says the cell's status as the page prints it, without the chip:
// "reworded, unsure", "added 1 of 3", "style; 3 cut", "kept".
func (c *Cell) Words() string {
	if c.Ghost || c.Unit == none {
		return ""
	}
	w := c.Verdict.Status.String()
	if w == "" || c.Verdict.Status == diff.IsBase {
		return ""
	}
	if c.Part != "" {
		w += " " + c.Part
	}
	if c.Verdict.Unsure {
		w += ", unsure"
	}
	if c.Verdict.Hand {
		w += ", by hand"
	}
	for _, note := range []string{c.CutNote, c.Related} {
		if note != "" {
			w += "; " + note
		}
	}
	return w
}

// Furniture says what a cell of a furniture row holds, for those who will not
// read it: "2 lines of furniture: byline"; "" for an empty cell.
func (c *Cell) Furniture() string {
	if c.Part == "" || c.Role == "" || c.Role == text.RoleFurniture.String() {
		return c.Part
	}
	return c.Part + ": " + c.Role
}

// Asides are what else stands on the cell: the kinds of its findings, and
// that somebody wrote a note on it.
func (c *Cell) Asides() []string {
	if c.Note == "" {
		return c.Flags
	}
	return append(slices.Clone(c.Flags), c.Note)
}

// Quiet reports whether the cell shows no status of its own: kept text, the
// base, paper.
func (c *Cell) Quiet() bool {
	switch c.Verdict.Status {
	case diff.Absent, diff.IsBase, diff.Kept, diff.SameInAll:
		return c.Verdict.Status != diff.Kept && c.Verdict.Status != diff.SameInAll ||
			!c.Verdict.Unsure && !c.Verdict.Hand && c.CutNote == "" && c.Related == ""
	}
	return false
}

// total sums the tallies of the shown versions but the base.
func (p *Page) total() (sum diff.Tally) {
	if len(p.Heads) == len(p.Reading.Versions) {
		return p.Reading.Total
	}
	for _, h := range p.Heads {
		if h.Base {
			continue
		}
		for s, n := range h.Tally.Count {
			sum.Count[s] += n
		}
		sum.Moved += h.Tally.Moved
		sum.KeptOf += h.Tally.KeptOf
		sum.BaseOf += h.Tally.BaseOf
	}
	return sum
}

// Summary says in one sentence what the page shows.
func (p *Page) Summary() string {
	r := p.Reading
	if r.Base < 0 || len(r.Versions) < 2 {
		return fmt.Sprintf("%s, no base.", plural(len(p.Heads), "version"))
	}
	t := p.total()
	linked, changed := 0, t.Moved+t.Count[diff.Added]+t.Count[diff.Cut]
	for _, s := range []diff.Status{diff.Kept, diff.Style, diff.Reworded, diff.Recast, diff.Split, diff.Merged} {
		linked += t.Count[s]
		if s > diff.Style {
			changed += t.Count[s]
		}
	}
	others := 0
	for _, h := range p.Heads {
		if !h.Base {
			others++
		}
	}
	base := p.called(r.Base)
	switch {
	case linked == 0 && others == 1:
		return "These two share no sentence."
	case changed == 0 && t.KeptOf == t.BaseOf:
		all := fmt.Sprintf("All %d sentences are the same word for word", r.Tallies[r.Base].Sentences)
		if r.Tallies[r.Base].Sentences == 1 {
			all = "The one sentence is the same word for word"
		}
		switch n := t.Count[diff.Style]; n {
		case 0:
			return all + "."
		case 1:
			return all + "; 1 differs in house style."
		default:
			return fmt.Sprintf("%s; %d differ in house style.", all, n)
		}
	}
	return fmt.Sprintf("%s read against %s.", plural(others, "version"), base)
}

// name returns how version v is called.
func name(r *diff.Reading, v int) string {
	if s := r.Versions[v]; s.Name != "" {
		return s.Name
	}
	return r.Versions[v].File
}

// plural returns "1 word", "2 words".
func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// countsLine joins the counts that are not zero: "17 kept, 3 reworded".
func countsLine(t diff.Tally, base bool) string {
	var parts []string
	for _, c := range Counts(t, base) {
		if c.N > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", c.N, c.Word))
		}
	}
	return strings.Join(parts, ", ")
}
