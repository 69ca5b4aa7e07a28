package loader_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/unicode"

	"wirediff/diff/text"
	"wirediff/loader"
)

// shared returns the folder of real documents, and skips the test without it.
func shared(t *testing.T, sub string) string {
	t.Helper()
	dir := os.Getenv("WIREDIFF_SHARED")
	if dir == "" {
		t.Skip("WIREDIFF_SHARED is not set")
	}
	return filepath.Join(dir, "documents", sub)
}

// read reads one version from bytes and fails on any refusal.
func read(t *testing.T, name, data string) text.Source {
	t.Helper()
	got, errs := loader.Read(context.Background(), name, []byte(data), loader.Options{})
	if len(errs) > 0 || len(got) != 1 {
		t.Fatalf("Read(%s): %d versions, refusals %v", name, len(got), errs)
	}
	return got[0]
}

const report = "AVERLEY (Reuter) — The harbour was closed on Tuesday, the port’s master said.\n\n“It costs us £40,000 a day,” she added – “a café would do better”."

func TestPlainEncodings(t *testing.T) {
	for name, enc := range map[string]interface{ encode(string) string }{
		"utf-8":        codec(func(s string) (string, error) { return s, nil }),
		"utf-8 mark":   codec(func(s string) (string, error) { return "\uFEFF" + s, nil }),
		"utf-16le":     codec(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String),
		"utf-16be":     codec(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String),
		"utf-16 bare":  codec(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String),
		"windows-1252": codec(charmap.Windows1252.NewEncoder().String),
		"crlf":         codec(func(s string) (string, error) { return strings.ReplaceAll(s, "\n", "\r\n"), nil }),
		"cr":           codec(func(s string) (string, error) { return strings.ReplaceAll(s, "\n", "\r"), nil }),
	} {
		if got := read(t, "a.txt", enc.encode(report)); got.Body != report {
			t.Errorf("%s: body is %q, want %q (read as %s)", name, got.Body, report, got.Encoding)
		}
	}
}

// codec turns a function into an encoder that panics on failure.
type codec func(string) (string, error)

func (c codec) encode(s string) string {
	out, err := c(s)
	if err != nil {
		panic(err)
	}
	return out
}

func TestForcedEncoding(t *testing.T) {
	got, errs := loader.Read(context.Background(), "a.txt", []byte("caf\xe9"), loader.Options{Encoding: "iso-8859-2"})
	if len(errs) > 0 || got[0].Body != "café" || got[0].Encoding != "iso-8859-2" {
		t.Errorf("got %+v, %v", got, errs)
	}
	if _, errs := loader.Read(context.Background(), "a.txt", []byte("x"), loader.Options{Encoding: "klingon"}); len(errs) != 1 || !strings.Contains(errs[0].Error(), "klingon") {
		t.Errorf("unknown encoding: %v", errs)
	}
}

func TestHeadline(t *testing.T) {
	for _, c := range []struct{ body, title string }{
		{"Harbour closed after storm\n\nAVERLEY — The harbour was closed on Tuesday.\n\nMore to come.", "Harbour closed after storm"},
		{"Harbour closed after storm\n\nAVERLEY, Oct 14 (Reuter) - The harbour was closed on Tuesday.", "Harbour closed after storm"},
		{"Film of the storm\n\nThe harbour was closed on Tuesday, the port’s master said.", ""},
		{"Harbour closed after storm\nBy Ada Onslow\nThe harbour was closed on Tuesday.", "Harbour closed after storm"},
		{"The harbour was closed on Tuesday.\n\nIt will stay so for a week, the master said.", ""},
		{"The harbour was closed on Tuesday\nafter a storm, the master said.", ""},
		{"By Ada Onslow in Averley\n\nThe harbour was closed on Tuesday.", ""},
		{"Share this @example.com\n\nThe harbour was closed on Tuesday, the master said.", ""},
	} {
		got := read(t, "a.txt", c.body)
		if got.Title.Value != c.title {
			t.Errorf("title of %q is %q, want %q", c.body, got.Title.Value, c.title)
		}
		if whole := strings.TrimSpace(got.Title.Value + " " + got.Body); strings.Join(strings.Fields(whole), " ") != strings.Join(strings.Fields(c.body), " ") {
			t.Errorf("text lost: %q", whole)
		}
	}
}

func TestRefusals(t *testing.T) {
	for name, data := range map[string]string{
		"the file is empty":      "",
		"a picture":              "\x89PNG\r\n\x1a\n\x00\x00",
		"no text":                strings.Repeat("\x00\x01\x02\x07\xff\xfe", 200),
		"nothing but white":      " \n\n\t",
		"larger than 8 MiB":      strings.Repeat("word ", loader.MaxText/5+1),
		"archive of a kind that": "7z\xbc\xaf\x27\x1c\x00\x04",
	} {
		got, errs := loader.Read(context.Background(), "f.bin", []byte(data), loader.Options{})
		if len(got) != 0 || len(errs) != 1 || !strings.HasPrefix(errs[0].Error(), "f.bin: ") || !strings.Contains(errs[0].Error(), name) {
			t.Errorf("want a refusal with %q, got %v and %d versions", name, errs, len(got))
		}
	}
}

func TestMissingAndSpecialFiles(t *testing.T) {
	ctx := context.Background()
	if _, errs := loader.Open(ctx, filepath.Join(t.TempDir(), "none.txt"), loader.Options{}); len(errs) != 1 || !strings.Contains(errs[0].Error(), "none.txt: there is no such file") {
		t.Errorf("missing file: %v", errs)
	}
	if _, errs := loader.Open(ctx, os.DevNull, loader.Options{}); len(errs) != 1 || !strings.Contains(errs[0].Error(), "a device") {
		t.Errorf("device: %v", errs)
	}
}

func TestStandardInput(t *testing.T) {
	got, errs := loader.Open(context.Background(), "-", loader.Options{Stdin: strings.NewReader(report)})
	if len(errs) > 0 || got[0].Body != report || got[0].File != "-" {
		t.Errorf("got %+v, %v", got, errs)
	}
}

func TestFolder(t *testing.T) {
	fsys := fstest.MapFS{
		"set/02 Averley Post.txt":    {Data: []byte(report)},
		"set/01_Harbour-Courier.txt": {Data: []byte(report)},
		"set/.hidden.txt":            {Data: []byte(report)},
		"set/page_files/style.css":   {Data: []byte("p {}")},
		"set/sub/03 third.txt":       {Data: []byte(report)},
		"set/broken.png":             {Data: []byte("\x89PNG\r\n\x1a\n\x00")},
	}
	got, errs := loader.OpenFS(context.Background(), fsys, "set", loader.Options{})
	var names []string
	for _, s := range got {
		names = append(names, s.Name)
	}
	if want := "Harbour Courier,Averley Post,third"; strings.Join(names, ",") != want {
		t.Errorf("versions are %v, want %s", names, want)
	}
	if len(errs) != 1 || !strings.HasPrefix(errs[0].Error(), "set/broken.png: a picture") {
		t.Errorf("refusals: %v", errs)
	}
}

func TestFolderLinksAndCaps(t *testing.T) {
	dir := t.TempDir()
	outside := filepath.Join(t.TempDir(), "secret.txt")
	os.WriteFile(outside, []byte("not to be read"), 0o600)
	if err := os.Symlink(outside, filepath.Join(dir, "link.txt")); err != nil {
		t.Skip(err)
	}
	os.WriteFile(filepath.Join(dir, "a.txt"), []byte(report), 0o600)
	got, errs := loader.Open(context.Background(), dir, loader.Options{})
	if len(got) != 1 || len(errs) != 0 {
		t.Errorf("a link inside a folder was followed: %d versions, %v", len(got), errs)
	}
	many := fstest.MapFS{}
	for i := range loader.MaxFiles + 1 {
		many["m/"+strings.Repeat("x", i+1)] = &fstest.MapFile{Data: []byte("x")}
	}
	if _, errs := loader.OpenFS(context.Background(), many, "m", loader.Options{}); len(errs) != 1 || !strings.Contains(errs[0].Error(), "more than 200 files") {
		t.Errorf("too many files: %v", errs)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if got, errs := loader.Open(ctx, "-", loader.Options{Stdin: strings.NewReader(report)}); len(got) != 0 || len(errs) == 0 {
		t.Errorf("a cancelled Open read %d versions", len(got))
	}
}

// TestNewsTexts compares with the same bytes decoded as their names say.
func TestNewsTexts(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(shared(t, "text"), "*.txt"))
	exact := 0
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		enc, err := ianaindex.IANA.Encoding(strings.Replace(filepath.Base(f)[:strings.LastIndex(filepath.Base(f), "-a")], "macroman", "macintosh", 1))
		if err != nil {
			t.Fatal(f, err)
		}
		want, _ := enc.NewDecoder().Bytes(data)
		got, errs := loader.Open(context.Background(), f, loader.Options{})
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		if strings.Trim(got[0].Body, "\n") == strings.Trim(strings.TrimPrefix(string(want), "\uFEFF"), "\n") {
			exact++
		} else {
			t.Errorf("%s read as %s differs", filepath.Base(f), got[0].Encoding)
		}
	}
	t.Logf("exact: %d of %d", exact, len(files))
}
