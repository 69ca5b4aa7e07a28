package main

import (
	"context"
	"strings"

	"wirediff/diff"
	"wirediff/diff/text"
)

// collations collates the versions of every group of docs and reads the
// pairs off the rows. Docs without a group are a group of two versions each; a
// version is known by its name and its sentences.
func collations(gold set) ([]answer, error) {
	var out []answer
	for _, docs := range grouped(gold.Docs) {
		var versions []*text.Story
		at := map[string]int{}
		version := func(name string, sentences []string) int {
			key := strings.Join(append([]string{name}, sentences...), "\n")
			if _, ok := at[key]; !ok {
				at[key] = len(versions)
				versions = append(versions, text.FromSentences(name, gold.Lang, sentences))
			}
			return at[key]
		}
		ends := make([][2]int, len(docs))
		for i, d := range docs {
			ends[i] = [2]int{version(d.AVer, d.A), version(d.BVer, d.B)}
		}
		c, err := diff.CompareStories(context.Background(), versions, diff.Options{})
		if err != nil {
			return nil, err
		}
		for i, d := range docs {
			out = append(out, answer{ID: d.ID, Groups: append([][2][]int32{}, c.Groups(ends[i][0], ends[i][1])...)})
		}
	}
	return out, nil
}

// grouped returns the docs by group, in order.
func grouped(docs []doc) [][]doc {
	var out [][]doc
	at := map[string]int{}
	for _, d := range docs {
		i, ok := at[d.Group]
		if !ok || d.Group == "" {
			at[d.Group] = len(out)
			out = append(out, []doc{d})
			continue
		}
		out[i] = append(out[i], d)
	}
	return out
}
