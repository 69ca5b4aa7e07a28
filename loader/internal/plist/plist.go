// Package plist reads binary property lists (Apple's bplist00): as much of
// them as saved pages use.
package plist

import (
	"encoding/binary"
	"errors"
	"unicode/utf16"
)

const (
	// maxDepth bounds lists inside one another; an object that holds itself ends there.
	maxDepth = 32
	// maxObjects bounds the objects that are read.
	maxObjects = 200_000
)

var errDamaged = errors.New("a damaged property list")

// list is an open property list.
type list struct {
	data            []byte
	offsets         []byte // the table of offsets
	offSize, refLen int
	count           uint64
	read            int
}

// Parse returns the top object: map[string]any, []any, string, []byte, uint64, bool or nil.
func Parse(data []byte) (any, error) {
	if len(data) < 40 || string(data[:6]) != "bplist" {
		return nil, errDamaged
	}
	t := data[len(data)-32:]
	l := list{data: data, offSize: int(t[6]), refLen: int(t[7]), count: binary.BigEndian.Uint64(t[8:])}
	top, table := binary.BigEndian.Uint64(t[16:]), binary.BigEndian.Uint64(t[24:])
	if l.offSize < 1 || l.offSize > 8 || l.refLen < 1 || l.refLen > 8 || table > uint64(len(data)) || l.count > uint64(len(data)) {
		return nil, errDamaged
	}
	l.offsets = data[table:]
	if uint64(len(l.offsets)) < l.count*uint64(l.offSize) {
		return nil, errDamaged
	}
	return l.object(top, 0)
}

func number(b []byte) (n uint64) {
	for _, c := range b {
		n = n<<8 | uint64(c)
	}
	return n
}

// slice returns n bytes at i.
func (l *list) slice(i, n uint64) ([]byte, error) {
	if i > uint64(len(l.data)) || n > uint64(len(l.data))-i {
		return nil, errDamaged
	}
	return l.data[i : i+n], nil
}

// object reads the object with that number.
func (l *list) object(ref uint64, depth int) (any, error) {
	if l.read++; depth > maxDepth || l.read > maxObjects || ref >= l.count {
		return nil, errDamaged
	}
	at := number(l.offsets[ref*uint64(l.offSize):][:l.offSize])
	head, err := l.slice(at, 1)
	if err != nil {
		return nil, err
	}
	kind, n := head[0]>>4, uint64(head[0]&15)
	at++
	if n == 15 && kind >= 4 {
		if n, at, err = l.length(at); err != nil {
			return nil, err
		}
	}
	switch kind {
	case 0:
		return n == 9, nil
	case 1:
		b, err := l.slice(at, 1<<min(n, 4))
		return number(b), err
	case 4:
		return l.slice(at, n)
	case 5:
		b, err := l.slice(at, n)
		return string(b), err
	case 6:
		return l.wide(at, n)
	case 10, 12:
		return l.array(at, n, depth)
	case 13:
		return l.dict(at, n, depth)
	}
	return nil, nil // dates, reals, identifiers: not needed
}

// length reads the count that follows a marker.
func (l *list) length(at uint64) (n, next uint64, err error) {
	head, err := l.slice(at, 1)
	if err != nil || head[0]>>4 != 1 || head[0]&15 > 3 {
		return 0, 0, errDamaged
	}
	size := uint64(1) << (head[0] & 15)
	b, err := l.slice(at+1, size)
	return number(b), at + 1 + size, err
}

func (l *list) wide(at, n uint64) (any, error) {
	if n > uint64(len(l.data)) {
		return nil, errDamaged
	}
	b, err := l.slice(at, 2*n)
	if err != nil {
		return nil, err
	}
	u := make([]uint16, n)
	for i := range u {
		u[i] = binary.BigEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(u)), nil
}

// refs reads n object numbers.
func (l *list) refs(at, n uint64) ([]byte, error) {
	if n > uint64(len(l.data)) {
		return nil, errDamaged
	}
	return l.slice(at, n*uint64(l.refLen))
}

func (l *list) array(at, n uint64, depth int) (any, error) {
	refs, err := l.refs(at, n)
	if err != nil {
		return nil, err
	}
	var out []any
	for len(refs) > 0 {
		v, err := l.object(number(refs[:l.refLen]), depth+1)
		if err != nil {
			return nil, err
		}
		out, refs = append(out, v), refs[l.refLen:]
	}
	return out, nil
}

func (l *list) dict(at, n uint64, depth int) (any, error) {
	refs, err := l.refs(at, 2*n)
	if err != nil {
		return nil, err
	}
	out := map[string]any{}
	keys, values := refs[:len(refs)/2], refs[len(refs)/2:]
	for ; len(keys) > 0; keys, values = keys[l.refLen:], values[l.refLen:] {
		k, err := l.object(number(keys[:l.refLen]), depth+1)
		if err != nil {
			return nil, err
		}
		v, err := l.object(number(values[:l.refLen]), depth+1)
		if err != nil {
			return nil, err
		}
		if name, ok := k.(string); ok {
			out[name] = v
		}
	}
	return out, nil
}
