package report

import (
	"fmt"

	"wirediff/diff"
	"wirediff/diff/news"
)

// Figure is one statistic with its definition: N of Of for each version, in
// the order of the page's heads.
type Figure struct {
	Unit       Unit
	Name       string
	Definition string // how it is counted, in one sentence
	Values     []Value
}

// Unit is what a figure counts.
type Unit uint8

// The units, in the order of the statistics.
const (
	PerText Unit = iota // length of the texts
	PerRow
	PerSentence
	PerWord
	numUnit
)

// Value is one version's figure; Of is 0 where there is no whole to share, N
// is negative where nothing is counted: for the base, and cuts of a story of
// its own.
type Value struct{ N, Of int }

// Percent is the share in whole percent, -1 where there is no whole.
func (v Value) Percent() int {
	if v.Of == 0 {
		return -1
	}
	return Percent(float64(v.N) / float64(v.Of))
}

// String prints a value: "17", "12 of 25, 48%", "".
func (v Value) String() string {
	switch {
	case v.N < 0:
		return ""
	case v.Of > 0:
		return fmt.Sprintf("%d of %d, %d%%", v.N, v.Of, v.Percent())
	}
	return fmt.Sprint(v.N)
}

// Figures are the statistics of a page, each with its definition. Without a
// base there are only the lengths.
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
		{PerText, "sentences", "sentences and headings of the story, furniture left out", each(func(v int) Value { return Value{N: r.Tallies[v].Sentences} })},
		{PerText, "words", "words and numbers in them", each(func(v int) Value { return Value{N: r.Tallies[v].Words} })},
	}
	if r.Base < 0 {
		return figures
	}
	against := func(value func(v int) Value) []Value {
		return each(func(v int) Value {
			if v == r.Base {
				return Value{N: -1}
			}
			return value(v)
		})
	}
	for _, f := range rowFigures {
		figures = append(figures, Figure{PerRow, f.status.String(), f.definition, against(func(v int) Value { return Value{N: r.Tallies[v].Count[f.status]} })})
	}
	figures = append(figures, Figure{PerRow, "moved", "cells printed at another place than the base's order gives them", against(func(v int) Value { return Value{N: r.Tallies[v].Moved} })})
	return append(figures, shareFigures(r, against)...)
}

// rowFigures count cells of the page by status. It is never changed.
var rowFigures = [...]struct {
	status     diff.Status
	definition string
}{
	{diff.Kept, "cells that hold the base's sentence word for word, moved ones included"},
	{diff.Style, "cells that differ from the base in typography or house style only"},
	{diff.Reworded, "cells that say the base's sentence in other words, one to one"},
	{diff.Recast, "cells of several sentences for several, or with most words changed"},
	{diff.Split, "cells that split one sentence of the base"},
	{diff.Merged, "cells that merge sentences of the base"},
	{diff.Added, "cells whose content the base does not have"},
	{diff.Cut, "cells of the base that this version leaves out; not counted for a story of its own"},
}

// shares are counted by sentences and by words. It is never changed.
var shares = [...]struct {
	name, sentences, words string
	value                  func(c news.Counts) Value
}{
	{"kept", "sentences that the base has word for word, of this version's", "words that the base's matching sentence has too, of this version's",
		func(c news.Counts) Value { return Value{c.Verbatim - c.Style, c.Total()} }},
	{"style only", "sentences that differ from the base's in typography or house style alone", "words that differ in typography or house style alone, datelines among them",
		func(c news.Counts) Value { return Value{c.Style, c.Total()} }},
	{"reworded", "sentences that say the base's in other words: reworded, recast, split, merged", "other words of sentences that match one of the base",
		func(c news.Counts) Value { return Value{c.Rewritten, c.Total()} }},
	{"added", "sentences whose content the base does not have; with the three above all of this version", "words of sentences that the base does not have; with the three above it makes 100%",
		func(c news.Counts) Value { return Value{c.New, c.Total()} }},
	{"its own", "reworded and added together", "reworded and added together",
		func(c news.Counts) Value { return Value{c.Rewritten + c.New, c.Total()} }},
	{"moved", "of all its sentences, those printed at another place than in the base", "words of sentences printed at another place than in the base",
		func(c news.Counts) Value { return Value{c.Moved, c.Total()} }},
	{"base kept", "sentences of the base that stand here word for word or in house style only, of the base's", "words of the base that stand here, house style aside, of the base's",
		func(c news.Counts) Value { return Value{c.Kept, c.Base} }},
	{"cut", "sentences of the base left out here, of the base's; not counted for a story of its own", "words of the base that do not stand here, of the base's: in sentences left out, and left out or replaced in others",
		func(c news.Counts) Value { return Value{c.Cut, c.Base} }},
}

// shareFigures are the shares by sentence and by word, with quotations and
// without.
func shareFigures(r *diff.Reading, against func(func(v int) Value) []Value) (out []Figure) {
	m := news.Meters(r)
	for _, of := range [...]struct {
		unit   Unit
		quotes string // left out: what the name and the definition say of it
		counts func(news.Meter) news.Counts
	}{
		{PerSentence, "", func(m news.Meter) news.Counts { return m.Sentences }},
		{PerSentence, "sentences wholly", func(m news.Meter) news.Counts { return m.UnquotedSentences }},
		{PerWord, "", func(m news.Meter) news.Counts { return m.Words }},
		{PerWord, "words", func(m news.Meter) news.Counts { return m.Unquoted }},
	} {
		for _, s := range shares {
			f := Figure{Unit: of.unit, Name: s.name, Definition: s.sentences}
			if of.unit == PerWord {
				f.Definition = s.words
			}
			if of.quotes != "" {
				f.Name += ", outside quotations"
				f.Definition = "the same, " + of.quotes + " between quotation marks left out"
			}
			f.Values = against(func(v int) Value {
				if s.name == "cut" && r.Tallies[v].OwnStory {
					return Value{N: -1}
				}
				return s.value(of.counts(m[v]))
			})
			out = append(out, f)
		}
	}
	return out
}

// figures are those of the appendix, or counted now.
func (p *Page) figures() []Figure {
	if p.Appendix != nil {
		return p.Appendix.Figures
	}
	return Figures(p)
}

// unitTitles and unitAbouts head the parts of the statistics. They are never
// changed.
var (
	unitTitles = [numUnit]string{"Statistics", "Statistics by row", "Statistics by sentence", "Statistics by word"}
	unitAbouts = [numUnit]string{"Counted over all rows, shown or folded; how each figure is counted stands beside it.",
		"A cell is what one version has in one row of the page.", "", ""}
)

// figureSections are the statistics, a section for each unit.
func (p *Page) figureSections() (out []Section) {
	all := p.figures()
	for u := range numUnit {
		s := Section{Title: unitTitles[u], About: unitAbouts[u], Heads: append([]string{"Figure"}, p.columnNames()...)}
		s.Heads = append(s.Heads, "How it is counted")
		for _, f := range all {
			if f.Unit != u {
				continue
			}
			line := []string{f.Name}
			for _, v := range f.Values {
				line = append(line, v.String())
			}
			s.Lines = append(s.Lines, append(line, f.Definition))
		}
		if len(s.Lines) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// columnNames head the columns of a section: "B Harbour Gazette".
func (p *Page) columnNames() (out []string) {
	for _, h := range p.Heads {
		name := h.Letter + " " + h.Name
		if h.Base {
			name += " (base)"
		}
		out = append(out, name)
	}
	return out
}
