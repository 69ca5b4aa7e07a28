package mail

import (
	"bytes"

	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/lazy"
)

// fromLine opens a message of a mailbox: "From sender Tue Oct 14 19:40:00 2025".
var fromLine = lazy.Regexp(`(?m)^From \S+ .*\d{4}.*$`)

// IsMailbox reports whether data is a mailbox.
func IsMailbox(data []byte) bool {
	line, rest, _ := bytes.Cut(data[:min(len(data), 64<<10)], []byte("\n"))
	return bytes.HasPrefix(line, []byte("From ")) && fromLine().Match(line) && IsMessage(rest)
}

// Entry is a message of a mailbox, not read yet.
type Entry struct {
	Subject, From, Date string
	Data                []byte
}

// Mailbox cuts a mailbox into its messages.
func Mailbox(data []byte) (out []Entry) {
	for len(data) > 0 && len(out) < MaxMessages {
		_, rest, _ := bytes.Cut(data, []byte("\n"))
		next := len(rest)
		for at := 0; ; {
			i := bytes.Index(rest[at:], []byte("\nFrom "))
			if i < 0 {
				break
			}
			line, _, _ := bytes.Cut(rest[at+i+1:], []byte("\n"))
			blank := at+i == 0 || rest[at+i-1] == '\n' || bytes.HasSuffix(rest[:at+i], []byte("\n\r"))
			if blank && fromLine().Match(line) {
				next = at + i + 1
				break
			}
			at += i + 1
		}
		msg := bytes.ReplaceAll(rest[:next], []byte("\n>From "), []byte("\nFrom "))
		h := split(msg[:min(len(msg), 64<<10)]).header
		out = append(out, Entry{words(h["subject"]), Sender(h["from"]), draft.Date(h["date"]), msg})
		data = rest[next:]
	}
	return out
}
