package pdf

import (
	"strings"
	"testing"
	"unicode"

	"wirediff/diff/text"
	"wirediff/loader/internal/draft"
)

// set lays lines out from the top of a page: "" is a gap of half a line, a
// line that begins with ">" is indented, one with "#" set in large type.
func set(lines ...string) (out []line) {
	base := 760.0
	for _, s := range lines {
		base -= 14
		if s == "" {
			base += 5
			continue
		}
		l := line{text: strings.TrimLeft(s, ">#"), left: 72, base: base, size: 10}
		switch s[0] {
		case '>':
			l.left += 14
		case '#':
			l.size = 18
		}
		l.right = l.left + 5*float64(len(l.text))
		out = append(out, l)
	}
	return out
}

func TestLayout(t *testing.T) {
	full := "The harbour was closed on Tuesday after a storm broke two"
	for name, c := range map[string]struct {
		pages []page
		want  string
	}{
		"gap":     {[]page{{842, set(full, "of its gates.", "", "It will open.")}}, full + " of its gates.|It will open."},
		"indent":  {[]page{{842, set(full, full+" x.", ">It will open on Friday if the weather allows it and", "the gate holds.")}}, full + " " + full + " x.|It will open on Friday if the weather allows it and the gate holds."},
		"heading": {[]page{{842, set("#Gates break", full, "of its gates.")}}, "Gates break|" + full + " of its gates."},
		"short":   {[]page{{842, set(full, "of its gates.", "It will open on Friday if the weather allows it and", "the gate holds.")}}, full + " of its gates.|It will open on Friday if the weather allows it and the gate holds."},
		"pages":   {[]page{{842, set(full)}, {842, set("of its gates.")}}, full + " of its gates."},
		"columns": {[]page{{842, append(set(full, "of its"), set("gates. It will open.")...)}}, full + " of its gates. It will open."},
		"hyphen":  {[]page{{842, set("The harbour was closed on Tuesday after a heavy thun-", "derstorm broke two gates of it.")}}, "The harbour was closed on Tuesday after a heavy thunderstorm broke two gates of it."},
		"word":    {[]page{{842, set("They looked well, a well-known and known man said, the well-", "known one of them.")}}, "They looked well, a well-known and known man said, the well-known one of them."},
	} {
		var got []string
		for _, p := range paragraphs(c.pages) {
			got = append(got, p.text)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %q, want %q", name, s, c.want)
		}
	}
}

func TestHeadsAndFeet(t *testing.T) {
	var pages []page
	for _, n := range []string{"1", "2", "3"} {
		p := page{842, set("The harbour was closed on Tuesday.", "", "Text of page "+n+" alone.")}
		p.lines = append(p.lines, line{text: "The Averley Post, page " + n, left: 72, right: 200, base: 30, size: 8})
		pages = append(pages, p)
	}
	furniture := 0
	for _, p := range paragraphs(pages) {
		if p.role == text.RoleFurniture {
			furniture++
		} else if strings.Contains(p.text, "Averley Post") {
			t.Errorf("a foot is text: %q", p.text)
		}
	}
	if furniture != 3 {
		t.Errorf("%d feet, want 3", furniture)
	}
}

// FuzzParagraphs: whatever an engine says about lines and their places, no
// word of theirs is lost.
func FuzzParagraphs(f *testing.F) {
	f.Add("The harbour was closed on Tues-\nday.\n\nIt will open.", []byte{10, 20, 30, 40, 200, 3})
	f.Fuzz(func(t *testing.T, s string, places []byte) {
		at := func(i int) float64 {
			if len(places) == 0 {
				return 0
			}
			return 4 * float64(places[i%len(places)])
		}
		var pages []page
		letters := 0
		for i, l := range strings.Split(s, "\n") {
			if i%7 == 0 {
				pages = append(pages, page{height: at(i)})
			}
			if l = draft.Collapse(l); l == "" {
				continue
			}
			letters += countLetters(l)
			last := &pages[len(pages)-1]
			last.lines = append(last.lines, line{text: l, left: at(i), right: at(i + 1), base: at(i + 2), size: at(i+3) / 40})
		}
		for _, p := range paragraphs(pages) {
			letters -= countLetters(p.text)
		}
		if letters != 0 {
			t.Errorf("%d letters lost", letters)
		}
	})
}

func countLetters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
