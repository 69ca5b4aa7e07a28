package report

import (
	"slices"
	"strconv"
	"strings"

	"wirediff/diff"
)

// band is a page row to be: one line, several packed ones, or what the
// filter folded.
type band struct {
	kind  RowKind
	lines []int32
	label string
	folds []int
}

// fold returns the lines that are shown as bands, in order; runs of lines
// that do not fit the filter become one folded band.
func (b *builder) fold() []band {
	active := b.page.View.Filter.Active()
	fits := b.kept(active)
	for u := range fits {
		if !fits[u] && b.shownUnit(int32(u)) {
			b.page.Folded++
		}
	}
	var bands []band
	var run []int32 // lines being folded
	flush := func() {
		if len(run) > 0 {
			bands = append(bands, b.folded(run))
			run = nil
		}
	}
	for n := range b.lines {
		ln := &b.lines[n]
		switch {
		case !b.shown(int32(n)) || active && ln.unit == none:
		case ln.unit == none:
			bands = append(bands, band{kind: FurnitureRow, lines: []int32{int32(n)}})
		case fits[ln.unit]:
			flush()
			bands = append(bands, band{kind: TextRow, lines: []int32{int32(n)}, label: ln.label})
		default:
			run = append(run, int32(n))
		}
	}
	flush()
	return bands
}

// kept returns, by unit, whether the filter keeps it: because it fits, or as
// context of a line that does.
func (b *builder) kept(active bool) []bool {
	fits := make([]bool, len(b.home))
	for u := range fits {
		fits[u] = !active || b.fits(int32(u))
	}
	around := b.page.View.Filter.Context
	if !active || around <= 0 {
		return fits
	}
	var units []int32 // of the lines shown, in page order
	for n := range b.lines {
		if u := b.lines[n].unit; u != none && b.shown(int32(n)) {
			units = append(units, u)
		}
	}
	out := slices.Clone(fits)
	near := -around - 1 // last line that fits
	for i, u := range units {
		if fits[u] {
			for k := max(near+around+1, i-around); k < i; k++ {
				out[units[k]] = true
			}
			near = i
		}
		out[u] = out[u] || i <= near+around
	}
	return out
}

// shown reports whether line n has anything to show in the columns: text, or
// a cut or a ghost in the reference line.
func (b *builder) shown(n int32) bool {
	u := b.lines[n].unit
	for _, h := range b.page.Heads {
		switch {
		case b.here(n, h.Version) != none:
			return true
		case u == none || n != b.ref[u] || !b.lines[n].filled():
		case b.tracks[h.Version].first[u] != none:
			if b.chip(n, u, h.Version) != nil {
				return true
			}
		case b.verdict(u, h.Version).Status != diff.Absent:
			return true
		}
	}
	return false
}

// shownUnit reports whether any line of unit u is shown.
func (b *builder) shownUnit(u int32) bool {
	for _, h := range b.page.Heads {
		if b.tracks[h.Version].first[u] != none {
			return true
		}
	}
	return b.shown(b.ref[u])
}

// fits reports whether a shown cell of unit u fits the filter.
func (b *builder) fits(u int32) bool {
	f := b.page.View.Filter
	if f.MatchRows != nil && !f.MatchRows(int(u)) {
		return false
	}
	have := 0
	for _, h := range b.page.Heads {
		if b.tracks[h.Version].first[u] != none {
			have++
		}
	}
	if f.OnlyOne && have != 1 || f.MissOne && have != len(b.page.Heads)-1 {
		return false
	}
	if f.InAll && have != len(b.page.Heads) || f.NotInBase && b.inBase(u) {
		return false
	}
	for _, h := range b.page.Heads {
		has := b.tracks[h.Version].first[u] != none
		if f.OnlyOne && !has || f.MissOne && has && !f.OnlyOne {
			continue
		}
		if f.Flagged && len(b.page.View.Findings.Of(int(u), h.Version)) == 0 {
			continue
		}
		if (f.Versions == nil || slices.Contains(f.Versions, h.Version)) && f.fits(b.verdict(u, h.Version), b.page.View.StyleMode) {
			return true
		}
	}
	return false
}

// inBase reports whether the base prints unit u; without a base all do.
func (b *builder) inBase(u int32) bool {
	return b.r.Base < 0 || b.tracks[b.r.Base].first[u] != none
}

// fits reports whether a cell with this verdict fits the filter.
func (f Filter) fits(d diff.Verdict, mode StyleMode) bool {
	kind := f.Statuses == 0 && !f.Moved || f.Statuses&(1<<d.Status) != 0 || f.Moved && d.Moved
	return kind && (!f.Changes || IsChange(d, mode)) && (!f.Unsure || d.Unsure)
}

// IsChange reports whether next and previous stop at a cell with this
// verdict: any change but style, and style where it is shown as a change.
func IsChange(d diff.Verdict, mode StyleMode) bool {
	switch d.Status {
	case diff.Reworded, diff.Recast, diff.Split, diff.Merged, diff.Added, diff.Cut, diff.Varies, diff.OnlyHere, diff.NotHere:
		return true
	case diff.Style:
		return mode == StyleAsChange || d.Moved || len(d.CutOf) > 0
	case diff.Absent, diff.IsBase:
		return false
	}
	return d.Moved || len(d.CutOf) > 0
}

// folded makes one band of lines that do not fit: "16: house style only,
// folded".
func (b *builder) folded(run []int32) band {
	bd := band{kind: FoldedRow, label: "folded"}
	style, change, seen := false, false, make(map[int32]bool)
	for _, n := range run {
		u := b.lines[n].unit
		if seen[u] {
			continue
		}
		seen[u] = true
		bd.folds = append(bd.folds, int(u))
		for _, h := range b.page.Heads {
			d := b.verdict(u, h.Version)
			style = style || d.Status == diff.Style
			change = change || IsChange(d, StyleQuiet)
		}
	}
	switch {
	case change && len(bd.folds) > 1:
		bd.label = strconv.Itoa(len(bd.folds)) + " rows folded"
	case change:
	case style:
		bd.label = "house style only, folded"
	case b.r.Base < 0:
		bd.label = "same in all, folded"
	default:
		bd.label = "kept, folded"
	}
	if r := labelRange(b.lines[run[0]].label, b.lines[run[len(run)-1]].label); r != "" {
		bd.label = r + ": " + bd.label
	}
	return bd
}

// labelRange prints two labels as a range: "16", "5–9", "2–7" for "2–3" and
// "6–7", "1a–c" for "1a" and "1c".
func labelRange(first, last string) string {
	if first == last {
		return first
	}
	if i := strings.Index(first, "–"); i >= 0 {
		first = first[:i]
	}
	if i := strings.LastIndex(last, "–"); i >= 0 {
		last = last[i+len("–"):]
	}
	digits := strings.TrimRight(first, "abcdefghijklmnopqrstuvwxyz")
	if rest, ok := strings.CutPrefix(last, digits); ok && digits != first && rest != "" && rest[0] >= 'a' {
		last = rest
	}
	return first + "–" + last
}

// pack lets own rows of several outlets between the same two base rows share
// bands: the first ones of all outlets, then the second ones, and so on.
func (b *builder) pack(bands []band) []band {
	if !b.page.View.Pack || b.r.Base < 0 {
		return bands
	}
	var out []band
	for i := 0; i < len(bands); {
		k := i
		for k < len(bands) && b.own(bands[k]) != none {
			k++
		}
		if k == i {
			out = append(out, bands[i])
			i++
			continue
		}
		out = append(out, b.share(bands[i:k])...)
		i = k
	}
	return out
}

// own returns the column of a band that only boxes of one outlet stand in,
// none for any other band.
func (b *builder) own(bd band) int32 {
	if bd.kind != TextRow {
		return none
	}
	n, col := bd.lines[0], none
	u := b.lines[n].unit
	for c, h := range b.page.Heads {
		switch {
		case b.here(n, h.Version) != none:
			if col != none || h.Base {
				return none
			}
			col = int32(c)
		case n == b.ref[u] && (b.tracks[h.Version].first[u] != none || b.verdict(u, h.Version).Status != diff.Absent):
			return none
		}
	}
	return col
}

// share packs a run of own bands; the first carries the label of them all.
func (b *builder) share(run []band) []band {
	var out []band
	depth := make([]int, len(b.page.Heads))
	for _, bd := range run {
		c := b.own(bd)
		if depth[c] == len(out) {
			out = append(out, band{kind: TextRow})
		}
		out[depth[c]].lines = append(out[depth[c]].lines, bd.lines[0])
		depth[c]++
	}
	out[0].label = labelRange(run[0].label, run[len(run)-1].label)
	return out
}
