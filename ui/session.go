package ui

import (
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"wirediff/diff/news"
	"wirediff/diff/report"
	"wirediff/diff/session"
)

// document is the file that a comparison is kept in.
type document struct {
	Path   string          // "" until it is saved for the first time
	Name   string          // of a copy that was not saved yet
	Stamp  session.Stamp   // of the file when it was opened or last saved
	Saved  Work            // as it stands in the file
	frame  session.Session // what the file holds besides
	number ID              // tells documents of one window apart
}

// named returns the name of the document without its ending, "" if it has none.
func (d document) named() string {
	if d.Path == "" {
		return d.Name
	}
	return strings.TrimSuffix(filepath.Base(d.Path), session.Extension)
}

// same reports whether two documents are saved at the same place and stand
// the same there.
func (d document) same(o document) bool {
	return d.Path == o.Path && d.Name == o.Name && d.Stamp == o.Stamp && d.Saved.same(o.Saved)
}

// unsaved reports whether closing would lose something that a person made.
// Texts that were opened from files and not worked on yet can be opened again.
func (s State) unsaved() bool {
	if s.File.Path == "" && s.File.Name == "" {
		return s.handmade()
	}
	return !s.Work.same(s.File.Saved)
}

// handmade reports whether there is something in the comparison that its
// files do not hold.
func (s State) handmade() bool {
	if len(s.Notes)+len(s.Hand)+len(s.Rules) > 0 {
		return true
	}
	return slices.ContainsFunc(s.read(), func(v Version) bool {
		return v.Path == "" || v.Source.Outlet.From == typed || v.Source.Date.From == typed || v.Turned || v.Source.Tag != "" || v.Encoding != "" || isAddress(v.Path)
	})
}

// same reports whether two works would be the same in a file.
func (w Work) same(o Work) bool {
	return w.Base == o.Base && reflect.DeepEqual(w.Rules, o.Rules) && reflect.DeepEqual(w.Hand, o.Hand) &&
		reflect.DeepEqual(w.Notes, o.Notes) && reflect.DeepEqual(w.Aside, o.Aside) && slices.Equal(w.Order, o.Order) && slices.EqualFunc(w.Versions, o.Versions, sameVersion)
}

// sameVersion compares what a file keeps of two versions.
func sameVersion(a, b Version) bool {
	return a.ID == b.ID && a.Stage == b.Stage && a.Hidden == b.Hidden && a.Pinned == b.Pinned && reflect.DeepEqual(a.Source, b.Source)
}

// session returns the state as a session file keeps it: what was read, in load
// order. Rules that hold for every comparison go with it, so that it is the
// same comparison everywhere.
func (s State) session() *session.Session {
	out := s.File.frame
	out.Versions, out.Order, out.Hidden, out.Pinned = nil, nil, nil, nil
	place := map[ID]int{}
	for i, v := range s.read() {
		kept := v.Kept
		kept.Source = v.Source
		place[v.ID] = i
		out.Versions = append(out.Versions, kept)
		if v.Hidden {
			out.Hidden = append(out.Hidden, i)
		}
		if v.Pinned {
			out.Pinned = append(out.Pinned, i)
		}
	}
	for _, id := range s.Order {
		if i, ok := place[id]; ok {
			out.Order = append(out.Order, i)
		}
	}
	if slices.IsSorted(out.Order) {
		out.Order = nil
	}
	out.Base = place[s.Base] // the first for FirstBase
	if s.Base == NoBase {
		out.Base = -1
	}
	opt := s.options()
	out.View, out.Rules, out.Hand, out.Notes = s.keptView(), opt.Style.User, opt.Hand, s.Notes
	out.Aside = session.Aside{Findings: s.Aside.IDs, Kinds: kindWords(s.Aside.Types)}
	return &out
}

// kindWords and kindsOf turn kinds of findings into the words of a file and back.
func kindWords(types []news.Type) (out []string) {
	for _, t := range types {
		out = append(out, string(t))
	}
	return out
}

func kindsOf(words []string) (out []news.Type) {
	for _, w := range words {
		out = append(out, news.Type(w))
	}
	slices.Sort(out)
	return out
}

// withSession returns the state with a session in place of what was open.
func (s State) withSession(doc *session.Session) State {
	s = empty(s)
	ids := make([]ID, len(doc.Versions))
	for i, v := range doc.Versions {
		kept := v
		kept.Source.Body, kept.Source.Blocks = "", nil
		s, ids[i] = s.with(Version{Stage: Read, Source: v.Source, Kept: kept, Hidden: slices.Contains(doc.Hidden, i), Pinned: slices.Contains(doc.Pinned, i)})
	}
	s.Order = nil
	for _, i := range doc.Columns() {
		s.Order = append(s.Order, ids[i])
	}
	s = s.pinnedFirst()
	switch {
	case doc.Base < 0:
		s.Base = NoBase
	case doc.Base < len(ids):
		s.Base = ids[doc.Base]
	}
	s.Rules, s.Hand, s.Notes = doc.Rules, doc.Hand, doc.Notes
	s.Aside = report.Aside{IDs: doc.Aside.Findings, Types: kindsOf(doc.Aside.Kinds)}
	s = s.lookedAt(doc.View)
	frame := *doc
	frame.Versions = nil
	s.File.frame = frame
	return s
}
