package report_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"wirediff/assets"
	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/text"
	"wirediff/loader"
)

// schema reads the published schema.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile("wirediff-1.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// checkSchema: the JSON of a reading, against the base and of all pairs, is
// what the schema says.
func checkSchema(t failer, s *jsonschema.Schema, r *diff.Reading) {
	for _, pairs := range []report.Pairs{report.BasePairs, report.AllPairs} {
		var b bytes.Buffer
		if err := report.JSON(&b, r, pairs); err != nil {
			t.Fatalf("%v", err)
		}
		got, err := jsonschema.UnmarshalJSON(&b)
		if err != nil {
			t.Fatalf("%v", err)
		}
		if err := s.Validate(got); err != nil {
			t.Fatalf("%v", err)
		}
	}
}

func TestSchema(t *testing.T) {
	s := schema(t)
	sources, errs := loader.OpenFS(context.Background(), assets.Example(), ".", loader.Options{})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	c, err := diff.Compare(context.Background(), sources, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for base := -1; base < len(sources); base++ {
		checkSchema(t, s, c.Read(base))
	}
	rapid.Check(t, func(t *rapid.T) {
		c, err := diff.Compare(context.Background(), []text.Source{storyOf(t, "One"), storyOf(t, "Two"), {Name: "Three", Body: rapid.String().Draw(t, "body")}}, diff.Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkSchema(t, s, c.Read(rapid.IntRange(-1, 2).Draw(t, "base")))
	})
	if s.Validate(map[string]any{"schema": "wirediff/2"}) == nil {
		t.Error("the schema takes anything")
	}
}
