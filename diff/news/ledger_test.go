package news

import (
	"context"
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"wirediff/diff"
	"wirediff/diff/text"
)

//go:embed testdata/ledger/quotes.txt
var ownQuotes string

// TestLedger reads invented versions and the rows that their ledger must
// have. A case is a line "# language name", the versions, each behind a line ">", and
// the rows behind "=": speaker, kind, one state per version, first words.
func TestLedger(t *testing.T) {
	right, all := 0, 0
	for block := range strings.SplitSeq(ownQuotes, "\n# ") {
		name, rest, _ := strings.Cut(strings.TrimPrefix(block, "# "), "\n")
		if strings.HasPrefix(block, "//") {
			continue
		}
		stories, rows, ok := strings.Cut(rest, "\n=\n")
		if !ok {
			t.Fatalf("%s: no rows", name)
		}
		var sources []text.Source
		lang, _, _ := strings.Cut(name, " ")
		for i, body := range strings.Split("\n"+stories, "\n>\n")[1:] {
			sources = append(sources, text.Source{Name: fmt.Sprint(i), Body: strings.TrimSpace(body) + "\n", Language: text.Field{Value: lang, From: "given"}})
		}
		c, err := diff.Compare(context.Background(), sources, diff.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, q := range Quotes(c, NewLexicon) {
			got = append(got, ledgerRow(c, q))
		}
		want := strings.Split(strings.TrimSpace(rows), "\n")
		if strings.TrimSpace(rows) == "" {
			want = nil
		}
		all++
		if strings.Join(got, "\n") == strings.Join(want, "\n") {
			right++
			continue
		}
		t.Errorf("%s\ngot\n  %s\nwant\n  %s", name, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
	t.Logf("%d of %d right", right, all)
}

// ledgerRow writes a row as the table does.
func ledgerRow(c *diff.Collation, q Quote) string {
	speaker, kind := q.Speaker, "label"
	if q.Speech {
		kind = "speech"
	}
	if speaker == "" {
		speaker = "-"
	}
	if q.Speech && !q.Sure {
		kind += "?"
	}
	var states []string
	for _, v := range q.Versions {
		states = append(states, string(v.State))
	}
	words := strings.Fields(q.Marks.Of(c.Versions[q.Best].Body))
	return fmt.Sprintf("%s | %s | %s | %s", speaker, kind, strings.Join(states, " "), strings.TrimRight(strings.Join(words[:min(3, len(words))], " "), ","))
}
