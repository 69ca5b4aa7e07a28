package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Printed is a cell's text for paper and files, where nothing can be pointed
// at: the words that the base had stand struck (Gone) before those that
// replaced them, and those left out stand struck at their place, a space on
// either side where words would touch. What a writer meets of marks is then
// Plain, Replaced, Inserted, Gone, StyleMark, Lead, Number, SplitAt and MergeAt.
func Printed(runs []Run) []Run {
	out := make([]Run, 0, len(runs))
	for i, r := range runs {
		switch {
		case r.Mark == Left:
			out = gone(out, r.Tip, follows(runs[i+1:]))
		case r.Mark == Replaced && strings.TrimSpace(r.Tip) != "":
			out = append(gone(out, r.Tip, ' '), Run{Text: " ", Start: -1}, r)
		default:
			out = append(out, r)
		}
	}
	return out
}

// gone appends struck words to what is printed before next.
func gone(out []Run, words string, next rune) []Run {
	if words = strings.TrimSpace(words); words == "" {
		return out
	}
	if last := precedes(out); last != 0 && !unicode.IsSpace(last) && !opening(last) {
		out = append(out, Run{Text: " ", Start: -1})
	}
	out = append(out, Run{Text: words, Mark: Gone, Start: -1})
	if wordRune(next) || opening(next) {
		out = append(out, Run{Text: " ", Start: -1})
	}
	return out
}

// precedes is the last character of the runs, follows the first; 0 for none.
func precedes(runs []Run) rune {
	for i := len(runs) - 1; i >= 0; i-- {
		if runs[i].Text != "" && runs[i].Mark != Number {
			r, _ := utf8.DecodeLastRuneInString(runs[i].Text)
			return r
		}
	}
	return 0
}

func follows(runs []Run) rune {
	for _, r := range runs {
		if s := r.Tip + r.Text; s != "" && r.Mark != Number {
			c, _ := utf8.DecodeRuneInString(s)
			return c
		}
	}
	return 0
}

// opening reports whether words follow r without a space, as behind a bracket
// or an opening quotation mark.
func opening(r rune) bool {
	return unicode.In(r, unicode.Ps, unicode.Pi) || r == '$' || r == '€' || r == '£'
}

// oneSpace makes every run of white space one space, as a page shows it.
func oneSpace(s string) string {
	lead, trail := spaces(s)
	mid := strings.Join(strings.Fields(s), " ")
	if mid == "" {
		return lead
	}
	return lead + mid + trail
}

// spaces are the spaces that a run starts and ends with.
func spaces(s string) (lead, trail string) {
	if s != "" && strings.TrimLeft(s, " \t\r\n") != s {
		lead = " "
	}
	if s != "" && strings.TrimRight(s, " \t\r\n") != s {
		trail = " "
	}
	return lead, trail
}

// runsText joins the texts of runs.
func runsText(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Labels are what stands above a cell's text, in order: where it was moved,
// what the version did, what else is to be said of it. Quiet text has none.
func (c *Cell) Labels() []string {
	var out []string
	if c.Chip != nil {
		out = append(out, c.Chip.String())
	}
	if words := c.Words(); words != "" && !c.Quiet() {
		out = append(out, words)
	}
	return append(out, c.extras()...)
}

// extras are the labels behind the status: "heading", findings, notes.
func (c *Cell) extras() []string {
	if c.Role == "" || c.Unit == none {
		return c.Asides()
	}
	return append([]string{c.Role}, c.Asides()...)
}

// TextPoints is the size of the story on a sheet with so many columns, in
// points: never below what can be read on paper.
func TextPoints(columns int) float64 {
	switch {
	case columns <= 3:
		return 9.5
	case columns <= 5:
		return 8.5
	}
	return 7.5
}
