package plist

import (
	"encoding/binary"
	"reflect"
	"strings"
	"testing"
)

// file makes a property list of encoded objects; the first is the top.
func file(objects ...string) []byte {
	b := []byte("bplist00")
	var offsets []byte
	for _, o := range objects {
		offsets = append(offsets, byte(len(b)))
		b = append(b, o...)
	}
	table := len(b)
	b = append(b, offsets...)
	trailer := make([]byte, 32)
	trailer[6], trailer[7] = 1, 1
	binary.BigEndian.PutUint64(trailer[8:], uint64(len(objects)))
	binary.BigEndian.PutUint64(trailer[24:], uint64(table))
	return append(b, trailer...)
}

func TestParse(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		want any
	}{
		"dict":   {file("\xd1\x01\x02", "\x53key", "\x53val"), map[string]any{"key": "val"}},
		"array":  {file("\xa2\x01\x02", "\x51a", "\x41\x07"), []any{"a", []byte{7}}},
		"utf-16": {file("\x61\x00\xe9"), "é"},
		"number": {file("\x11\x01\x00"), uint64(256)},
		"true":   {file("\x09"), true},
		"long":   {file("\x5f\x10\x14" + strings.Repeat("x", 20)), strings.Repeat("x", 20)},
	} {
		if got, err := Parse(c.data); !reflect.DeepEqual(got, c.want) || err != nil {
			t.Errorf("%s: %#v, %v; want %#v", name, got, err, c.want)
		}
	}
}

func TestDamaged(t *testing.T) {
	loop := file("\xa1\x00")
	lie := file("\x5f\x13\x7f\xff\xff\xff\xff\xff\xff\xff")
	for name, data := range map[string][]byte{"itself": loop, "length": lie, "short": []byte("bplist00"), "none": nil, "reference": file("\xa1\x09")} {
		if got, err := Parse(data); err == nil {
			t.Errorf("%s: read as %#v", name, got)
		}
	}
}
