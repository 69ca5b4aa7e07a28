package wire

import (
	"strings"

	"wirediff/diff/text"
	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/lazy"
)

// ReadANPA reads the messages of an ANPA 1312 file:
//
//	SYN SYN SOH service, number ... keyword, date
//	STX ^keyword, words<
//	    ^headline<          ^Eds: ...<
//	    ^By NAME=           ^AP Writer=
//	    TAB paragraph ...
//	ETX agency, date
//
// "_" stands for a dash, doubled accents for quotation marks.
func ReadANPA(s string) (stories []draft.Draft, err error) {
	for _, m := range messages(s) {
		if d := anpa(m); !d.Empty() {
			stories = append(stories, d)
		}
	}
	if len(stories) == 0 {
		return nil, errNoText
	}
	return signed(stories), nil
}

var (
	anpaMarks = strings.NewReplacer("``", "“", "''", "”", " _ ", " — ", "\x11", "", "\x12", "", "\x13", "", "\x14", "", "\x1f", " ", "\x0c", "", "\x7f", "")
	anpaTail  = lazy.Regexp(`^(AP|UPI|AAP|CP)-`)
	anpaAside = lazy.Regexp(`^(AP (Photo|Video|Graphic|Audio)|Eds|With|An AP)\b`)
)

func anpa(m message) draft.Draft {
	d := draft.Draft{}
	d.Format = ANPA
	draft.Set(&d.Date, sentAt(m.tail), "ANPA end of message")
	if agency := anpaTail().FindStringSubmatch(strings.TrimSpace(m.tail)); agency != nil {
		draft.Set(&d.Credit, agency[1], "ANPA end of message")
	}
	var by []string
	fields := 0
	var para []string
	flush := func() {
		d.Add(text.RoleAuto, strings.Join(para, " "))
		para = nil
	}
	for _, l := range strings.Split(draft.Newlines(anpaMarks.Replace(m.body)), "\n") {
		t := strings.TrimSpace(l)
		switch {
		case t == "":
			flush()
		case t[0] == '^' && strings.HasSuffix(t, "="):
			by = append(by, strings.Trim(t, "^= "))
		case t[0] == '^':
			flush()
			fields++
			anpaField(&d, strings.TrimSpace(strings.Trim(t, "^< ")), fields)
		case strings.HasPrefix(l, "\t"):
			flush()
			para = append(para, strings.TrimSuffix(t, "<"))
		default:
			para = append(para, strings.TrimSuffix(t, "<"))
		}
	}
	flush()
	SetByline(&d, strings.Join(by, ", "), "ANPA byline")
	return d
}

// anpaField reads the n-th line between ^ and <: the keyword, the headline,
// then notes to editors and a summary.
func anpaField(d *draft.Draft, s string, n int) {
	switch {
	case n == 1:
		keyword, _, _ := strings.Cut(s, ",")
		draft.Set(&d.Slug, keyword, "ANPA keyword line")
		draft.Set(&d.Revision, takeOf(s), "ANPA keyword line")
	case anpaAside().MatchString(s):
		draft.Set(&d.Note, s, "ANPA note")
	case d.Title.Value == "" && len(d.Parts) == 0:
		draft.Set(&d.Title, s, "ANPA headline line")
	case len(d.Parts) == 0:
		draft.Set(&d.Standfirst, s, "ANPA summary line")
	default:
		d.Add(text.RoleHeading, s)
	}
}

// takeOf returns the take of a keyword line: "1st Ld-Writethru" of "BC-X--Y, 1st Ld-Writethru,416".
func takeOf(s string) string {
	parts := strings.Split(s, ",")
	if len(parts) < 3 {
		return ""
	}
	return strings.TrimSpace(parts[1])
}
