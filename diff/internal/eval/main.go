// Command eval runs the segmenter, the pair aligner or the collation on an
// evaluation set and prints the system file that the scorer takes.
//
//	go run ./diff/internal/eval sbd|align|collate GOLD.json > SYSTEM.json
//	go run ./diff/internal/eval news PAIRS.json > FLAGS.json
//	go run ./diff/internal/eval stories DIR
//
// The last reads sample stories and their gold links below DIR and prints the
// figures of the whole line, from file to links.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"wirediff/diff/align"
	"wirediff/diff/style"
	"wirediff/diff/text"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(2)
	}
}

// set is a gold file of either format.
type set struct {
	Lang string `json:"lang"`
	Docs []doc  `json:"docs"`
}

// doc is a text with sentences, or a pair of versions.
type doc struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Lang  string `json:"lang"`
	Group string `json:"group"`
	AVer  string `json:"a_ver"`
	BVer  string `json:"b_ver"`

	A []string `json:"a"`
	B []string `json:"b"`
}

// answer is what the scorer reads about one doc.
type answer struct {
	ID     string       `json:"id"`
	Sents  [][2]int     `json:"sents,omitempty"`
	Groups [][2][]int32 `json:"groups,omitempty"`
	Pairs  [][2]int32   `json:"pairs,omitempty"`
}

func run(args []string, out io.Writer) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: eval sbd|align|collate|news GOLD.json, or eval stories DIR")
	}
	if args[0] == "stories" {
		return stories(args[1], out)
	}
	raw, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	if args[0] == "news" {
		return minimalPairs(raw, out)
	}
	var gold set
	if err := json.Unmarshal(raw, &gold); err != nil {
		return fmt.Errorf("%s: %w", args[1], err)
	}
	var answers []answer
	switch args[0] {
	case "sbd":
		answers = sentences(gold)
	case "align":
		answers, err = pairs(gold)
	case "collate":
		answers, err = collations(gold)
	default:
		err = fmt.Errorf("unknown task %q", args[0])
	}
	if err != nil {
		return err
	}
	return json.NewEncoder(out).Encode(map[string]any{"docs": answers})
}

// sentences segments every text. Offsets are in code points.
func sentences(gold set) []answer {
	var out []answer
	for _, d := range gold.Docs {
		lang := d.Lang
		if lang == "" {
			lang = gold.Lang
		}
		st := text.Segment(text.Source{Body: d.Text, Language: text.Field{Value: lang, From: "given"}})
		a := answer{ID: d.ID, Sents: [][2]int{}}
		at, points := 0, 0
		point := func(b int32) int {
			points += utf8.RuneCountInString(d.Text[at:b])
			at = int(b)
			return points
		}
		for _, s := range st.Sentences {
			from := point(s.Start)
			a.Sents = append(a.Sents, [2]int{from, point(s.End)})
		}
		out = append(out, a)
	}
	return out
}

// pairs aligns the given sentences of every doc.
func pairs(gold set) ([]answer, error) {
	var out []answer
	for _, d := range gold.Docs {
		st := []*text.Story{text.FromSentences("a", gold.Lang, d.A), text.FromSentences("b", gold.Lang, d.B)}
		st, _ = style.Apply(st, style.Rules{})
		al, err := align.Stories(context.Background(), st[0], st[1])
		if err != nil {
			return nil, err
		}
		a := answer{ID: d.ID, Groups: [][2][]int32{}}
		for _, g := range al.Groups {
			if len(g.A) > 0 && len(g.B) > 0 {
				a.Groups = append(a.Groups, [2][]int32{g.A, g.B})
			}
		}
		out = append(out, a)
	}
	return out, nil
}
