package news

import (
	"slices"
	"sort"
	"strings"

	"wirediff/diff"
	"wirediff/diff/edit"
	"wirediff/diff/text"
)

// Verdict on where a version's text comes from. It is evidence summed up in
// a word, never a finding about anybody's intent.
type Verdict string

// The answers.
const (
	LikelySource Verdict = "likely source"        // one other version explains this one best
	CommonUnseen Verdict = "unseen common source" // both draw on a text that is not here
	CannotTell   Verdict = "cannot tell"
)

// Origin is the evidence on where one version's text comes from.
type Origin struct {
	Version    int
	Verdict    Verdict
	Source     int        // the likely source; -1 unless Verdict is LikelySource
	Candidates []Evidence // the other versions, best first
	Sentence   []int      // for each sentence of the version, the version that has most of its words; -1 for none
}

// Evidence is what speaks for one candidate.
type Evidence struct {
	Candidate int
	Contained float64 // share of this version's words that the candidate prints in the same row, 0..1
	Contains  float64 // share of the candidate's words that this version prints
	Order     float64 // share of the common rows that stand in the candidate's order
	OnlyTwo   int     // rows that only these two versions have
	Identical int     // rows that only these two print in the same words though others have them: shared slips and typography
	Agency    string  // agency that both name in the same row while neither is the agency's own: "told AFP"
	Mine      int     // rows shared with a third version that the candidate lacks
	Theirs    int     // rows that the candidate shares with a third version and this one lacks
	Earlier   int     // +1: the candidate is dated before this version, -1: after it, 0: not known
}

const (
	// ownShare is the containment under which a candidate explains nothing.
	ownShare = 0.3
	// clearMargin is by how much the best candidate must lead the second, or
	// contain this version more than this version contains it.
	clearMargin = 0.04
	// unseenRows is how many rows each of the two must share with a third
	// version while the other lacks them, for a text behind both.
	unseenRows = 2
)

// Origins weighs, for every version, which other version is its likely
// source. Quadratic in the versions, linear in the words of their rows.
func Origins(c *diff.Collation) []Origin {
	n := len(c.Versions)
	shared := make([][][]float64, n) // [v][u][row]: words of v's cell that u prints too
	words := make([][]float64, n)    // [v][row]
	scripts := readAll(c.Versions, NewLexicon)
	for v := range n {
		words[v] = rowWords(c, v, &scripts[v])
		shared[v] = make([][]float64, n)
		for u := range n {
			if u != v {
				shared[v][u] = commonRowWords(c, v, u, &scripts[v])
			}
		}
	}
	told := toldIn(c, scripts)
	out := make([]Origin, n)
	for v := range n {
		out[v] = Origin{Version: v, Source: -1, Verdict: CannotTell}
		for u := range n {
			if u != v {
				out[v].Candidates = append(out[v].Candidates, evidence(c, v, u, words, shared, told))
			}
		}
		out[v].rank()
		out[v].decide()
		out[v].Sentence = bestSources(c, v, words, shared)
	}
	return out
}

// rowWords counts the words that version v prints in each row.
func rowWords(c *diff.Collation, v int, s *script) []float64 {
	out := make([]float64, len(c.Rows))
	for i, row := range c.Rows {
		for _, w := range s.words(nil, row.Cells[v].Sentences...) {
			if !w.punct {
				out[i]++
			}
		}
	}
	return out
}

// commonRowWords counts, row by row, the words of v that u prints too, in
// order; a word in another house style counts a little less than the same letters.
func commonRowWords(c *diff.Collation, v, u int, s *script) []float64 {
	const restyled = 0.9
	out := make([]float64, len(c.Rows))
	for i, row := range c.Rows {
		as, bs := row.Cells[u].Sentences, row.Cells[v].Sentences
		if len(as) == 0 || len(bs) == 0 {
			continue
		}
		edits, _ := c.Words(u, v, as, bs)
		for _, w := range s.words(nil, bs...) {
			if w.punct {
				continue
			}
			for _, e := range edits {
				if w.Start < e.B.Start || w.Start >= e.B.End {
					continue
				}
				switch e.Op {
				case edit.Keep:
					out[i]++
				case edit.Style:
					out[i] += restyled
				}
			}
		}
	}
	return out
}

// evidence weighs candidate u as the source of v.
func evidence(c *diff.Collation, v, u int, words [][]float64, shared [][][]float64, told [][][]string) Evidence {
	e := Evidence{Candidate: u, Contained: ratio(shared[v][u], words[v]), Contains: ratio(shared[u][v], words[u])}
	e.Agency = unseenAgency(c, told, v, u)
	e.Earlier = earlier(c.Versions[u].Date.Value, c.Versions[v].Date.Value)
	var order []int32
	for i, row := range c.Rows {
		mine, theirs, third, sameThird := has1(row, v), has1(row, u), 0, false
		for w := range c.Versions {
			if w != u && w != v && has1(row, w) {
				third++
				sameThird = sameThird || shared[v][w][i] >= words[v][i]
			}
		}
		switch {
		case mine && theirs:
			order = append(order, row.Cells[u].Sentences[0], row.Cells[v].Sentences[0])
			if third == 0 {
				e.OnlyTwo++
			} else if shared[v][u][i] >= words[v][i] && shared[u][v][i] >= words[u][i] && !sameThird {
				e.Identical++
			}
		case mine && third > 0:
			e.Mine++
		case theirs && third > 0:
			e.Theirs++
		}
	}
	e.Order = inOrder(order)
	return e
}

func has1(row diff.Row, v int) bool { return len(row.Cells[v].Sentences) > 0 }

func ratio(part, whole []float64) float64 {
	var p, w float64
	for i := range whole {
		p += part[i]
		w += whole[i]
	}
	if w == 0 {
		return 0
	}
	return p / w
}

// earlier compares two RFC 3339 dates as far as both are known; the same
// day without a time is not known.
func earlier(candidate, version string) int {
	n := min(len(candidate), len(version))
	switch {
	case n < len("2006-01-02") || candidate[:n] == version[:n]:
		return 0
	case candidate[:n] < version[:n]:
		return 1
	}
	return -1
}

// inOrder is the share of neighbouring common rows, in v's order, that stand
// in the candidate's order too. pairs holds (candidate, version) positions.
func inOrder(pairs []int32) float64 {
	n := len(pairs) / 2
	if n < 2 {
		return 1
	}
	idx := make([]int, n)
	for i := range idx {
		idx[i] = i
	}
	sort.SliceStable(idx, func(a, b int) bool { return pairs[2*idx[a]+1] < pairs[2*idx[b]+1] })
	good := 0
	for k := 1; k < n; k++ {
		if pairs[2*idx[k]] >= pairs[2*idx[k-1]] {
			good++
		}
	}
	return float64(good) / float64(n-1)
}

// rank puts the best candidate first: most of this version's words, then
// what only the two share, then the order of the versions.
func (o *Origin) rank() {
	sort.SliceStable(o.Candidates, func(i, j int) bool {
		a, b := o.Candidates[i], o.Candidates[j]
		if a.Contained != b.Contained {
			return a.Contained > b.Contained
		}
		return a.OnlyTwo+a.Identical > b.OnlyTwo+b.Identical
	})
}

// decide sums the evidence up. A source holds what this version holds and
// more; two versions that each hold what a third has and the other lacks, or
// that both print what somebody told an agency, draw on a text that is not here.
func (o *Origin) decide() {
	if len(o.Candidates) == 0 || o.Candidates[0].Contained < ownShare {
		return
	}
	best := o.Candidates[0]
	second := 0.0
	if len(o.Candidates) > 1 {
		second = o.Candidates[1].Contained
	}
	switch {
	case best.Agency != "" || best.Mine >= unseenRows && best.Theirs >= unseenRows:
		o.Verdict = CommonUnseen
	case best.Earlier < 0:
	case best.Contained-best.Contains >= clearMargin && best.Contained-second >= 0,
		best.Earlier > 0 && best.Contained-second >= clearMargin:
		o.Verdict, o.Source = LikelySource, best.Candidate
	}
}

// bestSources names, for each sentence of v, the version that prints most of
// its row's words; ties go to the one that shares more of the whole text.
func bestSources(c *diff.Collation, v int, words [][]float64, shared [][][]float64) []int {
	out := make([]int, len(c.Versions[v].Sentences))
	for s := range out {
		out[s] = -1
		row := c.RowOf(v, int32(s))
		best := 0.0
		for u := range c.Versions {
			if u == v || row < 0 || words[v][row] == 0 {
				continue
			}
			x := shared[v][u][row]/words[v][row] + ratio(shared[v][u], words[v])/1000
			if has1(c.Rows[row], u) && x > best {
				best, out[s] = x, u
			}
		}
	}
	return out
}

// unseenAgency finds an agency that both versions name in a common row,
// where neither version is the agency's own. told is what toldIn gave.
func unseenAgency(c *diff.Collation, told [][][]string, v, u int) string {
	for i := range c.Rows {
		for _, a := range told[u][i] {
			if slices.Contains(told[v][i], a) && !own(c.Versions[v], a) && !own(c.Versions[u], a) {
				return a
			}
		}
	}
	return ""
}

// toldIn lists, by version and row, the agencies that somebody told something.
func toldIn(c *diff.Collation, scripts []script) [][][]string {
	out := make([][][]string, len(c.Versions))
	for v := range scripts {
		out[v] = make([][]string, len(c.Rows))
		if scripts[v].voc.lx == nil {
			continue
		}
		for i, row := range c.Rows {
			out[v][i] = scripts[v].receivers(row.Cells[v].Sentences)
		}
	}
	return out
}

// receivers lists the agencies that somebody told something in the sentences.
func (s *script) receivers(sentences []int32) (out []string) {
	if len(sentences) == 0 {
		return nil
	}
	for _, from := range s.voc.lx.sources(s.words(nil, sentences...)) {
		if name := from.agency; name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// own reports whether a version is the agency's own text, by its outlet or name.
func own(st *text.Story, agency string) bool {
	for _, name := range []string{st.Outlet.Value, st.Name} {
		for f := range strings.FieldsSeq(name) {
			if strings.EqualFold(f, agency) {
				return true
			}
		}
	}
	return false
}
