package align_test

import (
	"context"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wirediff/diff/align"
	"wirediff/diff/internal/workload"
	"wirediff/diff/text"
)

func story(sentences ...string) *text.Story { return text.FromSentences("v", "en", sentences) }

func stories(t testing.TB, a, b *text.Story) align.Alignment {
	t.Helper()
	al, err := align.Stories(context.Background(), a, b)
	if err != nil {
		t.Fatal(err)
	}
	return al
}

// sentence draws a few words of a small alphabet.
var sentence = rapid.Custom(func(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"mayor", "bridge", "closed", "Tuesday", "river", "council", "vote", "41"}), 1, 6).Draw(t, "words"), " ") + "."
})

// TestLaws holds for any two stories.
func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := story(rapid.SliceOfN(sentence, 0, 9).Draw(t, "a")...)
		b := story(rapid.SliceOfN(sentence, 0, 9).Draw(t, "b")...)
		checkLaws(t, a, b)
	})
}

type failer interface{ Fatalf(string, ...any) }

// checkLaws fails unless the alignment of a and b is well formed.
func checkLaws(t failer, a, b *text.Story) {
	ab, _ := align.Stories(context.Background(), a, b)
	ba, _ := align.Stories(context.Background(), b, a)
	if got := ba.Invert(); !reflect.DeepEqual(ab.Groups, got.Groups) || !reflect.DeepEqual(ab.Related, got.Related) {
		t.Fatalf("a to b %v, b to a inverted %v", ab, got)
	}
	if again := ab.Invert().Invert(); !reflect.DeepEqual(ab, again) {
		t.Fatalf("%v inverted twice is %v", ab, again)
	}
	free := onePlaceEach(t, ab)
	for _, r := range ab.Related {
		if !free[0][r.A] || !free[1][r.B] {
			t.Fatalf("%v of %v is not free, or related twice", r, ab)
		}
		free[0][r.A], free[1][r.B] = false, false
	}
	groups, err := align.Parse(ab.String())
	if err != nil || (align.Alignment{Groups: groups}).String() != ab.String() {
		t.Fatalf("%v reads back as %v, %v", ab, groups, err)
	}
}

// onePlaceEach checks that every sentence is in one group of the right shape,
// in order, and returns the free ones.
func onePlaceEach(t failer, al align.Alignment) (free [2]map[int32]bool) {
	free = [2]map[int32]bool{{}, {}}
	seen := [2]map[int32]bool{{}, {}}
	last := int32(-1)
	for _, g := range al.Groups {
		for side, of := range [2][]int32{g.A, g.B} {
			for x, s := range of {
				if seen[side][s] || x > 0 && of[x-1] >= s {
					t.Fatalf("sentence %d twice or out of order in %v", s, al)
				}
				seen[side][s] = true
				free[side][s] = len(g.A) == 0 || len(g.B) == 0
			}
		}
		if len(g.A) > 0 && g.A[0] <= last {
			t.Fatalf("%v is not in reading order", al)
		} else if len(g.A) > 0 {
			last = g.A[0]
		}
		if !shaped(g) || g.Score < 0 || g.Score > 1 {
			t.Fatalf("group %v with score %v", g, g.Score)
		}
	}
	if len(seen[0]) != len(al.A.Sentences) || len(seen[1]) != len(al.B.Sentences) {
		t.Fatalf("%v lacks sentences", al)
	}
	return free
}

// shaped reports whether kind and sizes of a group agree.
func shaped(g align.Group) bool {
	n, m := len(g.A), len(g.B)
	switch g.Kind {
	case align.Same, align.Style:
		return n == 1 && m == 1 && g.Score == 1 && !g.Unsure
	case align.Edited:
		return n == 1 && m == 1
	case align.Split:
		return n == 1 && m > 1
	case align.Merged:
		return n > 1 && m == 1
	case align.Recast:
		return n == m && n == 1 || n > 1 && m > 1
	case align.Cut:
		return n == 1 && m == 0 && !g.Moved && !g.Unsure
	}
	return n == 0 && m == 1 && !g.Moved && !g.Unsure
}

// TestLong checks long texts: the laws hold, the known links are found, and
// neither names nor the number of processors change a byte.
func TestLong(t *testing.T) {
	w := workload.Versions(1500, workload.Revision(), 5)
	a, b := story(w.A...), story(w.B...)
	checkLaws(t, a, b)
	print := func(al align.Alignment) string { return fmt.Sprint(al, al.Groups, al.Related) }
	all := stories(t, a, b)
	if f := pairF1(all, w.Links); f < 0.99 {
		t.Errorf("pair F1 %.3f", f)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if one := stories(t, text.FromSentences("another", "en", w.A), text.FromSentences("name", "en", w.B)); print(one) != print(all) {
		t.Error("one processor or another name changes the result")
	}
}

// TestBad aligns texts that tempt into quadratic time.
func TestBad(t *testing.T) {
	for _, c := range []struct {
		name  string
		kinds map[align.Kind]int
	}{
		{"all alike", map[align.Kind]int{align.Same: 2000}},
		{"all different", map[align.Kind]int{align.Cut: 2000, align.Added: 2000}},
		{"all moved", map[align.Kind]int{align.Same: 2000}},
	} {
		a, b, err := workload.Bad(c.name, 2000)
		if err != nil {
			t.Fatal(err)
		}
		got := map[align.Kind]int{}
		for _, g := range stories(t, story(a...), story(b...)).Groups {
			got[g.Kind]++
		}
		for k, n := range c.kinds {
			if got[k] < n*97/100 { // unrelated sentences meet by chance
				t.Errorf("%s: %v, want %d %v", c.name, got, n, k)
			}
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	w := workload.Versions(1200, workload.Revision(), 1)
	if _, err := align.Stories(ctx, story(w.A...), story(w.B...)); err != context.Canceled {
		t.Errorf("got %v", err)
	}
}

// blocks makes a story of lines with given roles.
func blocks(lines []string, roles []text.Role) *text.Story {
	src := text.Source{Language: text.Field{Value: "en"}}
	for i, l := range lines {
		from := int32(len(src.Body))
		src.Body += l
		src.Blocks = append(src.Blocks, text.Block{Span: text.Span{Start: from, End: int32(len(src.Body))}, Role: roles[i]})
		src.Body += "\n\n"
	}
	return text.Segment(src)
}

// TestRoles: furniture is paired with its like, never with body text, and a
// heading prefers a heading.
func TestRoles(t *testing.T) {
	a := blocks([]string{"Bridge closed after cracks are found", "The council closed the bridge after cracks were found.", "By Ada Onslow", "Share this story with friends"},
		[]text.Role{text.RoleHeading, text.RoleBody, text.RoleByline, text.RoleFurniture})
	b := blocks([]string{"By Ada Onslow in Averley", "Bridge is closed after cracks found", "After cracks were found, the council closed the bridge.", "By Ada Onslow"},
		[]text.Role{text.RoleByline, text.RoleHeading, text.RoleBody, text.RoleBody})
	got := stories(t, a, b).String()
	if want := "0~1 1~2 +3 2~0 3-"; got != want {
		t.Errorf("got %s want %s", got, want)
	}
}

func TestExplain(t *testing.T) {
	a := story("The council voted to close the bridge.", "Engineers had found cracks in its northern piers.", "It was raining.")
	b := story("Cracks had been found in the northern piers by engineers.", "The council voted to close the bridge.", "A ferry runs instead.")
	al := stories(t, a, b)
	for g, group := range al.Groups {
		w := al.Explain(g)
		inv := al.Invert()
		for h := range inv.Groups {
			if reflect.DeepEqual(inv.Groups[h].A, group.B) && reflect.DeepEqual(inv.Groups[h].B, group.A) {
				if v := inv.Explain(h); v.Rule != w.Rule || v.Score != w.Score || v.RunnerA != w.RunnerB || len(v.Shared) != len(w.Shared) {
					t.Errorf("%v explained as %+v, from the other side as %+v", group, w, v)
				}
			}
		}
		switch group.Kind {
		case align.Same:
			if w.Rule != "identical text" || w.Score < w.Threshold || len(w.Shared) == 0 {
				t.Errorf("%v: %+v", group, w)
			}
		case align.Cut, align.Added:
			if w.Rule != "" {
				t.Errorf("%v: %+v", group, w)
			}
		default:
			if w.Score < w.Threshold || w.Shared[0].Weight < w.Shared[len(w.Shared)-1].Weight {
				t.Errorf("%v: %+v", group, w)
			}
		}
	}
}

func TestParse(t *testing.T) {
	const all = "0=0 1:1 2~2^? 3<3,4 4,5>5 6,7*6,7 8- +8"
	groups, err := align.Parse(all)
	if err != nil || (align.Alignment{Groups: groups}).String() != all {
		t.Errorf("got %v, %v", groups, err)
	}
	for _, bad := range []string{"0", "x=0", "0=", "0-0", "0+1", "=1", "0=-1", "99999999999=0"} {
		if g, err := align.Parse(bad); err == nil {
			t.Errorf("%q reads as %v", bad, g)
		}
	}
}

func FuzzStories(f *testing.F) {
	f.Add("One sentence here.\nTwo sentences here.", "Two sentences here.\nOne sentence here.")
	f.Add("a\n\x00\xff\n", "“”\n- \n政府は火曜日に")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 1<<14 {
			return
		}
		checkLaws(t, story(lines(a)...), story(lines(b)...))
		checkLaws(t, text.Segment(text.Source{Body: a}), text.Segment(text.Source{Body: b}))
	})
}
