// Package seed lets property tests run from one seed, so that a run can be repeated.
package seed

import (
	"flag"
	"testing"
)

// Run runs the tests of a package and returns their exit code. Properties
// start from a fixed seed unless -rapid.seed on the command line asks for another.
func Run(m *testing.M) int {
	flag.Parse()
	if f := flag.Lookup("rapid.seed"); f.Value.String() == f.DefValue {
		_ = flag.Set("rapid.seed", "1")
	}
	return m.Run()
}
