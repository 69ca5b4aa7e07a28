package text_test

import (
	"fmt"
	"math/rand"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"wirediff/diff/text"
)

// checkStory fails t unless the story keeps the promises of the model:
// paragraphs, sentences and tokens are in order, do not overlap, and leave
// nothing out but white space.
func checkStory(t interface{ Fatalf(string, ...any) }, st *text.Story) {
	body := st.Body
	gap := func(what string, from, to int32) {
		if from > to || strings.TrimFunc(body[from:to], unicode.IsSpace) != "" {
			t.Fatalf("%s: bytes %d to %d of %q are in none", what, from, to, body)
		}
	}
	var pos int32
	for i, p := range st.Paragraphs {
		gap("paragraphs", pos, p.Start)
		pos = p.End
		inner := p.Start
		for k := p.Sentences.From; k < p.Sentences.To; k++ {
			s := st.Sentences[k]
			gap("sentences", inner, s.Start)
			inner = s.End
			if s.Par != int32(i) || s.Role == text.RoleAuto || s.Len() == 0 {
				t.Fatalf("sentence %d: %+v in paragraph %d of %q", k, s, i, body)
			}
			checkTokens(t, st, s, gap)
		}
		gap("sentences", inner, p.End)
	}
	gap("paragraphs", pos, int32(len(body)))
	var from int32
	for _, s := range st.Sentences {
		if s.Tokens.From != from || s.Tokens.To < from {
			t.Fatalf("tokens %v after %d", s.Tokens, from)
		}
		from = s.Tokens.To
	}
	if int(from) != len(st.Tokens) {
		t.Fatalf("%d tokens, %d in sentences", len(st.Tokens), from)
	}
}

func checkTokens(t interface{ Fatalf(string, ...any) }, st *text.Story, s text.Sentence, gap func(string, int32, int32)) {
	inner := s.Start
	for _, tok := range st.Tokens[s.Tokens.From:s.Tokens.To] {
		gap("tokens", inner, tok.Start)
		inner = tok.End
		silent := tok.Kind == text.Punct || tok.Start < s.Lead.End
		if tok.Len() == 0 || silent != (tok.Key == 0) {
			t.Fatalf("token %+v %q of %q", tok, tok.Of(st.Body), st.Body)
		}
	}
	gap("tokens", inner, s.End)
}

// pieces are what random bodies are made of: whatever the rules look at.
var pieces = []string{" ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2028", ".", ". ", "...", "…", "?", "!", "?!", "。", "！", "؟", "\"", "'",
	"“", "”", "‘", "’", "«", "»", "„", "(", ")", "[", "]", "-", "–", "—", ",", ":", "Mr", "U.S.", "p.m.", "No", "I", "He", "said", "word", "Größe", "мир",
	"日本", "カタ", "สวัสดี", "שלום", "سلام", "1,500", "11.5", "-5", "1.", "a.", "2)", "•", "%", "$", "€", "KYIV (AFP) - ", "- AFP", "By Ada Onslow",
	"\xff", "\xc2", "\xe2\x80", "\x00", "\u200b", "\u00ad", "e\u0301", "👍🏽", "👩‍🚀", "ﬁ", "Ⅳ", "½", "【東京】", "İ", "ß", "..", ". . . .", "[17]", "www.example.com"}

func randomBody(t *rapid.T) string {
	if rapid.Bool().Draw(t, "bytes") {
		return string(rapid.SliceOf(rapid.Byte()).Draw(t, "raw"))
	}
	return strings.Join(rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "pieces"), "")
}

// TestLossless: any bytes come back whole, and twice the same.
func TestLossless(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src := text.Source{Body: randomBody(t)}
		src.Language.Value = rapid.SampledFrom([]string{"", "en", "de", "ja", "th", "xx"}).Draw(t, "language")
		st := text.Segment(src)
		checkStory(t, st)
		if !reflect.DeepEqual(st, text.Segment(src)) {
			t.Fatalf("two runs differ on %q", src.Body)
		}
	})
}

func FuzzSegment(f *testing.F) {
	for _, p := range pieces {
		f.Add(p, "en")
	}
	f.Add("The U.S. Army left at 5 p.m. Monday. “Is this the end?” she asked.\n\n- AFP", "en")
	f.Add("KYIV (AFP) - Russian forces.\nBy Ada\n1. One 2. Two", "")
	f.Fuzz(func(t *testing.T, body, lang string) {
		src := text.Source{Body: body}
		src.Language.Value = lang
		checkStory(t, text.Segment(src))
	})
}

// BenchmarkBadCases measures bodies made to cost much; time must grow with the
// length alone.
func BenchmarkBadCases(b *testing.B) {
	for name, piece := range map[string]string{"open bracket": "(a. b", "no blanks": "aa.Aa", "dashes": ". -", "letters": "a.", "quotes": ". \" ",
		"lines": "a\n", "stops": ". ", "one sentence": "and so on, ", "emoji": "👍🏽", "invalid": "\xff", "quotations": "“A b.” ", "initials": "A. ", "han": "中"} {
		for _, n := range []int{100_000, 1_000_000} {
			src := text.Source{Body: strings.Repeat(piece, n/len(piece))}
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				b.SetBytes(int64(n))
				for b.Loop() {
					text.Segment(src)
				}
			})
		}
	}
}

// BenchmarkSegment measures plain English of a megabyte.
func BenchmarkSegment(b *testing.B) {
	body := plainEnglish(1 << 20)
	src := text.Source{Body: body}
	src.Language.Value = "en"
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		text.Segment(src)
	}
}

// plainEnglish makes prose of n bytes from a fixed seed.
func plainEnglish(n int) string {
	words := strings.Fields(`the of and to in minister government said that on for officials with talks was is by from report city at
		which has it storm not harbour would their agreement week Port Averley Tuesday they council but after more than two people
		1,500 new Gen. Marlow U.S. told reporters security been “we will” years company percent 6 p.m. during against`)
	rng := rand.New(rand.NewSource(1))
	var b strings.Builder
	for b.Len() < n {
		for s := range 3 {
			for w := range 12 + rng.Intn(18) {
				word := words[rng.Intn(len(words))]
				if w == 0 {
					word = strings.ToUpper(word[:1]) + word[1:]
				} else {
					b.WriteByte(' ')
				}
				b.WriteString(word)
			}
			b.WriteByte('.')
			if s < 2 {
				b.WriteByte(' ')
			}
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

// TestOutline: an outline is what Segment finds, without the tokens.
func TestOutline(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		piece := rapid.SampledFrom([]string{"AVERLEY (WIRE) - ", "It rained. ", "“Go,” she said. ", "By Ada Onslow\n\n", "- WIRE\n\n", "\n\n", "3.5 p.m. "})
		src := text.Source{Body: strings.Join(rapid.SliceOfN(piece, 0, 12).Draw(t, "body"), "")}
		want := text.Segment(src)
		want.Tokens = nil
		for i := range want.Sentences {
			want.Sentences[i].Tokens = text.Range{}
		}
		if got := text.Outline(src); !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v, want %+v", got, want)
		}
	})
}
