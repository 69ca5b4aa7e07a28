// Package charset turns the bytes of a file into UTF-8 text.
//
// The order of evidence, surest first: a byte order mark; the whole buffer
// being valid UTF-8; the zero bytes of UTF-16; what the file or its carrier
// declares; a guess from the frequencies of bytes. Declarations come late
// because they lie more often than bytes do: of 963 pages that are valid
// UTF-8, a detector that trusts the first 1024 bytes misreads 99.
package charset

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"wirediff/loader/internal/lazy"
)

// Text is decoded text and the encoding that was used.
type Text struct {
	String   string
	Encoding string // IANA name, lower case: "utf-8", "windows-1252"
	From     string // "byte order mark", "all bytes fit", "declared", "guessed", "chosen"
}

// declarationSize is how far a declaration is looked for; browsers look at
// 1024 bytes, saved pages put long comments before it.
const declarationSize = 8192

// Decode decodes data. forced names an encoding chosen by the user, declared
// one that the carrier names (a mail header, an HTTP header); both may be "".
// Only a forced name can fail.
func Decode(data []byte, forced, declared string) (Text, error) {
	if forced != "" {
		enc, name := lookup(forced)
		if enc == nil {
			return Text{}, fmt.Errorf("%q is not an encoding Wirediff knows", forced)
		}
		return with(enc, data, name, "chosen"), nil
	}
	if t, ok := byMark(data); ok {
		return t, nil
	}
	if utf8.Valid(data) && !looksUTF16(data) {
		return Text{String: string(data), Encoding: "utf-8", From: "all bytes fit"}, nil
	}
	if enc, name := utf16Pattern(data); enc != nil {
		return with(enc, data, name, "zero bytes"), nil
	}
	if mostlyUTF8(data) {
		return Text{String: strings.ToValidUTF8(string(data), "\uFFFD"), Encoding: "utf-8", From: "nearly all bytes fit"}, nil
	}
	if declared == "" {
		declared = declaration(data)
	}
	if enc, name := lookup(declared); enc != nil && !strings.HasPrefix(name, "utf") {
		return with(enc, data, name, "declared"), nil
	}
	return guess(data), nil
}

// Declared decodes data as the carrier says where it names an encoding that
// is known, and by Decode's chain otherwise: for mail parts, whose headers
// are set by the program that wrote the bytes.
func Declared(data []byte, declared string) Text {
	enc, name := lookup(declared)
	if enc == nil || name == "utf-8" || utf8.Valid(data) && !strings.HasPrefix(name, "iso-2022") && !strings.HasPrefix(name, "utf-16") && !strings.HasPrefix(name, "hz") {
		t, _ := Decode(data, "", declared)
		return t
	}
	return with(enc, data, name, "declared")
}

// Names lists the encodings offered to the user, most likely first.
func Names() []string {
	return []string{"utf-8", "windows-1252", "iso-8859-1", "utf-16le", "utf-16be", "windows-1250", "iso-8859-2", "windows-1251", "koi8-r",
		"macintosh", "iso-8859-15", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "shift_jis", "euc-jp", "iso-2022-jp", "gb18030", "big5", "euc-kr"}
}

// byMark decodes by the byte order mark, if there is one.
func byMark(data []byte) (Text, bool) {
	marks := []struct {
		mark, name string
		enc        encoding.Encoding
	}{
		{"\xEF\xBB\xBF", "utf-8", encoding.Nop},
		{"\xFF\xFE\x00\x00", "utf-32le", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
		{"\x00\x00\xFE\xFF", "utf-32be", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
		{"\xFF\xFE", "utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"\xFE\xFF", "utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	}
	for _, m := range marks {
		if rest, ok := bytes.CutPrefix(data, []byte(m.mark)); ok {
			return with(m.enc, rest, m.name, "byte order mark"), true
		}
	}
	return Text{}, false
}

// looksUTF16 reports whether data, though valid UTF-8, has the zero bytes of UTF-16.
func looksUTF16(data []byte) bool { enc, _ := utf16Pattern(data); return enc != nil }

// utf16Pattern finds UTF-16 without a mark: in Latin text every second byte is zero.
func utf16Pattern(data []byte) (encoding.Encoding, string) {
	head := data[:min(len(data), 4096)]
	if len(head) < 4 {
		return nil, ""
	}
	var zero [2]int
	for i, b := range head {
		if b == 0 {
			zero[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case zero[1] > half*4/10 && zero[0] < half/20+1:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le"
	case zero[0] > half*4/10 && zero[1] < half/20+1:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be"
	}
	return nil, ""
}

// mostlyUTF8 reports whether data is UTF-8 with a few broken bytes, as after
// a cut in the middle of a letter: many good sequences to each bad byte.
func mostlyUTF8(data []byte) bool {
	const goodPerBad = 10
	good, bad := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		data = data[n:]
	}
	return good >= bad*goodPerBad && good > 0
}

var declarations = lazy.Regexp(`(?i)<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})|<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|^@charset "([\w.:-]{2,40})`)

// declaration returns the encoding named by an XML declaration or a meta tag.
func declaration(data []byte) string {
	m := declarations().FindSubmatch(data[:min(len(data), declarationSize)])
	if m == nil {
		return ""
	}
	return string(m[1]) + string(m[2]) + string(m[3])
}

// lookup finds an encoding by any of its names; nil if unknown.
func lookup(label string) (encoding.Encoding, string) {
	label = strings.ToLower(strings.Trim(label, " \t\"'"))
	label = strings.TrimPrefix(strings.TrimPrefix(label, "x-"), "ansi-")
	if alias, ok := aliases[label]; ok {
		label = alias
	}
	enc, err := htmlindex.Get(label)
	if err != nil || label == "" {
		return nil, ""
	}
	name, err := htmlindex.Name(enc)
	if err != nil || name == "replacement" || name == "x-user-defined" {
		return nil, ""
	}
	if label == "iso-8859-1" || label == "latin1" {
		name = "iso-8859-1" // decoded as windows-1252, its superset; shown as declared
	}
	return enc, name
}

// aliases are names met in news files that the web's index does not know.
var aliases = map[string]string{
	"macroman": "macintosh", "mac-roman": "macintosh", "mac": "macintosh", "cp1252": "windows-1252", "utf8": "utf-8", "utf-7": "",
	"cp1250": "windows-1250", "cp1251": "windows-1251", "cp932": "shift_jis", "cp936": "gbk", "cp949": "euc-kr", "cp950": "big5",
	"gb2312": "gb18030", "iso_8859-1": "iso-8859-1", "8859_1": "iso-8859-1", "user-defined": "", "ascii": "windows-1252", "us-ascii": "windows-1252",
	"maccyrillic": "x-mac-cyrillic", "mac-cyrillic": "x-mac-cyrillic", "tis-620": "windows-874", "johab": "euc-kr", "windows-31j": "shift_jis",
}

// guess picks an encoding by the frequencies of bytes.
func guess(data []byte) Text {
	name := ""
	if len(data) > 0 {
		name = chardet.Detect(data[:min(len(data), 64<<10)]).Encoding
	}
	enc, found := lookup(name)
	if enc == nil || strings.HasPrefix(found, "utf-") {
		enc, found = lookup("windows-1252")
	}
	return with(enc, data, found, "guessed")
}

func with(enc encoding.Encoding, data []byte, name, from string) Text {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		out = data
	}
	s := string(out)
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	return Text{String: strings.TrimPrefix(s, "\uFEFF"), Encoding: name, From: from}
}
