package page

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wirediff/diff/text"
	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/lazy"
)

// meta is what a page says about itself, by place.
type meta struct {
	ld       article           // JSON-LD
	tags     map[string]string // meta name or property, lower case → content; the first one wins
	pageName string            // title element
	lang     string            // html lang
	time     string            // first time element with a datetime
	author   string            // rel=author, itemprop=author
	byline   string            // text under a class "byline"
	address  text.Field
}

// savedFrom finds the address that browsers leave in saved pages.
var savedFrom = lazy.Regexp(`(?i)<!-- saved from url=\(\d+\)(\S+) -->|<!--\s*Page saved with SingleFile\s+url:\s*(\S+)`)

// metadata reads what doc says about itself.
func metadata(doc *html.Node, src, address string) meta {
	m := meta{tags: map[string]string{}}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			m.element(n)
		}
	}
	draft.Set(&m.address, address, "the file's own record")
	if s := savedFrom().FindStringSubmatch(src[:min(len(src), 4096)]); s != nil {
		draft.Set(&m.address, s[1]+s[2], "comment of the saving program")
	}
	draft.Set(&m.address, m.tags["canonical"], "canonical link")
	draft.Set(&m.address, m.tags["og:url"], "meta tag")
	draft.Set(&m.address, m.ld.url, "JSON-LD")
	return m
}

// element takes note of one element.
func (m *meta) element(n *html.Node) {
	attr := func(key string) string {
		for _, a := range n.Attr {
			if a.Key == key {
				return strings.TrimSpace(a.Val)
			}
		}
		return ""
	}
	switch n.DataAtom {
	case atom.Html:
		m.lang = attr("lang")
	case atom.Meta:
		content := attr("content")
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			for k := range strings.FieldsSeq(strings.ToLower(attr(key))) {
				if content != "" && m.tags[k] == "" {
					m.tags[k] = content
				}
			}
		}
	case atom.Link:
		if strings.EqualFold(attr("rel"), "canonical") && m.tags["canonical"] == "" {
			m.tags["canonical"] = attr("href")
		}
	case atom.Title:
		if m.pageName == "" && (n.Parent == nil || n.Parent.Data != "svg") {
			m.pageName = textOf(n)
		}
	case atom.Script:
		if strings.Contains(strings.ToLower(attr("type")), "ld+json") && n.FirstChild != nil {
			m.ld.merge(n.FirstChild.Data)
		}
	case atom.Time:
		if m.time == "" {
			m.time = attr("datetime")
		}
	}
	if m.author == "" && (strings.EqualFold(attr("rel"), "author") || attr("itemprop") == "author") {
		m.author = textOf(n)
	}
	if m.byline == "" && strings.Contains(strings.ToLower(attr("class")), "byline") {
		m.byline = textOf(n)
	}
	if m.tags["datepublished"] == "" && attr("itemprop") == "datePublished" {
		m.tags["datepublished"] = attr("datetime")
	}
}

// textOf returns the text under n, at most a line's worth.
func textOf(n *html.Node) string {
	const enough = 400
	var b strings.Builder
	for k := range n.Descendants() {
		if k.Type == html.TextNode && b.Len() < enough {
			b.WriteString(k.Data)
			b.WriteByte(' ')
		}
	}
	return draft.Collapse(b.String())
}

// fill sets the fields of d but the title.
func (m *meta) fill(d *draft.Draft) {
	d.Address = m.address
	tag := func(f *text.Field, names ...string) {
		for _, n := range names {
			draft.Set(f, m.tags[n], "meta tag")
		}
	}
	draft.SetDate(&d.Date, m.ld.published, "JSON-LD")
	for _, n := range []string{"article:published_time", "article:published", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date", "dcterms.created", "date", "pubdate", "pdate", "publish-date", "article.published", "cxenseparse:recs:publishtime", "last-modified"} {
		draft.SetDate(&d.Date, m.tags[n], "meta tag")
	}
	draft.SetDate(&d.Date, m.ld.page, "JSON-LD")
	draft.SetDate(&d.Date, m.time, "time tag")

	m.setByline(&d.Byline, m.ld.author, "JSON-LD")
	for _, n := range []string{"author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "cxenseparse:author", "article.author"} {
		m.setByline(&d.Byline, m.tags[n], "meta tag")
	}
	m.setByline(&d.Byline, m.author, "author link")
	if len(m.byline) < 120 {
		m.setByline(&d.Byline, m.byline, "byline on the page")
	}

	draft.Set(&d.Standfirst, m.ld.description, "JSON-LD")
	tag(&d.Standfirst, "og:description", "description")
	for _, n := range []string{"og:site_name", "application-name", "cre", "publisher", "dc.publisher"} {
		draft.Set(&d.Outlet, siteName(m.tags[n]), "meta tag")
	}
	draft.Set(&d.Outlet, m.ld.publisher, "JSON-LD")
	if u, err := url.Parse(m.address.Value); err == nil && strings.HasPrefix(u.Scheme, "http") {
		draft.Set(&d.Outlet, strings.TrimPrefix(strings.TrimPrefix(u.Hostname(), "www."), "m."), "address")
	}
	draft.Set(&d.Language, m.lang, "html tag")
	draft.Set(&d.Language, m.ld.language, "JSON-LD")
	draft.Set(&d.Language, strings.ReplaceAll(m.tags["og:locale"], "_", "-"), "meta tag")
}

// siteName is the name of a site without the sections or the handle that some
// write there: "Averley Post | Sport | Weather", "@averleypost".
func siteName(s string) string {
	s, _, _ = strings.Cut(s, " | ")
	return strings.TrimPrefix(strings.TrimSpace(s), "@")
}

// afterName finds what pages print behind a name: "Ada Onslow | November 18, 2025 12:01 PM Print".
var afterName = lazy.Regexp(`(?i)\s*(?:[|•·]|[,–-]?\s+(?:published|updated|posted|\d{4}-\d\d|\d{1,2}[./:]\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)).*$`)

// account finds names of accounts, which are nobody's.
var account = lazy.Regexp(`(?i)^(?:\w*admin|administrator|webmaster|guest|user|root|anonymous|гость|админ|редактор)$`)

var byWord = lazy.Regexp(`(?i)^(by|von|par|por|di|door)[:\s]\s*`)

// setByline sets an author's name; addresses, the outlet itself and handles are not one.
func (m *meta) setByline(f *text.Field, s, from string) {
	s = byWord().ReplaceAllString(draft.Collapse(s), "")
	if cut := afterName().ReplaceAllString(s, ""); cut != "" {
		s = cut
	}
	if account().MatchString(s) || strings.Contains(s, "://") || strings.HasPrefix(s, "@") || strings.HasPrefix(s, "/") || len(s) > 160 {
		return
	}
	draft.Set(f, s, from)
}

// title sets the title of d and returns the block that shows it, -1 if none does.
// The page's own heading is what the reader sees; og:title and JSON-LD say
// which of several headings it is.
func (m *meta) title(d *draft.Draft, blocks []block, roles []text.Role) int {
	said := text.Field{}
	draft.Set(&said, m.ld.headline, "JSON-LD")
	draft.Set(&said, m.tags["og:title"], "meta tag")
	draft.Set(&said, m.tags["twitter:title"], "meta tag")
	draft.Set(&said, m.tags["headline"], "meta tag")
	draft.Set(&said, withoutSite(m.pageName, d.Outlet.Value), "title tag")
	best, score := -1, 0.0
	for i, b := range blocks {
		if b.level == 0 || b.level > 2 || b.marks&inHidden != 0 {
			continue
		}
		s := alike(b.text, said.Value)
		if b.level == 1 {
			s += 0.2
		}
		if s > score {
			best, score = i, s
		}
	}
	if best >= 0 && (score >= 0.6 || said.Value == "" && blocks[best].level == 1) {
		draft.Set(&d.Title, blocks[best].text, "heading of the page")
		return best
	}
	d.Title = said
	if d.Title.Value != "" {
		for i, b := range blocks {
			if b.text == d.Title.Value && roles[i] != text.RoleFurniture {
				return i
			}
		}
	}
	return -1
}

// withoutSite cuts the outlet's name from the end of a page's title.
func withoutSite(s, outlet string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " · ", " » ", " :: "} {
		if i := strings.LastIndex(s, sep); i > 0 {
			tail := s[i+len(sep):]
			if alike(tail, outlet) > 0.5 || len(tail) < 25 && i > len(tail) {
				return s[:i]
			}
		}
	}
	return s
}

// alike is the share of words that a and b have in common (Dice).
func alike(a, b string) float64 {
	lex := lexicon{}
	x, y := lex.words(nil, a), lex.words(nil, b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	have := map[word]int{}
	for _, w := range x {
		have[w]++
	}
	n := 0
	for _, w := range y {
		if have[w] > 0 {
			have[w]--
			n++
		}
	}
	return 2 * float64(n) / float64(len(x)+len(y))
}
