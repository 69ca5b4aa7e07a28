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
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"wirediff/diff/text"
	"wirediff/loader/internal/lazy"
)

// Error says which file could not be read and why, in plain words.
type Error struct {
	File string
	Err  error
}

// Error returns "file: reason" in one line: what a name or a title inside may
// hold to spoil a terminal is not shown.
func (e *Error) Error() string { return visible(e.File + ": " + e.Err.Error()) }

// visible replaces control characters and marks that turn the direction of
// text by U+FFFD.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return utf8.RuneError
		}
		return r
	}, s)
}

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }

// ErrFormat is the reason for a file of a kind that the program does not read.
var ErrFormat = errors.New("not a kind of file that Wirediff reads")

// Options of Open; the zero value is the usual one.
type Options struct {
	Stdin    io.Reader // read for the path "-"
	Encoding string    // forced text encoding, "" to detect; Encodings lists the names
	Items    []int     // which stories of a container, by Item.Index; nil: all up to MaxItems
	Fetch    bool      // a path that begins with http:// or https:// is an address that the user typed: fetch it
}

// Open reads path: a file gives one Source or several (a mailbox, a zip, a
// folder), in a fixed order. Every failure of a part is a *Error in errs;
// the parts that could be read are returned all the same. "box.mbox#3" is the
// third story of a file that holds several.
func Open(ctx context.Context, path string, opt Options) (sources []text.Source, errs []error) {
	f, errs := find(ctx, path, opt)
	if len(errs) > 0 {
		return nil, errs
	}
	return load(ctx, f.file, f.kind)
}

// OpenFS is Open for a file of fsys, such as an embedded example.
func OpenFS(ctx context.Context, fsys fs.FS, name string, opt Options) ([]text.Source, []error) {
	f, k, err := locateFS(ctx, fsys, name, name, opt)
	if err != nil {
		return nil, []error{&Error{name, err}}
	}
	return load(ctx, f, k)
}

// Read is Open for the bytes of a file that is called name.
func Read(ctx context.Context, name string, data []byte, opt Options) ([]text.Source, []error) {
	return load(ctx, file{name: name, data: data, opt: opt}, nil)
}

// List names the stories that path holds, for the user to pick from by
// Options.Items. A file with one story gives one Item.
func List(ctx context.Context, path string, opt Options) ([]Item, error) {
	f, errs := find(ctx, path, opt)
	if len(errs) > 0 {
		return nil, errs[0]
	}
	s, errs := guard(ctx, f.name, func(ctx context.Context) (shelf, []error) { return openShelf(ctx, f.file, f.kind) })
	if len(errs) > 0 {
		return nil, errs[0]
	}
	items := slices.Clone(s.items)
	for i := range items {
		items[i].Set = s.whole
	}
	return items, nil
}

// found is a file and its kind, nil where the content decides.
type found struct {
	file
	kind kind
}

// find is locate, guarded: files of the system can look like any other and
// keep their reader waiting for ever. Standard input may take its time.
func find(ctx context.Context, path string, opt Options) (found, []error) {
	look := func(ctx context.Context) (found, []error) {
		f, k, err := locate(ctx, path, opt)
		if err != nil {
			return found{}, []error{&Error{shown(path), err}}
		}
		return found{f, k}, nil
	}
	if path == "-" {
		return look(ctx)
	}
	return guard(ctx, path, look)
}

// locate finds what path means. The kind is nil where the content decides.
func locate(ctx context.Context, path string, opt Options) (file, kind, error) {
	if path == "-" {
		data, err := readAll(ctx, opt.Stdin, MaxFile)
		return file{name: path, data: data, opt: opt}, nil, err
	}
	if isAddress(path) {
		return locateAddress(ctx, path, opt)
	}
	info, err := os.Stat(path)
	if err != nil {
		if name, items := chosen(path); items != nil && opt.Items == nil {
			opt.Items = items
			return locate(ctx, name, opt)
		}
	}
	switch {
	case err != nil:
		return file{}, nil, reason(err)
	case info.IsDir():
		return locateFS(ctx, os.DirFS(path), ".", path, opt)
	}
	return locateFS(ctx, os.DirFS(filepath.Dir(path)), filepath.Base(path), path, opt)
}

// numbered finds the stories that a path chooses: "box.mbox#3" or "box.mbox#1,4".
var numbered = lazy.Regexp(`^(.+)#(\d{1,6}(?:,\d{1,6})*)$`)

// chosen splits a path that no file has into a file and the indices of the
// stories that are chosen, counted from 1 in the path.
func chosen(path string) (name string, items []int) {
	m := numbered().FindStringSubmatch(path)
	if m == nil {
		return path, nil
	}
	for n := range strings.SplitSeq(m[2], ",") {
		i, _ := strconv.Atoi(n)
		items = append(items, i-1)
	}
	return m[1], items
}

// locateFS is locate for name of fsys, which the user knows as shownAs.
func locateFS(ctx context.Context, fsys fs.FS, name, shownAs string, opt Options) (file, kind, error) {
	f := file{name: shownAs, opt: opt}
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return f, nil, reason(err)
	}
	if info.IsDir() {
		return f, folder(fsys, name), nil
	}
	if info.Size() > MaxFile && startsArchive(fsys, name, info.Mode()) {
		return f, streamWarc(fsys, name), nil
	}
	f.data, err = readFile(ctx, fsys, name, MaxFile)
	return f, nil, err
}
