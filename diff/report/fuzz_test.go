package report_test

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/text"
)

// FuzzReport compares any two texts: the laws of the page hold, and no
// writer lets a control character or a broken encoding through.
func FuzzReport(f *testing.F) {
	f.Add(wire, post, 0)
	f.Add(hostile, radio, -1)
	f.Add("By Ada Onslow\n\nAVERLEY (Wire) - One. Two.\n\n- AFP", "Two.\n\nShare this\n\nOne.", 1)
	f.Add("\xff\x00\u202E", "", 0)
	f.Fuzz(func(t *testing.T, a, b string, base int) {
		if len(a)+len(b) > 4000 {
			t.Skip("a story, not a book")
		}
		c, err := diff.Compare(context.Background(), []text.Source{{Name: "a", Body: a}, {Name: "b", Body: b}}, diff.Options{})
		if err != nil {
			t.Fatal(err)
		}
		p := report.New(c.Read(max(-1, min(base, 1))), report.View{Pack: base%2 == 0})
		checkColumns(t, p)
		checkMoves(t, p)
		var txt, page, table, js bytes.Buffer
		for _, err := range []error{
			report.Text(&txt, p, report.TextOptions{Width: 40}), report.HTML(&page, p, report.Standard),
			report.CSV(&table, p), report.JSON(&js, p.Reading, report.AllPairs),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		if !json.Valid(js.Bytes()) {
			t.Error("the JSON is none")
		}
		for name, out := range map[string]string{"text": txt.String(), "html": page.String(), "csv": table.String()} {
			for _, r := range out {
				if r != '\n' && (unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Bidi_Control, r)) {
					t.Fatalf("%s: %U got through", name, r)
				}
			}
			if out != strings.ToValidUTF8(out, "") {
				t.Errorf("%s is no UTF-8", name)
			}
		}
	})
}
