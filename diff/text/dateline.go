package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// maxLead is how many bytes a dateline may take: three places, a date and
	// two agencies.
	maxLead = 120
	// minPlace is the fewest capitals of a place before a colon: "UN: " and
	// "TV: " are no places.
	minPlace = 4
)

// lead returns the length of the dateline that opens the paragraph p, the
// white space behind it included; 0 if there is none.
//
//	KYIV (AFP) - Russian forces      PORT AVERLEY, Oct 14 (Meridian) – The
//	date 2025-08-20 WASHINGTON: Top  【ロンドン共同】英国の    (Reuters) - Shares
//
// It holds a place in capitals, or an agency in brackets, and ends in a dash
// or, where the place is long enough, a colon.
func (r *rules) lead(p string) int {
	i := leadStamp(p)
	if n := wideLead(p); n > 0 {
		return n
	}
	d := datelineParts{rules: r, p: p, i: i}
	d.scan()
	if !d.done {
		return 0
	}
	return skipSpace(p, d.i)
}

// leadStamp skips "date 2025-08-20 " and the like: a date in digits before the place.
func leadStamp(p string) int {
	i := 0
	if strings.HasPrefix(p, "date ") {
		i = len("date ")
	}
	k := i
	for k < len(p) && (p[k]-'0' < 10 || p[k] == '-' || p[k] == '.' || p[k] == '/') {
		k++
	}
	if k-i < 8 || k == len(p) || p[k] != ' ' {
		return 0
	}
	return k + 1
}

// wideLead knows the brackets that open Japanese and Chinese reports, and
// 新华社北京8月20日电.
func wideLead(p string) int {
	for _, pair := range [...][2]string{{"【", "】"}, {"［", "］"}, {"（", "）"}, {"〔", "〕"}} {
		if strings.HasPrefix(p, pair[0]) {
			if k := strings.Index(p[:min(len(p), maxLead)], pair[1]); k > 0 && k+len(pair[1]) < len(p) {
				return skipSpace(p, k+len(pair[1]))
			}
		}
	}
	for _, agency := range [...]string{"新华社", "中新社", "中央社"} {
		if strings.HasPrefix(p, agency) {
			if k := strings.Index(p[:min(len(p), maxLead)], "电"); k > 0 && k+len("电") < len(p) {
				return skipSpace(p, k+len("电"))
			}
		}
	}
	return 0
}

// datelineParts walks over the parts of a dateline.
type datelineParts struct {
	rules   *rules
	p       string
	i       int
	capital int  // letters of places in capitals
	place   bool // a word with a capital was seen
	bracket bool // something in round brackets was seen
	done    bool
}

// scan sets done and i behind the dateline if p opens with one.
func (d *datelineParts) scan() {
	for d.i < len(d.p) && d.i < maxLead {
		r, n := utf8.DecodeRuneInString(d.p[d.i:])
		switch {
		case r == ' ' || r == '\u00a0' || r == ',' || r == '.' || r == '/':
			d.i += n
		case r == '(' || r == '[':
			k := strings.IndexAny(d.p[d.i:min(len(d.p), d.i+40)], ")]")
			if k < 0 || d.bracket {
				return
			}
			d.bracket = d.bracket || k > 0
			d.i += k + 1
			if k == 1 && !d.place { // "() ": the agency was deleted
				d.done = true
				return
			}
		case isDash(r) || r == '_' && n == 1 && d.bracket: // "(AP) _": a dash on old wires
			d.closeDash(n)
			return
		case r == ':':
			d.done = d.capital >= minPlace && d.upperNext(d.i+n)
			d.i += n
			return
		default:
			if !d.word() {
				return
			}
		}
	}
}

// closeDash ends a dateline at the dash, unless the dash joins two words of a place.
func (d *datelineParts) closeDash(n int) {
	k := d.i
	for k < len(d.p) {
		r, m := utf8.DecodeRuneInString(d.p[k:])
		if !isDash(r) && r != '_' {
			break
		}
		k += m
	}
	long := n > 1 || k-d.i > 1
	spaced := k < len(d.p) && spaceAt(d.p, k) > 0
	d.done = (d.capital >= 3 || d.bracket) && (long || spaced) && d.textAt(k)
	d.i = k
}

// textAt reports whether a sentence may begin at i: no small letter stands
// there, as after the dash of "NATO - the alliance - is ready".
func (d *datelineParts) textAt(i int) bool {
	r, _ := utf8.DecodeRuneInString(d.p[skipSpace(d.p, i):])
	return i < len(d.p) && !unicode.IsLower(r)
}

// upperNext reports whether the text at i goes on with a capital after a blank.
func (d *datelineParts) upperNext(i int) bool {
	k := skipSpace(d.p, i)
	r, _ := utf8.DecodeRuneInString(d.p[k:])
	return k > i && (unicode.IsUpper(r) || isQuote(r))
}

// word takes a word of a place or a date; it reports whether it can be one.
func (d *datelineParts) word() bool {
	w := wordAt(d.p, d.i)
	if w == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(w)
	switch {
	case d.rules.stamp.has(w), unicode.IsDigit(first):
	case unicode.IsUpper(first) && strings.ToUpper(w) == w:
		d.capital += utf8.RuneCountInString(w)
		d.place = true
	case unicode.IsUpper(first):
		d.place = true
	case len(w) > 3: // "de", "am", "and" stand in places, longer words do not
		return false
	}
	d.i += len(w)
	for d.i < len(d.p) && d.p[d.i] == '-' && d.i+1 < len(d.p) && isLetterByte(d.p[d.i+1]) {
		d.i++
		d.i += len(wordAt(d.p, d.i))
	}
	return true
}
