package ui

import (
	"slices"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/session"
	"wirediff/diff/style"
	"wirediff/diff/text"
	"wirediff/ui/board"
)

// ID names a version within one window; it is never used twice.
type ID int

// Bases that are no version.
const (
	FirstBase ID = 0  // the first version that was read: the usual base
	NoBase    ID = -1 // read without a base
)

// Stage says how far the reading of a version has come.
type Stage uint8

const (
	Waiting Stage = iota // its file is being read
	Read                 // Source is set
	Failed               // Reason is set
)

// Version is one version of the story in the window.
type Version struct {
	ID     ID
	Path   string // as given; "" for a paste
	Stage  Stage
	Source text.Source
	Reason string // why it was not read, in plain words
	Hidden bool   // its column is folded away
	Pinned bool   // its column stays at the left when others scroll sideways

	Encoding string // text encoding chosen by hand; "": as detected
	Turned   bool   // roles of its paragraphs were changed by hand

	stamp fileStamp // of the file it was read from; empty where there is none

	// Kept is what a session file holds of it besides the text: the original,
	// a tag, and what this program does not know. Its Source is not used.
	Kept session.Version
}

// Name is what the window calls the version, safe to show.
func (v Version) Name() string {
	if v.Source.Name != "" {
		return report.Clean(v.Source.Name)
	}
	return report.Clean(fileName(v.Path))
}

// Work is what a session keeps of a comparison and what undo takes back: the
// texts, and what a person made of them. Like State it is a value.
type Work struct {
	Versions []Version // in load order, which gives the letters
	Order    []ID      // columns from left to right, hidden ones included
	Base     ID
	Rules    []style.Rule   // house-style decisions of this comparison
	Hand     []diff.Hand    // corrections of the alignment, in the order made
	Notes    []session.Note // in the order made
	Aside    report.Aside   // findings that the reader put aside
}

// State is all that the window knows. It is a value: a command makes a new
// one, nothing is changed in place, so that undo keeps old ones and a job can
// hold one without a lock.
type State struct {
	Work
	File document // the session that the work is kept in

	Always []style.Rule // decisions on house style for every comparison

	Filter    report.Filter
	StyleMode report.StyleMode
	MovesHome bool
	Pack      bool
	Panel     panel      // the open one
	Outlet    ID         // whose page the panel of outlets shows
	ShowAside bool       // that panel lists the findings put aside too
	Unmarked  bool       // findings are not marked on the page
	Mode      Mode       // the view asked for; see mode
	FoldCuts  bool       // the proof folds what was cut
	Sort      board.Sort // the order of the rows of the matrix
	Chain     bool       // the order view has each outlet against the one left of it, not against the base
	Beside    ID         // the version that pair and in line show beside the base
	Look      Look
	Widths    map[ID]float64 // columns that were made wider or narrower, in text sizes; never changed in place
	Top       int            // row at the top of the board; only in what present returns
	Return    *session.View  // where the comparison was left; nil once it was gone back to
	Query     board.Query    // what is looked for

	Result   *diff.Collation // the last finished comparison
	Compared []ID            // its versions, in its order
	Found    *found          // the findings in a result; nil until one was looked through
	Busy     bool            // a job has run for more than slow
	Done     float64         // its progress, 0..1

	Left []leftWork // what crashes left on the shelf, as far as it was looked for

	next ID // the last ID given
}

// version returns the place of id in Versions, -1 if it is gone.
func (s State) version(id ID) int {
	return slices.IndexFunc(s.Versions, func(v Version) bool { return v.ID == id })
}

// read returns the versions that were read, in load order.
func (s State) read() []Version {
	var vs []Version
	for _, v := range s.Versions {
		if v.Stage == Read {
			vs = append(vs, v)
		}
	}
	return vs
}

// count returns how many versions are at the stage.
func (s State) count(stage Stage) int {
	n := 0
	for _, v := range s.Versions {
		if v.Stage == stage {
			n++
		}
	}
	return n
}

// baseIndex returns the base as an index into Result.Versions, -1 for none.
func (s State) baseIndex() int {
	if s.Base == NoBase || len(s.Compared) == 0 {
		return -1
	}
	return max(0, slices.Index(s.Compared, s.Base))
}

// view returns what report.New needs to know: the columns that are still
// there and shown, from left to right.
func (s State) view() report.View {
	v := report.View{Order: []int{}, Filter: s.Filter, StyleMode: s.StyleMode, MovesHome: s.MovesHome, Pack: s.Pack, Unmarked: s.Unmarked, Notes: s.Notes}
	for _, id := range s.Order {
		k, i := slices.Index(s.Compared, id), s.version(id)
		if k >= 0 && i >= 0 && !s.Versions[i].Hidden {
			v.Order = append(v.Order, k)
		}
	}
	return s.viewIn(v)
}

// withPath adds a version that is to be read from path.
func (s State) withPath(path string) (State, ID) {
	return s.with(Version{Path: path, Stage: Waiting})
}

// with adds v as the last version.
func (s State) with(v Version) (State, ID) {
	s.next++
	v.ID = s.next
	s.Versions = append(slices.Clip(s.Versions), v)
	s.Order = append(slices.Clip(s.Order), v.ID)
	return s, v.ID
}

// replace puts vs, which keep no ID, where version id stood: a folder or a
// mailbox is one path and several versions.
func (s State) replace(id ID, vs ...Version) State {
	i, o := s.version(id), slices.Index(s.Order, id)
	if i < 0 {
		return s
	}
	ids := make([]ID, len(vs))
	for k := range vs {
		vs[k].ID = id // the first keeps the place and the name
		if k > 0 {
			s.next++
			vs[k].ID = s.next
		}
		ids[k] = vs[k].ID
	}
	s.Versions = slices.Replace(slices.Clone(s.Versions), i, i+1, vs...)
	s.Order = slices.Replace(slices.Clone(s.Order), o, o+1, ids...)
	return s
}

// without removes version id.
func (s State) without(id ID) State {
	s.Versions = slices.DeleteFunc(slices.Clone(s.Versions), func(v Version) bool { return v.ID == id })
	s.Order = slices.DeleteFunc(slices.Clone(s.Order), func(o ID) bool { return o == id })
	if s.Base == id {
		s.Base = FirstBase
	}
	return s
}

// change returns the state with version id passed through f.
func (s State) change(id ID, f func(Version) Version) State {
	if i := s.version(id); i >= 0 {
		s.Versions = slices.Clone(s.Versions)
		s.Versions[i] = f(s.Versions[i])
	}
	return s
}

// renamed gives version id another outlet name.
func (s State) renamed(id ID, name string) State {
	if i := s.version(id); i >= 0 {
		src := s.Versions[i].Source
		s.Hand = renamedHands(s.Hand, src.File, src.Name, name)
	}
	return s.change(id, func(v Version) Version {
		v.Source.Name = name
		v.Source.Outlet = text.Field{Value: name, From: "typed"}
		return v
	})
}

// renamedHands returns the corrections with a version under its new name.
func renamedHands(hands []diff.Hand, file, old, name string) []diff.Hand {
	from := diff.VersionName(&text.Story{Source: text.Source{File: file, Name: old}})
	to := diff.VersionName(&text.Story{Source: text.Source{File: file, Name: name}})
	hands = slices.Clone(hands)
	for i := range hands {
		for _, p := range []*diff.Place{&hands[i].A, &hands[i].B} {
			if p.Version == from {
				p.Version = to
			}
		}
	}
	return hands
}

// options are what the comparison is made with: of two decisions on one pair
// of spellings, the one for this comparison holds.
func (s State) options() diff.Options {
	return diff.Options{Style: style.Rules{User: slices.Concat(s.Always, s.Rules)}, Hand: s.Hand}
}

// settled drops what belongs to versions that are all gone.
func (s State) settled() State {
	if len(s.read()) == 0 {
		s.Result, s.Compared, s.Busy, s.Done = nil, nil, false, 0
	}
	return s
}

// sameWork reports whether a comparison of s and one of t would have the
// same texts under the same names, by the same rules and corrections.
func (s State) sameWork(t State) bool {
	if !slices.Equal(s.Rules, t.Rules) || !slices.Equal(s.Always, t.Always) || !slices.Equal(s.Hand, t.Hand) {
		return false
	}
	a, b := s.read(), t.read()
	return slices.EqualFunc(a, b, func(x, y Version) bool {
		return x.ID == y.ID && x.Source.Name == y.Source.Name && x.Source.Body == y.Source.Body &&
			slices.Equal(x.Source.Blocks, y.Source.Blocks)
	})
}
