package loader

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/markup"
	"wirediff/loader/internal/page"
)

const (
	// MaxFeed is the longest feed that is read: a thousand times a usual one.
	MaxFeed = 10 << 20
	// MaxFeedItems bounds the items of a feed.
	MaxFeedItems = 500
)

// openFeed opens an RSS, Atom or JSON feed as a list of stories.
func openFeed(_ context.Context, f file) (shelf, error) {
	if len(f.text.String) > MaxFeed {
		return shelf{}, fmt.Errorf("a feed larger than %d MiB, the most that is read", MaxFeed>>20)
	}
	src := f.text.String
	if strings.HasPrefix(strings.TrimSpace(src), "{") {
		src = withoutNulls(src)
	} else {
		var err error
		if src, err = markup.CleanText(src); err != nil {
			return shelf{}, err
		}
		if err := depthWithin(src); err != nil {
			return shelf{}, err
		}
	}
	feed, err := gofeed.NewParser().ParseString(src)
	if err != nil {
		return shelf{}, errors.New("a feed that is damaged or of a kind that is not read")
	}
	if len(feed.Items) == 0 {
		return shelf{}, errors.New("the feed holds no items")
	}
	items := feed.Items[:min(len(feed.Items), MaxFeedItems)]
	s := shelf{read: func(_ context.Context, i int) ([]draft.Draft, []error) {
		d, err := feedItem(feed, items[i])
		d.Encoding = f.text.Encoding
		return oneDraft(d, err)
	}}
	for i, it := range items {
		item := Item{Index: i, Title: plainOf(it.Title), Date: feedDate(it), Size: int64(len(it.Content) + len(it.Description))}
		item.From = feedAuthor(it)
		s.items = append(s.items, item)
	}
	return s, nil
}

// withoutNulls returns a JSON text without the members and entries that are
// null, on which the feed reader panics.
func withoutNulls(src string) string {
	var v any
	if json.Unmarshal([]byte(src), &v) != nil {
		return src
	}
	out, err := json.Marshal(prune(v))
	if err != nil {
		return src
	}
	return string(out)
}

// prune drops the nulls under v; encoding/json bounds the depth.
func prune(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k, x := range v {
			if v[k] = prune(x); x == nil {
				delete(v, k)
			}
		}
	case []any:
		kept := v[:0]
		for _, x := range v {
			if x != nil {
				kept = append(kept, prune(x))
			}
		}
		return kept
	}
	return v
}

// depthWithin refuses XML that is nested too deep for a feed reader without a limit of its own.
func depthWithin(src string) error {
	sc := markup.New(src)
	for {
		if t, err := sc.Next(); err != nil || t == nil {
			if errors.Is(err, markup.ErrLimit) {
				return err
			}
			return nil
		}
	}
}

// feedItem reads one item; its text is HTML or plain text.
func feedItem(feed *gofeed.Feed, it *gofeed.Item) (draft.Draft, error) {
	const from = "feed"
	body := it.Content
	if strings.TrimSpace(body) == "" {
		body = it.Description
	}
	d, err := page.Fragment(body)
	if err != nil {
		return d, errors.New("the item holds no text, only a link; open the page it links to")
	}
	if it.Content != "" {
		draft.Set(&d.Standfirst, plainOf(it.Description), from)
	}
	draft.Set(&d.Title, plainOf(it.Title), from)
	draft.Set(&d.Outlet, plainOf(feed.Title), from)
	draft.Set(&d.Byline, feedAuthor(it), from)
	draft.Set(&d.Date, feedDate(it), from)
	draft.Set(&d.Language, feed.Language, from)
	draft.Set(&d.Address, it.Link, from)
	d.Format = "feed (" + feed.FeedType + ")"
	return d, nil
}

func feedAuthor(it *gofeed.Item) string {
	var names []string
	for _, a := range it.Authors {
		if a != nil && a.Name != "" {
			names = append(names, a.Name)
		}
	}
	return strings.Join(names, ", ")
}

func feedDate(it *gofeed.Item) string {
	for _, t := range []*time.Time{it.PublishedParsed, it.UpdatedParsed} {
		if t != nil {
			return t.Format(time.RFC3339)
		}
	}
	return ""
}

// plainOf returns the text of a title or summary that may be marked up.
func plainOf(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return draft.Collapse(s)
	}
	d, err := page.Fragment(s)
	if err != nil {
		return draft.Collapse(html.UnescapeString(s))
	}
	var parts []string
	for _, p := range d.Parts {
		parts = append(parts, p.Text)
	}
	return strings.Join(parts, " ")
}
