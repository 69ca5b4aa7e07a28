// Package mail reads messages (RFC 5322, MIME), mailboxes (mbox) and pages
// that browsers saved as messages (MHTML, RFC 2557). It forgives what real
// messages get wrong: a lost closing boundary, stray bytes in base64,
// unknown names of charsets, a mailbox's "From " line at the top.
package mail

const (
	// maxDepth is how many parts inside one another are read.
	maxDepth = 12
	// maxParts bounds the parts of a message.
	maxParts = 500
	// maxPart is how much of a part is read as text: one byte more than a story
	// may have, so that longer ones are refused and not cut.
	maxPart = 8<<20 + 1
	// MaxMessages bounds the messages of a mailbox.
	MaxMessages = 20_000
)
