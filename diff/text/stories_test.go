package text_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"wirediff/diff/text"
)

// TestStories compares the sentences of real stories with those marked by hand.
func TestStories(t *testing.T) {
	for n := range 5 {
		var gold struct {
			Story     string
			Sentences []string
		}
		readShared(t, fmt.Sprintf("gold/s%d.sentences.json", n), &gold)
		files, _ := filepath.Glob(filepath.Join(os.Getenv("WIREDIFF_SHARED"), "stories", fmt.Sprintf("%03d_*.txt", n)))
		if len(files) != 1 {
			t.Skip("no story", n)
		}
		body, err := os.ReadFile(files[0])
		if err != nil {
			t.Skip(err)
		}
		st := text.Segment(text.Source{Body: string(body)})
		for i := range max(len(st.Sentences), len(gold.Sentences)) {
			if i >= len(st.Sentences) || i >= len(gold.Sentences) || st.Text(i) != gold.Sentences[i] {
				t.Errorf("story %d: sentence %d differs: %d found, %d marked", n, i, len(st.Sentences), len(gold.Sentences))
				if i < len(st.Sentences) {
					t.Logf("%q", st.Text(i))
				}
				break
			}
		}
		for i, s := range st.Sentences {
			if s.Role != text.RoleBody || s.Lead.Len() > 0 {
				t.Logf("story %d, %d: %s, lead %d: %.40q", n, i, s.Role, s.Lead.Len(), st.Text(i))
			}
		}
	}
}
