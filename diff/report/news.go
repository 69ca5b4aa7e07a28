package report

import (
	"slices"
	"strings"

	"wirediff/diff"
	"wirediff/diff/news"
	"wirediff/diff/text"
)

// News is what the news layer found, in plain words, at its places on a
// page. Under a limit of words (Sharing.Excerpt) it says what kind of thing
// stands where, and none of the texts' words.
type News struct {
	Quotes  []QuoteLine
	Spots   []Spot // findings that nobody put aside
	Credits []CreditLine
}

// QuoteLine is one utterance over the shown versions.
type QuoteLine struct {
	Row     int      // of the page, -1 if it is folded
	Label   string   // of that row
	Speaker string   // "" if nobody is named
	Text    string   // the fullest form
	In      []string // by column: "whole", "trimmed: its words", ...
}

// CreditLine says where a column credits an agency.
type CreditLine struct {
	Col           int
	Agency, Where string
}

// Look has the news layer look at what a reading prints, for View.Findings.
func Look(r *diff.Reading) *Findings {
	return NewFindings(r, news.Find(r.Collation, news.Options{Base: r.Base}), Aside{})
}

// newsOf reads the findings for the shown versions. What the page may not
// share (Page.Sharing) is left out.
func newsOf(p *Page) *News {
	found := p.View.Findings
	if found == nil {
		found = Look(p.Reading)
	}
	b := &newsBuilder{page: p, column: make([]int, len(p.Reading.Versions))}
	if p.Sharing.HideNames {
		b.names = secretNames(p.Reading.Versions)
	}
	for v := range b.column {
		b.column[v] = p.column(v)
	}
	b.index()
	out := &News{}
	for _, q := range found.Quotes {
		b.quote(out, q.Quote)
	}
	for _, s := range p.Spots(found.Open) {
		b.spot(out, s)
	}
	for _, c := range found.News.Credits {
		if col := b.column[c.Version]; col >= 0 && c.Agency != "" {
			out.Credits = append(out.Credits, CreditLine{col, mask(c.Agency, b.names), string(c.Where)})
		}
	}
	return out
}

// newsBuilder knows where sentences stand on the page.
type newsBuilder struct {
	page   *Page
	names  []string  // to be hidden
	column []int     // by version, -1 if it is not shown
	row    [][]int32 // by column and sentence, none if it is not shown
}

func (b *newsBuilder) index() {
	b.row = make([][]int32, len(b.page.Heads))
	for c, h := range b.page.Heads {
		b.row[c] = make([]int32, len(b.page.Reading.Versions[h.Version].Sentences))
		for i := range b.row[c] {
			b.row[c][i] = none
		}
	}
	for i := range b.page.Rows {
		for c, cell := range b.page.Rows[i].Cells {
			for _, s := range cell.Sentences {
				b.row[c][s] = int32(i)
			}
		}
	}
}

// words are a text's words as they may be printed.
func (b *newsBuilder) words(s string) string {
	if b.page.Sharing.Excerpt > 0 {
		return ""
	}
	return mask(strings.Join(strings.Fields(Clean(s)), " "), b.names)
}

func (b *newsBuilder) span(v int, s text.Span) string {
	return b.words(s.Of(b.page.Reading.Versions[v].Body))
}

// quote adds an utterance that a shown version has; names in marks are none.
func (b *newsBuilder) quote(out *News, q *news.Quote) {
	if !q.Speech {
		return
	}
	line := QuoteLine{Row: -1, Speaker: b.words(q.Speaker), Text: b.span(q.Best, q.Marks), In: make([]string, len(b.page.Heads))}
	shown := false
	for v, in := range q.Versions {
		col := b.column[v]
		if col < 0 {
			continue
		}
		line.In[col] = b.state(v, in)
		if in.State == news.Gone {
			continue
		}
		shown = true
		if row := b.row[col][in.Sentence]; row != none && (line.Row < 0 || v == b.page.Reading.Base) {
			line.Row, line.Label = int(row), b.page.Rows[row].Label
		}
	}
	if shown {
		out.Quotes = append(out.Quotes, line)
	}
}

// state says what a version did with a quotation, and its words where they
// are others.
func (b *newsBuilder) state(v int, in news.QuoteIn) string {
	if in.State == news.Gone {
		return ""
	}
	out := string(in.State)
	if in.State != news.Whole {
		if words := b.span(v, in.Span); words != "" {
			out += ": " + words
		}
	}
	return out
}

// spot adds a finding between two shown versions; the same words in the same
// place are one finding.
func (b *newsBuilder) spot(out *News, s Spot) {
	if b.column[s.From] < 0 {
		return
	}
	s.OldText, s.NewText = b.words(s.OldText), b.words(s.NewText)
	same := func(o Spot) bool {
		return o.Place == s.Place && o.From == s.From && o.Type == s.Type && o.OldText == s.OldText && o.NewText == s.NewText
	}
	if !slices.ContainsFunc(out.Spots[max(0, len(out.Spots)-8):], same) {
		out.Spots = append(out.Spots, s)
	}
}
