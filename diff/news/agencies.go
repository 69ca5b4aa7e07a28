package news

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wirediff/diff/text"
)

// Initials of an agency are two to six capitals.
const (
	shortestInitials = 2
	longestInitials  = 6
)

// areInitials reports whether s looks like "BPA".
func areInitials(s string) bool {
	n := utf8.RuneCountInString(s)
	return n >= shortestInitials && n <= longestInitials && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

// inBrackets is the agency in a dateline, "SELMAR (BPA) - "; "" if there is none.
func inBrackets(line string) string {
	for {
		_, rest, ok := strings.Cut(line, "(")
		if !ok {
			return ""
		}
		if name, _, ok := strings.Cut(rest, ")"); ok && areInitials(name) {
			return name
		}
		line = rest
	}
}

// behindDash is the agency that signs a story, "- BPA"; "" if there is none.
func behindDash(line string) string {
	name := strings.TrimLeft(line, "-–—")
	if name == line {
		return ""
	}
	if name = strings.TrimSuffix(strings.TrimSpace(name), "."); areInitials(name) {
		return name
	}
	return ""
}

// longestName is how many words stand before "Agency" in a full name at most.
const longestName = 4

// fullNames lists agencies by their full names: "Boreal Press Agency".
func fullNames(lines string) (out []string) {
	for line := range strings.Lines(lines) {
		words := strings.Fields(line)
		for i, w := range words {
			from := i
			for from > 0 && i-from < longestName && isUpper(words[from-1]) {
				from--
			}
			if from < i && strings.TrimRight(w, ".,;:)") == "Agency" {
				out = append(out, strings.Join(words[from:i], " ")+" Agency")
			}
		}
	}
	return out
}

// namedAgencies returns the agencies that the stories themselves credit and
// that no table need know, by lower-case name: initials in the brackets of a
// dateline or behind a dash at the end, and, under the same initials, full
// names in bylines and credit lines. The value is the name to print.
func namedAgencies(stories []*text.Story) map[string]string {
	names := map[string]string{}
	for _, st := range stories {
		for _, s := range st.Sentences {
			line := s.Of(st.Body)
			found := inBrackets(s.Lead.Of(st.Body))
			if found == "" && s.Role == text.RoleCredit {
				found = behindDash(line)
			}
			if found == "" && s.Role == text.RoleDateline {
				found = inBrackets(line)
			}
			if found != "" {
				names[strings.ToLower(found)] = found
			}
		}
	}
	for _, st := range stories {
		for _, full := range fullNames(creditLines(st)) {
			full = strings.TrimPrefix(strings.TrimPrefix(full, "By "), "The ")
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
