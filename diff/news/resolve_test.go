package news

import (
	"testing"

	"wirediff/diff/style"
	"wirediff/diff/text"
)

// TestDays resolves days of the week, and times counted from the story's
// date, against that date. Wednesday 18 March 2026 is the first date.
func TestDays(t *testing.T) {
	const wed, thu = "2026-03-18", "2026-03-19T09:00:00Z"
	for _, c := range []struct {
		dateA, dateB, a, b, want string
	}{
		{wed, wed, "The barge sank on Tuesday.", "The barge sank yesterday.", ""},
		{wed, wed, "The barge sank on Tuesday.", "The barge sank on 17 March.", ""},
		{wed, wed, "The barge sank on Tuesday.", "The barge sank on March 17, 2026.", ""},
		{wed, wed, "The barge sank on Tuesday.", "The barge sank today.", "date [Tuesday|today]"},
		{wed, wed, "The barge sank on Tuesday.", "The barge sank on 16 March.", "date [Tuesday|16 March]"},
		{wed, wed, "The barge sank yesterday.", "The barge sank on 18 March.", "date [yesterday|18 March]"},
		{wed, thu, "The barge sank yesterday.", "The barge sank on Tuesday.", ""},
		{wed, thu, "The barge sank yesterday.", "The barge sank yesterday.", "date [yesterday|yesterday]"},
		{wed, thu, "The barge sank today.", "The barge sank yesterday.", ""},
		{wed, thu, "The barge sank on Tuesday.", "The barge sank on Tuesday.", ""},
		{wed, thu, "The barge sank on Monday.", "The barge sank three days ago.", ""},
		{wed, thu, "The barge sank on Tuesday.", "The barge sank three days ago.", "date [Tuesday|three days ago]"},
		{wed, wed, "The barge sank last week.", "The barge sank on 12 March.", ""},
		{wed, wed, "The barge sank last week.", "The barge sank on 2 March.", "date [last week|2 March]"},
		{wed, wed, "The barge sank last month.", "The barge sank in February.", ""},
		{wed, wed, "The barge sank last month.", "The barge sank in January.", "date [last month|January]"},
		{wed, wed, "The trial opens next Tuesday.", "The trial opens on 24 March.", ""},
		{wed, wed, "The trial opens tomorrow.", "The trial opens on Thursday.", ""},
		{wed, wed, "The trial opens tomorrow.", "The trial opens on Friday.", "date [tomorrow|Friday]"},
		{"", "", "The barge sank on Tuesday.", "The barge sank yesterday.", ""}, // cannot be told
		{"", "", "The barge sank yesterday.", "The barge sank yesterday.", ""},
		{"", "", "The barge sank on Tuesday.", "The barge sank on Monday.", "date [Tuesday|Monday]"},
		{"never", wed, "The barge sank on Tuesday.", "The barge sank yesterday.", ""},
	} {
		a := text.Segment(text.Source{Body: c.a, Language: text.Field{Value: "en"}, Date: text.Field{Value: c.dateA}})
		b := text.Segment(text.Source{Body: c.b, Language: text.Field{Value: "en"}, Date: text.Field{Value: c.dateB}})
		keyed, _ := style.Apply([]*text.Story{a, b}, style.Rules{})
		got := ""
		for _, f := range show(Pair(NewLexicon("en"), all(keyed[0]), all(keyed[1])), goldPair{A: c.a, B: c.b}) {
			got += f
		}
		if got != c.want {
			t.Errorf("%s: %q\n%s: %q\ngot %s, want %s", c.dateA, c.a, c.dateB, c.b, got, c.want)
		}
	}
}
