package diff_test

import (
	"os"
	"testing"

	"wirediff/diff/internal/seed"
)

// TestMain fixes the seed of the properties.
func TestMain(m *testing.M) { os.Exit(seed.Run(m)) }
