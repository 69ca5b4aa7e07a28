package mail

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"wirediff/diff/text"
)

func TestFromQuoted(t *testing.T) {
	for s, want := range map[string]string{
		"caf=C3=A9": "café", "soft=\n break": "soft break", "soft= \t\r\nbreak": "softbreak", "100 = 100": "100 = 100", "=zz": "=zz", "=4": "=4", "end=": "end", "=3d": "=",
	} {
		if got := string(fromQuoted([]byte(s))); got != want {
			t.Errorf("fromQuoted(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestFromBase64(t *testing.T) {
	for s, want := range map[string]string{
		"VGhlIGdhdGU=": "The gate", "VGhl\r\nIGdh\r\ndGU=": "The gate", "VGhlIGdhdGU": "The gate", "*VGhlIGhhcmJvdXIgZ2F0ZSB3YXMgY2xvc2VkIG9uIFR1ZXNkYXk=": "The harbour gate was closed on Tuesday",
		"The harbour was closed on Tuesday after a storm": "", "!!!!!!!!": "",
	} {
		got, ok := fromBase64([]byte(s))
		if ok != (want != "") || ok && string(got) != want {
			t.Errorf("fromBase64(%q) = %q, %v; want %q", s, got, ok, want)
		}
	}
}

func TestSplit(t *testing.T) {
	p := split([]byte("\r\nFrom a@b Tue Oct 14 2025\r\nSubject: Gates\r\n break\r\nSubject: second\r\nTo: x\r\n\r\nThe text.\r\n"))
	if p.header["subject"] != "Gates break" || p.header["again subject"] != "second" || string(p.body) != "The text.\r\n" {
		t.Errorf("%q, %q", p.header, p.body)
	}
	if p := split([]byte("Subject: x\nNo field here\n\nText")); string(p.body) != "No field here\n\nText" {
		t.Errorf("a line that is no field ends the header: %q", p.body)
	}
	folded := split([]byte("Subject: x\n" + strings.Repeat(" "+strings.Repeat("y", 100)+"\n", 10_000) + "\nText"))
	if n := len(folded.header["subject"]); n > maxField+200 || string(folded.body) != "Text" {
		t.Errorf("a field of %d bytes", n)
	}
}

func TestContentType(t *testing.T) {
	for s, want := range map[string]string{
		"":                                    "text/plain ",
		"text/html; charset=utf-8":            "text/html utf-8",
		"TEXT/HTML; CHARSET=\"utf-8\"; x=y=z": "text/html utf-8",
		"text; charset=latin1; name=a b":      "text/plain latin1",
		"text/plain; charset=":                "text/plain ",
		"nonsense":                            "text/plain ",
	} {
		kind, params := part{header: header{"content-type": s}}.contentType()
		if got := kind + " " + params["charset"]; got != want {
			t.Errorf("contentType(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestParts(t *testing.T) {
	body := "Preamble\n--b\nA: 1\n\nfirst\n--b\n\nsecond\n--bother\n"
	for end, want := range map[string][]string{
		"--b--\nafter": {"first\n", "second\n--bother\n"},
		"":             {"first\n", "second\n--bother\n"},
	} {
		var got []string
		for _, p := range (part{body: []byte(body + end)}).parts("b") {
			got = append(got, string(p.body))
		}
		if !slices.Equal(got, want) {
			t.Errorf("parts are %q, want %q", got, want)
		}
	}
	if all := (part{body: []byte(strings.Repeat("--b\n\nx\n", maxParts+100))}).parts("b"); len(all) != maxParts {
		t.Errorf("%d parts, want %d", len(all), maxParts)
	}
}

// message makes a message of two alternatives.
func message(plain, html string) string {
	return "From: Nell Carrow <nell@averleypost.example>\nTo: x@y.example\nSubject: =?utf-8?Q?Gates_=E2=80=93_closed?=\nDate: Tue, 14 Oct 2025 19:40:00 +0100\nContent-Type: multipart/alternative; boundary=b\n\n" +
		fmt.Sprintf("--b\nContent-Type: text/plain\n\n%s\n--b\nContent-Type: text/html\n\n%s\n--b--\n", plain, html)
}

func TestRead(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"plain":     {message("The harbour was closed.\n\nIt will open.", "<p>The harbour was closed.<p>It will open."), "The harbour was closed.|It will open."},
		"page":      {message("See the page.", "<p>The harbour was closed on Tuesday.<p>It will open on Friday."), "The harbour was closed on Tuesday.|It will open on Friday."},
		"signature": {"From: a@b.example\nSubject: x\n\nThe harbour was closed.\n\n-- \nNell\nDesk", "The harbour was closed."},
		"quoted":    {"From: a@b.example\nSubject: x\n\nIt was not.\n\n> The harbour was closed.\n> So they say.", "It was not."},
		"wrapped":   {"From: a@b.example\nSubject: x\n\nThe harbour was closed on Tuesday after a storm broke two of\nits gates, the master of the port said in the evening at the\nquay.", "The harbour was closed on Tuesday after a storm broke two of its gates, the master of the port said in the evening at the quay."},
		"inside":    {"From: a@b.example\nSubject: x\nContent-Type: message/rfc822\n\nFrom: c@d.example\nSubject: y\n\nThe harbour was closed.", "The harbour was closed."},
		"attached":  {"From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nThe harbour was closed.\n--b\nContent-Disposition: attachment\n\nnot this\n--b--", "The harbour was closed."},
		"no mark":   {"From: a@b.example\nSubject: x\nContent-Type: multipart/mixed\n\nThe harbour was closed.", "The harbour was closed."},
	} {
		d, err := Read([]byte(c.data))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var got []string
		for _, b := range d.Parts {
			if b.Role == text.RoleAuto {
				got = append(got, b.Text)
			}
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %q, want %q", name, s, c.want)
		}
	}
	d, _ := Read([]byte(message("The harbour was closed.", "<p>x")))
	if d.Title.Value != "Gates – closed" || d.Outlet.Value != "Nell Carrow" || d.Date.Value != "2025-10-14T19:40:00+01:00" {
		t.Errorf("fields are %q, %q, %q", d.Title.Value, d.Outlet.Value, d.Date.Value)
	}
}

func TestMailbox(t *testing.T) {
	box := "From a@b.example Tue Oct 14 19:40:00 2025\nSubject: One\nFrom: a@b.example\n\nText.\n>From here on.\nFrom the quay 2025 was seen.\n\nFrom c@d.example Tue Oct 14 20:40:00 2025\r\nSubject: Two\r\n\r\nMore.\r\n"
	if !IsMailbox([]byte(box)) {
		t.Error("no mailbox")
	}
	all := Mailbox([]byte(box))
	if len(all) != 2 || all[0].Subject != "One" || all[1].Subject != "Two" || !strings.Contains(string(all[0].Data), "\nFrom here on.\nFrom the quay") {
		t.Errorf("%d messages: %q", len(all), all)
	}
}
