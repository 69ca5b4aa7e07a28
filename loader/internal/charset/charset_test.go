package charset_test

import (
	"testing"

	"wirediff/loader/internal/charset"
)

func TestDecode(t *testing.T) {
	for name, c := range map[string]struct{ data, forced, declared, text, encoding string }{
		"ascii":             {"plain", "", "", "plain", "utf-8"},
		"utf-8 over a lie":  {"<meta charset=iso-8859-1>café", "", "", "<meta charset=iso-8859-1>café", "utf-8"},
		"declared by meta":  {"<meta charset='windows-1250'>\x9a", "", "", "<meta charset='windows-1250'>š", "windows-1250"},
		"declared by xml":   {"<?xml version='1.0' encoding='koi8-r'?>\xcb", "", "", "<?xml version='1.0' encoding='koi8-r'?>к", "koi8-r"},
		"carrier over meta": {"<meta charset=koi8-r>\xe9", "", "windows-1252", "<meta charset=koi8-r>é", "windows-1252"},
		"utf-8 declared and broken": {"\xe2\x80\x9ca\xe2\x80\x9d \xe2\x80\x9cb\xe2\x80\x9d \xe2\x80\x9cc\xe2\x80\x9d \xe2\x80\x9cd\xe2\x80\x9d \xe2\x80\x9ce\xe2\x80\x9d\xe2", "", "",
			"“a” “b” “c” “d” “e”\uFFFD", "utf-8"},
		"utf-16 with mark":                {"\xff\xfeh\x00i\x00", "", "", "hi", "utf-16le"},
		"utf-16 without mark":             {"\x00h\x00e\x00l\x00l\x00o", "", "", "hello", "utf-16be"},
		"utf-16 declared, utf-8 in truth": {"<?xml version='1.0' encoding='UTF-16'?>caf\xc3\xa9", "", "", "<?xml version='1.0' encoding='UTF-16'?>café", "utf-8"},
		"forced":                          {"caf\xe9", "iso-8859-7", "", "cafι", "iso-8859-7"},
		"nothing":                         {"", "", "", "", "utf-8"},
	} {
		got, err := charset.Decode([]byte(c.data), c.forced, c.declared)
		if err != nil || got.String != c.text || got.Encoding != c.encoding {
			t.Errorf("%s: %q as %s, %v; want %q as %s", name, got.String, got.Encoding, err, c.text, c.encoding)
		}
	}
}

func TestNamesAreKnown(t *testing.T) {
	for _, n := range charset.Names() {
		if got, err := charset.Decode([]byte("x"), n, ""); err != nil || got.Encoding != n {
			t.Errorf("%s: %s, %v", n, got.Encoding, err)
		}
	}
}
