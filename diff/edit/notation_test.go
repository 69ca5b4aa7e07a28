package edit_test

import (
	"strings"

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

// all returns the indices of all sentences.
func all(st *text.Story) []int32 {
	is := make([]int32, len(st.Sentences))
	for i := range is {
		is[i] = int32(i)
	}
	return is
}

func segment(body string) *text.Story {
	return text.Segment(text.Source{Body: body, Language: text.Field{Value: "en"}})
}
