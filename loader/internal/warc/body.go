package warc

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"html"
	"io"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"

	"wirediff/loader/internal/lazy"
)

// unchunked removes the marks of chunks from a body, or returns it as it is
// if it has none.
func unchunked(b []byte) []byte {
	var out []byte
	rest := b
	for {
		line, after, ok := bytes.Cut(rest, []byte("\n"))
		size, _, _ := strings.Cut(strings.TrimSpace(string(line)), ";")
		n, err := strconv.ParseInt(size, 16, 32)
		if !ok || err != nil || n < 0 {
			if len(out) == 0 {
				return b
			}
			return out
		}
		if n == 0 {
			return out
		}
		n = min(n, int64(len(after)))
		out = append(out, after[:n]...)
		rest = bytes.TrimPrefix(bytes.TrimPrefix(after[n:], []byte("\r")), []byte("\n"))
		if len(rest) == 0 {
			return out
		}
	}
}

// unpacked undoes the encodings of an answer's content, within MaxRecord;
// a body that is not packed as it says is returned as it is.
func unpacked(b []byte, encoding string) []byte {
	var r io.Reader
	var err error
	switch {
	case strings.Contains(encoding, "gzip"):
		r, err = gzip.NewReader(bytes.NewReader(b))
	case strings.Contains(encoding, "deflate"):
		if r, err = zlib.NewReader(bytes.NewReader(b)); err != nil {
			r, err = flate.NewReader(bytes.NewReader(b)), nil
		}
	case strings.Contains(encoding, "br"):
		r = brotli.NewReader(bytes.NewReader(b))
	default:
		return b
	}
	if err != nil {
		return b
	}
	out, _ := io.ReadAll(io.LimitReader(r, MaxRecord))
	if len(out) == 0 {
		return b
	}
	return out
}

var title = lazy.Regexp(`(?is)<title[^>]*>([^<]{1,400})</title>`)

// titleOf returns the title of a page for a list.
func titleOf(body []byte) string {
	const head = 64 << 10
	m := title().FindSubmatch(body[:min(len(body), head)])
	if m == nil {
		return ""
	}
	return strings.ToValidUTF8(strings.Join(strings.Fields(html.UnescapeString(string(m[1]))), " "), "\uFFFD")
}
