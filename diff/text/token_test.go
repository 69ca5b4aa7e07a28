package text_test

import (
	"strings"
	"testing"
	"unicode"

	"wirediff/diff/text"
)

// notation writes tokens with their kinds: word w, number n, symbol s, silent -.
func notation(s string) string {
	var out []string
	for _, t := range text.Tokens(s) {
		out = append(out, t.Of(s)+"/"+string("wns-"[t.Kind]))
	}
	return strings.Join(out, " ")
}

func TestTokens(t *testing.T) {
	for _, c := range [][2]string{
		{"The U.S. don’t.", "The/w U.S./w don’t/w ./-"},
		{"a 32-year-old", "a/w 32/n -/- year/w -/- old/w"},
		{"$1.2bn, 5% of 1,500!", "$/s 1.2bn/w ,/- 5/n %/s of/w 1,500/n !/s"},
		{"at 6 p.m. or 6pm, 10:15", "at/w 6/n p.m./w or/w 6pm/w ,/- 10:15/n"},
		{"it is -5 – 2020-21", "it/w is/w -5/n –/- 2020/n -/- 21/n"},
		{"www.example.com e.g. Ph.D.", "www.example.com/w e.g./w Ph/w ./- D/w ./-"},
		{"the end.The next", "the/w end/w ./- The/w next/w"},
		{"1\u00a0500 men", "1\u00a0500/n men/w"},
		{"東京カタカナは", "東/w 京/w カタカナ/w は/w"},
		{"ประเทศ", "ป/w ระ/w เท/w ศ/w"},
		{"‘boots’ “on”", "‘/- boots/w ’/- “/- on/w ”/-"},
		{"👍🏽 👩‍🚀", "👍🏽/s 👩‍🚀/s"},
		{"שלום عالم", "שלום/w عالم/w"},
		{"plan A. Then", "plan/w A/w ./- Then/w"},
	} {
		if got := notation(c[0]); got != c[1] {
			t.Errorf("%q\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

func TestKeys(t *testing.T) {
	for _, c := range [][2]string{{"Don’t", "don't"}, {"ﬁre", "FIRE"}, {"Straße", "straße"}, {"co\u00adop", "coop"}, {"e\u0301", "É"}, {"１２", "12"}} {
		if text.Key(c[0]) != text.Key(c[1]) {
			t.Errorf("%q and %q have different keys", c[0], c[1])
		}
	}
	if text.Key("") == 0 || text.Key("a") == text.Key("b") || text.Key("us") == text.Key("u.s.") {
		t.Error("keys that may not be equal")
	}
	if k := text.Key("A"); k != 0xaf63dc4c8601ec8c { // FNV-1a of "a", as published with the hash
		t.Errorf("the key of a word is not fixed: %#x", k)
	}
}

func FuzzTokens(f *testing.F) {
	for _, p := range pieces {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, s string) {
		pos := int32(0)
		for _, tok := range text.Tokens(s) {
			if tok.Start < pos || tok.End <= tok.Start || strings.TrimFunc(s[pos:tok.Start], unicode.IsSpace) != "" {
				t.Fatalf("%q: token %v after %d", s, tok, pos)
			}
			if (tok.Kind == text.Punct) != (tok.Key == 0) {
				t.Fatalf("%q: token %v", s, tok)
			}
			pos = tok.End
		}
		if strings.TrimFunc(s[pos:], unicode.IsSpace) != "" {
			t.Fatalf("%q: nothing after %d", s, pos)
		}
	})
}

func TestDetectLanguage(t *testing.T) {
	for want, s := range map[string]string{
		"en": "The harbour council said on Tuesday that the ferry will not run this winter.",
		"de": "Der Hafenrat teilte am Dienstag mit, dass die Fähre in diesem Winter nicht verkehrt.",
		"fr": "Le conseil du port a annoncé mardi que le bac ne circulera pas cet hiver.",
		"es": "El consejo del puerto dijo el martes que el transbordador no funcionará este invierno.",
		"pt": "O conselho do porto disse na terça-feira que a balsa não vai funcionar neste inverno.",
		"it": "Il consiglio del porto ha detto martedì che il traghetto non sarà in servizio questo inverno.",
		"ru": "Совет порта заявил во вторник, что этой зимой паром ходить не будет.",
		"uk": "Рада порту заявила у вівторок, що цієї зими пором не ходитиме.",
		"nl": "De havenraad zei dinsdag dat de veerboot deze winter niet zal varen.",
		"ja": "港湾評議会は火曜日、この冬はフェリーを運航しないと発表した。", "zh": "港口委员会周二表示，今年冬天渡轮将停航。",
		"th": "สภาท่าเรือกล่าว", "ar": "قال مجلس الميناء يوم الثلاثاء", "he": "מועצת הנמל אמרה ביום שלישי", "und": "— 12 —",
	} {
		if got := text.DetectLanguage(s); got != want {
			t.Errorf("%s for %q, want %s", got, s, want)
		}
	}
	if got := text.Segment(text.Source{Body: "x", Language: text.Field{Value: "de-AT"}}).Lang; got != "de" {
		t.Error("the declared language is not taken:", got)
	}
}
