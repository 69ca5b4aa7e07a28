package markup

import (
	"errors"
	"io"
	"strings"
	"testing"
)

func TestClean(t *testing.T) {
	for s, want := range map[string]string{
		"<?xml version=\"1.1\" encoding=\"UTF-16\"?><a/>": "<a/>",
		"<a>\x00\x0b\x1fx&#0;&#x1F;&#11;&#9;y</a>":        "<a>x&#9;y</a>",
		"\xff\xfe<\x00a\x00/\x00>\x00":                    "<a/>",
	} {
		if got, err := Clean([]byte(s)); got != want || err != nil {
			t.Errorf("Clean(%q) = %q, %v; want %q", s, got, err, want)
		}
	}
	if _, err := CleanText(strings.Repeat("x", MaxSize+1)); !errors.Is(err, ErrLimit) {
		t.Errorf("too long: %v", err)
	}
}

func TestLimits(t *testing.T) {
	for name, s := range map[string]string{
		"deep":       strings.Repeat("<a>", MaxDepth+1),
		"attributes": "<a " + strings.Repeat("b='c' ", maxAttrs+1) + "/>",
		"tags":       strings.Repeat("<a/>", MaxTokens/2+1),
	} {
		if _, err := Parse(s); !errors.Is(err, ErrLimit) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestParse(t *testing.T) {
	for s, want := range map[string]string{
		"<a>x<b>y</b>z</a>":                               "xyz",
		"<a>caf&eacute;&nbsp;&unknown;</a>":               "café\u00a0&unknown;",
		"<a>x<b>y":                                        "xy", // cut off: what came is kept
		"<a>x</b>y</a>":                                   "x",  // a wrong closing tag closes
		`<!DOCTYPE a [<!ENTITY e "ha">]><a>x&e;</a>`:      "x&e;",
		`<!DOCTYPE a [<!ENTITY e SYSTEM "f">]><a>&e;</a>`: "&e;",
	} {
		n, err := Parse(s)
		if err != nil || n.String() != want {
			t.Errorf("Parse(%q) = %q, %v; want %q", s, n.String(), err, want)
		}
	}
}

func TestNode(t *testing.T) {
	n, err := Parse(`<r><h><t>one</t></h><t lang="de">two</t><b><t>three</t></b></r>`)
	if err != nil {
		t.Fatal(err)
	}
	if n.Find("t").String() != "one" || n.Path("r", "t").Attr("lang") != "de" || n.Path("r", "b", "t").String() != "three" || len(n.All("t")) != 3 || n.Path("r", "x").Find("y").Attr("z") != "" {
		t.Error("Find, Path, All or Attr")
	}
}

func TestScannerEnds(t *testing.T) {
	sc := New("<a/>")
	for range 10 {
		if _, err := sc.Next(); err == io.EOF {
			return
		}
	}
	t.Error("no end")
}
