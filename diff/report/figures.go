package report

import (
	"wirediff/diff"
	"wirediff/diff/news"
)

// Figures are the statistics of a page, each with its definition. Without a
// base there are only the words and sentences. Values stand in the order of
// the page's heads.
func Figures(p *Page) []Figure {
	r := p.Reading
	each := func(value func(v int) Value) []Value {
		out := make([]Value, len(p.Heads))
		for i, h := range p.Heads {
			out[i] = value(h.Version)
		}
		return out
	}
	figures := []Figure{
		{"sentences", "sentences and headings of the story, furniture left out", each(func(v int) Value { return Value{N: r.Tallies[v].Sentences} })},
		{"words", "words and numbers in them", each(func(v int) Value { return Value{N: r.Tallies[v].Words} })},
	}
	if r.Base < 0 {
		return figures
	}
	notBase := func(value func(v int) Value) []Value {
		return each(func(v int) Value {
			if v == r.Base {
				return Value{}
			}
			return value(v)
		})
	}
	for _, f := range figureWords {
		figures = append(figures, Figure{f.status.String(), f.definition, notBase(func(v int) Value { return Value{N: r.Tallies[v].Count[f.status]} })})
	}
	figures = append(figures,
		Figure{"moved", "cells printed at another place than the base's order gives them", notBase(func(v int) Value { return Value{N: r.Tallies[v].Moved} })},
		Figure{"base kept", "sentences of the base kept word for word or in house style only, of all its sentences", notBase(func(v int) Value { return Value{r.Tallies[v].KeptOf, r.Tallies[v].BaseOf} })})
	return append(figures, wordFigures(r, notBase)...)
}

// wordFigures count words as METER does: verbatim, rewritten, new.
func wordFigures(r *diff.Reading, each func(func(v int) Value) []Value) []Figure {
	m := news.Meters(r)
	share := func(pick func(news.Counts) int, counts func(news.Meter) news.Counts) []Value {
		return each(func(v int) Value { c := counts(m[v]); return Value{pick(c), c.Total()} })
	}
	all := func(x news.Meter) news.Counts { return x.Words }
	told := func(x news.Meter) news.Counts { return x.Unquoted }
	verbatim := func(c news.Counts) int { return c.Verbatim }
	rewritten := func(c news.Counts) int { return c.Rewritten }
	own := func(c news.Counts) int { return c.New }
	return []Figure{
		{"words verbatim", "words that stand in the base's matching sentence too, house style aside, of all words of this version", share(verbatim, all)},
		{"words rewritten", "other words of sentences that match one of the base, of all words of this version", share(rewritten, all)},
		{"words new", "words of sentences that the base does not have, of all words of this version", share(own, all)},
		{"verbatim outside quotations", "the same as words verbatim, words between quotation marks left out", share(verbatim, told)},
		{"new outside quotations", "the same as words new, words between quotation marks left out", share(own, told)},
	}
}
