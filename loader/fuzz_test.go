package loader_test

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"wirediff/diff/text"
	"wirediff/loader"
)

// fuzz reads what wrap makes of the fuzzed bytes and checks what every reader
// promises. seeds are patterns of files in testdata; their content is where
// the fuzzing begins.
func fuzz(f *testing.F, name string, wrap func(string) string, seeds ...string) {
	for _, pattern := range seeds {
		files, err := filepath.Glob(filepath.Join("testdata", pattern))
		if err != nil || len(files) == 0 {
			f.Fatal("no seed", pattern, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(string(data))
		}
	}
	f.Fuzz(func(t *testing.T, data string) {
		if wrap != nil {
			data = wrap(data)
		}
		promise(t, name, data)
	})
}

// slow is how long a reader may take for a fuzzed input, which is small.
const slow = 20 * time.Second

// promise checks what Read promises for any bytes: no panic (the guard turns
// one into a known sentence), no hang, bodies that are UTF-8 with blocks in
// order, refusals that name the file, and the same answer every time.
func promise(t *testing.T, name, data string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), slow)
	defer cancel()
	got, errs := loader.Read(ctx, name, []byte(data), loader.Options{})
	if ctx.Err() != nil {
		t.Fatalf("took longer than %v", slow)
	}
	for _, err := range errs {
		if strings.Contains(err.Error(), loader.Damaged) {
			t.Error("a parser panicked")
		}
		if !strings.HasPrefix(err.Error(), name) {
			t.Errorf("the refusal %q does not name the file", err)
		}
	}
	if len(got) == 0 && len(errs) == 0 {
		t.Error("neither a story nor a refusal")
	}
	for _, src := range got {
		wellFormed(t, src)
	}
	again, _ := loader.Read(ctx, name, []byte(data), loader.Options{})
	if !reflect.DeepEqual(got, again) {
		t.Error("the second reading differs")
	}
}

func wellFormed(t *testing.T, src text.Source) {
	t.Helper()
	if src.Body == "" || !utf8.ValidString(src.Body) || !utf8.ValidString(src.Title.Value) || !utf8.ValidString(src.Name) {
		t.Errorf("body or fields are no text: %q", src.Body)
	}
	end := int32(0)
	for _, b := range src.Blocks {
		if b.Start < end || b.End <= b.Start || int(b.End) > len(src.Body) {
			t.Fatalf("block %v after %d in a body of %d", b, end, len(src.Body))
		}
		end = b.End
	}
}

func FuzzReadPlain(f *testing.F)    { fuzz(f, "f.txt", nil, "plain.txt", "wrapped-1252.txt") }
func FuzzReadHTML(f *testing.F)     { fuzz(f, "f.html", nil, "page.html") }
func FuzzReadMarkdown(f *testing.F) { fuzz(f, "f.md", nil, "story.md") }
func FuzzReadMessage(f *testing.F)  { fuzz(f, "f.eml", nil, "story.eml") }
func FuzzReadMHTML(f *testing.F)    { fuzz(f, "f.mhtml", nil, "page.mhtml") }
func FuzzReadMailbox(f *testing.F)  { fuzz(f, "f.mbox", nil, "box.mbox") }
func FuzzReadRTF(f *testing.F)      { fuzz(f, "f.rtf", nil, "story.rtf") }
func FuzzReadFlatODT(f *testing.F)  { fuzz(f, "f.fodt", nil, "story.fodt") }
func FuzzReadNITF(f *testing.F)     { fuzz(f, "f.xml", nil, "nitf.xml") }
func FuzzReadNewsML1(f *testing.F)  { fuzz(f, "f.xml", nil, "newsml-1.xml") }
func FuzzReadNewsMLG2(f *testing.F) { fuzz(f, "f.xml", nil, "newsml-g2.xml") }
func FuzzReadNinjs(f *testing.F)    { fuzz(f, "f.json", nil, "ninjs-*.json") }
func FuzzReadIPTC7901(f *testing.F) { fuzz(f, "f.txt", nil, "iptc7901.txt") }
func FuzzReadANPA(f *testing.F)     { fuzz(f, "f.tst", nil, "anpa.tst") }
func FuzzReadFeed(f *testing.F)     { fuzz(f, "f.xml", nil, "feed.*") }
func FuzzReadRitzau(f *testing.F) {
	f.Add(`<RBNews><headline>Gates break</headline><town>Averley</town><content>&lt;p&gt;The harbour was closed.&lt;/p&gt;</content></RBNews>`)
	fuzz(f, "f.xml", nil)
}

func FuzzReadODT(f *testing.F) {
	f.Add("<text:p>The harbour<text:s text:c=\"3\"/>was closed.</text:p><text:h text:outline-level=\"1\">Next</text:h>")
	fuzz(f, "f.odt", odtFile)
}

// FuzzReadPDF is about our side of a PDF: that whatever the library does, be it
// to run for ever, ends as a story or a refusal, in the time allowed.
func FuzzReadPDF(f *testing.F) {
	f.Add(pdfFile([]string{"The harbour was closed on Tuesday.", "", "It will open."}, []string{"A page more."}))
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		start := time.Now()
		got, errs := loader.Read(ctx, "f.pdf", data, loader.Options{})
		if took := time.Since(start); took > slow {
			t.Fatalf("took %v", took)
		}
		if len(got) == 0 && len(errs) == 0 {
			t.Error("neither a story nor a refusal")
		}
		for _, src := range got {
			wellFormed(t, src)
		}
	})
}

func FuzzReadDocx(f *testing.F) {
	f.Add(wordBody)
	fuzz(f, "f.docx", wordFile)
}

func FuzzReadZip(f *testing.F) {
	f.Add(zipped("a.txt", "First.", "b.html", fetchedPage))
	f.Add(wordFile(wordBody))
	fuzz(f, "f.zip", nil)
}

func FuzzReadGzip(f *testing.F) {
	f.Add(fetchedPage)
	fuzz(f, "f.html.gz", gzipped)
}

func FuzzReadWacz(f *testing.F) {
	f.Add(answer("https://averleypost.example/1", "", fetchedPage))
	fuzz(f, "f.wacz", func(s string) string {
		return zipped("datapackage.json", "{}", "archive/a.warc", s, "archive/b.warc.gz", gzipped(s))
	})
}

func FuzzReadWarc(f *testing.F) {
	page := answer("https://averleypost.example/1", "Transfer-Encoding: chunked\r\n", "5\r\n<p>Hi\r\n0\r\n\r\n")
	f.Add(page + answer("https://averleypost.example/2", "Content-Encoding: br\r\n", "\x0b\x02\x80<p>Hi\x03"))
	f.Add(gzipped(page) + gzipped(page))
	f.Add("filedesc://a.arc 0.0.0.0 20251014184000 text/plain 4\nabcd\nhttp://a.example/ 1.2.3.4 20251014184000 text/html 30\nHTTP/1.0 200 OK\r\n\r\n<p>Hello.\n")
	fuzz(f, "f.warc", nil)
}

func FuzzReadWebarchive(f *testing.F) {
	f.Add(savedBySafari)
	fuzz(f, "f.webarchive", nil)
}

// savedBySafari is a binary property list with one page.
const savedBySafari = "bplist00\xd1\x01\x02_\x10\x0fWebMainResource\xd2\x03\x04\x05\x06_\x10\x0fWebResourceData^WebResourceURLO\x10\x1e<p>The harbour was closed.</p>_\x10\x12http://a.example/x\x08\x0b\x1d\x224Cd\x00\x00\x00\x00\x00\x00\x01\x01\x00\x00\x00\x00\x00\x00\x00\x07\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00y"

func TestWebarchive(t *testing.T) {
	if got := read(t, "f.webarchive", savedBySafari); got.Body != "The harbour was closed." || got.Address.Value != "http://a.example/x" {
		t.Errorf("got %+v", got)
	}
}

func FuzzReadWarcZstd(f *testing.F) {
	f.Add(zstandard(answer("https://averleypost.example/1", "", fetchedPage)))
	fuzz(f, "f.warc.zst", nil)
}
