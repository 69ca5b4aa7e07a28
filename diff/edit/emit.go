package edit

import (
	"strings"
	"unicode/utf8"

	"wirediff/diff/text"
)

// edits turns the matches into edits, in the order of both sides, and gives
// them the sides as the caller named them. It appends to out.
func (d *diff) edits(out []Edit) []Edit {
	styled := d.styled()
	for i, j := 0, 0; i < len(d.mx) || j < len(d.my); {
		if i < len(d.mx) && int(d.mx[i]) == j {
			n := d.keptFrom(i, j, styled)
			op := Keep
			if styled[i] {
				op = Style
			}
			out = append(out, Edit{op, d.x.span(i, i+n), d.y.span(j, j+n)})
			i, j = i+n, j+n
			continue
		}
		in, jn := i, j
		for in < len(d.mx) && d.mx[in] < 0 {
			in++
		}
		for jn < len(d.my) && d.my[jn] < 0 {
			jn++
		}
		out = d.change(out, i, in, j, jn)
		i, j = in, jn
	}
	if d.flipped {
		flip(out)
	}
	return out
}

// keptFrom returns how many units from i and j on are kept in the same way.
func (d *diff) keptFrom(i, j int, styled []bool) int {
	n := 1
	for i+n < len(d.mx) && int(d.mx[i+n]) == j+n && styled[i+n] == styled[i] &&
		!d.x.apart(i+n) && !d.y.apart(j+n) {
		n++
	}
	return n
}

// change appends the edits for the unmatched units [i, in) and [j, jn): one,
// unless a side has to be parted where its sentences are not neighbours.
func (d *diff) change(out []Edit, i, in, j, jn int) []Edit {
	for i < in || j < jn {
		xi, yj := d.x.piece(i, in), d.y.piece(j, jn)
		op := Replace
		switch {
		case j == yj:
			op = Delete
		case i == xi:
			op = Insert
		}
		out = append(out, Edit{op, d.x.span(i, xi), d.y.span(j, yj)})
		i, j = xi, yj
	}
	return out
}

// piece returns the end of the longest piece of [i, n) without a gap
// between its sentences.
func (s *side) piece(i, n int) int {
	if i == n {
		return n
	}
	for k := i + 1; k < n; k++ {
		if s.apart(k) {
			return k
		}
	}
	return n
}

// span returns the bytes of units [i, n), or the empty span before unit i.
func (s *side) span(i, n int) text.Span {
	switch {
	case i < n:
		return text.Span{Start: s.units[i].span.Start, End: s.units[n-1].span.End}
	case i > 0:
		return text.Span{Start: s.units[i-1].span.End, End: s.units[i-1].span.End}
	case len(s.units) > 0:
		return text.Span{Start: s.units[0].span.Start, End: s.units[0].span.Start}
	}
	return text.Span{}
}

// flip changes the sides.
func flip(es []Edit) {
	for k := range es {
		e := &es[k]
		e.A, e.B = e.B, e.A
		switch e.Op {
		case Delete:
			e.Op = Insert
		case Insert:
			e.Op = Delete
		}
	}
}

// styled says which matched units of x are printed otherwise in y. A printed
// word is styled whole, on both sides.
func (d *diff) styled() []bool {
	st := append(d.styles[:0], make([]bool, len(d.mx))...)
	d.styles = st
	any := false
	for i, j := range d.mx {
		if j >= 0 && !samePrint(d.x.text(int32(i)), d.y.text(j)) {
			st[i], any = true, true
		}
	}
	for any {
		any = false
		spread := func(place func(k int) int32) func(from, to int) {
			return func(from, to int) {
				one, all := false, true
				for k := from; k < to; k++ {
					if i := place(k); i >= 0 {
						one, all = one || st[i], all && st[i]
					}
				}
				if !one || all {
					return
				}
				any = true
				for k := from; k < to; k++ {
					if i := place(k); i >= 0 {
						st[i] = true
					}
				}
			}
		}
		d.x.printed(spread(func(k int) int32 {
			if d.mx[k] < 0 {
				return -1
			}
			return int32(k)
		}))
		d.y.printed(spread(func(k int) int32 { return d.my[k] }))
	}
	return st
}

// typography folds the marks inside a word that are typography alone.
var typography = strings.NewReplacer("’", "'", "ʼ", "'", "‘", "'", "\u2010", "-", "\u2011", "-", "\u00ad", "", "\u200b", "")

// samePrint reports whether two words are the same but for apostrophes,
// hyphens and invisible marks.
func samePrint(a, b string) bool {
	return a == b || !(ascii(a) && ascii(b)) && typography.Replace(a) == typography.Replace(b)
}

// ascii reports whether s has no typography beyond the typewriter's.
func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
