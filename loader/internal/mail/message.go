package mail

import (
	"bytes"
	"errors"
	"net/mail"
	"strings"

	"wirediff/diff/text"
	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/lazy"
	"wirediff/loader/internal/page"
)

// ErrNoText is the reason for a message without text.
var ErrNoText = errors.New("the message holds no text")

// known are header fields of which a message has some.
var known = map[string]bool{"from": true, "to": true, "subject": true, "date": true, "received": true, "mime-version": true, "message-id": true,
	"return-path": true, "delivered-to": true, "content-type": true, "content-transfer-encoding": true, "reply-to": true, "x-mailer": true,
	"snapshot-content-location": true, "sender": true, "cc": true, "content-disposition": true}

// IsMessage reports whether data begins with the header of a message: two
// fields that messages have, or the type of its content alone.
func IsMessage(data []byte) bool {
	const enough = 64 << 10
	head := data[:min(len(data), enough)]
	if bytes.IndexByte(head, 0) >= 0 {
		return false
	}
	p := split(head)
	n := 0
	for name := range p.header {
		if known[strings.TrimPrefix(name, "again ")] {
			n++
		}
	}
	return n >= 2 || p.header["mime-version"] != "" || strings.Contains(p.header["content-type"], "/")
}

// Read reads one message, or the page that one carries.
func Read(data []byte) (draft.Draft, error) {
	p := split(data)
	if html, address, ok := savedPage(p); ok {
		t := html.text()
		d, err := page.Read(t.String, address)
		d.Format, d.Encoding = "MHTML", t.Encoding
		return d, err
	}
	var d draft.Draft
	fields(&d, p.header)
	w := walker{}
	w.walk(p, 0)
	w.add(&d)
	d.Format = "e-mail message"
	if d.Empty() {
		return d, ErrNoText
	}
	return d, nil
}

// fields sets what the header of a message says.
func fields(d *draft.Draft, h header) {
	const from = "header of the message"
	draft.Set(&d.Title, words(h["subject"]), from)
	draft.SetDate(&d.Date, h["date"], from)
	draft.Set(&d.Language, h["content-language"], from)
	draft.Set(&d.Outlet, Sender(h["from"]), "sender of the message")
}

// Sender returns the name of a sender, or the domain of the address.
func Sender(s string) string {
	if a, err := mail.ParseAddress(words(s)); err == nil {
		if a.Name != "" {
			return a.Name
		}
		_, domain, _ := strings.Cut(a.Address, "@")
		return domain
	}
	name, _, _ := strings.Cut(words(s), "<")
	return strings.Trim(name, `" `)
}

// savedPage returns the page of an MHTML file and its address.
func savedPage(p part) (html part, address string, ok bool) {
	kind, params := p.contentType()
	address = p.header["snapshot-content-location"]
	saved := address != "" || strings.Contains(strings.ToLower(p.header["from"]), "saved by") || p.header["received"] == "" && p.header["to"] == "" && p.header["content-location"] != ""
	if strings.HasPrefix(kind, "multipart/") && (saved || kind == "multipart/related" && p.header["to"] == "" && p.header["received"] == "") {
		html, ok = firstHTML(p, params["start"], 0)
	} else if kind == "text/html" && saved {
		html, ok = p, true
	}
	if address == "" {
		address = html.header["content-location"]
	}
	if !strings.HasPrefix(address, "http") {
		address = ""
	}
	return html, address, ok
}

// firstHTML finds the part that start names, or the first page under p.
func firstHTML(p part, start string, depth int) (part, bool) {
	kind, params := p.contentType()
	if strings.HasPrefix(kind, "multipart/") && depth < maxDepth {
		all := p.parts(params["boundary"])
		for _, k := range all {
			if t, _ := k.contentType(); start != "" && k.header["content-id"] == start && strings.Contains(t, "html") {
				return k, true
			}
		}
		for _, k := range all {
			if f, ok := firstHTML(k, "", depth+1); ok {
				return f, true
			}
		}
		return part{}, false
	}
	return p, kind == "text/html" || kind == "application/xhtml+xml"
}

// walker collects the texts of a message in order.
type walker struct {
	texts []part
	count int
	inner []part // messages carried inside, read when there is nothing else
}

func (w *walker) walk(p part, depth int) {
	if w.count++; depth > maxDepth || w.count > maxParts {
		return
	}
	kind, params := p.contentType()
	disposition := strings.ToLower(p.header["content-disposition"])
	switch {
	case kind == "multipart/alternative":
		w.alternative(p.parts(params["boundary"]), depth)
	case strings.HasPrefix(kind, "multipart/"):
		all := p.parts(params["boundary"])
		if len(all) == 0 {
			w.texts = append(w.texts, part{header{}, p.body}) // the boundary is lost
		}
		for _, k := range all {
			w.walk(k, depth+1)
		}
	case strings.HasPrefix(disposition, "attachment"):
	case kind == "message/rfc822":
		w.inner = append(w.inner, split(p.decoded()))
	case kind == "text/plain" || kind == "text/html" || kind == "text":
		w.texts = append(w.texts, p)
	}
	if depth == 0 && len(w.texts) == 0 {
		for _, m := range w.inner {
			w.walk(m, depth+1)
		}
	}
}

// plainEnough is the share of the page's words that the plain form of an
// alternative must have to be taken: some senders put "see the page" there.
const plainEnough = 0.6

// alternative takes the plain form of a text, or the page if the plain form
// is missing or much shorter.
func (w *walker) alternative(all []part, depth int) {
	var forms []walker
	for _, k := range all {
		f := walker{count: w.count}
		f.walk(k, depth+1)
		w.count = f.count
		w.inner = append(w.inner, f.inner...)
		if f.words() > 0 {
			forms = append(forms, f)
		}
	}
	if len(forms) == 0 {
		return
	}
	best := forms[0]
	for _, f := range forms[1:] {
		if float64(best.words()) < plainEnough*float64(f.words()) {
			best = f
		}
	}
	w.texts = append(w.texts, best.texts...)
}

func (w *walker) words() (n int) {
	var d draft.Draft
	w.add(&d)
	for _, b := range d.Parts {
		n += len(strings.Fields(b.Text))
	}
	return n
}

var quoted = lazy.Regexp(`^\s*>`)

// add adds the texts to d. What follows a signature's "-- " is furniture, and
// so are quoted lines.
func (w *walker) add(d *draft.Draft) {
	for _, p := range w.texts {
		t := p.text()
		if d.Encoding == "" {
			d.Encoding = t.Encoding
		}
		if kind, _ := p.contentType(); kind == "text/html" {
			if f, err := page.Fragment(t.String); err == nil {
				d.Parts = append(d.Parts, f.Parts...)
			}
			continue
		}
		body, signature, _ := strings.Cut("\n"+draft.Newlines(t.String), "\n-- \n")
		addQuoting(d, body)
		d.AddText(text.RoleFurniture, signature)
	}
}

// addQuoting adds plain text whose quoted lines are furniture.
func addQuoting(d *draft.Draft, s string) {
	var run []string
	was := false
	flush := func() {
		role := text.RoleAuto
		if was {
			role = text.RoleFurniture
		}
		d.AddText(role, strings.Join(run, "\n"))
		run = nil
	}
	for _, l := range strings.Split(s, "\n") {
		if is := quoted().MatchString(l); is != was {
			flush()
			was = is
		}
		run = append(run, l)
	}
	flush()
}
