package diff_test

import (
	"slices"
	"strings"
	"testing"

	"wirediff/diff"
	"wirediff/diff/align"
	"wirediff/diff/text"
)

// trio is three short versions: the second rewrote the last sentence beyond
// recognition, the third has an own sentence.
func trio() []text.Source {
	return []text.Source{
		{Name: "a", File: "a.txt", Body: "The harbour of Averley was closed by a storm on Monday.\n\nTwo ferries stayed in port with four hundred passengers.\n\nNobody was hurt, the coast guard said in a statement."},
		{Name: "b", File: "b.txt", Body: "The harbour of Averley was closed by a heavy storm on Monday.\n\nTwo ferries stayed in port with four hundred passengers.\n\nAll people are safe and well."},
		{Name: "c", File: "c.txt", Body: "The harbour of Averley was shut by a storm on Monday.\n\nThe mayor thanked the volunteers from the villages around.\n\nNobody was hurt, the coast guard said."},
	}
}

func place(s text.Source, start string) diff.Place {
	for _, line := range strings.Split(s.Body, "\n\n") {
		if strings.HasPrefix(line, start) {
			return diff.Place{Version: s.File + "\t" + s.Name, Sentence: line}
		}
	}
	panic("no sentence starts with " + start)
}

func TestHandLink(t *testing.T) {
	s := trio()
	nobody, safe := place(s[0], "Nobody"), place(s[1], "All people")
	if c := compare(t, s, diff.Options{}); c.RowOf(0, 2) == c.RowOf(1, 2) {
		t.Fatal("linked without a hand")
	}
	c := compare(t, s, diff.Options{Hand: []diff.Hand{{Op: diff.Link, A: safe, B: nobody}}})
	row := c.RowOf(0, 2)
	if c.RowOf(1, 2) != row || !c.Rows[row].Cells[0].Hand || !c.Rows[row].Cells[1].Hand || c.Rows[row].Cells[2].Hand {
		t.Fatalf("%+v", c.Rows[row])
	}
	if c.RowOf(2, 2) != row {
		t.Error("the third version's sentence left the row")
	}
	checkRows(t, c)
	checkPairs(t, c)
	if !c.Read(0).Verdicts[row][1].Hand {
		t.Error("verdict not by hand")
	}
	g := groupWith(c.Pair(0, 1), 2)
	if !slices.Equal(g.B, []int32{2}) || g.Kind != align.Recast {
		t.Errorf("group %+v", g)
	}
}

func TestHandUnlink(t *testing.T) {
	s := trio()
	for _, op := range []diff.HandOp{diff.Unlink, diff.Never} {
		c := compare(t, s, diff.Options{Hand: []diff.Hand{{Op: op, A: place(s[0], "The harbour"), B: place(s[1], "The harbour")}}})
		if c.RowOf(0, 0) == c.RowOf(1, 0) {
			t.Error("still in one row, perhaps through the third version")
		}
		if g := groupWith(c.Pair(0, 1), 0); g.Kind != align.Cut || len(g.B) > 0 {
			t.Errorf("group %+v", g)
		}
		checkRows(t, c)
		checkPairs(t, c)
	}
}

func TestHandLaterWins(t *testing.T) {
	s := trio()
	a, b := place(s[0], "The harbour"), place(s[1], "The harbour")
	c := compare(t, s, diff.Options{Hand: []diff.Hand{{Op: diff.Never, A: a, B: b}, {Op: diff.Link, A: b, B: a}}})
	if c.RowOf(0, 0) != c.RowOf(1, 0) {
		t.Error("the earlier correction held")
	}
}

// TestHandSurvives checks that a correction holds in another load order,
// after another version was added and after one was renamed.
func TestHandSurvives(t *testing.T) {
	s := trio()
	hand := []diff.Hand{{Op: diff.Link, A: place(s[0], "Nobody"), B: place(s[1], "All people")}}
	renamed := slices.Clone(s)
	renamed[1].Name = "The Bugle"
	more := append([]text.Source{{Name: "d", File: "d.txt", Body: "Another story of another town."}}, s...)
	for _, versions := range [][]text.Source{{s[2], s[1], s[0]}, renamed, more} {
		c := compare(t, versions, diff.Options{Hand: hand})
		rows := map[int]int{}
		for v, st := range c.Versions {
			if st.File == "a.txt" || st.File == "b.txt" {
				rows[c.RowOf(v, 2)]++
			}
		}
		if len(rows) != 1 {
			t.Errorf("the correction did not hold: %v", rows)
		}
	}
}

func TestHandPassedOver(t *testing.T) {
	s := trio()
	hand := []diff.Hand{{Op: diff.Link, A: diff.Place{Version: "gone\tgone", Sentence: "Gone."}, B: place(s[1], "All people")}}
	c := compare(t, s, diff.Options{Hand: hand})
	checkRows(t, c)
}

func TestPlaceOf(t *testing.T) {
	s := text.Segment(text.Source{Name: "a", Body: "It rained.\n\nIt rained.\n\nIt snowed.\n\nIt rained."})
	for i := range s.Sentences {
		v, found, ok := diff.PlaceOf(s, int32(i)).Find([]*text.Story{s})
		if !ok || v != 0 || found != int32(i) {
			t.Errorf("sentence %d found at %d, %v", i, found, ok)
		}
	}
}

// groupWith returns the group of a pair that holds sentence s of A.
func groupWith(p *diff.Pair, s int32) align.Group {
	for _, g := range p.Groups {
		if slices.Contains(g.A, s) {
			return g
		}
	}
	return align.Group{}
}
