package draft

import (
	"strconv"
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

// months are the first letters of the names of months, as lines of date write
// them in English, German, French, Spanish, Italian, Portuguese and Dutch.
var months = []struct {
	number int
	names  string
}{
	{1, "jan ene gen"}, {2, "feb fév fev"}, {3, "mar mär mrz maa"}, {4, "apr avr abr"}, {5, "may mai mei mag"}, {6, "jun juin giu"},
	{7, "jul juil lug"}, {8, "aug aoû ago"}, {9, "sep set"}, {10, "oct okt ott out"}, {11, "nov"}, {12, "dec dez déc dic"},
}

// inLine finds the day in a line of date: "Published 14 October 2025, 10:15", "Oct. 14th, 2025".
var inLine = lazy.Regexp(`(?i)\b(\d{1,2})(?:st|nd|rd|th|er|\.)? (?:de |di )?(\p{L}{3,10})\.?(?: de)?,? ((?:19|20)\d\d)\b|\b(\p{L}{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)\b|\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b|\b(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)\b|((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日`)

// FindDate returns the first day that a line of date names, as "2025-10-14",
// "" if there is none. Days in digits with slashes mean two things: they count
// for none.
func FindDate(line string) string {
	for _, m := range inLine().FindAllStringSubmatch(line, -1) {
		day, month, year := m[1]+m[5]+m[9]+m[10]+m[15], m[8]+m[11]+m[14], m[3]+m[6]+m[7]+m[12]+m[13]
		if name := m[2] + m[4]; name != "" {
			month = monthNumber(name)
		}
		if t, err := time.Parse("2006-1-2", year+"-"+strings.TrimPrefix(month, "0")+"-"+strings.TrimPrefix(day, "0")); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

// monthNumber returns the number of a month by its name, "" if it is none.
func monthNumber(name string) string {
	name = strings.ToLower(name)
	for _, m := range months {
		for start := range strings.FieldsSeq(m.names) {
			if strings.HasPrefix(name, start) {
				return strconv.Itoa(m.number)
			}
		}
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
