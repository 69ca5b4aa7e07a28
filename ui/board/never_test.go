package board

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"pgregory.net/rapid"

	"wirediff/diff"
	"wirediff/diff/report"
)

// What must never happen, and the tests that see to it:
//
//	 1 colour alone, a mark without its word     TestStatusesAreToldApartWithoutColour, TestStatusesDifferInGrey,
//	                                             TestEveryChangeSaysItsWord, TestLanesDifferInShape
//	 2 text under 4.5:1, a label on bare hatch    TestTextStandsOut (all views and palettes as drawn), report: TestTextIsReadable
//	 3 rows out of level                         TestFirstLinesAreLevel
//	 4 kept louder than changed, style or a      TestKeptIsQuieterThanChange; ui: TestAPureReorderIsNoEdit
//	   move counted as an edit
//	 5 a sentence out of its order, a move       TestColumnsReadAsPublished
//	   without ghost
//	 6 marks on parts of words, on punctuation,  TestMarksSitOnWords
//	   confetti
//	 7 counts that differ                        ui: TestHiddenColumnsAreOutOfEveryCount, TestPresetsKeepWhatTheyCount
//	 8 red and green, blinking, own movement,    report: TestFamiliesStayApartForEveryEye; TestNothingMovesByItself,
//	   a frame for hover                         TestHoverPaintsNothing
//	 9 text shrunk to fit, the base out of sight TestTextIsNeverShrunk, TestTheBaseStaysInSight
//	10 the place lost                            TestPlaceIsKept, ui: TestViewsKeepThePlace
//	11 a popover over its pair, two toasts       of the window: ui: TestWhyMatched
//	12 verdicts on anybody's intent              TestWordsThatAreNeverSaid
//	13 fractional pixels, glyphs as marks        TestWholePixels, TestProgramWordsAreInTheFont

// oneCell is a page of a base and one cell beside it.
func oneCell(c specCell) *report.Page {
	return newPage("A", "B").row("1", cell(diff.IsBase, "Cranes swung again at six."), c).done()
}

// greyCases are the statuses of a cell, each with the same words.
func greyCases() map[string]specCell {
	const words = "Cranes swung again at six."
	return map[string]specCell{
		"kept": cell(diff.Kept, words), "style": cell(diff.Style, words), "reworded": cell(diff.Reworded, words), "recast": cell(diff.Recast, words),
		"moved": cell(diff.Kept, words, moved(true, "9", 0)), "moved down": cell(diff.Kept, words, moved(false, "9", 0)), "ghost": cell(diff.Kept, words, moved(true, "9", 0), ghost),
		"split": cell(diff.Split, words, part("in 2")), "merged": cell(diff.Merged, words, part("1 + 2")), "added": cell(diff.Added, words),
		"cut": cell(diff.Cut, ""), "absent": cell(diff.Absent, ""), "related": cell(diff.Added, words, related("possibly related to 4")),
		"reworded, unsure": cell(diff.Reworded, words, unsure), "by hand": cell(diff.Kept, words, hand),
	}
}

// 1: with colours taken away and the words of the labels too, two statuses
// still differ in what is drawn: marks, spines, boxes, hatches.
func TestStatusesDifferInGrey(t *testing.T) {
	seen := map[string]string{}
	for name, c := range greyCases() {
		_, s := drawn(oneCell(c), DefaultLook(false), grid{}, 800, nil)
		var b strings.Builder
		for l := range s.layers[:layerHead] {
			for _, i := range s.layers[l] {
				if i.kind == textItem {
					fmt.Fprintln(&b, layerNames()[l], "text") // there, whatever it says
				} else {
					i.fill, i.stroke = min(i.fill, 1), min(i.stroke, 1) // there, whatever its colour
					fmt.Fprintln(&b, layerNames()[l], i, i.sprite.sign)
				}
			}
		}
		if other, ok := seen[b.String()]; ok {
			t.Errorf("%s and %s look alike without colour", name, other)
		}
		seen[b.String()] = name
	}
}

// 1: a cell that shows a change has the change's word, at every width.
func TestEveryChangeSaysItsWord(t *testing.T) {
	want := map[string]string{"style": "style", "reworded": "reworded", "recast": "recast", "moved": "moved up", "moved down": "moved down", "ghost": "moved up to", "split": "split",
		"merged": "merged", "added": "added", "cut": "cut", "related": "related", "reworded, unsure": "unsure", "by hand": "by hand"}
	for name, c := range greyCases() {
		_, s := drawn(oneCell(c), DefaultLook(false), newFontBook(), 900, nil)
		var words []string
		for _, i := range s.layers[layerText] {
			if i.font.face >= sans {
				words = append(words, i.text)
			}
		}
		if all := strings.Join(words, " "); !strings.Contains(all, want[name]) {
			t.Errorf("%s: the labels say %q", name, all)
		}
	}
}

// storyPages are pages of compared stories, in any order of their columns.
func storyPages(t *testing.T) []*report.Page {
	return []*report.Page{quayPage(t), quayPage(t, 2, 0, 1), pageFor(t, 0, damStories(t)...), pageFor(t, -1, damStories(t)...), pageFor(t, 0, sources()...)}
}

// 5: a column reads from top to bottom as it was published, and both ends of
// a move know each other.
func TestColumnsReadAsPublished(t *testing.T) {
	for _, p := range storyPages(t) {
		for h := range p.Heads {
			last := int32(-1)
			for r := range p.Rows {
				c := &p.Rows[r].Cells[h]
				if c.Ghost {
					continue
				}
				for _, s := range c.Sentences {
					if s <= last {
						t.Errorf("%s: sentence %d stands below %d", p.Heads[h].Name, s+1, last+1)
					}
					last = s
				}
			}
		}
		eachChip(t, p)
	}
}

// eachChip checks that the other end of every chip leads back.
func eachChip(t *testing.T, p *report.Page) {
	for r := range p.Rows {
		for h := range p.Heads {
			c := &p.Rows[r].Cells[h]
			if c.Verdict.Moved && c.Chip == nil || c.Ghost && c.Chip == nil {
				t.Errorf("%s, row %s: moved without a chip", p.Heads[h].Name, p.Rows[r].Label)
			}
			if c.Chip == nil || c.Chip.Row < 0 {
				continue
			}
			other := &p.Rows[c.Chip.Row].Cells[h]
			if other.Chip == nil || other.Chip.Row != r || other.Chip.To == c.Chip.To {
				t.Errorf("%s, row %s: the other end does not lead back", p.Heads[h].Name, p.Rows[r].Label)
			}
		}
	}
}

// 6: a mark covers whole words, never punctuation alone; a recast cell has
// no marks inside.
func TestMarksSitOnWords(t *testing.T) {
	for _, p := range storyPages(t) {
		for r := range p.Rows {
			for h := range p.Heads {
				c := &p.Rows[r].Cells[h]
				body := p.Reading.Versions[p.Heads[h].Version].Body
				for _, run := range c.Runs {
					if run.Mark != report.Replaced && run.Mark != report.Inserted && run.Mark != report.StyleMark {
						continue
					}
					if c.Verdict.Status == diff.Recast {
						t.Errorf("%s, row %s: %q is marked in a recast cell", p.Heads[h].Name, p.Rows[r].Label, run.Text)
					}
					if !strings.ContainsFunc(run.Text, func(x rune) bool {
						return unicode.IsLetter(x) || unicode.IsNumber(x) || unicode.IsSymbol(x) || x == '%'
					}) {
						t.Errorf("%q is marked and no word", run.Text)
					}
					if from, to := int(run.Start), int(run.Start)+len(run.Text); insideWord(body, from) || insideWord(body, to) {
						t.Errorf("%q is part of a word", run.Text)
					}
				}
			}
		}
	}
}

// insideWord reports whether two letters meet at a byte.
func insideWord(s string, at int) bool {
	before, after := strings.LastIndexFunc(s[:at], unicode.IsLetter), strings.IndexFunc(s[at:], unicode.IsLetter)
	return before >= 0 && after == 0 && before+len(string([]rune(s[before:at])[0])) == at
}

// 8: nothing on the board moves by itself: no animation, no clock.
func TestNothingMovesByItself(t *testing.T) {
	eachLine(t, ".", func(at, line string) {
		for _, word := range []string{"NewAnimation", "NewColorRGBAAnimation", "time.Tick", "time.After", "time.NewTimer"} {
			if strings.Contains(line, word) {
				t.Errorf("%s: %s", at, strings.TrimSpace(line))
			}
		}
	})
}

// eachLine calls f with every line of the sources of a folder, tests left out.
func eachLine(t *testing.T, folder string, f func(at, line string)) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no sources in %s: %v", folder, err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		r, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		in := bufio.NewScanner(r)
		for n := 1; in.Scan(); n++ {
			f(fmt.Sprintf("%s:%d", file, n), in.Text())
		}
		r.Close()
	}
}

// 12: no word of the program judges anybody, and none says "error".
func TestWordsThatAreNeverSaid(t *testing.T) {
	for _, folder := range []string{".", ".."} {
		eachLine(t, folder, func(at, line string) {
			code, _, _ := strings.Cut(line, " // ")
			if strings.HasPrefix(strings.TrimSpace(code), "//") {
				return
			}
			for k, said := range strings.Split(code, `"`) {
				if k%2 == 0 { // not inside quotation marks
					continue
				}
				low := strings.ToLower(said)
				for _, word := range []string{"plagiar", "copied from", "bias", "error", "!"} {
					if strings.Contains(low, word) && strings.Contains(said, " ") && !strings.Contains(said, `\`) {
						t.Errorf("%s: %q", at, said)
					}
				}
			}
		})
	}
}

// 8: the pointer over the board changes the cursor and the words of the
// status line, and nothing is painted.
func TestHoverPaintsNothing(t *testing.T) {
	b := shown(t, ferry(), DefaultLook(false), 1280, 800)
	painted, said := 0, 0
	b.Watch(func() { painted++ })
	b.OnStatusHover = func(string) { said++ }
	for x := 10; x < 1280; x += 97 {
		for y := 10; y < 800; y += 61 {
			b.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(x), float32(y))}})
		}
	}
	if painted > 0 || said == 0 {
		t.Errorf("painted %d times, said %d things", painted, said)
	}
}

// 9: the text has the size of the look, however many columns share the width.
func TestTextIsNeverShrunk(t *testing.T) {
	for n := 1; n <= 8; n++ {
		for _, width := range []int{500, 900, 1400} {
			_, s := drawn(someColumns(n), DefaultLook(false), grid{}, width, nil)
			for _, i := range s.layers[layerText] {
				if i.kind == textItem && i.font.face == serif && i.font.size != serifSize {
					t.Fatalf("%d columns at %d: %s", n, width, i)
				}
			}
		}
	}
}

// 9: the base is in sight whatever is pinned, wide or scrolled to, and one
// column beside it where there is room for two.
func TestTheBaseStaysInSight(t *testing.T) {
	m := DefaultLook(false).measures()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(t, "columns")
		p := columnPlan{width: rapid.IntRange(100, 3000).Draw(t, "width"), heads: n, base: rapid.IntRange(0, n-1).Draw(t, "base"),
			pinned: rapid.SliceOfNDistinct(rapid.IntRange(0, n-1), 0, n, rapid.ID[int]).Draw(t, "pinned"),
			first:  rapid.IntRange(-2, 12).Draw(t, "first"), widths: map[int]float64{}}
		for range rapid.IntRange(0, 3).Draw(t, "wide") {
			p.widths[rapid.IntRange(0, n-1).Draw(t, "which")] = rapid.Float64Range(5, 60).Draw(t, "wide by")
		}
		shown := p.shown(m)
		if !slices.Contains(shown, p.base) {
			t.Fatalf("shown are %v, not the base %d", shown, p.base)
		}
		seen := map[int]bool{}
		for first := range n + 1 {
			p.first = first
			for _, h := range p.shown(m) {
				seen[h] = true
			}
			if cols := p.columns(m); len(cols) > 1 && cols[len(cols)-1].x+cols[len(cols)-1].w > max(p.width, m.t(railWidth)) {
				t.Fatalf("columns end at %d of %d", cols[len(cols)-1].x+cols[len(cols)-1].w, p.width)
			}
		}
		if roomForTwo := p.room(m) >= p.least(p.base, m)+m.t(columnWidest); roomForTwo && len(seen) != n {
			t.Fatalf("of %d columns only %d can be scrolled to", n, len(seen))
		}
	})
}

// 13: what the program says is set in a face that has every letter of it, so
// that no letter comes from another font; marks are drawn, never typed.
func TestProgramWordsAreInTheFont(t *testing.T) {
	book := newFontBook()
	for name, s := range busyScenes(t, DefaultLook(false)) {
		for l := range s.layers {
			for _, i := range s.layers[l] {
				if i.kind == textItem && i.font.face >= sans && !book.has(i.text, i.font.face) {
					t.Errorf("%s: %q has a letter that the sans lacks", name, i.text)
				}
				if i.kind == textItem && strings.ContainsAny(i.text, "←↑→↓≈≠✓✗▲▼●■") {
					t.Errorf("%s: %q holds a typed mark", name, i.text)
				}
			}
		}
	}
}
