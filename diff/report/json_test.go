package report_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"wirediff/diff/report"
	"wirediff/diff/text"
)

// version is the part of the schema that a story is written as.
type version struct {
	Name, Text string
	Sentences  []struct {
		Start, End, Paragraph int
		Text, Role            string
	}
}

func TestSentencesJSONIsJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		body := rapid.String().Draw(t, "body")
		s := text.Segment(text.Source{Name: "a\"\\\x01\u2028", Body: body})
		var buf bytes.Buffer
		if err := report.SentencesJSON(&buf, s); err != nil {
			t.Fatal(err)
		}
		var got version
		if err := json.Unmarshal(buf.Bytes(), &got); err != nil {
			t.Fatalf("%v in %s", err, buf.Bytes())
		}
		if got.Text != body || got.Name != s.Name || len(got.Sentences) != len(s.Sentences) {
			t.Fatalf("read back %+v", got)
		}
		for i, x := range got.Sentences {
			if body[x.Start:x.End] != x.Text || x.Role != s.Sentences[i].Role.String() {
				t.Fatalf("sentence %d is %+v", i, x)
			}
		}
	})
}

func TestJSON(t *testing.T) {
	r := byHand("1 2 3", 0, "1 one\n2 two\n3 three", "*3 three\n1 one\n2 two")
	var buf bytes.Buffer
	if err := report.JSON(&buf, r, report.BasePairs); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Schema string
		Base   int
		Rows   []struct {
			Cells []struct {
				Sentences []int
				Kind      string
				Moved     bool
			}
		}
	}
	if err := json.Unmarshal(buf.Bytes(), &got); err != nil {
		t.Fatalf("%v in %s", err, buf.Bytes())
	}
	if got.Schema != report.Schema || len(got.Rows) != 3 {
		t.Fatalf("%+v", got)
	}
	if c := got.Rows[2].Cells[1]; !c.Moved || c.Kind != "same" || len(c.Sentences) != 1 || c.Sentences[0] != 0 {
		t.Errorf("moved cell %+v", c)
	}
}
