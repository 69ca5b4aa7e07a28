package loader

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"path"
	"sort"
	"strings"

	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/pack"
)

// maxZipDeep is how many zips may stand inside one another: one, a zip of versions.
const maxZipDeep = 1

// openZip opens a zip as a set of versions, in the order of their names.
// Office documents are zips too, but known by their parts before this is asked.
func openZip(_ context.Context, f file) (shelf, error) {
	if f.deep >= maxZipDeep {
		return shelf{}, errors.New("an archive inside an archive is not opened; unpack the outer one")
	}
	a, err := pack.Open(f.data)
	if err != nil {
		return shelf{}, err
	}
	files := versionFiles(a.Files)
	if len(files) > MaxFiles {
		return shelf{}, errTooManyFiles()
	}
	s := shelf{whole: true}
	for i, z := range files {
		s.items = append(s.items, Item{Index: i, Title: inside(z.Name), Size: int64(z.UncompressedSize64)})
	}
	s.read = func(ctx context.Context, i int) ([]draft.Draft, []error) {
		name := f.name + "/" + inside(files[i].Name)
		data, err := a.Unpack(files[i])
		if err != nil {
			return nil, []error{&Error{name, err}}
		}
		inner := file{name: name, data: data, opt: Options{Encoding: f.opt.Encoding}, deep: f.deep + 1}
		return take(ctx, inner, nil)
	}
	return s, nil
}

// versionFiles returns the files of an archive that a user would call
// versions, by name.
func versionFiles(all []*zip.File) (files []*zip.File) {
	for _, z := range all {
		if z.FileInfo().IsDir() || !z.Mode().IsRegular() || hiddenPath(inside(z.Name)) {
			continue
		}
		files = append(files, z)
	}
	sort.SliceStable(files, func(i, j int) bool { return inside(files[i].Name) < inside(files[j].Name) })
	return files
}

// openGzip opens the one file that a gzip holds, as "page.html.gz".
func openGzip(ctx context.Context, f file) (shelf, error) {
	if f.deep >= maxZipDeep {
		return shelf{}, errors.New("an archive inside an archive is not opened; unpack the outer one")
	}
	z, err := gzip.NewReader(bytes.NewReader(f.data))
	if err != nil {
		return shelf{}, errors.New("a damaged gzip archive")
	}
	if f.data, err = readAll(ctx, z, MaxFile); errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, gzip.ErrChecksum) {
		return shelf{}, errors.New("a damaged gzip archive")
	} else if err != nil {
		return shelf{}, err
	}
	f.deep++
	k, err := sniff(&f)
	if err != nil {
		return shelf{}, err
	}
	return k(ctx, f)
}

// inside is the path of an entry, which may lie, below the archive's top.
func inside(name string) string { return path.Clean("/" + strings.ReplaceAll(name, "\\", "/"))[1:] }

// hiddenPath reports whether any part of a name is none of the user's versions.
func hiddenPath(name string) bool {
	parts := strings.Split(name, "/")
	for i, p := range parts {
		if hidden(p, i < len(parts)-1) {
			return true
		}
	}
	return false
}
