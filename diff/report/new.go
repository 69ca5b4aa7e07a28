package report

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"wirediff/diff"
	"wirediff/diff/text"
)

// New lays out r as v asks. Linear in rows, columns and words.
func New(r *diff.Reading, v View) *Page {
	p := &Page{Reading: r, View: v}
	for _, ver := range columns(r, v) {
		p.Heads = append(p.Heads, head(r, ver))
	}
	b := &builder{layout: newLayout(r, v.MovesHome), page: p}
	b.prepare()
	bands := b.pack(b.fold())
	b.rows(bands)
	p.label()
	p.walk()
	p.annotate()
	return p
}

// columns returns the versions shown, left to right.
func columns(r *diff.Reading, v View) []int {
	if v.Order != nil {
		return v.Order
	}
	all := make([]int, len(r.Versions))
	for i := range all {
		all[i] = i
	}
	return all
}

// head returns what stands above the column of version v.
func head(r *diff.Reading, v int) Head {
	s, t := r.Versions[v], r.Tallies[v]
	name := s.Name
	if name == "" {
		name = s.File
	}
	return Head{Version: v, Letter: strings.ToUpper(letters(v)), Name: Clean(name), Base: v == r.Base, Date: Clean(day(s.Date.Value)), Embargo: Clean(day(s.Embargo.Value)),
		Title: Clean(s.Title.Value), Sentences: t.Sentences, Words: t.Words, Tally: t}
}

// day prints an RFC 3339 date or date-time as "Tue 14 Oct, 19:40", in the
// zone it was given in; anything else as it is.
func day(date string) string {
	if t, err := time.Parse("2006-01-02", date); err == nil {
		return t.Format("Mon 2 Jan")
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04"} {
		if t, err := time.Parse(layout, date); err == nil {
			return t.Format("Mon 2 Jan, 15:04")
		}
	}
	return date
}

// builder turns a layout into the rows of a page.
type builder struct {
	*layout
	page    *Page
	num     []int32            // the base's sentence numbers, nil without a base
	related []map[int32]string // by column: sentence -> number of the base's related sentence
}

// prepare collects what is asked for once per column.
func (b *builder) prepare() {
	base := b.r.Base
	b.related = make([]map[int32]string, len(b.page.Heads))
	if base < 0 {
		return
	}
	b.num = numbers(b.r.Versions[base])
	for c, h := range b.page.Heads {
		if h.Version == base {
			continue
		}
		pair := b.r.Pair(min(base, h.Version), max(base, h.Version))
		if pair == nil || len(pair.Related) == 0 {
			continue
		}
		b.related[c] = make(map[int32]string)
		for _, rel := range pair.Related {
			mine, theirs := rel.B, rel.A
			if h.Version < base {
				mine, theirs = theirs, mine
			}
			if _, ok := b.related[c][mine]; !ok {
				b.related[c][mine] = span([]int32{theirs}, b.num)
			}
		}
	}
}

// verdict returns how version v's cell of unit u is shown: the reading's
// verdict, but an own story cuts nothing, and hidden style is kept.
func (b *builder) verdict(u int32, v int) diff.Verdict {
	d := b.r.Verdicts[u][v]
	if d.Status == diff.Cut && b.r.Tallies[v].OwnStory {
		d.Status = diff.Absent
	}
	if d.Status == diff.Style && b.page.View.StyleMode == StyleHidden {
		d.Status = diff.Kept
	}
	return d
}

// rows fills the page's rows, the headlines first.
func (b *builder) rows(bands []band) {
	b.headlines()
	for i, bd := range bands {
		for _, n := range bd.lines {
			b.lines[n].row = int32(len(b.page.Rows) + i)
		}
	}
	cells := make([]Cell, len(bands)*len(b.page.Heads))
	for i := range cells {
		cells[i].Unit = none
	}
	for _, bd := range bands {
		row := Row{Kind: bd.kind, Unit: -1, Label: bd.label, Folds: bd.folds}
		row.Cells, cells = cells[:len(b.page.Heads):len(b.page.Heads)], cells[len(b.page.Heads):]
		for _, n := range bd.lines {
			b.fill(&row, n)
		}
		if bd.kind == TextRow {
			row.Unit = int(b.lines[bd.lines[0]].unit)
		}
		b.page.Rows = append(b.page.Rows, row)
	}
}

// headlines adds the row of titles if any shown version has one.
func (b *builder) headlines() {
	row := Row{Kind: HeadlineRow, Unit: -1}
	found := false
	for _, h := range b.page.Heads {
		c := Cell{Unit: none}
		if h.Title != "" {
			c.Runs = []Run{{Text: h.Title, Start: -1}}
			found = true
		}
		row.Cells = append(row.Cells, c)
	}
	if found {
		b.page.Rows = append(b.page.Rows, row)
	}
}

// fill puts what line n holds into the cells of row.
func (b *builder) fill(row *Row, n int32) {
	ln := &b.lines[n]
	for c, h := range b.page.Heads {
		v := h.Version
		switch {
		case ln.unit == none:
			if b.here(n, v) != none {
				row.Cells[c] = b.furnitureCell(n, v)
			}
		case b.here(n, v) != none:
			row.Cells[c] = b.textCell(n, v, c)
			if v == b.r.Base || b.r.Base < 0 {
				row.Paragraph = row.Paragraph || row.Cells[c].Paragraph
			}
		case n == b.ref[ln.unit] && row.Cells[c].Unit == none: // not packed over another box
			row.Cells[c] = b.emptyCell(n, v)
		}
	}
}

// furnitureCell folds lines that are not story text to one.
func (b *builder) furnitureCell(n int32, v int) Cell {
	s := b.sentences(n, v)
	c := Cell{Unit: none, Sentences: s, Part: fmt.Sprintf("%d lines of furniture", len(s))}
	if len(s) == 1 {
		c.Part = "1 line of furniture"
	}
	c.Role = rolesOf(b.r.Versions[v], s)
	c.Runs = (&marker{story: b.r.Versions[v]}).runs(s)
	return c
}

// rolesOf names the roles of lines that are no text, each once; "furniture" is
// said of those alone that nothing else can be said of.
func rolesOf(story *text.Story, lines []int32) string {
	var roles []string
	for _, i := range lines {
		if r := story.Sentences[i].Role; r != text.RoleFurniture && !slices.Contains(roles, RoleWord(r)) {
			roles = append(roles, RoleWord(r))
		}
	}
	if roles == nil {
		return RoleWord(text.RoleFurniture)
	}
	return strings.Join(roles, ", ")
}

// RoleWord returns the words that stand on lines of this role: "credit line".
func RoleWord(r text.Role) string {
	if r == text.RoleCredit {
		return "credit line"
	}
	return r.String()
}

// textCell is what version v prints in line n.
func (b *builder) textCell(n int32, v, col int) Cell {
	u := b.lines[n].unit
	story := b.r.Versions[v]
	s := b.sentences(n, v)
	c := Cell{Unit: u, Verdict: b.verdict(u, v), Sentences: s}
	c.Paragraph, c.Role = opens(story, s)
	c.Part, c.CutNote = b.notes(u, v, c.Verdict)
	for _, i := range s {
		if to, ok := b.related[col][i]; ok && c.Related == "" {
			c.Related = "possibly related to " + to
		}
	}
	c.Chip = b.chip(n, u, v)
	if !b.page.View.Unmarked {
		c.Flags = b.page.View.Findings.flagWords(int(u), v)
	}
	c.Runs = b.runs(u, v, s, c.Verdict)
	return c
}

// opens reports whether the first counted of the sentences starts a
// paragraph, and the word "heading" if all counted ones are headings.
func opens(story *text.Story, sentences []int32) (paragraph bool, role string) {
	first := true
	for _, i := range sentences {
		s := story.Sentences[i]
		if !s.Role.Counted() {
			continue
		}
		if first {
			first, role = false, RoleWord(text.RoleHeading)
			paragraph = i == 0 || story.Sentences[i-1].Par != s.Par
		}
		if s.Role != text.RoleHeading {
			role = ""
		}
	}
	return paragraph, role
}

// notes returns what stands after the status: "in 2", "2 + 3", and "3 cut".
func (b *builder) notes(u int32, v int, d diff.Verdict) (part, cut string) {
	if b.r.Base < 0 {
		return "", ""
	}
	if cut = span(d.CutOf, b.num); cut != "" {
		cut += " cut"
	}
	theirs, mine := without(b.counted(u, b.r.Base), d.CutOf), b.counted(u, v)
	switch { // the other end of a split or merger can stand in a row of its own
	case d.Status == diff.Split && len(theirs) > 0 && len(mine) > 1:
		part = fmt.Sprintf("in %d", len(mine))
	case d.Status == diff.Merged && len(theirs) > 1 && len(mine) > 0:
		part = plus(theirs, b.num)
	}
	return part, cut
}

// counted returns the counted sentences of version v in unit u.
func (l *layout) counted(u int32, v int) []int32 {
	return countedOf(l.r.Versions[v], l.r.Rows[u].Cells[v].Sentences)
}

// without returns the sentences of s that are not in drop; both ascend.
func without(s, drop []int32) []int32 {
	var out []int32
	for _, i := range s {
		for len(drop) > 0 && drop[0] < i {
			drop = drop[1:]
		}
		if len(drop) == 0 || drop[0] != i {
			out = append(out, i)
		}
	}
	return out
}

// chip returns the button of version v's text in line n: "moved up from 22"
// in another line than the reference, "moved up to 1a" in the reference line
// if a part of the text left it.
func (b *builder) chip(n, u int32, v int) *Chip {
	ref := b.ref[u]
	if b.moved(n, u, v) {
		return &Chip{Up: n < ref, Label: b.lines[ref].label, Row: int(b.lines[ref].row)}
	}
	if n != ref {
		return nil
	}
	t := &b.tracks[v]
	for i := t.first[u]; i != none; i = t.pieces[i].next {
		if at := t.pieces[i].line; at != n && b.moved(at, u, v) {
			return &Chip{Up: at < n, To: true, Label: b.lines[at].label, Row: int(b.lines[at].row)}
		}
	}
	return nil
}

// emptyCell is the cell of version v in the reference line n of its unit
// where it prints nothing: a ghost, a cut, or nothing at all.
func (b *builder) emptyCell(n int32, v int) Cell {
	u := b.lines[n].unit
	c := Cell{Unit: u, Verdict: b.verdict(u, v)}
	t := &b.tracks[v]
	if t.first[u] == none {
		if s := c.Verdict.Status; s >= diff.Kept && s <= diff.Merged {
			c.Part = b.into(u, v)
		}
		return c
	}
	if c.Chip = b.chip(n, u, v); c.Chip == nil {
		return Cell{Unit: none} // printed elsewhere, and not a move
	}
	c.Ghost = true
	c.Runs = ghostRuns(t.story, b.counted(u, v))
	return c
}

// into says where the base's sentences of unit u went in a version that
// prints nothing in their row: "into 5", where it merged them with others.
func (b *builder) into(u int32, v int) string {
	base := b.r.Base
	pair := b.r.Pair(min(base, v), max(base, v))
	if pair == nil {
		return ""
	}
	theirs := b.r.Rows[u].Cells[base].Sentences
	for i := range pair.Groups {
		as, bs := pair.Groups[i].A, pair.Groups[i].B
		if v < base {
			as, bs = bs, as
		}
		if len(bs) > 0 && slices.ContainsFunc(as, func(s int32) bool { return slices.Contains(theirs, s) }) {
			return "into " + b.lines[b.printed(v, bs[0])].label
		}
	}
	return ""
}

// printed is the line where version v prints a sentence.
func (b *builder) printed(v int, sentence int32) int32 {
	u := int32(b.r.RowOf(v, sentence))
	t := &b.tracks[v]
	for i := t.first[u]; i != none; i = t.pieces[i].next {
		if p := t.pieces[i]; p.from <= sentence && sentence < p.to && p.line != none {
			return p.line
		}
	}
	return b.ref[u]
}
