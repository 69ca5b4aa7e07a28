// Package warc reads web archives as lists of pages: WARC 1.0 and 1.1
// (ISO 28500), the older ARC, both plain or with every record gzipped on its
// own, and WARC packed by Zstandard. Archives are streamed: a record is found
// again by where it begins.
package warc

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zstd"
)

const (
	// MaxRecord is the longest record that is read; longer ones are passed over.
	MaxRecord = 32 << 20
	// MaxRecords bounds the records of an archive.
	MaxRecords = 200_000
	// MaxSize bounds the bytes that are unpacked from an archive in one pass.
	MaxSize = 2 << 30
	// maxHeader bounds the header of a record.
	maxHeader = 64 << 10
)

// IsArchive reports whether head, the first bytes of a file, begins a web archive.
func IsArchive(head []byte) bool {
	if isZstd(head) {
		z, err := newZstd(bytes.NewReader(head))
		if err != nil {
			return false
		}
		defer z.Close()
		start := make([]byte, 16)
		n, _ := io.ReadFull(z, start)
		head = start[:n]
	}
	if bytes.HasPrefix(head, []byte("\x1f\x8b")) {
		z, err := gzip.NewReader(bytes.NewReader(head))
		if err != nil {
			return false
		}
		start := make([]byte, 16)
		n, _ := io.ReadFull(z, start)
		head = start[:n]
	}
	return bytes.HasPrefix(head, []byte("WARC/")) || bytes.HasPrefix(head, []byte("filedesc://"))
}

// Page is a page in an archive.
type Page struct {
	URL, Title, Date string // Date as the archive writes it
	Size             int64
	member           int64 // offset of the gzip member or of the record
	nth              int   // records before it in the member
	gzipped          bool
}

// record is one record: the header's fields in lower case, and the body.
type record struct {
	kind, url, date, mime string
	body                  []byte
	tooLong               bool
}

// List returns the pages of an archive: answers with status 200 and pages
// stored as resources.
func List(r io.ReadSeeker) (pages []Page, err error) {
	s, err := newScanner(r, 0)
	if err != nil {
		return nil, err
	}
	defer s.close()
	for n := 0; n < MaxRecords; n++ {
		at, nth := s.member, s.nth
		rec, err := s.next()
		if err == io.EOF {
			return pages, nil
		}
		if err != nil {
			if len(pages) > 0 {
				return pages, nil // cut off: what came before is kept
			}
			return nil, err
		}
		body, _, ok := rec.page()
		if !ok {
			continue
		}
		pages = append(pages, Page{URL: rec.url, Title: titleOf(body), Date: rec.date, Size: int64(len(body)), member: at, nth: nth, gzipped: s.gzipped})
	}
	return pages, nil
}

// Read returns the bytes of a page and the charset its server named.
func Read(r io.ReadSeeker, p Page) (body []byte, charset string, err error) {
	s, err := newScanner(r, p.member)
	if err != nil {
		return nil, "", err
	}
	defer s.close()
	for n := 0; ; n++ {
		rec, err := s.next()
		if err != nil {
			return nil, "", errors.New("the page is not where the archive's list says")
		}
		if n == p.nth {
			body, charset, ok := rec.page()
			if !ok {
				return nil, "", errors.New("the record holds no page")
			}
			return body, charset, nil
		}
	}
}

// scanner reads records in order.
type scanner struct {
	file    *counter
	in      *bufio.Reader // of the member, or of the file if it is not gzipped
	gzipped bool
	member  int64 // where the open member, or the next record, begins
	nth     int   // records read from the member
	left    int64 // bytes that may still be unpacked
	packed  *zstd.Decoder
}

// close frees what the scanner holds.
func (s *scanner) close() {
	if s.packed != nil {
		s.packed.Close()
	}
}

// counter counts what is read from a file; it reads byte by byte when asked,
// so that gzip stops at the end of a member.
type counter struct {
	r  *bufio.Reader
	at int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.at += int64(n)
	return n, err
}

func (c *counter) ReadByte() (byte, error) {
	b, err := c.r.ReadByte()
	if err == nil {
		c.at++
	}
	return b, err
}

func newScanner(r io.ReadSeeker, at int64) (*scanner, error) {
	if _, err := r.Seek(at, io.SeekStart); err != nil {
		return nil, errors.New("the archive cannot be searched")
	}
	s := &scanner{file: &counter{bufio.NewReaderSize(r, 64<<10), at}, left: MaxSize, member: at}
	head, _ := s.file.r.Peek(4)
	s.gzipped = bytes.HasPrefix(head, []byte("\x1f\x8b"))
	switch {
	case isZstd(head):
		z, err := newZstd(s.file.r)
		if err != nil {
			return nil, err
		}
		s.packed = z
		s.in = bufio.NewReader(io.LimitReader(z, s.left))
	case !s.gzipped:
		s.in = bufio.NewReader(io.LimitReader(s.file.r, s.left))
	}
	return s, nil
}

// open opens the next gzip member.
func (s *scanner) open() error {
	for { // archives pad members with zeros
		head, err := s.file.r.Peek(1)
		if err != nil {
			return io.EOF
		}
		if head[0] != 0 {
			break
		}
		_, _ = s.file.ReadByte()
	}
	s.member, s.nth = s.file.at, 0
	z, err := gzip.NewReader(s.file)
	if err != nil {
		return io.EOF
	}
	z.Multistream(false)
	s.in = bufio.NewReader(io.LimitReader(z, s.left))
	return nil
}

// next reads a record.
func (s *scanner) next() (rec record, err error) {
	for {
		if s.in == nil {
			if err := s.open(); err != nil {
				return rec, err
			}
		}
		rec, err = s.record()
		if err == io.EOF && s.gzipped {
			_, _ = io.Copy(io.Discard, s.in)
			s.in = nil
			continue
		}
		s.nth++
		return rec, err
	}
}

// record reads a record from the open member.
func (s *scanner) record() (rec record, err error) {
	line, err := s.line()
	for err == nil && line == "" {
		line, err = s.line()
	}
	if err != nil {
		return rec, io.EOF
	}
	length := int64(-1)
	if strings.HasPrefix(line, "WARC/") {
		length, err = s.warcHeader(&rec)
	} else {
		length, err = arcHeader(&rec, line)
	}
	if err != nil {
		return rec, err
	}
	if length > MaxRecord {
		rec.tooLong = true
		n, err := io.CopyN(io.Discard, s.in, length)
		s.left -= n
		return rec, eof(err)
	}
	rec.body = make([]byte, 0, min(length, 1<<20))
	buf := bytes.NewBuffer(rec.body)
	n, err := io.CopyN(buf, s.in, length)
	s.left -= n
	rec.body = buf.Bytes()
	if s.left <= 0 {
		return rec, fmt.Errorf("the archive unpacks to more than %d GiB, the most that is read", MaxSize>>30)
	}
	if err != nil && n == 0 {
		return rec, eof(err)
	}
	return rec, nil
}

func eof(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return io.EOF
	}
	return err
}

// line reads a line of a header.
func (s *scanner) line() (string, error) {
	var b []byte
	for {
		part, more, err := s.in.ReadLine()
		if err != nil {
			return "", err
		}
		if b = append(b, part...); len(b) > maxHeader {
			return "", errors.New("a damaged web archive")
		}
		if !more {
			return strings.TrimRight(string(b), "\r"), nil
		}
	}
}

// warcHeader reads the named fields of a WARC record.
func (s *scanner) warcHeader(rec *record) (length int64, err error) {
	length = -1
	for size := 0; size < maxHeader; {
		line, err := s.line()
		if err != nil {
			return 0, io.EOF
		}
		if line == "" {
			if length < 0 {
				return 0, errors.New("a damaged web archive")
			}
			return length, nil
		}
		size += len(line)
		name, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch strings.ToLower(name) {
		case "warc-type":
			rec.kind = value
		case "warc-target-uri":
			rec.url = strings.Trim(value, "<>")
		case "warc-date":
			rec.date = value
		case "content-type":
			rec.mime = value
		case "content-length":
			if length, err = strconv.ParseInt(value, 10, 64); err != nil || length < 0 {
				return 0, errors.New("a damaged web archive")
			}
		}
	}
	return 0, errors.New("a damaged web archive")
}

// arcHeader reads the header line of an ARC record: address, IP, date, type
// and length apart by blanks, of which the address may hold some.
func arcHeader(rec *record, line string) (length int64, err error) {
	f := strings.Fields(line)
	if len(f) < 5 {
		return 0, errors.New("a damaged web archive")
	}
	n := len(f)
	length, err = strconv.ParseInt(f[n-1], 10, 64)
	if err != nil || length < 0 {
		return 0, errors.New("a damaged web archive")
	}
	rec.url, rec.date, rec.mime = strings.Join(f[:n-4], " "), f[n-3], f[n-2]
	rec.kind = "response"
	if strings.HasPrefix(rec.url, "filedesc:") {
		rec.kind = "warcinfo"
	}
	return length, nil
}

// page returns the body of a record that holds a page.
func (rec record) page() (body []byte, charset string, ok bool) {
	switch rec.kind {
	case "resource", "conversion":
		return rec.body, charsetOf(rec.mime), isPage(rec.mime) && !rec.tooLong
	case "response":
		if rec.tooLong || strings.HasPrefix(rec.mime, "text/dns") {
			return nil, "", false
		}
		if !bytes.HasPrefix(rec.body, []byte("HTTP/")) { // ARC of another protocol
			return rec.body, "", isPage(rec.mime)
		}
		return response(rec.body)
	}
	return nil, "", false
}

func isPage(mime string) bool {
	return strings.Contains(mime, "text/html") || strings.Contains(mime, "application/xhtml")
}

func charsetOf(mime string) string {
	_, after, _ := strings.Cut(strings.ToLower(mime), "charset=")
	name, _, _ := strings.Cut(after, ";")
	return strings.Trim(name, `"' `)
}

// response takes an HTTP answer apart. http.ReadResponse is no use here: the
// bodies of many archives are de-chunked while their headers say chunked.
func response(raw []byte) (body []byte, charset string, ok bool) {
	r := bufio.NewReader(bytes.NewReader(raw))
	tp := textproto.NewReader(r)
	status, err := tp.ReadLine()
	if err != nil {
		return nil, "", false
	}
	if f := strings.Fields(status); len(f) < 2 || f[1] != "200" {
		return nil, "", false
	}
	h, _ := tp.ReadMIMEHeader() // a bad line ends the header; what came is kept
	body, _ = io.ReadAll(r)
	mime := strings.ToLower(h.Get("Content-Type"))
	if mime != "" && !isPage(mime) {
		return nil, "", false
	}
	if strings.Contains(strings.ToLower(h.Get("Transfer-Encoding")), "chunked") {
		body = unchunked(body)
	}
	body = unpacked(body, strings.ToLower(h.Get("Content-Encoding")))
	return body, charsetOf(mime), len(bytes.TrimSpace(body)) > 0
}
