package report

import (
	"slices"
	"strings"

	"wirediff/diff"
	"wirediff/diff/session"
)

// Words that a session file has for filters and house style; they are never
// renamed, since files hang on them.
var (
	filterKeys = []struct {
		word string
		flag func(*Filter) *bool
	}{
		{"changes", func(f *Filter) *bool { return &f.Changes }},
		{"only in one", func(f *Filter) *bool { return &f.OnlyOne }},
		{"missing in one", func(f *Filter) *bool { return &f.MissOne }},
		{"in all", func(f *Filter) *bool { return &f.InAll }},
		{"not in base", func(f *Filter) *bool { return &f.NotInBase }},
		{"moved", func(f *Filter) *bool { return &f.Moved }},
		{"unsure", func(f *Filter) *bool { return &f.Unsure }},
		{"flagged", func(f *Filter) *bool { return &f.Flagged }},
	}
	styleKeys = [...]string{StyleQuiet: "quiet", StyleHidden: "hidden", StyleAsChange: "change"}
)

// KeepView puts filter and house style into the form of a session file.
func KeepView(f Filter, m StyleMode) session.View {
	out := session.View{Style: styleKeys[m], Outlets: f.Versions}
	var words []string
	for _, w := range filterKeys {
		if *w.flag(&f) {
			words = append(words, w.word)
		}
	}
	out.Filter = strings.Join(words, ", ")
	for s := range diff.NumStatus {
		if f.Statuses&(1<<s) != 0 {
			out.Statuses = append(out.Statuses, s.String())
		}
	}
	return out
}

// KeptView returns filter and house style of a session file; words that this
// program does not know are passed over.
func KeptView(v session.View) (f Filter, m StyleMode) {
	words := strings.Split(v.Filter, ", ")
	for _, w := range filterKeys {
		*w.flag(&f) = slices.Contains(words, w.word)
	}
	for s := range diff.NumStatus {
		if s != diff.Absent && slices.Contains(v.Statuses, s.String()) {
			f.Statuses |= 1 << s
		}
	}
	f.Versions = v.Outlets
	return f, StyleMode(max(0, slices.Index(styleKeys[:], v.Style)))
}

// SessionView returns how a session was looked at: the columns from left to
// right without the hidden ones, filter, house style and notes.
func SessionView(s *session.Session) View {
	v := View{Order: []int{}, Notes: s.Notes}
	v.Filter, v.StyleMode = KeptView(s.View)
	for _, i := range s.Columns() {
		if !slices.Contains(s.Hidden, i) {
			v.Order = append(v.Order, i)
		}
	}
	return v
}
