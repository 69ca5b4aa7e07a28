package text_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"wirediff/diff/text"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden segments the bodies of testdata/*.txtar. A file holds the story
// of the case as its comment, the body, optionally its language, and what is
// expected: a line per sentence with its role, "|" behind the dateline, a
// blank line between paragraphs.
func TestGolden(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no golden files")
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var src text.Source
			for i := range a.Files {
				f := &a.Files[i]
				switch f.Name {
				case "body":
					src.Body = string(f.Data)
				case "language":
					src.Language.Value = strings.TrimSpace(string(f.Data))
				case "sentences":
					got := printStory(text.Segment(src))
					if *update {
						f.Data = []byte(got)
					} else if got != string(f.Data) {
						t.Errorf("got\n%s\nwant\n%s", got, f.Data)
					}
				}
			}
			if *update {
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// printStory writes a story in the notation of the golden files.
func printStory(st *text.Story) string {
	var b strings.Builder
	fmt.Fprintf(&b, "language %s\n", st.Lang)
	for i, s := range st.Sentences {
		if i > 0 && s.Par != st.Sentences[i-1].Par {
			b.WriteByte('\n')
		}
		whole := st.Text(i)
		if n := s.Lead.Len(); n > 0 {
			whole = whole[:n] + "|" + whole[n:]
		}
		fmt.Fprintf(&b, "%s: %s\n", s.Role, strings.ReplaceAll(whole, "\n", "⏎"))
	}
	return b.String()
}
