package text

import (
	"hash/fnv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Segment cuts src into paragraphs, sentences and tokens.
// It accepts any bytes and loses none: sentences and the white space between
// them rebuild the body, tokens and the gaps between them rebuild a sentence.
// Time and memory are linear in the body.
func Segment(src Source) *Story {
	st := &Story{Source: src, Lang: "und"}
	for pos := 0; pos < len(src.Body); { // SKELETON: one line, one sentence
		end := strings.IndexByte(src.Body[pos:], '\n')
		if end < 0 {
			end = len(src.Body)
		} else {
			end += pos
		}
		line := src.Body[pos:end]
		if t := strings.TrimSpace(line); t != "" {
			off := pos + strings.Index(line, t)
			st.add(Span{int32(off), int32(off + len(t))})
		}
		pos = end + 1
	}
	return st
}

func (st *Story) add(sp Span) {
	from := int32(len(st.Tokens))
	for i := sp.Start; i < sp.End; {
		r, n := utf8.DecodeRuneInString(st.Body[i:sp.End])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			if !unicode.IsSpace(r) {
				st.Tokens = append(st.Tokens, Token{Span: Span{i, i + int32(n)}, Kind: Punct})
			}
			i += int32(n)
			continue
		}
		j := i
		for j < sp.End {
			r, n := utf8.DecodeRuneInString(st.Body[j:sp.End])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				break
			}
			j += int32(n)
		}
		h := fnv.New64a()
		h.Write([]byte(strings.ToLower(st.Body[i:j])))
		st.Tokens = append(st.Tokens, Token{Span: Span{i, j}, Key: h.Sum64()})
		i = j
	}
	n := int32(len(st.Sentences))
	st.Sentences = append(st.Sentences, Sentence{Span: sp, Tokens: Range{from, int32(len(st.Tokens))}, Par: n, Role: RoleBody})
	st.Paragraphs = append(st.Paragraphs, Paragraph{Span: sp, Sentences: Range{n, n + 1}, Role: RoleBody})
}
