package style

// table maps keys of words to figures: open addressing, for the one look-up
// that every token of a long text costs. Keys are hashes and never 0; the zero
// table is empty.
type table struct {
	slots []slot
	n     int
}

type slot struct{ key, value uint64 }

// at returns the place of a key: its own, or the free one where it belongs.
func (t *table) at(key uint64) *slot {
	last := uint64(len(t.slots) - 1)
	for i := (key ^ key>>32) & last; ; i = (i + 1) & last {
		if s := &t.slots[i]; s.key == key || s.key == 0 {
			return s
		}
	}
}

// get returns the value of a key.
func (t *table) get(key uint64) (value uint64, ok bool) {
	if t.n == 0 {
		return 0, false
	}
	s := t.at(key)
	return s.value, s.key != 0
}

// put sets the value of a key.
func (t *table) put(key, value uint64) {
	if 2*t.n >= len(t.slots) {
		old := t.slots
		t.slots = make([]slot, max(64, 2*len(old)))
		for _, s := range old {
			if s.key != 0 {
				*t.at(s.key) = s
			}
		}
	}
	s := t.at(key)
	if s.key == 0 {
		t.n++
	}
	*s = slot{key, value}
}
