// Package pack reads zip archives within limits. Sizes are counted on the
// bytes that come out, never on what the archive says: 1 MiB of zip can hold
// 1 GiB of zeros. Nothing is written, so names such as "../../x" are only names.
package pack

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

const (
	// MaxEntries is how many files an archive may hold: office documents with
	// hundreds of pictures have fewer.
	MaxEntries = 2000
	// MaxEntry is the largest file inside: the text part of a long book is 10 MiB.
	MaxEntry = 32 << 20
	// MaxTotal is how much is unpacked from one archive in all.
	MaxTotal = 128 << 20
)

// ErrNone is the reason for a file that an archive lacks.
var ErrNone = errors.New("the archive lacks a part it needs")

// Archive is an open zip.
type Archive struct {
	Files []*zip.File
	left  int64
}

// Open reads the directory of a zip in memory.
func Open(data []byte) (*Archive, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errors.New("a damaged zip archive")
	}
	if len(r.File) > MaxEntries {
		return nil, fmt.Errorf("the archive holds more than %d files, the most that is read", MaxEntries)
	}
	return &Archive{Files: r.File, left: MaxTotal}, nil
}

// Find returns the file of that name, in any case of letters; nil if there is none.
func (a *Archive) Find(name string) *zip.File {
	name = strings.TrimPrefix(name, "/")
	for _, f := range a.Files {
		if strings.EqualFold(strings.TrimPrefix(f.Name, "/"), name) {
			return f
		}
	}
	return nil
}

// Read unpacks the file of that name.
func (a *Archive) Read(name string) ([]byte, error) {
	f := a.Find(name)
	if f == nil {
		return nil, ErrNone
	}
	return a.Unpack(f)
}

// Unpack unpacks f.
func (a *Archive) Unpack(f *zip.File) ([]byte, error) {
	if f.Flags&1 != 0 {
		return nil, errors.New("locked with a password")
	}
	r, err := f.Open()
	if err != nil {
		return nil, errors.New("a damaged part of the archive")
	}
	defer r.Close()
	limit := min(a.left, MaxEntry)
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	a.left -= int64(len(data))
	switch {
	case int64(len(data)) > MaxEntry:
		return nil, fmt.Errorf("a part of the archive is larger than %d MiB, the most that is unpacked", MaxEntry>>20)
	case a.left < 0:
		return nil, fmt.Errorf("the archive unpacks to more than %d MiB, the most that is unpacked", MaxTotal>>20)
	case err != nil:
		return nil, errors.New("a damaged part of the archive")
	}
	return data, nil
}
