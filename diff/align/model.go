package align

import "wirediff/diff/text"

// Kind says what became of a group of sentences on the way from A to B.
type Kind uint8

const (
	Same   Kind = iota // identical to the byte, white space apart
	Style              // differs in typography or house style only
	Edited             // reworded, one to one
	Split              // one sentence of A, several of B
	Merged             // several of A, one of B
	Recast             // several to several, or over RecastShare of the words changed
	Cut                // only in A
	Added              // only in B
)

// String returns the word used in JSON and in the notation.
func (k Kind) String() string {
	return [...]string{"same", "style", "edited", "split", "merged", "recast", "cut", "added"}[k]
}

// Invert returns the kind seen from B to A.
func (k Kind) Invert() Kind {
	switch k {
	case Split:
		return Merged
	case Merged:
		return Split
	case Cut:
		return Added
	case Added:
		return Cut
	}
	return k
}

// Group is a set of sentences of A and of B that say the same thing.
// Every sentence of both stories is in exactly one group of an Alignment.
type Group struct {
	A, B   []int32 // sentence indices, ascending; one side empty for Cut and Added
	Kind   Kind
	Moved  bool    // out of the smallest set of moves that explains the order; beside the kind
	Unsure bool    // a weak link: near the threshold or with a close runner-up
	Score  float32 // 0..1; 1 for Same and Style, 0 for Cut and Added
}

// Related is a pair below the link threshold, shown as "possibly related"
// and never counted. Both sentences are in Cut and Added groups.
type Related struct {
	A, B  int32
	Score float32
}

// Alignment pairs two stories. Groups are in reading order of A, with what
// is only in B after the group of its nearest preceding sentence in B.
type Alignment struct {
	A, B    *text.Story
	Groups  []Group
	Related []Related
}

// Why explains a link in words and figures.
type Why struct {
	Shared    []SharedWord // by weight, heaviest first
	Score     float32      // the figure the rule looked at: similarity, or the mark of an absorbed part
	Threshold float32      // what the rule asked for, in the same unit
	Alike     float32      // similarity of the two sentences of the link that are most alike
	Sure      float32      // similarity from which a link without a close rival is sure
	RunnerA   int32        // best other partner of A's first sentence in B, -1 if none
	RunnerB   int32        // best other partner of B's first sentence in A, -1 if none
	RunnerAS  float32
	RunnerBS  float32
	Rule      string // "identical text", "anchor", "gap", "out of order", "absorbed", "by hand"
}

// SharedWord is a word form that both sides share.
type SharedWord struct {
	Word   string
	Weight float32 // share of the score, 0..1
}
