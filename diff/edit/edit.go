package edit

import (
	"slices"

	"wirediff/diff/text"
)

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
	return new(Differ).Words(a, b, as, bs)
}

// Shared returns the words that both sides have, as Keep and Style edits,
// in the order of a: what Words would keep if it showed no blocks.
func Shared(a, b *text.Story, as, bs []int32) []Edit { return new(Differ).Shared(a, b, as, bs) }

// Differ makes word diffs one after the other and uses its memory again for
// the next; the zero value is ready. It is not for two goroutines at once.
type Differ struct {
	d     diff
	edits []Edit
}

// Words is the function Words.
func (w *Differ) Words(a, b *text.Story, as, bs []int32) (edits []Edit, changed float32) {
	d := w.run(a, b, as, bs)
	changed = d.share()
	if changed > BlockShare {
		d.clear()
	}
	w.edits = d.edits(w.edits[:0])
	return slices.Clone(w.edits), changed
}

// Shared is the function Shared.
func (w *Differ) Shared(a, b *text.Story, as, bs []int32) []Edit {
	w.edits = w.run(a, b, as, bs).edits(w.edits[:0])
	var kept []Edit
	for _, e := range w.edits {
		if e.Op == Keep || e.Op == Style {
			kept = append(kept, e)
		}
	}
	return kept
}

// Changed returns the share of words changed as Words does, without edits.
func (w *Differ) Changed(a, b *text.Story, as, bs []int32) float32 {
	return w.run(a, b, as, bs).share()
}

// run matches the words of both sides and tidies the matches.
func (w *Differ) run(a, b *text.Story, as, bs []int32) *diff {
	d := &w.d
	d.start(a, b, as, bs)
	d.match()
	d.tidy()
	return d
}

// diff is a word diff at work. x and y are the two sides in an order of
// their own; flipped says that x is B. mx[i] is the unit of y that unit i of
// x matches or -1, my the inverse. The rest is scratch.
type diff struct {
	x, y    side
	mx, my  []int32
	flipped bool

	common     [2][]numbered // what number leaves of either side
	runes      [2][]rune     // of it, for go-diff
	kept, stay []run
	styles     []bool
}

// start takes in the sentences that are compared.
func (d *diff) start(a, b *text.Story, as, bs []int32) {
	d.x.set(a, as)
	d.y.set(b, bs)
	if d.flipped = d.y.less(&d.x); d.flipped {
		d.x, d.y = d.y, d.x
	}
	d.mx = unmatched(d.mx, len(d.x.units))
	d.my = unmatched(d.my, len(d.y.units))
}

// unmatched returns n units without a match, in the memory of m.
func unmatched(m []int32, n int) []int32 {
	m = slices.Grow(m[:0], n)[:n]
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
