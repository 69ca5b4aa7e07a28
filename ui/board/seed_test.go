package board

import (
	"flag"
	"os"
	"testing"
)

// TestMain fixes the seed of the properties, so that a run can be repeated;
// -rapid.seed on the command line looks for more.
func TestMain(m *testing.M) {
	flag.Parse()
	if f := flag.Lookup("rapid.seed"); f.Value.String() == f.DefValue {
		_ = flag.Set("rapid.seed", "1")
	}
	os.Exit(m.Run())
}
