package style

import (
	"fmt"
	"strings"
)

// Parse reads a user's list: a line "A = B" for two spellings that are the
// same, "A ! B" for two that are always a real change, "#" for a comment. name
// is the file's name, for Rule.From and for the reason when a line cannot be
// read.
func Parse(name, data string) ([]Rule, error) {
	var rules []Rule
	n := 0
	for line := range strings.Lines(strings.TrimPrefix(data, "\ufeff")) {
		n++
		line = strings.TrimSpace(line)
		if i := strings.Index(" "+line, " #"); i >= 0 {
			line = strings.TrimSpace(line[:i])
		}
		if line == "" {
			continue
		}
		more, err := parseLine(line)
		if err != nil {
			return nil, fmt.Errorf("%s, line %d: %w", name, n, err)
		}
		for _, r := range more {
			r.From = name
			rules = append(rules, r)
		}
	}
	return rules, nil
}

// parseLine reads "A = B = C" or "A ! B".
func parseLine(line string) ([]Rule, error) {
	sign := " = "
	if strings.Contains(line, " ! ") {
		sign = " ! "
	}
	forms := strings.Split(line, sign)
	if len(forms) < 2 || sign == " ! " && len(forms) > 2 || strings.Contains(line, " = ") && sign == " ! " {
		return nil, fmt.Errorf("%q is neither “A = B” nor “A ! B”, with a blank on either side of the sign", line)
	}
	var rules []Rule
	first := strings.TrimSpace(forms[0])
	for _, s := range forms {
		s = strings.TrimSpace(s)
		if _, ok := new(parser).form(s); !ok {
			return nil, fmt.Errorf("%q has no word on one side of the sign", line)
		}
		if s != first {
			rules = append(rules, Rule{A: first, B: s, Real: sign == " ! "})
		}
	}
	if len(rules) == 0 {
		return nil, fmt.Errorf("%q names the same form twice", line)
	}
	return rules, nil
}

// Format writes rules as a user's list that Parse reads.
func Format(rules []Rule) string {
	var b strings.Builder
	for _, r := range rules {
		sign := " = "
		if r.Real {
			sign = " ! "
		}
		b.WriteString(r.A + sign + r.B + "\n")
	}
	return b.String()
}
