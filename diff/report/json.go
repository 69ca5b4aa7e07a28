package report

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"wirediff/diff"
	"wirediff/diff/align"
	"wirediff/diff/edit"
	"wirediff/diff/news"
	"wirediff/diff/text"
)

// Schema names the shape of the JSON output. A field may be added under the
// same name; a field that goes or changes its meaning makes a new name.
const Schema = "wirediff/1"

// Pairs says which pairs of versions the JSON holds.
type Pairs uint8

const (
	BasePairs Pairs = iota // those of the base; all if there is no base
	AllPairs               // each version with each other
)

// JSON writes the collation and its reading, schema wirediff/1: the versions
// with their sentences, the pairs (a < b) with their groups, the rows, and
// what the news layer found in them: quotes, flags, credits.
// All offsets are bytes of the version's text. The output is a function of
// the reading alone; it is encoded piece by piece into a small buffer.
func JSON(w io.Writer, r *diff.Reading, pairs Pairs) error {
	shown := pairsOf(r, pairs)
	findings := lookAhead(r, shown)
	e := newEncoder(w)
	e.raw(`{"schema":"` + Schema + `","base":`)
	e.int(r.Base)
	e.raw(",\n\"versions\":[")
	for v, s := range r.Versions {
		e.comma(v)
		e.version(s)
	}
	e.raw("],\n\"pairs\":[")
	for i, p := range shown {
		e.comma(i)
		e.pair(r, p)
	}
	e.raw("],\n\"rows\":[")
	for u := range r.Rows {
		e.comma(u)
		e.row(r, u)
	}
	e.findings(r, findings())
	e.raw("]}\n")
	return e.flush()
}

// pairsOf returns the pairs that the JSON holds, a < b, ordered by a, then b.
func pairsOf(r *diff.Reading, pairs Pairs) []*diff.Pair {
	var out []*diff.Pair
	if pairs == AllPairs || r.Base < 0 {
		for i := range r.Pairs {
			out = append(out, &r.Pairs[i])
		}
		return out
	}
	for v := range r.Versions {
		if v != r.Base {
			out = append(out, r.Pair(min(v, r.Base), max(v, r.Base)))
		}
	}
	return out
}

// SentencesJSON writes one version object of the schema: a segmented story.
func SentencesJSON(w io.Writer, s *text.Story) error {
	e := newEncoder(w)
	e.version(s)
	e.raw("\n")
	return e.flush()
}

// encoder appends JSON to a buffered writer; the first failure stays.
type encoder struct {
	w *bufio.Writer
	b []byte // scratch of one element
}

func newEncoder(w io.Writer) *encoder { return &encoder{w: bufio.NewWriterSize(w, 64<<10)} }

// flush writes what is left and reports the first failure.
func (e *encoder) flush() error {
	e.spill()
	return e.w.Flush()
}

// spill hands the scratch to the writer; bufio keeps the first failure.
func (e *encoder) spill() {
	_, _ = e.w.Write(e.b)
	e.b = e.b[:0]
}

func (e *encoder) raw(s string) { e.b = append(e.b, s...) }
func (e *encoder) int(n int)    { e.b = strconv.AppendInt(e.b, int64(n), 10) }

// comma separates the elements of a list, one per line, and spills them.
func (e *encoder) comma(i int) {
	if i > 0 {
		e.raw(",")
	}
	e.raw("\n")
	e.spill()
}

// key writes a name and its colon, with a comma before it unless it is first.
func (e *encoder) key(name string) {
	if last := e.b[len(e.b)-1]; last != '{' {
		e.raw(",")
	}
	e.raw(`"` + name + `":`)
}

func (e *encoder) field(name, value string) {
	e.key(name)
	e.b = appendString(e.b, value)
}

func (e *encoder) bool(name string, value bool) {
	e.key(name)
	e.b = strconv.AppendBool(e.b, value)
}

func (e *encoder) indices(name string, list []int32) {
	e.key(name)
	e.raw("[")
	for i, n := range list {
		if i > 0 {
			e.raw(",")
		}
		e.int(int(n))
	}
	e.raw("]")
}

func (e *encoder) span(name string, s text.Span) {
	e.key(name)
	e.raw("[")
	e.int(int(s.Start))
	e.raw(",")
	e.int(int(s.End))
	e.raw("]")
}

// version writes a story with its sentences.
func (e *encoder) version(s *text.Story) {
	language := s.Language.Value
	if language == "" && s.Lang != "und" {
		language = s.Lang
	}
	e.raw("{")
	e.field("name", s.Name)
	e.field("file", s.File)
	e.field("title", s.Title.Value)
	e.field("outlet", s.Outlet.Value)
	e.field("byline", s.Byline.Value)
	e.field("date", s.Date.Value)
	e.field("language", language)
	e.revision(s)
	e.field("text", s.Body)
	e.key("sentences")
	e.raw("[")
	for i, x := range s.Sentences {
		e.comma(i)
		e.raw(`{"start":`)
		e.int(int(x.Start))
		e.raw(`,"end":`)
		e.int(int(x.End))
		e.field("text", s.Text(i))
		e.key("paragraph")
		e.int(int(x.Par))
		e.field("role", x.Role.String())
		e.raw("}")
	}
	e.raw("]}")
}

// pair writes the groups of one pair.
func (e *encoder) pair(r *diff.Reading, p *diff.Pair) {
	e.raw(`{"a":`)
	e.int(p.A)
	e.raw(`,"b":`)
	e.int(p.B)
	if hand := news.HandOf(r.Versions[p.A], r.Versions[p.B]); hand != "" {
		e.field("hand", string(hand))
	}
	e.raw(`,"groups":[`)
	var words [][]edit.Edit // of the next groups
	for i := range p.Groups {
		if i%wordsAhead == 0 {
			words = r.GroupWords(p, i, min(i+wordsAhead, len(p.Groups)))
		}
		g := &p.Groups[i]
		e.comma(i)
		e.raw("{")
		e.indices("a", g.A)
		e.indices("b", g.B)
		e.field("kind", g.Kind.String())
		e.bool("moved", g.Moved)
		e.key("score")
		e.b = appendScore(e.b, g.Score)
		e.key("words")
		e.words(words[i%wordsAhead])
		e.raw("}")
	}
	e.raw("]}")
}

// wordsAhead is the number of groups whose word diffs are worked out
// together: enough for all processors, a small part of a long text.
const wordsAhead = 1024

// words writes the word diff of a group; it is empty where all words are the
// same or all are of one side.
func (e *encoder) words(edits []edit.Edit) {
	e.raw("[")
	for i, x := range edits {
		if i > 0 {
			e.raw(",")
		}
		e.raw("{")
		e.field("op", x.Op.String())
		e.span("a", x.A)
		e.span("b", x.B)
		e.raw("}")
	}
	e.raw("]")
}

// row writes one unit of content: a cell per version.
func (e *encoder) row(r *diff.Reading, u int) {
	e.raw(`{"cells":[`)
	for v := range r.Versions {
		if v > 0 {
			e.raw(",")
		}
		d := r.Verdicts[u][v]
		e.raw("{")
		e.indices("sentences", r.Rows[u].Cells[v].Sentences)
		e.field("kind", kindWord(d.Status))
		e.bool("moved", d.Moved)
		e.raw("}")
	}
	e.raw("]}")
}

// kindWord returns the word of a cell's status in the schema: the kinds of
// groups where there is one, "base", "absent" (neither here nor in the
// base), and without a base "varies", "only here" and "not here".
func kindWord(s diff.Status) string {
	switch s {
	case diff.Absent:
		return "absent"
	case diff.Kept, diff.SameInAll:
		return align.Same.String()
	case diff.Reworded:
		return align.Edited.String()
	}
	return s.String()
}

// spoils reports whether r is escaped: line ends to JavaScript, and the
// characters that Clean takes out but for the soft hyphen.
func spoils(r rune) bool {
	return r == '\u2028' || r == '\u2029' || r != '\u00ad' && r != ' ' && r >= 0x7f && !unicode.IsSpace(r) && cleanRune(r) != r
}

// escaped returns r as JSON writes it in ASCII.
func escaped(r rune) (s string) {
	for _, u := range utf16.Encode([]rune{r}) {
		s += fmt.Sprintf(`\u%04x`, u)
	}
	return s
}

// appendScore prints a score with at most four decimals.
func appendScore(b []byte, s float32) []byte {
	return strconv.AppendFloat(b, math.Round(float64(s)*1e4)/1e4, 'f', -1, 64)
}

// appendString appends s as a JSON string. Bytes that are no UTF-8 become
// U+FFFD, as in encoding/json; U+2028 and U+2029 are escaped for JavaScript,
// and what would spoil a terminal that prints the JSON.
func appendString(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	done := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < 0x7f && c != '"' && c != '\\' {
			i++
			continue
		}
		size, esc := 1, ""
		switch {
		case c == '"' || c == '\\':
			esc = `\` + string(rune(c))
		case c == '\n':
			esc = `\n`
		case c == '\t':
			esc = `\t`
		case c < ' ':
			esc = `\u00` + string(hex[c>>4]) + string(hex[c&15])
		default:
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			switch {
			case r == utf8.RuneError && size == 1:
				esc = `\ufffd`
			case spoils(r):
				esc = escaped(r)
			}
		}
		if esc != "" {
			b = append(b, s[done:i]...)
			b = append(b, esc...)
			done = i + size
		}
		i += size
	}
	b = append(b, s[done:]...)
	return append(b, '"')
}
