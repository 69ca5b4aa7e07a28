package report_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/text"
)

// pool are invented sentences that share few words.
var pool = []string{
	"The harbour pilots of Carrow ended their walkout on Sunday after nine days.",
	"Their union said 214 members had voted for the offer and 31 against it.",
	"Two tankers had waited beyond the breakwater since the first morning.",
	"“Nobody sails home richer,” the chief pilot, Edda Moll, told reporters.",
	"The ministry put the losses at four million crowns a day.",
	"Fuel had been rationed on the outer islands since Wednesday.",
	"A mediator brought both sides together in a school at Nether Quay.",
	"She declined to say who would pay for the missed ferries.",
	"Bakers in the old town gave bread to the crews for a week.",
	"The next round of talks about night shifts begins in spring.",
}

// storyOf makes a version of some sentences of the pool: reworded, moved,
// merged or left out, with a sentence of its own.
func storyOf(t *rapid.T, name string) text.Source {
	var out []string
	for i, s := range pool {
		switch rapid.SampledFrom([]string{"keep", "keep", "keep", "cut", "reword", "join", "own"}).Draw(t, "what") {
		case "cut":
			continue
		case "reword":
			s = strings.Replace(s, "the ", "the well known ", 1)
		case "join":
			if n := len(out); n > 0 {
				out[n-1] = strings.TrimSuffix(out[n-1], ".") + ", while " + s
				continue
			}
		case "own":
			s += fmt.Sprintf("\n\n%s learned something else about item %d from its readers.", name, i)
		}
		out = append(out, s)
	}
	for range rapid.IntRange(0, 2).Draw(t, "moves") {
		if n := len(out); n > 0 {
			from := rapid.IntRange(0, n-1).Draw(t, "from")
			s := out[from]
			out = slices.Insert(slices.Delete(out, from, from+1), rapid.IntRange(0, n-1).Draw(t, "to"), s)
		}
	}
	return text.Source{Name: name, Body: strings.Join(out, "\n\n")}
}

// TestPageOfComparison checks the laws of a page on what Compare finds, and
// that its marks and the tallies are the same counts.
func TestPageOfComparison(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sources []text.Source
		for v := range rapid.IntRange(2, 4).Draw(t, "versions") {
			sources = append(sources, storyOf(t, fmt.Sprintf("Paper %d", v)))
		}
		c, err := diff.Compare(context.Background(), sources, diff.Options{})
		if err != nil {
			t.Fatal(err)
		}
		r := c.Read(rapid.IntRange(-1, len(sources)-1).Draw(t, "base"))
		p := report.New(r, report.View{})
		checkColumns(t, p)
		checkMoves(t, p)
		checkCounts(t, p)
	})
}

// inBase reports whether the base has sentences in a unit.
func inBase(p *report.Page, unit int32) bool {
	b := p.Reading.Base
	return b >= 0 && len(p.Reading.Rows[unit].Cells[b].Sentences) > 0
}

// checkCounts: the cells with a status are as many as the head of their
// column says, and so are the moves.
func checkCounts(t failer, p *report.Page) {
	for c, h := range p.Heads {
		count, moved := make(map[diff.Status]int), 0
		seen := make(map[int32]bool)
		for _, row := range p.Rows {
			cell := row.Cells[c]
			if cell.Unit < 0 || cell.Ghost {
				continue
			}
			if inBase(p, cell.Unit) && !seen[cell.Unit] && cell.Verdict.Status >= diff.Kept && cell.Verdict.Status <= diff.Merged && !cell.Verdict.Moved {
				if base := row.Cells[p.Reading.Base]; base.Unit != cell.Unit || len(base.Sentences) == 0 {
					t.Fatalf("column %d: unit %d is %s and not moved, but not level with the base\n%s", c, cell.Unit, cell.Verdict.Status, sketch(p))
				}
			}
			if cell.Chip != nil && !seen[cell.Unit] {
				moved++
			}
			if !seen[cell.Unit] {
				count[cell.Verdict.Status]++
			}
			seen[cell.Unit] = true
		}
		for s := diff.Kept; s < diff.NumStatus; s++ {
			if count[s] != h.Tally.Count[s] {
				t.Fatalf("column %d shows %d %s, its head says %d\n%s", c, count[s], s, h.Tally.Count[s], sketch(p))
			}
		}
		if moved != h.Tally.Moved {
			t.Fatalf("column %d shows %d moves, its head says %d\n%s", c, moved, h.Tally.Moved, sketch(p))
		}
	}
}
