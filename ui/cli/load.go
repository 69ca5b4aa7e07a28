package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"wirediff/diff/text"
	"wirediff/loader"
)

// load reads all paths, in the order given. A path that gives nothing is the
// whole's failure: a comparison without one of its versions would be another
// comparison. What a set (a folder, an archive) holds besides its stories, a
// picture or a style sheet, is named and passed over.
func (r *run) load(ctx context.Context, paths []string, in io.Reader) ([]text.Source, error) {
	paths, err := r.expand(paths)
	if err != nil {
		return nil, err
	}
	var sources []text.Source
	var failed []error
	stdin := 0
	for _, p := range paths {
		if p == "-" {
			if stdin++; stdin > 1 {
				return nil, errors.New("-: standard input can be given only once")
			}
		}
		s, errs := loader.Open(ctx, p, loader.Options{Stdin: in, Fetch: true})
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		sources = append(sources, s...)
		if len(s) == 0 {
			failed = append(failed, errs...)
			continue
		}
		for _, err := range errs {
			r.warn("passed over: " + err.Error())
		}
	}
	return sources, errors.Join(failed...)
}

// expand replaces patterns by the files they name, on Windows, where the
// shell does not.
func (r *run) expand(paths []string) ([]string, error) {
	if r.env.OS != "windows" {
		return paths, nil
	}
	var out []string
	for _, p := range paths {
		if _, err := os.Lstat(p); err == nil || !strings.ContainsAny(p, "*?[") {
			out = append(out, p)
			continue
		}
		found, err := filepath.Glob(p)
		switch {
		case err != nil:
			return nil, errors.New(p + ": not a pattern for file names")
		case len(found) == 0:
			return nil, errors.New(p + ": no file has such a name")
		}
		out = append(out, found...)
	}
	return out, nil
}

// loadFS reads every file of fsys, in the order of their names.
func loadFS(ctx context.Context, fsys fs.FS) ([]text.Source, error) {
	s, errs := loader.OpenFS(ctx, fsys, ".", loader.Options{})
	return s, errors.Join(errs...)
}
