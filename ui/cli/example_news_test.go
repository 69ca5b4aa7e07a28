package cli_test

import (
	"strings"
	"testing"

	"wirediff/diff/news"
)

// The example holds one finding of each kind, against the wire as sent.
func TestExampleFindings(t *testing.T) {
	r := example(t)
	found, kinds := map[string]bool{}, map[news.Type]bool{}
	for _, f := range news.Find(r.Collation, news.Options{Base: plainsman}).Flags {
		p := r.Pairs[f.Pair]
		kinds[f.Type] = true
		key := func(a, b string) string {
			return strings.Join([]string{r.Versions[p.B].Name, string(f.Type), a, b}, "|")
		}
		found[key(f.A.Of(r.Versions[p.A].Body), f.B.Of(r.Versions[p.B].Body))] = true
	}
	for _, want := range []string{
		"Harbour Gazette|qualifier|at least|",
		"Harbour Gazette|hedge_lost|may|",
		"Harbour Gazette|quote_altered|tired|old",
		"Harbour Gazette|money|$45 million|€45 million",
		"Harbour Gazette|attribution_verb|said|insisted",
		"Evening Ledger|attribution_lost|according to the water ministry|",
		"Evening Ledger|money|$45 million|$54 million",
		"Evening Ledger|date|Monday|Tuesday",
		"Evening Ledger|place|north|south",
		"Evening Ledger|negation|not ruled|ruled",
		"Evening Ledger|attribution_added||the weekly Lantern reported",
		"Coastline Radio|number|nine|eight",
		"Coastline Radio|unit_conversion|10 km|10 miles",
		"Coastline Radio|quote_trimmed|as long as the law allows|",
		"Coastline Radio|attribution_verb|said|claimed",
		"Coastline Radio|title|Acting chief executive|Chief executive",
		"Coastline Radio|passive_agent_lost|by a subcontractor|",
		"Coastline Radio|hedge_added||reportedly",
		"Coastline Radio|place|Brenna Bay|Morna Bay",
		"Coastline Radio|name|Lantern|",
		"Coastline Radio|quantity|hundreds|dozens",
		"Harbour Gazette|org|BPA|",
		"Harbour Gazette|attribution_scope|and said|The draining would take twelve days if the rain stopped.",
	} {
		if !found[want] {
			t.Errorf("not found: %s", want)
		}
	}
	for _, k := range news.Types() {
		if !kinds[k] {
			t.Errorf("no finding of the kind %s", k)
		}
	}
	for flag := range found { // the same value in another form stays silent
		for _, silent := range []string{"twelve", "6.2 miles", "per cent", "metres"} {
			if strings.Contains(flag, silent) && !strings.Contains(flag, string(news.AttributionScope)) {
				t.Errorf("found without need: %s", flag)
			}
		}
	}
}

func TestExampleQuotations(t *testing.T) {
	r := example(t)
	quotes := news.Find(r.Collation, news.Options{Base: plainsman}).Quotes
	for _, c := range []struct {
		words   string
		version int
		state   news.State
		source  string
	}{
		{"We will not gamble", gazette, news.Altered, "Derevsky"},
		{"We will not gamble", radio, news.Trimmed, "Derevskyy"},
		{"Then we shall use pumps", ledger, news.Paraphrased, ""},
		{"every family will be paid", plainsman, news.Whole, "Brodska"},
		{"every family will be paid", post, news.Whole, "Derevskyy"}, // another speaker
		{"keep one watchman", ledger, news.Whole, "interior ministry"},
		{"a very dull woman", radio, news.Whole, "Derevskyy"},
		{"a very dull woman", gazette, news.Gone, ""},
		{"one idea on one sheet", radio, news.Whole, "Keel"},
		{"one idea on one sheet", ledger, news.Gone, ""},
	} {
		state, source := news.State("missing"), ""
		for _, q := range quotes {
			if strings.Contains(q.Marks.Of(r.Versions[q.Best].Body), c.words) {
				state, source = q.Versions[c.version].State, q.Versions[c.version].Source
			}
		}
		if state != c.state || !strings.Contains(source, c.source) {
			t.Errorf("%q in %s: %s, by %q; want %s, by %q", c.words, r.Versions[c.version].Name, state, source, c.state, c.source)
		}
	}
}

func TestExampleCredits(t *testing.T) {
	r := example(t)
	credits := news.Find(r.Collation, news.Options{Base: plainsman}).Credits
	for version, want := range []news.Where{
		plainsman: news.InByline, gazette: news.AtEnd, ledger: news.NotAtAll, radio: news.AtEnd, post: news.NotAtAll,
	} {
		if got := credits[version]; got.Where != want || got.Agency != "BPA" {
			t.Errorf("%s credits %q %s, want BPA %s", r.Versions[version].Name, got.Agency, got.Where, want)
		}
	}
}
