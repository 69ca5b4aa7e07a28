package loader

import "time"

// Caps on what is read. Sizes are counted on bytes read, never on what a
// header promises. They were set from measured times (2 cores, 2026): each
// keeps the worst input that it lets through within seconds and 512 MiB.
const (
	// MaxFile is the largest file of any kind but web archives: longer than
	// any story with pictures inside that an office program saves.
	MaxFile = 64 << 20
	// MaxText is the longest text of one version after decoding: 1.3 million
	// words, twenty times a long book; the alignment is the slow part.
	MaxText = 8 << 20
	// MaxSet is the longest text of all versions of a folder, an archive or a
	// mailbox together: four of the longest.
	MaxSet = 32 << 20
	// MaxFiles is how many versions a folder or an archive may hold: more
	// columns than anyone compares, and a refusal for a home directory.
	MaxFiles = 200
	// MaxDepth is how many folders inside one another are looked into.
	MaxDepth = 3
	// MaxItems is how many stories Open reads from one mailbox, feed or web
	// archive when none are chosen.
	MaxItems = 20
	// MaxTime bounds the reading of one file.
	MaxTime = 60 * time.Second
)
