package loader

import (
	"testing"

	"pgregory.net/rapid"
)

// TestMayEndInCredit: no line that the pattern takes is left out.
func TestMayEndInCredit(t *testing.T) {
	runes := rapid.SampledFrom([]rune(".!?\"'”’»  --–—((()ABzé😀\n"))
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(runes, 0, 60, -1).Draw(t, "line")
		if tailCredit().MatchString(s) && !mayEndInCredit(s) {
			t.Fatalf("%q is left out", s)
		}
	})
	for s, want := range map[string]bool{"- dpa": true, "she said. (AP)": true, "a long-term plan.": false, "she said": false, "": false} {
		if mayEndInCredit(s) != want {
			t.Errorf("mayEndInCredit(%q) = %v", s, !want)
		}
	}
}
