package session

import (
	"encoding/json"
	"slices"

	"wirediff/diff"
	"wirediff/diff/style"
	"wirediff/diff/text"
)

// Schema is written into every session; a file whose number is higher is
// refused in words.
const (
	Schema       = "wirediff-session/1"
	schemaPrefix = "wirediff-session/"
	schemaNumber = 1
)

// Session is a comparison with what a person made of it. The zero value is
// an empty one.
type Session struct {
	Versions []Version
	Order    []int // columns left to right, indices into Versions; nil: load order
	Hidden   []int // versions whose column is folded away
	Pinned   []int // versions whose column stays at the left
	Base     int   // index into Versions, -1 for none
	View     View
	Rules    []style.Rule // house-style decisions of this comparison
	Hand     []diff.Hand  // corrections, in the order made
	Notes    []Note
	Aside    Aside // findings that the reader dismissed
	unknown  unknown
}

// extra are the fields of an object that this program does not know.
type extra map[string]json.RawMessage

// unknown is what a later program wrote: it survives a round trip.
type unknown struct {
	session, view, aside extra
	rules                map[style.Rule]extra
	hand                 map[diff.Hand]extra
	hands                []json.RawMessage // corrections of another kind
}

// Version is one text and where it came from.
type Version struct {
	Source   text.Source
	Original Original
	extra    extra
	fields   map[string]jsonField // metadata under other names
}

// Original is the file that a version was read from, as it was.
type Original struct {
	Name string // base name, for people; never used as a path
	Data []byte // nil if it was not kept (a paste)
}

// Aside names findings of the news layer that were dismissed, one by one and
// by kind.
type Aside struct {
	Findings []string `json:"findings,omitempty"`
	Kinds    []string `json:"kinds,omitempty"`
}

// View is how the comparison was looked at.
type View struct {
	Kind     string   `json:"kind,omitempty"` // "columns", "pair", ...
	Filter   string   `json:"filter,omitempty"`
	Statuses []string `json:"statuses,omitempty"`
	Style    string   `json:"style,omitempty"`     // "quiet", "hidden", "change"
	TextSize int      `json:"text_size,omitempty"` // percent
	Place    int      `json:"place,omitempty"`     // row at the top
	Outlets  []int    `json:"outlets,omitempty"`   // versions that the filter keeps; none: all
	Panel    string   `json:"panel,omitempty"`     // "changes", "quotes", ...; "" if none is open
	Beside   int      `json:"beside,omitempty"`    // version beside the base in a pair; 0: the first other one
	Packed   bool     `json:"packed,omitempty"`    // own sentences share rows
	Home     bool     `json:"moves_home,omitempty"`
	Unmarked bool     `json:"unmarked,omitempty"`  // findings are not marked on the page
	FoldCuts bool     `json:"fold_cuts,omitempty"` // the proof folds what was cut

	// Widths are those of columns that were made wider or narrower, by
	// version, in text sizes; 0 for the usual one.
	Widths []float64 `json:"widths,omitempty"`
}

// Tags that a note may carry.
var Tags = [...]string{"accuracy", "attribution", "length", "style", "legal", "own"}

// Note is what a person wrote on a version, a row or a cell. A row is named
// by a sentence of it, so that a note survives another base or version.
type Note struct {
	On    Target
	Place diff.Place // version and, for a row or a cell, the sentence
	Tag   string     // one of Tags, or ""
	Text  string
	In    string // version of a cell that lacks the sentence (a cut one), as diff.VersionName; else ""
	extra extra
}

// Target says what a note is on.
type Target string

// What a note may be on.
const (
	OnVersion Target = "version"
	OnRow     Target = "row"
	OnCell    Target = "cell"
)

// Sources are the texts to compare, in load order.
func (s *Session) Sources() []text.Source {
	out := make([]text.Source, len(s.Versions))
	for i, v := range s.Versions {
		out[i] = v.Source
	}
	return out
}

// Options are what the comparison is made with.
func (s *Session) Options() diff.Options {
	return diff.Options{Style: style.Rules{User: s.Rules}, Hand: s.Hand}
}

// Columns are all versions from left to right, hidden ones included; one that
// Order leaves out stands at the end.
func (s *Session) Columns() []int {
	var out []int
	for _, i := range s.Order {
		if i >= 0 && i < len(s.Versions) && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	for i := range s.Versions {
		if !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}
