package edit

import "wirediff/diff/text"

// Op is what became of a run of tokens.
type Op uint8

const (
	Keep    Op = iota // the same text, but for apostrophes and hyphens
	Style             // the same but for typography or house style
	Delete            // only in A
	Insert            // only in B
	Replace           // A's run gave way to B's
)

// String returns the word used in JSON.
func (o Op) String() string { return [...]string{"keep", "style", "delete", "insert", "replace"}[o] }

// Edit is one step of a word diff. A and B are half-open byte spans of the
// two bodies; they start and end at words, never inside one. An edit never
// spans two sentences on a side where the sentences are not neighbours.
// The side that an insertion or a deletion does not have is an empty span
// right after the word that stands before it there.
type Edit struct {
	Op   Op
	A, B text.Span
}

// BlockShare is the share of changed words above which old and new are shown
// as blocks: beyond it, interleaved words read as confetti.
const BlockShare = 0.6

// Words compares the sentences as of a with the sentences bs of b, word by
// word, by Token.Key, and makes the result readable: whole words and phrases,
// no islands; more than BlockShare changed gives old and new as blocks. The
// share of words changed, of both sides together, is in 0..1.
// The edits cover every word of both sides that is not in a dateline, in
// order. Sentence indices ascend. Time O(n log n) for n words, memory O(n).
func Words(a, b *text.Story, as, bs []int32) (edits []Edit, changed float32) {
	d := newDiff(a, b, as, bs)
	d.match()
	d.tidy()
	changed = d.share()
	if changed > BlockShare {
		d.clear()
	}
	return d.edits(), changed
}

// Shared returns the words that both sides have, as Keep and Style edits,
// in the order of a: what Words would keep if it showed no blocks.
func Shared(a, b *text.Story, as, bs []int32) []Edit {
	d := newDiff(a, b, as, bs)
	d.match()
	d.tidy()
	var kept []Edit
	for _, e := range d.edits() {
		if e.Op == Keep || e.Op == Style {
			kept = append(kept, e)
		}
	}
	return kept
}

// Changed returns the share of words changed as Words does, without edits.
func Changed(a, b *text.Story, as, bs []int32) float32 {
	d := newDiff(a, b, as, bs)
	d.match()
	d.tidy()
	return d.share()
}

// diff is a word diff at work. x and y are the two sides in an order of
// their own; flipped says that x is B. mx[i] is the unit of y that unit i of
// x matches or -1, my the inverse.
type diff struct {
	x, y    side
	mx, my  []int32
	flipped bool
}

func newDiff(a, b *text.Story, as, bs []int32) *diff {
	d := &diff{x: newSide(a, as), y: newSide(b, bs)}
	if d.y.less(&d.x) {
		d.x, d.y, d.flipped = d.y, d.x, true
	}
	d.mx = unmatched(len(d.x.units))
	d.my = unmatched(len(d.y.units))
	return d
}

func unmatched(n int) []int32 {
	m := make([]int32, n)
	for i := range m {
		m[i] = -1
	}
	return m
}

// link matches unit i of x with unit j of y.
func (d *diff) link(i, j int32) { d.mx[i], d.my[j] = j, i }

// unlink takes the match of unit i of x away, if it has one.
func (d *diff) unlink(i int32) {
	if j := d.mx[i]; j >= 0 {
		d.mx[i], d.my[j] = -1, -1
	}
}

// clear takes all matches away.
func (d *diff) clear() {
	for i := range d.mx {
		d.unlink(int32(i))
	}
}

// share returns the share of the words of both sides that have no match; of
// the symbols, where there are no words.
func (d *diff) share() float32 {
	if d.x.words()+d.y.words() == 0 {
		return part(d.x.count(d.mx, false)+d.y.count(d.my, false), len(d.mx)+len(d.my))
	}
	return part(d.x.count(d.mx, true)+d.y.count(d.my, true), d.x.words()+d.y.words())
}

func part(n, of int) float32 {
	if of == 0 {
		return 0
	}
	return float32(n) / float32(of)
}

// words counts the units that are no symbols.
func (s *side) words() (n int) {
	for i := range s.units {
		if !s.units[i].mark {
			n++
		}
	}
	return n
}

// count counts the units without a match, symbols left out if words is set.
func (s *side) count(ms []int32, words bool) (n int) {
	for i, j := range ms {
		if j < 0 && !(words && s.units[i].mark) {
			n++
		}
	}
	return n
}
