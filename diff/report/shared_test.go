package report_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/text"
)

// TestPageOfRealStories checks the laws on the real stories, against every
// base. They lie outside of the project, where WIREDIFF_SHARED says.
func TestPageOfRealStories(t *testing.T) {
	shared := os.Getenv("WIREDIFF_SHARED")
	if shared == "" {
		t.Skip("WIREDIFF_SHARED is not set")
	}
	files, err := filepath.Glob(filepath.Join(shared, "stories", "*.txt"))
	if err != nil || len(files) < 2 {
		t.Fatal("no stories", err)
	}
	var sources []text.Source
	for _, f := range files {
		body, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, text.Source{Name: filepath.Base(f), Body: string(body)})
	}
	c, err := diff.Compare(context.Background(), sources, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for base := -1; base < len(sources); base++ {
		r := c.Read(base)
		for _, v := range []report.View{{}, {Pack: true}} {
			p := report.New(r, v)
			checkColumns(t, p)
			checkMoves(t, p)
			checkCounts(t, p)
		}
		checkGroups(t, r)
	}
}

// checkGroups: in the JSON every sentence of both versions of a pair is in
// exactly one group, and every sentence of every version in exactly one row.
func checkGroups(t *testing.T, r *diff.Reading) {
	t.Helper()
	var b bytes.Buffer
	if err := report.JSON(&b, r, report.AllPairs); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Versions []struct{ Sentences []struct{ Text string } }
		Pairs    []struct {
			A, B   int
			Groups []struct {
				A, B  []int
				Kind  string
				Words []struct{ A, B [2]int }
			}
		}
		Rows []struct{ Cells []struct{ Sentences []int } }
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	count := func(seen map[int]int, n int, what string) {
		t.Helper()
		for i := range n {
			if seen[i] != 1 {
				t.Fatalf("%s: sentence %d stands %d times", what, i, seen[i])
			}
		}
	}
	for _, p := range got.Pairs {
		as, bs := make(map[int]int), make(map[int]int)
		for _, g := range p.Groups {
			for _, i := range g.A {
				as[i]++
			}
			for _, i := range g.B {
				bs[i]++
			}
		}
		count(as, len(got.Versions[p.A].Sentences), "pair")
		count(bs, len(got.Versions[p.B].Sentences), "pair")
	}
	for v := range got.Versions {
		seen := make(map[int]int)
		for _, row := range got.Rows {
			for _, i := range row.Cells[v].Sentences {
				seen[i]++
			}
		}
		count(seen, len(got.Versions[v].Sentences), "rows")
	}
}
