package loader

import (
	"context"
	"errors"
	"fmt"

	"wirediff/diff/text"
	"wirediff/loader/internal/charset"
	"wirediff/loader/internal/draft"
)

// file is a file in memory and how the user wants it read.
type file struct {
	name string // as the user knows it
	data []byte
	text charset.Text // data decoded, for formats that are text
	opt  Options
	deep int // archives around it

	declared, address string // charset and address that the carrier names
}

// load reads the stories of f and finishes them. k is nil where the content
// of f decides what it is.
func load(ctx context.Context, f file, k kind) (sources []text.Source, errs []error) {
	drafts, errs := take(ctx, f, k)
	for _, d := range drafts {
		if d.Size() > MaxText {
			errs = append(errs, &Error{shown(d.File), tooLarge(MaxText)})
			continue
		}
		src := d.Finish()
		if src.Body == "" || d.Wordless() {
			errs = append(errs, &Error{shown(d.File), errNoStory})
			continue
		}
		sources = append(sources, src)
	}
	return sources, errs
}

var errNoStory = errors.New("no text of a story found")

// take opens f and reads the chosen stories, each guarded on its own. Every
// refusal is a *Error.
func take(ctx context.Context, f file, k kind) (drafts []draft.Draft, errs []error) {
	s, errs := guard(ctx, f.name, func(ctx context.Context) (shelf, []error) { return openShelf(ctx, f, k) })
	if len(errs) > 0 {
		return nil, errs
	}
	most := MaxItems
	if s.whole {
		most = len(s.items)
	}
	picked := pick(len(s.items), f.opt.Items, most)
	if len(picked) < len(f.opt.Items) {
		return nil, []error{&Error{shown(f.name), fmt.Errorf("not every story that was asked for is there: it holds %d", len(s.items))}}
	}
	var size int64
	for _, i := range picked {
		got, bad := guard(ctx, f.name, func(ctx context.Context) ([]draft.Draft, []error) {
			got, bad := s.read(ctx, i)
			for i := range got {
				complete(&got[i], f.name)
			}
			return got, bad
		})
		for _, d := range got {
			if size += d.Size(); size > MaxSet {
				errs = append(errs, &Error{shown(f.name), fmt.Errorf("the text of all versions is longer than %d MiB, the most that is read; the first %d were read", MaxSet>>20, len(drafts))})
				return drafts, errs
			}
			drafts = append(drafts, d)
		}
		for _, err := range bad {
			errs = append(errs, itemError(f, s.items, i, err))
		}
		if ctx.Err() != nil {
			break
		}
	}
	if f.opt.Items == nil && len(s.items) > most {
		errs = append(errs, &Error{shown(f.name), fmt.Errorf("the first %d of %d stories were read, the most that are read unasked; the name with #21 behind it gives the 21st", most, len(s.items))})
	}
	return drafts, errs
}

// openShelf opens f.
func openShelf(ctx context.Context, f file, k kind) (shelf, []error) {
	var err error
	if k == nil {
		k, err = sniff(&f)
	}
	var s shelf
	if err == nil {
		s, err = k(ctx, f)
	}
	if err == nil && len(s.items) == 0 {
		err = errNoStory
	}
	if err != nil {
		return s, []error{&Error{shown(f.name), err}}
	}
	return s, nil
}

// shown is how a file is called in messages.
func shown(name string) string {
	switch name {
	case "-":
		return "standard input"
	case "":
		return "a file without a name"
	}
	return name
}

// Damaged is the reason for a file on which a reader failed in a way it did not foresee.
const Damaged = "the file is damaged or not what it says it is"

// guard runs read in a goroutine of its own, so that a panic in a parser
// becomes a refusal of the file called name, and a parser that takes too long
// is left behind.
func guard[T any](ctx context.Context, name string, read func(context.Context) (T, []error)) (out T, errs []error) {
	ctx, cancel := context.WithTimeout(ctx, MaxTime)
	defer cancel()
	type result struct {
		out  T
		errs []error
	}
	done := make(chan result, 1)
	go func() {
		var r result
		defer func() {
			if recover() != nil {
				r = result{errs: []error{&Error{shown(name), errors.New(Damaged)}}}
			}
			done <- r
		}()
		r.out, r.errs = read(ctx)
	}()
	select {
	case r := <-done:
		return r.out, r.errs
	case <-ctx.Done():
		if errors.Is(ctx.Err(), context.DeadlineExceeded) {
			return out, []error{&Error{shown(name), fmt.Errorf("reading took longer than %v, the most that is waited for", MaxTime)}}
		}
		return out, []error{&Error{shown(name), ctx.Err()}}
	}
}
