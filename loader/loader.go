// Package loader reads files into text.Source values.
package loader

import (
	"context"
	"errors"
	"io"

	"wirediff/diff/text"
)

// Error says which file could not be read and why, in plain words.
type Error struct {
	File string
	Err  error
}

// Error returns "file: reason".
func (e *Error) Error() string { return e.File + ": " + e.Err.Error() }

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }

// ErrFormat is the reason for a file of a kind that the program does not read.
var ErrFormat = errors.New("not a kind of file that Wirediff reads")

// Options of Open; the zero value is the usual one.
type Options struct {
	Stdin    io.Reader // read for the path "-"
	Encoding string    // forced text encoding, "" to detect
}

// Open reads path: a file gives one Source or several (a mailbox, a zip, a
// folder), in a fixed order. Every failure of a part is a *Error in errs;
// the parts that could be read are returned all the same.
func Open(ctx context.Context, path string, opt Options) (sources []text.Source, errs []error) {
	return nil, []error{&Error{path, ErrFormat}} // SKELETON
}

// Paste makes a Source of text from the clipboard, with the same rules for
// byline, dateline and furniture as a file.
func Paste(name, body string) text.Source {
	return text.Source{Name: name, Body: body, Format: "pasted text"}
}
