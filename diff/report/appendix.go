package report

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Appendix is what a report prints behind its page: the statistics with
// their definitions, what the news layer found, and how the report was made.
// All writers print the same one.
type Appendix struct {
	Figures  []Figure
	News     *News
	Colophon []Fact
}

// Report returns the page as a report: cut down to what may be shared, with
// its appendix. program names the program and its version; date is the day
// of making it, "" if it shall not be said. The page is not modified.
func (p *Page) Report(s Sharing, program, date string) *Page {
	out := p.Share(s)
	out.Appendix = &Appendix{Figures: Figures(out), News: newsOf(out), Colophon: Colophon(out, program, date)}
	return out
}

// Section is a part of the appendix as a table of words, for the writers.
type Section struct {
	Title string
	About string     // how to read it, in a sentence; "" where that is plain
	Heads []string   // of the columns; nil for a list of labels and what they say
	Lines [][]string // as many cells as heads; "" where there is nothing
	Rows  []int      // page row that a line is about, -1 for none; nil: none is
}

// Sections are the parts of the appendix, empty ones and empty columns left out:
// statistics, quotations, things to look at, credits, how it was made. A page
// that is no report has the statistics alone.
func (p *Page) Sections() []Section {
	out := append(p.figureSections(), p.otherSections()...)
	for i := range out {
		out[i] = out[i].dense()
	}
	return out
}

// dense leaves out the columns in which nothing stands: the base's among
// figures against it, and words where the page may hold few.
func (s Section) dense() Section {
	if s.Heads == nil {
		return s
	}
	var full []int
	for c := range s.Heads {
		if slices.ContainsFunc(s.Lines, func(l []string) bool { return l[c] != "" }) {
			full = append(full, c)
		}
	}
	pick := func(l []string) (out []string) {
		for _, c := range full {
			out = append(out, l[c])
		}
		return out
	}
	lines := make([][]string, len(s.Lines))
	for i, l := range s.Lines {
		lines[i] = pick(l)
	}
	s.Heads, s.Lines = pick(s.Heads), lines
	return s
}

// otherSections are the parts of the appendix behind the statistics.
func (p *Page) otherSections() (out []Section) {
	if p.Appendix == nil {
		return nil
	}
	if f := p.Appendix.News; f != nil {
		for _, s := range []Section{p.quoteSection(f), p.flagSection(f), p.creditSection(f)} {
			if len(s.Lines) > 0 {
				out = append(out, s)
			}
		}
	}
	made := Section{Title: "How this was made"}
	for _, f := range p.Appendix.Colophon {
		made.Lines = append(made.Lines, []string{f.Label, f.Text})
	}
	return append(out, made)
}

func (p *Page) quoteSection(f *News) Section {
	s := Section{Title: "Quotations", Heads: append([]string{"Row", "Speaker", "Fullest form"}, p.columnNames()...),
		About: "What each version did with each quotation, measured against the fullest form that any version prints."}
	for _, q := range f.Quotes {
		s.Rows = append(s.Rows, q.Row)
		s.Lines = append(s.Lines, append([]string{q.Label, q.Speaker, q.Text}, q.In...))
	}
	return s
}

func (p *Page) flagSection(f *News) Section {
	s := Section{Title: "Worth a look", Heads: []string{"Row", "What differs", "Versions", "The first says", "The second says"},
		About: "Reworded sentences whose change can touch the meaning. The program finds them by rule and can be wrong; it judges nobody."}
	for _, x := range f.Spots {
		s.Rows = append(s.Rows, x.Place.Row)
		s.Lines = append(s.Lines, []string{x.Label, x.Type.Words(), strings.ToUpper(letters(x.From)) + ", " + x.Letter, x.OldText, x.NewText})
	}
	return s
}

func (p *Page) creditSection(f *News) Section {
	s := Section{Title: "Credit", Heads: []string{"Version", "Agency", "Where it is named"},
		About: "Whether a version names an agency in its byline, dateline, end line or metadata."}
	for _, c := range f.Credits {
		s.Lines = append(s.Lines, []string{p.Heads[c.Col].Letter + " " + p.Heads[c.Col].Name, c.Agency, c.Where})
	}
	return s
}

// Bounds of a column's weight, in characters: a label is never squeezed to
// nothing, a long quotation never takes the whole page.
const (
	minWeight = 8
	maxWeight = 28
)

// Widths shares a width among the section's columns by the length of what
// stands in them.
func (s Section) Widths(total float64) []float64 {
	columns := len(s.Heads)
	if columns == 0 {
		columns = 2
	}
	weights, sum := make([]float64, columns), 0.0
	for c := range weights {
		longest := minWeight
		if len(s.Heads) > 0 {
			longest = max(longest, min(utf8.RuneCountInString(s.Heads[c]), maxWeight/2))
		}
		for _, l := range s.Lines {
			longest = max(longest, min(utf8.RuneCountInString(l[c]), maxWeight))
		}
		weights[c] = float64(longest)
		sum += weights[c]
	}
	for c := range weights {
		weights[c] *= total / sum
	}
	return weights
}
