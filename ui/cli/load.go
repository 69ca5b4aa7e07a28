package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"wirediff/diff/session"
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
	if i := slices.Index(paths, "-"); i >= 0 && slices.Contains(paths[i+1:], "-") {
		return nil, errors.New("-: standard input can be given only once")
	}
	var sources []text.Source
	var failed []error
	for _, got := range openAll(ctx, paths, loader.Options{Stdin: in, Fetch: true}) {
		sources = append(sources, got.sources...)
		if len(got.sources) == 0 {
			failed = append(failed, got.errs...)
			continue
		}
		for _, err := range got.errs {
			r.warn("passed over: " + err.Error())
		}
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return sources, errors.Join(failed...)
}

// opened is what one path gave.
type opened struct {
	sources []text.Source
	errs    []error
}

// openAll opens paths on all processors; the results are in the order of paths.
func openAll(ctx context.Context, paths []string, opt loader.Options) []opened {
	out := make([]opened, len(paths))
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	var group sync.WaitGroup
	for i, p := range paths {
		slots <- struct{}{}
		group.Go(func() {
			out[i] = open(ctx, p, opt)
			<-slots
		})
	}
	group.Wait()
	return out
}

// open reads what a path names: the versions of a saved session as it holds
// them, or what the loader makes of it.
func open(ctx context.Context, path string, opt loader.Options) (out opened) {
	if !isSession(path) {
		out.sources, out.errs = loader.Open(ctx, path, opt)
		return out
	}
	s, _, trouble, err := session.Open(path)
	if err != nil {
		return opened{errs: []error{err}}
	}
	for _, t := range trouble {
		out.errs = append(out.errs, fmt.Errorf("%s: %w", path, t))
	}
	out.sources = s.Sources()
	return out
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
