package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"unicode"
	"unicode/utf8"

	"wirediff/diff/align"
	"wirediff/diff/style"
	"wirediff/diff/text"
)

// goldLinks is a gold file of a pair of stories.
type goldLinks struct {
	A, B  string
	Links []struct {
		A, B     []int
		Kind     string
		Moved    bool
		Optional bool
	}
}

// goldStory is a sample story: its body, our segmentation of it, and where
// its gold units stand.
type goldStory struct {
	story *text.Story
	units []text.Span
	unit  []int // of each of our sentences: the unit it overlaps most, -1 if none
}

// counts are true positives, found and wanted.
type counts struct{ tp, found, gold int }

func (c counts) String() string {
	p, r := share(c.tp, c.found), share(c.tp, c.gold)
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return fmt.Sprintf("P %.4f R %.4f F1 %.4f (%d of %d found, %d gold)", p, r, f, c.tp, c.found, c.gold)
}

func (c *counts) add(d counts) { c.tp, c.found, c.gold = c.tp+d.tp, c.found+d.found, c.gold+d.gold }

func share(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// stories segments and aligns the sample stories under dir end to end and
// prints boundary and pair figures against the gold units and links.
func stories(dir string, out io.Writer) error {
	files, err := filepath.Glob(filepath.Join(dir, "gold", "s*-s*.json"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("%s: no gold links in it", dir)
	}
	sort.Strings(files)
	loaded := map[string]*goldStory{}
	var pairs, bounds counts
	for _, f := range files {
		var g goldLinks
		if err := readJSON(f, &g); err != nil {
			return err
		}
		for _, name := range []string{g.A, g.B} {
			if loaded[name] == nil {
				if loaded[name], err = loadStory(dir, name); err != nil {
					return err
				}
				c := loaded[name].boundaries()
				bounds.add(c)
				fmt.Fprintf(out, "%s boundaries %v\n", name, c)
			}
		}
		c, err := comparePair(loaded[g.A], loaded[g.B], g, out)
		if err != nil {
			return err
		}
		pairs.add(c)
		fmt.Fprintf(out, "%s pairs %v\n", filepath.Base(f), c)
	}
	fmt.Fprintf(out, "all boundaries %v\nall pairs %v\n", bounds, pairs)
	return nil
}

func readJSON(file string, into any) error {
	raw, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(raw, into); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

// loadStory finds the gold units in the body, white space apart.
func loadStory(dir, name string) (*goldStory, error) {
	body, err := os.ReadFile(filepath.Join(dir, "stories", name))
	if err != nil {
		return nil, err
	}
	var g struct {
		Story     string
		Sentences []string
	}
	files, _ := filepath.Glob(filepath.Join(dir, "gold", "s*.sentences.json"))
	for _, f := range files {
		if err := readJSON(f, &g); err != nil {
			return nil, err
		}
		if g.Story == name {
			break
		}
	}
	s := &goldStory{story: text.Segment(text.Source{Name: name, Body: string(body)})}
	at := 0
	for _, u := range g.Sentences {
		span, ok := findText(string(body), u, at)
		if !ok {
			return nil, fmt.Errorf("%s: gold unit %q is not in the story", name, u)
		}
		s.units = append(s.units, span)
		at = int(span.End)
	}
	for i := range s.story.Sentences {
		s.unit = append(s.unit, s.overlapping(s.story.Sentences[i].Span))
	}
	return s, nil
}

// findText finds want in body from at on, white space apart.
func findText(body, want string, at int) (text.Span, bool) {
	for start := at; start < len(body); start++ {
		if end, ok := matchAt(body, want, start); ok {
			return text.Span{Start: int32(start), End: int32(end)}, true
		}
	}
	return text.Span{}, false
}

func matchAt(body, want string, at int) (end int, ok bool) {
	for _, r := range want {
		if unicode.IsSpace(r) {
			continue
		}
		for {
			got, n := utf8.DecodeRuneInString(body[at:])
			if n == 0 {
				return 0, false
			}
			at += n
			if got == r {
				break
			}
			if !unicode.IsSpace(got) || end == 0 {
				return 0, false
			}
		}
		end = at
	}
	return end, end > 0
}

func (s *goldStory) overlapping(sp text.Span) int {
	unit, most := -1, int32(0)
	for u, g := range s.units {
		if o := min(g.End, sp.End) - max(g.Start, sp.Start); o > most {
			unit, most = u, o
		}
	}
	return unit
}

// boundaries compares where sentences and units end, the last one apart.
func (s *goldStory) boundaries() counts {
	ends := map[int32]bool{}
	for _, u := range s.units[:len(s.units)-1] {
		ends[u.End] = true
	}
	c := counts{gold: len(ends), found: len(s.story.Sentences) - 1}
	for _, x := range s.story.Sentences[:len(s.story.Sentences)-1] {
		if ends[x.End] {
			c.tp++
		}
	}
	return c
}

// comparePair aligns two stories and compares the links, unit by unit.
// Optional links and the crossing corners of 2-2 groups count neither way.
func comparePair(a, b *goldStory, g goldLinks, out io.Writer) (counts, error) {
	keyed, _ := style.Apply([]*text.Story{a.story, b.story}, style.Rules{})
	al, err := align.Stories(context.Background(), keyed[0], keyed[1])
	if err != nil {
		return counts{}, err
	}
	want, ignored := goldPairs(g)
	found := map[[2]int]align.Kind{}
	for _, x := range al.Groups {
		for _, i := range x.A {
			for _, k := range x.B {
				found[[2]int{a.unit[i], b.unit[k]}] = x.Kind
			}
		}
	}
	var c counts
	for _, p := range sortedPairs(want) {
		c.gold++
		kind, ok := found[p]
		if ok {
			c.tp++
		} else {
			fmt.Fprintf(out, "  missed %v\n", p)
		}
		if ok && want[p] == "same" && kind > align.Style {
			fmt.Fprintf(out, "  same %v came out as %v\n", p, kind)
		}
	}
	for _, p := range sortedPairs(found) {
		if _, ok := want[p]; ok {
			c.found++
		} else if !ignored[p] {
			c.found++
			fmt.Fprintf(out, "  false %v %v\n", p, found[p])
		}
	}
	return c, nil
}

// goldPairs returns the links by unit with their kind, and those that do not
// count.
func goldPairs(g goldLinks) (want map[[2]int]string, ignored map[[2]int]bool) {
	want, ignored = map[[2]int]string{}, map[[2]int]bool{}
	for _, l := range g.Links {
		for _, i := range l.A {
			for _, k := range l.B {
				corner := len(l.A) > 1 && len(l.B) > 1 && (i == l.A[0]) != (k == l.B[0])
				if l.Optional || corner {
					ignored[[2]int{i, k}] = true
				} else {
					want[[2]int{i, k}] = l.Kind
				}
			}
		}
	}
	return want, ignored
}

func sortedPairs[V any](m map[[2]int]V) [][2]int {
	out := make([][2]int, 0, len(m))
	for p := range m {
		out = append(out, p)
	}
	sort.Slice(out, func(x, y int) bool {
		return out[x][0] < out[y][0] || out[x][0] == out[y][0] && out[x][1] < out[y][1]
	})
	return out
}
