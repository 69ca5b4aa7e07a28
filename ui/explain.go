package ui

import (
	"fmt"
	"slices"
	"strings"

	"wirediff/diff"
	"wirediff/diff/align"
	"wirediff/diff/edit"
	"wirediff/diff/report"
	"wirediff/diff/text"
)

// explanation is why two cells were matched, or why one was not, as the
// popover says it.
type explanation struct {
	c, p    cell // p has no sentences where nothing matched
	matched bool
	why     align.Why
	through bool // not linked as a pair, but through other versions
	hand    bool
	unsure  bool
	shared  []report.Run
	differs []report.Run
	place   string
	runner  string
}

// explain finds out about a cell and its partner. It aligns the two versions
// again, so it runs beside the window; it reads the page and changes nothing.
func explain(r *diff.Reading, c, p cell) explanation {
	x := explanation{c: c, p: p, matched: len(c.sentences) > 0 && len(p.sentences) > 0}
	pair := r.Pair(p.version, c.version)
	g := groupOf(pair, p.sentences, c.sentences)
	if g < 0 {
		return x
	}
	group := &pair.Groups[g]
	x.why = pair.Explain(g)
	x.through = x.matched && (len(group.A) == 0 || !overlap(group.B, c.sentences))
	v := r.Verdicts[c.row][c.version]
	x.hand, x.unsure = v.Hand, v.Unsure
	if x.matched {
		x.shared, x.differs = compareRuns(r, p, c)
	}
	return x
}

// groupOf returns the group of the pair with sentences of A, or else of B;
// -1 if there is none.
func groupOf(p *diff.Pair, as, bs []int32) int {
	return slices.IndexFunc(p.Groups, func(g align.Group) bool {
		return overlap(g.A, as) || len(as) == 0 && overlap(g.B, bs)
	})
}

func overlap(a, b []int32) bool {
	return slices.ContainsFunc(a, func(x int32) bool { return slices.Contains(b, x) })
}

// compareRuns returns what two cells share and what differs.
func compareRuns(r *diff.Reading, p, c cell) (shared, differs []report.Run) {
	a, b := r.Versions[p.version], r.Versions[c.version]
	words := 0
	for _, e := range edit.Shared(a, b, p.sentences, c.sentences) {
		if len(shared) > 0 {
			shared = append(shared, report.Run{Text: " … "})
		}
		words += len(strings.Fields(e.B.Of(b.Body)))
		shared = append(shared, report.Run{Text: e.B.Of(b.Body), Mark: report.StyleMark})
	}
	all := 0
	for _, s := range c.sentences {
		all += len(strings.Fields(b.Text(int(s))))
	}
	if len(shared) == 0 {
		return []report.Run{{Text: tr("no word")}}, nil
	}
	head := report.Run{Text: tr("%d of %s: ", min(words, all), countWords(all, "word"))}
	edits, _ := r.Words(p.version, c.version, p.sentences, c.sentences)
	return append([]report.Run{head}, shared...), differences(a, b, edits)
}

// differences returns the changed words of edits, apart by semicolons.
func differences(a, b *text.Story, edits []edit.Edit) []report.Run {
	var out []report.Run
	for _, e := range edits {
		old, now := strings.TrimSpace(e.A.Of(a.Body)), strings.TrimSpace(e.B.Of(b.Body))
		if e.Op == edit.Keep || old == "" && now == "" {
			continue
		}
		if len(out) > 0 {
			out = append(out, report.Run{Text: "; "})
		}
		switch {
		case e.Op == edit.Style:
			out = append(out, report.Run{Text: tr("house style: ")}, report.Run{Text: now, Mark: report.StyleMark}, report.Run{Text: tr(" for %s", old)})
		case old == "":
			out = append(out, report.Run{Text: now, Mark: report.Inserted})
		case now == "":
			out = append(out, report.Run{Text: old, Mark: report.Gone})
		default:
			out = append(out, report.Run{Text: old, Mark: report.Gone}, report.Run{Text: " "}, report.Run{Text: now, Mark: report.Replaced})
		}
	}
	return out
}

// strengthWords is the figure with its word: "0.91, sure".
func (x explanation) strengthWords() string {
	word := tr("sure")
	switch {
	case x.hand:
		return tr("by hand")
	case x.unsure && x.why.Alike >= x.why.Sure:
		word = tr("unsure: another is close")
	case x.unsure:
		word = tr("unsure")
	}
	return fmt.Sprintf("%.2f, %s", x.why.Alike, word)
}

// madeWords says which step of the method made the link.
func (x explanation) madeWords() string {
	switch {
	case x.hand:
		return tr("by hand")
	case x.through:
		return tr("through another version: both are linked to it")
	}
	switch x.why.Rule {
	case "identical text":
		return tr("the same words in both")
	case "anchor":
		return tr("each is the other's best match by far")
	case "gap":
		return tr("by words and by the neighbours on either side")
	case "out of order":
		return tr("by words alone: it stands at another place")
	case "absorbed":
		return tr("its words are part of the other sentence")
	}
	return x.why.Rule
}

// placeWords says between which rows of the base a cell stands, or where it
// was moved from.
func (w *Window) placeWords(c cell, at report.Place) string {
	if chip := w.page.Rows[at.Row].Cells[at.Col].Chip; chip != nil {
		return chipWords(*chip)
	}
	before, after := w.neighbour(at.Row, -1), w.neighbour(at.Row, +1)
	words := ""
	switch {
	case before >= 0 && after >= 0:
		words = tr("between %s and %s", w.page.Rows[before].Label, w.page.Rows[after].Label)
	case after >= 0:
		return tr("at the beginning, before %s", w.page.Rows[after].Label)
	case before >= 0:
		return tr("at the end, after %s", w.page.Rows[before].Label)
	default:
		return tr("the only row")
	}
	if w.keptAt(before, c.version) && w.keptAt(after, c.version) {
		words += tr(", both kept in %s", letter(c.version))
	}
	return words
}

// neighbour returns the nearest row of text above or below, -1 for none.
func (w *Window) neighbour(row, step int) int {
	for r := row + step; r >= 0 && r < len(w.page.Rows); r += step {
		if w.page.Rows[r].Kind == report.TextRow && w.page.Rows[r].Unit >= 0 {
			return r
		}
	}
	return -1
}

func (w *Window) keptAt(row, version int) bool {
	s := w.reading.Verdicts[w.page.Rows[row].Unit][version].Status
	return s == diff.Kept || s == diff.Style
}

// runnerWords names the best other partner: of the cell if it has text, else
// of the base's sentence.
func (w *Window) runnerWords(x explanation) string {
	version, sentence, score := x.p.version, x.why.RunnerB, x.why.RunnerBS
	if len(x.c.sentences) == 0 {
		version, sentence, score = x.c.version, x.why.RunnerA, x.why.RunnerAS
	}
	if sentence < 0 {
		return tr("none")
	}
	c := w.cellOf(w.reading.RowOf(version, sentence), version)
	near := tr("far behind")
	if x.why.Alike-score < closeBy {
		near = "close"
	}
	if !x.matched {
		near = tr("too little to match")
	}
	return tr("%s, %s at %.2f", c.name, near, score)
}

// closeBy is how near in similarity a runner-up is called close.
const closeBy = 0.1
