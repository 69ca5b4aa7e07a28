// Package wire reads the forms in which news agencies send stories:
//
//	nitf.go      NITF 3 (IPTC), alone or inside NewsML
//	newsml.go    NewsML 1.2
//	newsmlg2.go  NewsML-G2 (newsItem, newsMessage)
//	ninjs.go     ninjs 1 to 3 (JSON), and the envelopes of agencies' interfaces
//	iptc7901.go  IPTC 7901, the teletype form of European agencies
//	anpa.go      ANPA 1312, the teletype form of American ones
//	ritzau.go    the queue of Ritzau
//
// Each reader returns the stories of a file, and for items without text
// (pictures, events, catalogues) a reason in words.
package wire

import (
	"errors"
	"fmt"
	"strings"

	"wirediff/diff/text"
	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/markup"
)

// Formats by name, as shown to the user.
const (
	NITF     = "NITF"
	NewsML1  = "NewsML 1.2"
	NewsMLG2 = "NewsML-G2"
	Ninjs    = "ninjs"
	IPTC7901 = "IPTC 7901"
	ANPA     = "ANPA 1312"
	Ritzau   = "Ritzau queue"
)

// errNoText is the reason for an item without text of unknown kind.
var errNoText = errors.New("the item holds no text")

// noText is the reason for an item that is of a kind without text.
func noText(kind string) error {
	if kind == "" || kind == "text" {
		return errNoText
	}
	return fmt.Errorf("the item is of the kind %q and holds no text", kind)
}

// blockTags are the elements of NITF and XHTML that set text apart.
var blockTags = map[string]text.Role{
	"p": text.RoleAuto, "div": text.RoleAuto, "block": text.RoleAuto, "section": text.RoleAuto, "body": text.RoleAuto, "body.content": text.RoleAuto,
	"li": text.RoleAuto, "ul": text.RoleAuto, "ol": text.RoleAuto, "dl": text.RoleAuto, "dt": text.RoleAuto, "dd": text.RoleAuto,
	"td": text.RoleAuto, "th": text.RoleAuto, "tr": text.RoleAuto, "table": text.RoleAuto, "pre": text.RoleAuto, "blockquote": text.RoleAuto,
	"bq": text.RoleAuto, "note": text.RoleAuto, "fn": text.RoleAuto, "hr": text.RoleAuto, "nitf-table": text.RoleAuto, "html": text.RoleAuto, "nitf": text.RoleAuto,
	"h1": text.RoleHeading, "h2": text.RoleHeading, "h3": text.RoleHeading, "h4": text.RoleHeading, "h5": text.RoleHeading, "h6": text.RoleHeading,
	"hl1": text.RoleHeading, "hl2": text.RoleHeading, "media-caption": text.RoleCaption, "figcaption": text.RoleCaption,
	"media-producer": text.RoleCaption, "tagline": text.RoleCredit, "bibliography": text.RoleFurniture,
}

// unseenTags are elements whose text is not printed.
var unseenTags = map[string]bool{"head": true, "script": true, "style": true, "media-metadata": true, "media-object": true, "body.head": true, "title": true}

// blocks adds the text under n to d, a block for each element that sets one
// apart.
func blocks(d *draft.Draft, n *markup.Node) {
	c := cutter{d: d}
	c.walk(n, text.RoleAuto)
	c.flush(text.RoleAuto)
}

// cutter collects the text of a block.
type cutter struct {
	d   *draft.Draft
	buf strings.Builder
}

func (c *cutter) walk(n *markup.Node, role text.Role) {
	if n == nil || unseenTags[n.Name] {
		return
	}
	if n.Name == "" {
		c.buf.WriteString(n.Text)
	}
	if n.Name == "br" {
		c.buf.WriteString(lineEnd)
	}
	own, isBlock := blockTags[n.Name]
	if isBlock {
		c.flush(role)
		if own != text.RoleAuto {
			role = own
		}
	}
	for _, k := range n.Kids {
		c.walk(k, role)
	}
	if isBlock {
		c.flush(role)
	}
}

// lineEnd stands for a br: agencies end paragraphs with it, and break lines.
const lineEnd = "\u2028"

// flush ends the open block. Text that its sender wrapped and indented by
// hand inside one element is cut into its paragraphs.
func (c *cutter) flush(role text.Role) {
	s := c.buf.String()
	c.buf.Reset()
	if strings.Contains(s, lineEnd) {
		lines := strings.Split(s, lineEnd)
		for i, l := range lines {
			lines[i] = draft.Collapse(l)
		}
		c.d.AddText(role, strings.Join(lines, "\n"))
		return
	}
	if indented(s) {
		c.d.AddText(role, s)
		return
	}
	c.d.Add(role, s)
}

// indented reports whether s is hand-wrapped text whose paragraphs begin with
// three blanks, as teletype text put into XML has.
func indented(s string) bool {
	lines := strings.Split(s, "\n")
	marked := 0
	for _, l := range lines {
		if strings.HasPrefix(l, "   ") && !strings.HasPrefix(l, "    ") {
			marked++
		}
	}
	return marked > 0 && marked < len(lines)-2 && draft.Wrapped(lines)
}

// signed makes the agency the outlet of its own stories.
func signed(stories []draft.Draft) []draft.Draft {
	for i := range stories {
		draft.Set(&stories[i].Outlet, stories[i].Credit.Value, "credit of the item")
	}
	return stories
}

// line returns the text under n on one line.
func line(n *markup.Node) string { return draft.Collapse(n.String()) }
