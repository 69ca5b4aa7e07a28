package workload_test

import (
	"reflect"
	"slices"
	"testing"

	"wirediff/diff/internal/workload"
)

func TestVersions(t *testing.T) {
	w := workload.Versions(500, workload.Revision(), 1)
	if !reflect.DeepEqual(w, workload.Versions(500, workload.Revision(), 1)) {
		t.Error("the same arguments make other stories")
	}
	if reflect.DeepEqual(w.B, workload.Versions(500, workload.Revision(), 2).B) {
		t.Error("another seed makes the same story")
	}
	for _, l := range w.Links {
		if int(l[0]) >= len(w.A) || int(l[1]) >= len(w.B) {
			t.Fatalf("link %v outside %d by %d sentences", l, len(w.A), len(w.B))
		}
	}
	if n := len(w.Links); n < 400 || n > 600 {
		t.Errorf("%d links of 500 sentences", n)
	}
	same := workload.Versions(50, workload.Edits{}, 1)
	if !slices.Equal(same.A, same.B) || len(same.Links) != 50 {
		t.Error("no edits change the story")
	}
}

func TestOutlets(t *testing.T) {
	all := workload.Outlets(3, 30, workload.Revision(), 1)
	if len(all) != 3 || slices.Equal(all[0], all[1]) || slices.Equal(all[1], all[2]) {
		t.Error("outlets do not differ")
	}
}

func TestBad(t *testing.T) {
	for _, name := range []string{"all alike", "nearly alike", "all different", "all moved"} {
		if a, b, err := workload.Bad(name, 30); err != nil || len(a) != 30 || len(b) != 30 {
			t.Errorf("%s: %d and %d sentences, %v", name, len(a), len(b), err)
		}
	}
	if _, _, err := workload.Bad("unheard of", 1); err == nil {
		t.Error("an unheard-of workload is made")
	}
}
