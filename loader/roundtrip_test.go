package loader_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"wirediff/diff/text"
	"wirediff/loader"
)

func TestMain(m *testing.M) {
	if loader.IsChild() { // started by a test to read a PDF
		if loader.Child(os.Stdin, os.Stdout) != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// zipped makes a zip of names and contents, in the order given.
func zipped(pairs ...string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		w, err := z.Create(pairs[i])
		if err != nil {
			panic(err)
		}
		io.WriteString(w, pairs[i+1])
	}
	z.Close()
	return b.String()
}

func gzipped(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, s)
	z.Close()
	return b.String()
}

func zstandard(s string) string {
	z, err := zstd.NewWriter(nil)
	if err != nil {
		panic(err)
	}
	return string(z.EncodeAll([]byte(s), nil))
}

// wordFile makes a docx of the inside of its body.
func wordFile(body string) string {
	return zipped(
		"_rels/.rels", `<Relationships><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>`,
		"[Content_Types].xml", `<Types><Override PartName="/word/document2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"word/document2.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>`+body+`</w:body></w:document>`,
		"word/styles.xml", `<w:styles><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>`,
		"word/footnotes.xml", `<w:footnotes><w:footnote w:type="separator"><w:p><w:r><w:t>--</w:t></w:r></w:p></w:footnote><w:footnote><w:p><w:r><w:t>So the master.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		"docProps/core.xml", `<cp:coreProperties><dc:creator>Nell Carrow</dc:creator><dcterms:created>2025-10-14T18:40:00Z</dcterms:created></cp:coreProperties>`)
}

// odtFile makes an odt of the inside of its text.
func odtFile(body string) string {
	return zipped("mimetype", "application/vnd.oasis.opendocument.text",
		"content.xml", `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>`+body+`</office:text></office:body></office:document-content>`)
}

const wordBody = `<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:t>Storm breaks gates</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">The </w:t></w:r><w:del><w:r><w:delText xml:space="preserve">old </w:delText></w:r></w:del><w:ins><w:r><w:t xml:space="preserve">new </w:t></w:r></w:ins><w:r><w:t>har</w:t><w:softHyphen/><w:t>bour</w:t><w:noBreakHyphen/><w:t>wall</w:t><w:tab/><w:t>broke.</w:t><w:rPr><w:vanish/></w:rPr></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>What comes next</w:t></w:r></w:p>
<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One gate</w:t></w:r></w:p><w:p><w:r><w:t>by Friday.</w:t></w:r></w:p>
<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Left</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Right</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`

func TestDocx(t *testing.T) {
	got, errs := loader.Read(context.Background(), "gate.docx", []byte(wordFile(wordBody)), loader.Options{})
	if len(errs) > 0 || len(got) != 2 {
		t.Fatalf("%d versions, %v", len(got), errs)
	}
	want := []string{
		"The new harbour\u2011wall broke.|What comes next|One gate by Friday.|In a box.|Left|Right|So the master.",
		"The old harbour\u2011wall broke.|What comes next|One gate|by Friday.|In a box.|Left|Right|So the master.",
	}
	for i, src := range got {
		if body := strings.ReplaceAll(src.Body, "\n\n", "|"); body != want[i] {
			t.Errorf("side %d is %q, want %q", i, body, want[i])
		}
		if src.Title.Value != "Storm breaks gates" || src.Byline.Value != "Nell Carrow" || src.Date.Value != "2025-10-14T18:40:00Z" || src.Blocks[1].Role != text.RoleHeading {
			t.Errorf("fields: %+v", src)
		}
	}
}

func TestZipOfVersions(t *testing.T) {
	data := zipped("../../02 Second.txt", "Second version of it.", "01 First.txt", "First version of it.", "__MACOSX/x", "no", "deep/.DS_Store", "no",
		"03.docx", wordFile("<w:p><w:r><w:t>Third version of it.</w:t></w:r></w:p>"), "04.zip", zipped("x.txt", "x"), "bad.png", "\x89PNG\r\n\x1a\n\x00")
	got, errs := loader.Read(context.Background(), "set.zip", []byte(data), loader.Options{})
	var all []string
	for _, s := range got {
		all = append(all, s.File+"="+s.Body)
	}
	if want := "set.zip/01 First.txt=First version of it.,set.zip/02 Second.txt=Second version of it.,set.zip/03.docx=Third version of it.\n\nSo the master."; strings.Join(all, ",") != want {
		t.Errorf("versions are %v", all)
	}
	if len(errs) != 2 || !strings.Contains(errs[0].Error(), "set.zip/04.zip: an archive inside an archive") || !strings.Contains(errs[1].Error(), "set.zip/bad.png: a picture") {
		t.Errorf("refusals: %v", errs)
	}
}

func TestGzip(t *testing.T) {
	if got := read(t, "page.html.gz", gzipped(fetchedPage)); got.Body != read(t, "page.html", fetchedPage).Body {
		t.Errorf("got %q", got.Body)
	}
	var bomb bytes.Buffer
	z := gzip.NewWriter(&bomb)
	for range 65 {
		z.Write(make([]byte, 1<<20))
	}
	z.Close()
	for name, data := range map[string]string{"larger than 64 MiB": bomb.String(), "inside an archive": gzipped(gzipped("x")), "damaged gzip": gzipped(fetchedPage)[:300]} {
		if got, errs := loader.Read(context.Background(), "f.gz", []byte(data), loader.Options{}); len(got) > 0 || len(errs) != 1 || !strings.Contains(errs[0].Error(), name) {
			t.Errorf("want a refusal with %q, got %v", name, errs)
		}
	}
}

func TestBombs(t *testing.T) {
	var big bytes.Buffer
	z := zip.NewWriter(&big)
	w, _ := z.Create("big.txt")
	zeros := make([]byte, 1<<20)
	for range 40 {
		w.Write(zeros)
	}
	z.Close()
	many := make([]string, 0, 2*2001)
	for i := range 2001 {
		many = append(many, fmt.Sprint(i), "")
	}
	nested := strings.Repeat("<block>", 300)
	for name, c := range map[string]struct{ data, reason string }{
		"big.zip":    {big.String(), "larger than 32 MiB"},
		"many.zip":   {zipped(many...), "more than 2000 files"},
		"deep.xml":   {"<nitf><body><body.content>" + nested, "256 elements inside one another"},
		"deep.rtf":   {`{\rtf1 ` + strings.Repeat("{", 5000), "4096 groups"},
		"laughs.xml": {`<!DOCTYPE nitf [<!ENTITY a "ha">]><nitf><body><body.content><p>&a;</p></body.content></body></nitf>`, ""},
	} {
		got, errs := loader.Read(context.Background(), name, []byte(c.data), loader.Options{})
		if c.reason == "" {
			if len(got) == 1 && strings.Contains(got[0].Body, "ha") {
				t.Errorf("%s: an entity was expanded: %q", name, got[0].Body)
			}
			continue
		}
		if len(got) > 0 || len(errs) != 1 || !strings.Contains(errs[0].Error(), c.reason) {
			t.Errorf("%s: %d versions, %v; want a refusal with %q", name, len(got), errs, c.reason)
		}
	}
}

func TestDeepPage(t *testing.T) {
	page := "<html><body>" + strings.Repeat("<div>", 600) + "<p>The harbour was closed.</p><p>It will open.</p>"
	if got := read(t, "deep.html", page); got.Body != "The harbour was closed.\n\nIt will open." {
		t.Errorf("a page deeper than the parser reads as %q", got.Body)
	}
}

func TestRefusedKinds(t *testing.T) {
	ole := func(stream string) string {
		wide := ""
		for _, c := range stream {
			wide += string(c) + "\x00"
		}
		return "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600) + wide
	}
	for reason, data := range map[string]string{
		"(.doc)":              ole("WordDocument"),
		"(.msg)":              ole("__substg1.0_0037001F"),
		"a spreadsheet":       zipped("xl/workbook.xml", "<x/>"),
		"a Pages document":    zipped("Index/Document.iwa", "x"),
		"an electronic book":  zipped("META-INF/container.xml", "x"),
		"a picture":           "\xff\xd8\xff\xe0\x00\x10JFIF",
		"a sound or film":     "\x00\x00\x00\x20ftypisom\x00\x00\x00\x00",
		"no news item":        `{"name": "x", "list": [1, 2]}`,
		"outer element":       `<?xml version="1.0"?><recipe><p>x</p></recipe>`,
		"kind \"picture\"":    `{"uri": "x", "type": "picture", "headline": "A gate"}`,
		"damaged PDF":         "%PDF-1.4\nnothing",
		"feed holds no items": `<rss version="2.0"><channel><title>x</title></channel></rss>`,
	} {
		got, errs := loader.Read(context.Background(), "f", []byte(data), loader.Options{})
		if len(got) > 0 || len(errs) != 1 || !strings.Contains(errs[0].Error(), reason) || strings.Contains(strings.ToLower(errs[0].Error()), "error") {
			t.Errorf("want a refusal with %q, got %v", reason, errs)
		}
	}
}

// answer is a WARC record of a page.
func answer(url, header, body string) string {
	http := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + header + "\r\n" + body
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2025-10-14T18:40:00Z\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", url, len(http), http)
}

func TestWebArchives(t *testing.T) {
	plain := answer("https://averleypost.example/1", "", fetchedPage)
	chunked := answer("https://averleypost.example/2", "Transfer-Encoding: chunked\r\n", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(fetchedPage), fetchedPage))
	lying := answer("https://averleypost.example/3", "Transfer-Encoding: chunked\r\n", fetchedPage)
	packed := answer("https://averleypost.example/4", "Content-Encoding: gzip\r\n", gzipped(fetchedPage))
	info := "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nabcd\r\n\r\n"
	want := read(t, "p.html", fetchedPage).Body
	for name, data := range map[string]string{
		"a.warc":          info + plain + chunked + lying + packed,
		"a.warc.gz":       gzipped(info) + gzipped(plain) + gzipped(chunked) + gzipped(lying) + gzipped(packed),
		"a.warc.zst":      zstandard(info + plain + chunked + lying + packed),
		"b.warc.zst":      zstandard(info) + zstandard(plain) + zstandard(chunked) + zstandard(lying) + zstandard(packed),
		"one-member.gz":   gzipped(info + plain + chunked + lying + packed),
		"a.wacz":          zipped("datapackage.json", "{}", "archive/a.warc.gz", gzipped(plain)+gzipped(chunked), "archive/b.warc.gz", gzipped(lying)+gzipped(packed)),
		"cut off.warc.gz": gzipped(info) + gzipped(plain) + gzipped(chunked) + gzipped(lying) + gzipped(packed) + gzipped(plain)[:40],
	} {
		got, errs := loader.Read(context.Background(), name, []byte(data), loader.Options{})
		if len(errs) > 0 || len(got) != 4 {
			t.Errorf("%s: %d pages, %v", name, len(got), errs)
			continue
		}
		for i, s := range got {
			if s.Body != want || s.Address.Value != fmt.Sprintf("https://averleypost.example/%d", i+1) {
				t.Errorf("%s: page %d is %q at %s", name, i+1, s.Body, s.Address.Value)
			}
		}
	}
}

func TestListAndPick(t *testing.T) {
	items, err := loader.List(context.Background(), "testdata/box.mbox", loader.Options{})
	if err != nil || len(items) != 2 || items[1].Title != "Correction" || items[1].Date != "2025-10-14T21:10:00+01:00" || items[1].Index != 1 {
		t.Fatalf("List: %+v, %v", items, err)
	}
	got, errs := loader.Open(context.Background(), "testdata/box.mbox", loader.Options{Items: []int{1}})
	if len(errs) > 0 || len(got) != 1 || got[0].Title.Value != "Correction" {
		t.Errorf("Open of item 1: %+v, %v", got, errs)
	}
	got, errs = loader.Open(context.Background(), "testdata/box.mbox#2,1", loader.Options{})
	if len(errs) > 0 || len(got) != 2 || got[0].Title.Value != "Correction" {
		t.Errorf("Open of #2,1: %+v, %v", got, errs)
	}
	if got, errs := loader.Open(context.Background(), "testdata/box.mbox#3", loader.Options{}); len(got) > 0 || len(errs) != 1 || !strings.Contains(errs[0].Error(), "it holds 2") {
		t.Errorf("Open of #3: %d, %v", len(got), errs)
	}
	if items, err := loader.List(context.Background(), "testdata", loader.Options{}); err != nil || len(items) < 10 {
		t.Errorf("List of a folder: %d, %v", len(items), err)
	}
}

func TestUnaskedItemsAreCapped(t *testing.T) {
	var box strings.Builder
	for i := range loader.MaxItems + 5 {
		fmt.Fprintf(&box, "From a@b.example Tue Oct 14 19:40:00 2025\nSubject: Story %d\nFrom: a@b.example\n\nThe text of it.\n\n", i)
	}
	got, errs := loader.Read(context.Background(), "big.mbox", []byte(box.String()), loader.Options{})
	if len(got) != loader.MaxItems || len(errs) != 1 || !strings.Contains(errs[0].Error(), "the first 20 of 25 stories") {
		t.Errorf("%d stories, %v", len(got), errs)
	}
}
