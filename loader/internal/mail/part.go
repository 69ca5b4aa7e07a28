package mail

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"strings"

	"wirediff/loader/internal/charset"
	"wirediff/loader/internal/lazy"
)

// header is the header of a message or a part: the first value of each field,
// by its name in lower case.
type header map[string]string

// part is a message or a part of one.
type part struct {
	header header
	body   []byte
}

// maxField bounds a field of a header; the longest real ones list receivers.
const maxField = 64 << 10

// split cuts data into header and body. A line that is no field ends the header.
func split(data []byte) part {
	p := part{header: header{}}
	data = bytes.TrimLeft(data, " \t\r\n")
	last := ""
	for len(data) > 0 {
		line, rest, _ := bytes.Cut(data, []byte("\n"))
		line = bytes.TrimRight(line, "\r")
		if len(bytes.TrimSpace(line)) == 0 {
			data = rest
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			if last != "" && len(p.header[last]) < maxField {
				p.header[last] += " " + string(bytes.TrimSpace(line))
			}
			data = rest
			continue
		}
		name, value, ok := bytes.Cut(line, []byte(":"))
		if from := bytes.HasPrefix(line, []byte("From ")) || bytes.HasPrefix(line, []byte(">From ")); from || !ok || bytes.ContainsAny(name, " \t") {
			if from && last == "" {
				data = rest
				continue // a mailbox's line
			}
			break
		}
		last = strings.ToLower(string(name))
		if _, dup := p.header[last]; dup {
			last = "again " + last
		}
		p.header[last] = string(bytes.TrimSpace(value[:min(len(value), maxField)]))
		data = rest
	}
	p.body = data
	return p
}

var param = lazy.Regexp(`(?i)\b(boundary|charset|start|format)\s*=\s*(?:"([^"]*)"|([^\s;]+))`)

// contentType returns the type of a part and its parameters, however badly
// they are written; text/plain if there is none.
func (p part) contentType() (kind string, params map[string]string) {
	s := p.header["content-type"]
	kind, params, err := mime.ParseMediaType(s)
	if err == nil && strings.Contains(kind, "/") {
		return kind, params
	}
	params = map[string]string{}
	for _, m := range param().FindAllStringSubmatch(s, -1) {
		params[strings.ToLower(m[1])] = m[2] + m[3]
	}
	kind, _, _ = strings.Cut(s, ";")
	kind = strings.ToLower(strings.TrimSpace(kind))
	if !strings.Contains(kind, "/") {
		kind = "text/plain"
	}
	return kind, params
}

// parts cuts the body of a multipart. What stands behind a lost closing
// boundary is kept.
func (p part) parts(boundary string) (out []part) {
	if boundary == "" {
		return nil
	}
	mark := []byte("--" + boundary)
	rest := p.body
	from := -1
	for at := 0; at < len(rest); {
		end := bytes.IndexByte(rest[at:], '\n')
		next := len(rest)
		if end >= 0 {
			next = at + end + 1
		}
		line := bytes.TrimRight(rest[at:next], " \t\r\n")
		if bytes.HasPrefix(line, mark) && (len(line) == len(mark) || string(line[len(mark):]) == "--") {
			if from >= 0 && len(out) < maxParts {
				out = append(out, split(rest[from:at]))
			}
			from = next
			if len(line) > len(mark) {
				return out
			}
		}
		at = next
	}
	if from >= 0 && from < len(rest) && len(out) < maxParts {
		out = append(out, split(rest[from:]))
	}
	return out
}

// decoded returns the body without its transfer encoding, at most maxPart bytes.
func (p part) decoded() []byte {
	body := p.body
	switch strings.ToLower(strings.TrimSpace(p.header["content-transfer-encoding"])) {
	case "base64":
		if out, ok := fromBase64(body); ok {
			body = out
		}
	case "quoted-printable":
		body = fromQuoted(body)
	}
	return body[:min(len(body), maxPart)]
}

// maxStray is the share of bytes, in hundredths, that may be no base64 in
// what is called base64; with more it is taken for plain text.
const maxStray = 5

// fromBase64 decodes what is base64 in b and passes over stray bytes.
func fromBase64(b []byte) (out []byte, ok bool) {
	clean := make([]byte, 0, len(b))
	stray := 0
	for _, c := range b {
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z', c >= '0' && c <= '9', c == '+', c == '/':
			clean = append(clean, c)
		case c != '=' && c > ' ', c == ' ': // lines of prose are letters of base64 too, but for their blanks
			stray++
		}
	}
	out = make([]byte, base64.RawStdEncoding.DecodedLen(len(clean)))
	n, _ := base64.RawStdEncoding.Decode(out, clean)
	return out[:n], stray*100 <= maxStray*len(b)
}

// fromQuoted decodes quoted-printable; an escape that is none stays as it is.
func fromQuoted(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		if b[i] != '=' {
			out = append(out, b[i])
			continue
		}
		rest := b[i+1:]
		if m := softBreak(rest); m >= 0 {
			i += m
			continue
		}
		if len(rest) >= 2 && unhex(rest[0]) >= 0 && unhex(rest[1]) >= 0 {
			out = append(out, byte(unhex(rest[0])<<4|unhex(rest[1])))
			i += 2
			continue
		}
		out = append(out, '=')
	}
	return out
}

// softBreak returns the length of white space and a line end at the start of
// b, -1 if there is none.
func softBreak(b []byte) int {
	for i, c := range b {
		switch c {
		case ' ', '\t', '\r':
		case '\n':
			return i + 1
		default:
			return -1
		}
	}
	return len(b)
}

func unhex(c byte) int {
	switch {
	case c-'0' < 10:
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// text returns the body as text.
func (p part) text() charset.Text {
	_, params := p.contentType()
	return charset.Declared(p.decoded(), params["charset"])
}

// words decodes the encoded words of a header field (RFC 2047).
func words(s string) string {
	d := mime.WordDecoder{CharsetReader: func(name string, r io.Reader) (io.Reader, error) {
		data, err := io.ReadAll(io.LimitReader(r, maxPart))
		return strings.NewReader(charset.Declared(data, name).String), err
	}}
	out, err := d.DecodeHeader(s)
	if err != nil {
		out = s
	}
	t, _ := charset.Decode([]byte(out), "", "")
	return strings.Join(strings.Fields(t.String), " ")
}
