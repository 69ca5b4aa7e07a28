package edit

import (
	"math/bits"
	"slices"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// directCap bounds the units of both sides together that go-diff is given at
// once. Its time is O((N+M)D): at this size the worst case, two orders of the
// same words, costs about as much as reading the sentences. Sentences of news
// copy stay far below it.
const directCap = 1024

// match fills mx and my with a longest common subsequence of the keys, up to
// directCap units; above it with a common subsequence along unique keys.
func (d *diff) match() {
	xs, ys := d.x.units, d.y.units
	lo := 0
	for lo < len(xs) && lo < len(ys) && xs[lo].key == ys[lo].key {
		d.link(int32(lo), int32(lo))
		lo++
	}
	xn, yn := len(xs), len(ys)
	for xn > lo && yn > lo && xs[xn-1].key == ys[yn-1].key {
		xn--
		yn--
		d.link(int32(xn), int32(yn))
	}
	d.number(xs[lo:xn], ys[lo:yn], int32(lo))
	d.matchRuns(d.common[0], d.common[1], d.matchDirect)
}

// numbered is a unit that both sides have: the number of its key, from 0,
// and its place.
type numbered struct{ id, at int32 }

// number numbers the keys that both sides have in the order of x and drops
// the other units; what is left goes to d.common. An open hash table, on the stack for sentences of usual
// length, takes every key to its first place in ys.
func (d *diff) number(xs, ys []unit, off int32) {
	x, y := d.common[0][:0], d.common[1][:0]
	defer func() { d.common = [2][]numbered{x, y} }()
	if len(xs) == 0 || len(ys) == 0 {
		return
	}
	var slots, numbers [512]int32
	table, ids := slots[:], numbers[:]
	if 2*len(ys) > len(table) {
		table, ids = make([]int32, 4<<bits.Len(uint(len(ys)))), make([]int32, len(ys))
	}
	find := func(key uint64) int { // the slot of the key, or the free one where it belongs
		p := int(key*0x9E3779B97F4A7C15>>32) & (len(table) - 1)
		for table[p] != 0 && ys[table[p]-1].key != key {
			p = (p + 1) & (len(table) - 1)
		}
		return p
	}
	for j, u := range ys {
		if p := find(u.key); table[p] == 0 {
			table[p] = int32(j) + 1
		}
	}
	next := int32(0)
	for i, u := range xs {
		first := table[find(u.key)] - 1
		if first < 0 {
			continue
		}
		if ids[first] == 0 {
			next++
			ids[first] = next
		}
		x = append(x, numbered{ids[first] - 1, off + int32(i)})
	}
	for j, u := range ys {
		if id := ids[table[find(u.key)]-1]; id > 0 {
			y = append(y, numbered{id - 1, off + int32(j)})
		}
	}
}

// matchRuns links a common subsequence of x and y: direct gets runs of at most
// directCap units of both sides together.
func (d *diff) matchRuns(x, y []numbered, direct func(x, y []numbered)) {
	switch {
	case len(x) == 0 || len(y) == 0:
	case len(x)+len(y) <= directCap:
		direct(x, y)
	default:
		chain := anchors(x, y)
		if len(chain) == 0 {
			d.matchPieces(x, y, direct)
			return
		}
		i, j := 0, 0
		for _, c := range chain {
			d.matchRuns(x[i:c.x], y[j:c.y], direct)
			d.link(x[c.x].at, y[c.y].at)
			i, j = c.x+1, c.y+1
		}
		d.matchRuns(x[i:], y[j:], direct)
	}
}

// matchPieces cuts both sides into the same number of pieces, none pair of
// them longer than directCap, and matches piece by piece.
func (d *diff) matchPieces(x, y []numbered, direct func(x, y []numbered)) {
	n := (len(x)+len(y))/directCap + 1
	for k := range n {
		d.matchRuns(x[k*len(x)/n:(k+1)*len(x)/n], y[k*len(y)/n:(k+1)*len(y)/n], direct)
	}
}

// matchDirect links a longest common subsequence of x and y, as go-diff does:
// where one is the other with one run left out, most of the time, its answer
// is known without asking.
func (d *diff) matchDirect(x, y []numbered) {
	if !d.matchOneRun(x, y) {
		d.matchMyers(x, y)
	}
}

// matchMyers asks go-diff.
func (d *diff) matchMyers(x, y []numbered) {
	dmp := diffmatchpatch.DiffMatchPatch{} // no timeout: never a result by the clock
	d.runes[0], d.runes[1] = runes(d.runes[0], x), runes(d.runes[1], y)
	i, j := 0, 0
	for _, e := range dmp.DiffMainRunes(d.runes[0], d.runes[1], false) {
		n := utf8.RuneCountInString(e.Text)
		switch e.Type {
		case diffmatchpatch.DiffDelete:
			i += n
		case diffmatchpatch.DiffInsert:
			j += n
		default:
			d.linkAll(x[i:i+n], y[j:j+n])
			i, j = i+n, j+n
		}
	}
}

// matchOneRun links x and y if one of them is the other, or the other without
// one run of units, and reports whether it is. Like go-diff it lets the run
// stand at an end where it can.
//
//	x  a b       go-diff   a b           not    a   b
//	y  a a b             a a b                  a a b
func (d *diff) matchOneRun(x, y []numbered) bool {
	short, long := min(len(x), len(y)), x
	if len(y) > len(x) {
		long = y
	}
	p := 0
	for p < short && x[p].id == y[p].id {
		p++
	}
	s := 0
	for s < short-p && x[len(x)-1-s].id == y[len(y)-1-s].id {
		s++
	}
	if p+s < short {
		return false
	}
	switch run := long[p : len(long)-s]; {
	case p == 0 || s == 0:
	case len(run) >= p && equal(run[len(run)-p:], long[:p]):
		p, s = 0, short
	case len(run) >= s && equal(run[:s], long[len(long)-s:]):
		p, s = short, 0
	}
	d.linkAll(x[:p], y[:p])
	d.linkAll(x[len(x)-s:], y[len(y)-s:])
	return true
}

// equal reports whether two runs of units have the same keys.
func equal(a, b []numbered) bool {
	return slices.EqualFunc(a, b, func(u, v numbered) bool { return u.id == v.id })
}

// linkAll matches the units of two runs of equal length one by one.
func (d *diff) linkAll(x, y []numbered) {
	for k := range x {
		d.link(x[k].at, y[k].at)
	}
}

// runes writes units as runes, in the memory of r.
func runes(r []rune, s []numbered) []rune {
	r = r[:0]
	for _, u := range s {
		r = append(r, runeOf(u.id))
	}
	return r
}

// runeOf maps a number to a rune that survives go-diff's way through
// strings: not 0, not a surrogate. The last number that has one is 1,112,062.
func runeOf(id int32) rune {
	r := id + 1
	if r >= 0xD800 {
		r += 0xE000 - 0xD800
	}
	return r
}

// anchor is a pair of places in x and y.
type anchor struct{ x, y int }

// anchors returns the keys that occur once in x and once in y, along the
// longest chain that rises in both. O(n log n).
func anchors(x, y []numbered) []anchor {
	at, once := places(y)
	_, onceX := places(x)
	var found []anchor
	for i, u := range x {
		if onceX[u.id] && once[u.id] {
			found = append(found, anchor{i, at[u.id]})
		}
	}
	return longestRise(found)
}

// places returns the last place of each key and whether it is the only one.
func places(s []numbered) (at map[int32]int, once map[int32]bool) {
	at, once = map[int32]int{}, map[int32]bool{}
	for i, u := range s {
		_, seen := at[u.id]
		at[u.id], once[u.id] = i, !seen
	}
	return at, once
}

// longestRise returns the longest subsequence with rising y; x rises already.
func longestRise(as []anchor) []anchor {
	var tails []int // index of the smallest end of a rise of each length
	prev := make([]int, len(as))
	for i, a := range as {
		k, _ := slices.BinarySearchFunc(tails, a.y, func(t, y int) int { return as[t].y - y })
		prev[i] = -1
		if k > 0 {
			prev[i] = tails[k-1]
		}
		if k == len(tails) {
			tails = append(tails, i)
		} else {
			tails[k] = i
		}
	}
	if len(tails) == 0 {
		return nil
	}
	rise := make([]anchor, len(tails))
	for i, k := tails[len(tails)-1], len(tails)-1; i >= 0; i, k = prev[i], k-1 {
		rise[k] = as[i]
	}
	return rise
}
