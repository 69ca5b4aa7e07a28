package page

import (
	"net/url"
	"strings"

	"github.com/go-shiori/go-readability"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// Caps of the extractors. go-trafilatura grows with the square of the
// paragraphs (50,000 take 17 s, 5,000 a fifth of a second), so above them
// go-readability points alone.
const (
	maxExtractBlocks = 5_000
	maxExtractNodes  = 60_000
	maxReadNodes     = 400_000
)

// share of a block's words that an answer must hold to have its vote.
const voteShare = 0.7

// vote holds who says that a block is story text.
type vote uint8

const (
	byTrafilatura vote = 1 << iota
	byReadability
	both = byTrafilatura | byReadability
)

// votes asks both extractors and maps their answers onto the blocks.
// asked says which of them gave an answer.
func votes(doc *html.Node, blocks []block, address *url.URL) (v []vote, asked vote) {
	v = make([]vote, len(blocks))
	nodes := countNodes(doc, maxReadNodes+1)
	lex := lexicon{}
	var page []word
	ends := make([]int, len(blocks))
	for i, b := range blocks {
		page = lex.words(page, b.text)
		ends[i] = len(page)
	}
	mark := func(who vote, root *html.Node) {
		if root == nil {
			return
		}
		var answer []word
		for _, b := range cut(root, len(blocks)*4+100) {
			answer = lex.words(answer, b.text)
		}
		if len(answer) == 0 {
			return
		}
		asked |= who
		hit := aligned(page, answer)
		from := 0
		for i, end := range ends {
			n := 0
			for _, h := range hit[from:end] {
				if h {
					n++
				}
			}
			if n > 0 && float64(n) >= voteShare*float64(end-from) {
				v[i] |= who
			}
			from = end
		}
	}
	if nodes <= maxExtractNodes && len(blocks) <= maxExtractBlocks {
		mark(byTrafilatura, trafilaturaNode(doc, address))
	}
	if nodes <= maxReadNodes {
		mark(byReadability, readabilityNode(doc, address))
	}
	return v, asked
}

func countNodes(n *html.Node, limit int) int {
	count := 0
	for range n.Descendants() {
		if count++; count >= limit {
			break
		}
	}
	return count
}

// trafilaturaNode returns what go-trafilatura takes for the story, nil if it finds none or fails.
func trafilaturaNode(doc *html.Node, address *url.URL) (root *html.Node) {
	defer func() {
		if recover() != nil {
			root = nil
		}
	}()
	res, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		OriginalURL: address, EnableFallback: true, ExcludeComments: true, HtmlDateMode: trafilatura.Disabled})
	if err != nil || res == nil {
		return nil
	}
	return res.ContentNode
}

// readabilityNode returns what go-readability takes for the story, nil if it finds none or fails.
// It works on a copy of its own.
func readabilityNode(doc *html.Node, address *url.URL) (root *html.Node) {
	defer func() {
		if recover() != nil {
			root = nil
		}
	}()
	res, err := readability.FromDocument(doc, address)
	if err != nil || strings.TrimSpace(res.TextContent) == "" {
		return nil
	}
	return res.Node
}
