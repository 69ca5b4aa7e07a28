package session

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"path"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// Caps on what is read, so that a hostile file cannot fill the memory. They
// count bytes as they come out of the zip, never what its directory claims.
const (
	maxFile     = 512 << 20 // a session file: eight of the largest legal inputs
	maxJSON     = 256 << 20 // session.json, with the texts
	maxOriginal = 64 << 20  // one original: the loader's own cap for an input
	maxKept     = 256 << 20 // originals that are written; of the versions past that the text alone is kept
	maxMembers  = 2000      // entries of the zip
	maxVersions = 1000      // versions of a session
)

const jsonMember = "session.json"

// Encode returns the session as the bytes of a file. The same session gives
// the same bytes.
func Encode(s *Session) ([]byte, error) {
	members, kept := make([]string, len(s.Versions)), 0
	for i, v := range s.Versions {
		if n := len(v.Original.Data); v.Original.Data != nil && kept+n <= maxKept {
			kept += n
			members[i] = "originals/" + strconv.Itoa(i) + "-" + safeName(v.Original.Name)
		}
	}
	raw, err := marshal(s, members)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	if err := add(z, jsonMember, raw); err != nil {
		return nil, err
	}
	for i, v := range s.Versions {
		if members[i] == "" {
			continue
		}
		if err := add(z, members[i], v.Original.Data); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// add writes one member with a fixed date.
func add(z *zip.Writer, name string, data []byte) error {
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// safeName keeps a name readable inside a zip: no folders, no control
// characters, no end of time.
func safeName(name string) string {
	name = path.Base(strings.ReplaceAll(name, "\\", "/"))
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || strings.ContainsRune(`/:*?"<>|`, r) {
			return '_'
		}
		return r
	}, name)
	if len(name) > 100 {
		name = name[len(name)-100:]
	}
	return strings.ToValidUTF8(name, "_")
}

// memberName takes the number off "originals/0-story.txt".
func memberName(member string) string {
	base := path.Base(member)
	if _, name, ok := strings.Cut(base, "-"); ok {
		return name
	}
	return base
}

// ErrNotSession is the reason for a file that is no session at all.
var ErrNotSession = errors.New("not a Wirediff session")

// Decode reads a session. What could not be read of a damaged one comes as
// trouble, in plain words; err is set when nothing can be offered.
func Decode(data []byte) (s *Session, trouble []error, err error) {
	if len(data) > maxFile {
		return nil, nil, fmt.Errorf("larger than %d MiB, the most that a session may have", maxFile>>20)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return salvage(data)
	}
	if len(z.File) > maxMembers {
		return nil, nil, fmt.Errorf("holds %d files; a session has %d at most", len(z.File), maxMembers)
	}
	read := func(name string, limit int64) ([]byte, error) {
		for _, f := range z.File {
			if f.Name == name {
				return readMember(f, limit)
			}
		}
		return nil, fmt.Errorf("%s is missing", name)
	}
	raw, err := read(jsonMember, maxJSON)
	if err != nil {
		return nil, nil, fmt.Errorf("damaged: %w", err)
	}
	return unmarshal(raw, func(member string) ([]byte, error) { return read(member, maxOriginal) })
}

// readMember reads one member, at most limit bytes of it.
func readMember(f *zip.File, limit int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("%s is larger than %d MiB", f.Name, limit>>20)
	}
	return data, nil
}

// salvage reads a file that was cut off: the first member of a session is
// its JSON, whose bytes may all be there though the zip's directory is gone.
func salvage(data []byte) (*Session, []error, error) {
	const header = 30 // bytes of a local file header before the name
	if len(data) < header+len(jsonMember) || !bytes.HasPrefix(data, []byte("PK\x03\x04")) || !bytes.Equal(data[header:header+len(jsonMember)], []byte(jsonMember)) {
		return nil, nil, ErrNotSession
	}
	at := header + int(data[26]) + int(data[27])<<8 + int(data[28]) + int(data[29])<<8
	if at > len(data) {
		return nil, nil, fmt.Errorf("damaged: cut off before its texts")
	}
	raw, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data[at:])), maxJSON))
	if err != nil {
		return nil, nil, fmt.Errorf("damaged: cut off inside its texts")
	}
	s, trouble, err := unmarshal(raw, func(string) ([]byte, error) { return nil, errors.New("cut off") })
	return s, append([]error{errors.New("the end of the file is missing; the texts are whole")}, trouble...), err
}

// jsonNames lists the names of v's fields in the file, empty ones included.
func jsonNames(v any) []string {
	var out []string
	t := reflect.TypeOf(v).Elem()
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		out = append(out, name)
	}
	return out
}
