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
}

// load finds out what f is, reads it and finishes the stories.
func load(ctx context.Context, f file) (sources []text.Source, errs []error) {
	drafts, errs := guard(ctx, f.name, func(ctx context.Context) ([]draft.Draft, []error) { return drafts(ctx, f) })
	for _, d := range drafts {
		if d.Size() <= MaxText {
			complete(&d)
		}
		src := d.Finish()
		switch {
		case len(src.Body) > MaxText:
			errs = append(errs, &Error{shown(src.File), tooLarge(MaxText)})
		case src.Body == "":
			errs = append(errs, &Error{shown(src.File), errNoStory})
		default:
			sources = append(sources, src)
		}
	}
	return sources, errs
}

var errNoStory = errors.New("no text of a story found")

// drafts reads the stories of f; every refusal is a *Error.
func drafts(ctx context.Context, f file) ([]draft.Draft, []error) {
	k, err := sniff(&f)
	if err != nil {
		return nil, []error{&Error{shown(f.name), err}}
	}
	out, errs := take(ctx, f, k)
	for i := range out {
		if out[i].File == "" {
			out[i].File = f.name
		}
	}
	for i := range errs {
		var e *Error
		if !errors.As(errs[i], &e) {
			errs[i] = &Error{shown(f.name), errs[i]}
		}
	}
	return out, errs
}

// shown is how a file is called in messages.
func shown(name string) string {
	if name == "-" {
		return "standard input"
	}
	return name
}

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
				r = result{errs: []error{&Error{shown(name), errors.New("the file is damaged or not what it says it is")}}}
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
