package news

import (
	"reflect"
	"runtime"
	"strings"
	"testing"

	"wirediff/diff"
)

// ownStories makes two stories of the English pairs of our own.
func ownStories(t testing.TB) *diff.Collation {
	t.Helper()
	var a, b []string
	files, _ := ownPairs.ReadDir("testdata")
	for _, file := range files {
		raw, _ := ownPairs.ReadFile("testdata/" + file.Name())
		for line := range strings.Lines(string(raw)) {
			if f := strings.Split(strings.TrimSpace(line), " | "); len(f) == 4 && f[0] == "en" {
				a, b = append(a, f[2]), append(b, f[3])
			}
		}
	}
	return collate(t, a, b)
}

// TestMemoryServesAll holds that what one group leaves in the buffers changes
// nothing in the next: the slow twin takes new ones for each.
func TestMemoryServesAll(t *testing.T) {
	c := ownStories(t)
	scripts := readAll(c.Versions, NewLexicon)
	a, b, p := &scripts[0], &scripts[1], &c.Pairs[0]
	fresh := func() *pairing { return &pairing{lx: a.voc.lx, bodyA: a.Body, bodyB: b.Body} }
	one, flags := fresh(), 0
	for _, g := range p.Groups {
		if len(g.A) == 0 || len(g.B) == 0 {
			continue
		}
		got := one.look(a.words(one.a, g.A...), b.words(one.b, g.B...))
		want := fresh().look(a.words(nil, g.A...), b.words(nil, g.B...))
		if len(got) != len(want) || len(got) > 0 && !reflect.DeepEqual(got, want) {
			t.Errorf("sentences %v and %v: %v, with new buffers %v", g.A, g.B, got, want)
		}
		flags += len(got)
	}
	if flags < len(p.Groups)/4 {
		t.Errorf("%d flags in %d groups say little", flags, len(p.Groups))
	}
}

// TestAnyProcessors holds that the findings are the same on one processor and on many.
func TestAnyProcessors(t *testing.T) {
	c := ownStories(t)
	many := Find(c, Options{Base: -1})
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if !reflect.DeepEqual(many, Find(c, Options{Base: -1})) {
		t.Error("the findings differ")
	}
}

// TestBearerFirst holds that an office is read where its bearer's name is the
// only capital of a sentence.
func TestBearerFirst(t *testing.T) {
	c := collate(t, []string{"They met Lena Holm at noon.", "Holm, the prime minister, left early.", "“We will be back,” the prime minister said."}, []string{"“We will be back,” Lena Holm said."})
	quotes := Quotes(c, NewLexicon)
	if len(quotes) != 1 || quotes[0].Speaker != "Lena Holm" || quotes[0].Versions[0].Source != "Lena Holm" {
		t.Errorf("%+v", quotes)
	}
}
