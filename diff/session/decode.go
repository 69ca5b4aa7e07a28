package session

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// ErrNotSession is the reason for a file that is no session at all.
var ErrNotSession = errors.New("not a Wirediff session")

// errDamaged begins what is said of a session that was whole once.
var errDamaged = errors.New("damaged")

// Decode reads a session. What could not be read of a damaged one comes as
// trouble, in plain words; err is set when nothing can be offered.
func Decode(data []byte) (s *Session, trouble []error, err error) {
	return decode(data, limits{file: maxFile, json: maxJSON, original: maxOriginal, originals: maxKept})
}

// limits are caps in bytes: of a file, its JSON, one original, all of them.
type limits struct{ file, json, original, originals int64 }

func decode(data []byte, most limits) (s *Session, trouble []error, err error) {
	if int64(len(data)) > most.file {
		return nil, nil, fmt.Errorf("larger than %s, the most that a session may have", size(most.file))
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return salvage(data, most)
	}
	if len(z.File) > maxMembers {
		return nil, nil, fmt.Errorf("holds %d files; a session has %d at most", len(z.File), maxMembers)
	}
	members := make(map[string]*zip.File, len(z.File))
	for _, f := range z.File {
		if members[f.Name] == nil {
			members[f.Name] = f
		}
	}
	raw, why := readMember(members, jsonMember, most.json)
	original := originalsOf(members, most)
	switch {
	case why == nil:
		return unmarshal(raw, original)
	case len(raw) > 0:
		return mend(raw, why, original)
	}
	if s, trouble, err := salvage(data, most); err == nil {
		return s, trouble, nil
	}
	return nil, nil, fmt.Errorf("%w: %w", errDamaged, why)
}

// originalsOf reads originals until they are more than is kept together; one
// that several versions share is read once.
func originalsOf(members map[string]*zip.File, most limits) func(member string) ([]byte, error) {
	left, read := most.originals, map[string][]byte{}
	return func(member string) ([]byte, error) {
		if data, ok := read[member]; ok {
			return data, nil
		}
		if left < 0 {
			return nil, fmt.Errorf("the originals before it are %s already", size(most.originals))
		}
		data, err := readMember(members, member, most.original)
		if left -= int64(len(data)); left < 0 || err != nil {
			return nil, cmp.Or(err, fmt.Errorf("the originals together are larger than %s", size(most.originals)))
		}
		read[member] = data
		return data, nil
	}
}

// size prints a number of bytes in MiB, small ones in bytes.
func size(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d bytes", n)
	}
	return fmt.Sprintf("%d MiB", n>>20)
}

// readMember reads one member, at most limit bytes of it; of a damaged one
// also what came before the damage.
func readMember(members map[string]*zip.File, name string, limit int64) ([]byte, error) {
	f := members[name]
	if f == nil {
		return nil, fmt.Errorf("%s is missing", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, plainZip(err))
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case err != nil:
		return data, fmt.Errorf("%s: %w", name, plainZip(err))
	case int64(len(data)) > limit:
		return nil, fmt.Errorf("%s is larger than %s", name, size(limit))
	}
	return data, nil
}

// plainZip says in plain words what is wrong with a member.
func plainZip(err error) error {
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, zip.ErrChecksum):
		return errors.New("some of its letters were changed (the checksum is another one)")
	case errors.As(err, &corrupt), errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("it breaks off in the middle")
	case errors.Is(err, zip.ErrFormat):
		return errors.New("its place in the file is damaged")
	case errors.Is(err, zip.ErrAlgorithm):
		return errors.New("it is packed in a way that no session is")
	}
	return err
}

// salvage reads a file that was cut off: the first member of a session is
// its JSON, whose bytes may all be there though the zip's directory is gone.
func salvage(data []byte, most limits) (*Session, []error, error) {
	const header = 30 // bytes of a local file header before the name
	if len(data) < header+len(jsonMember) || !bytes.HasPrefix(data, []byte("PK\x03\x04")) || !bytes.Equal(data[header:header+len(jsonMember)], []byte(jsonMember)) {
		return nil, nil, ErrNotSession
	}
	at := header + int(data[26]) + int(data[27])<<8 + int(data[28]) + int(data[29])<<8
	if at > len(data) {
		return nil, nil, fmt.Errorf("%w: cut off before its texts", errDamaged)
	}
	cut := errors.New("the list of its parts, at the end of the file, is damaged or missing")
	raw, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data[at:])), most.json))
	original := func(string) ([]byte, error) { return nil, errors.New("cut off") }
	if err != nil {
		return mend(raw, cut, original)
	}
	s, trouble, err := unmarshal(raw, original)
	return s, append([]error{fmt.Errorf("%w: %w; the texts are whole", errDamaged, cut)}, trouble...), err
}

// mend reads damaged JSON: as it is if it still reads, else up to the last
// version that is whole. why is what is wrong with it.
func mend(raw []byte, why error, original func(string) ([]byte, error)) (*Session, []error, error) {
	if s, trouble, err := unmarshal(raw, original); err == nil {
		return s, append([]error{fmt.Errorf("%w: %w; everything in it could be read, but look the texts over", errDamaged, why)}, trouble...), nil
	}
	end, whole := lastVersion(raw)
	if whole == 0 {
		return nil, nil, fmt.Errorf("%w: %w; none of its texts is whole", errDamaged, why)
	}
	s, trouble, err := unmarshal(append(bytes.Clone(raw[:end]), "]}"...), original)
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", errDamaged, why)
	}
	texts := "the first text"
	if whole > 1 {
		texts = fmt.Sprintf("the first %d texts", whole)
	}
	return s, append([]error{fmt.Errorf("%w: %w; %s could be read", errDamaged, why, texts)}, trouble...), nil
}

// lastVersion finds where the last whole version of cut JSON ends, and how
// many there are: the list of versions is the last thing that every session has.
func lastVersion(raw []byte) (end int64, whole int) {
	dec := json.NewDecoder(bytes.NewReader(raw))
	for depth := 0; ; {
		tok, err := dec.Token()
		if err != nil {
			return 0, 0
		}
		switch tok {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		case "versions":
			if depth == 1 {
				return lastElement(dec)
			}
		}
	}
}

// lastElement walks the list that the decoder stands before.
func lastElement(dec *json.Decoder) (end int64, whole int) {
	if tok, err := dec.Token(); err != nil || tok != json.Delim('[') {
		return 0, 0
	}
	for dec.More() {
		var v json.RawMessage
		if dec.Decode(&v) != nil {
			break
		}
		end, whole = dec.InputOffset(), whole+1
	}
	return end, whole
}
