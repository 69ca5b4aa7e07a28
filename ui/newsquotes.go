package ui

import (
	"strings"

	"wirediff/diff/news"
	"wirediff/diff/report"
	"wirediff/ui/board"
)

// quoteEntries is the ledger: each quotation with its speaker and its words,
// then a line for every outlet shown that has it, and one for those that lack
// it; and how many quotations are listed. Quotations that a filter folds are
// left out, as in the change list.
func (w *Window) quoteEntries() (out []newsEntry, n int) {
	for _, q := range w.findings.Quotes {
		if es := w.quoteEntry(q); len(es) > 0 {
			out, n = append(out, es...), n+1
		}
	}
	if w.state.ShowAside && len(w.findings.QuotesAside) > 0 {
		out = append(out, newsHeading(tr("Dismissed")))
		for _, q := range w.findings.QuotesAside {
			for _, e := range w.quoteEntry(q) {
				e.aside = true
				out = append(out, e)
			}
		}
	}
	return out, n
}

func (w *Window) quoteEntry(quote report.Quotation) []newsEntry {
	q := quote.Quote
	var have []newsEntry
	var lack []string
	for c, h := range w.page.Heads {
		in := q.Versions[h.Version]
		if in.State == news.Gone {
			lack = append(lack, h.Letter)
			continue
		}
		if at, ok := w.page.PlaceOf(h.Version, in.Sentence); ok {
			have = append(have, w.quoteState(q, in, c, at))
		}
	}
	if len(have) == 0 {
		return nil
	}
	top := newsEntry{room: 8, lines: []newsLine{long(w.speaker(q)...)}, place: have[0].place, leads: true, id: quote.ID, kind: quote.Kind}
	words := q.Marks.Of(w.page.Reading.Versions[q.Best].Body)
	top.lines = append(top.lines, newsLine{pieces: []piece{plainPiece("“" + flat(words) + "”")}, rows: 3, story: true})
	switch {
	case len(have) == 1 && len(w.page.Heads) > 1:
		have[0].lines[0].pieces = append(have[0].lines[0].pieces, signed(board.MarkAdded, tr("only here"), board.ColorAdded))
	case len(lack) > 0:
		gone := newsEntry{lines: []newsLine{words1(quiet(tr("not in %s", strings.Join(lack, ", "))))}}
		have = append(have, gone)
	}
	return append([]newsEntry{top}, have...)
}

// words1 is a line set in from the margin, below a quotation or a version.
func words1(ps ...piece) newsLine { return newsLine{pieces: ps, indent: 14} }

// speaker names who speaks, as the texts do.
func (w *Window) speaker(q *news.Quote) []piece {
	switch {
	case !q.Speech:
		return []piece{quiet(tr("a label, nobody speaks"))}
	case q.Speaker == "":
		return []piece{strong(tr("Speaker not named"))}
	case !q.Sure:
		return []piece{strong(q.Speaker), signed(board.MarkUnsure, tr("unsure"), board.ColorMuted)}
	}
	return []piece{strong(q.Speaker)}
}

// quoteState is the line of one outlet: what it did, with mark and word.
func (w *Window) quoteState(q *news.Quote, in news.QuoteIn, col int, at report.Place) newsEntry {
	h := w.page.Heads[col]
	ps := []piece{strong(h.Letter), stateSign(in.State)}
	if in.Verb != "" {
		ps = append(ps, quiet("“"+in.Verb+"”"))
	}
	if q.Speech && in.Source != "" && !sameSpeaker(in.Source, q.Speaker) {
		ps = append(ps, quiet(tr("by %s", in.Source)))
	}
	return newsEntry{lines: []newsLine{words1(ps...)}, place: at, leads: true}
}

// stateSign is a state as mark and word.
func stateSign(s news.State) piece {
	switch s {
	case news.Trimmed:
		return signed(board.MarkCut, tr(string(s)), board.ColorCut)
	case news.Altered:
		return signed(board.MarkReworded, tr(string(s)), board.ColorWord)
	case news.Paraphrased:
		return signed(board.MarkRecast, tr(string(s)), board.ColorWord)
	}
	return signed(board.MarkKept, tr(string(s)), board.ColorStyle)
}

// sameSpeaker compares names by their last words, which survive a title or a
// first name left out.
func sameSpeaker(a, b string) bool {
	last := func(s string) string {
		f := strings.Fields(s)
		if len(f) == 0 {
			return ""
		}
		return strings.ToLower(f[len(f)-1])
	}
	return last(a) == last(b)
}

// flat puts words on one line.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }
