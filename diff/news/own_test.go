package news

import (
	_ "embed"
	"slices"
	"strings"
	"testing"
)

//go:embed testdata/pairs.txt
var ownPairs string

// TestOwnPairs runs the minimal pairs written for the project: each must
// raise just the flags named, or stay silent.
func TestOwnPairs(t *testing.T) {
	for line := range strings.Lines(ownPairs) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, " | ")
		if len(f) != 4 {
			t.Fatalf("not four fields: %s", line)
		}
		var want, got []string
		if f[1] != "-" {
			want = strings.Split(f[1], " ")
		}
		flags := pairFlags(f[2], f[3], f[0])
		for _, x := range flags {
			if !slices.Contains(got, string(x.Type)) {
				got = append(got, string(x.Type))
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("want %v, got %v\n  %s\n  %s", want, show(flags, goldPair{A: f[2], B: f[3]}), f[2], f[3])
			t.Logf("types %v", got)
		}
	}
}
