package loader

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"wirediff/loader/internal/draft"
)

// Item is a story in a file that holds several.
type Item struct {
	Index int    // for Options.Items
	Title string // subject, headline, page title or name in the archive
	From  string // sender, site or author, "" if unknown
	Date  string // RFC 3339, "" if unknown
	Size  int64  // bytes, 0 if unknown
	Set   bool   // one of a set of versions (folder, zip), which is read whole unless some are chosen
}

// shelf is an opened file: what it holds, and how to read one of it. Files
// with a single story are shelves with one item.
type shelf struct {
	items []Item
	whole bool // a set of versions, read whole unless some are chosen
	read  func(ctx context.Context, i int) ([]draft.Draft, []error)
}

// kind is a format: how its files are opened.
type kind func(ctx context.Context, f file) (shelf, error)

// one makes a kind of the reader of a format with one story to a file.
func one(read func(f file) (draft.Draft, error)) kind {
	return func(_ context.Context, f file) (shelf, error) {
		return single(f, func() ([]draft.Draft, []error) {
			d, err := read(f)
			if err != nil {
				return nil, []error{err}
			}
			return []draft.Draft{d}, nil
		}), nil
	}
}

// several makes a kind of the reader of a format with any number of stories to
// a file, small enough to be read at once.
func several(read func(f file) ([]draft.Draft, error)) kind {
	return func(_ context.Context, f file) (shelf, error) {
		stories, err := read(f)
		if err != nil {
			return shelf{}, err
		}
		s := shelf{read: func(_ context.Context, i int) ([]draft.Draft, []error) { return stories[i : i+1], nil }}
		for i := range stories {
			d := &stories[i]
			d.Encoding = f.text.Encoding
			s.items = append(s.items, Item{Index: i, Title: itemTitle(*d), From: d.Credit.Value, Date: d.Date.Value, Size: d.Size()})
		}
		return s, nil
	}
}

// itemTitle is how a story is called in a list.
func itemTitle(d draft.Draft) string {
	switch {
	case d.Title.Value != "":
		return d.Title.Value
	case d.Slug.Value != "":
		return d.Slug.Value
	case len(d.Parts) > 0:
		const enough = 80
		s, _, _ := strings.Cut(d.Parts[0].Text, ". ")
		return strings.ToValidUTF8(s[:min(len(s), enough)], "")
	}
	return ""
}

// single is the shelf of a file with one story.
func single(f file, read func() ([]draft.Draft, []error)) shelf {
	return shelf{
		items: []Item{{Title: stem(f.name), Size: int64(len(f.data))}},
		read:  func(context.Context, int) ([]draft.Draft, []error) { return read() },
		whole: true,
	}
}

// itemError says which item of several could not be read.
func itemError(f file, items []Item, i int, err error) error {
	var e *Error
	if errors.As(err, &e) {
		return err
	}
	if len(items) == 1 {
		return &Error{shown(f.name), err}
	}
	return &Error{fmt.Sprintf("%s, item %d (%s)", shown(f.name), i+1, items[i].Title), err}
}

// pick returns the chosen indices below n in the order chosen, or the first most of all.
func pick(n int, chosen []int, most int) []int {
	var out []int
	if chosen == nil {
		for i := range min(n, most) {
			out = append(out, i)
		}
		return out
	}
	for _, i := range chosen {
		if i >= 0 && i < n {
			out = append(out, i)
		}
	}
	return out
}
