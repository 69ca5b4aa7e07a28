package lazy_test

import (
	"testing"

	"wirediff/loader/internal/lazy"
)

func TestRegexp(t *testing.T) {
	word := lazy.Regexp(`^\w+$`)
	first := word()
	if first != word() || !first.MatchString("gate") {
		t.Error("compiled more than once, or wrongly")
	}
	bad := lazy.Regexp(`(`) // costs nothing until it is used
	defer func() {
		if recover() == nil {
			t.Error("an expression that is none was compiled")
		}
	}()
	bad()
}
