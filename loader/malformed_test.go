package loader_test

import (
	"context"
	"encoding/base64"
	"errors"

	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"wirediff/loader"
)

// fixtures returns a sound file of every format.
func fixtures(t *testing.T) map[string]string {
	t.Helper()
	page := answer("https://averleypost.example/1", "", fetchedPage)
	all := map[string]string{
		"f.docx": wordFile(wordBody), "f.odt": odtFile("<text:h>Gates break</text:h><text:p>The harbour<text:s/>was closed.</text:p>"),
		"f.zip": zipped("a.txt", report, "b.html", fetchedPage), "f.html.gz": gzipped(fetchedPage), "f.webarchive": savedBySafari,
		"f.warc": page + page, "f.warc.gz": gzipped(page) + gzipped(page), "f.wacz": zipped("datapackage.json", "{}", "archive/a.warc.gz", gzipped(page)),
		"f.pdf": string(pdfFile([]string{"The harbour was closed on Tuesday."})),
	}
	files, _ := filepath.Glob("testdata/*.*")
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(f)] = string(data)
	}
	return all
}

var number = regexp.MustCompile(`\d+`)

// mutants returns damaged copies of s, the same ones every time: cut off at
// many places, single bits turned, stretches swapped, blanked, dropped and
// doubled, and numbers made huge.
func mutants(s string, each int) (out []string) {
	r := rand.New(rand.NewPCG(uint64(len(s)), 7))
	for i := range each {
		out = append(out, s[:len(s)*i/each])
		b := []byte(s)
		b[r.IntN(len(b))] ^= 1 << r.IntN(8)
		out = append(out, string(b))
		x, y := r.IntN(len(s)+1), r.IntN(len(s)+1)
		x, y = min(x, y), max(x, y)
		m := (x + y) / 2
		out = append(out,
			s[:x]+s[m:y]+s[x:m]+s[y:],
			s[:x]+strings.Repeat("\x00", y-x)+s[y:],
			s[:x]+strings.Repeat("\xff", y-x)+s[y:],
			s[:x]+s[y:],
			s[:y]+s[x:])
	}
	for _, huge := range []string{"0", "-1", "2147483647", "99999999999999999999"} {
		out = append(out, number.ReplaceAllString(s, huge))
	}
	return out
}

// TestMutants reads damaged copies of a file of every format: each gives a
// story or a refusal in words that names the file.
func TestMutants(t *testing.T) {
	for name, data := range fixtures(t) {
		each := 12
		if name == "f.pdf" {
			each = 2 // each is a process of its own
		}
		for i, m := range mutants(data, each) {
			if strings.HasSuffix(name, ".pdf") {
				readOrRefused(t, name, m)
				continue
			}
			if promise(t, name, m); t.Failed() {
				t.Fatalf("mutant %d of %s: %q", i, name, m)
			}
		}
	}
}

// readOrRefused reads data and checks that it gives stories or refusals, each
// of one line that names the file and says more than that it is damaged.
func readOrRefused(t *testing.T, name, data string) []error {
	t.Helper()
	got, errs := loader.Read(context.Background(), name, []byte(data), loader.Options{})
	if len(got) == 0 && len(errs) == 0 {
		t.Errorf("%s: neither a story nor a refusal", name)
	}
	for _, err := range errs {
		var e *loader.Error
		if msg := err.Error(); !errors.As(err, &e) || !strings.HasPrefix(msg, name) || strings.ContainsAny(msg, "\n\x1b") ||
			strings.Contains(msg, loader.Damaged) || strings.Contains(msg, "took longer") {
			t.Errorf("%s: refused with %q", name, msg)
		}
	}
	for _, src := range got {
		wellFormed(t, src)
	}
	return errs
}

// often repeats s until it is about n bytes long.
func often(s string, n int) string { return strings.Repeat(s, n/len(s)+1) }

// hostile are files made to break a reader: long in one dimension that a
// reader may be quadratic or recursive in. Each is refused for the reason
// given, or read where that is "".
func hostile(try func(name, data, reason string)) {
	const mb = 1 << 20
	head := "From: a@b.example\nSubject: Gates\nMIME-Version: 1.0\n"
	nitf := func(s string) string { return "<nitf><body><body.content>" + s + "</body.content></body></nitf>" }
	word := func(s string) string {
		return zipped("word/document.xml", "<w:document><w:body>"+s+"</w:body></w:document>")
	}
	nest := func(open, shut string, n int) string { return strings.Repeat(open, n) + strings.Repeat(shut, n) }
	p := "<p>" + report + "</p>"
	try("empty", "", "the file is empty")
	try("nul", often("\x00", mb), "no text")
	try("mark", "\xef\xbb\xbf", "no text")
	try("odd16", "\xff\xfea\x00b", "")
	try("half16", "\xff\xfe"+often("\x00\xd8a\x00", 4000), "")
	try("brackets", often("[", 6*mb), "no text of a story")
	try("line.txt", often("a", 7*mb), "")
	try("blank.txt", often("\n", 5*mb), "nothing but white space")
	try("marks.txt", "a"+often("\u0301", 3*mb), "")
	try("bytes.txt", often("\xc3\x28\xa0\xa1", mb), "")
	try("utf16.html", "<meta charset=utf-16>"+p, "")
	try("utf7.html", "<meta charset=utf-7>"+p, "")
	try("surrogates.html", often("<p>The &#xD800; gate &#55357;</p>", 4000), "")

	try("open.html", often("<div>", mb)+p, "")
	try("lists.html", often("<ul><li>", mb)+p, "")
	try("tables.html", often("<table><tr><td>", mb)+p, "")
	try("frames.html", often("<svg><g>", mb)+p, "")
	try("bold.html", often("<b>", 400)+often("<p>x", 40_000)+often("</b>", 40_000), "")
	try("links.html", often("<a href=x><p>link ", 4000)+p, "")
	try("spans.html", "<p>"+often("<span>word </span>", 2*mb), "")
	try("attributes.html", "<p "+often("a=b ", mb)+">"+p, "")
	try("references.html", "<p>"+often("&foo;&#99999999999;", mb), "")
	try("comment.html", "<!--"+often("-", mb), "no text")
	try("script.html", "<script>"+often("var x;", mb), "no text")
	try("ld.html", `<script type="application/ld+json">`+nest("[", "]", 200_000)+"</script>"+often(p, 2000), "")
	try("ldmany.html", often(`<script type="application/ld+json">{"@type":"NewsArticle","author":[null]}</script>`, mb)+often(p, 2000), "")
	try("breaks.html", often("gate<br>", 3*mb), "")
	try("quotations.html", often("<blockquote>The gate was closed on Tuesday</blockquote>", mb), "")
	try("alike.html", often("<p>a a a a a a a a a a</p>", 100_000), "")

	try("deep.xml", nitf(often("<block>", mb)), "256 elements inside one another")
	try("attributes.xml", nitf("<p "+often(`a="b" `, mb)+">x</p>"), "attributes on one element")
	try("tags.xml", nitf(often("<p>x</p>", 8*mb)), "tags")
	try("laughs.xml", `<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>`+nitf("<p>"+report+"&b;</p>"), "")
	try("outside.xml", `<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>`+nitf("<p>"+report+"&x;</p>"), "")
	try("comments.xml", often("<!-- ", mb), "no text")
	try("type.xml", "<!DOCTYPE "+often("[", mb)+"<nitf>", "")
	try("items.xml", "<newsMessage>"+often("<newsItem><contentSet><inlineXML><p>x</p></inlineXML></contentSet></newsItem>", mb)+"</newsMessage>", "the first 20")
	try("feed.xml", "<rss><channel>"+often("<item>", mb), "inside one another")
	try("feeditems.xml", "<rss version='2.0'><channel>"+often("<item><description>x</description></item>", mb)+"</channel></rss>", "the first 20")
	try("deep.json", nest(`{"a":`, "}", 100_000), "")
	try("ninjs.json", `{"uri":1,"type":[],"headline":{},"body_html":5,"bodies":"x","headlines":[1,null,[]]}`, "")
	try("carried.json", nest(`{"type":"text","associations":{"a":`, "}}", 4000), "")
	try("nulls.json", `{"version":"https://jsonfeed.org/version/1","items":[null,{"authors":[null],"content_text":"x"}]}`, "")

	try("deep.rtf", `{\rtf1 `+often("{", mb), "4096 groups")
	try("shut.rtf", `{\rtf1 `+often("}", mb)+report, "")
	try("bin.rtf", `{\rtf1 `+report+`\bin2147483647 x`, "")
	try("number.rtf", `{\rtf1 \uc99999999999\u-99999999999 `+report, "")
	try("word.rtf", `{\rtf1 \`+often("a", mb), "no text")

	try("fold.eml", head+often(" y\n", 6*mb)+"\n"+report, "")
	try("fields.eml", head+often("X-A: b\n", 6*mb)+"\n"+report, "")
	try("words.eml", "From: a@b.example\nSubject: "+often("=?utf-8?B?QQ==?= ", mb)+"\n\n"+report, "")
	try("parts.eml", head+"Content-Type: multipart/mixed; boundary=b\n\n"+often("--b\n\nThe gate.\n", mb), "")
	try("nested.eml", head+often("Content-Type: multipart/mixed; boundary=b\n\n--b\n", mb), "")
	try("quoted.eml", head+"Content-Transfer-Encoding: quoted-printable\n\n"+often("=\n", 4*mb)+report, "")
	try("base64.eml", head+"Content-Transfer-Encoding: base64\n\n"+base64.StdEncoding.EncodeToString([]byte(often("word ", 12*mb))), "larger than 8 MiB")
	try("stray.eml", head+"Content-Transfer-Encoding: base64\n\n"+often("!", 4*mb), "no text")
	try("lines.mbox", often("From a@b.example Tue Oct 14 19:40:00 2025\nSubject: x\n", 2*mb), "")

	try("paragraphs.docx", word(often("<w:p/>", 15*mb)), "tags")
	try("part.docx", word(often("<w:p/>", 20*mb)), "more than 16 MiB")
	try("deep.docx", word(often("<w:p><w:r>", mb)), "inside one another")
	try("joined.docx", word(often("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>gate</w:t></w:r></w:p>", 4*mb)), "")
	try("relations.docx", zipped("word/document.xml", "<w:p><w:r><w:t>gate</w:t></w:r></w:p>", "_rels/.rels", `<Relationship Type="x/officeDocument" Target="../../../etc/passwd"/>`), "lacks a part")
	try("empty.docx", zipped("word/document.xml", ""), "no text")
	try("spaces.odt", odtFile(`<text:p>a<text:s text:c="2147483647"/>gate</text:p>`), "")
	try("changes.odt", odtFile(`<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>`+often("gate ", 100_000)+
		`</text:p></text:deletion></text:changed-region></text:tracked-changes>`+often(`<text:p><text:change text:change-id="c"/>x</text:p>`, mb)), "")

	try("end.zip", "PK\x05\x06"+often("\xff", 18), "damaged zip")
	try("start.zip", "PK\x03\x04"+often("\xff", 1000), "damaged zip")
	try("bomb.zip", zipped("a.txt", often("a ", 40*mb)), "larger than 32 MiB")
	try("set.zip", zipped("1.txt", often("a ", 7*mb), "2.txt", often("b ", 7*mb), "3.txt", often("c ", 7*mb), "4.txt", often("d ", 7*mb), "5.txt", often("e ", 7*mb)), "longer than 32 MiB")
	try("names.zip", zipped("../../x.txt", report, `C:\y.txt`, report, "a\n\x1b[31m.png", "\x89PNG\r\n\x1a\n\x00"), "a picture")
	try("empty.zip", zipped("a/", ""), "no text")
	try("bomb.gz", gzipped(often("\x00", 66*mb)), "larger than 64 MiB")
	try("members.gz", often(gzipped(""), mb), "empty")

	try("length.warc", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"+p, "")
	try("minus.warc", "WARC/1.0\r\nContent-Length: -5\r\n\r\n", "damaged")
	try("header.warc", "WARC/1.0\r\n"+often("A: b\r\n", mb), "damaged")
	try("blank.warc", "WARC/1.0"+often("\r\n", mb), "damaged")
	try("chunks.warc", answer("http://a.example", "Transfer-Encoding: chunked\r\n", often("1\r\na\r\n", 4*mb)), "")
	try("packed.warc", answer("http://a.example", "Content-Encoding: gzip\r\n", gzipped(often(" ", 40*mb))), "")

	try("bare.pdf", "%PDF-1.4\n", "a damaged PDF")
	try("deep.pdf", "%PDF-1.4\n1 0 obj\n"+often("[", mb)+"\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF", "a damaged PDF")

	try("quotes.md", often("> ", 100_000)+"gate", "")
	try("lists.md", often("- ", 100_000)+"gate", "")
	try("numbers.md", often("1. ", 100_000)+"gate", "")
	try("links.md", often("[a](", 400_000), "")
	try("stars.md", often("*a _b ", 400_000), "")
	try("matter.md", "---\n"+often("a: b\n", 2*mb), "")
	try("anpa.tst", "\x16\x16\x01a0001\x1fr a bc-\x13\x11 \r\n^"+often("x", 2*mb), "")
	try("7901.txt", "\x01dpa 123\x02"+often("=", 2*mb)+"\x03", "")
	try("list.webarchive", "bplist00\xa1\x00\x08"+often("\x00", 40), "damaged")
}

// maxMemory is what the process may take from the system for all of them.
const maxMemory = 512 << 20

func TestHostileFiles(t *testing.T) {
	count := 0
	hostile(func(name, data, reason string) {
		count++
		errs := readOrRefused(t, name, data)
		if reason != "" && len(errs) == 0 || len(errs) > 0 && !strings.Contains(errs[0].Error(), reason) {
			t.Errorf("%s: refused with %.300v, want %q", name, errs, reason)
		}
	})
	if sys() > maxMemory {
		t.Errorf("%d MiB were taken from the system, more than %d", sys()>>20, maxMemory>>20)
	}
	t.Logf("%d files, %d MiB", count, sys()>>20)
}

// sys is what the process has taken from the system at its worst, in bytes.
func sys() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.Sys
}
