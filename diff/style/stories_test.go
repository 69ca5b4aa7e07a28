package style_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"wirediff/diff/style"
	"wirediff/diff/text"
)

// TestStories finds the names that real versions of one story spell in two
// ways, in whatever order they are given.
func TestStories(t *testing.T) {
	dir := os.Getenv("WIREDIFF_SHARED")
	files, _ := filepath.Glob(filepath.Join(dir, "stories", "*.txt"))
	if dir == "" || len(files) < 2 {
		t.Skip("WIREDIFF_SHARED is not set")
	}
	var stories []*text.Story
	for _, f := range files {
		body, err := os.ReadFile(f)
		if err != nil {
			t.Skip(err)
		}
		stories = append(stories, text.Segment(text.Source{Body: string(body)}))
	}
	keyed, found := style.Apply(stories, style.Rules{})
	for _, r := range found {
		t.Log(r)
	}
	slices.Reverse(stories)
	back, foundBack := style.Apply(stories, style.Rules{})
	slices.Reverse(back)
	slices.Reverse(stories)
	if !slices.Equal(found, foundBack) {
		t.Error("the rules found depend on the order of the stories")
	}
	for i := range keyed {
		if !slices.Equal(keyed[i].Tokens, back[i].Tokens) {
			t.Error("keys depend on the order of the stories")
		}
	}
	for _, c := range style.Choices(stories, back) {
		t.Log(c)
	}
}
