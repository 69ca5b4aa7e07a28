package warc

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

func TestUnchunked(t *testing.T) {
	for s, want := range map[string]string{
		"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n": "abcde", "3\nabc\n0\n": "abc", "<p>plain": "<p>plain", "5\r\nab": "ab", "-1\r\nab": "-1\r\nab", "": "", "3\r\nabc\r\nzz\r\n": "abc",
	} {
		if got := string(unchunked([]byte(s))); got != want {
			t.Errorf("unchunked(%q) = %q, want %q", s, got, want)
		}
	}
}

// record is a WARC record of a page.
func sample(url, body string) string {
	http := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=ISO-8859-1\r\n\r\n" + body
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <%s>\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", url, len(http), http)
}

// list lists the pages of an archive and reads each.
func list(t *testing.T, data string) (out []string) {
	t.Helper()
	pages, err := List(strings.NewReader(data))
	if err != nil {
		return []string{err.Error()}
	}
	for _, p := range pages {
		body, charset, err := Read(strings.NewReader(data), p)
		out = append(out, fmt.Sprint(p.URL, " ", p.Title, " ", charset, " ", string(body), err))
	}
	return out
}

func TestList(t *testing.T) {
	two := sample("http://a.example/1", "<title>One</title>") + sample("http://a.example/2", "Two")
	want := "[http://a.example/1 One iso-8859-1 <title>One</title><nil> http://a.example/2  iso-8859-1 Two<nil>]"
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	packed := string(w.EncodeAll([]byte(two), nil))
	dictionary := "\x5d\x2a\x4d\x18\x00\x00\x00\x00"
	for name, data := range map[string]string{"plain": two, "zstd": packed, "cut off": two + two[:80]} {
		if got := fmt.Sprint(list(t, data)); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if got := list(t, dictionary+packed); len(got) != 1 {
		t.Errorf("an empty dictionary: %v", got)
	}
	arc := "filedesc://a.arc 0.0.0.0 20251014184000 text/plain 4\nabcd\nhttp://a.example/x y 1.2.3.4 20251014184000 text/html 30\nHTTP/1.0 200 OK\r\n\r\n<p>Hello.\n"
	if got := fmt.Sprint(list(t, arc)); !strings.Contains(got, "http://a.example/x y") || !strings.Contains(got, "<p>Hello.") {
		t.Errorf("arc: %s", got)
	}
}

func TestDamaged(t *testing.T) {
	for name, data := range map[string]string{
		"length":     "WARC/1.0\r\nContent-Length: x\r\n\r\n",
		"no length":  "WARC/1.0\r\nWARC-Type: response\r\n\r\n",
		"long":       "WARC/1.0\r\nA: " + strings.Repeat("x", 2*maxHeader),
		"dictionary": "\x5d\x2a\x4d\x18\xff\xff\xff\xff",
		"frame":      "\x28\xb5\x2f\xfd\xff\xff\xff\xff\xff",
	} {
		if pages, err := List(strings.NewReader(data)); len(pages) > 0 {
			t.Errorf("%s: %d pages, %v", name, len(pages), err)
		}
	}
	if IsArchive([]byte("\x28\xb5\x2f\xfd\x00")) || IsArchive(nil) || !IsArchive([]byte("WARC/1.1\r\n")) || IsArchive(bytes.Repeat([]byte{0x1f, 0x8b}, 20)) {
		t.Error("IsArchive")
	}
}
