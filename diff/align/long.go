package align

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
)

// Long texts: measuring every pair of sentences is out of the question. The
// cells worth measuring are found from the top down: sentences that occur
// once on each side split the texts into gaps; in a gap rare words lead every
// sentence to a few candidates, and the best of them, in order, split the gap
// again, where other words are rare; a small gap is measured in full. (The
// idea of patience diff and of hunalign's partialAlign.)

// area is a rectangle of cells, from inclusive, to exclusive.
type area struct{ from, to link }

func (a area) size() (n, m int) { return int(a.to.i - a.from.i), int(a.to.k - a.from.k) }

// search collects the cells worth measuring.
type search struct {
	p      *pair
	cells  []scored // s < 0: not measured yet
	gauges []*gauge // one per processor
	rare   index
}

// measureSome measures the cells worth measuring.
func (p *pair) measureSome() {
	s := &search{p: p}
	for range runtime.GOMAXPROCS(0) {
		s.gauges = append(s.gauges, p.newGauge())
	}
	whole := area{to: link{int32(p.n), int32(p.m)}}
	s.divide(whole, s.global(whole), 0)
	p.sim = s.matrix()
	p.floor = noise(s.sample())
}

// global measures the candidates of the whole texts, wherever they stand (by
// them moves are found), and returns the chain of those that are best in both
// directions and of the sentences that occur once on each side.
func (s *search) global(a area) []link {
	twin := twins(s.p.a.key, s.p.b.key)
	cells := s.measured(s.candidatesOf(a, func(i int32) bool { return twin[i] < 0 }))
	for i, k := range twin {
		if k >= 0 {
			cells = append(cells, scored{link{int32(i), k}, 1})
		}
	}
	return s.chain(a, cells)
}

// sample measures pairs spread evenly over both texts, always the same ones.
func (s *search) sample() []float32 {
	cells := make([]link, floorSample)
	for x := range cells {
		cells[x] = link{int32(x * 7919 % s.p.n), int32((x*104729 + 31) % s.p.m)}
	}
	slices.SortFunc(cells, byPlace) // neighbours share what is spread out
	out := make([]float32, floorSample)
	for x, c := range s.measured(cells) {
		out[x] = c.s
	}
	return out
}

func (s *search) add(l link) {
	if l.i >= 0 && l.k >= 0 && int(l.i) < s.p.n && int(l.k) < s.p.m {
		s.cells = append(s.cells, scored{l, -1})
	}
}

// fill adds all cells of an area.
func (s *search) fill(a area) {
	for i := a.from.i; i < a.to.i; i++ {
		for k := a.from.k; k < a.to.k; k++ {
			s.add(link{i, k})
		}
	}
}

// divide splits an area at the links of a chain and searches the gaps.
func (s *search) divide(a area, chain []link, depth int) {
	from := a.from
	for _, l := range chain {
		s.gap(area{from, l}, depth)
		from = link{l.i + 1, l.k + 1}
	}
	s.gap(area{from, a.to}, depth)
}

// gap searches a gap. The cells next to its corners are measured in any case:
// an anchor may be a part of a split sentence, and its neighbours support it.
func (s *search) gap(a area, depth int) {
	n, m := a.size()
	s.corners(a)
	switch {
	case n <= 0 || m <= 0 || s.p.ctx.Err() != nil:
	case n*m <= fillCells:
		s.fill(a)
	default:
		if depth < maxDepth {
			cells := s.measured(s.candidatesOf(a, func(int32) bool { return true }))
			if chain := s.chain(a, cells); len(chain) > 0 {
				s.divide(a, chain, depth+1)
				return
			}
		}
		s.band(a)
	}
}

// corners adds the cells around the anchors at both ends of a gap.
func (s *search) corners(a area) {
	i, k := a.from.i-1, a.from.k-1 // the anchor before
	for d := int32(1); d <= 2; d++ {
		s.add(link{i, k + d})
		s.add(link{i + d, k})
		s.add(link{a.to.i, a.to.k - d})
		s.add(link{a.to.i - d, a.to.k})
	}
}

// band adds bandCells cells per sentence along the diagonal of a gap in which
// nothing stands out.
func (s *search) band(a area) {
	n, m := a.size()
	if n >= m {
		for i := range n {
			mid := i * m / n
			for k := max(0, mid-bandCells/2); k < min(m, mid+bandCells/2); k++ {
				s.add(link{a.from.i + int32(i), a.from.k + int32(k)})
			}
		}
		return
	}
	for k := range m {
		mid := k * n / m
		for i := max(0, mid-bandCells/2); i < min(n, mid+bandCells/2); i++ {
			s.add(link{a.from.i + int32(i), a.from.k + int32(k)})
		}
	}
}

// chain keeps measured cells of an area and returns the chain of those that
// are best in both directions.
func (s *search) chain(a area, cells []scored) []link {
	s.cells = append(s.cells, cells...)
	n, m := a.size()
	rows, cols := nobody(nil, n), nobody(nil, m)
	for _, c := range cells {
		rows[c.i-a.from.i].offer(c.s, c.k)
		cols[c.k-a.from.k].offer(c.s, c.i)
	}
	var known []link
	var weight []float32
	for i, r := range rows {
		if r.at >= 0 && r.s >= floorPrior+anchorGain && cols[r.at-a.from.k].at == a.from.i+int32(i) {
			known = append(known, link{a.from.i + int32(i), r.at})
			weight = append(weight, r.s)
		}
	}
	return heaviest(known, weight)
}

// candidatesOf lists for every sentence of a in the area that is asked for
// the keepBest sentences of b there that share the rarest words with it.
func (s *search) candidatesOf(a area, asked func(int32) bool) []link {
	s.rare.fill(&s.p.words, a)
	defer s.rare.empty(&s.p.words, a)
	n, m := a.size()
	mark := make([]float32, m)
	var touched []int32
	var out []link
	for i := range int32(n) {
		if !asked(a.from.i + i) {
			continue
		}
		touched = touched[:0]
		for _, f := range s.p.words.a.row(a.from.i + i) {
			ks := s.rare.of(s.p.words.inB[f])
			for _, k := range ks {
				if mark[k-a.from.k] == 0 {
					touched = append(touched, k)
				}
				mark[k-a.from.k] += 1 / float32(len(ks)+1)
			}
		}
		out = appendTop(out, a.from.i+i, touched, mark, a.from.k)
		for _, k := range touched {
			mark[k-a.from.k] = 0
		}
	}
	return out
}

// appendTop appends the links of sentence i with the keepBest of ks that have
// the highest marks, the first ones among equals.
func appendTop(out []link, i int32, ks []int32, mark []float32, base int32) []link {
	var top [keepBest]int32
	n := 0
	for _, k := range ks {
		at := n
		for at > 0 && (mark[k-base] > mark[top[at-1]-base] || mark[k-base] == mark[top[at-1]-base] && k < top[at-1]) {
			at--
		}
		if at < keepBest {
			n = min(n+1, keepBest)
			copy(top[at+1:n], top[at:])
			top[at] = k
		}
	}
	for _, k := range top[:n] {
		out = append(out, link{i, k})
	}
	return out
}

// index lists the sentences of b in an area by word, for words that are rare
// there. It is filled for one area after the other, each in the time of its words.
type index struct {
	count []int32 // by number of the word in b: sentences of the area that have it
	end   []int32 // where those of a rare word end in ks
	ks    []int32 // the first is left out, so that an end is never 0
}

// fill takes in an area of an empty index.
func (x *index) fill(w *joint[uint32], a area) {
	if x.count == nil {
		x.count, x.end = make([]int32, len(w.b.vocab)), make([]int32, len(w.b.vocab))
	}
	size := int32(1)
	for k := a.from.k; k < a.to.k; k++ {
		for _, f := range w.b.row(k) {
			x.count[f]++
			size++
		}
	}
	x.ks = slices.Grow(x.ks[:0], int(size))[:size]
	next := int32(1)
	for k := a.from.k; k < a.to.k; k++ {
		for _, f := range w.b.row(k) {
			if x.count[f] > rareWords {
				continue
			}
			if x.end[f] == 0 {
				x.end[f] = next
				next += x.count[f]
			}
			x.ks[x.end[f]] = k
			x.end[f]++
		}
	}
}

// empty takes the area out again.
func (x *index) empty(w *joint[uint32], a area) {
	for k := a.from.k; k < a.to.k; k++ {
		for _, f := range w.b.row(k) {
			x.count[f], x.end[f] = 0, 0
		}
	}
}

// of returns the sentences that have word f of b, ascending; none if it is not
// rare, or f is -1.
func (x *index) of(f int32) []int32 {
	if f < 0 || x.count[f] > rareWords {
		return nil
	}
	return x.ks[x.end[f]-x.count[f] : x.end[f]]
}

// measured measures cells, in parallel where that pays.
func (s *search) measured(cells []link) []scored {
	out := make([]scored, len(cells))
	for x, l := range cells {
		out[x].link = l
	}
	s.measureCells(out)
	return out
}

// measureCells fills in the similarities. The cells are independent of each
// other, so the number of workers changes nothing but the time.
func (s *search) measureCells(cells []scored) {
	const share = 1024 // cells that are worth a goroutine
	workers := min(len(s.gauges), len(cells)/share+1)
	var wg sync.WaitGroup
	for w := range workers {
		part := cells[len(cells)*w/workers : len(cells)*(w+1)/workers]
		wg.Go(func() {
			for x := range part {
				if x%1024 == 0 && s.p.ctx.Err() != nil {
					return
				}
				if part[x].s <= 0 {
					part[x].s = s.gauges[w].measure(part[x].i, part[x].k)
				}
			}
		})
	}
	wg.Wait()
}

// matrix sorts the cells by counting rows, drops repetitions and measures
// what is left.
func (s *search) matrix() matrix {
	at := make([]int32, s.p.n+1)
	for _, c := range s.cells {
		at[c.i+1]++
	}
	for i := range s.p.n {
		at[i+1] += at[i]
	}
	sorted := make([]scored, len(s.cells))
	fill := slices.Clone(at)
	for _, c := range s.cells {
		sorted[fill[c.i]] = c
		fill[c.i]++
	}
	kept := sorted[:0]
	for i := range s.p.n {
		row := sorted[at[i]:at[i+1]]
		slices.SortFunc(row, func(x, y scored) int { return cmp.Or(cmp.Compare(x.k, y.k), cmp.Compare(y.s, x.s)) })
		row = slices.CompactFunc(row, func(x, y scored) bool { return x.k == y.k })
		at[i] = int32(len(kept))
		kept = append(kept, row...)
	}
	at[s.p.n] = int32(len(kept))
	s.cells = nil
	s.measureCells(kept)
	out := matrix{n: s.p.n, m: s.p.m, at: at, k: make([]int32, len(kept)), s: make([]float32, len(kept))}
	for x, c := range kept {
		out.k[x], out.s[x] = c.k, c.s
	}
	return out
}
