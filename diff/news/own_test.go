package news

import (
	"embed"
	"os"
	"slices"
	"strings"
	"testing"
)

//go:embed testdata/*.txt
var ownPairs embed.FS

// TestOwnPairs runs the minimal pairs written for the project: each must
// raise just the flags named, or stay silent.
func TestOwnPairs(t *testing.T) {
	files, _ := ownPairs.ReadDir("testdata")
	for _, f := range files {
		raw, _ := ownPairs.ReadFile("testdata/" + f.Name())
		t.Run(strings.TrimSuffix(f.Name(), ".txt"), func(t *testing.T) { scorePairs(t, string(raw)) })
	}
}

// TestBlindPairs scores a file of pairs that nobody has mended anything for
// yet, named by WIREDIFF_PAIRS: the figure of a first run is an honest one.
func TestBlindPairs(t *testing.T) {
	raw, err := os.ReadFile(os.Getenv("WIREDIFF_PAIRS"))
	if err != nil {
		t.Skip("WIREDIFF_PAIRS names no file")
	}
	scorePairs(t, string(raw))
}

// scorePairs reads "language | flags | a | b" lines; "-" expects silence.
func scorePairs(t *testing.T, lines string) {
	var right, all [2]int // flagged, harmless
	for line := range strings.Lines(lines) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, " | ")
		if len(f) != 4 {
			t.Fatalf("not four fields: %s", line)
		}
		var want, got []string
		kind := 1
		if f[1] != "-" {
			want, kind = strings.Split(f[1], " "), 0
		}
		flags := pairFlags(f[2], f[3], f[0])
		for _, x := range flags {
			if !slices.Contains(got, string(x.Type)) {
				got = append(got, string(x.Type))
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		all[kind]++
		if slices.Equal(got, want) {
			right[kind]++
			continue
		}
		t.Errorf("want %v, got %v\n  %s\n  %s", want, show(flags, goldPair{A: f[2], B: f[3]}), f[2], f[3])
	}
	t.Logf("flagged right %d of %d, silent %d of %d", right[0], all[0], right[1], all[1])
}
