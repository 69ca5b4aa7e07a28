package report

import (
	"fmt"

	"wirediff/diff"
)

// Slopes shows where each sentence of the base stands in each version: one
// panel per version, the base on the left axis, the version on the right.
type Slopes struct {
	Base   []string // the base's counted sentences, without datelines
	Panels []Panel
}

// Panel is one version against the base. Positions count counted sentences
// from 0, in published order.
type Panel struct {
	Version int
	Letter  string
	Name    string
	Caption string // one line: "22 promoted to second; ends at 18"
	Length  int    // counted sentences of the version: where its axis ends
	Lines   []Slope
	Added   []int // positions of sentences that the base does not have
	Cuts    []CutRun
}

// Slope joins a sentence of the base with a sentence of the version.
type Slope struct {
	From, To int
	Verdict  diff.Verdict
	Unit     int
}

// CutRun is a run of base sentences that the version left out, [From, To].
type CutRun struct {
	From, To int
	Trim     bool // at the base's end: trimmed; else a hole
}

// NewSlopes draws a reading; nil without a base. Linear in its sentences,
// but for groups, which give a line for each pair of their sentences.
func NewSlopes(r *diff.Reading, versions []int) *Slopes {
	if r.Base < 0 {
		return nil
	}
	s := &Slopes{}
	base := r.Versions[r.Base]
	basePos := positions(r, r.Base)
	for i, sen := range base.Sentences {
		if basePos[i] >= 0 {
			s.Base = append(s.Base, unled(base, sen))
		}
	}
	for _, v := range versions {
		if v != r.Base {
			s.Panels = append(s.Panels, panel(r, v, basePos))
		}
	}
	return s
}

// positions numbers the counted sentences of a version, -1 for furniture.
func positions(r *diff.Reading, v int) []int {
	out := make([]int, len(r.Versions[v].Sentences))
	n := 0
	for i, s := range r.Versions[v].Sentences {
		out[i] = -1
		if s.Role.Counted() {
			out[i] = n
			n++
		}
	}
	return out
}

func panel(r *diff.Reading, v int, basePos []int) Panel {
	h := head(r, v)
	p := Panel{Version: v, Letter: h.Letter, Name: h.Name, Length: r.Tallies[v].Sentences}
	pos := positions(r, v)
	linked := make([]bool, len(basePos))
	for u := range r.Rows {
		as, bs := r.Rows[u].Cells[r.Base].Sentences, r.Rows[u].Cells[v].Sentences
		d := r.Verdicts[u][v]
		for _, b := range bs {
			if pos[b] >= 0 && len(as) == 0 {
				p.Added = append(p.Added, pos[b])
			}
			for _, a := range without(as, d.CutOf) {
				if basePos[a] >= 0 && pos[b] >= 0 {
					p.Lines = append(p.Lines, Slope{basePos[a], pos[b], d, u})
					linked[a] = true
				}
			}
		}
	}
	if !r.Tallies[v].OwnStory {
		p.Cuts = cutRuns(basePos, linked)
	}
	p.Caption = p.caption()
	return p
}

// cutRuns takes neighbouring base sentences without a line together.
func cutRuns(basePos []int, linked []bool) (out []CutRun) {
	last := -1
	for _, n := range basePos {
		last = max(last, n)
	}
	for a, n := range basePos {
		if n < 0 || linked[a] {
			continue
		}
		if k := len(out) - 1; k >= 0 && out[k].To == n-1 {
			out[k].To = n
		} else {
			out = append(out, CutRun{From: n, To: n})
		}
	}
	if k := len(out) - 1; k >= 0 && out[k].To == last {
		out[k].Trim = true
	}
	return out
}

// caption sums the panel up in the plainest words: how it opens, what moved
// most, holes, and where it ends.
func (p *Panel) caption() string {
	var parts []string
	best := -1
	for i, l := range p.Lines {
		if l.Verdict.Moved && (best < 0 || abs(l.To-l.From) > abs(p.Lines[best].To-p.Lines[best].From)) {
			best = i
		}
	}
	if best >= 0 {
		l := p.Lines[best]
		way := "pushed down to"
		if l.To < l.From {
			way = "brought up to"
		}
		parts = append(parts, fmt.Sprintf("%d %s %d", l.From+1, way, l.To+1))
	}
	for _, c := range p.Cuts {
		if c.To > c.From && !c.Trim {
			parts = append(parts, fmt.Sprintf("hole from %d to %d", c.From+1, c.To+1))
			break
		}
	}
	if k := len(p.Cuts) - 1; k >= 0 && p.Cuts[k].Trim {
		parts = append(parts, fmt.Sprintf("ends at %d", p.Cuts[k].From))
	}
	if len(parts) == 0 {
		return "in the order of the base"
	}
	out := parts[0]
	for _, s := range parts[1:] {
		out += "; " + s
	}
	return out
}

func abs(n int) int { return max(n, -n) }
