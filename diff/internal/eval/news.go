package main

import (
	"encoding/json"
	"io"

	"wirediff/diff/news"
	"wirediff/diff/style"
	"wirediff/diff/text"
)

// minimal is a pair of sentences taken as aligned.
type minimal struct {
	ID   string `json:"id"`
	A    string `json:"a"`
	B    string `json:"b"`
	Lang string `json:"lang"`
}

// flagged is what the news layer says of a pair.
type flagged struct {
	ID    string `json:"id"`
	Flags []flag `json:"flags"`
}

type flag struct {
	Type string `json:"type"`
	A    string `json:"a"`
	B    string `json:"b"`
}

// minimalPairs runs the news layer over sentence pairs.
func minimalPairs(raw []byte, out io.Writer) error {
	var pairs []minimal
	if err := json.Unmarshal(raw, &pairs); err != nil {
		return err
	}
	answers := make([]flagged, 0, len(pairs))
	for _, p := range pairs {
		a := text.Segment(text.Source{Body: p.A, Language: text.Field{Value: p.Lang, From: "given"}})
		b := text.Segment(text.Source{Body: p.B, Language: text.Field{Value: p.Lang, From: "given"}})
		st, _ := style.Apply([]*text.Story{a, b}, style.Rules{})
		f := flagged{ID: p.ID, Flags: []flag{}}
		if lx := news.NewLexicon(p.Lang); lx != nil {
			for _, x := range news.Pair(lx, side(st[0]), side(st[1])) {
				f.Flags = append(f.Flags, flag{string(x.Type), x.A.Of(p.A), x.B.Of(p.B)})
			}
		}
		answers = append(answers, f)
	}
	return json.NewEncoder(out).Encode(answers)
}

// side is the whole of a story.
func side(s *text.Story) news.Side {
	out := news.Side{Story: s}
	for i := range s.Sentences {
		out.Sentences = append(out.Sentences, int32(i))
	}
	return out
}
