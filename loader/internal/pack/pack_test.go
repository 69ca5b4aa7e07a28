package pack

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
)

func archive(t *testing.T, files map[string]string) *Archive {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, s := range files {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(s)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	a, err := Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestRead(t *testing.T) {
	a := archive(t, map[string]string{"word/Document.xml": "x"})
	for _, name := range []string{"word/Document.xml", "/word/document.xml"} {
		if got, err := a.Read(name); string(got) != "x" || err != nil {
			t.Errorf("Read(%s) = %q, %v", name, got, err)
		}
	}
	if _, err := a.Read("none"); err != ErrNone {
		t.Errorf("a part that is missing: %v", err)
	}
}

func TestCaps(t *testing.T) {
	big := strings.Repeat("x", MaxEntry+1)
	if _, err := archive(t, map[string]string{"a": big}).Read("a"); err == nil || !strings.Contains(err.Error(), "larger than 32 MiB") {
		t.Errorf("a large part: %v", err)
	}
	full := archive(t, map[string]string{"a": big[:MaxEntry]})
	var err error
	for range MaxTotal/MaxEntry + 1 {
		_, err = full.Read("a")
	}
	if err == nil || !strings.Contains(err.Error(), "more than 128 MiB") {
		t.Errorf("much in all: %v", err)
	}
	many := map[string]string{}
	for i := range MaxEntries + 1 {
		many[fmt.Sprint(i)] = ""
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name := range many {
		_, _ = z.Create(name)
	}
	_ = z.Close()
	if _, err := Open(b.Bytes()); err == nil || !strings.Contains(err.Error(), "more than 2000 files") {
		t.Errorf("many files: %v", err)
	}
}
