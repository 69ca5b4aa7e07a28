package report

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wirediff/diff/text"
)

// hiddenName stands where an outlet's name was.
const hiddenName = "[outlet]"

// shortestName is how many letters a name has at least to be looked for in
// the texts: a file called "a.txt" must not take every "a" out of them.
const shortestName = 3

// outletName is what an outlet is called where names are hidden.
func outletName(version int) string { return "Outlet " + strings.ToUpper(letters(version)) }

// hideNames calls the outlets by their letters and masks their names.
func (p *Page) hideNames() {
	names := secretNames(p.Reading.Versions)
	for i := range p.Heads {
		p.Heads[i].Name = outletName(p.Heads[i].Version)
		p.Heads[i].Title = mask(p.Heads[i].Title, names)
	}
	for r := range p.Rows {
		for c := range p.Rows[r].Cells {
			cell := &p.Rows[r].Cells[c]
			if p.Rows[r].Kind == FurnitureRow { // bylines, credit lines, addresses
				cell.Runs = nil
				continue
			}
			cell.Runs = maskRuns(cell.Runs, names)
		}
	}
	p.Remarks = slices.Clone(p.Remarks)
	for i := range p.Remarks {
		p.Remarks[i].Text = mask(p.Remarks[i].Text, names)
	}
}

// secretNames lists what gives the outlets away, the longest first: names,
// authors, credits, the hosts of their pages.
func secretNames(versions []*text.Story) []string {
	var names []string
	add := func(n string) {
		if n = strings.TrimSpace(n); utf8.RuneCountInString(n) >= shortestName && !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	for _, st := range versions {
		add(st.Name)
		add(st.Outlet.Value)
		add(strings.TrimPrefix(strings.TrimPrefix(st.Byline.Value, "By "), "by "))
		add(st.Credit.Value)
		if u, err := url.Parse(st.Address.Value); err == nil {
			add(strings.TrimPrefix(u.Hostname(), "www."))
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return len(b) - len(a) })
	return names
}

// mask puts hiddenName where a name stands in s as words of its own, in any
// case of its letters.
func mask(s string, names []string) string {
	runs := maskRuns([]Run{{Text: s}}, names)
	return runs[0].Text
}

// maskRuns masks names that stand in one run or over several, as the version
// prints them and as the base did: kept words and the tips of changed ones.
// Datelines and bylines go.
func maskRuns(runs []Run, names []string) []Run {
	out := slices.Clone(runs)
	for i := range out {
		if out[i].Mark == Lead {
			out[i].Text = ""
		}
	}
	maskAlong(out, names, func(r *Run) *string { return &r.Text })
	maskAlong(out, names, func(r *Run) *string {
		switch text := r.Text; r.Mark {
		case Replaced, StyleMark, Left:
			return &r.Tip
		case Inserted, Number:
			return new(string)
		default: // masked above, if it is a name alone
			return &text
		}
	})
	return out
}

// maskAlong masks the names in the joined parts of runs.
func maskAlong(runs []Run, names []string, part func(r *Run) *string) {
	var all strings.Builder
	starts := make([]int, len(runs))
	for i := range runs {
		apart := ""
		if runs[i].Mark == Left { // its words stand apart from those around them
			apart = " "
		}
		all.WriteString(apart)
		starts[i] = all.Len()
		all.WriteString(*part(&runs[i]) + apart)
	}
	joined := all.String()
	hits := nameSpans(joined, names)
	if len(hits) == 0 {
		return
	}
	for i := range runs {
		p := part(&runs[i])
		*p = masked(joined, starts[i], starts[i]+len(*p), hits)
	}
}

// nameSpans finds the names in s, in order and without overlap.
func nameSpans(s string, names []string) (hits [][2]int) {
	for i := 0; i < len(s); {
		if end := nameAt(s, i, names); end > i {
			hits = append(hits, [2]int{i, end})
			i = end
			continue
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return hits
}

// nameAt returns the end of a name that starts at byte i, i if none does.
func nameAt(s string, i int, names []string) int {
	if before, _ := utf8.DecodeLastRuneInString(s[:i]); wordRune(before) && i > 0 {
		return i
	}
	for _, n := range names {
		end := i + len(n)
		if end > len(s) || !strings.EqualFold(s[i:end], n) {
			continue
		}
		if after, _ := utf8.DecodeRuneInString(s[end:]); end == len(s) || !wordRune(after) {
			return end
		}
	}
	return i
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// masked is s[from:to] with the hits masked; a hit over a border is printed
// where it starts.
func masked(s string, from, to int, hits [][2]int) string {
	var b strings.Builder
	at := from
	for _, h := range hits {
		if h[1] <= from || h[0] >= to {
			continue
		}
		if h[0] >= from {
			b.WriteString(s[at:h[0]] + hiddenName)
		}
		at = min(h[1], to)
	}
	return b.String() + s[at:to]
}
