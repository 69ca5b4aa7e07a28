package align

import "math"

// joint is a feature space of two layers together. Its features keep
// ascending numbers: those of both sides, ordered by hash.
type joint[F feature] struct {
	a, b     *space[F]
	toA, toB []int32   // number in a, in b → common number
	inB      []int32   // number in a → number in b, -1 if b lacks it
	idf      []float32 // by common number: ln(1 + N/df), less within names
	weight   []float32 // by number in a: idf squared
	lenA     []length  // by sentence
	lenB     []length
}

// length is the length of a sentence as a vector of idf weights, to the power
// 1+lean and 1-lean.
type length struct{ short, long float32 }

// join merges two spaces and weighs their features. The documents that df
// counts are the sentences of both stories (Nelken & Shieber 2006). Linear in
// the vocabularies and the rows.
func join[F feature](a, b *space[F]) *joint[F] {
	j := &joint[F]{a: a, b: b,
		toA: make([]int32, len(a.vocab)), toB: make([]int32, len(b.vocab)),
		inB: make([]int32, len(a.vocab)),
		idf: make([]float32, 0, len(a.vocab)+len(b.vocab)),
	}
	n := len(a.rowAt) + len(b.rowAt) - 2
	logs := make([]float32, n+1) // idf by df, computed when first met
	for x, y := 0, 0; x < len(a.vocab) || y < len(b.vocab); {
		onA := x < len(a.vocab) && (y == len(b.vocab) || a.vocab[x] <= b.vocab[y])
		onB := y < len(b.vocab) && (x == len(a.vocab) || b.vocab[y] <= a.vocab[x])
		common, df, alone := int32(len(j.idf)), int32(0), a.alone == nil
		if onA {
			df += a.df[x]
			alone = alone || a.alone[x]
			j.toA[x], j.inB[x] = common, -1
			if onB {
				j.inB[x] = int32(y)
			}
			x++
		}
		if onB {
			df += b.df[y]
			alone = alone || b.alone[y]
			j.toB[y] = common
			y++
		}
		if logs[df] == 0 {
			logs[df] = float32(math.Log(1 + float64(n)/float64(df)))
		}
		idf := logs[df]
		if !alone {
			idf *= nameWeight
		}
		j.idf = append(j.idf, idf)
	}
	j.weight = make([]float32, len(a.vocab))
	for x, f := range j.toA {
		j.weight[x] = j.idf[f] * j.idf[f]
	}
	j.lenA, j.lenB = j.lengths(a, j.toA), j.lengths(b, j.toB)
	return j
}

func (j *joint[F]) lengths(s *space[F], to []int32) []length {
	out := make([]length, len(s.rowAt)-1)
	for i := range out {
		var sum float32
		for _, f := range s.row(int32(i)) {
			w := j.idf[to[f]]
			sum += w * w
		}
		if sum > 0 {
			l := math.Sqrt(float64(sum))
			tilt := math.Sqrt(math.Sqrt(math.Sqrt(l))) // l to the power lean
			out[i] = length{float32(l * tilt), float32(l / tilt)}
		}
	}
	return out
}

// leaning turns the dot product of two sentences into their similarity: the
// smaller of the two products is the one in which the shorter sentence counts
// to the higher power.
func leaning(dot float32, a, b length) float32 {
	return min(1, dot/min(a.short*b.long, b.short*a.long))
}

// addRow adds share times the similarity of sentence i of a to every sentence
// of b to out. sums is scratch of the same length.
func (j *joint[F]) addRow(i int32, share float32, out, sums []float32) {
	clear(sums)
	for _, f := range j.a.row(i) {
		g := j.inB[f]
		if g < 0 {
			continue
		}
		w := j.weight[f]
		for _, k := range j.b.post(g) {
			sums[k] += w
		}
	}
	lenA, lenB := j.lenA[i], j.lenB[:len(sums)]
	for k, dot := range sums {
		if dot > 0 {
			out[k] += share * leaning(dot, lenA, lenB[k])
		}
	}
}

// probe holds one sentence of a spread out over the features of b, so that
// each of many sentences of b is measured against it by a plain sum.
type probe[F feature] struct {
	j      *joint[F]
	at     int32     // the sentence held, -1 if none
	weight []float32 // by number in b: idf squared if the sentence has the feature
}

func newProbe[F feature](j *joint[F]) probe[F] {
	return probe[F]{j, -1, make([]float32, len(j.b.vocab))}
}

// of is the similarity of sentence i of a and sentence k of b. Calls with the
// same i should follow each other.
func (p *probe[F]) of(i, k int32) float32 {
	if p.at != i {
		p.hold(i)
	}
	var dot float32
	for _, f := range p.j.b.row(k) {
		dot += p.weight[f]
	}
	if dot == 0 {
		return 0
	}
	return leaning(dot, p.j.lenA[i], p.j.lenB[k])
}

// hold spreads sentence i out in place of the one held.
func (p *probe[F]) hold(i int32) {
	j := p.j
	if p.at >= 0 {
		for _, f := range j.a.row(p.at) {
			if g := j.inB[f]; g >= 0 {
				p.weight[g] = 0
			}
		}
	}
	for _, f := range j.a.row(i) {
		if g := j.inB[f]; g >= 0 {
			p.weight[g] = j.weight[f]
		}
	}
	p.at = i
}

// gauge measures single cells; each goroutine has its own.
type gauge struct {
	p     *pair
	words probe[uint32]
	grams probe[uint16]
}

func (p *pair) newGauge() *gauge { return &gauge{p, newProbe(p.words), newProbe(p.grams)} }

// measure is the similarity of sentences i and k without support.
func (g *gauge) measure(i, k int32) float32 {
	return g.p.mixed(i, k, wordShare*g.words.of(i, k)+(1-wordShare)*g.grams.of(i, k))
}

// mixed keeps a heading and a body sentence apart unless s is high.
func (p *pair) mixed(i, k int32, s float32) float32 {
	if p.a.role[i] != p.b.role[k] && s < mixedSame {
		return 0
	}
	return s
}

// measureAll measures every pair of sentences.
func (p *pair) measureAll() {
	p.sim = dense(p.n, p.m)
	sums := make([]float32, p.m)
	for i := range int32(p.n) {
		_, row := p.sim.row(i)
		p.words.addRow(i, wordShare, row, sums)
		p.grams.addRow(i, 1-wordShare, row, sums)
		for k, s := range row {
			row[k] = p.mixed(i, int32(k), s)
		}
	}
	p.floor = noise(p.sim.s)
}

// noise estimates the similarity of unrelated sentences: the median over the
// cells and floorCount cells of floorPrior, read off a histogram.
func noise(cells []float32) float32 {
	const bins = 1024
	var hist [bins + 1]int32
	prior := float32(floorPrior)
	hist[int(prior*bins)] += floorCount
	for _, x := range cells {
		hist[int(min(x, 1)*bins)]++
	}
	half, sum := int32(len(cells)+floorCount)/2, int32(0)
	for k, c := range hist {
		if sum += c; sum > half {
			return float32(k) / bins
		}
	}
	return 1
}
