package edit_test

import (
	"strings"
	"testing"

	"wirediff/diff/edit"
	"wirediff/diff/text"
)

// notation draws edits over both bodies:
// kept [-gone-] {+new+} [old=>new] ~style~.
func notation(a, b *text.Story, es []edit.Edit) string {
	var out []string
	for _, e := range es {
		from, to := e.A.Of(a.Body), e.B.Of(b.Body)
		switch e.Op {
		case edit.Keep:
			out = append(out, to)
		case edit.Style:
			out = append(out, "~"+to+"~")
		case edit.Delete:
			out = append(out, "[-"+from+"-]")
		case edit.Insert:
			out = append(out, "{+"+to+"+}")
		case edit.Replace:
			out = append(out, "["+from+"=>"+to+"]")
		}
	}
	return strings.Join(strings.Fields(strings.Join(out, " ")), " ")
}

func all(st *text.Story) []int32 {
	var is []int32
	for i := range st.Sentences {
		is = append(is, int32(i))
	}
	return is
}

func TestTry(t *testing.T) {
	for _, c := range [][2]string{
		{"the deal was agreed in Moscow on Monday by both sides", "the deal was signed in Rome on Monday by both sides"},
		{"They met in Paris on Monday.", "They met in Rome in Paris, on Monday."},
		{"a 19-day war cost $5m in total", "a 20-day war cost $6m in total"},
		{"The President's men said “no” to don't", "The president’s men said 'no' to don’t"},
	} {
		a, b := text.Segment(text.Source{Body: c[0]}), text.Segment(text.Source{Body: c[1]})
		es, ch := edit.Words(a, b, all(a), all(b))
		t.Log(ch, notation(a, b, es))
	}
}
