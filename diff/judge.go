package diff

import (
	"slices"
	"strings"

	"wirediff/diff/edit"
	"wirediff/diff/text"
)

// shape is the form of what links two sets of sentences.
type shape uint8

const (
	oneToOne shape = iota // each sentence has one partner
	oneToMany
	manyToOne
	manyToMany
)

// shapeOf is the shape of one group of n to m sentences.
func shapeOf(n, m int) shape {
	switch {
	case n == 1 && m == 1:
		return oneToOne
	case n == 1:
		return oneToMany
	case m == 1:
		return manyToOne
	}
	return manyToMany
}

// and returns the shape of two groups side by side: sentences that are
// split stay split beside sentences that are not.
func (s shape) and(o shape) shape {
	switch {
	case s == o || o == oneToOne:
		return s
	case s == oneToOne:
		return o
	}
	return manyToMany
}

// judge says what story b did to the sentences as of a in its sentences bs,
// none of them empty, and the share of words changed, which changed counts.
func judge(a, b *text.Story, as, bs []int32, form shape, changed func() float32) (Status, float32) {
	same := sameKeys(a, b, as, bs)
	share := float32(0)
	if !same {
		share = changed()
	}
	switch {
	case form == oneToMany:
		return Split, share
	case form == manyToOne:
		return Merged, share
	case same && sameText(a, b, as, bs):
		return Kept, share
	case same:
		return Style, share
	case form == manyToMany || share > edit.BlockShare:
		return Recast, share
	}
	return Reworded, share
}

// sameKeys reports whether the sentences are the same but for typography and
// house style: the same tokens by key.
func sameKeys(a, b *text.Story, as, bs []int32) bool {
	x, y := keys{story: a, sents: as}, keys{story: b, sents: bs}
	for {
		k, more := x.next()
		l, more2 := y.next()
		if k != l || more != more2 {
			return false
		}
		if !more {
			return true
		}
	}
}

// keys walks the keys of sentences, silent ones left out.
type keys struct {
	story *text.Story
	sents []int32
	at    int // token within the first of sents
}

func (k *keys) next() (key uint64, more bool) {
	for len(k.sents) > 0 {
		toks := k.story.Sentences[k.sents[0]].Tokens
		for k.at < toks.Len() {
			key = k.story.Tokens[int(toks.From)+k.at].Key
			k.at++
			if key != 0 {
				return key, true
			}
		}
		k.sents, k.at = k.sents[1:], 0
	}
	return 0, false
}

// sameText reports whether the sentences are the same to the byte, white
// space apart.
func sameText(a, b *text.Story, as, bs []int32) bool {
	if len(as) != len(bs) {
		return false
	}
	for k := range as {
		if !equalButSpace(a.Text(int(as[k])), b.Text(int(bs[k]))) {
			return false
		}
	}
	return true
}

// equalButSpace compares two texts, a run of white space equal to any other.
func equalButSpace(a, b string) bool {
	if a == b {
		return true
	}
	return slices.Equal(strings.Fields(a), strings.Fields(b))
}

// judgeRows is how many rows of a version are judged at a time: few enough to
// keep all processors busy with two long texts.
const judgeRows = 256

// judge fills the columns of all versions, read against the base, and returns
// the links of each with it.
func (r *Reading) judge() []*links {
	all := make([]*links, len(r.Versions))
	r.words = make([][][]edit.Edit, len(r.Versions))
	each(len(all), func(v int) {
		all[v] = r.linksOf(r.Base, v)
		if p := r.held(min(v, r.Base), max(v, r.Base)); p != nil {
			r.words[v] = make([][]edit.Edit, len(p.Groups))
		}
	})
	parts := (len(r.Rows) + judgeRows - 1) / judgeRows
	each(len(all)*parts, func(k int) {
		v, from := k/parts, k%parts*judgeRows
		words := new(edit.Differ)
		for i := from; i < min(from+judgeRows, len(r.Rows)); i++ {
			r.Verdicts[i][v] = r.judgeCell(words, i, v, all[v])
		}
	})
	each(len(all), func(v int) {
		if v != r.Base {
			r.judgeMoves(v)
		}
	})
	return all
}

func (r *Reading) judgeCell(words *edit.Differ, row, v int, links *links) (d Verdict) {
	theirs, mine := &r.Rows[row].Cells[r.Base], &r.Rows[row].Cells[v]
	d.Hand = mine.Hand
	switch {
	case len(theirs.Sentences) == 0 && len(mine.Sentences) == 0:
		return Verdict{}
	case v == r.Base:
		d.Status = IsBase
	case len(theirs.Sentences) == 0:
		d.Status = Added
		if links.splitOff(mine.Sentences) {
			d.Status = Split
		}
	case len(mine.Sentences) == 0:
		d.Status = Cut
		if links.mergedAway(theirs.Sentences) {
			d.Status = Merged
		}
	default:
		r.judgeLinked(words, &d, v, theirs.Sentences, mine.Sentences, links)
	}
	return d
}

// judgeLinked judges a cell by what the pairwise links join in it; sentences
// that came into the row through other versions are told apart.
func (r *Reading) judgeLinked(words *edit.Differ, d *Verdict, v int, theirs, mine []int32, links *links) {
	a, b := r.Versions[r.Base], r.Versions[v]
	cut := links.left(theirs, mine, links.ofBase, links.ofMine)
	extra := links.left(mine, theirs, links.ofMine, links.ofBase)
	if len(cut) == 0 || len(extra) == 0 { // else they belong together, through other versions
		d.CutOf, d.Extra = cut, extra
	}
	theirs = minus(theirs, d.CutOf)
	form, score, unsure, direct := links.between(theirs, minus(mine, d.Extra))
	d.Status, d.Share = judge(a, b, theirs, mine, form, func() float32 {
		return r.changed(words, v, theirs, mine, links)
	})
	if len(d.Extra) > 0 && (d.Status == Kept || d.Status == Style) {
		d.Status = Reworded
	}
	d.Score, d.Unsure = score, unsure
	if !direct {
		d.Score = 1 - d.Share
		d.Unsure = d.Share > edit.BlockShare
	}
}

// changed counts the share of words that version v changed in a cell. The word
// diff of a group of the pair is kept for GroupWords.
func (r *Reading) changed(words *edit.Differ, v int, theirs, mine []int32, links *links) (share float32) {
	a, b := r.Versions[r.Base], r.Versions[v]
	g := links.whole(theirs, mine)
	switch {
	case g == nil:
		share = words.Changed(a, b, theirs, mine)
	case r.Base < v:
		r.words[v][g.at], share = words.Words(a, b, theirs, mine)
	default:
		r.words[v][g.at], share = words.Words(b, a, mine, theirs)
	}
	return share
}

// judgeMoves flags what version v prints in another order than the base: the
// smallest set of sentences that explains it, and parts away from their cell.
func (r *Reading) judgeMoves(v int) {
	var rows []int
	for i := range r.Rows {
		if len(r.Rows[i].Cells[v].Sentences) > 0 && len(r.Rows[i].Cells[r.Base].Sentences) > 0 {
			rows = append(rows, i)
		}
	}
	slices.SortFunc(rows, func(i, k int) int { return int(r.Rows[i].Cells[v].head() - r.Rows[k].Cells[v].head()) })
	place := make([]int32, len(rows))
	weight := make([]int64, len(rows))
	for k, i := range rows {
		cells := r.Rows[i].Cells
		place[k] = cells[r.Base].head()
		weight[k] = moveCost(countedIn(r.Versions[v], cells[v].Sentences))
	}
	for k, in := range heaviestRise(place, weight) {
		c := &r.Rows[rows[k]].Cells[v]
		d := &r.Verdicts[rows[k]][v]
		d.Moved = !in || c.Moved && len(c.Away) < len(c.Sentences)
	}
}

// head returns the first sentence of the part that stands for the cell: the
// one in place, if any is.
func (c *Cell) head() int32 {
	if len(c.Away) < len(c.Sentences) {
		for _, s := range c.Sentences {
			if !slices.Contains(c.Away, s) {
				return s
			}
		}
	}
	return c.Sentences[0]
}

// judgeAlone fills the verdicts without a base. A row in whose place nobody
// prints anything has no place that its texts were moved from.
func (r *Reading) judgeAlone() {
	for i := range r.Rows {
		cells := r.Rows[i].Cells
		var has []int
		for v := range cells {
			if len(cells[v].Sentences) > 0 {
				has = append(has, v)
			}
		}
		status := r.alone(cells, has)
		home := slices.ContainsFunc(has, func(v int) bool { return len(cells[v].Away) < len(cells[v].Sentences) })
		for v := range cells {
			d := &r.Verdicts[i][v]
			d.Status = NotHere
			if len(cells[v].Sentences) > 0 {
				*d = Verdict{Status: status, Moved: home && cells[v].Moved, Hand: cells[v].Hand}
			}
		}
	}
}

// alone names what the versions that have a row share.
func (r *Reading) alone(cells []Cell, has []int) Status {
	if len(has) == 1 {
		return OnlyHere
	}
	first := has[0]
	for _, v := range has[1:] {
		if len(cells[v].Sentences) != len(cells[first].Sentences) ||
			!sameKeys(r.Versions[first], r.Versions[v], cells[first].Sentences, cells[v].Sentences) {
			return Varies
		}
	}
	return SameInAll
}
