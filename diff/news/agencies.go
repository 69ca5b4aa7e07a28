package news

import (
	"regexp"
	"strings"

	"wirediff/diff/text"
)

var (
	// inBrackets is an agency in a dateline: "SELMAR (BPA) - ".
	inBrackets = regexp.MustCompile(`\((\p{Lu}{2,6})\)`)
	// behindDash is an agency that signs a story: "- BPA".
	behindDash = regexp.MustCompile(`^[-\x{2013}\x{2014}]{1,2}\s*(\p{Lu}{2,6})\.?$`)
	// fullName is an agency by its full name: "Boreal Press Agency".
	fullName = regexp.MustCompile(`(?:\p{Lu}[\p{L}'’-]* ){1,4}Agency`)
)

// namedAgencies returns the agencies that the stories themselves credit and
// that no table need know, by lower-case name: initials in the brackets of a
// dateline or behind a dash at the end, and, under the same initials, full
// names in bylines and credit lines. The value is the name to print.
func namedAgencies(stories []*text.Story) map[string]string {
	names := map[string]string{}
	for _, st := range stories {
		for _, s := range st.Sentences {
			line := s.Of(st.Body)
			found := inBrackets.FindStringSubmatch(s.Lead.Of(st.Body))
			if found == nil && s.Role == text.RoleCredit {
				found = behindDash.FindStringSubmatch(line)
			}
			if found == nil && s.Role == text.RoleDateline {
				found = inBrackets.FindStringSubmatch(line)
			}
			if found != nil {
				names[strings.ToLower(found[1])] = found[1]
			}
		}
	}
	for _, st := range stories {
		for _, full := range fullName.FindAllString(creditLines(st), -1) {
			full = strings.TrimPrefix(full, "The ")
			if initials, ok := names[strings.ToLower(initialsOf(full))]; ok {
				names[strings.ToLower(full)] = initials
			}
		}
	}
	return names
}

// creditLines are the lines of a story where an agency may be credited by its full name.
func creditLines(st *text.Story) string {
	lines := []string{st.Byline.Value, st.Credit.Value}
	for _, s := range st.Sentences {
		if s.Role == text.RoleByline || s.Role == text.RoleCredit {
			lines = append(lines, s.Of(st.Body))
		}
	}
	return strings.Join(lines, "\n")
}

func initialsOf(name string) string {
	var b strings.Builder
	for word := range strings.FieldsSeq(name) {
		for _, r := range word {
			b.WriteRune(r)
			break
		}
	}
	return b.String()
}
