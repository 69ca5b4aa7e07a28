package text_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wirediff/diff/text"
)

// TestTraps: every line of testdata/traps/LANGUAGE.txt is a paragraph in which
// "‖" stands where sentences end. A line that opens with "! " is known to come out
// otherwise.
func TestTraps(t *testing.T) {
	files, err := filepath.Glob("testdata/traps/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no traps", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lang := strings.TrimSuffix(filepath.Base(file), ".txt")
		right, all := 0, 0
		for line := range strings.Lines(string(data)) {
			line = strings.TrimSpace(line)
			if line == "" || strings.HasPrefix(line, "# ") {
				continue
			}
			all++
			line, known := strings.CutPrefix(line, "! ")
			want := strings.Split(line, "‖")
			for i := range want {
				want[i] = strings.TrimSpace(want[i])
			}
			body := strings.ReplaceAll(strings.ReplaceAll(line, " ‖ ", " "), "‖", "")
			if got := sentencesOf(body, lang); slices.Equal(got, want) {
				right++
				if known {
					t.Errorf("%s: right now: %s", lang, line)
				}
			} else if !known {
				t.Errorf("%s: got  %s\n        want %s", lang, strings.Join(got, " ‖ "), strings.Join(want, " ‖ "))
			}
		}
		t.Logf("%s: %d of %d", lang, right, all)
	}
}

// sentencesOf segments a body of the given language.
func sentencesOf(body, lang string) []string {
	st := text.Segment(text.Source{Body: body, Language: text.Field{Value: lang, From: "given"}})
	var out []string
	for _, s := range st.Sentences {
		out = append(out, s.Of(body))
	}
	return out
}
