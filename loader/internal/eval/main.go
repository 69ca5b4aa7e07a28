// Command eval prints how the loader reads a file, in the form that the
// page scorer takes: a version object of schema wirediff/1 whose sentences
// are the paragraphs, as package text finds them.
//
//	go run ./loader/internal/eval [-list] [-item N] [-encoding NAME] FILE
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"

	"wirediff/diff/text"
	"wirediff/loader"
)

type sentence struct {
	Start     int32  `json:"start"`
	End       int32  `json:"end"`
	Text      string `json:"text"`
	Paragraph int32  `json:"paragraph"`
	Role      string `json:"role"`
}

type version struct {
	Name      string                `json:"name"`
	File      string                `json:"file"`
	Format    string                `json:"format"`
	Encoding  string                `json:"encoding"`
	Fields    map[string]text.Field `json:"fields"`
	Text      string                `json:"text"`
	Sentences []sentence            `json:"sentences"`
}

func main() {
	if loader.IsChild() {
		if loader.Child(os.Stdin, os.Stdout) != nil {
			os.Exit(1)
		}
		return
	}
	encoding := flag.String("encoding", "", "text encoding")
	raw := flag.Bool("raw", false, "take the loader's blocks without package text")
	flag.Parse()
	opt := loader.Options{Stdin: os.Stdin, Encoding: *encoding}
	sources, errs := loader.Open(context.Background(), flag.Arg(0), opt)
	for _, err := range errs {
		fmt.Fprintln(os.Stderr, err)
	}
	out := json.NewEncoder(os.Stdout)
	for _, src := range sources {
		if err := out.Encode(describe(src, *raw)); err != nil {
			os.Exit(1)
		}
	}
	if len(sources) == 0 {
		os.Exit(2)
	}
}

// describe makes the object of one version.
func describe(src text.Source, raw bool) version {
	v := version{Name: src.Name, File: src.File, Format: src.Format, Encoding: src.Encoding, Text: src.Body, Fields: map[string]text.Field{
		"title": src.Title, "standfirst": src.Standfirst, "byline": src.Byline, "outlet": src.Outlet, "date": src.Date, "dateline": src.Dateline,
		"credit": src.Credit, "language": src.Language, "address": src.Address, "embargo": src.Embargo}}
	for k, f := range v.Fields {
		if f.Value == "" {
			delete(v.Fields, k)
		}
	}
	if raw {
		for i, b := range src.Blocks {
			role := b.Role.String()
			if b.Role == text.RoleAuto {
				role = "body"
			}
			v.Sentences = append(v.Sentences, sentence{b.Start, b.End, b.Of(src.Body), int32(i), role})
		}
		return v
	}
	st := text.Segment(src)
	for i, s := range st.Sentences {
		v.Sentences = append(v.Sentences, sentence{s.Start, s.End, st.Text(i), s.Par, s.Role.String()})
	}
	return v
}
