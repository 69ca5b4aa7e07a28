package wire

import (
	"strings"

	"wirediff/diff/text"
	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/markup"
)

// ReadNewsML1 reads the items of a NewsML 1.2 document.
func ReadNewsML1(root *markup.Node) (stories []draft.Draft, err error) {
	items := root.All("NewsItem")
	err = errNoText
	for _, n := range items {
		d := newsML1Item(n)
		if d.Empty() {
			err = noText(strings.ToLower(n.Find("MediaType").Attr("FormalName")))
			continue
		}
		stories = append(stories, d)
	}
	if len(stories) > 0 {
		return signed(stories), nil
	}
	return nil, err
}

func newsML1Item(n *markup.Node) draft.Draft {
	const from = "NewsML lines"
	d := draft.Draft{}
	d.Format = NewsML1
	lines := n.Find("NewsLines")
	draft.Set(&d.Title, line(lines.Find("HeadLine")), from)
	draft.Set(&d.Title, line(n.Find("HeadLine")), from)
	draft.Set(&d.Standfirst, line(lines.Find("SubHeadLine")), from)
	SetByline(&d, line(lines.Find("ByLine")), from)
	draft.Set(&d.Dateline, line(lines.Find("DateLine")), from)
	draft.Set(&d.Slug, line(lines.Find("SlugLine")), from)
	draft.Set(&d.Slug, line(n.Find("NameLabel")), "NewsML identification")
	draft.Set(&d.Revision, line(n.Find("RevisionId")), "NewsML identification")
	draft.Set(&d.Language, n.Find("Language").Attr("FormalName"), "NewsML metadata")
	draft.SetDate(&d.Date, line(n.Find("FirstCreated")), "NewsML management")
	draft.SetDate(&d.Date, line(n.Find("DateId")), "NewsML identification")
	if strings.EqualFold(n.Path("NewsManagement", "Status").Attr("FormalName"), "Embargoed") {
		draft.SetDate(&d.Embargo, line(n.Find("StatusWillChange").Find("DateAndTime")), "NewsML management")
	}
	draft.Set(&d.Credit, line(lines.Find("CreditLine")), from)
	draft.Set(&d.Credit, n.Find("Provider").Find("Party").Attr("FormalName"), "NewsML metadata")
	main := mainContent(n)
	switch {
	case main == nil:
	case main.Find("nitf") != nil:
		nitf(&d, main.Find("nitf"))
	case onlyText(main):
		characters(&d, main.String(), "")
	default:
		blocks(&d, main)
	}
	if d.Title.Value == "" && len(d.Parts) > 0 && d.Parts[0].Role == text.RoleHeading {
		draft.Set(&d.Title, d.Parts[0].Text, "first heading")
		d.Parts = d.Parts[1:]
	}
	return d
}

// mainContent is the longest text of an item: beside the story stand
// headlines, style sheets and links, each as content of its own.
func mainContent(n *markup.Node) (main *markup.Node) {
	longest := 0
	for _, c := range n.All("DataContent") {
		if s := line(c); len(s) > longest {
			main, longest = c, len(s)
		}
	}
	return main
}

func onlyText(n *markup.Node) bool {
	for _, k := range n.Kids {
		if k.Name != "" {
			return false
		}
	}
	return true
}
