package session

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"crypto/sha256"
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
	members, first := membersOf(s.Versions)
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
	for _, i := range first {
		if err := add(z, members[i], s.Versions[i].Original.Data); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// membersOf names the originals in the zip, by version, "" for none; first are
// the versions whose original is written: stories of one mailbox or feed share
// theirs. Past maxKept no more are kept.
func membersOf(versions []Version) (members []string, first []int) {
	members = make([]string, len(versions))
	type original struct {
		name string
		sum  [sha256.Size]byte
	}
	known := map[original]string{}
	kept := 0
	for i, v := range versions {
		if v.Original.Data == nil {
			continue
		}
		key := original{v.Original.Name, sha256.Sum256(v.Original.Data)}
		if members[i] = known[key]; members[i] != "" || kept+len(v.Original.Data) > maxKept {
			continue
		}
		kept += len(v.Original.Data)
		members[i] = "originals/" + strconv.Itoa(i) + "-" + safeName(v.Original.Name)
		known[key] = members[i]
		first = append(first, i)
	}
	return members, first
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
	if strings.Trim(name, ".") == "" {
		return "_"
	}
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
