package board

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wirediff/diff"
	"wirediff/diff/report"
)

var update = flag.Bool("update", false, "write the golden files anew")

// drawn lays a page out and draws all of it, focus at place.
func drawn(p *report.Page, l Look, by measurer, width int, focus *report.Place) (*layout, *scene) {
	c := compose(p, l, by, false)
	plan := columnPlan{width: width, heads: len(p.Heads), base: c.base}
	lay := arrange(c, plan.columns(c.m), width, map[int]bool{})
	s := &scene{}
	v := view{top: lay.headHeight(), bottom: lay.headHeight() + lay.height()}
	if focus != nil {
		v.focus, v.focused = *focus, true
	}
	lay.drawRows(s, v)
	lay.drawHead(s, width)
	return lay, s
}

// The scene of every status, at three widths, light and dark.
func TestScene(t *testing.T) {
	for _, dark := range []bool{false, true} {
		for _, width := range []int{700, 1200, 1800} {
			name := fmt.Sprintf("scene-%d-light.txt", width)
			if dark {
				name = fmt.Sprintf("scene-%d-dark.txt", width)
			}
			t.Run(name, func(t *testing.T) {
				_, s := drawn(ferry(), DefaultLook(dark), newFontBook(), width, &report.Place{Row: 3, Col: 2})
				golden(t, name, s.String())
			})
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	a, b := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			t.Fatalf("line %d differs from %s:\ngot  %s\nwant %s", i+1, file, at(a, i), at(b, i))
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(end)"
}

// someColumns is the ferry page with n columns: the last ones are left out,
// or the first ones come again.
func someColumns(n int) *report.Page {
	p := ferry()
	out := *p
	out.Heads, out.Rows = nil, nil
	for i := range n {
		h := p.Heads[i%len(p.Heads)]
		h.Base = i == 0
		out.Heads = append(out.Heads, h)
	}
	for _, r := range p.Rows {
		cells := r.Cells
		r.Cells = nil
		for i := range n {
			r.Cells = append(r.Cells, cells[i%len(cells)])
		}
		out.Rows = append(out.Rows, r)
	}
	return &out
}

// eachLayout draws 2 to 8 columns at columns of 13 to 34 T, at three text sizes.
func eachLayout(t *testing.T, check func(t *testing.T, l *layout, s *scene)) {
	for n := 2; n <= 8; n++ {
		for _, percent := range []int{80, 100, 250} {
			look := DefaultLook(false)
			look.Percent = percent
			m := look.measures()
			for _, w := range []float64{13, 15.5, 21, 27.3, 34, 50} {
				t.Run(fmt.Sprintf("%d columns of %.1f T at %d%%", n, w, percent), func(t *testing.T) {
					l, s := drawn(someColumns(n), look, grid{}, m.t(railWidth)+n*m.t(w), nil)
					if len(l.cols) != n {
						t.Fatalf("%d columns are shown", len(l.cols))
					}
					check(t, l, s)
				})
			}
		}
	}
}

// Level means the same sentence: the first line of every cell of a row, and
// its number in the rail, share one baseline.
func TestFirstLinesAreLevel(t *testing.T) {
	eachLayout(t, func(t *testing.T, l *layout, s *scene) {
		seen := 0
		for r := range l.page.Rows {
			if l.page.Rows[r].Kind != report.TextRow {
				continue
			}
			box := l.box(r)
			want := l.headHeight() + l.tops[r] + box.gap + box.band + l.baseline(l.m.line, l.fonts.story)
			for _, c := range l.cols {
				if f := l.at(r, c.head); len(f.words) > 0 {
					if firstBaseline(s, l, c, r) != want {
						t.Errorf("row %d, column %d: baseline %d, want %d", r, c.head, firstBaseline(s, l, c, r), want)
					}
					seen++
				}
			}
		}
		if seen < 2*len(l.cols) {
			t.Errorf("only %d cells have text", seen)
		}
	})
}

// firstBaseline returns the highest baseline of text, labels and raised
// numbers apart, in a cell.
func firstBaseline(s *scene, l *layout, c column, r int) int {
	box, best := l.box(r), 1<<30
	top := l.headHeight() + l.tops[r] + box.gap + box.band
	end := l.headHeight() + l.tops[r+1]
	for _, i := range s.layers[layerText] {
		if i.kind == textItem && i.font != l.fonts.raised && i.x >= c.text && i.x < c.right() && i.y > top && i.y < end {
			best = min(best, i.y)
		}
	}
	return best
}

// Nothing is cut off: words and labels stay between the left edge of their
// column's text and its right one; lines stay inside their row.
func TestTextStaysInItsCell(t *testing.T) {
	eachLayout(t, func(t *testing.T, l *layout, s *scene) {
		for _, i := range s.layers[layerText] {
			if i.x < l.m.t(railWidth) || strings.Contains(i.text, "folded") {
				continue
			}
			inside := false
			for _, c := range l.cols {
				inside = inside || i.x >= c.text && i.x+i.w <= c.right()
			}
			if !inside {
				t.Errorf("%s is not inside a column", i)
			}
			r := l.rowAt(i.y - l.headHeight())
			if i.y > l.headHeight()+l.tops[r+1]-l.box(r).below {
				t.Errorf("%s hangs below its row", i)
			}
		}
		for _, i := range s.layers[layerHeadText] {
			inside := false
			for _, c := range l.cols {
				inside = inside || i.x >= c.x && i.x+i.w <= c.right()
			}
			if !inside || i.y > l.headHeight() {
				t.Errorf("%s is not inside the head of a column", i)
			}
		}
	})
}

// Rows follow each other without gap or overlap, and each is as high as its
// highest cell.
func TestRowsStack(t *testing.T) {
	eachLayout(t, func(t *testing.T, l *layout, s *scene) {
		for r := range l.page.Rows {
			most := 1
			for _, c := range l.cols {
				most = max(most, l.lines(r, c))
			}
			h := l.tops[r+1] - l.tops[r]
			if l.page.Rows[r].Kind == report.TextRow && h != l.box(r).height(most*l.m.line) {
				t.Errorf("row %d is %d high with %d lines", r, h, most)
			}
			if got := l.rowAt(l.tops[r]); got != r {
				t.Errorf("row %d is found as %d", r, got)
			}
			if got := l.rowAt(l.tops[r+1] - 1); got != r {
				t.Errorf("the end of row %d is found in %d", r, got)
			}
		}
	})
}

// Each status has a mark, a word and a colour; two statuses never share both
// mark and word, so they are told apart in grey.
func TestStatusesAreToldApartWithoutColour(t *testing.T) {
	pal := report.Colours(report.Standard, false)
	row := &report.Row{Kind: report.TextRow}
	seen := map[string]diff.Status{}
	for s := diff.Style; s <= diff.NotHere; s++ {
		if s == diff.SameInAll {
			continue // no label: the text is as in every version
		}
		ls := labels(row, &report.Cell{Verdict: diff.Verdict{Status: s}}, &pal, full)
		if len(ls) != 1 || len(ls[0].marks) == 0 || ls[0].word == "" {
			t.Fatalf("%s: %v", s, ls)
		}
		for _, key := range []string{fmt.Sprint("mark and word ", ls[0].marks, ls[0].word), "word " + ls[0].word} {
			if other, ok := seen[key]; ok {
				t.Errorf("%s and %s share %s", s, other, key)
			}
			seen[key] = s
		}
		for b := range numBrevity {
			short := labels(row, &report.Cell{Verdict: diff.Verdict{Status: s, Unsure: true}, Part: "1 of 3"}, &pal, b)
			if !strings.HasPrefix(short[0].word, s.String()) {
				t.Errorf("%s shortened to %q: the main word must not go", s, short[0].word)
			}
		}
	}
}

func TestLabelWords(t *testing.T) {
	pal := report.Colours(report.Standard, false)
	row := &report.Row{Kind: report.TextRow}
	for _, x := range []struct {
		name  string
		c     report.Cell
		brief brevity
		want  string
	}{
		{"moved", report.Cell{Verdict: diff.Verdict{Status: diff.Kept, Moved: true}, Chip: &report.Chip{Up: true, Label: "22"}}, full, "moved up from 22"},
		{"moved, short", report.Cell{Verdict: diff.Verdict{Status: diff.Kept, Moved: true}, Chip: &report.Chip{Up: true, Label: "22"}}, short, "from 22"},
		{"moved and reworded", report.Cell{Verdict: diff.Verdict{Status: diff.Reworded, Moved: true}, Chip: &report.Chip{Label: "4"}}, full, "moved down from 4; reworded"},
		{"ghost", report.Cell{Ghost: true, Verdict: diff.Verdict{Status: diff.Kept, Moved: true}, Chip: &report.Chip{Up: true, Label: "1a"}}, full, "moved up to 1a"},
		{"a part stayed", report.Cell{Verdict: diff.Verdict{Status: diff.Reworded}, Chip: &report.Chip{To: true, Label: "9"}}, full, "moved down to 9; reworded"},
		{"split", report.Cell{Verdict: diff.Verdict{Status: diff.Split}, Part: "in 2"}, full, "split in 2"},
		{"merged, short", report.Cell{Verdict: diff.Verdict{Status: diff.Merged}, Part: "2 + 3"}, short, "merged"},
		{"run of added", report.Cell{Verdict: diff.Verdict{Status: diff.Added}, Part: "1 of 3"}, full, "added 1 of 3"},
		{"part cut", report.Cell{Verdict: diff.Verdict{Status: diff.Reworded}, CutNote: "3 cut"}, full, "reworded; 3 cut"},
		{"unsure", report.Cell{Verdict: diff.Verdict{Status: diff.Reworded, Unsure: true}}, full, "reworded, unsure"},
		{"related, short", report.Cell{Verdict: diff.Verdict{Status: diff.Added}, Related: "possibly related to 4"}, short, "added; related 4"},
		{"by hand", report.Cell{Verdict: diff.Verdict{Status: diff.Kept, Hand: true}}, full, "by hand"},
		{"kept says nothing", report.Cell{Verdict: diff.Verdict{Status: diff.Kept}}, full, ""},
		{"absent says nothing", report.Cell{}, full, ""},
	} {
		t.Run(x.name, func(t *testing.T) {
			var words []string
			for _, l := range labels(row, &x.c, &pal, x.brief) {
				words = append(words, strings.TrimSpace(l.word+" "+l.after))
			}
			if got := strings.Join(words, "; "); got != x.want {
				t.Errorf("got %q, want %q", got, x.want)
			}
		})
	}
}

// Even the most labels that a cell can have fit into the narrowest column,
// and the status itself is always among them.
func TestLabelsFit(t *testing.T) {
	pal := report.Colours(report.Standard, false)
	row := &report.Row{Kind: report.TextRow}
	for s := diff.Style; s <= diff.NotHere; s++ {
		if s == diff.SameInAll {
			continue
		}
		for _, percent := range []int{80, 100, 250} {
			look := DefaultLook(false)
			look.Percent = percent
			set := newSetter(look, newFontBook())
			c := &report.Cell{Verdict: diff.Verdict{Status: s, Moved: true, Unsure: true, Hand: true},
				Chip: &report.Chip{Label: "104a"}, Part: "12 of 13", CutNote: "3–5 cut", Related: "possibly related to 104"}
			width := set.m.t(columnMin - padLeft - padRight)
			ls := fitLabels(row, c, &pal, set, width)
			if w := labelsWidth(ls, set); w > width {
				t.Errorf("%s at %d%%: %d pixels of labels in %d", s, percent, w, width)
			}
			said := false
			for _, l := range ls {
				said = said || strings.HasPrefix(l.word, s.String())
			}
			if !said {
				t.Errorf("%s at %d%% is not said", s, percent)
			}
		}
	}
}

func TestCountsGoFromAllHeadsAtOnce(t *testing.T) {
	p := ferry()
	p.Heads = slices.Clone(p.Heads)
	with, before := drawn(p, DefaultLook(false), newFontBook(), 1800, nil)
	if !with.countsFit() {
		t.Fatal("the counts do not fit at 1800")
	}
	last := &p.Heads[len(p.Heads)-1]
	last.Tally.OwnStory = false
	for _, s := range []diff.Status{diff.Reworded, diff.Recast, diff.Split, diff.Merged, diff.Added, diff.Cut} {
		last.Tally.Count[s] = 1e12
	}
	_, after := drawn(p, DefaultLook(false), newFontBook(), 1800, nil)
	if headSigns(before) == 0 || headSigns(after) != 0 {
		t.Errorf("%d signs in heads where all counts fit, %d where one does not", headSigns(before), headSigns(after))
	}
}

// headSigns counts the signs that are drawn in the header.
func headSigns(s *scene) int {
	n := 0
	for _, it := range s.layers[layerHeadText] {
		if it.kind == spriteItem {
			n++
		}
	}
	return n
}
