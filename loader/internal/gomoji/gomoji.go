// Package gomoji stands in for the module github.com/forPelevin/gomoji.
//
// go-trafilatura strips emoji from the names of authors with it. The original
// builds a map of every emoji in package init, a megabyte at every start of
// the program; this one asks for the Unicode blocks that emoji live in.
// go.mod points here with a replace line.
package gomoji

import "strings"

// RemoveEmojis returns s without emoji, their joiners and variation selectors.
func RemoveEmojis(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r >= 0x1F000 && r <= 0x1FAFF, r >= 0x2600 && r <= 0x27BF, r >= 0x2B00 && r <= 0x2BFF, r >= 0xE0020 && r <= 0xE007F,
			r == 0x200D, r == 0xFE0F, r == 0x20E3:
			return -1
		}
		return r
	}, s))
}
