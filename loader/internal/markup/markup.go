// Package markup reads XML files within limits, and forgives what news
// systems do to XML: wrong declarations, control characters, HTML's named
// entities. encoding/xml loads nothing from outside and expands no entities
// of the file's own, so neither can be used against the reader.
package markup

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"wirediff/loader/internal/charset"
	"wirediff/loader/internal/lazy"
)

const (
	// MaxSize is the longest XML text that is read.
	MaxSize = 16 << 20
	// MaxDepth is how many elements inside one another are read; real files
	// stay under 40.
	MaxDepth = 256
	// MaxTokens bounds the tags and texts of a file.
	MaxTokens = 2_000_000
	// maxAttrs bounds the attributes of one element; one with two million
	// took half a gigabyte.
	maxAttrs = 4096
)

// ErrLimit is wrapped by every refusal that names a limit.
var ErrLimit = errors.New("the most that is read")

// Scanner hands out the tokens of an XML text.
type Scanner struct {
	d     *xml.Decoder
	depth int
	count int
}

var declaration = lazy.Regexp(`^\s*<\?xml[^>]*\?>`)

// Clean returns the text of an XML file, decoded, without its declaration
// (which no longer holds) and without characters that XML does not allow.
func Clean(data []byte) (string, error) {
	t, err := charset.Decode(data, "", "")
	if err != nil {
		return "", err
	}
	return CleanText(t.String)
}

// CleanText is Clean for text that is decoded already.
func CleanText(s string) (string, error) {
	if len(s) > MaxSize {
		return "", fmt.Errorf("XML of more than %d MiB, %w", MaxSize>>20, ErrLimit)
	}
	s = declaration().ReplaceAllString(s, "")
	s = badRef().ReplaceAllString(s, "")
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s), nil
}

var badRef = lazy.Regexp(`&#(?:[0-8]|1[124-9]|2[0-9]|3[01]|x0?[0-8bcefBCEF]|x1[0-9a-fA-F]);`)

// New returns a scanner of clean text.
func New(s string) *Scanner {
	d := xml.NewDecoder(strings.NewReader(s))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return &Scanner{d: d}
}

// Next returns the next token; io.EOF at the end. Damage far into a file is
// an end too: what came before it is kept.
func (s *Scanner) Next() (xml.Token, error) {
	if s.count++; s.count > MaxTokens {
		return nil, fmt.Errorf("XML with more than %d tags, %w", MaxTokens, ErrLimit)
	}
	t, err := s.d.Token()
	if err != nil {
		var bad *xml.SyntaxError
		if errors.As(err, &bad) && s.count > 1 || err == io.ErrUnexpectedEOF {
			return nil, io.EOF
		}
		return nil, err
	}
	switch t := t.(type) {
	case xml.StartElement:
		if s.depth++; s.depth > MaxDepth {
			return nil, fmt.Errorf("XML with more than %d elements inside one another, %w", MaxDepth, ErrLimit)
		}
		if len(t.Attr) > maxAttrs {
			return nil, fmt.Errorf("XML with more than %d attributes on one element, %w", maxAttrs, ErrLimit)
		}
	case xml.EndElement:
		s.depth--
	}
	return t, nil
}

// Attr returns the value of the attribute with that local name, "" if there is none.
func Attr(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// Node is an element of a small XML file read as a tree.
type Node struct {
	Name  string // local name
	Attrs []xml.Attr
	Text  string  // character data of a text node (Name == "")
	Kids  []*Node // elements and text nodes, in order
}

// Parse reads s as a tree; the root has no name and holds the top element.
func Parse(s string) (*Node, error) {
	root := &Node{}
	open := []*Node{root}
	sc := New(s)
	for {
		t, err := sc.Next()
		if err == io.EOF {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		top := open[len(open)-1]
		switch t := t.(type) {
		case xml.StartElement:
			n := &Node{Name: t.Name.Local, Attrs: t.Copy().Attr}
			top.Kids = append(top.Kids, n)
			open = append(open, n)
		case xml.EndElement:
			if len(open) > 1 {
				open = open[:len(open)-1]
			}
		case xml.CharData:
			top.Kids = append(top.Kids, &Node{Text: string(t)})
		}
	}
}

// Attr returns the value of the attribute with that local name, "" if there is none.
func (n *Node) Attr(local string) string {
	if n == nil {
		return ""
	}
	return Attr(xml.StartElement{Attr: n.Attrs}, local)
}

// Find returns the first element called name under n, n itself included, in
// document order; nil if there is none. It is safe on nil.
func (n *Node) Find(name string) *Node {
	if n == nil || n.Name == name {
		return n
	}
	for _, k := range n.Kids {
		if f := k.Find(name); f != nil {
			return f
		}
	}
	return nil
}

// All returns the outermost elements called name under n, in document order.
func (n *Node) All(name string) (out []*Node) {
	if n == nil {
		return nil
	}
	for _, k := range n.Kids {
		if k.Name == name {
			out = append(out, k)
		} else {
			out = append(out, k.All(name)...)
		}
	}
	return out
}

// Path goes down from n by the first child of each name; nil if one is missing.
func (n *Node) Path(names ...string) *Node {
	for _, name := range names {
		var next *Node
		if n != nil {
			for _, k := range n.Kids {
				if k.Name == name {
					next = k
					break
				}
			}
		}
		n = next
	}
	return n
}

// String returns the text under n, as it stands.
func (n *Node) String() string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func (n *Node) write(b *strings.Builder) {
	b.WriteString(n.Text)
	for _, k := range n.Kids {
		k.write(b)
	}
}
