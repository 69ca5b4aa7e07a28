package diff

import (
	"slices"
	"strings"

	"wirediff/diff/edit"
	"wirediff/diff/text"
)

// judge says what story b did to the sentences as of a in its sentences bs,
// none of them empty, and the share of words changed.
func judge(a, b *text.Story, as, bs []int32) (Status, float32) {
	if sameKeys(a, b, as, bs) {
		switch {
		case len(as) < len(bs) && len(as) == 1:
			return Split, 0
		case len(as) > len(bs) && len(bs) == 1:
			return Merged, 0
		case sameText(a, b, as, bs):
			return Kept, 0
		}
		return Style, 0
	}
	share := edit.Changed(a, b, as, bs)
	switch {
	case len(as) == 1 && len(bs) > 1:
		return Split, share
	case len(as) > 1 && len(bs) == 1:
		return Merged, share
	case len(as) > 1 || share > edit.BlockShare:
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

// judgeVersion fills the column of version v, read against the base.
func (r *Reading) judgeVersion(v int) {
	links := r.linksTo(v)
	for i := range r.Rows {
		r.Verdicts[i][v] = r.judgeCell(i, v, links)
	}
	if v != r.Base {
		r.judgeMoves(v)
	}
}

func (r *Reading) judgeCell(row, v int, links *links) (d Verdict) {
	theirs, mine := &r.Rows[row].Cells[r.Base], &r.Rows[row].Cells[v]
	d.Hand = mine.Hand
	switch {
	case len(theirs.Sentences) == 0 && len(mine.Sentences) == 0:
		return Verdict{}
	case v == r.Base:
		d.Status = IsBase
	case len(theirs.Sentences) == 0:
		d.Status = Added
	case len(mine.Sentences) == 0:
		d.Status = Cut
	default:
		r.judgeLinked(&d, v, theirs.Sentences, mine.Sentences, links)
	}
	return d
}

func (r *Reading) judgeLinked(d *Verdict, v int, theirs, mine []int32, links *links) {
	a, b := r.Versions[r.Base], r.Versions[v]
	d.CutOf = links.cutOf(theirs, mine)
	if len(d.CutOf) > 0 {
		kept := slices.DeleteFunc(slices.Clone(theirs), func(s int32) bool { return slices.Contains(d.CutOf, s) })
		theirs = kept
	}
	d.Status, d.Share = judge(a, b, theirs, mine)
	var direct bool
	d.Score, d.Unsure, direct = links.score(theirs, mine)
	if !direct {
		d.Score = 1 - d.Share
		d.Unsure = d.Share > edit.BlockShare && d.Status != Kept && d.Status != Style
	}
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

// links is the pairwise alignment of the base and a version, by sentence.
type links struct {
	groups []linked
	ofBase []int32 // sentence of the base -> index into groups, -1 for none
	ofMine []int32
}

// linked is what counts of a group of an alignment.
type linked struct {
	score  float32
	unsure bool
}

// linksTo looks the pair of the base and v up; empty if it is not held.
func (r *Reading) linksTo(v int) *links {
	l := &links{}
	p := r.held(min(r.Base, v), max(r.Base, v))
	if p == nil {
		return l
	}
	l.ofBase = none(len(r.Versions[r.Base].Sentences))
	l.ofMine = none(len(r.Versions[v].Sentences))
	a, b := l.ofBase, l.ofMine
	if v < r.Base {
		a, b = b, a
	}
	for _, g := range p.Groups {
		if len(g.A) == 0 || len(g.B) == 0 {
			continue
		}
		for _, s := range g.A {
			a[s] = int32(len(l.groups))
		}
		for _, s := range g.B {
			b[s] = int32(len(l.groups))
		}
		l.groups = append(l.groups, linked{g.Score, g.Unsure})
	}
	return l
}

func none(n int) []int32 {
	s := make([]int32, n)
	for i := range s {
		s[i] = -1
	}
	return s
}

// cutOf returns the sentences of the base that no group links to mine, if
// others of theirs are linked.
func (l *links) cutOf(theirs, mine []int32) (cut []int32) {
	if l.groups == nil || len(theirs) < 2 {
		return nil
	}
	for _, s := range theirs {
		if !l.meets(l.ofBase[s], mine) {
			cut = append(cut, s)
		}
	}
	if len(cut) == len(theirs) {
		return nil
	}
	return cut
}

// meets reports whether group g holds one of the version's sentences.
func (l *links) meets(g int32, mine []int32) bool {
	return g >= 0 && slices.ContainsFunc(mine, func(s int32) bool { return l.ofMine[s] == g })
}

// score returns the best score of the groups that link theirs and mine
// directly, and whether that one is unsure.
func (l *links) score(theirs, mine []int32) (score float32, unsure, direct bool) {
	if l.groups == nil {
		return 0, false, false
	}
	for _, s := range theirs {
		g := l.ofBase[s]
		if !l.meets(g, mine) {
			continue
		}
		if x := l.groups[g]; !direct || x.score > score {
			score, unsure, direct = x.score, x.unsure, true
		}
	}
	return score, unsure, direct
}

// judgeAlone fills the verdicts without a base.
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
		for v := range cells {
			d := &r.Verdicts[i][v]
			d.Status = NotHere
			if len(cells[v].Sentences) > 0 {
				*d = Verdict{Status: status, Moved: cells[v].Moved, Hand: cells[v].Hand}
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
