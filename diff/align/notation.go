package align

import (
	"fmt"
	"strconv"
	"strings"
)

// signs of the kinds that link, in the notation.
var signs = [...]string{Same: "=", Style: ":", Edited: "~", Split: "<", Merged: ">", Recast: "*"}

// String prints the groups in a line, for tests and logs:
//
//	0=0 1:1 2~2 3<3,4 4,5>5 6,7*6,7 8~10^ 9- +8 10~9?
//
// sentences of A, a sign for the kind, sentences of B. "=" is the same, ":"
// style only, "~" edited, "<" split, ">" merged, "*" recast, "-" cut, "+"
// added. "^" marks a moved group, "?" an unsure one.
func (al Alignment) String() string {
	var out strings.Builder
	for x, g := range al.Groups {
		if x > 0 {
			out.WriteByte(' ')
		}
		out.WriteString(g.String())
	}
	return out.String()
}

// String prints a group in the notation of Alignment.String.
func (g Group) String() string {
	switch g.Kind {
	case Cut:
		return join32(g.A) + "-"
	case Added:
		return "+" + join32(g.B)
	}
	s := join32(g.A) + signs[g.Kind] + join32(g.B)
	if g.Moved {
		s += "^"
	}
	if g.Unsure {
		s += "?"
	}
	return s
}

func join32(numbers []int32) string {
	parts := make([]string, len(numbers))
	for x, n := range numbers {
		parts[x] = strconv.Itoa(int(n))
	}
	return strings.Join(parts, ",")
}

// Parse reads groups in the notation of Alignment.String. Scores are not part
// of it.
func Parse(notation string) ([]Group, error) {
	var out []Group
	for _, word := range strings.Fields(notation) {
		g, err := parseGroup(word)
		if err != nil {
			return nil, fmt.Errorf("%q is not a group: %w", word, err)
		}
		out = append(out, g)
	}
	return out, nil
}

func parseGroup(word string) (g Group, err error) {
	rest, unsure := strings.CutSuffix(word, "?")
	rest, moved := strings.CutSuffix(rest, "^")
	at := strings.IndexAny(rest, "=:~<>*-+")
	if at < 0 {
		return g, fmt.Errorf("no sign for the kind")
	}
	g.Unsure, g.Moved = unsure, moved
	switch left, right := rest[:at], rest[at+1:]; {
	case rest[at] == '-' && right == "":
		g.Kind = Cut
		g.A, err = parse32(left)
	case rest[at] == '+' && left == "":
		g.Kind = Added
		g.B, err = parse32(right)
	default:
		for k, sign := range signs {
			if rest[at:at+1] == sign {
				g.Kind = Kind(k)
				if g.A, err = parse32(left); err == nil {
					g.B, err = parse32(right)
				}
				return g, err
			}
		}
		return g, fmt.Errorf("a cut ends in -, an addition starts with +")
	}
	return g, err
}

func parse32(list string) ([]int32, error) {
	var out []int32
	for _, part := range strings.Split(list, ",") {
		n, err := strconv.ParseUint(part, 10, 31)
		if err != nil {
			return nil, fmt.Errorf("%q is not the number of a sentence", part)
		}
		out = append(out, int32(n))
	}
	return out, nil
}
