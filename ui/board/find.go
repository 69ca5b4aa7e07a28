package board

import (
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"wirediff/diff/report"
)

// Query is what Find looks for; the zero value finds nothing.
type Query struct {
	Text   string
	Case   bool // capitals matter
	Word   bool // whole words only
	Regexp bool // Text is a regular expression (RE2)
}

// Hit is a place where the query was found: bytes of the body of the version
// under head Col, or a note on the cell (From and To are -1).
type Hit struct {
	report.Place
	From, To int32
}

// finding is a query and what it found.
type finding struct {
	query Query
	hits  []Hit // in the order of rows, then columns
	now   int   // index of the current hit, -1: none
	byCol map[int][]marked
	only  func(Hit) bool // hits that are shown; nil: all
}

// pattern compiles a query. White space in it matches any white space, and
// a straight quote mark or hyphen matches its typographic forms.
func (q Query) pattern() (*regexp.Regexp, error) {
	expr := q.Text
	if !q.Regexp {
		words := strings.Fields(q.Text)
		for i, w := range words {
			w = regexp.QuoteMeta(w)
			w = strings.NewReplacer("'", "['’‘]", "’", "['’]", "\"", "[\"“”„]", "-", "[-‐‑]").Replace(w)
			words[i] = w
		}
		expr = strings.Join(words, `\s+`)
	}
	if !q.Case {
		expr = "(?i)" + expr
	}
	return regexp.Compile(expr)
}

// search looks through all versions; a query that is no expression finds nothing.
func (f *finding) search(x *placeIndex) {
	f.hits, f.now, f.byCol = nil, -1, nil
	if x == nil || strings.TrimSpace(f.query.Text) == "" {
		return
	}
	re, err := f.query.pattern()
	if err != nil {
		return
	}
	for h := range x.page.Heads {
		f.searchHead(x, h, re)
	}
	f.searchNotes(x.page, re)
	sort.SliceStable(f.hits, func(i, j int) bool {
		a, b := f.hits[i], f.hits[j]
		if a.Row != b.Row {
			return a.Row < b.Row
		}
		return a.Col < b.Col
	})
	f.mark()
}

// searchHead adds the hits in one version that lie in rows of the page.
func (f *finding) searchHead(x *placeIndex, h int, re *regexp.Regexp) {
	story := x.story(h)
	for _, m := range re.FindAllStringIndex(story.Body, -1) {
		if m[0] == m[1] || f.query.Word && !wholeWord(story.Body, m[0], m[1]) {
			continue
		}
		s := sort.Search(len(story.Sentences), func(i int) bool { return int(story.Sentences[i].End) > m[0] })
		if s < len(story.Sentences) {
			if r := x.row(h, int32(s)); r >= 0 {
				if at := (Hit{report.Place{Row: r, Col: h}, int32(m[0]), int32(m[1])}); f.only == nil || f.only(at) {
					f.hits = append(f.hits, at)
				}
			}
		}
	}
}

// searchNotes adds the cells whose notes fit; there is nothing to mark in
// their text.
func (f *finding) searchNotes(p *report.Page, re *regexp.Regexp) {
	for _, n := range p.Remarks {
		if n.Place.Row < 0 {
			continue
		}
		for _, words := range []string{n.Text, n.Tag} {
			if m := re.FindStringIndex(words); m != nil && m[0] < m[1] && (!f.query.Word || wholeWord(words, m[0], m[1])) {
				f.hits = append(f.hits, Hit{Place: n.Place, From: -1, To: -1})
				break
			}
		}
	}
}

func wholeWord(s string, from, to int) bool {
	a, _ := utf8.DecodeLastRuneInString(s[:from])
	b, _ := utf8.DecodeRuneInString(s[to:])
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return !letter(a) && !letter(b)
}

// mark sorts the hits by column for drawing.
func (f *finding) mark() {
	f.byCol = map[int][]marked{}
	for i, h := range f.hits {
		if h.From < 0 {
			continue // a note's
		}
		kind := hit
		if i == f.now {
			kind = hitNow
		}
		f.byCol[h.Col] = append(f.byCol[h.Col], marked{h.From, h.To, kind})
	}
	for _, list := range f.byCol {
		sort.Slice(list, func(i, j int) bool { return list[i].from < list[j].from })
	}
}

// marks returns the hits in the bytes from..to of a version. O(log hits).
func (f *finding) marks(head int, from, to int32) []marked {
	all := f.byCol[head]
	i := sort.Search(len(all), func(i int) bool { return all[i].to > from })
	j := i
	for j < len(all) && all[j].from < to {
		j++
	}
	return all[i:j]
}

// SetFind looks for q in all columns and returns the number of hits and in
// how many columns they are. The only failure is an expression that cannot
// be read.
func (b *Board) SetFind(q Query) (hits, columns int, err error) {
	b.find.query = q
	if strings.TrimSpace(q.Text) != "" {
		_, err = q.pattern()
	}
	b.find.search(b.places)
	b.redraw()
	return len(b.find.hits), len(b.find.byCol), err
}

// limitFind leaves out hits in text that the view does not print; nil: none.
// Nothing is drawn.
func (b *Board) limitFind(only func(Hit) bool) {
	if b.find.only == nil && only == nil {
		return
	}
	now, was := b.find.now, b.find.hits
	b.find.only = only
	b.find.search(b.places)
	if now >= 0 && now < len(was) {
		b.find.now = slices.Index(b.find.hits, was[now])
		b.find.mark()
	}
}

// Hits returns what was found and which hit is the current one, -1 if none.
func (b *Board) Hits() ([]Hit, int) { return b.find.hits, b.find.now }

// NextHit goes to the next hit, from the last to the first.
func (b *Board) NextHit() bool { return b.toHit(1) }

// PrevHit goes to the hit before.
func (b *Board) PrevHit() bool { return b.toHit(-1) }

func (b *Board) toHit(step int) bool {
	f := &b.find
	n := len(f.hits)
	if n == 0 || b.layout == nil {
		return false
	}
	if f.now < 0 {
		f.now = f.firstFrom(b.layout.rowAt(b.scroll))
		if step < 0 {
			f.now = (f.now + n - 1) % n
		}
	} else {
		f.now = (f.now + step + n) % n
	}
	f.mark()
	h := f.hits[f.now]
	b.FocusCell(h.Place)
	return true
}

// cells returns the cells that hold a hit, true for the current one's.
func (f *finding) cells() map[report.Place]bool {
	out := map[report.Place]bool{}
	for i, h := range f.hits {
		out[h.Place] = out[h.Place] || i == f.now
	}
	return out
}

// firstFrom returns the first hit in row r or below, the first of all if
// there is none.
func (f *finding) firstFrom(r int) int {
	i := sort.Search(len(f.hits), func(i int) bool { return f.hits[i].Row >= r })
	if i == len(f.hits) {
		return 0
	}
	return i
}
