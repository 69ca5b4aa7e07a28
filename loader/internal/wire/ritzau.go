package wire

import (
	"html"

	"wirediff/diff/text"
	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/markup"
)

// ReadRitzau reads the stories of Ritzau's queue (RBNews elements).
func ReadRitzau(root *markup.Node) (stories []draft.Draft, err error) {
	const from = "Ritzau record"
	for _, n := range root.All("RBNews") {
		d := draft.Draft{}
		d.Format = Ritzau
		set := func(f *text.Field, name string) { draft.Set(f, html.UnescapeString(line(n.Path(name))), from) }
		set(&d.Title, "headline")
		set(&d.Standfirst, "subtitle")
		set(&d.Dateline, "town")
		set(&d.Credit, "origin")
		set(&d.Revision, "version")
		set(&d.Note, "ednote")
		draft.SetDate(&d.Date, line(n.Path("PublishDate")), from)
		characters(&d, html.UnescapeString(n.Path("content").String()), "text/html")
		if !d.Empty() {
			stories = append(stories, d)
		}
	}
	if len(stories) == 0 {
		return nil, errNoText
	}
	return signed(stories), nil
}
