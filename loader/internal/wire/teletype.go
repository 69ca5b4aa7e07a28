package wire

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"wirediff/loader/internal/lazy"
)

// Control characters of the teletype forms.
const (
	soh = "\x01" // start of heading
	stx = "\x02" // start of text
	etx = "\x03" // end of text
	eot = "\x04" // end of transmission
	syn = "\x16" // synchronous idle
)

// maxMessages bounds the messages of one file.
const maxMessages = 500

// message is the three parts of a teletype message.
type message struct{ head, body, tail string }

// messages cuts a file into its messages.
func messages(s string) (out []message) {
	for i, part := range strings.Split(s, soh) {
		if i == 0 || len(out) == maxMessages {
			continue // before the first heading
		}
		head, rest, ok := strings.Cut(part, stx)
		if !ok {
			continue
		}
		body, tail, _ := strings.Cut(rest, etx)
		tail, _, _ = strings.Cut(tail, eot)
		out = append(out, message{head, body, tail})
	}
	return out
}

// IsANPA reports whether s begins as an ANPA 1312 message does.
func IsANPA(s string) bool {
	return strings.HasPrefix(strings.TrimLeft(s, "\r\n\x00 "), syn) && strings.Contains(s, soh)
}

// Is7901 reports whether s begins as an IPTC 7901 message does.
func Is7901(s string) bool {
	return strings.HasPrefix(strings.TrimLeft(s, "\r\n\x00 "), soh) && strings.Contains(s, stx)
}

var dayTime = lazy.Regexp(`\b([0-3]\d)([0-2]\d)([0-5]\d) ?(GMT|UTC|Z|[A-Z]{3,4}) +([A-Z][a-z]{2}) +(\d\d)\b`)

var slashDate = lazy.Regexp(`\b([01]\d)-([0-3]\d)-(\d\d) ([0-2]\d)([0-5]\d)(GMT|EST|EDT)`)

// offsets of the zones that teletype dates are in.
var offsets = map[string]int{"GMT": 0, "UTC": 0, "Z": 0, "EST": -5, "EDT": -4, "CET": 1, "CEST": 2}

// sentAt reads the date at the end of a message: "131137 GMT Nov 13" or
// "02-20-16 0337GMT"; "" if there is none.
func sentAt(tail string) string {
	if m := dayTime().FindStringSubmatch(tail); m != nil {
		return stamp("2 Jan 06", fmt.Sprintf("%s %s %s", strings.TrimLeft(m[1], "0"), m[5], m[6]), m[2], m[3], m[4])
	}
	if m := slashDate().FindStringSubmatch(tail); m != nil {
		return stamp("01-02-06", m[1]+"-"+m[2]+"-"+m[3], m[4], m[5], m[6])
	}
	return ""
}

// stamp returns day, hour and minute in a zone as RFC 3339, the day alone if
// the zone is unknown.
func stamp(form, day, hour, minute, zone string) string {
	t, err := time.Parse(form, day)
	if err != nil {
		return ""
	}
	off, ok := offsets[zone]
	if !ok {
		return t.Format(time.DateOnly)
	}
	h, _ := strconv.Atoi(hour)
	m, _ := strconv.Atoi(minute)
	t = time.Date(t.Year(), t.Month(), t.Day(), h, m, 0, 0, time.FixedZone("", off*3600))
	return t.Format(time.RFC3339)
}
