package edit_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"wirediff/diff/edit"
	"wirediff/diff/style"
	"wirediff/diff/text"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden runs testdata/*.txtar: the comment says why the case is hard,
// files "a" and "b" are the sides, "words" is the result in notation with
// the share of words changed.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for i := 0; i+2 < len(ar.Files); i += 3 {
				golden(t, ar.Files[i:i+3])
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// golden checks one case: a, b, words.
func golden(t *testing.T, f []txtar.File) {
	t.Helper()
	st, _ := style.Apply([]*text.Story{segment(string(f[0].Data)), segment(string(f[1].Data))}, style.Rules{})
	es, share := edit.Words(st[0], st[1], all(st[0]), all(st[1]))
	got := fmt.Sprintf("%s\n%.0f %%\n", notation(st[0], st[1], es), 100*share)
	if want := string(f[2].Data); got != want && !*update {
		t.Errorf("a:    %sb:    %sgot:  %swant: %s", f[0].Data, f[1].Data, got, want)
	}
	f[2].Data = []byte(got)
}
