package ui

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"wirediff/diff/session"
)

// maxOriginal is the largest file that a session keeps as it was; of a larger
// one the text alone is kept. It is the most that a loader reads.
const maxOriginal = 64 << 20

// keepOriginals gives the versions that path gave the bytes of their files, so
// that a session can keep them, and their stamps, so that a change is noticed.
// A mailbox or an archive is kept once, with the first of its versions.
func keepOriginals(path string, vs []Version) {
	if path == "-" || path == ExamplePath {
		return
	}
	path = unpicked(path)
	folder := isFolder(path)
	for i := range vs {
		file := path
		if folder {
			file = vs[i].Source.File
		}
		if vs[i].Stage != Read || folder && !strings.HasPrefix(file, path) {
			continue
		}
		vs[i].stamp, _ = stampOf(file)
		if data, ok := readWhole(file); ok {
			vs[i].Kept.Original = session.Original{Name: filepath.Base(file), Data: data}
		}
		if !folder {
			return
		}
	}
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// readWhole returns the bytes of a regular file of at most maxOriginal bytes.
func readWhole(path string) ([]byte, bool) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxOriginal {
		return nil, false
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, false
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxOriginal+1))
	return data, err == nil && len(data) > 0 && len(data) <= maxOriginal
}
