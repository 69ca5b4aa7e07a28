package loader_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"wirediff/diff/text"
	"wirediff/loader"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden reads every file of testdata and compares what comes out with
// the file of the same name in testdata/want.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			sources, errs := loader.Open(context.Background(), f, loader.Options{})
			var b strings.Builder
			for _, src := range sources {
				b.WriteString(describe(src) + "\n")
			}
			for _, err := range errs {
				fmt.Fprintln(&b, "refused:", filepath.ToSlash(err.Error()))
			}
			golden(t, filepath.Join("testdata", "want", filepath.Base(f)), b.String())
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
	}
}

// describe prints a source: its fields with where they are from, and its
// paragraphs with the roles that package text gives them.
func describe(src text.Source) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s, %s)\n", src.Name, src.Format, src.Encoding)
	v := reflect.ValueOf(src)
	for i := range v.NumField() {
		if f, ok := v.Field(i).Interface().(text.Field); ok && f.Value != "" {
			fmt.Fprintf(&b, "  %s: %s [%s]\n", v.Type().Field(i).Name, f.Value, f.From)
		}
	}
	st := text.Segment(src)
	for _, p := range st.Paragraphs {
		fmt.Fprintf(&b, "%s| %s\n", p.Role, strings.ReplaceAll(p.Of(st.Body), "\n", "⏎"))
	}
	return b.String()
}
