package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wirediff/loader/internal/draft"
)

// block is a stretch of the page between two block-level tags.
type block struct {
	text  string
	tag   atom.Atom  // of the nearest block-level element
	level int        // 1 to 6 inside h1 to h6, else 0
	shelf *html.Node // the element that holds the block beside others
	links int        // bytes of text inside links
	marks marks
	class classes // class words of all elements around it
}

// marks say what kinds of element stand around a block.
type marks uint16

const (
	inFigcaption marks = 1 << iota
	inAside
	inNav
	inFooter
	inHeader
	inForm
	inButton
	inHidden
	inArticle
	inTime
	inQuote
)

// around is what the cutter knows about the elements it is inside of.
type around struct {
	tag   atom.Atom
	shelf *html.Node // of the blocks of the nearest block-level element
	level int
	link  bool
	marks marks
	class classes
}

// cutter collects blocks in page order.
type cutter struct {
	blocks []block
	buf    strings.Builder
	links  int
	max    int
}

// cut returns the blocks of the page under n, at most limit of them.
func cut(n *html.Node, limit int) []block {
	c := &cutter{max: limit}
	c.walk(n, around{})
	c.flush(around{})
	return c.blocks
}

// walk visits n; the parser bounds the depth at 512 elements.
func (c *cutter) walk(n *html.Node, in around) {
	switch n.Type {
	case html.TextNode:
		c.buf.WriteString(n.Data)
		if in.link {
			c.links += len(strings.TrimSpace(n.Data))
		}
		return
	case html.ElementNode:
		if unseen[n.DataAtom] {
			return
		}
		in = c.enter(n, in)
	}
	isBlock := n.Type == html.ElementNode && blockLevel[n.DataAtom]
	if isBlock && n.DataAtom != atom.Br {
		in.tag, in.shelf = n.DataAtom, shelf(n)
	}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		if k.Type == html.ElementNode && blockLevel[k.DataAtom] {
			c.flush(in)
		}
		c.walk(k, in)
		if k.Type == html.ElementNode && k.DataAtom == atom.Br {
			c.buf.WriteByte(' ')
		}
	}
	if isBlock {
		c.flush(in)
	}
}

// enter returns what is around the children of n.
func (c *cutter) enter(n *html.Node, in around) around {
	in.marks |= markOf[n.DataAtom]
	switch n.DataAtom {
	case atom.A:
		in.link = true
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		in.level = int(n.Data[1] - '0')
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "role", "itemprop", "data-component", "data-testid", "data-type":
			if n.DataAtom != atom.Body && n.DataAtom != atom.Html {
				in.class |= classWords(a.Val)
			}
		case "hidden":
			in.marks |= inHidden
		case "style":
			s := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") {
				in.marks |= inHidden
			}
		}
	}
	return in
}

// shelf is the element on which a block of node stands beside others: the
// parent of node, or of the table that node is a cell of; node itself if it
// holds text and block-level elements side by side.
func shelf(node *html.Node) *html.Node {
	for k := node.FirstChild; k != nil; k = k.NextSibling {
		if k.Type == html.ElementNode && blockLevel[k.DataAtom] && k.DataAtom != atom.Br {
			return node
		}
	}
	for inTable[node.DataAtom] && node.Parent != nil {
		node = node.Parent
	}
	return node.Parent
}

// inTable are the elements between a cell and the table, both included but the table.
var inTable = atoms(atom.Td, atom.Th, atom.Tr, atom.Tbody, atom.Thead, atom.Tfoot)

// flush ends the open block.
func (c *cutter) flush(in around) {
	parts := []string{draft.Collapse(c.buf.String())}
	if in.tag == atom.Pre {
		parts = draft.Paragraphs(c.buf.String())
	}
	for _, s := range parts {
		if s == "" || len(c.blocks) >= c.max {
			continue
		}
		c.blocks = append(c.blocks, block{text: s, tag: in.tag, level: in.level, shelf: in.shelf, links: c.links, marks: in.marks, class: in.class})
	}
	c.buf.Reset()
	c.links = 0
}

var unseen = atoms(atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Iframe, atom.Svg, atom.Head, atom.Object,
	atom.Video, atom.Audio, atom.Canvas, atom.Math, atom.Select, atom.Textarea, atom.Noframes)

var blockLevel = atoms(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Br, atom.Button, atom.Caption,
	atom.Center, atom.Dd, atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption,
	atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup,
	atom.Hr, atom.Html, atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section,
	atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul)

var markOf = map[atom.Atom]marks{
	atom.Figcaption: inFigcaption, atom.Aside: inAside, atom.Nav: inNav, atom.Footer: inFooter, atom.Header: inHeader,
	atom.Form: inForm, atom.Button: inButton, atom.Article: inArticle, atom.Time: inTime, atom.Blockquote: inQuote,
}

func atoms(list ...atom.Atom) map[atom.Atom]bool {
	m := make(map[atom.Atom]bool, len(list))
	for _, a := range list {
		m[a] = true
	}
	return m
}

// tokenText is the way out for pages too deep for the parser: the text
// between tags, a block for each block-level tag.
func tokenBlocks(src string, limit int) []block {
	z := html.NewTokenizer(strings.NewReader(src))
	c := &cutter{max: limit}
	skip := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			c.flush(around{tag: atom.P})
			return c.blocks
		case html.TextToken:
			if skip == 0 {
				c.buf.Write(z.Text())
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			a := atom.Lookup(name)
			if unseen[a] {
				skip++
			}
			if blockLevel[a] {
				c.flush(around{tag: atom.P})
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			a := atom.Lookup(name)
			if unseen[a] && skip > 0 {
				skip--
			}
			if blockLevel[a] {
				c.flush(around{tag: atom.P})
			}
		}
	}
}
