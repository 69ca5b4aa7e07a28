package ui

import (
	"fmt"
	"strings"

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

// outletEntries is one page per version shown: what it kept, cut and added,
// its shape, its credit, its likely source and its style sheet.
func (w *Window) outletEntries() []newsEntry {
	o := outlets{Window: w, shapes: news.Shapes(w.reading), meters: news.Meters(w.reading), origins: w.state.Found.origins}
	var out []newsEntry
	if w.reading.Base >= 0 {
		out = append(out, note("Verbatim: the base’s words, house style aside. Rewritten: other words in a sentence that the base has too. New: in a sentence that the base lacks. Counted by sentence and by word; the third line leaves out what stands between quotation marks."))
	}
	for c, h := range w.page.Heads {
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

// revision names the wire's own mark on a later version: what differs from an
// earlier one is then no edit by an outlet.
func (o *outlets) revision(v int) []newsEntry {
	r, ok := news.RevisionOf(o.reading.Versions[v])
	if !ok {
		return nil
	}
	return []newsEntry{fact("Wire revision", strong(r.Kind), quiet("“"+r.Words+"”"))}
}

// counts says what the version did to the base's sentences.
func (o *outlets) counts(h report.Head) []newsEntry {
	if h.Base {
		return []newsEntry{note(fmt.Sprintf("The base: %s, %s.", countWords(h.Sentences, "sentence"), countWords(h.Words, "word")))}
	}
	var parts []string
	for _, c := range report.Counts(h.Tally, o.reading.Base >= 0) {
		if c.N > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", c.N, c.Word))
		}
	}
	return []newsEntry{fact("Rows", plainPiece(strings.Join(parts, ", ")))}
}

// meter prints the words of METER beside their counts.
func (o *outlets) meter(v int) []newsEntry {
	m := o.meters[v]
	if m.Sentences.Total() == 0 {
		return nil
	}
	line := func(name string, c news.Counts) newsEntry {
		of := func(n int) int { return report.Percent(float64(n) / float64(max(1, c.Total()))) }
		return fact(name, plainPiece(fmt.Sprintf("verbatim %d (%d %%), rewritten %d (%d %%), new %d (%d %%)",
			c.Verbatim, of(c.Verbatim), c.Rewritten, of(c.Rewritten), c.New, of(c.New))))
	}
	return []newsEntry{line("Sentences", m.Sentences), line("Words", m.Words), line("Words outside quotation marks", m.Unquoted)}
}

// shape says how the version is built against the base and against all.
func (o *outlets) shape(v int) []newsEntry {
	s := o.shapes[v]
	var out []newsEntry
	base := o.reading.Base
	if base >= 0 && v != base {
		switch {
		case s.Raised:
			out = append(out, o.leading(fact("Opening", plainPiece("begins with sentence "+numbers(s.Lede[:1])+" of the base, not with its first")), base, s.Lede[0]))
		case len(s.Lede) == 0:
			out = append(out, fact("Opening", plainPiece("of its own")))
		}
		if len(s.Trimmed) > 0 {
			out = append(out, o.leading(fact("Trim", plainPiece(countWords(len(s.Trimmed), "sentence")+" cut from the end: "+numbers(s.Trimmed))), base, s.Trimmed[0]))
		}
		for _, h := range s.Holes {
			out = append(out, o.leading(fact("Hole", plainPiece(countWords(len(h), "sentence")+" cut before the end: "+numbers(h))), base, h[0]))
		}
		if s.Moved > 0 {
			out = append(out, fact("Order", plainPiece(countWords(s.Moved, "row")+" at another place than in the base")))
		}
	}
	out = append(out, o.rows("Only here", s.Only, v)...)
	return append(out, o.rows("Missing only here", s.Missing, v)...)
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
		share = []piece{quiet(fmt.Sprintf("%d %% of its words are the base’s", report.Percent(m.Words.Share())))}
	}
	if c.Where == news.NotAtAll {
		return []newsEntry{fact("Credit", append([]piece{strong("no credit to " + c.Agency + " found")}, share...)...)}
	}
	words := c.Agency + ", " + string(c.Where)
	if c.Words.Len() > 0 {
		words += ": “" + flat(c.Words.Of(o.reading.Versions[v].Body)) + "”"
	}
	return []newsEntry{fact("Credit", append([]piece{plainPiece(words)}, share...)...)}
}

// origin is the likely source with what speaks for it.
func (o *outlets) origin(v int) []newsEntry {
	if len(o.reading.Versions) < 2 || v >= len(o.origins) {
		return nil
	}
	from := o.origins[v]
	name := string(from.Verdict)
	if from.Source >= 0 {
		name = o.letterOf(from.Source) + "  " + o.reading.Versions[from.Source].Name
	}
	out := []newsEntry{fact("Likely source", strong(name))}
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
	parts := []string{fmt.Sprintf("has %d %% of these words; %d %% of its own are here", report.Percent(e.Contained), report.Percent(e.Contains)),
		fmt.Sprintf("order %d %% the same", report.Percent(e.Order))}
	add := func(n int, words string) {
		if n > 0 {
			parts = append(parts, countWords(n, "row")+" "+words)
		}
	}
	add(e.OnlyTwo, "only these two have")
	add(e.Identical, "alike in these two only")
	add(e.Mine, "here and in a third, not there")
	add(e.Theirs, "there and in a third, not here")
	if e.Agency != "" {
		parts = append(parts, "both name "+e.Agency+" as told")
	}
	switch e.Earlier {
	case 1:
		parts = append(parts, "dated earlier")
	case -1:
		parts = append(parts, "dated later")
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
	return []newsEntry{fact("Sentences by best source", plainPiece(strings.Join(parts, ", ")))}
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
			out = append(out, newsEntry{lines: []newsLine{{pieces: []piece{plainPiece(mine), quiet("not " + strings.Join(others, ", "))}, indent: 14, rows: 2}}})
		}
	}
	if len(out) == 0 {
		return nil
	}
	return append([]newsEntry{fact("Style sheet", plainPiece(countWords(len(out), "choice")))}, out...)
}
