package cli_test

import (
	"archive/zip"
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wirediff/assets"
	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/session"
	"wirediff/diff/text"
	"wirediff/ui/cli"
)

// exampleFiles puts the built-in example into a folder.
func exampleFiles(t *testing.T) (folder string, files []string) {
	t.Helper()
	folder = t.TempDir()
	if err := os.CopyFS(folder, assets.Example()); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(files) < 3 {
		t.Fatal(files, err)
	}
	return folder, files
}

// TestSessionWithoutOriginals: a session gives byte for byte the JSON of the
// files it was made from, when they are gone, and so does the way of the
// window: Sources, Options and Base of the session.
func TestSessionWithoutOriginals(t *testing.T) {
	folder, files := exampleFiles(t)
	saved := filepath.Join(t.TempDir(), "example.wirediff")
	for _, base := range []string{"0", "2", "none"} {
		_, want, errs := run(cli.Env{}, append([]string{"compare", "-f", "json", "--base", base}, files...)...)
		if want == "" {
			t.Fatal(errs)
		}
		if code, _, errs := run(cli.Env{}, append([]string{"compare", "-o", saved, "--base", base}, files...)...); code == cli.ExitTrouble {
			t.Fatal(errs)
		}
		away := folder + "-away"
		if err := os.Rename(folder, away); err != nil {
			t.Fatal(err)
		}
		code, got, errs := run(cli.Env{}, "session", "-f", "json", saved)
		if code != cli.ExitDifferent || got != want {
			t.Errorf("base %s: exit %d, %d bytes of JSON, not the %d of compare; %s", base, code, len(got), len(want), errs)
		}
		if window := windowJSON(t, saved); window != want {
			t.Errorf("base %s: the window's JSON differs", base)
		}
		if err := os.Rename(away, folder); err != nil {
			t.Fatal(err)
		}
	}
}

// TestEveryFormatWithoutOriginals: so does every other format, stories picked
// from a feed among the versions.
func TestEveryFormatWithoutOriginals(t *testing.T) {
	dir := t.TempDir()
	feed := filepath.Join(dir, "feed.xml")
	if err := os.WriteFile(feed, []byte(feedOfTwo), 0o600); err != nil {
		t.Fatal(err)
	}
	story := write(t, "story.txt", storyA)
	paths := []string{feed + "#2", story, feed + "#1"}
	saved := filepath.Join(dir, "feed.wirediff")
	formats := []string{"text", "json", "html", "csv", "md", "docx", "pdf"}
	want := map[string]string{}
	for _, f := range formats {
		code, out, errs := run(cli.Env{}, append([]string{"compare", "-f", f}, paths...)...)
		if code != cli.ExitDifferent {
			t.Fatal(f, errs)
		}
		want[f] = out
	}
	if code, _, errs := run(cli.Env{}, append([]string{"compare", "-o", saved}, paths...)...); code == cli.ExitTrouble {
		t.Fatal(errs)
	}
	for _, path := range []string{feed, story} {
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range formats {
		if _, got, errs := run(cli.Env{}, "compare", "-f", f, saved); got != want[f] || errs != "" {
			t.Errorf("%s: %d bytes, not the %d of compare; %s", f, len(got), len(want[f]), errs)
		}
	}
	s, _, _, err := session.Open(saved)
	if err != nil || string(s.Versions[0].Original.Data) != feedOfTwo || s.Versions[0].Original.Name != "feed.xml" {
		t.Errorf("the feed is not kept: %v, %q", err, s.Versions[0].Original.Name)
	}
}

const feedOfTwo = `<?xml version="1.0"?><rss version="2.0"><channel><title>Port Wick Post</title>
<item><title>Ferry late</title><description>&lt;p&gt;The ferry Alder came in late on Sunday, the harbour office said.&lt;/p&gt;&lt;p&gt;Nobody was hurt when its engine stopped near the light.&lt;/p&gt;</description></item>
<item><title>Pilots back</title><description>&lt;p&gt;The pilots of Carrow ended their walkout on Sunday after ten days.&lt;/p&gt;&lt;p&gt;Their union said 214 members had voted for the offer.&lt;/p&gt;</description></item>
</channel></rss>`

// windowJSON is what the window compares and exports for a session.
func windowJSON(t *testing.T, path string) string {
	t.Helper()
	s, _, trouble, err := session.Open(path)
	if err != nil || len(trouble) > 0 {
		t.Fatal(err, trouble)
	}
	c, err := diff.Compare(context.Background(), s.Sources(), s.Options())
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := report.JSON(&b, c.Read(s.Base), report.BasePairs); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestSessionHoldsOriginals: the files are in the session as they were,
// standard input too, and it is the same file every time.
func TestSessionHoldsOriginals(t *testing.T) {
	dir := t.TempDir()
	latin := []byte("The caf\xe9 in Wick was shut on Sunday.\r\n")
	story := filepath.Join(dir, "wick.txt")
	if err := os.WriteFile(story, latin, 0o600); err != nil {
		t.Fatal(err)
	}
	var first []byte
	for range 2 {
		saved := filepath.Join(dir, "pair.wirediff")
		if code, out, errs := run(cli.Env{Stdin: strings.NewReader("Another story.")}, "compare", "-o", saved, story, "-"); code != cli.ExitDifferent || out != "" {
			t.Fatal(code, out, errs)
		}
		data, err := os.ReadFile(saved)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = data
		} else if !bytes.Equal(first, data) {
			t.Error("two writings differ")
		}
	}
	s, _, err := session.Decode(first)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Versions[0].Original; !bytes.Equal(got.Data, latin) || got.Name != "wick.txt" {
		t.Errorf("the original is %q %q", got.Name, got.Data)
	}
	if got := string(s.Versions[1].Original.Data); got != "Another story." {
		t.Errorf("standard input is %q", got)
	}
}

// TestSessionNotes: notes are printed where they stand, and left out when asked.
func TestSessionNotes(t *testing.T) {
	_, files := exampleFiles(t)
	saved := filepath.Join(t.TempDir(), "noted.wirediff")
	run(cli.Env{}, append([]string{"compare", "-o", saved}, files...)...)
	s, stamp, _, err := session.Open(saved)
	if err != nil {
		t.Fatal(err)
	}
	s.Notes = []session.Note{{On: session.OnVersion, Place: diff.Place{Version: s.Versions[1].Source.File + "\t" + s.Versions[1].Source.Name}, Tag: "legal", Text: "Ask the lawyers."}}
	if _, err := session.Save(saved, s, stamp); err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"text", "html", "md"} {
		if _, out, errs := run(cli.Env{}, "session", "-f", format, saved); !strings.Contains(out, "Ask the lawyers.") {
			t.Errorf("%s: no note; %s", format, errs)
		}
		if _, out, _ := run(cli.Env{}, "session", "--no-notes", "-f", format, saved); strings.Contains(out, "lawyers") || out == "" {
			t.Errorf("%s: the note is printed, or nothing", format)
		}
	}
}

// TestEveryFormat: each format comes out whole, the same twice, and its kind
// is known by the ending of the file.
func TestEveryFormat(t *testing.T) {
	_, files := exampleFiles(t)
	dir := t.TempDir()
	for name, starts := range map[string]string{"a.txt": "   ", "a.json": `{"schema":`, "a.html": "<!DOCTYPE html>", "a.csv": "\uFEFFrow,", "a.md": "# ", "a.docx": "PK", "a.pdf": "%PDF-", "a.wirediff": "PK"} {
		var first []byte
		for range 2 {
			path := filepath.Join(dir, name)
			if code, out, errs := run(cli.Env{}, append([]string{"compare", "-o", path}, files...)...); code != cli.ExitDifferent || out != "" || errs != "" {
				t.Fatal(name, code, out, errs)
			}
			data, err := os.ReadFile(path)
			if err != nil || !bytes.HasPrefix(data, []byte(starts)) {
				t.Fatalf("%s: %v, starts with %.20q", name, err, data)
			}
			if first == nil {
				first = data
			} else if !bytes.Equal(first, data) {
				t.Errorf("%s: two writings differ", name)
			}
		}
	}
}

// TestTrackedPair: the Word file holds deletions and insertions of one version.
func TestTrackedPair(t *testing.T) {
	_, files := exampleFiles(t)
	path := filepath.Join(t.TempDir(), "marked.docx")
	if code, _, errs := run(cli.Env{}, append([]string{"compare", "-f", "tracked", "--versions", "B", "--date=2026-03-02", "-o", path}, files...)...); code != cli.ExitDifferent {
		t.Fatal(errs)
	}
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := b.ReadFrom(f); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<w:del `, `<w:ins `, `w:author="Harbour Gazette"`, `w:date="2026-03-02T00:00:00Z"`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s", want)
		}
	}
}

// TestNotesInCSV: notes stand below the rows, in a table of their own.
func TestNotesInCSV(t *testing.T) {
	a, b := write(t, "a.txt", storyA), write(t, "b.txt", storyB)
	saved := filepath.Join(t.TempDir(), "noted.wirediff")
	run(cli.Env{}, "compare", "-o", saved, a, b)
	s, stamp, _, err := session.Open(saved)
	if err != nil {
		t.Fatal(err)
	}
	s.Notes = []session.Note{{On: session.OnRow, Place: diff.PlaceOf(segmented(s, 1), 1), Tag: "accuracy", Text: "=for or against?"}}
	if _, err := session.Save(saved, s, stamp); err != nil {
		t.Fatal(err)
	}
	if _, out, _ := run(cli.Env{}, "session", "-f", "csv", saved); !strings.HasSuffix(out, "\n\nnote on,tag,note\nrow 2,accuracy,'=for or against?\n") {
		t.Errorf("printed\n%s", out)
	}
}

// segmented is a version of a session as it is compared.
func segmented(s *session.Session, v int) *text.Story { return text.Segment(s.Versions[v].Source) }

// TestSessionBesideFiles: a session among the files gives its versions.
func TestSessionBesideFiles(t *testing.T) {
	a, b, c := write(t, "a.txt", storyA), write(t, "b.txt", storyB), write(t, "c.txt", storyA)
	saved := filepath.Join(t.TempDir(), "pair.wirediff")
	run(cli.Env{}, "compare", "-o", saved, a, b)
	_, want, _ := run(cli.Env{}, "compare", "-f", "json", a, b, c)
	for _, path := range []string{a, b} {
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
	if _, got, errs := run(cli.Env{}, "compare", "-f", "json", saved, c); got != want || errs != "" {
		t.Errorf("%s\n%s", errs, got)
	}
}
