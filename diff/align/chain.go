package align

import "slices"

// heaviest returns the heaviest strictly increasing chain of links, which
// must be sorted by i, then k. weight is per link. Of equally heavy chains it
// takes the one found first. O(l log l): a Fenwick tree over k holds the
// heaviest chain that ends at or before k.
func heaviest(links []link, weight []float32) []link {
	ks := make([]int32, len(links))
	for x, l := range links {
		ks[x] = l.k
	}
	slices.Sort(ks)
	ks = slices.Compact(ks)
	tree := make([]int32, len(ks)+1) // link number + 1, 0 for none
	total := make([]float32, len(links))
	back := make([]int32, len(links))
	heavier := func(x, y int32) bool { // of two link numbers + 1
		return y == 0 || x != 0 && total[x-1] > total[y-1]
	}
	top := int32(0)
	for from := 0; from < len(links); {
		to := from
		for ; to < len(links) && links[to].i == links[from].i; to++ {
			k, _ := slices.BinarySearch(ks, links[to].k)
			var prev int32
			for ; k > 0; k -= k & -k {
				if t := tree[k]; t != 0 && heavier(t, prev) {
					prev = t
				}
			}
			back[to], total[to] = prev, weight[to]
			if prev != 0 {
				total[to] += total[prev-1]
			}
		}
		for ; from < to; from++ {
			x := int32(from) + 1
			if heavier(x, top) {
				top = x
			}
			k, _ := slices.BinarySearch(ks, links[from].k)
			for k++; k < len(tree); k += k & -k {
				if heavier(x, tree[k]) {
					tree[k] = x
				}
			}
		}
	}
	var out []link
	for x := top; x != 0; x = back[x-1] {
		out = append(out, links[x-1])
	}
	slices.Reverse(out)
	return out
}
