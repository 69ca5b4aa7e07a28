package report

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strconv"

	"wirediff/diff"
	"wirediff/diff/news"
	"wirediff/diff/text"
)

// Finding is a flag of the news layer as a reader sees it: read from one
// version (the base, where there is one) to another.
type Finding struct {
	ID       string // the same under every base, order and name of the versions
	Type     news.Type
	Row      int // of the collation
	From, To int // versions
	Old, New text.Span
	OldText  string // the words of From, "" where only To has them
	NewText  string // the words of To, "" where only From has them
}

// Aside is what a reader has put aside: single findings, and whole kinds. It
// is a value: changes return another one.
type Aside struct {
	IDs   []string
	Types []news.Type
}

// Has reports whether f is put aside, singly or by its kind.
func (a Aside) Has(f Finding) bool { return a.has(f.ID, f.Type) }

func (a Aside) hasQuote(q Quotation) bool { return a.has(q.ID, q.Kind) }

func (a Aside) has(id string, t news.Type) bool {
	return slices.Contains(a.Types, t) || slices.Contains(a.IDs, id)
}

// Turn puts one finding aside, or takes it back if it is aside.
func (a Aside) Turn(id string) Aside { return Aside{turned(a.IDs, id), a.Types} }

// TurnType puts a whole kind aside, or takes it back.
func (a Aside) TurnType(t news.Type) Aside { return Aside{a.IDs, turned(a.Types, t)} }

// Empty reports whether nothing is put aside.
func (a Aside) Empty() bool { return len(a.IDs)+len(a.Types) == 0 }

// turned returns list without x if it holds x, else with it; sorted.
func turned[T cmp.Ordered](list []T, x T) []T {
	if i, ok := slices.BinarySearch(list, x); ok {
		return slices.Delete(slices.Clone(list), i, i+1)
	} else {
		return slices.Insert(slices.Clone(list), i, x)
	}
}

// Findings are the findings of a reading: those open, by row, version and
// place, and those that the reader put aside. It is never modified.
type Findings struct {
	News  *news.Findings
	Open  []Finding
	Aside []Finding

	Quotes      []Quotation // rows of the ledger that are open
	QuotesAside []Quotation // and those that the reader put aside

	at map[[2]int][]int // row, version -> indices of Open
}

// NewFindings reads the findings of all pairs against the base of r; without
// a base it keeps them all. f must hold the flags of every pair that r reads.
// Linear in the findings.
func NewFindings(r *diff.Reading, f *news.Findings, aside Aside) *Findings {
	out := &Findings{News: f, at: map[[2]int][]int{}}
	prints := make([]string, len(r.Versions))
	for v, st := range r.Versions {
		h := fnv.New64a()
		h.Write([]byte(st.Body))
		prints[v] = strconv.FormatUint(h.Sum64(), 36)
	}
	out.Quotes, out.QuotesAside = quotations(r, f, prints, aside)
	for _, g := range f.Flags {
		p := &r.Pairs[g.Pair]
		if r.Base >= 0 && p.A != r.Base && p.B != r.Base {
			continue
		}
		if x := finding(r, g, prints); aside.Has(x) {
			out.Aside = append(out.Aside, x)
		} else {
			out.Open = append(out.Open, x)
		}
	}
	slices.SortStableFunc(out.Open, Finding.compare)
	slices.SortStableFunc(out.Aside, Finding.compare)
	for i, x := range out.Open {
		key := [2]int{x.Row, x.To}
		out.at[key] = append(out.at[key], i)
	}
	return out
}

// finding reads a flag from the base to the other version.
func finding(r *diff.Reading, g news.GroupFlag, prints []string) Finding {
	p := &r.Pairs[g.Pair]
	f := Finding{Type: g.Type, From: p.A, To: p.B, Old: g.A, New: g.B}
	f.ID = string(g.Type) + " " + prints[p.A] + ":" + at(g.A) + " " + prints[p.B] + ":" + at(g.B)
	sentence := g.InB
	if p.B == r.Base {
		f.Type, f.From, f.To, f.Old, f.New = g.Type.Inverse(), p.B, p.A, g.B, g.A
		sentence = g.InA
	}
	f.Row = r.RowOf(f.To, sentence)
	f.OldText, f.NewText = f.Old.Of(r.Versions[f.From].Body), f.New.Of(r.Versions[f.To].Body)
	return f
}

func at(s text.Span) string { return strconv.Itoa(int(s.Start)) + "-" + strconv.Itoa(int(s.End)) }

func (f Finding) compare(g Finding) int {
	return cmp.Or(cmp.Compare(f.Row, g.Row), cmp.Compare(f.To, g.To), cmp.Compare(f.From, g.From),
		cmp.Compare(max(f.Old.Start, f.New.Start), max(g.Old.Start, g.New.Start)))
}

// Of returns the open findings of one version in one row. O(1).
func (f *Findings) Of(row, version int) []Finding {
	if f == nil {
		return nil
	}
	var out []Finding
	for _, i := range f.at[[2]int{row, version}] {
		out = append(out, f.Open[i])
	}
	return out
}

// flagWords names the kinds of the findings of a cell, each once.
func (f *Findings) flagWords(row, version int) []string {
	var out []string
	for _, x := range f.Of(row, version) {
		if w := x.Kind(); !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// Spot is a finding at its place on a page.
type Spot struct {
	Finding
	Place  Place
	Label  string // of the row
	Letter string // of the outlet
}

// Spots lists those findings whose cell the page shows, in the order of its
// rows: what a filter folds or a hidden column would hold is left out, as in
// the change list. Linear in page and findings.
func (p *Page) Spots(list []Finding) []Spot {
	places := p.unitPlaces()
	var out []Spot
	for _, f := range list {
		if at, ok := places[[2]int{f.Row, f.To}]; ok {
			out = append(out, Spot{f, at, p.Rows[at.Row].Label, p.Heads[at.Col].Letter})
		}
	}
	slices.SortStableFunc(out, func(a, b Spot) int {
		return cmp.Or(cmp.Compare(a.Place.Row, b.Place.Row), cmp.Compare(a.Place.Col, b.Place.Col))
	})
	return out
}

// unitPlaces finds for every row of the collation and every version shown the
// first cell that prints its text.
func (p *Page) unitPlaces() map[[2]int]Place {
	out := map[[2]int]Place{}
	for r := range p.Rows {
		for c := range p.Rows[r].Cells {
			cell := &p.Rows[r].Cells[c]
			key := [2]int{int(cell.Unit), p.Heads[c].Version}
			if _, ok := out[key]; !ok && cell.Unit != none && len(cell.Sentences) > 0 {
				out[key] = Place{r, c}
			}
		}
	}
	return out
}

// PlaceOf finds the cell that prints a version's sentence; ok is false if the
// page does not show it. Linear in the page.
func (p *Page) PlaceOf(version int, sentence int32) (at Place, ok bool) {
	for r := range p.Rows {
		for c := range p.Rows[r].Cells {
			if p.Heads[c].Version == version && slices.Contains(p.Rows[r].Cells[c].Sentences, sentence) {
				return Place{r, c}, true
			}
		}
	}
	return Place{}, false
}

// Kind says in words what the finding is about, read from From to To: words
// that only To has inside the marks make its quotation the longer one.
func (f Finding) Kind() string {
	switch {
	case f.Type == news.QuoteTrimmed && f.OldText == "":
		return "quotation longer"
	case f.Type == news.PassiveAgentLost && f.OldText == "":
		return "doer added"
	}
	return f.Type.Words()
}

// Words is a finding in one line, for reports: "number: twelve, here 11",
// "hedge lost: reportedly".
func (f Finding) Words() string {
	switch {
	case f.OldText == "":
		return f.Kind() + ": " + f.NewText + " (only here)"
	case f.NewText == "":
		return f.Kind() + ": " + f.OldText + " (not here)"
	}
	return f.Kind() + ": " + f.OldText + ", here " + f.NewText
}
