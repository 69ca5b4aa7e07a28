//go:build !headless

package desktop

import (
	"bytes"
	"context"
	"errors"
	"io"

	"wirediff/assets"
	"wirediff/diff/text"
	"wirediff/loader"
	"wirediff/ui"
)

// files is the ui.Opener that reads real files.
type files struct{ stdin io.Reader }

// Open is part of ui.Opener.
func (f files) Open(ctx context.Context, path, encoding string) ([]text.Source, []error) {
	opt := loader.Options{Stdin: f.stdin, Encoding: encoding}
	if path == ui.ExamplePath {
		return loader.OpenFS(ctx, assets.Example(), ".", opt)
	}
	return loader.Open(ctx, path, opt)
}

// Read is part of ui.Opener.
func (f files) Read(ctx context.Context, name string, data []byte, encoding string) ([]text.Source, []error) {
	return loader.Read(ctx, name, data, loader.Options{Encoding: encoding})
}

// List is part of ui.Opener.
func (f files) List(ctx context.Context, path string) []ui.Item {
	items, err := loader.List(ctx, path, loader.Options{})
	if err != nil {
		return nil // Open says why
	}
	out := make([]ui.Item, len(items))
	for i, it := range items {
		out[i] = ui.Item{Title: it.Title, From: it.From, Date: it.Date, Size: it.Size, Set: it.Set}
	}
	return out
}

// Fetch is part of ui.Opener.
func (f files) Fetch(ctx context.Context, address string, private bool) (ui.Fetched, error) {
	page, err := loader.Fetch(ctx, address, loader.FetchOptions{AllowPrivate: private})
	if errors.Is(err, loader.ErrPrivate) {
		err = ui.ErrPrivate
	}
	if err != nil {
		return ui.Fetched{}, err
	}
	var archive bytes.Buffer
	if err := page.WriteArchive(&archive); err != nil {
		return ui.Fetched{}, err
	}
	sources, errs := page.Sources(ctx, loader.Options{})
	return ui.Fetched{Sources: sources, Errs: errs, Archive: archive.Bytes()}, nil
}

// Paste is part of ui.Opener.
func (f files) Paste(name, body string) text.Source { return loader.Paste(name, body) }

// Encodings is part of ui.Opener.
func (f files) Encodings() []string { return loader.Encodings() }
