package align

import "math"

// joint is a feature space of two layers together. Features keep ascending
// numbers: those of both sides, ordered by hash.
type joint struct {
	a, b       *space
	toA, toB   []int32   // number in a, in b → common number
	idf        []float32 // by common number: ln(1 + N/df)
	inB        []int32   // by number in a: the number in b, -1 if b lacks it
	lenA, lenB []float32 // by sentence: square root of the sum of squared idf
}

// join merges two spaces and weighs their features: the idf of a feature
// takes the sentences of both stories as the documents (Nelken & Shieber
// 2006). Linear in the vocabularies and the rows.
func join(a, b *space) *joint {
	j := &joint{a: a, b: b,
		toA: make([]int32, len(a.vocab)), toB: make([]int32, len(b.vocab)),
		inB: make([]int32, len(a.vocab)),
		idf: make([]float32, 0, len(a.vocab)+len(b.vocab)),
	}
	n := len(a.rowAt) + len(b.rowAt) - 2
	logs := make([]float32, n+1) // idf by df, computed when first met
	idf := func(df int32) float32 {
		if logs[df] == 0 {
			logs[df] = float32(math.Log(1 + float64(n)/float64(df)))
		}
		return logs[df]
	}
	for x, y := 0, 0; x < len(a.vocab) || y < len(b.vocab); {
		k := int32(len(j.idf))
		onA := x < len(a.vocab) && (y == len(b.vocab) || a.vocab[x] <= b.vocab[y])
		onB := y < len(b.vocab) && (x == len(a.vocab) || b.vocab[y] <= a.vocab[x])
		var df int32
		if onA {
			df += a.postAt[x+1] - a.postAt[x]
			j.toA[x], j.inB[x] = k, -1
		}
		if onB {
			df += b.postAt[y+1] - b.postAt[y]
			j.toB[y] = k
		}
		if onA && onB {
			j.inB[x] = int32(y)
		}
		if onA {
			x++
		}
		if onB {
			y++
		}
		j.idf = append(j.idf, idf(df))
	}
	j.lenA, j.lenB = j.lengths(a, j.toA), j.lengths(b, j.toB)
	return j
}

func (j *joint) lengths(s *space, to []int32) []float32 {
	l := make([]float32, len(s.rowAt)-1)
	for i := range l {
		var sum float32
		for _, f := range s.row(int32(i)) {
			w := j.idf[to[f]]
			sum += w * w
		}
		l[i] = float32(math.Sqrt(float64(sum)))
	}
	return l
}

// addRow adds share times the cosine of sentence i of a with every sentence
// of b to out. sums is scratch of the same length.
func (j *joint) addRow(i int32, share float32, out, sums []float32) {
	if j.lenA[i] == 0 {
		return
	}
	clear(sums)
	for _, f := range j.a.row(i) {
		g := j.inB[f]
		if g < 0 {
			continue
		}
		w := j.idf[j.toA[f]]
		w *= w
		for _, k := range j.b.post(g) {
			sums[k] += w
		}
	}
	for k, x := range sums {
		if x > 0 {
			out[k] += share * (x / (j.lenA[i] * j.lenB[k]))
		}
	}
}

// cosine is the cosine of sentence i of a with sentence k of b.
func (j *joint) cosine(i, k int32) float32 {
	p, q := j.a.row(i), j.b.row(k)
	var sum float32
	for x, y := 0, 0; x < len(p) && y < len(q); {
		f, g := j.toA[p[x]], j.toB[q[y]]
		if f == g {
			w := j.idf[f]
			sum += w * w
		}
		if f <= g {
			x++
		}
		if g <= f {
			y++
		}
	}
	if sum == 0 {
		return 0
	}
	return sum / (j.lenA[i] * j.lenB[k])
}

// dense measures every pair of sentences.
func (p *pair) dense() {
	p.sim = make([]float32, p.n*p.m)
	sums := make([]float32, p.m)
	for i := range p.n {
		row := p.sim[i*p.m : (i+1)*p.m]
		p.words.addRow(int32(i), wordShare, row, sums)
		p.grams.addRow(int32(i), 1-wordShare, row, sums)
		for k := range row {
			if p.a.role[i] != p.b.role[k] && row[k] < mixedGain {
				row[k] = 0
			}
		}
	}
	p.floor = noise(p.sim)
}

// noise estimates the similarity of unrelated sentences: the median over all
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
