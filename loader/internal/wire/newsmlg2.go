package wire

import (
	"strings"

	"wirediff/diff/text"
	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/markup"
	"wirediff/loader/internal/page"
)

// ReadNewsMLG2 reads the items of a NewsML-G2 document: a newsItem, or a
// newsMessage with several. Some senders leave the envelope out and begin
// with contentMeta and contentSet; these are read as one item.
func ReadNewsMLG2(root *markup.Node) (stories []draft.Draft, err error) {
	items := root.All("newsItem")
	if len(items) == 0 {
		items = []*markup.Node{root}
	}
	err = errNoText
	for _, n := range items {
		d := g2Item(n)
		if d.Empty() {
			err = noText(g2Class(n, root))
			continue
		}
		stories = append(stories, d)
	}
	if len(stories) > 0 {
		return signed(stories), nil
	}
	return nil, err
}

// g2Class is the kind of an item: "picture", "video", "concept".
func g2Class(n, root *markup.Node) string {
	class := n.Path("itemMeta", "itemClass").Attr("qcode")
	if _, name, ok := strings.Cut(class, ":"); ok {
		return name
	}
	for _, k := range root.Kids {
		if k.Name != "" && k.Name != "newsItem" && k.Name != "newsMessage" {
			return strings.TrimSuffix(k.Name, "Item")
		}
	}
	return class
}

// g2Item reads one item.
func g2Item(n *markup.Node) draft.Draft {
	const from = "NewsML-G2 item"
	d := draft.Draft{}
	d.Format = NewsMLG2
	meta := n.Find("contentMeta")
	item := n.Find("itemMeta")
	draft.Set(&d.Title, line(meta.Find("headline")), from)
	SetByline(&d, line(meta.Find("by")), from)
	draft.Set(&d.Dateline, line(meta.Find("dateline")), from)
	draft.Set(&d.Slug, line(meta.Find("slugline")), from)
	draft.Set(&d.Language, meta.Find("language").Attr("tag"), from)
	draft.Set(&d.Language, n.Attr("lang"), from)
	draft.Set(&d.Revision, n.Attr("version"), from)
	draft.Set(&d.Note, line(item.Find("edNote")), from)
	for _, desc := range meta.All("description") {
		if strings.HasSuffix(desc.Attr("role"), "summary") || desc.Attr("role") == "" {
			draft.Set(&d.Standfirst, line(desc), from)
		}
	}
	draft.SetDate(&d.Date, line(meta.Find("contentCreated")), from)
	for _, name := range []string{"firstCreated", "versionCreated"} {
		draft.SetDate(&d.Date, line(item.Find(name)), from)
	}
	draft.SetDate(&d.Embargo, line(item.Find("embargoed")), from)
	for _, set := range n.All("contentSet") {
		g2Content(&d, set)
	}
	if len(d.Parts) == 0 && n.Find("contentSet") == nil {
		return d
	}
	g2Parties(&d, n, meta, item)
	return d
}

// g2Parties sets who made and sent the item.
func g2Parties(d *draft.Draft, n, meta, item *markup.Node) {
	const from = "NewsML-G2 item"
	draft.Set(&d.Credit, strings.Trim(line(meta.Find("creditline")), " –-"), from)
	for _, party := range []*markup.Node{meta.Find("infoSource"), item.Find("provider")} {
		draft.Set(&d.Credit, line(party.Find("name")), from)
		draft.Set(&d.Credit, party.Attr("literal"), from)
	}
	draft.Set(&d.Credit, line(n.Path("rightsInfo", "copyrightHolder", "name")), from)
	creator := meta.Find("creator")
	if name := line(creator.Find("name")); name != d.Credit.Value {
		SetByline(d, name, from)
	}
	draft.Set(&d.Dateline, line(meta.Path("located", "name")), "NewsML-G2 location")
}

// g2Content adds the text of a contentSet: NITF or XHTML as XML, or plain
// text or HTML as characters. Of several renditions the first with text counts.
func g2Content(d *draft.Draft, set *markup.Node) {
	if len(d.Parts) > 0 {
		return
	}
	for _, n := range set.Kids {
		switch {
		case n.Name == "inlineXML" && n.Find("nitf") != nil:
			nitf(d, n.Find("nitf"))
		case n.Name == "inlineXML":
			blocks(d, n)
		case n.Name == "inlineData":
			characters(d, n.String(), n.Attr("contenttype"))
		}
		if len(d.Parts) > 0 {
			return
		}
	}
}

// characters adds text that came as characters: HTML if it is or is called so.
func characters(d *draft.Draft, s, contentType string) {
	if strings.Contains(contentType, "html") || looksMarked(s) {
		if plainInside, ok := onePre(s); ok {
			d.AddText(text.RoleAuto, plainInside)
			return
		}
		if f, err := page.Fragment(s); err == nil {
			d.Parts = append(d.Parts, f.Parts...)
		}
		return
	}
	d.AddText(text.RoleAuto, s)
}

// looksMarked reports whether s has paragraph tags.
func looksMarked(s string) bool {
	low := strings.ToLower(s)
	return strings.Contains(low, "<p>") || strings.Contains(low, "<p ") || strings.Contains(low, "<br") || strings.Contains(low, "</div>")
}

// onePre recognises plain text of several paragraphs in a single p element.
func onePre(s string) (string, bool) {
	t := strings.TrimSpace(s)
	if !strings.HasPrefix(t, "<p>") || !strings.HasSuffix(t, "</p>") || strings.Count(t, "<") != 2 {
		return "", false
	}
	inner := strings.TrimSuffix(strings.TrimPrefix(t, "<p>"), "</p>")
	return inner, indented(strings.TrimSpace(inner))
}
