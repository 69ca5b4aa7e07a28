package board

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"wirediff/diff/report"
)

// grid is a measurer without fonts: every letter is half as wide as the
// text size, whatever the face.
type grid struct{}

func (grid) measure(s string, f font) (int, font) {
	return utf8.RuneCountInString(s) * int(f.size) / 2, f
}
func (grid) ascent(f font) int  { return int(f.size) }
func (grid) descent(f font) int { return int(f.size) / 4 }

// set returns the flow of runs at T = 16: letters and spaces are 8 pixels wide.
func set(runs ...report.Run) flow {
	s := newSetter(DefaultLook(false), grid{})
	return newFlow(s.words(nil, runs, s.fonts.story), 8, 0)
}

func plain(s string) report.Run { return report.Run{Text: s} }

// lines prints the lines of f, as seen.
func (f flow) lines(width int) []string {
	var out []string
	for i, l := range f.wrap(nil, width) {
		var b strings.Builder
		prev := -1
		for _, p := range f.place(nil, l, width, i == 0) {
			if prev >= 0 && f.gapBetween(prev, p.word) {
				b.WriteByte(' ')
			}
			b.WriteString(f.seen(&f.words[p.word]))
			prev = p.word
		}
		out = append(out, b.String())
	}
	return out
}

func TestWrap(t *testing.T) {
	for _, x := range []struct {
		name, text string
		letters    int // per line
		want       []string
	}{
		{"greedy", "one two three four", 9, []string{"one two", "three", "four"}},
		{"white space of the source means nothing", " one\n\ttwo  ", 9, []string{"one two"}},
		{"hyphens hold", "after a 19-day strike", 12, []string{"after a", "19-day", "strike"}},
		{"hours", "it ended at 6 p.m. on", 13, []string{"it ended at", "6 p.m. on"}},
		{"money", "costs them $310 million", 15, []string{"costs them", "$310 million"}},
		{"money before a comma", "costs them $310 million, he", 16, []string{"costs them", "$310 million, he"}},
		{"percent", "a rise of 11.5 percent", 14, []string{"a rise of", "11.5 percent"}},
		{"a number before another word does not hold", "there were 212 people", 14, []string{"there were 212", "people"}},
		{"no-break space", "pay of 5\u00a0000 crowns", 9, []string{"pay of", "5\u00a0000", "crowns"}},
		{"before a closing mark", "they said » no", 9, []string{"they", "said » no"}},
		{"a dash does not begin a line", "it held – at last", 8, []string{"it", "held –", "at last"}},
		{"after a long dash", "held—barely so", 6, []string{"held—", "barely", "so"}},
		{"characters", "東京都内で会談", 3, []string{"東京都", "内で会", "談"}},
		{"closing mark after characters", "東京。東京", 2, []string{"東", "京。", "東京"}},
		{"longer than a line", "see https://example.com/a/very/long/address", 22, []string{"see https://example.co", "m/a/very/long/address"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			if got := set(plain(x.text)).lines(8 * x.letters); fmt.Sprint(got) != fmt.Sprint(x.want) {
				t.Errorf("got  %q\nwant %q", got, x.want)
			}
		})
	}
}

func TestMarksStayWithTheirWords(t *testing.T) {
	left := report.Run{Mark: report.Left, Start: -1}
	f := set(plain("they voted "), left, plain("Tuesday at"), plain(" noon"), left, plain("."))
	if got, want := fmt.Sprint(f.lines(8*10)), "[they voted Tuesday at noon.]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	wedge := f.wrap(nil, 80)
	if first := f.words[wedge[1].from]; first.mark != report.Left {
		t.Errorf("the wedge before Tuesday stands on the line above: %v", first)
	}
	number := set(report.Run{Text: "2", Mark: report.Number, Start: -1}, plain("The"), plain(" end"))
	for _, l := range number.wrap(nil, 40) {
		if number.words[l.to-1].mark == report.Number {
			t.Error("a sentence number stands alone at the end of a line")
		}
	}
}

func TestRightToLeft(t *testing.T) {
	for _, x := range []struct{ name, text, want string }{
		{"Hebrew runs from the right", "אחת שתיים שלוש", "שלוש שתיים אחת"},
		{"Latin inside keeps its order", "אחת New York שתיים", "שתיים New York אחת"},
		{"a number inside", "אחת 2025 שתיים", "שתיים 2025 אחת"},
		{"a full stop ends at the left", "אחת שתיים.", ".שתיים אחת"},
		{"brackets turn round", "אחת (שתיים) שלוש", "שלוש (שתיים) אחת"},
		{"a number behind a prefix", "כ-40,000 איש", "איש 40,000-כ"},
		{"quotation marks inside a word stay", "צה\"ל אמר", "אמר צה\"ל"},
		{"Hebrew in brackets inside Latin", "the word (אחת), here", "the word (אחת), here"},
		{"Hebrew inside Latin", "the words אחת שתיים here", "the words שתיים אחת here"},
	} {
		t.Run(x.name, func(t *testing.T) {
			if got := set(plain(x.text)).lines(800); got[0] != x.want {
				t.Errorf("got %q, want %q", got[0], x.want)
			}
		})
	}
	f := set(plain("אחת"))
	if p := f.place(nil, f.wrap(nil, 100)[0], 100, true); p[0].x != 100-24 {
		t.Errorf("a Hebrew word begins at %d, want it at the right", p[0].x)
	}
}

// Laws of wrapping, for any text and width: every word is on one line, in
// order; no line is wider than the measure unless it is a single letter; and
// a line is only as short as it must be.
func TestWrapLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("abc 19—p.m$東אב-\u0301,”")), 0, 120, -1).Draw(t, "text")
		width := rapid.IntRange(8, 400).Draw(t, "width")
		f := set(plain(text))
		f.indent = rapid.IntRange(0, 1).Draw(t, "indented") * 6
		next := 0
		for i, l := range f.wrap(nil, width) {
			if l.from != next || l.to <= l.from {
				t.Fatalf("line %d is %v, want it to begin at %d", i, l, next)
			}
			next = l.to
			room := width
			if i == 0 {
				room -= f.indent
			}
			if l.width != f.sum(l.from, l.to) {
				t.Fatalf("line %d says %d, is %d wide", i, l.width, f.sum(l.from, l.to))
			}
			if l.width > room && l.to > l.from+1 {
				t.Fatalf("line %d is %d wide in %d", i, l.width, room)
			}
		}
		if next != len(f.words) {
			t.Fatalf("%d of %d words are on lines", next, len(f.words))
		}
	})
}

// Words cover the text: what is drawn, with the white space between, is what
// the outlet printed.
func TestWordsLoseNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("ab \n—東\u00a0\u0301é"))).Draw(t, "text")
		s := newSetter(DefaultLook(false), grid{})
		at := 0
		for _, w := range s.words(nil, []report.Run{plain(text)}, s.fonts.story) {
			if strings.TrimSpace(text[at:w.at]) != "" {
				t.Fatalf("%q is not drawn", text[at:w.at])
			}
			if text[w.at:int(w.at)+len(w.text)] != w.text {
				t.Fatalf("word %q is not at %d", w.text, w.at)
			}
			at = int(w.at) + len(w.text)
		}
		if strings.TrimSpace(text[at:]) != "" {
			t.Fatalf("%q is not drawn", text[at:])
		}
	})
}
