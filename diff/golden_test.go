package diff_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"wirediff/diff"
	"wirediff/diff/text"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden runs testdata/*.txtar: the comment says why the case is hard,
// files "a", "b", ... are versions, one sentence a line; "rows" is how they
// read against a, "none" without a base.
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
			var versions []*text.Story
			for i := range ar.Files {
				f := &ar.Files[i]
				if len(f.Name) == 1 {
					lines := strings.Split(strings.TrimSpace(string(f.Data)), "\n")
					versions = append(versions, text.FromSentences(f.Name, "en", lines))
					continue
				}
				c, err := diff.CompareStories(t.Context(), versions, diff.Options{})
				if err != nil {
					t.Fatal(err)
				}
				base := 0
				if f.Name == "none" {
					base = -1
				}
				got := table(c.Read(base))
				if got != string(f.Data) && !*update {
					t.Errorf("%s: got\n%swant\n%s", f.Name, got, f.Data)
				}
				f.Data = []byte(got)
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// table writes a reading: a line per row, a column per version: the numbers
// of the sentences from 1, those away in brackets, and the status.
func table(r *diff.Reading) string {
	var out strings.Builder
	for i, row := range r.Rows {
		var cols []string
		for v, cell := range row.Cells {
			d := r.Verdicts[i][v]
			col := numbers(cell.Sentences)
			if len(cell.Away) > 0 {
				col += "(" + numbers(cell.Away) + ")"
			}
			col += " " + d.Status.String()
			if d.Moved {
				col += ", moved"
			}
			if len(d.CutOf) > 0 {
				col += ", " + numbers(d.CutOf) + " cut"
			}
			if len(d.Extra) > 0 {
				col += ", " + numbers(d.Extra) + " own"
			}
			cols = append(cols, fmt.Sprintf("%-18s", strings.TrimSpace(col)))
		}
		out.WriteString(strings.TrimRight(strings.Join(cols, " | "), " ") + "\n")
	}
	return out.String()
}

func numbers(s []int32) string {
	var out []string
	for _, i := range s {
		out = append(out, fmt.Sprint(i+1))
	}
	return strings.Join(out, ",")
}
