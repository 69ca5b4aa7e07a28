package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestEveryCommandHasAPage(t *testing.T) {
	dir := t.TempDir()
	if err := run([]string{dir, "2026-03-18"}); err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string][]string{
		"wirediff.1":           {"2026-03-18", ".BR wirediff-compare (1)", "--color"},
		"wirediff-compare.1":   {"--format", "--excerpt", ".SH EXIT STATUS", "wirediff compare agency.txt paper.html", "--quiet"},
		"wirediff-session.1":   {"--no-notes", ".SH EXAMPLES"},
		"wirediff-sentences.1": {"FILE"},
	} {
		b, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		page := strings.NewReplacer(`\-`, "-", `\fB`, "", `\fR`, "").Replace(string(b))
		for _, w := range want {
			if !strings.Contains(page, w) {
				t.Errorf("%s does not hold %q", file, w)
			}
		}
	}
	if err := run([]string{dir, "today"}); err == nil {
		t.Error("a date in words was taken")
	}
}

// TestLint has the system's own checkers read the pages, where there are any.
func TestLint(t *testing.T) {
	dir := t.TempDir()
	if err := run([]string{dir, "2026-03-18"}); err != nil {
		t.Fatal(err)
	}
	pages, err := filepath.Glob(filepath.Join(dir, "*.1"))
	if err != nil || len(pages) != 4 {
		t.Fatal(pages, err)
	}
	ran := false
	for _, checker := range [][]string{{"mandoc", "-T", "lint", "-W", "warning"}, {"groff", "-man", "-ww", "-z"}} {
		if _, err := exec.LookPath(checker[0]); err != nil {
			continue
		}
		ran = true
		out, err := exec.Command(checker[0], append(checker[1:], pages...)...).CombinedOutput()
		if err != nil || len(out) > 0 {
			t.Errorf("%s: %v\n%s", checker[0], err, out)
		}
	}
	if !ran {
		t.Skip("neither mandoc nor groff is installed")
	}
}
