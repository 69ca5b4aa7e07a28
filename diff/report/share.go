package report

import (
	"strings"
	"unicode"
)

// Sharing says what of a page may leave the machine.
type Sharing struct {
	Excerpt   int  // words of each version at most, headlines and ghosts included; 0: no limit
	HideNames bool // outlets are called A, B, C, and their names are taken out of the text
	Notes     bool // notes are printed
}

// Share returns the page cut down to what may be shared. The given page is
// not modified. Linear in the page.
func (p *Page) Share(s Sharing) *Page {
	out := *p
	out.Sharing = s
	out.Heads = append([]Head(nil), p.Heads...)
	out.Rows = append([]Row(nil), p.Rows...)
	for i := range out.Rows {
		out.Rows[i].Cells = append([]Cell(nil), p.Rows[i].Cells...)
	}
	if s.HideNames {
		out.hideNames()
	}
	if s.Excerpt > 0 {
		out.excerpt(s.Excerpt)
	}
	if !s.Notes {
		out.hideNotes()
	}
	return &out
}

// excerpt cuts each column after limit words. What was cut off shows an
// ellipsis; the words that the base had, in tips and where something was left
// out or struck, are not printed: they would be more of the base.
func (p *Page) excerpt(limit int) {
	for c := range p.Heads {
		left, ended := limit, false
		p.Heads[c].Title, left = firstWords(p.Heads[c].Title, left)
		for r := range p.Rows {
			cell := &p.Rows[r].Cells[c]
			if ended {
				cell.Runs = nil
				continue
			}
			cell.Runs, left, ended = firstRuns(cell.Runs, left)
		}
	}
}

// firstRuns is firstWords for the runs of a cell; cut says that not all of
// them are there.
func firstRuns(runs []Run, n int) (out []Run, left int, cut bool) {
	for _, run := range runs {
		run.Tip = ""
		switch run.Mark {
		case Left, Gone:
			continue
		case Number, SplitAt, MergeAt:
			out = append(out, run)
			continue
		}
		had := run.Text
		if run.Text, n = firstWords(had, n); run.Text == had {
			out = append(out, run)
			continue
		}
		switch {
		case run.Text != "":
			out = append(out, run)
		case strings.ContainsFunc(runsText(out), wordRune):
			out = append(out, Run{Text: " …", Start: -1})
		default:
			out = nil
		}
		return out, n, true
	}
	return out, n, false
}

// firstWords returns the text up to its nth word, with an ellipsis if that is
// not all of it, and how many words are left of n. In scripts without spaces
// each character counts.
func firstWords(s string, n int) (string, int) {
	inside := false
	for i, r := range s {
		word := wordRune(r)
		if alone := unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar); word && (!inside || alone) {
			if n == 0 {
				if cut := strings.TrimRightFunc(s[:i], unicode.IsSpace); strings.ContainsFunc(cut, wordRune) {
					return cut + " …", 0
				}
				return "", 0
			}
			n--
		}
		inside = word || inside && (r == '\'' || r == '’')
	}
	return s, n
}
