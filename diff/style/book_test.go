package style

import (
	"testing"

	"wirediff/diff/text"
)

// TestBooks: every book reads, and none names a form twice: the second line
// would be dead.
func TestBooks(t *testing.T) {
	for _, lang := range languages {
		b := newBook(lang, nil, &names{})
		if len(b.forms) < 20 {
			t.Errorf("%s: only %d forms", lang, len(b.forms))
		}
		for _, fs := range b.forms {
			for i, f := range fs {
				for _, g := range fs[:i] {
					if f.same(g) && f.class != g.class {
						t.Errorf("%s: %q stands in two lines", lang, f.text)
					}
				}
			}
		}
	}
}

func TestSkeleton(t *testing.T) {
	for _, c := range [][2]string{{"Zelensky", "Zelenskyy"}, {"Zelensky", "Zelenskiy"}, {"Kyiv", "Kiev"}, {"Sergey", "Sergei"}, {"Khaled", "Haled"},
		{"Erdoğan", "Erdogan"}, {"Gorbachev", "Gorbatschew"}, {"Smirnov", "Smirnoff"}, {"Sarah", "Sara"}, {"Łukasz", "Lukasz"}} {
		if a, b := skeleton(c[0]), skeleton(c[1]); a != b {
			t.Errorf("%s %s, %s %s", c[0], a, c[1], b)
		}
	}
	for _, c := range [][2]string{{"Iran", "Iraq"}, {"Anton", "Antony"}, {"Ali", "Alia"}, {"Sunday", "Monday"}, {"Morton", "Norton"}, {"Austria", "Australia"}, {"Niger", "Nigeria"}} {
		if skeleton(c[0]) == skeleton(c[1]) {
			t.Errorf("%s and %s have one skeleton", c[0], c[1])
		}
	}
	yusuf, youssef := &spelling{word: "Yusuf", skeleton: skeleton("Yusuf")}, &spelling{word: "Youssef", skeleton: skeleton("Youssef")}
	if !vowelApart(yusuf, youssef) {
		t.Error(yusuf.skeleton, youssef.skeleton)
	}
	if text.Key("Zelensky") == text.Key("Zelenskyy") {
		t.Error("keys of names are folded too early")
	}
}

// BenchmarkReadBook is what the first comparison in a language costs.
func BenchmarkReadBook(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		readBook("en", nil)
	}
}
