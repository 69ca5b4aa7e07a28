package style

import (
	"testing"

	"pgregory.net/rapid"
)

// TestTable compares a table with a map.
func TestTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var have table
		want := map[uint64]uint64{}
		for range rapid.IntRange(0, 300).Draw(t, "puts") {
			key, value := rapid.Uint64Range(1, 200).Draw(t, "key")<<30, rapid.Uint64().Draw(t, "value")
			have.put(key, value)
			want[key] = value
		}
		for key := uint64(0); key <= 201; key++ {
			v, ok := have.get(max(1, key<<30))
			if w, is := want[max(1, key<<30)]; v != w || ok != is {
				t.Fatalf("key %d: %d %v, want %d %v", key, v, ok, w, is)
			}
		}
		if have.n != len(want) {
			t.Fatalf("%d keys, want %d", have.n, len(want))
		}
	})
}
