package draft

import (
	"strings"
	"time"

	"wirediff/diff/text"
	"wirediff/loader/internal/lazy"
)

// layouts are the forms of dates in news files. Those without a zone give the day alone.
var layouts = []struct {
	form        string
	time, zoned bool
}{
	{time.RFC3339Nano, true, true}, {"2006-01-02T15:04:05.999999999Z0700", true, true}, {"2006-01-02T15:04Z07:00", true, true},
	{"2006-01-02T15:04Z0700", true, true}, {"2006-01-02 15:04:05 Z0700", true, true}, {"2006-01-02 15:04:05Z07:00", true, true},
	{"20060102T150405Z0700", true, true}, {"20060102T150405Z07:00", true, true}, {"20060102T1504Z0700", true, true},
	{time.RFC1123Z, true, true}, {time.RFC1123, true, true}, {"Mon, 2 Jan 2006 15:04:05 -0700", true, true}, {"Mon, 2 Jan 2006 15:04:05 MST", true, true},
	{"2 Jan 2006 15:04:05 -0700", true, true}, {"2 Jan 2006 15:04:05 MST", true, true}, {time.UnixDate, true, true}, {time.RFC850, true, true},
	{"Mon, 2 Jan 06 15:04:05 -0700", true, true}, {"Mon, 2 Jan 2006 15:04 -0700", true, true},
	{"2006-01-02T15:04:05.999999999", true, false}, {"2006-01-02T15:04", true, false}, {"2006-01-02 15:04:05", true, false}, {"2006-01-02 15:04", true, false},
	{"20060102T150405", true, false}, {"2006/01/02 15:04:05", true, false}, {time.ANSIC, true, false},
	{"2006-01-02", false, false}, {"2006/01/02", false, false}, {"20060102", false, false}, {"January 2, 2006", false, false}, {"Jan 2, 2006", false, false},
	{"2 January 2006", false, false}, {"2 Jan 2006", false, false}, {"02.01.2006", false, false}, {"Monday, January 2, 2006", false, false},
	{"Jan. 2, 2006", false, false}, {"January 2, 2006 3:04 pm", false, false}, {"January 2, 2006 15:04", false, false},
}

// Date reads a date in one of the forms met in news files and returns it as
// RFC 3339: date and time where the zone is known, the date alone otherwise;
// "" if s is no date.
func Date(s string) string {
	s = Collapse(s)
	if i := strings.LastIndex(s, " ("); i > 0 {
		s = s[:i] // RFC 5322 comment: "(UTC)"
	}
	s = zoneName().ReplaceAllStringFunc(s, func(z string) string { return zones[z] })
	for _, l := range layouts {
		t, err := time.ParseInLocation(l.form, s, time.UTC)
		if err != nil || t.Year() < 1900 || t.Year() > 2200 {
			continue
		}
		if l.time && l.zoned && knownZone(t) {
			return t.Format(time.RFC3339)
		}
		return t.Format(time.DateOnly)
	}
	return ""
}

// zones are the names that RFC 5322 and European agencies use; time.Parse
// would take them from the machine's own zone.
var zones = map[string]string{"EST": "-0500", "EDT": "-0400", "CST": "-0600", "CDT": "-0500", "MST": "-0700", "MDT": "-0600",
	"PST": "-0800", "PDT": "-0700", "CET": "+0100", "CEST": "+0200", "BST": "+0100", "GMT": "+0000", "UTC": "+0000", "UT": "+0000"}

var zoneName = lazy.Regexp(`\b(?:[ECMP][SD]T|CES?T|BST|GMT|UTC?)\b`)

// knownZone reports whether t's zone has an offset: "EST" parsed on a machine
// elsewhere has a name and offset 0.
func knownZone(t time.Time) bool {
	name, off := t.Zone()
	return off != 0 || name == "UTC" || name == "GMT" || name == "Z" || name == ""
}

// SetDate fills field f with the date that s holds unless f has one or s is none.
func SetDate(f *text.Field, s, from string) {
	if s = strings.TrimSpace(s); s != "" && f.Value == "" {
		Set(f, Date(s), from)
	}
}
