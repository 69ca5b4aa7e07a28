package edit_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wirediff/diff/edit"
	"wirediff/diff/text"
)

// side is a side of a word diff for a test: a story and the sentences compared.
type side struct {
	*text.Story
	sents []int32
}

// genSide draws a story of few different words, so that many match, and some
// of its sentences.
func genSide(t *rapid.T, label string) side {
	word := rapid.SampledFrom(strings.Fields("a of the harbour ferry storm Monday May 19 $5 war? don't north-south – “mayor” said, town. mayor 20-day"))
	body := strings.Join(rapid.SliceOfN(word, 0, 40).Draw(t, label), " ")
	s := side{Story: segment(body)}
	for i := range s.Sentences {
		if rapid.IntRange(0, 4).Draw(t, "leave out") > 0 {
			s.sents = append(s.sents, int32(i))
		}
	}
	return s
}

// compared returns the tokens with a key of the chosen sentences.
func (s side) compared() (toks []text.Token) {
	for _, i := range s.sents {
		r := s.Sentences[i].Tokens
		for _, t := range s.Tokens[r.From:r.To] {
			if t.Key != 0 {
				toks = append(toks, t)
			}
		}
	}
	return toks
}

// in returns the keys of the compared tokens within a span.
func (s side) in(sp text.Span) (keys []uint64) {
	for _, t := range s.compared() {
		if t.Start >= sp.Start && t.End <= sp.End {
			keys = append(keys, t.Key)
		}
	}
	return keys
}

func keysOf(s side) (keys []uint64) {
	for _, t := range s.compared() {
		keys = append(keys, t.Key)
	}
	return keys
}

// checkEdits checks what holds for every word diff: the edits are in order,
// cover all words of both sides, keep equal keys only, start and end at
// words, and turn the tokens of a into those of b.
func checkEdits(t interface{ Fatalf(string, ...any) }, a, b side, es []edit.Edit, share float32) {
	if share < 0 || share > 1 {
		t.Fatalf("share %v", share)
	}
	var fromA, made, fromB []uint64
	var lastA, lastB int32
	for _, e := range es {
		if e.A.Start < lastA || e.B.Start < lastB || e.A.Len() < 0 || e.B.Len() < 0 {
			t.Fatalf("out of order: %v", es)
		}
		lastA, lastB = e.A.End, e.B.End
		ka, kb := a.in(e.A), b.in(e.B)
		fromA, fromB = append(fromA, ka...), append(fromB, kb...)
		switch e.Op {
		case edit.Keep, edit.Style:
			if !slices.Equal(ka, kb) || len(ka) == 0 {
				t.Fatalf("kept other words: %v", e)
			}
			made = append(made, ka...)
		default:
			made = append(made, kb...)
			if (len(ka) > 0) == (e.Op == edit.Insert) || (len(kb) > 0) == (e.Op == edit.Delete) {
				t.Fatalf("%v with %d and %d words", e.Op, len(ka), len(kb))
			}
		}
		checkSpan(t, a, e.A)
		checkSpan(t, b, e.B)
	}
	if !slices.Equal(fromA, keysOf(a)) || !slices.Equal(fromB, keysOf(b)) || !slices.Equal(made, fromB) {
		t.Fatalf("words lost or made up: %s", notation(a.Story, b.Story, es))
	}
}

// checkSpan checks that a span is empty or starts and ends with whole
// tokens, and that every sentence it touches is among the chosen ones.
func checkSpan(t interface{ Fatalf(string, ...any) }, s side, sp text.Span) {
	if sp.Len() == 0 {
		return
	}
	starts, ends := false, false
	for _, tok := range s.Tokens {
		starts = starts || tok.Start == sp.Start
		ends = ends || tok.End == sp.End
	}
	if !starts || !ends {
		t.Fatalf("span %v cuts a word: %q", sp, sp.Of(s.Body))
	}
	for i, x := range s.Sentences {
		if x.Start < sp.End && x.End > sp.Start && !slices.Contains(s.sents, int32(i)) {
			t.Fatalf("span %v goes through sentence %d, which is not compared", sp, i)
		}
	}
}

func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := genSide(t, "a"), genSide(t, "b")
		es, share := edit.Words(a.Story, b.Story, a.sents, b.sents)
		checkEdits(t, a, b, es, share)
		if got := new(edit.Differ).Changed(a.Story, b.Story, a.sents, b.sents); got != share {
			t.Fatalf("Changed %v, Words %v", got, share)
		}
		if share > edit.BlockShare && len(edit.Shared(a.Story, b.Story, a.sents, b.sents)) > 0 && slices.ContainsFunc(es, kept) {
			t.Fatalf("no blocks at share %v", share)
		}
	})
}

func kept(e edit.Edit) bool { return e.Op == edit.Keep || e.Op == edit.Style }

func TestSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := genSide(t, "a"), genSide(t, "b")
		es, share := edit.Words(a.Story, b.Story, a.sents, b.sents)
		back, share2 := edit.Words(b.Story, a.Story, b.sents, a.sents)
		for i := range back {
			e := &back[i]
			e.A, e.B = e.B, e.A
			switch e.Op {
			case edit.Delete:
				e.Op = edit.Insert
			case edit.Insert:
				e.Op = edit.Delete
			}
		}
		if share != share2 || !slices.Equal(es, back) {
			t.Fatalf("there %v\nback  %v", es, back)
		}
	})
}

func TestSelf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := genSide(t, "a")
		es, share := edit.Words(a.Story, a.Story, a.sents, a.sents)
		if share != 0 || slices.ContainsFunc(es, func(e edit.Edit) bool { return e.Op != edit.Keep }) {
			t.Fatalf("%v %s", share, notation(a.Story, a.Story, es))
		}
	})
}

func FuzzWords(f *testing.F) {
	f.Add("The deal was agreed in Moscow.", "The deal, signed in “Rome”, was agreed.")
	f.Add("a a b a a", "b a a b")
	f.Add("$5m? 19-day", "19- day $5 m")
	f.Fuzz(func(t *testing.T, x, y string) {
		if len(x)+len(y) > 1<<14 {
			return
		}
		a, b := side{Story: segment(x)}, side{Story: segment(y)}
		a.sents, b.sents = all(a.Story), all(b.Story)
		es, share := edit.Words(a.Story, b.Story, a.sents, b.sents)
		checkEdits(t, a, b, es, share)
	})
}
