package text

import "strings"

// FromSentences builds a story from sentences that are given, not found: each
// is one sentence and one paragraph of body text, whatever it holds. It is
// for callers whose texts come segmented, such as evaluation sets.
func FromSentences(name, lang string, sentences []string) *Story {
	src := Source{Name: name, Language: Field{Value: lang, From: "given"}}
	var body strings.Builder
	for _, s := range sentences {
		from := int32(body.Len())
		body.WriteString(s)
		src.Blocks = append(src.Blocks, Block{Span: Span{from, int32(body.Len())}, Role: RoleBody})
		body.WriteString("\n\n")
	}
	src.Body = body.String()
	found := Segment(src)
	st := &Story{Source: src, Lang: found.Lang, Tokens: found.Tokens}
	t := int32(0)
	for i, b := range src.Blocks {
		from := t
		for t < int32(len(st.Tokens)) && st.Tokens[t].Start < b.End {
			t++
		}
		st.Sentences = append(st.Sentences, Sentence{Span: b.Span, Tokens: Range{from, t}, Par: int32(i), Role: RoleBody})
		st.Paragraphs = append(st.Paragraphs, Paragraph{Span: b.Span, Sentences: Range{int32(i), int32(i) + 1}, Role: RoleBody})
	}
	return st
}
