package cli_test

import (
	"context"
	"strings"
	"testing"

	"wirediff/assets"
	"wirediff/diff"
	"wirediff/loader"
)

// The versions of the built-in example, as their places in the folder.
const (
	plainsman = iota // the wire as sent, American style
	gazette          // British style, splits sentences, quotes from elsewhere
	ledger           // starts at the second paragraph, ends early
	radio            // its own interview, a minister's remark, a hole in the middle
	post             // another story that shares quotations only
)

// example compares the built-in example, end to end from the embedded files.
func example(t *testing.T) *diff.Reading {
	t.Helper()
	sources, errs := loader.OpenFS(context.Background(), assets.Example(), ".", loader.Options{})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	c, err := diff.Compare(context.Background(), sources, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c.Read(plainsman)
}

// find returns the row of the one counted sentence of a version that holds words.
func find(t *testing.T, r *diff.Reading, version int, words string) int {
	t.Helper()
	found := -1
	for i, row := range r.Rows {
		for _, s := range row.Cells[version].Sentences {
			flat := strings.Join(strings.Fields(r.Versions[version].Text(int(s))), " ")
			if !r.Versions[version].Sentences[s].Role.Counted() || !strings.Contains(flat, words) {
				continue
			}
			if found >= 0 && found != i {
				t.Fatalf("version %d says %q twice", version, words)
			}
			found = i
		}
	}
	if found < 0 {
		t.Fatalf("version %d does not say %q", version, words)
	}
	return found
}

func TestExampleStatuses(t *testing.T) {
	r := example(t)
	for _, c := range []struct {
		what    string
		in      int    // the version in which the words stand
		words   string // of the row
		version int    // the version that is judged
		want    diff.Status
		moved   bool
	}{
		{"US and U.S., quote marks, litre", plainsman, "We will not gamble", gazette, diff.Style, false},
		{"-ise and -ize, centre and center", plainsman, "Opposition parties", gazette, diff.Style, false},
		{"per cent and percent", plainsman, "was 96 percent full", gazette, diff.Style, false},
		{"a name in two transliterations", plainsman, "in a televised address", gazette, diff.Style, false},
		{"nine and 9", plainsman, "In two frantic days", ledger, diff.Style, false},
		{"word for word", plainsman, "who have noticed that the turbines", gazette, diff.Kept, false},
		{"the lede split", plainsman, "agreed on Wednesday to drain", gazette, diff.Split, false},
		{"a long sentence split", plainsman, "In two frantic days", gazette, diff.Split, false},
		{"two sentences merged", ledger, "was 96 percent full", ledger, diff.Merged, false},
		{"two sentences merged at the end", radio, "The mood was lighter", radio, diff.Merged, false},
		{"a number changed", plainsman, "In two frantic days", radio, diff.Reworded, false},
		{"a quotation altered", gazette, "The wall is old", gazette, diff.Reworded, false},
		{"a quotation trimmed", radio, "keep one watchman", radio, diff.Reworded, false},
		{"background moved up", gazette, "The dam, finished in 1974", gazette, diff.Style, true},
		{"moved and reworded", ledger, "An army engineer has proposed", ledger, diff.Reworded, true},
		{"interview", radio, "In an interview with breakfast host", radio, diff.Added, false},
		{"interview", radio, "I keep a glass of that water", radio, diff.Added, false},
		{"interview", radio, "It is getting clearer by the day", radio, diff.Added, false},
		{"interview, later", radio, "a very dull woman", radio, diff.Added, false},
		{"a minister's remark", radio, "one idea on one sheet", radio, diff.Added, false},
		{"a minister's remark", radio, "what the pumps can do", radio, diff.Added, false},
		{"a remark from elsewhere", gazette, "Irena Volt told Channel Six", gazette, diff.Added, false},
		{"no lede", plainsman, "agreed on Wednesday to drain", ledger, diff.Cut, false},
		{"a hole in the middle", plainsman, "for the first payments", radio, diff.Cut, false},
		{"a hole in the middle", plainsman, "trade fair on Monday", radio, diff.Cut, false},
		{"a hole in the middle", plainsman, "Few of the evacuees", radio, diff.Cut, false},
		{"trimmed at the end", plainsman, "keeps bees above", ledger, diff.Cut, false},
		{"trimmed at the end", plainsman, "Neighboring Ostland", ledger, diff.Cut, false},
		{"a heading dropped", plainsman, "Nights in the gym", gazette, diff.Cut, false},
		{"a heading without its marks", plainsman, "Nights in the gym", radio, diff.Style, false},
		{"its own story", post, "The smell of wet wool reaches you there", post, diff.Added, false},
	} {
		row := find(t, r, c.in, c.words)
		got := r.Verdicts[row][c.version]
		if got.Status != c.want || got.Moved != c.moved {
			t.Errorf("%s: %q is %s, moved %v; want %s, %v", c.what, c.words, got.Status, got.Moved, c.want, c.moved)
		}
	}
}

func TestExampleOwnStorySharesQuotationsOnly(t *testing.T) {
	r := example(t)
	if !r.Tallies[post].OwnStory {
		t.Error("the version that wrote its own story is not told apart")
	}
	shared := map[int]bool{}
	for _, words := range []string{"We will not gamble", "The wall is tired", "Every family will be paid", "followed the manual"} {
		row := find(t, r, post, words)
		shared[row] = true
		if len(r.Rows[row].Cells[plainsman].Sentences) == 0 {
			t.Errorf("%q is not found beside the wire's", words)
		}
	}
	for i, row := range r.Rows {
		if len(row.Cells[post].Sentences) > 0 && len(row.Cells[plainsman].Sentences) > 0 && !shared[i] {
			t.Errorf("%q shares no quotation", r.Versions[post].Text(int(row.Cells[post].Sentences[0])))
		}
	}
}

func TestExampleFurnitureIsNotStory(t *testing.T) {
	r := example(t)
	for version, lines := range [][]string{
		plainsman: {"Plainsman staff contributed", "Sign up for our newsletter", "County to inspect", "Photo: BPA"},
		gazette:   {"By Our Foreign Staff", "18 March 2026", "- BPA"},
		radio:     {"The Boreal Press Agency contributed", "Read more: How a dam", "Share this", "Listen to this story"},
		post:      {"contributed to this report", "Share this @", "Get the long read"},
	} {
		for _, line := range lines {
			for i, s := range r.Versions[version].Sentences {
				if strings.Contains(r.Versions[version].Text(i), line) && s.Role.Counted() {
					t.Errorf("version %d: %q is taken for story text", version, line)
				}
			}
		}
	}
	if got := r.Tallies[plainsman].Sentences; got != 34 {
		t.Errorf("the wire as sent has %d sentences, want 34", got)
	}
}

func TestExampleNamesOutletsAndDates(t *testing.T) {
	r := example(t)
	for version, want := range []struct{ name, date string }{ // a date where the page gives one
		plainsman: {"Carrow Plainsman", "2026-03-18"},
		gazette:   {"Harbour Gazette", ""},
		ledger:    {"Evening Ledger", ""},
		radio:     {"Coastline Radio", "2026-03-18"},
		post:      {"Northgate Post", "2026-03-19"},
	} {
		v := r.Versions[version]
		if v.Name != want.name {
			t.Errorf("version %d is called %q, want %q", version, v.Name, want.name)
		}
		if !strings.HasPrefix(v.Date.Value, want.date) {
			t.Errorf("%s has the date %q, want %q", want.name, v.Date.Value, want.date)
		}
	}
}
