package wire

import (
	"strings"

	"wirediff/diff/text"
	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/lazy"
)

// Read7901 reads the messages of an IPTC 7901 file:
//
//	SOH service, number, priority, category, words, agency CR LF
//	keywords/ CR LF
//	STX headline [CR LF byline] = CR LF
//	paragraphs
//	ETX day, time, zone, month, year
func Read7901(s string) (stories []draft.Draft, err error) {
	for _, m := range messages(s) {
		if d := iptc7901(m); !d.Empty() {
			stories = append(stories, d)
		}
	}
	if len(stories) == 0 {
		return nil, errNoText
	}
	return signed(stories), nil
}

var (
	sevenHead = lazy.Regexp(`^\s*[a-z]{2,4}\d{3,5}\s+(\d)\s+(\S+)\s+(\d+)\s+(.*)$`)
	notFor    = lazy.Regexp(`(?i)not for publication|\bNOTEBOOK\b|^\* \* \*|^#+ |^={3,}$`)
	signOff   = lazy.Regexp(`^dpa( [a-z]{2,4}){1,6}$`)
)

func iptc7901(m message) draft.Draft {
	d := draft.Draft{}
	d.Format = IPTC7901
	lines := strings.Split(draft.Newlines(strings.TrimSpace(m.head)), "\n")
	if h := sevenHead().FindStringSubmatch(lines[0]); h != nil {
		words := strings.Fields(h[4]) // "ccccb dpa 061"
		if len(words) > 1 {
			draft.Set(&d.Credit, words[len(words)-2], "IPTC 7901 heading")
		}
	}
	if len(lines) > 1 {
		draft.Set(&d.Slug, strings.Trim(lines[len(lines)-1], "/ "), "IPTC 7901 heading")
	}
	draft.Set(&d.Date, sentAt(m.tail), "IPTC 7901 end of message")
	body := draft.Newlines(m.body)
	if head, rest, ok := cutHead(body); ok {
		title, by, _ := strings.Cut(head, "\n")
		draft.Set(&d.Title, strings.Trim(title, " ="), "IPTC 7901 headline")
		SetByline(&d, by, "IPTC 7901 headline")
		body = rest
	}
	role := text.RoleAuto
	for _, p := range draft.Paragraphs(body) {
		switch {
		case notFor().MatchString(p):
			role = text.RoleFurniture // the agency's notes to editors, to the end
		case signOff().MatchString(p):
			d.Add(text.RoleCredit, p)
			continue
		}
		d.Add(role, p)
	}
	return d
}

// maxHeadLines is how many lines headline and byline may take.
const maxHeadLines = 4

// cutHead cuts off the headline, which a line with "=" at its end closes.
func cutHead(body string) (head, rest string, ok bool) {
	lines := strings.SplitAfter(body, "\n")
	for i, l := range lines[:min(len(lines), maxHeadLines)] {
		if strings.HasSuffix(strings.TrimSpace(l), "=") {
			head = strings.TrimRight(strings.TrimSpace(strings.Join(lines[:i+1], "")), "= ")
			return head, strings.Join(lines[i+1:], ""), true
		}
	}
	return "", body, false
}
