package diff

import (
	"context"

	"wirediff/diff/align"
	"wirediff/diff/edit"
	"wirediff/diff/style"
	"wirediff/diff/text"
)

// Options steer a comparison; the zero value is the usual one.
type Options struct {
	Style style.Rules // the user's own house-style decisions
	Hand  []Hand      // corrections made by hand, in the order made
	// Progress is called from one goroutine with 0..1 while the work runs; nil is fine.
	Progress func(done float64)
}

// Pair is the alignment of versions A < B.
type Pair struct {
	A, B int
	align.Alignment
}

// Row is one unit of content: all sentences of all versions that say the
// same thing. len(Cells) == len(Versions).
type Row struct {
	Cells []Cell
}

// Cell is what one version has of a row: sentence indices, ascending; empty
// if it has nothing. Moved says that this version prints them (or Away, a
// part of them) out of the order of the rows.
type Cell struct {
	Sentences []int32
	Away      []int32 // the sentences printed elsewhere; equal to Sentences when all are
	Moved     bool    // len(Away) > 0
	Hand      bool    // linked by hand
}

// Collation is the result of Compare; it is never modified.
// Pairs holds every pair (a, b), a < b, ordered by a, then b; above
// [AllPairs] versions only the pairs that were aligned, see [Compare].
// Rows are in display order; for each version the sentences that are not
// Away run in published order down the rows and are contiguous in a row.
type Collation struct {
	Versions []*text.Story
	Pairs    []Pair
	Rows     []Row
	Found    []style.Rule // name variants found in the texts

	opt    Options
	pairAt []int32   // a*len(Versions)+b, a < b -> index into Pairs, -1 for none
	rowOf  [][]int32 // version, sentence -> row
}

// Compare segments, aligns and collates the versions. The result does not
// depend on the order of versions except that it is listed in that order.
// The only error is ctx's.
//
// Up to AllPairs versions every pair is aligned; above it, every version
// with those that it shares most with, and the rows join what those links
// connect.
func Compare(ctx context.Context, versions []text.Source, opt Options) (*Collation, error) {
	stories := make([]*text.Story, len(versions))
	err := parallel(ctx, len(versions), opt.progress(0, shareSegment), func(i int) error {
		stories[i] = text.Segment(versions[i])
		return nil
	})
	if err != nil {
		return nil, err
	}
	c := &Collation{opt: opt, Versions: stories, Found: style.Rekey(stories, opt.Style)}
	return c.collate(ctx)
}

// CompareStories collates stories that are segmented already, as Compare does.
// The given stories are not modified.
func CompareStories(ctx context.Context, stories []*text.Story, opt Options) (*Collation, error) {
	c := &Collation{opt: opt}
	c.Versions, c.Found = style.Apply(stories, opt.Style)
	return c.collate(ctx)
}

// collate fills in pairs and rows of the versions and returns c.
func (c *Collation) collate(ctx context.Context) (*Collation, error) {
	opt := c.opt
	canon := newCanon(c.Versions)
	hand := newHandiwork(canon, c.Versions, opt.Hand)
	pairs, err := canon.align(ctx, opt.progress(shareSegment, shareAlign))
	if err != nil {
		return nil, err
	}
	for i := range pairs {
		hand.correct(&pairs[i])
	}
	units, err := newGraph(canon, pairs, hand).units(ctx)
	if err != nil {
		return nil, err
	}
	rows := newOrder(canon, units).rows()
	c.list(canon, pairs, hand, rows)
	opt.report(1)
	return c, ctx.Err()
}

// Shares of the work, for Progress: what was done after segmentation and
// after the pairs.
const (
	shareSegment = 0.1
	shareAlign   = 0.9
)

func (o Options) report(done float64) {
	if o.Progress != nil {
		o.Progress(done)
	}
}

// progress returns a Progress for the part of the work from lo to hi.
func (o Options) progress(lo, hi float64) func(float64) {
	return func(done float64) { o.report(lo + (hi-lo)*done) }
}

// Pair returns the alignment of versions a and b, inverted if a > b. O(1)
// unless inverted; a pair that is not held (see Compare) is aligned now.
func (c *Collation) Pair(a, b int) *Pair {
	if a > b {
		p := c.Pair(b, a)
		return &Pair{A: a, B: b, Alignment: p.Alignment.Invert()}
	}
	if p := c.held(a, b); p != nil {
		return p
	}
	al, _ := align.Stories(context.Background(), c.Versions[a], c.Versions[b])
	return &Pair{A: a, B: b, Alignment: al}
}

// held returns the pair a < b if it was aligned, else nil. O(1).
func (c *Collation) held(a, b int) *Pair {
	if a == b || c.pairAt == nil {
		return nil
	}
	if i := c.pairAt[a*len(c.Versions)+b]; i >= 0 {
		return &c.Pairs[i]
	}
	return nil
}

// Words returns the word diff between sentences of version a and of version b.
func (c *Collation) Words(a, b int, as, bs []int32) ([]edit.Edit, float32) {
	return edit.Words(c.Versions[a], c.Versions[b], as, bs)
}

// GroupWords returns the word diffs of groups from to to-1 of a pair, worked
// out on all processors; none for a group that is the same or one-sided.
func (c *Collation) GroupWords(p *Pair, from, to int) [][]edit.Edit {
	return c.groupWords(p, from, to, nil)
}

// groupWords is GroupWords; known holds word diffs by group, where it is not nil.
func (c *Collation) groupWords(p *Pair, from, to int, known [][]edit.Edit) [][]edit.Edit {
	out := make([][]edit.Edit, to-from)
	const share = 64 // groups that are worth a goroutine's while
	each((len(out)+share-1)/share, func(part int) {
		var words edit.Differ
		for i := part * share; i < min((part+1)*share, len(out)); i++ {
			g := &p.Groups[from+i]
			switch {
			case known != nil && known[from+i] != nil:
				out[i] = known[from+i]
			case g.Kind != align.Same && len(g.A) > 0 && len(g.B) > 0:
				out[i], _ = words.Words(c.Versions[p.A], c.Versions[p.B], g.A, g.B)
			}
		}
	})
	return out
}

// RowOf returns the row that holds a sentence. O(1).
func (c *Collation) RowOf(version int, sentence int32) int {
	return int(c.rowOf[version][sentence])
}

// Options returns the options that the collation was made with.
func (c *Collation) Options() Options { return c.opt }
