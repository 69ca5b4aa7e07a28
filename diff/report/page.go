package report

import (
	"wirediff/diff"
	"wirediff/diff/session"
)

// View says what of a reading a page shows; the zero value shows all columns
// in load order, everything in its published place.
type View struct {
	Order     []int  // versions left to right, hidden ones left out; nil: all in load order
	Filter    Filter // rows that fit; others are folded
	StyleMode StyleMode
	MovesHome bool           // show moved text in its home row instead of at its place, without ghosts
	Pack      bool           // own rows of several outlets between the same two base rows share one band
	Findings  *Findings      // of the news layer; nil: not looked for
	Unmarked  bool           // cells do not name their findings
	Notes     []session.Note // written by hand; they mark cells and become Page.Remarks
}

// StyleMode says how house style is shown.
type StyleMode uint8

const (
	StyleQuiet    StyleMode = iota // dots under the words
	StyleHidden                    // no marks at all
	StyleAsChange                  // marked and walked like a rewording; never counted as one
)

// Filter keeps rows in which a visible cell fits. The zero value keeps all.
type Filter struct {
	Changes   bool               // any change but style
	OnlyOne   bool               // rows that a single version has
	MissOne   bool               // rows that all versions but one have
	InAll     bool               // rows that all versions have
	NotInBase bool               // rows that the base does not have
	Moved     bool               // rows with a moved cell; beside Statuses, those as well
	Unsure    bool               // rows with an unsure link
	Flagged   bool               // rows with a finding of View.Findings
	Statuses  uint32             // bit set of 1<<diff.Status; 0: any
	Versions  []int              // only cells of these versions; nil: any
	MatchRows func(row int) bool // extra predicate (flags, notes); nil: any
	Context   int                // rows kept before and after each one that fits
}

// Active reports whether the filter folds anything.
func (f Filter) Active() bool {
	return f.Changes || f.OnlyOne || f.MissOne || f.InAll || f.NotInBase || f.Moved || f.Unsure || f.Flagged || f.Statuses != 0 || f.Versions != nil || f.MatchRows != nil
}

// Page is a reading laid out in rows and cells, without measures or colours.
type Page struct {
	Reading *diff.Reading
	View    View
	Heads   []Head // one per shown version, left to right
	Rows    []Row
	Changes []Place  // every change in reading order, for next and previous
	Folded  int      // collation rows folded by the filter
	Remarks []Remark // notes made by hand, in order of their rows

	Sharing  Sharing   // what Share cut it down to
	Appendix *Appendix // of a report; nil on the screen
}

// Head is what stands above a column.
type Head struct {
	Version   int    // index into Reading.Versions
	Letter    string // "A", "B", by load order
	Name      string // outlet or file name
	Base      bool
	Date      string // as printed: "Tue 14 Oct, 19:40", "" if unknown
	Embargo   string // until when the text must not be published, printed as Date; "" if none
	Title     string // headline of the story, "" if unknown
	Sentences int
	Words     int
	Tally     diff.Tally
}

// RowKind tells rows apart.
type RowKind uint8

const (
	TextRow      RowKind = iota // a unit of content, or a moved part of one at its published place
	HeadlineRow                 // the titles
	FurnitureRow                // lines that are not story text; Cell.Part says "2 lines of furniture"
	FoldedRow                   // what the filter folded: Label says it in words
)

// Row is one level line of cells; len(Cells) == len(Page.Heads).
type Row struct {
	Kind      RowKind
	Unit      int    // row of the collation, -1 for headline, furniture and folded rows; of the first box in a packed one
	Label     string // "4", "2–3", "3a"; "1a–c" or "" in a packed band; words for a folded row
	Paragraph bool   // the base (without one, any version) starts a paragraph here
	Folds     []int  // FoldedRow: the collation rows behind it
	Cells     []Cell
}

// Chip is the button on a moved cell or a ghost: "moved up from 22". A cell
// that kept a part of its sentences and had the rest moved carries the
// chip of the part that left.
type Chip struct {
	Up    bool   // the text stands above the place that it left
	To    bool   // this end is the place that was left: "moved up to 1a"
	Label string // row label at the other end: "22", "1a"
	Row   int    // page row at the other end, -1 if it is folded
}

// Cell is what one version prints in one row.
type Cell struct {
	Verdict   diff.Verdict
	Unit      int32    // row of the collation; -1 if the cell is empty, or furniture
	Sentences []int32  // printed here, in published order; empty for cut, absent, ghost
	Ghost     bool     // the place that a moved sentence left: Runs hold its first words (GhostWords)
	Chip      *Chip    // moved cell or ghost
	Part      string   // "1 of 3" in a run of added cells, "in 2" for split, "2 + 3" for merged
	CutNote   string   // "3 cut": labels of base sentences left out of the group
	Related   string   // "possibly related to 4"; "" if not
	Paragraph bool     // this outlet starts a paragraph here: indent
	Flags     []string // kinds of the findings in words: "number", "source lost"
	Note      string   // "note: legal" where somebody wrote one on the cell or its row; "" if not
	Role      string   // furniture: "credit line", "byline, dateline", ...; "heading" for headings
	Runs      []Run
}

// Mark is what a run of text means, not how it looks.
type Mark uint8

const (
	Plain     Mark = iota // as the cell's status says
	Replaced              // other words than the base: box, one line
	Inserted              // words the base does not have: box, two lines
	Gone                  // words only the base has, printed struck (pair, in line, focused base cell)
	Left                  // zero-width wedge: words of the base were left out here; Text is empty, Tip holds them
	StyleMark             // house style: dots
	Lead                  // dateline before the text, furniture within it: sans, muted
	Number                // raised sentence number in a cell of several sentences
	SplitAt               // split mark at a new boundary; Text is empty
	MergeAt               // merge mark at a seam; Text is empty
)

// String names the mark in one word, as the HTML report does.
func (m Mark) String() string {
	return [...]string{"plain", "replaced", "inserted", "gone", "left", "style", "lead", "number", "split", "merged"}[m]
}

// Run is a stretch of text with one meaning. Text is a slice of the body
// (no copy) with white space as in the source; Start is its byte offset
// there, -1 for Number, Left, SplitAt and MergeAt.
type Run struct {
	Text  string
	Mark  Mark
	Start int32
	Tip   string // for Left: the words left out; for Replaced and StyleMark: the base's words
}

// Place is a cell of the page.
type Place struct{ Row, Col int }

// String returns the words of the chip: "moved up from 22", "moved down to 4".
func (c Chip) String() string {
	way, end := "down", "from"
	if c.Up {
		way = "up"
	}
	if c.To {
		end = "to"
	}
	return "moved " + way + " " + end + " " + c.Label
}

// About is what a report says of a column beside its name: until when it must
// not be published, whether it is the base, its date, what it kept of the base.
func (h Head) About(based bool) []string {
	var out []string
	if h.Embargo != "" {
		out = append(out, "embargo until "+h.Embargo)
	}
	if h.Base {
		out = append(out, "base")
	}
	if h.Date != "" {
		out = append(out, h.Date)
	}
	switch share := shareWords(h); {
	case share == "" || !based:
	case h.Tally.OwnStory:
		out = append(out, share)
	default:
		out = append(out, share+" kept")
	}
	return out
}

// Lang is the language that the rules read column c in, as in "en", for
// screen readers and spelling checkers; "" if it is not known.
func (p *Page) Lang(c int) string {
	if lang := p.Reading.Versions[p.Heads[c].Version].Lang; lang != "und" {
		return lang
	}
	return ""
}
