package loader

import (
	"context"

	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/mail"
)

// readMessage reads a message or a page saved as one.
func readMessage(f file) (draft.Draft, error) { return mail.Read(f.data) }

// openMailbox opens a mailbox as a list of messages.
func openMailbox(_ context.Context, f file) (shelf, error) {
	all := mail.Mailbox(f.data)
	s := shelf{read: func(_ context.Context, i int) ([]draft.Draft, []error) { return oneDraft(mail.Read(all[i].Data)) }}
	for i, m := range all {
		s.items = append(s.items, Item{Index: i, Title: m.Subject, From: m.From, Date: m.Date, Size: int64(len(m.Data))})
	}
	return s, nil
}
