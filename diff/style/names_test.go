package style_test

import (
	"os"
	"strings"
	"testing"
)

// TestNamePairs: every line of testdata/names.txt holds two versions of a
// sentence apart by "=" where they differ by the spelling of a name only, by
// "!" where they name two. A line that opens with "? " is known to come out
// otherwise.
func TestNamePairs(t *testing.T) {
	data, err := os.ReadFile("testdata/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	right, all := 0, 0
	for line := range strings.Lines(string(data)) {
		line, known := strings.CutPrefix(strings.TrimSpace(line), "? ")
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		sign := "="
		if strings.Contains(line, " ! ") {
			sign = "!"
		}
		a, b, ok := strings.Cut(line, " "+sign+" ")
		if !ok {
			t.Fatalf("no sign in %q", line)
		}
		all++
		if got := same(t, "en", "He said "+a, "He said "+b); got == (sign == "=") {
			right++
			if known {
				t.Errorf("right now: %s", line)
			}
		} else if !known {
			t.Errorf("same is %v: %s", got, line)
		}
	}
	t.Logf("%d of %d", right, all)
}
