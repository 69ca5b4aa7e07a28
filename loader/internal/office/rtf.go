package office

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding"

	"wirediff/loader/internal/draft"
)

// maxGroups is how many groups inside one another an RTF file may have; real
// ones stay under 30.
const maxGroups = 4096

// IsRTF reports whether data is Rich Text.
func IsRTF(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(data, " \t\r\n"), []byte(`{\rtf`))
}

// RTF reads one side of a Rich Text file.
func RTF(data []byte, keep Kept) (d draft.Draft, changed bool, err error) {
	r := rtf{keep: keep, in: data, ansi: codePage(1252), fonts: map[int]encoding.Encoding{}, styles: map[int]string{}, info: map[string]string{}}
	r.state.uc = 1
	if err := r.scan(); err != nil {
		return d, false, err
	}
	r.endParagraph()
	properties(&r.out.d, r.info["title"], r.info["author"], "", "")
	d, err = r.out.finish("Rich Text")
	return d, r.changed, err
}

// rtf is the state of a scan: a stream of control words, groups and bytes,
// each byte in the code page of the font that is on.
type rtf struct {
	keep    Kept
	in      []byte
	at      int
	state   rtfState
	stack   []rtfState
	ansi    encoding.Encoding         // of fonts that name none
	fonts   map[int]encoding.Encoding // by font number
	styles  map[int]string            // names of paragraph styles
	info    map[string]string         // document properties
	pending []byte                    // bytes not decoded yet
	high    rune                      // first half of a surrogate pair
	skip    int                       // characters that repeat a \u for old readers
	star    bool                      // \* was read: the group is skipped unless its word is known
	body    strings.Builder           // the open paragraph
	aside   strings.Builder           // the open entry of a table or property
	outer   []string                  // paragraphs that wait for the end of a footnote
	out     page
	changed bool
}

// rtfState is what a group restores at its end.
type rtfState struct {
	dest   rtfDest
	word   string // control word of the destination
	font   int
	style  int
	uc     int
	hidden bool
	gone   bool // on the side of tracked changes that is not kept
	note   bool
}

// rtfDest is where text goes.
type rtfDest uint8

const (
	toBody rtfDest = iota
	toNowhere
	toFonts
	toStyles
	toInfo
)

// unprinted are groups whose text is not on the page.
var unprinted = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`pn listtext pntext pnseclvl colortbl pict objdata objclass header headerl headerr headerf footer
		footerl footerr footerf annotation atnid atnauthor atrfstart atrfend fldinst xe tc nonshppict bkmkstart bkmkend sp ftnsep ftnsepc
		ftncn aftnsep aftnsepc template themedata falt operator company subject keywords comment doccomm creatim revtim printim
		generator private filetbl revtbl rsidtbl listtable listoverridetable xmlnstbl latentstyles datastore buptim manager
		category hlinkbase userprops docvar`) {
		m[w] = true
	}
	return m
}()

// starred are groups marked "skip if unknown" that hold text of the page.
var starred = map[string]bool{"shpinst": true, "shptxt": true, "fldrslt": true, "result": true}

// characters are the control words that stand for one.
var characters = map[string]string{"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
	"bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "tab": "\t", "line": "\n", "lbr": "\n", "zwj": "\u200d", "zwnj": "\u200c"}

func (r *rtf) scan() error {
	for r.at < len(r.in) {
		c := r.in[r.at]
		r.at++
		switch c {
		case '{':
			if len(r.stack) >= maxGroups {
				return fmt.Errorf("rich text with more than %d groups inside one another, the most that is read", maxGroups)
			}
			r.flush()
			r.stack = append(r.stack, r.state)
			r.state.note = false
			r.skip, r.star = 0, false
			r.aside.Reset()
		case '}':
			r.endGroup()
		case '\\':
			r.control()
		case '\r', '\n', 0:
		default:
			r.byte(c)
		}
	}
	r.flush()
	return nil
}

// endGroup stores what the group held and restores what was before it.
func (r *rtf) endGroup() {
	r.flush()
	switch r.state.dest {
	case toStyles:
		if name := strings.TrimSuffix(strings.TrimSpace(r.aside.String()), ";"); name != "" {
			r.styles[r.state.style] = name
		}
	case toInfo:
		r.info[r.state.word] = r.aside.String()
	}
	if n := len(r.outer); r.state.note && n > 0 {
		r.out.notes = append(r.out.notes, r.body.String())
		r.body.Reset()
		r.body.WriteString(r.outer[n-1])
		r.outer = r.outer[:n-1]
	}
	r.aside.Reset()
	if n := len(r.stack); n > 0 {
		r.state = r.stack[n-1]
		r.stack = r.stack[:n-1]
	}
	r.skip = 0
}

// control reads a control word or symbol, after its backslash.
func (r *rtf) control() {
	if r.at == len(r.in) {
		return
	}
	c := r.in[r.at]
	if c|0x20 < 'a' || c|0x20 > 'z' {
		r.at++
		r.symbol(c)
		return
	}
	from := r.at
	for r.at < len(r.in) && r.in[r.at]|0x20 >= 'a' && r.in[r.at]|0x20 <= 'z' {
		r.at++
	}
	word := string(r.in[from:r.at])
	arg, has := r.number()
	if r.at < len(r.in) && r.in[r.at] == ' ' {
		r.at++
	}
	r.word(word, arg, has)
}

// number reads the argument of a control word.
func (r *rtf) number() (n int, has bool) {
	neg := r.at < len(r.in) && r.in[r.at] == '-'
	if neg {
		r.at++
	}
	for r.at < len(r.in) && r.in[r.at]-'0' < 10 {
		if n < 1<<30 {
			n = n*10 + int(r.in[r.at]-'0')
		}
		r.at++
		has = true
	}
	if neg {
		n = -n
	}
	return n, has
}

// symbol reads a control symbol.
func (r *rtf) symbol(c byte) {
	switch c {
	case '\'':
		if r.at+2 <= len(r.in) {
			hi, lo := unhex(r.in[r.at]), unhex(r.in[r.at+1])
			if hi >= 0 && lo >= 0 {
				r.at += 2
				r.byte(byte(hi<<4 | lo))
			}
		}
	case '*':
		r.star = true
	case '~':
		r.write("\u00a0")
	case '_':
		r.write("\u2011")
	case '-': // optional hyphen: not printed
	case '\r', '\n':
		r.word("par", 0, false)
	default:
		r.byte(c)
	}
}

// unhex returns the value of a hexadecimal digit, -1 if c is none.
func unhex(c byte) int {
	switch {
	case c-'0' < 10:
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// word obeys a control word.
func (r *rtf) word(w string, arg int, has bool) {
	star := r.star
	r.star = false
	on := !has || arg != 0
	if s, ok := characters[w]; ok {
		r.write(s)
		return
	}
	switch w {
	case "u":
		r.unicode(arg)
		return
	case "bin":
		r.at = min(len(r.in), r.at+max(arg, 0))
		return
	}
	r.flush()
	switch w {
	case "par", "sect", "page", "cell", "row", "nestcell", "nestrow", "column":
		r.endParagraph()
	case "uc":
		r.state.uc = max(arg, 0)
	case "f", "deff":
		r.state.font = arg
	case "s":
		r.state.style = arg
	case "pard":
		r.state.style = 0
	case "plain":
		r.state.hidden = false
	case "v":
		r.state.hidden = on
	case "deleted":
		r.changed = r.changed || on
		r.state.gone = on && r.keep == Accepted
	case "revised":
		r.changed = r.changed || on
		r.state.gone = on && r.keep == Original
	case "ansicpg":
		if enc := codePage(arg); enc != nil {
			r.ansi = enc
		}
	case "mac":
		r.ansi = codePage(10000)
	case "fcharset":
		if r.state.dest == toFonts {
			r.fonts[r.state.font] = codePage(charsets[arg])
		}
	default:
		r.destination(w, star)
	}
}

// destination begins a group whose text goes elsewhere.
func (r *rtf) destination(w string, star bool) {
	switch {
	case w == "fonttbl":
		r.state.dest = toFonts
	case w == "stylesheet":
		r.state.dest = toStyles
	case w == "info":
		r.state.dest = toNowhere
	case w == "title" || w == "author":
		r.state.dest, r.state.word = toInfo, w
	case w == "footnote" && r.state.dest == toBody && !r.state.note:
		r.outer = append(r.outer, r.body.String())
		r.body.Reset()
		r.state.note = true
	case unprinted[w]:
		r.state.dest = toNowhere
	case star && !starred[w] && r.state.dest != toStyles:
		r.state.dest = toNowhere
	}
}

// unicode writes the character of a \u, which old readers skip over.
func (r *rtf) unicode(n int) {
	if n < 0 {
		n += 1 << 16
	}
	r.skip = r.state.uc
	c := rune(n)
	switch {
	case utf16.IsSurrogate(c) && r.high == 0:
		r.flush()
		r.high = c
	case r.high != 0:
		both := utf16.DecodeRune(r.high, c)
		r.high = 0
		r.emit(string(both))
	case c >= 0xF020 && c <= 0xF07E: // a symbol font's own copy of ASCII
		r.emit(string(c - 0xF000))
	default:
		r.emit(string(c))
	}
}

// byte takes a byte of text in the font's code page.
func (r *rtf) byte(c byte) {
	if r.skip > 0 {
		r.skip--
		return
	}
	r.pending = append(r.pending, c)
}

// flush decodes the bytes that wait.
func (r *rtf) flush() {
	if len(r.pending) == 0 {
		return
	}
	enc := r.fonts[r.state.font]
	if enc == nil {
		enc = r.ansi
	}
	s, err := enc.NewDecoder().Bytes(r.pending)
	if err != nil {
		s = bytes.ToValidUTF8(r.pending, []byte("\uFFFD"))
	}
	r.pending = r.pending[:0]
	r.put(string(s))
}

// write takes text that the file wrote as a control word; it counts as one
// of the characters after a \u.
func (r *rtf) write(s string) {
	if r.skip > 0 {
		r.skip--
		return
	}
	r.emit(s)
}

// emit takes text that is Unicode already.
func (r *rtf) emit(s string) {
	r.flush()
	r.put(s)
}

// put writes text where the group sends it.
func (r *rtf) put(s string) {
	switch {
	case r.state.hidden || r.state.gone:
	case r.state.dest == toBody:
		r.body.WriteString(s)
	case r.state.dest == toStyles || r.state.dest == toInfo:
		r.aside.WriteString(s)
	}
}

// endParagraph ends the open paragraph. Its end goes with a deletion or an
// insertion that is not kept.
func (r *rtf) endParagraph() {
	switch {
	case r.state.dest != toBody || r.state.gone:
	case len(r.outer) > 0:
		r.body.WriteString(" ")
	default:
		r.out.add(r.styles[r.state.style], r.body.String())
		r.body.Reset()
	}
}
