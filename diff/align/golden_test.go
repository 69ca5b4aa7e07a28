package align_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write what the aligner says into the golden files")

// TestGolden aligns the stories of testdata, one sentence a line, and
// compares the notation. Both directions must agree.
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
			part := map[string]string{}
			for _, f := range ar.Files {
				part[f.Name] = string(f.Data)
			}
			a, b := story(lines(part["a"])...), story(lines(part["b"])...)
			got := stories(t, a, b).String() + "\n"
			if back := stories(t, b, a).Invert().String() + "\n"; back != got {
				t.Errorf("b to a, inverted, is %sa to b %s", back, got)
			}
			if *update {
				ar.Files[len(ar.Files)-1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got != part["align"] {
				t.Errorf("got  %swant %s", got, part["align"])
			}
		})
	}
}

func lines(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == '\n' })
}
