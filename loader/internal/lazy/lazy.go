// Package lazy holds patterns that are compiled at their first use, so that
// the readers of formats cost a program nothing that it does not open.
package lazy

import (
	"regexp"
	"sync"
)

// Regexp returns a function that compiles expr once and returns it; it panics
// at the first use of an expression that is none.
func Regexp(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
