package wire

import (
	"strings"
	"testing"

	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/markup"
)

func printed(stories []draft.Draft) string {
	var out []string
	for _, d := range stories {
		for _, b := range d.Parts {
			out = append(out, b.Text)
		}
	}
	return strings.Join(out, "|")
}

// TestBlocks: what agencies do to paragraphs in XML.
func TestBlocks(t *testing.T) {
	wrapped := "The harbour was closed on Tuesday after a storm broke two of its"
	for name, c := range map[string]struct{ body, want string }{
		"p":             {"<p>One.</p><p>Two.</p>", "One.|Two."},
		"br":            {"<p>One.<br/>Two.</p>", "One.|Two."},
		"br twice":      {"<p>One<br/><br/>two.</p>", "One|two."},
		"br by hand":    {"<p>   " + wrapped + " <br/>gates, the master said.</p><p>Two.</p>", wrapped + " gates, the master said.|Two."},
		"lines":         {"<p>One\n   goes on.</p>", "One goes on."},
		"loose":         {"One.<p>Two.</p>Three.", "One.|Two.|Three."},
		"inline":        {"<p>The <em>har</em>bour <a href='x'>was</a> closed.</p>", "The harbour was closed."},
		"list in block": {"<block><ul><li>One</li><li>Two</li></ul></block>", "One|Two"},
		"teletype":      {"<pre>   " + wrapped + "\ngates, the master of the port said in the evening at the quay to\nall who asked.\n   The engineers hope to lift the first gate by Friday if the wind\nallows it.</pre>", wrapped + " gates, the master of the port said in the evening at the quay to all who asked.|The engineers hope to lift the first gate by Friday if the wind allows it."},
	} {
		root, err := markup.Parse("<nitf><body><body.content>" + c.body + "</body.content></body></nitf>")
		if err != nil {
			t.Fatal(err)
		}
		stories, err := ReadNITF(root)
		if got := printed(stories); err != nil || got != c.want {
			t.Errorf("%s: %q, %v; want %q", name, got, err, c.want)
		}
	}
}

func TestNothingToRead(t *testing.T) {
	for name, read := range map[string]func() ([]draft.Draft, error){
		"nitf":  func() ([]draft.Draft, error) { return ReadNITF(&markup.Node{}) },
		"g2":    func() ([]draft.Draft, error) { return ReadNewsMLG2(&markup.Node{}) },
		"1.2":   func() ([]draft.Draft, error) { return ReadNewsML1(&markup.Node{}) },
		"queue": func() ([]draft.Draft, error) { return ReadRitzau(&markup.Node{}) },
		"ninjs": func() ([]draft.Draft, error) { return ReadNinjs(`{"type":"picture"}`) },
		"7901":  func() ([]draft.Draft, error) { return Read7901("\x01a\x02\x03") },
		"anpa":  func() ([]draft.Draft, error) { return ReadANPA("\x16\x01") },
	} {
		if stories, err := read(); err == nil || len(stories) > 0 {
			t.Errorf("%s: %d stories, %v", name, len(stories), err)
		}
	}
}
