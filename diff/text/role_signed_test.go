package text

import (
	"regexp"
	"testing"

	"pgregory.net/rapid"
)

// TestSignedTwin holds isSigned against the pattern it stands for, which took
// four fifths of the package's init to compile.
func TestSignedTwin(t *testing.T) {
	pattern := regexp.MustCompile(`^[-\x{2013}\x{2014}]{1,2}\s*\p{Lu}{2,6}\.?$`)
	runes := rapid.SampledFrom([]rune("--–—AAABÉЖǅa. \t\n\u00a0"))
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(runes, 0, 10, -1).Draw(t, "line")
		if got, want := isSigned(s), pattern.MatchString(s); got != want {
			t.Fatalf("isSigned(%q) = %v, the pattern says %v", s, got, want)
		}
	})
	for s, want := range map[string]bool{"- BPA": true, "–ANP.": true, "--ÉCHO": true, "- B": false, "--- BPA": false, "BPA": false, "- BPA..": false, "- BPA\xff": false} {
		if isSigned(s) != want {
			t.Errorf("isSigned(%q) = %v", s, !want)
		}
	}
}
