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
	// maxPart is the longest part that is read as text.
	maxPart = 16 << 20
	// MaxMessages bounds the messages of a mailbox.
	MaxMessages = 20_000
)
