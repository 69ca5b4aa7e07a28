package loader

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"strings"

	"wirediff/loader/internal/charset"
	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/pack"
	"wirediff/loader/internal/page"
	"wirediff/loader/internal/warc"
)

// openWarc opens a web archive in memory as a list of pages.
func openWarc(_ context.Context, f file) (shelf, error) {
	return warcShelf(f, func() (io.ReadSeekCloser, error) { return nopCloser{bytes.NewReader(f.data)}, nil })
}

type nopCloser struct{ io.ReadSeeker }

func (nopCloser) Close() error { return nil }

// streamWarc is openWarc for a file too large for memory.
func streamWarc(fsys fs.FS, name string) kind {
	return func(_ context.Context, f file) (shelf, error) {
		return warcShelf(f, func() (io.ReadSeekCloser, error) {
			r, err := fsys.Open(name)
			if err != nil {
				return nil, reason(err)
			}
			if s, ok := r.(io.ReadSeekCloser); ok {
				return s, nil
			}
			r.Close()
			return nil, tooLarge(MaxFile)
		})
	}
}

// startsArchive reports whether a file begins as a web archive does.
func startsArchive(fsys fs.FS, name string, mode fs.FileMode) bool {
	if !mode.IsRegular() {
		return false
	}
	f, err := fsys.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, sniffHead)
	n, _ := io.ReadFull(f, head)
	return warc.IsArchive(head[:n])
}

// warcShelf lists the pages of an archive, which open opens for each use.
func warcShelf(f file, open func() (io.ReadSeekCloser, error)) (shelf, error) {
	r, err := open()
	if err != nil {
		return shelf{}, err
	}
	defer r.Close()
	pages, err := warc.List(r)
	if err != nil {
		return shelf{}, err
	}
	if len(pages) == 0 {
		return shelf{}, errors.New("the web archive holds no page")
	}
	s := shelf{read: func(_ context.Context, i int) ([]draft.Draft, []error) {
		r, err := open()
		if err != nil {
			return nil, []error{err}
		}
		defer r.Close()
		return oneDraft(warcPage(r, pages[i], f.opt.Encoding))
	}}
	for i, p := range pages {
		title := p.Title
		if title == "" {
			title = p.URL
		}
		s.items = append(s.items, Item{Index: i, Title: title, From: p.URL, Date: draft.Date(p.Date), Size: p.Size})
	}
	return s, nil
}

func warcPage(r io.ReadSeeker, p warc.Page, forced string) (draft.Draft, error) {
	data, declared, err := warc.Read(r, p)
	if err != nil {
		return draft.Draft{}, err
	}
	t, err := charset.Decode(data, forced, declared)
	if err != nil {
		return draft.Draft{}, err
	}
	if len(t.String) > MaxText {
		return draft.Draft{}, tooLarge(MaxText)
	}
	d, err := page.Read(t.String, p.URL)
	d.Format, d.Encoding = "web archive", t.Encoding
	return d, err
}

// isWacz reports whether a zip is a WACZ: web archives with an index.
func isWacz(a *pack.Archive) bool { return a.Find("datapackage.json") != nil && len(waczParts(a)) > 0 }

func waczParts(a *pack.Archive) (names []string) {
	for _, z := range a.Files {
		if strings.HasPrefix(z.Name, "archive/") && (strings.HasSuffix(z.Name, ".warc.gz") || strings.HasSuffix(z.Name, ".warc") || strings.HasSuffix(z.Name, ".warc.zst")) {
			names = append(names, z.Name)
		}
	}
	return names
}

// openWacz opens the web archives of a WACZ as one list of pages.
func openWacz(a *pack.Archive) kind {
	return func(ctx context.Context, f file) (shelf, error) {
		var all shelf
		var reads []func(context.Context) ([]draft.Draft, []error)
		for _, name := range waczParts(a) {
			data, err := a.Read(name)
			if err != nil {
				return shelf{}, err
			}
			s, err := openWarc(ctx, file{name: f.name, data: data, opt: f.opt})
			if err != nil {
				return shelf{}, err
			}
			for i, it := range s.items {
				it.Index = len(all.items)
				all.items = append(all.items, it)
				reads = append(reads, func(ctx context.Context) ([]draft.Draft, []error) { return s.read(ctx, i) })
			}
		}
		all.read = func(ctx context.Context, i int) ([]draft.Draft, []error) { return reads[i](ctx) }
		return all, nil
	}
}
