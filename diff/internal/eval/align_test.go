package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shared returns the folder of the evaluation sets, or skips the test.
func shared(t *testing.T) string {
	dir := os.Getenv("WIREDIFF_SHARED")
	if dir == "" {
		t.Skip("WIREDIFF_SHARED is not set")
	}
	return dir
}

// TestAlignFloors keeps the pair F1 of every set above a floor a little below
// what is reached, so that a loss is noticed.
func TestAlignFloors(t *testing.T) {
	dir := shared(t)
	for _, c := range []struct {
		set, prefix string
		floor       float64
	}{
		{"en_argrewrite_12", "", .960},
		{"pt_porsimples_ori_nat", "", .989},
		{"de_deplain_web", "", .83},
		{"en_gospels_kjv", "", .93},
		{"en_bible_3versions", "KJV-OEB", .99},
		{"en_bible_3versions", "YLT-OEB", .99},
	} {
		file := filepath.Join(dir, "eval", "align", c.set+".json")
		var out bytes.Buffer
		if err := run([]string{"align", file}, &out); err != nil {
			t.Fatal(err)
		}
		if f := pairF1(t, file, out.Bytes(), c.prefix); f < c.floor {
			t.Errorf("%s %s: pair F1 %.4f, floor %.4f", c.set, c.prefix, f, c.floor)
		}
	}
}

// pairF1 scores the answers about docs whose name starts with prefix.
func pairF1(t *testing.T, goldFile string, answers []byte, prefix string) float64 {
	type scoredDoc struct {
		ID     string
		Pairs  [][2]int
		Groups [][2][]int
	}
	var gold, got struct{ Docs []scoredDoc }
	if err := readJSON(goldFile, &gold); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(answers, &got); err != nil {
		t.Fatal(err)
	}
	right, found, wanted := 0, 0, 0
	for d, g := range gold.Docs {
		if !strings.HasPrefix(g.ID, prefix) {
			continue
		}
		want := map[[2]int]bool{}
		for _, p := range g.Pairs {
			want[p] = true
		}
		wanted += len(want)
		for _, group := range got.Docs[d].Groups {
			for _, i := range group[0] {
				for _, k := range group[1] {
					found++
					if want[[2]int{i, k}] {
						right++
					}
				}
			}
		}
	}
	return 2 * float64(right) / float64(found+wanted)
}

// TestStoriesFloor does the same for the sample stories, from file to links.
func TestStoriesFloor(t *testing.T) {
	var out bytes.Buffer
	if err := stories(shared(t), &out); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	if !strings.Contains(text, "all boundaries P 1.0000 R 1.0000") {
		t.Errorf("boundaries:\n%s", text)
	}
	if strings.Contains(text, " same ") {
		t.Errorf("a pair that is the same came out otherwise:\n%s", text)
	}
	at := strings.Index(text, "all pairs")
	if f := strings.Fields(text[at:]); f[7] < "0.9800" {
		t.Errorf("pairs: %s", text[at:])
	}
}
