// Package edit finds the words that changed inside an aligned group. It is
// the only importer of go-diff.
package edit

import "wirediff/diff/text"

// Op is what became of a run of tokens.
type Op uint8

const (
	Keep    Op = iota // the same text
	Style             // the same but for typography or house style
	Delete            // only in A
	Insert            // only in B
	Replace           // A's run gave way to B's
)

// String returns the word used in JSON.
func (o Op) String() string { return [...]string{"keep", "style", "delete", "insert", "replace"}[o] }

// Edit is one step of a word diff. A and B are half-open byte spans of the
// two bodies; they start and end at words, never inside one. An edit never
// spans two sentences on a side where the sentences are not neighbours.
type Edit struct {
	Op   Op
	A, B text.Span
}

// Words compares the sentences as of a with the sentences bs of b, word by
// word, by Token.Key, and makes the result readable: whole words and phrases,
// no islands. The share of words changed is in 0..1.
func Words(a, b *text.Story, as, bs []int32) (edits []Edit, changed float32) {
	return nil, 0 // SKELETON
}
