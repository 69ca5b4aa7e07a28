package ui

import (
	"fmt"
	"slices"
	"strings"

	"wirediff/diff"
	"wirediff/diff/news"
	"wirediff/diff/report"
)

// outlets is what the pages of the versions are read from.
type outlets struct {
	*Window
	shapes  []news.Shape
	meters  []news.Meter
	origins []news.Origin
}

// outletEntries is the page of one version: what it kept, cut and added, its
// shape, its credit, its likely source and its style sheet. Its first entry
// turns to the others.
func (w *Window) outletEntries() []newsEntry {
	o := outlets{Window: w, shapes: news.Shapes(w.reading), meters: news.Meters(w.reading), origins: w.state.Found.origins}
	at := w.outletShown()
	out := []newsEntry{o.letters(at)}
	for c, h := range w.page.Heads {
		if h.Version != at {
			continue
		}
		e := newsHeading(h.Letter + "  " + h.Name)
		e.place, e.leads = o.opening(c)
		out = append(out, e)
		out = append(out, o.revision(h.Version)...)
		out = append(out, o.counts(h)...)
		out = append(out, o.meter(h.Version)...)
		out = append(out, o.shape(h.Version)...)
		out = append(out, o.credit(h.Version)...)
		out = append(out, o.origin(h.Version)...)
		out = append(out, o.sheet(h.Version)...)
	}
	return out
}

// letters is a press for the page of each version.
func (o *outlets) letters(at int) newsEntry {
	e := newsEntry{}
	for _, h := range o.page.Heads {
		e.acts = append(e.acts, act{h.Letter, h.Version == at, func() { o.showOutlet(h.Version) }})
	}
	return e
}

// outletShown is the version whose page the panel of outlets shows: the one
// turned to, else the first that is read against the base.
func (w *Window) outletShown() int {
	if w.page == nil || len(w.page.Heads) == 0 {
		return 0
	}
	first := w.page.Heads[0].Version
	for i := len(w.page.Heads) - 1; i >= 0; i-- {
		h := w.page.Heads[i]
		if w.state.Compared[h.Version] == w.state.Outlet {
			return h.Version
		}
		if !h.Base {
			first = h.Version
		}
	}
	return first
}

// showOutlet turns the panel of outlets to the page of a version.
func (w *Window) showOutlet(version int) {
	w.apply(func(s State) State { s.Outlet = s.Compared[version]; return s })
}

// turnOutlet turns to the page of the next column, the one before if steps is
// negative.
func (w *Window) turnOutlet(steps int) {
	at := slices.IndexFunc(w.page.Heads, func(h report.Head) bool { return h.Version == w.outletShown() })
	if to := at + steps; to >= 0 && to < len(w.page.Heads) {
		w.showOutlet(w.page.Heads[to].Version)
	}
}

// opening is the first text cell of a column.
func (o *outlets) opening(col int) (report.Place, bool) {
	for r := range o.page.Rows {
		if o.page.Rows[r].Kind == report.TextRow && len(o.page.Rows[r].Cells[col].Sentences) > 0 {
			return report.Place{Row: r, Col: col}, true
		}
	}
	return report.Place{}, false
}

// fact is a line "name  words".
func fact(name string, ps ...piece) newsEntry {
	return newsEntry{lines: []newsLine{long(append([]piece{quiet(name)}, ps...)...)}}
}

// revision says what the version is tagged as, and names the wire's own mark on
// a later version: what differs from an earlier one is then no edit by an outlet.
func (o *outlets) revision(v int) []newsEntry {
	var out []newsEntry
	if tag := o.tagOf(v); tag != "" {
		e := fact(tr("Version"), strong(tr(tag)))
		if base := o.reading.Base; base >= 0 && v != base && isWire(tag) && isWire(o.tagOf(base)) {
			e.lines[0].pieces = append(e.lines[0].pieces, quiet(tr("what differs from the base is the wire’s own revision, no edit by an outlet")))
		}
		out = append(out, e)
	}
	if r, ok := news.RevisionOf(o.reading.Versions[v]); ok {
		out = append(out, fact(tr("Wire revision"), strong(r.Kind), quiet("“"+r.Words+"”")))
	}
	return out
}

// tagOf is the tag of a compared version.
func (w *Window) tagOf(v int) string {
	if i := w.state.version(w.state.Compared[v]); i >= 0 {
		return w.state.Versions[i].Source.Tag
	}
	return ""
}

func isWire(tag string) bool { return strings.HasPrefix(tag, "wire") }

// counts says what the version did to the base's sentences.
func (o *outlets) counts(h report.Head) []newsEntry {
	if h.Base {
		return []newsEntry{note(tr("The base: %s, %s.", countWords(h.Sentences, "sentence"), countWords(h.Words, "word")))}
	}
	var out []newsEntry
	for _, c := range countsOf(o.reading, &h.Tally, report.Filter{}) {
		if c.n > 0 {
			line := words(signed(c.mark(), fmt.Sprintf("%d %s", c.n, c.word()), c.ink()))
			out = append(out, o.counting(newsEntry{lines: []newsLine{line}}, h.Version, c.filter()))
		}
	}
	return out
}

// filter keeps what is counted.
func (c count) filter() report.Filter {
	if c.moved {
		return report.Filter{Moved: true}
	}
	return report.Filter{Statuses: 1 << c.status}
}

// counting makes a figure a link to the sentences that it counts: it filters
// the page to them and goes to the first.
func (o *outlets) counting(e newsEntry, version int, f report.Filter) newsEntry {
	w := o.Window
	f.Versions = []int{version}
	e.run = func() {
		w.apply(func(s State) State { s.Filter = f; return s })
		if at, ok := w.firstOf(version, f); ok {
			w.stage.board.FocusCell(at)
		}
	}
	return e
}

// firstOf returns the first cell of a version that a filter by status keeps.
func (w *Window) firstOf(version int, f report.Filter) (report.Place, bool) {
	col := slices.IndexFunc(w.page.Heads, func(h report.Head) bool { return h.Version == version })
	for r := range w.page.Rows {
		c := &w.page.Rows[r].Cells[col]
		if f.Statuses&(1<<c.Verdict.Status) != 0 || f.Moved && c.Chip != nil {
			return report.Place{Row: r, Col: col}, true
		}
	}
	return report.Place{}, false
}

// Statuses of the words of METER.
const (
	asVerbatim  = 1<<diff.Kept | 1<<diff.Style
	asRewritten = 1<<diff.Reworded | 1<<diff.Recast | 1<<diff.Split | 1<<diff.Merged
	asNew       = 1 << diff.Added
)

// meter prints the words of METER beside their counts, with their definitions.
func (o *outlets) meter(v int) []newsEntry {
	m := o.meters[v]
	if m.Sentences.Total() == 0 {
		return nil
	}
	line := func(name, means string, statuses uint32, pick func(news.Counts) int) newsEntry {
		share := func(c news.Counts) int { return report.Percent(float64(pick(c)) / float64(max(1, c.Total()))) }
		e := fact(name, plainPiece(countWords(pick(m.Sentences), "sentence")+fmt.Sprintf(", %d %%", share(m.Sentences))),
			quiet(tr("words %d, %d %%; outside quotation marks %d %%", pick(m.Words), share(m.Words), share(m.Unquoted))), quiet(means))
		return o.counting(e, v, report.Filter{Statuses: statuses})
	}
	return []newsEntry{
		line(tr("Verbatim"), tr("(the base’s words, house style aside)"), asVerbatim, func(c news.Counts) int { return c.Verbatim }),
		line(tr("Rewritten"), tr("(other words in a sentence that the base has too)"), asRewritten, func(c news.Counts) int { return c.Rewritten }),
		line(tr("New"), tr("(in a sentence that the base lacks)"), asNew, func(c news.Counts) int { return c.New }),
	}
}

// shape says how the version is built against the base and against all.
func (o *outlets) shape(v int) []newsEntry {
	s := o.shapes[v]
	var out []newsEntry
	base := o.reading.Base
	if base >= 0 && v != base {
		switch {
		case s.Raised:
			out = append(out, o.leading(fact(tr("Opening"), plainPiece(tr("begins with sentence %s of the base, not with its first", numbers(s.Lede[:1])))), base, s.Lede[0]))
		case len(s.Lede) == 0:
			out = append(out, fact(tr("Opening"), plainPiece(tr("of its own"))))
		}
		if len(s.Trimmed) > 0 {
			out = append(out, o.leading(fact(tr("Trim"), plainPiece(tr("%s cut from the end: %s", countWords(len(s.Trimmed), "sentence"), numbers(s.Trimmed)))), base, s.Trimmed[0]))
		}
		for _, h := range s.Holes {
			out = append(out, o.leading(fact(tr("Hole"), plainPiece(tr("%s cut before the end: %s", countWords(len(h), "sentence"), numbers(h)))), base, h[0]))
		}
		if s.Moved > 0 {
			out = append(out, fact(tr("Order"), plainPiece(tr("%s at another place than in the base", countWords(s.Moved, "row")))))
		}
	}
	out = append(out, o.rows(tr("Only here"), s.Only, v)...)
	return append(out, o.rows(tr("Missing only here"), s.Missing, v)...)
}

// numbers prints sentences as the base numbers them: "28–31".
func numbers(list []int32) string {
	if n := len(list); n > 1 && int(list[n-1]-list[0]) == n-1 {
		return fmt.Sprintf("%d–%d", list[0]+1, list[n-1]+1)
	}
	var out []string
	for _, i := range list {
		out = append(out, fmt.Sprint(i+1))
	}
	return strings.Join(out, ", ")
}

// leading makes a line lead to a sentence of a version.
func (o *outlets) leading(e newsEntry, version int, sentence int32) newsEntry {
	e.place, e.leads = o.page.PlaceOf(version, sentence)
	return e
}

// rows lists rows of the collation, each a line that leads to its text.
func (o *outlets) rows(name string, list []int, v int) []newsEntry {
	if len(list) == 0 {
		return nil
	}
	out := []newsEntry{fact(name, plainPiece(countWords(len(list), "row")))}
	for _, row := range list {
		at := v
		for u := 0; len(o.reading.Rows[row].Cells[at].Sentences) == 0; u++ {
			at = u
		}
		s := o.reading.Rows[row].Cells[at].Sentences[0]
		e := newsEntry{lines: []newsLine{{pieces: []piece{plainPiece(flat(o.reading.Versions[at].Text(int(s))))}, indent: 14, story: true}}}
		if e = o.leading(e, at, s); e.leads {
			out = append(out, e)
		}
	}
	return out
}

// credit says whether and where the agency is named, beside the share of
// words that stand in the version that credits it first.
func (o *outlets) credit(v int) []newsEntry {
	c := o.state.Found.news.Credits[v]
	if c.Agency == "" {
		return nil
	}
	var share []piece
	if m := o.meters[v]; m.Words.Total() > 0 {
		share = []piece{quiet(tr("%d %% of its words are the base’s", report.Percent(m.Words.Share())))}
	}
	if c.Where == news.NotAtAll {
		return []newsEntry{fact(tr("Credit"), append([]piece{strong(tr("no credit to %s found", c.Agency))}, share...)...)}
	}
	words := c.Agency + ", " + tr(string(c.Where))
	if c.Words.Len() > 0 {
		words += ": “" + flat(c.Words.Of(o.reading.Versions[v].Body)) + "”"
	}
	return []newsEntry{fact(tr("Credit"), append([]piece{plainPiece(words)}, share...)...)}
}

// origin is the likely source with what speaks for it.
func (o *outlets) origin(v int) []newsEntry {
	if len(o.reading.Versions) < 2 || v >= len(o.origins) {
		return nil
	}
	from := o.origins[v]
	name := tr(string(from.Verdict))
	if from.Source >= 0 {
		name = o.letterOf(from.Source) + "  " + o.reading.Versions[from.Source].Name
	}
	out := []newsEntry{fact(tr("Likely source"), strong(name))}
	for i, e := range from.Candidates {
		if i == maxCandidates {
			break
		}
		out = append(out, newsEntry{lines: []newsLine{{pieces: append([]piece{strong(o.letterOf(e.Candidate))}, quiet(evidence(e))), indent: 14, rows: 4}}})
	}
	return append(out, o.mixed(from)...)
}

// maxCandidates is how many candidates for a source are shown with their evidence.
const maxCandidates = 3

// evidence says in words what speaks for a candidate.
func evidence(e news.Evidence) string {
	parts := []string{tr("has %d %% of these words; %d %% of its own are here", report.Percent(e.Contained), report.Percent(e.Contains)),
		tr("order %d %% the same", report.Percent(e.Order))}
	add := func(n int, words string) {
		if n > 0 {
			parts = append(parts, countWords(n, "row")+" "+words)
		}
	}
	add(e.OnlyTwo, tr("only these two have"))
	add(e.Identical, tr("alike in these two only"))
	add(e.Mine, tr("here and in a third, not there"))
	add(e.Theirs, tr("there and in a third, not here"))
	if e.Agency != "" {
		parts = append(parts, tr("both name %s as told", e.Agency))
	}
	switch e.Earlier {
	case 1:
		parts = append(parts, tr("dated earlier"))
	case -1:
		parts = append(parts, tr("dated later"))
	}
	return strings.Join(parts, "; ")
}

// mixed counts, for a version of several sources, the best source of each sentence.
func (o *outlets) mixed(from news.Origin) []newsEntry {
	n := make([]int, len(o.reading.Versions))
	for _, u := range from.Sentence {
		if u >= 0 {
			n[u]++
		}
	}
	var parts []string
	for u, k := range n {
		if k > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", o.letterOf(u), k))
		}
	}
	if len(parts) < 2 {
		return nil
	}
	return []newsEntry{fact(tr("Sentences by best source"), plainPiece(strings.Join(parts, ", ")))}
}

// sheet is the style sheet of the version, as far as the texts tell: what it
// always writes where others write otherwise.
func (o *outlets) sheet(v int) []newsEntry {
	var out []newsEntry
	for _, c := range o.state.Found.choices {
		mine, others := "", []string{}
		for _, f := range c.Forms {
			if f.Counts[v] > 0 {
				if mine != "" {
					mine = ""
					break // it writes both
				}
				mine = fmt.Sprintf("%s (%d)", f.Text, f.Counts[v])
				continue
			}
			others = append(others, f.Text)
		}
		if mine != "" && len(others) > 0 {
			out = append(out, newsEntry{lines: []newsLine{{pieces: []piece{plainPiece(mine), quiet(tr("not %s", strings.Join(others, ", ")))}, indent: 14, rows: 2}}})
		}
	}
	if len(out) == 0 {
		return nil
	}
	return append([]newsEntry{fact(tr("Style sheet"), plainPiece(countWords(len(out), "choice")))}, out...)
}
