package page

import (
	"strings"
	"testing"
)

// TestMeta: what a page says about itself, in the ways in which sites say it.
func TestMeta(t *testing.T) {
	body := strings.Repeat("<p>The harbour was closed on Tuesday after a storm broke two of its gates, the master said.</p>", 6)
	for _, c := range []struct{ head, field, want string }{
		{`<meta property="og:site_name" content="Averley Post | Sport | Weather">`, "outlet", "Averley Post"},
		{`<meta property="og:site_name" content="@averleypost">`, "outlet", "averleypost"},
		{`<link rel=canonical href="https://www.averleypost.example/1">`, "outlet", "averleypost.example"},
		{`<div class=byline>By Ada Onslow | November 18, 2025 12:01 PM Print this article</div>`, "byline", "Ada Onslow"},
		{`<div class=byline>By Ada Onslow and Jon Roe • Published Nov. 18</div>`, "byline", "Ada Onslow and Jon Roe"},
		{`<div class=byline>Von Ada Onslow 18.11.2025</div>`, "byline", "Ada Onslow"},
		{`<meta name=author content="Ada Onslow">`, "byline", "Ada Onslow"},
		{`<meta name=author content="admin">`, "byline", ""},
		{`<meta name=author content="https://averleypost.example/ada">`, "byline", ""},
		{`<script type="application/ld+json">{"@type":"NewsArticle","author":["Ada Onslow",{"name":"Jon Roe"}]}</script><meta name=author content="Desk">`, "byline", "Ada Onslow, Jon Roe"},
		{`<script type="application/ld+json">{"@type":"NewsArticle","author":"Ada",}</script>`, "byline", "Ada"},
		{`<meta property="article:published" itemprop="datePublished dateCreated" content="2025-11-18T17:56:27.000Z">`, "date", "2025-11-18T17:56:27Z"},
		{`<meta itemprop="datePublished dateCreated" content="2025-11-18">`, "date", "2025-11-18"},
		{`<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2025-11-18T10:00:00+01:00"}]}</script>`, "date", "2025-11-18T10:00:00+01:00"},
		{`<time datetime="2025-11-18T10:00:00Z">Tuesday</time>`, "date", "2025-11-18T10:00:00Z"},
		{`<title>Gates break - Averley Post</title><meta property="og:site_name" content="Averley Post">`, "title", "Gates break"},
	} {
		d, err := Read("<html lang=en><head>"+c.head+"</head><body>"+body, "")
		got := map[string]string{"outlet": d.Outlet.Value, "byline": d.Byline.Value, "date": d.Date.Value, "title": d.Title.Value}[c.field]
		if err != nil || got != c.want {
			t.Errorf("%s of %s is %q, %v; want %q", c.field, c.head, got, err, c.want)
		}
	}
}
