package pdf

import (
	"math"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"wirediff/diff/text"
	"wirediff/loader/internal/lazy"
)

// Measures of the layout rules, in shares of the type size or of the line
// pitch, and where they come from.
const (
	wideGap     = 1.35 // a gap of this many pitches parts paragraphs; leading varies by 10 in 100 inside one
	loosePitch  = 1.7  // a pitch above this many type sizes is the distance of paragraphs, not of lines
	usualPitch  = 1.2  // the pitch that is taken then
	pitchRank   = 0.2  // the pitch of a column is its gap at this rank
	minIndent   = 0.7  // of the type size: less is the ragged edge of a letter
	maxIndent   = 6.0  // more is a centred line or a column
	shortLine   = 0.75 // of the column's width: a line that ends a sentence before this ends its paragraph
	sizeChange  = 1.12 // ratio of type sizes that parts heading and text
	marginShare = 0.09 // of the page's height: where heads and feet stand
)

// paragraph is a run of lines.
type paragraph struct {
	text string
	role text.Role
}

// paragraphs makes paragraphs of the lines of all pages. One that goes on
// over a column or a page is one.
func paragraphs(pages []page) (out []paragraph) {
	margins := repeated(pages)
	b := builder{hyphens: findHyphens(pages)}
	for _, p := range pages {
		var body []line
		for _, l := range p.lines {
			if p.marginal(l) && margins[key(l.text)] {
				out = append(out, b.asideOf(l))
				continue
			}
			body = append(body, l)
		}
		for _, col := range columns(body) {
			b.column(col)
		}
	}
	b.flush()
	return append(b.out, out...)
}

// digits is what changes in the heads and feet of pages.
var digits = lazy.Regexp(`\d+`)

func key(s string) string { return digits().ReplaceAllString(s, "#") }

// marginal reports whether a line stands where heads and feet do.
func (p page) marginal(l line) bool {
	return p.height > 0 && l.size > 0 && (l.base < p.height*marginShare || l.base > p.height*(1-marginShare))
}

// repeated returns the lines at the margins that most pages share.
func repeated(pages []page) map[string]bool {
	count := map[string]int{}
	for _, p := range pages {
		seen := map[string]bool{}
		for _, l := range p.lines {
			if k := key(l.text); p.marginal(l) && !seen[k] {
				seen[k] = true
				count[k]++
			}
		}
	}
	most := map[string]bool{}
	for k, n := range count {
		most[k] = n >= 2 && n*2 >= len(pages)
	}
	return most
}

// column is a run of lines down the page, and its measures.
type column struct {
	lines              []line
	left, right, pitch float64
}

// columns cuts the lines of a page where the next one stands higher: there a
// column ends.
func columns(lines []line) (out []column) {
	from := 0
	for i := 1; i <= len(lines); i++ {
		if i == len(lines) || lines[i].base > lines[i-1].base+lines[i].size/2 {
			out = append(out, measure(lines[from:i]))
			from = i
		}
	}
	return out
}

// measure finds the edges and the line pitch of a column.
func measure(lines []line) column {
	c := column{lines: lines}
	var lefts, rights, gaps, sizes []float64
	for i, l := range lines {
		lefts, rights, sizes = append(lefts, l.left), append(rights, l.right), append(sizes, l.size)
		if i > 0 && math.Abs(l.size-lines[i-1].size) < l.size/10 {
			if gap := lines[i-1].base - l.base; gap > l.size/2 {
				gaps = append(gaps, gap)
			}
		}
	}
	c.left, c.right = rank(lefts, 0.3), rank(rights, 0.95)
	c.pitch = rank(gaps, pitchRank)
	if size := rank(sizes, 0.5); c.pitch == 0 || c.pitch > loosePitch*size {
		c.pitch = usualPitch * size
	}
	return c
}

// rank returns the value of v at a share of its order, 0 of none.
func rank(v []float64, share float64) float64 {
	if len(v) == 0 {
		return 0
	}
	s := append([]float64(nil), v...)
	sort.Float64s(s)
	return s[int(float64(len(s)-1)*share)]
}

// builder joins lines to paragraphs.
type builder struct {
	hyphens hyphens
	out     []paragraph
	open    strings.Builder
	last    line
	full    bool // the last line reached the edge of its column
}

// asideOf is the head or foot of a page.
func (b *builder) asideOf(l line) paragraph { return paragraph{l.text, text.RoleFurniture} }

func (b *builder) column(c column) {
	for i, l := range c.lines {
		if b.open.Len() > 0 && b.breaks(c, l, i == 0) {
			b.flush()
		}
		b.join(l)
		b.last = l
		b.full = l.size == 0 || l.right-c.left >= shortLine*(c.right-c.left)
	}
}

// breaks reports whether l begins a paragraph. first says that it begins a
// column: there the gap says nothing, and a sentence that has not ended goes on.
func (b *builder) breaks(c column, l line, first bool) bool {
	if l.size == 0 || b.last.size == 0 {
		return b.last.size != l.size || !b.wraps(l)
	}
	if r := l.size / b.last.size; r > sizeChange || r < 1/sizeChange {
		return true
	}
	ended := endsSentence(b.last.text)
	indent := l.left - c.left
	indented := indent > minIndent*l.size && indent < maxIndent*l.size
	if first {
		return ended && (!b.full || indented || startsBig(l.text)) || !ended && bulleted(l.text)
	}
	switch gap := b.last.base - l.base; {
	case gap > wideGap*c.pitch:
		return true
	case indented && b.last.left-c.left < minIndent*l.size && (ended || !b.full):
		return true
	case ended && !b.full && startsBig(l.text):
		return true
	}
	return bulleted(l.text)
}

// wraps reports, where places are not known, whether l goes on with the text
// of the line before.
func (b *builder) wraps(l line) bool {
	const wide = 40 // letters: shorter lines are headings and entries of lists
	r, _ := utf8.DecodeRuneInString(l.text)
	return !endsSentence(b.last.text) && utf8.RuneCountInString(b.last.text) >= wide || unicode.IsLower(r)
}

// join adds a line to the open paragraph. A hyphen that only the line end made goes.
func (b *builder) join(l line) {
	s := b.open.String()
	switch {
	case s == "":
	case b.hyphens.made(b.last.text, l.text):
		b.open.Reset()
		b.open.WriteString(strings.TrimRight(s, "-\u00ad\u2010"))
	case endHyphen(b.last.text):
	default:
		b.open.WriteByte(' ')
	}
	b.open.WriteString(l.text)
}

func (b *builder) flush() {
	if s := b.open.String(); strings.TrimSpace(s) != "" {
		b.out = append(b.out, paragraph{s, text.RoleAuto})
	}
	b.open.Reset()
}

// endsSentence reports whether a line ends in a full stop or the like, before closing quotes.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)] ")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:…。！？", r)
}

// startsBig reports whether a line begins with a capital, a digit or an opening mark.
func startsBig(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return !unicode.IsLower(r)
}

func bulleted(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("•▪◦‣●■", r)
}
