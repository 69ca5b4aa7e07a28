package session

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"wirediff/diff/text"
)

// TestCutOff: wherever a file breaks off, there is an answer in words; the
// texts are offered as long as they are whole, then those that are.
func TestCutOff(t *testing.T) {
	data, _ := Encode(sample())
	offered := map[int]int{}
	for n := range len(data) {
		s, trouble, err := Decode(data[:n])
		if err != nil {
			continue
		}
		offered[len(s.Versions)]++
		if len(trouble) == 0 || s.Versions[0].Source.Body != sample().Versions[0].Source.Body {
			t.Fatalf("cut to %d bytes: trouble %v, %q", n, trouble, s.Versions[0].Source.Body)
		}
	}
	if offered[2] == 0 || offered[1] == 0 {
		t.Errorf("offered %v", offered)
	}
	for _, bad := range [][]byte{nil, []byte("PK"), []byte("plain text"), bytes.Repeat([]byte{0}, 100)} {
		if _, _, err := Decode(bad); !errors.Is(err, ErrNotSession) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

// TestFlipped: a byte changed anywhere is noticed, or harms nothing.
func TestFlipped(t *testing.T) {
	data, _ := Encode(sample())
	said, mended := 0, 0
	for i := range data {
		bad := bytes.Clone(data)
		bad[i] ^= 0x10
		s, trouble, err := Decode(bad)
		switch {
		case err != nil:
			said++
		case len(trouble) > 0:
			mended++
		case !reflect.DeepEqual(s, sample()) && !sameButNames(s):
			t.Fatalf("byte %d: read without a word as %+v", i, s)
		}
		for _, e := range append(trouble, err) {
			if e != nil && (strings.Contains(e.Error(), "zip: ") || strings.Contains(e.Error(), "flate: ")) {
				t.Errorf("byte %d: says %q", i, e)
			}
		}
	}
	if said == 0 || mended == 0 {
		t.Errorf("%d refused, %d mended", said, mended)
	}
}

// sameButNames: the names of originals are for people and stand in the zip's
// directory alone.
func sameButNames(s *Session) bool {
	want := sample()
	for i := range s.Versions {
		want.Versions[i].Original.Name = s.Versions[i].Original.Name
	}
	return reflect.DeepEqual(s, want)
}

// archive packs members as a session file.
func archive(t *testing.T, members ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		if err := add(z, members[i], []byte(members[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const twoTexts = `{"schema":"wirediff-session/1","base":0,"view":{},"versions":[
{"name":"A","file":"a.txt","text":"One.","original":"%s"},{"name":"B","file":"b.txt","text":"Two."}]}`

// TestOriginalsThatCannotBeRead: missing, too large, or with a name that
// leads elsewhere: the texts are there, the reason is said, and no name is a
// path.
func TestOriginalsThatCannotBeRead(t *testing.T) {
	for member, want := range map[string]string{
		"originals/0-gone.txt":  "is missing",
		"originals/0-large.txt": "larger than 700 bytes",
		"../../../etc/passwd":   "", `..\\..\\evil.exe`: "", "originals/0-..": "", "/etc/passwd": "",
	} {
		name := strings.ReplaceAll(member, `\\`, `\`)
		members := []string{jsonMember, fmt.Sprintf(twoTexts, member)}
		switch {
		case strings.Contains(name, "large"):
			members = append(members, name, strings.Repeat("\x00", 701))
		case !strings.Contains(name, "gone"):
			members = append(members, name, "One.")
		}
		s, trouble, err := decode(archive(t, members...), limits{1 << 20, 1 << 20, 700, 1 << 20})
		if err != nil || len(s.Versions) != 2 || s.Versions[0].Source.Body != "One." {
			t.Fatalf("%s: %v, %v", name, err, trouble)
		}
		if said := fmt.Sprint(trouble); want != "" && !strings.Contains(said, want) || want == "" && len(trouble) > 0 {
			t.Errorf("%s: says %s, want %q", name, said, want)
		}
		if got := s.Versions[0].Original.Name; got == "" || got == ".." || strings.ContainsAny(got, `/\:`) {
			t.Errorf("%s: the original is called %q", name, got)
		}
	}
}

// TestBombs: a small file that unpacks to much is refused, or what is too
// much of it left out; what counts is what comes out, not what is claimed.
func TestBombs(t *testing.T) {
	if _, _, err := Decode(archive(t, emptyMembers(maxMembers+1)...)); err == nil || !strings.Contains(err.Error(), "holds") {
		t.Errorf("too many members: %v", err)
	}
	most := limits{file: 10000, json: 5000, original: 600, originals: 2000}
	if _, _, err := decode(archive(t, jsonMember, strings.Repeat(" ", 5001)), most); err == nil || !strings.Contains(err.Error(), "larger than 5000 bytes") {
		t.Errorf("a large session.json: %v", err)
	}
	if _, _, err := decode(make([]byte, 10001), most); err == nil || !strings.Contains(err.Error(), "larger than 10000 bytes") {
		t.Errorf("a large file: %v", err)
	}
	var versions, originals []string
	for i := range 20 {
		versions = append(versions, fmt.Sprintf(`{"name":"%d","file":"a","text":"One.","original":"%d"}`, i, i))
		originals = append(originals, fmt.Sprint(i), strings.Repeat("\x00", 500))
	}
	bomb := archive(t, append([]string{jsonMember, `{"schema":"wirediff-session/1","versions":[` + strings.Join(versions, ",") + `]}`}, originals...)...)
	s, trouble, err := decode(bomb, most)
	if err != nil || len(s.Versions) != 20 || len(trouble) != 16 {
		t.Errorf("%v, %d versions, %d troubles", err, len(s.Versions), len(trouble))
	}
}

// emptyMembers are n members without content.
func emptyMembers(n int) (out []string) {
	for range n {
		out = append(out, "x", "")
	}
	return out
}

// TestDamagedNamesTheBackup: where nothing can be offered, the save before is.
func TestDamagedNamesTheBackup(t *testing.T) {
	path := filepath.Join(t.TempDir(), "story"+Extension)
	was, err := Save(path, sample(), "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Save(path, &Session{Versions: []Version{{Source: text.Source{Name: "A"}}}}, was); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("PK\x03\x04 nothing"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, _, err := Open(path); err == nil || !strings.HasSuffix(err.Error(), "the save before it can be opened: story.wirediff.bak") {
		t.Errorf("says %v", err)
	}
	if s, _, _, err := Open(path + backup); err != nil || len(s.Versions) != 2 {
		t.Errorf("the backup: %v", err)
	}
}

// TestDamagedIsNoBackup: a save over a damaged file leaves the backup of the
// whole one, and the damaged one beside it.
func TestDamagedIsNoBackup(t *testing.T) {
	path := filepath.Join(t.TempDir(), "story"+Extension)
	was := Stamp("")
	for range 2 {
		var err error
		if was, err = Save(path, sample(), was); err != nil {
			t.Fatal(err)
		}
	}
	whole, _ := os.ReadFile(path)
	if err := os.WriteFile(path, whole[:len(whole)-30], 0o600); err != nil {
		t.Fatal(err)
	}
	s, was, trouble, err := Open(path)
	if err != nil || len(trouble) == 0 {
		t.Fatal(trouble, err)
	}
	if _, err := Save(path, s, was); err != nil {
		t.Fatal(err)
	}
	if kept, _ := os.ReadFile(path + backup); !bytes.Equal(kept, whole) {
		t.Error("the whole backup is gone")
	}
	if kept, _ := os.ReadFile(path + spoiled); !bytes.Equal(kept, whole[:len(whole)-30]) {
		t.Error("the damaged file is gone")
	}
}

// TestSharedOriginal: stories of one mailbox share the file they came from.
func TestSharedOriginal(t *testing.T) {
	box := Original{Name: "box.mbox", Data: bytes.Repeat([]byte("From "), 1000)}
	s := &Session{Versions: []Version{{Source: text.Source{Body: "One."}, Original: box}, {Source: text.Source{Body: "Two."}, Original: box}}}
	data, err := Encode(s)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(z.File) != 2 {
		t.Errorf("%d members, %v", len(z.File), err)
	}
	if got, _, err := Decode(data); err != nil || !reflect.DeepEqual(got, s) {
		t.Errorf("%v, %+v", err, got)
	}
}
