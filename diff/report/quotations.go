package report

import (
	"wirediff/diff"
	"wirediff/diff/news"
)

// Quotation is a row of the quote ledger that can be put aside like a
// finding, singly or with its kind.
type Quotation struct {
	*news.Quote
	ID   string    // the same under every base, order and name of the versions
	Kind news.Type // one of the kinds of quotations; see QuoteKindWords
}

// Kinds of quotations: what the versions made of one, the farthest from its
// words first.
const (
	quoteLabel       news.Type = "quote: label"
	quoteAltered     news.Type = "quote: altered"
	quoteParaphrased news.Type = "quote: paraphrased"
	quoteTrimmed     news.Type = "quote: trimmed"
	quoteAlone       news.Type = "quote: only in one"
	quoteWhole       news.Type = "quote: whole"
)

// quoteWords are the kinds of quotations in words.
var quoteWords = [...]struct {
	kind  news.Type
	words string
}{
	{quoteLabel, "labels"}, {quoteAltered, "quotations altered"}, {quoteParaphrased, "quotations paraphrased"},
	{quoteTrimmed, "quotations trimmed"}, {quoteAlone, "quotations only in one"}, {quoteWhole, "quotations kept whole"},
}

// QuoteKindWords is a kind of quotations in words; ok is false for what is
// none.
func QuoteKindWords(t news.Type) (words string, ok bool) {
	for _, q := range quoteWords {
		if q.kind == t {
			return q.words, true
		}
	}
	return "", false
}

// QuoteKinds lists the kinds of quotations in words.
func QuoteKinds() (out []string) {
	for _, q := range quoteWords {
		out = append(out, q.words)
	}
	return out
}

// quoteKind is the kind of a quotation over all versions.
func quoteKind(q *news.Quote) news.Type {
	if !q.Speech {
		return quoteLabel
	}
	has, found := map[news.State]bool{}, 0
	for _, v := range q.Versions {
		if v.State != news.Gone {
			found++
		}
		has[v.State] = true
	}
	switch {
	case has[news.Altered]:
		return quoteAltered
	case has[news.Paraphrased]:
		return quoteParaphrased
	case has[news.Trimmed]:
		return quoteTrimmed
	case found == 1 && len(q.Versions) > 1:
		return quoteAlone
	}
	return quoteWhole
}

// quotations parts the ledger into what is open and what was put aside.
// prints name the texts.
func quotations(r *diff.Reading, f *news.Findings, prints []string, aside Aside) (open, away []Quotation) {
	for i := range f.Quotes {
		q := Quotation{Quote: &f.Quotes[i], Kind: quoteKind(&f.Quotes[i])}
		q.ID = "quote " + prints[q.Best] + ":" + at(q.Marks)
		if aside.hasQuote(q) {
			away = append(away, q)
		} else {
			open = append(open, q)
		}
	}
	return open, away
}
