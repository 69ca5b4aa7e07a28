package loader

import (
	"reflect"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	md "github.com/yuin/goldmark/text"
	"pgregory.net/rapid"

	"wirediff/loader/internal/draft"
)

// partsBy returns the blocks of a source as one parser sees them.
func partsBy(p parser.Parser, source string) []draft.Block {
	var d draft.Draft
	src := []byte(source)
	_ = ast.Walk(p.Parse(md.NewReader(src)), func(n ast.Node, enter bool) (ast.WalkStatus, error) {
		if !enter || n.Type() == ast.TypeInline {
			return ast.WalkContinue, nil
		}
		return markdownBlock(&d, n, src), nil
	})
	return d.Parts
}

// sameParts holds tables and struck text against goldmark's own extensions.
func sameParts(t interface {
	Helper()
	Fatalf(string, ...any)
}, source string) {
	t.Helper()
	want := partsBy(goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser(), source)
	if got := partsBy(markdownParser(), source); !reflect.DeepEqual(got, want) {
		t.Fatalf("%q\n got %+v\nwant %+v", source, got, want)
	}
}

func TestMarkdownTablesTwin(t *testing.T) {
	for _, s := range []string{
		"Port | Boats\n--- | ---:\nEast | 12\nWest | 9\n",
		"| Port | Boats |\n|:--|:-:|\n| East \\| South | 12 |\n| `a \\| b` | 9 | more |\n\nafter",
		"The figures:\nPort | Boats\n- | -\nEast\n",
		"Port | Boats | Crew\n--- | ---\nEast | 12\n",
		"Port\n| --- |\nEast\n---\n", "a ~~b~~ ~c~ ~~~d~~~ ~~e~ f*~~g*~~", "> Port | Boats\n> --|--\n> East | ~~12~~\n",
		"- Port | Boats\n  --|--\n  East | 12\n", "Port | Boats\n --|--\n\tEast | 12\n", "Port | Boats\n    --|--\n", "|\n|-|\n|\n", "a\n:-:\n||\n|x",
		"Port | Boats\r\n--|--\r\nEast | 12\r\n",
	} {
		sameParts(t, s)
	}
	piece := rapid.SampledFrom([]string{"|", "|", "-", "---", ":", "\n", "\n", "\n", " ", "    ", "\t", "\\", "`", "~", "~~", "*", "> ", "- ", "East", "12", "é",
		"[a](b)", "<b>", "|--|--|\n", "\n--|:-:\n", "\r\n", "\f", "#"})
	rapid.Check(t, func(t *rapid.T) {
		sameParts(t, strings.Join(rapid.SliceOfN(piece, 0, 40).Draw(t, "pieces"), ""))
	})
}
