package align

import "math"

// joint is a feature space of two layers together. Its features keep
// ascending numbers: those of both sides, ordered by hash.
type joint[F feature] struct {
	a, b     *space[F]
	toA, toB []int32   // number in a, in b → common number
	inB      []int32   // number in a → number in b, -1 if b lacks it
	idf      []float32 // by common number: ln(1 + N/df), less within names
	weightA  []float32 // by number in a: idf squared
	weightB  []float32 // by number in b
	lenA     []length  // by sentence
	lenB     []length
	logs     []float32 // idf by df, computed when first met
}

// length is the length of a sentence as a vector of idf weights, to the power
// 1+lean and 1-lean.
type length struct{ short, long float32 }

// join merges two spaces and weighs their features, in the memory that j has.
// The documents that df counts are the sentences of both stories (Nelken &
// Shieber 2006). Linear in the vocabularies and the rows.
func (j *joint[F]) join(a, b *space[F]) {
	j.a, j.b = a, b
	j.toA, j.toB = room(j.toA, len(a.vocab)), room(j.toB, len(b.vocab))
	j.inB = room(j.inB, len(a.vocab))
	j.idf = room(j.idf, len(a.vocab)+len(b.vocab))[:0]
	n := len(a.rowAt) + len(b.rowAt) - 2
	j.logs = room(j.logs, n+1)
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
		if j.logs[df] == 0 {
			j.logs[df] = float32(math.Log(1 + float64(n)/float64(df)))
		}
		idf := j.logs[df]
		if !alone {
			idf *= nameWeight
		}
		j.idf = append(j.idf, idf)
	}
	j.weightA, j.weightB = j.squares(j.weightA, j.toA), j.squares(j.weightB, j.toB)
	j.lenA, j.lenB = lengths(j.lenA, a, j.weightA), lengths(j.lenB, b, j.weightB)
}

// squares returns the squared idf of the features of one side.
func (j *joint[F]) squares(out []float32, to []int32) []float32 {
	out = room(out, len(to))
	for x, f := range to {
		out[x] = j.idf[f] * j.idf[f]
	}
	return out
}

// lengths returns the lengths of the sentences of one side.
func lengths[F feature](out []length, s *space[F], weight []float32) []length {
	out = room(out, len(s.rowAt)-1)
	for i := range out {
		var sum float32
		for _, f := range s.row(int32(i)) {
			sum += weight[f]
		}
		if sum > 0 {
			l := math.Sqrt(float64(sum))
			tilt := math.Sqrt(math.Sqrt(math.Sqrt(l))) // l to the power lean
			out[i] = length{float32(l * tilt), float32(l / tilt)}
		}
	}
	return out
}

// room returns n zeros, in the memory of s if that is large enough.
func room[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// leaning turns the dot product of two sentences into their similarity: the
// smaller of the two products is the one in which the shorter sentence counts
// to the higher power.
func leaning(dot float32, a, b length) float32 {
	return min(1, dot/min(a.short*b.long, b.short*a.long))
}

// products adds up for every pair of sentences what the features that both
// have weigh: cell i*m+k of sums is that of sentence i of a and k of b. Feature
// by feature, so that a feature is looked up once for all sentences that have it.
func (j *joint[F]) products(sums []float32) {
	m := len(j.lenB)
	for f, g := range j.inB {
		if g < 0 {
			continue
		}
		addCells(sums, m, j.a.post(int32(f)), j.b.post(g), j.weightA[f])
	}
}

// addCells adds w to the cells of rows is and columns ks; m is the width.
func addCells(sums []float32, m int, is, ks []uint16, w float32) {
	for _, i := range is {
		row := sums[int(i)*m : (int(i)+1)*m]
		for _, k := range ks {
			row[k] += w
		}
	}
}

// addSimilar adds share times the similarity of every pair of sentences to
// out. sums is scratch of the same length, all zero before and after.
func (j *joint[F]) addSimilar(share float32, out, sums []float32) {
	j.products(sums)
	m := len(j.lenB)
	for i, lenA := range j.lenA {
		row := sums[i*m : (i+1)*m]
		to := out[i*m : (i+1)*m]
		for k, dot := range row {
			if dot > 0 {
				to[k] += share * leaning(dot, lenA, j.lenB[k])
			}
		}
		clear(row)
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
			p.weight[g] = j.weightA[f]
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

func (p *pair) newGauge() *gauge { return &gauge{p, newProbe(&p.words), newProbe(&p.grams)} }

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
	p.a.post()
	p.b.post()
	p.sim = matrix{n: p.n, m: p.m, s: room(p.dense, p.n*p.m)}
	p.dense, p.sums = p.sim.s, room(p.sums, p.n*p.m)
	p.words.addSimilar(wordShare, p.sim.s, p.sums)
	p.grams.addSimilar(1-wordShare, p.sim.s, p.sums)
	for i := range int32(p.n) {
		_, row := p.sim.row(i)
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
