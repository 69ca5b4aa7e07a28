package align

import "slices"

// matrix holds the similarities of n by m sentences, every one of them or
// those that were measured.
type matrix struct {
	n, m int
	at   []int32 // row i is k[at[i]:at[i+1]] and s likewise; nil if dense
	k    []int32 // columns, ascending within a row; nil if dense
	s    []float32
}

// row returns the cells of row i. ks is nil when the row is dense: then cell
// number x is column x.
func (x *matrix) row(i int32) (ks []int32, s []float32) {
	if x.at == nil {
		return nil, x.s[int(i)*x.m : (int(i)+1)*x.m]
	}
	from, to := x.at[i], x.at[i+1]
	return x.k[from:to], x.s[from:to]
}

// get returns the similarity of i and k, 0 if it was not measured or if there
// is no such sentence.
func (x *matrix) get(i, k int32) float32 {
	if i < 0 || k < 0 || int(i) >= x.n || int(k) >= x.m {
		return 0
	}
	if x.at == nil {
		return x.s[int(i)*x.m+int(k)]
	}
	ks, s := x.row(i)
	if c, ok := slices.BinarySearch(ks, k); ok {
		return s[c]
	}
	return 0
}

// column returns the column of cell number c of a row.
func column(ks []int32, c int) int32 {
	if ks == nil {
		return int32(c)
	}
	return ks[c]
}

// addSupport lets every cell gain from its neighbours before and after; see
// supportGain.
func (p *pair) addSupport() {
	if p.sim.at == nil {
		p.over = p.sim.addSupportDense(p.floor, p.over)
	} else {
		p.sim.addSupportSparse(p.floor)
	}
}

// addSupportSparse is addSupport for cells here and there.
func (x *matrix) addSupportSparse(floor float32) {
	out := make([]float32, len(x.s))
	over := func(i, k int32) float32 { return max(0, x.get(i, k)-floor) }
	for i := range int32(x.n) {
		ks, s := x.row(i)
		to := out[x.at[i]:]
		for c, raw := range s {
			k := ks[c]
			before := max(over(i-1, k-1), supportBranch*max(over(i-1, k), over(i, k-1)))
			after := max(over(i+1, k+1), supportBranch*max(over(i+1, k), over(i, k+1)))
			to[c] = support(raw, before+after)
		}
	}
	x.s = out
}

// support adds what the context gives to a similarity.
func support(raw, context float32) float32 {
	return raw + supportGain*min(1, context)*min(1, raw*(1/supportFull))
}

// addSupportDense is addSupport without look-ups: what the cells have above
// the floor is laid out with a margin of zeros, in the memory of over.
func (x *matrix) addSupportDense(floor float32, over []float32) []float32 {
	w := x.m + 2
	over = room(over, (x.n+2)*w)
	for i := range x.n {
		row := over[(i+1)*w+1:]
		for k, s := range x.s[i*x.m : (i+1)*x.m] {
			row[k] = max(0, s-floor)
		}
	}
	for i := range x.n {
		row := x.s[i*x.m : (i+1)*x.m]
		up, mid, down := over[i*w:][:w], over[(i+1)*w:][:w], over[(i+2)*w:][:w]
		for k, s := range row {
			before := max(up[k], supportBranch*max(up[k+1], mid[k]))
			after := max(down[k+2], supportBranch*max(down[k+1], mid[k+2]))
			row[k] = support(s, before+after)
		}
	}
	return over
}
