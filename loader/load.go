package loader

import (
	"context"
	"errors"
	"fmt"

	"wirediff/diff/text"
	"wirediff/loader/internal/draft"
)

// file is a file in memory and how the user wants it read.
type file struct {
	name string // as the user knows it
	data []byte
	opt  Options
	deep int // containers around it
}

// reader reads a file of one format. The drafts it returns are of one story
// each; errs are about parts that could not be read.
type reader func(ctx context.Context, f file) (drafts []draft.Draft, errs []error)

// load finds out what f is, reads it and finishes the stories.
func load(ctx context.Context, f file) ([]text.Source, []error) {
	if len(f.data) == 0 {
		return nil, []error{&Error{shown(f.name), errors.New("the file is empty")}}
	}
	read, err := sniff(&f)
	if err != nil {
		return nil, []error{&Error{shown(f.name), err}}
	}
	drafts, errs := guard(ctx, f, read)
	var out []text.Source
	for i := range errs {
		errs[i] = named(f.name, errs[i])
	}
	for _, d := range drafts {
		if d.File == "" {
			d.File = f.name
		}
		complete(&d)
		src := d.Finish()
		if len(src.Body) > MaxText {
			errs = append(errs, &Error{shown(d.File), tooLarge(MaxText)})
			continue
		}
		out = append(out, src)
	}
	if len(out) == 0 && len(errs) == 0 {
		errs = append(errs, &Error{shown(f.name), errors.New("no text of a story found")})
	}
	return out, errs
}

// named makes err a *Error about the file called name, unless it is one already.
func named(name string, err error) error {
	var e *Error
	if errors.As(err, &e) {
		return err
	}
	return &Error{shown(name), err}
}

// shown is how a file is called in messages.
func shown(name string) string {
	if name == "-" {
		return "standard input"
	}
	return name
}

// guard runs read in a goroutine of its own, so that a panic in a parser
// becomes an error and a parser that takes too long is left behind.
func guard(ctx context.Context, f file, read reader) ([]draft.Draft, []error) {
	ctx, cancel := context.WithTimeout(ctx, MaxTime)
	defer cancel()
	type result struct {
		drafts []draft.Draft
		errs   []error
	}
	done := make(chan result, 1)
	go func() {
		var r result
		defer func() {
			if p := recover(); p != nil {
				r = result{nil, []error{fmt.Errorf("the file is damaged or not what it says it is (%v)", p)}}
			}
			done <- r
		}()
		r.drafts, r.errs = read(ctx, f)
	}()
	select {
	case r := <-done:
		return r.drafts, r.errs
	case <-ctx.Done():
		if errors.Is(ctx.Err(), context.DeadlineExceeded) {
			return nil, []error{fmt.Errorf("reading took longer than %v, the most that is waited for", MaxTime)}
		}
		return nil, []error{ctx.Err()}
	}
}

// one wraps the reader of a format with one story to a file.
func one(read func(f file) (draft.Draft, error)) reader {
	return func(_ context.Context, f file) ([]draft.Draft, []error) {
		d, err := read(f)
		if err != nil {
			return nil, []error{err}
		}
		return []draft.Draft{d}, nil
	}
}
