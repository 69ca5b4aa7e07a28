package news

import (
	"context"
	"reflect"
	"testing"

	"wirediff/diff"
	"wirediff/diff/text"
)

// FuzzPair: any two texts, no panic, spans inside the bodies, and the same
// answer twice.
func FuzzPair(f *testing.F) {
	f.Add("Police said 12 men were held.", "12 men were held on Monday.", "en")
	f.Add("„Wir gehen“, sagte sie.", "»Wir", "de")
	f.Fuzz(func(t *testing.T, a, b, lang string) {
		if len(a)+len(b) > 4000 || NewLexicon(lang) == nil {
			return
		}
		one, two := pairFlags(a, b, lang), pairFlags(a, b, lang)
		if !reflect.DeepEqual(one, two) {
			t.Fatal("two runs differ")
		}
		for _, x := range one {
			if !inside(x.A, a) || !inside(x.B, b) {
				t.Fatalf("span outside: %+v", x)
			}
		}
	})
}

// FuzzFind: any two stories and a third that is both, no panic, spans inside
// the bodies, and the same findings twice.
func FuzzFind(f *testing.F) {
	f.Add("“We wait,” the guide told Radio Selmar. “We have rope.”\n\nTwelve men left.", "“We have rope,” the guide told Radio Selmar. 11 men left.", "en")
	f.Add("„Wir gehen“, sagte Anna Kutz. Sie kam am 3. Mai.", "»Wir gehen«, sagte Kutz.", "de")
	f.Fuzz(func(t *testing.T, a, b, lang string) {
		if len(a)+len(b) > 4000 || NewLexicon(lang) == nil {
			return
		}
		var src []text.Source
		for _, body := range []string{a, b, b + "\n\n" + a} {
			src = append(src, text.Source{Body: body, Language: text.Field{Value: lang}})
		}
		c, err := diff.Compare(context.Background(), src, diff.Options{})
		if err != nil {
			return
		}
		found := Find(c, Options{Base: -1})
		if !reflect.DeepEqual(found, Find(c, Options{Base: -1})) {
			t.Fatal("two runs differ")
		}
		for _, x := range found.Flags {
			p := &c.Pairs[x.Pair]
			if !inside(x.A, c.Versions[p.A].Body) || !inside(x.B, c.Versions[p.B].Body) {
				t.Fatalf("span outside: %+v", x)
			}
		}
		for _, q := range found.Quotes {
			for v, in := range q.Versions {
				if !inside(in.Span, c.Versions[v].Body) || !inside(in.Attribution, c.Versions[v].Body) {
					t.Fatalf("span outside: %+v", q)
				}
			}
		}
	})
}

func inside(s text.Span, body string) bool {
	return s.Start >= 0 && s.Start <= s.End && int(s.End) <= len(body)
}
