package wire

import (
	"strings"

	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/markup"
)

// ReadNITF reads an NITF document.
func ReadNITF(root *markup.Node) ([]draft.Draft, error) {
	var d draft.Draft
	nitf(&d, root.Find("nitf"))
	d.Format = NITF
	if d.Empty() {
		return nil, errNoText
	}
	return signed([]draft.Draft{d}), nil
}

// nitf fills d from an nitf element: body.head and docdata give the fields,
// body.content the blocks.
func nitf(d *draft.Draft, n *markup.Node) {
	const from = "NITF head"
	head := n.Find("body.head")
	draft.Set(&d.Title, line(head.Find("hl1")), "NITF headline")
	draft.Set(&d.Title, line(head.Find("hedline")), "NITF headline")
	draft.Set(&d.Title, line(n.Path("head", "title")), "NITF title")
	if sub := line(head.Find("hl2")); sub != d.Title.Value && sub != strings.ToUpper(sub) {
		draft.Set(&d.Standfirst, sub, "NITF headline")
	}
	draft.Set(&d.Standfirst, line(head.Find("abstract")), "NITF abstract")
	SetByline(d, nitfByline(head.Find("byline")), "NITF byline")
	draft.Set(&d.Credit, line(head.Find("distributor")), "NITF distributor")
	nitfDateline(d, head.Find("dateline"))
	nitfDocdata(d, n.Find("docdata"))
	draft.SetDate(&d.Date, head.Find("story.date").Attr("norm"), "NITF story date")
	draft.SetDate(&d.Date, n.Find("pubdata").Attr("date.publication"), from)
	for _, m := range n.Path("head").All("meta") {
		switch m.Attr("name") {
		case "anpa-keyword", "slug":
			draft.Set(&d.Slug, m.Attr("content"), "NITF meta")
		case "anpa-takekey":
			draft.Set(&d.Revision, m.Attr("content"), "NITF meta")
		}
	}
	draft.Set(&d.Language, n.Attr("baselang"), from)
	draft.Set(&d.Language, n.Attr("lang"), from)
	blocks(d, n.Find("body.content"))
	blocks(d, n.Find("body.end"))
}

// nitfByline puts a blank between a name and the title printed under it.
func nitfByline(n *markup.Node) string {
	if title := line(n.Find("byttl")); title != "" {
		return strings.TrimRight(strings.TrimSuffix(line(n), title), " ,") + ", " + title
	}
	return line(n)
}

// nitfDateline sets the dateline; a date alone is the date of the story.
func nitfDateline(d *draft.Draft, n *markup.Node) {
	place := line(n.Find("location"))
	if place == "" {
		place = strings.TrimSpace(strings.TrimSuffix(line(n), line(n.Find("story.date"))))
	}
	draft.Set(&d.Dateline, place, "NITF dateline")
}

// nitfDocdata reads what the sender says about the document.
func nitfDocdata(d *draft.Draft, n *markup.Node) {
	const from = "NITF docdata"
	draft.SetDate(&d.Date, n.Find("date.issue").Attr("norm"), from)
	if n.Attr("management-status") == "embargoed" {
		draft.SetDate(&d.Embargo, n.Find("date.release").Attr("norm"), from)
	}
	draft.Set(&d.Slug, n.Find("du-key").Attr("key"), from)
	draft.Set(&d.Slug, n.Find("keyword").Attr("key"), from)
	draft.Set(&d.Revision, n.Find("du-key").Attr("version"), from)
	draft.Set(&d.Note, n.Find("ed-msg").Attr("info"), from)
	draft.Set(&d.Credit, n.Find("doc.copyright").Attr("holder"), from)
	draft.Set(&d.Credit, n.Find("doc-id").Attr("regsrc"), from)
}

// SetByline sets the byline without its opening "By".
func SetByline(d *draft.Draft, s, from string) {
	s = draft.Collapse(s)
	for _, by := range []string{"By ", "BY ", "by "} {
		s = strings.TrimPrefix(s, by)
	}
	draft.Set(&d.Byline, strings.Trim(s, " ,"), from)
}
