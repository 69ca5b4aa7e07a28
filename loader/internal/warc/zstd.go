package warc

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"

	"github.com/klauspost/compress/zstd"
)

// maxDictionary bounds the dictionary at the head of an archive, and
// maxWindow the memory that unpacking one takes; zstd's own default is 8 MiB.
const (
	maxDictionary = 8 << 20
	maxWindow     = 64 << 20
)

const (
	zstdFrame      = 0xfd2fb528 // RFC 8878, 3.1.1
	zstdDictionary = 0x184d2a5d // a skippable frame: the dictionary of a .warc.zst (IIPC, 2021)
)

// isZstd reports whether head begins a file packed by Zstandard.
func isZstd(head []byte) bool {
	if len(head) < 4 {
		return false
	}
	magic := binary.LittleEndian.Uint32(head)
	return magic == zstdFrame || magic == zstdDictionary
}

// newZstd unpacks r, with the dictionary that it may begin with.
func newZstd(r io.Reader) (*zstd.Decoder, error) {
	damaged := errors.New("a damaged web archive")
	head := make([]byte, 8)
	if _, err := io.ReadFull(r, head); err != nil {
		return nil, damaged
	}
	options := []zstd.DOption{zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderLowmem(true)}
	if binary.LittleEndian.Uint32(head) != zstdDictionary {
		return zstd.NewReader(io.MultiReader(bytes.NewReader(head), r), options...)
	}
	size := binary.LittleEndian.Uint32(head[4:])
	if size > maxDictionary {
		return nil, damaged
	}
	dictionary := make([]byte, size)
	if _, err := io.ReadFull(r, dictionary); err != nil {
		return nil, damaged
	}
	if isZstd(dictionary) { // it may be packed itself
		z, err := zstd.NewReader(bytes.NewReader(dictionary), zstd.WithDecoderConcurrency(1))
		if err != nil {
			return nil, damaged
		}
		defer z.Close()
		if dictionary, err = io.ReadAll(io.LimitReader(z, maxDictionary)); err != nil {
			return nil, damaged
		}
	}
	z, err := zstd.NewReader(r, append(options, zstd.WithDecoderDicts(dictionary))...)
	if err != nil {
		return nil, damaged
	}
	return z, nil
}
