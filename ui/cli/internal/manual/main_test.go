package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestEveryCommandHasAPage(t *testing.T) {
	dir := t.TempDir()
	if err := run([]string{dir, "2026-03-18"}); err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]string{
		"wirediff.1":           "Mar 2026",
		"wirediff-compare.1":   `--format`,
		"wirediff-sentences.1": `FILE`,
	} {
		b, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		if page := strings.ReplaceAll(string(b), `\-`, "-"); !strings.Contains(page, want) {
			t.Errorf("%s does not hold %q", file, want)
		}
	}
	if err := run([]string{dir, "today"}); err == nil {
		t.Error("a date in words was taken")
	}
}
