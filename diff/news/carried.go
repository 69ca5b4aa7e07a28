package news

// A quotation of several sentences names its source once. Where the sentences
// part company between versions, the one that only quotes on still has the
// source of the sentence before it:
//
//	A  "We wait," the guide told Radio Selmar. "We have rope."
//	B  "We have rope," the guide told Radio Selmar.

// quotesOn returns the words of the sentence before, where ws, the first of
// which is sentence first, stand inside quotation marks all of them, and that
// sentence quotes somebody too; nil otherwise.
func (s *script) quotesOn(ws []word, first int32) []word {
	if first == 0 {
		return nil
	}
	for i := range ws {
		if !ws[i].punct && !ws[i].quoted {
			return nil
		}
	}
	before := s.words(nil, first-1)
	for i := range before {
		if before[i].quoted {
			return before
		}
	}
	return nil
}

// carries reports whether the sentence before says who speaks: s.
func (p *pairing) carries(before []word, s source) bool {
	for _, c := range p.lx.sources(before) {
		if c.head == s.head {
			return true
		}
	}
	return false
}

// crossed drops what one group lost and the next one gained: a clause went
// over from one sentence to its neighbour, and nothing is gone. Flags are of
// one pair, whose bodies are a and b.
func crossed(flags []GroupFlag, a, b string) []GroupFlag {
	type mark struct {
		kind  Type
		words string
	}
	lost := map[mark][]int{}
	for i, f := range flags {
		if f.A.Len() > 0 && f.B.Len() == 0 {
			low, _ := fold(f.A.Of(a))
			lost[mark{f.Type, low}] = append(lost[mark{f.Type, low}], i)
		}
	}
	gone := map[int]bool{}
	for j, f := range flags {
		if f.A.Len() > 0 || f.B.Len() == 0 {
			continue
		}
		low, _ := fold(f.B.Of(b))
		for _, i := range lost[mark{f.Type.Inverse(), low}] {
			if x := flags[i]; !gone[i] && x.Group != f.Group && near(x.InA, f.InA) && near(x.InB, f.InB) {
				gone[i], gone[j] = true, true
				break
			}
		}
	}
	if len(gone) == 0 {
		return flags
	}
	kept := flags[:0]
	for i, f := range flags {
		if !gone[i] {
			kept = append(kept, f)
		}
	}
	return kept
}

// near reports whether two sentences are neighbours.
func near(x, y int32) bool { return x-y <= 1 && y-x <= 1 }
