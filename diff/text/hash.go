package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The key of a word is the 64-bit FNV-1a hash of its folded form
// (Fowler, Noll and Vo, draft-eastlake-fnv). It is the same on every machine and in every
// run, and the empty word's key is never used: 0 means silent.
const (
	fnvBasis = 14695981039346656037
	fnvPrime = 1099511628211
)

// Key returns the key that Segment gives to a word written as s: folded by
// NFKC, lower case, typewriter apostrophe, without soft hyphens and
// zero-width signs. It is never 0.
func Key(s string) uint64 {
	h := uint64(fnvBasis)
	for i := 0; i < len(s); i++ {
		b := s[i]
		if b >= utf8.RuneSelf {
			return foldedKey(s)
		}
		if b-'A' < 26 {
			b |= 0x20
		}
		h = (h ^ uint64(b)) * fnvPrime
	}
	return loud(h)
}

// loud keeps 0 free for silent tokens.
func loud(h uint64) uint64 {
	if h == 0 {
		return fnvBasis
	}
	return h
}

// foldedKey is Key for words outside ASCII.
func foldedKey(s string) uint64 {
	h := uint64(fnvBasis)
	var scratch [4 * maxWord]byte
	var small [utf8.UTFMax]byte
	folded := []byte(nil)
	if !norm.NFKC.IsNormalString(s) {
		folded = norm.NFKC.AppendString(scratch[:0], s)
		s = string(folded)
	}
	for _, r := range s {
		if r = foldRune(r); r < 0 {
			continue
		}
		for _, b := range utf8.AppendRune(small[:0], r) {
			h = (h ^ uint64(b)) * fnvPrime
		}
	}
	return loud(h)
}

// foldRune returns r in lower case with one kind of apostrophe, or -1 for a
// sign without width.
func foldRune(r rune) rune {
	switch r {
	case '’', '‘', '‛', 'ʼ', '´', '`', '＇', '′':
		return '\''
	case 0x00ad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, // breaks and joins
		0x061c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069: // directions
		return -1
	case '−':
		return '-'
	case 'ς':
		return 'σ'
	}
	if r >= 0xfe00 && r <= 0xfe0f {
		return -1 // variation selectors: the same emoji in colour or not
	}
	return unicode.ToLower(r)
}
