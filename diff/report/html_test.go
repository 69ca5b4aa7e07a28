package report_test

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/text"
)

// TestHTMLForScreenReaders: the page is told by its tags alone: a language,
// one title, headings without gaps, captions on tables, scopes on their heads,
// words for all that is drawn, the language of each story.
func TestHTMLForScreenReaders(t *testing.T) {
	c, err := diff.Compare(context.Background(), []text.Source{
		{Name: "Wire", Body: "The pilots of Carrow ended their walkout on Sunday after nine days.\n\nTheir union said that the members had voted for the offer of the ministry."},
		{Name: "Bote", Body: "Die Lotsen von Carrow haben ihren Streik am Sonntag nach neun Tagen beendet.\n\nDie Gewerkschaft sagte, dass die Mitglieder für das Angebot gestimmt haben."},
	}, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, pilots := golden(t, "testdata/pilots.txtar")
	for _, p := range []*report.Page{changes(pilots, report.Sharing{Notes: true}), report.New(c.Read(0), report.View{}).Report(report.Sharing{}, "Wirediff 1", "")} {
		var b bytes.Buffer
		if err := report.HTML(&b, p, report.Standard); err != nil {
			t.Fatal(err)
		}
		doc, err := html.Parse(&b)
		if err != nil {
			t.Fatal(err)
		}
		var headings, languages []string
		ids := map[string]bool{}
		for n := range doc.Descendants() {
			ids[attr(n, "id")] = true
		}
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			switch n.Data {
			case "html":
				if attr(n, "lang") != "en" {
					t.Error("the page says no language")
				}
			case "h1", "h2", "h3", "h4":
				headings = append(headings, n.Data)
			case "table":
				if first := firstTag(n); first == nil || first.Data != "caption" {
					t.Error("a table without a caption")
				}
			case "th":
				if s := attr(n, "scope"); s != "row" && s != "col" {
					t.Errorf("a head of a table without a scope: %q", words(n))
				}
			case "svg":
				if attr(n, "aria-hidden") != "true" {
					t.Error("a drawing that is read out")
				}
			case "a":
				if strings.TrimSpace(words(n)) == "" {
					t.Error("a link without words")
				}
			case "p":
				languages = append(languages, attr(n, "lang"))
			}
			if by := attr(n, "aria-labelledby"); by != "" && !ids[by] {
				t.Errorf("%s is labelled by %q, which is not there", n.Data, by)
			}
		}
		if len(headings) < 4 || headings[0] != "h1" || slices.Contains(headings[1:], "h1") || slices.Contains(headings, "h3") {
			t.Errorf("headings %v", headings)
		}
		if p.Reading.Collation == c && (!slices.Contains(languages, "de") || !slices.Contains(languages, "en")) {
			t.Errorf("languages of the cells %v", languages)
		}
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// firstTag is the first element below n.
func firstTag(n *html.Node) *html.Node {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			return c
		}
	}
	return nil
}

// words is the text below n.
func words(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}
