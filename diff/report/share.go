package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode"

	"wirediff/diff"
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

// hiddenName stands where an outlet's name was.
const hiddenName = "[outlet]"

// hideNames calls the outlets by their letters and masks their names.
func (p *Page) hideNames() {
	var names []string
	for _, st := range p.Reading.Versions {
		for _, n := range []string{st.Name, st.Outlet.Value, st.Byline.Value, st.Credit.Value} {
			if n != "" {
				names = append(names, n)
			}
		}
	}
	for i := range p.Heads {
		p.Heads[i].Name = "Outlet " + p.Heads[i].Letter
		p.Heads[i].Title = mask(p.Heads[i].Title, names)
	}
	for r := range p.Rows {
		for c := range p.Rows[r].Cells {
			cell := &p.Rows[r].Cells[c]
			if p.Rows[r].Kind == FurnitureRow {
				cell.Runs = nil
				continue
			}
			runs := append([]Run(nil), cell.Runs...)
			for k := range runs {
				if runs[k].Mark == Lead {
					runs[k].Text = ""
				}
				runs[k].Text, runs[k].Tip = mask(runs[k].Text, names), mask(runs[k].Tip, names)
			}
			cell.Runs = runs
		}
	}
}

func mask(text string, names []string) string {
	for _, n := range names {
		text = strings.ReplaceAll(text, n, hiddenName)
	}
	return text
}

// excerpt cuts each column after limit words. What was cut off shows an
// ellipsis; tips, which hold the base's words, count for the base.
func (p *Page) excerpt(limit int) {
	for c := range p.Heads {
		left := limit
		p.Heads[c].Title, left = firstWords(p.Heads[c].Title, left)
		for r := range p.Rows {
			cell := &p.Rows[r].Cells[c]
			runs := make([]Run, 0, len(cell.Runs))
			for _, run := range cell.Runs {
				run.Tip = ""
				if run.Mark == Number {
					runs = append(runs, run)
					continue
				}
				had := run.Text
				run.Text, left = firstWords(run.Text, left)
				if run.Text != "" || had == "" {
					runs = append(runs, run)
				}
			}
			cell.Runs = runs
		}
	}
}

// firstWords returns the text up to its nth word, with an ellipsis if that is
// not all of it, and how many words are left of n.
func firstWords(s string, n int) (string, int) {
	inside := false
	for i, r := range s {
		word := unicode.IsLetter(r) || unicode.IsNumber(r)
		if word && !inside {
			if n == 0 {
				if cut := strings.TrimRightFunc(s[:i], unicode.IsSpace); cut != "" {
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

// Fact is a line of the colophon.
type Fact struct{ Label, Text string }

// Colophon says how a report was made: the settings, the house-style rules
// that acted, the texts with their SHA-256, the program. The date is given
// only when asked for, so that a report can be made twice with the same bytes.
func Colophon(p *Page, s Sharing, program, date string) []Fact {
	facts := []Fact{{"Made with", program}}
	if date != "" {
		facts = append(facts, Fact{"Date", date})
	}
	facts = append(facts, Fact{"Settings", settings(p, s)})
	for _, rule := range p.Reading.Found {
		facts = append(facts, Fact{"House style", rule.A + " = " + rule.B + " (" + rule.From + ")"})
	}
	for _, rule := range p.Reading.Options().Style.User {
		sign := " = "
		if rule.Real {
			sign = " ! "
		}
		facts = append(facts, Fact{"House style", rule.A + sign + rule.B + " (" + rule.From + ")"})
	}
	for i, st := range p.Reading.Versions {
		sum := sha256.Sum256([]byte(st.Body))
		file := st.File
		if s.HideNames {
			file = "Outlet " + strings.ToUpper(letters(i))
		}
		facts = append(facts, Fact{"Text " + strings.ToUpper(letters(i)), file + ", SHA-256 " + hex.EncodeToString(sum[:])})
	}
	return facts
}

// settings says in words what the page shows.
func settings(p *Page, s Sharing) string {
	var parts []string
	if p.Reading.Base >= 0 {
		base := name(p.Reading, p.Reading.Base)
		if s.HideNames {
			base = "Outlet " + strings.ToUpper(letters(p.Reading.Base))
		}
		parts = append(parts, "read against "+base)
	} else {
		parts = append(parts, "no base")
	}
	if p.View.Filter.Active() {
		parts = append(parts, fmt.Sprintf("%s folded by a filter", plural(p.Folded, "row")))
	} else {
		parts = append(parts, "all sentences")
	}
	parts = append(parts, "house style "+[...]string{"quiet", "hidden", "shown as change"}[p.View.StyleMode])
	if s.Excerpt > 0 {
		parts = append(parts, fmt.Sprintf("at most %s of each version", plural(s.Excerpt, "word")))
	}
	if s.HideNames {
		parts = append(parts, "names hidden")
	}
	return strings.Join(parts, "; ")
}

// Remark is a note as a report prints it, tied to a row of the collation.
type Remark struct {
	Unit   int    // row of the collation; -1 for a note on a version
	Column int    // column of the page; -1 for a note on a row
	Tag    string // one of session.Tags, "" for none
	Text   string
	Place  Place  // the cell that carries its mark; Row is -1 where the page shows none
	Where  string // "B 14", "row 14", "B": what it is on, in words
	Note   int    // index into View.Notes
}

// Figure is one statistic with its definition: N of Of for each version.
type Figure struct {
	Name       string
	Definition string // how it is counted, in one sentence
	Values     []Value
}

// Value is one version's figure; Of is 0 where there is no whole to share.
type Value struct{ N, Of int }

// Percent is the share in whole percent, -1 where there is no whole.
func (v Value) Percent() int {
	if v.Of == 0 {
		return -1
	}
	return Percent(float64(v.N) / float64(v.Of))
}

// statuses that are counted by sentences of the base or of the version.
var figureWords = []struct {
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
	{diff.Cut, "cells of the base that this version leaves out"},
}
