// Package loader reads files into text.Source values: one story as its
// reader sees it, in its own paragraphs and spacing, and what the file says
// about it. See README.md for the formats and how well each is read.
//
// The way of a file:
//
//	path ─► bytes (capped) ─► sniff: what is it, by content ─► its reader ─► draft ─► text.Source
//
// A file holds one story or is a container (folder, zip, mailbox, feed, web
// archive) of several; List names them, Open reads all or the chosen ones.
// Nothing is written, and nothing is fetched but by Fetch.
package loader

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

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
	Encoding string    // forced text encoding, "" to detect; Encodings lists the names
	Items    []int     // which stories of a container, by Item.Index; nil: all up to MaxItems
}

// Open reads path: a file gives one Source or several (a mailbox, a zip, a
// folder), in a fixed order. Every failure of a part is a *Error in errs;
// the parts that could be read are returned all the same.
func Open(ctx context.Context, path string, opt Options) (sources []text.Source, errs []error) {
	if path == "-" {
		data, err := readAll(ctx, opt.Stdin, MaxFile)
		if err != nil {
			return nil, []error{&Error{"standard input", err}}
		}
		return Read(ctx, path, data, opt)
	}
	fsys, name, err := split(path)
	if err != nil {
		return nil, []error{&Error{path, err}}
	}
	return openAs(ctx, fsys, name, path, opt)
}

// OpenFS is Open for a file of fsys, such as an embedded example.
func OpenFS(ctx context.Context, fsys fs.FS, name string, opt Options) ([]text.Source, []error) {
	return openAs(ctx, fsys, name, name, opt)
}

// Read is Open for the bytes of a file that is called name.
func Read(ctx context.Context, name string, data []byte, opt Options) ([]text.Source, []error) {
	return load(ctx, file{name: name, data: data, opt: opt})
}

// split returns the folder of path as a file system, and path's name in it.
func split(path string) (fs.FS, string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, "", reason(err)
	}
	if info.IsDir() {
		return os.DirFS(path), ".", nil
	}
	return os.DirFS(filepath.Dir(path)), filepath.Base(path), nil
}

// openAs opens name of fsys, which the user knows as shown.
func openAs(ctx context.Context, fsys fs.FS, name, shown string, opt Options) ([]text.Source, []error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, []error{&Error{shown, reason(err)}}
	}
	if info.IsDir() {
		return openFolder(ctx, fsys, name, shown, opt)
	}
	data, err := readFile(ctx, fsys, name, MaxFile)
	if err != nil {
		return nil, []error{&Error{shown, err}}
	}
	return load(ctx, file{name: shown, data: data, opt: opt})
}
