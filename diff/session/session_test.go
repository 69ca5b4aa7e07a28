package session

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"wirediff/diff"
	"wirediff/diff/style"
	"wirediff/diff/text"
)

func sample() *Session {
	return &Session{
		Versions: []Version{
			{Source: text.Source{Name: "Harbour Wire", File: "a.txt", Tag: "wire 1", Body: "One sentence. Two.\n\nThree.", Title: text.Field{Value: "Three", From: "first line"},
				Blocks: []text.Block{{Span: text.Span{Start: 0, End: 18}, Role: text.RoleBody}, {Span: text.Span{Start: 20, End: 26}, Role: text.RoleHeading}}},
				Original: Original{Name: "a.txt", Data: []byte("One sentence. Two.\r\n\r\nThree.")}},
			{Source: text.Source{Name: "Bad bytes", File: "b.txt", Body: "caf\xe9 <b> & \u2028"}},
		},
		Order: []int{1, 0}, Base: -1,
		View:  View{Kind: "pair", Filter: "changes", Statuses: []string{"cut"}, TextSize: 120},
		Rules: []style.Rule{{A: "Kyiv", B: "Kiev", Real: true, From: "by hand"}},
		Hand:  []diff.Hand{{Op: diff.Never, A: diff.Place{Version: "a", Sentence: "Two."}, B: diff.Place{Version: "b", Nth: 1}}},
		Aside: Aside{Findings: []string{"number x"}, Kinds: []string{"hedge"}},
		Notes: []Note{{On: OnCell, Place: diff.Place{Version: "a", Sentence: "Two."}, Tag: "accuracy", Text: "Check with the desk"}},
	}
}

func TestRoundTrip(t *testing.T) {
	data, err := Encode(sample())
	if err != nil {
		t.Fatal(err)
	}
	got, trouble, err := Decode(data)
	if err != nil || len(trouble) > 0 {
		t.Fatal(trouble, err)
	}
	if !reflect.DeepEqual(got, sample()) {
		t.Errorf("got %+v\nwant %+v", got, sample())
	}
	again, _ := Encode(got)
	if !bytes.Equal(data, again) {
		t.Error("two encodings of one session differ")
	}
}

// TestEveryFieldOfASource: whatever a loader may say of a text survives, what
// is new in text.Source too.
func TestEveryFieldOfASource(t *testing.T) {
	src := text.Source{Body: "One.", Blocks: []text.Block{{Span: text.Span{Start: 0, End: 4}, Role: text.RoleBody}}, Confidence: []uint8{87}}
	v := reflect.ValueOf(&src).Elem()
	for i := range v.NumField() {
		switch f := v.Field(i).Addr().Interface().(type) {
		case *string:
			if *f == "" {
				*f = v.Type().Field(i).Name
			}
		case *text.Field:
			*f = text.Field{Value: v.Type().Field(i).Name, From: "test"}
		}
	}
	data, err := Encode(&Session{Versions: []Version{{Source: src}}})
	if err != nil {
		t.Fatal(err)
	}
	got, _, err := Decode(data)
	if err != nil || !reflect.DeepEqual(got.Versions[0].Source, src) {
		t.Errorf("%v\ngot  %+v\nwant %+v", err, got.Versions[0].Source, src)
	}
}

// TestEveryFieldOfTheLook: how a comparison was looked at survives, what is new
// in View too.
func TestEveryFieldOfTheLook(t *testing.T) {
	var look View
	v := reflect.ValueOf(&look).Elem()
	for i := range v.NumField() {
		switch f := v.Field(i); f.Kind() {
		case reflect.String:
			f.SetString("x")
		case reflect.Bool:
			f.SetBool(true)
		case reflect.Int:
			f.SetInt(7)
		case reflect.Slice:
			f.Set(reflect.MakeSlice(f.Type(), 2, 2))
		default:
			t.Fatalf("%s is of a kind that this test does not know", v.Type().Field(i).Name)
		}
	}
	data, err := Encode(&Session{View: look, Pinned: []int{0}, Versions: sample().Versions})
	if err != nil {
		t.Fatal(err)
	}
	got, _, err := Decode(data)
	if err != nil || !reflect.DeepEqual(got.View, look) || len(got.Pinned) != 1 {
		t.Errorf("%v\ngot  %+v\nwant %+v", err, got.View, look)
	}
}

// TestUnknownFields: what a later program wrote survives, wherever it stands.
func TestUnknownFields(t *testing.T) {
	raw, err := marshal(sample(), []string{"", ""})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range [][2]string{
		{`"base": -1,`, `"mood": {"later": [1, 2]},`}, {`"tag": "wire 1",`, `"pulse": 7,`}, {`"on": "cell",`, `"ink": "red",`}, {`"kind": "pair",`, `"zoom": {"x": 2},`},
		{`"findings": [`, `"until": "noon",`}, {`"a": "Kyiv",`, `"since": 2022,`}, {`"op": "never",`, `"by": "Ada",`}, {`"fields": {`, `"photographer": {"value": "Ada Onslow"},`},
	} {
		raw = bytes.Replace(raw, []byte(x[0]), []byte(unknownBeside(x)), 1)
	}
	raw = bytes.Replace(raw, []byte(`"hand": [`), []byte(`"hand": [{"op": "fold", "at": 3},`), 1)
	s, trouble, err := unmarshal(raw, nil)
	if err != nil || len(trouble) != 1 || !strings.Contains(trouble[0].Error(), `"fold"`) {
		t.Fatal(trouble, err)
	}
	copied := *s // as the window keeps it
	out, err := marshal(&copied, []string{"", ""})
	if err != nil {
		t.Fatal(err)
	}
	var flat bytes.Buffer
	if err := json.Compact(&flat, out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"mood":{"later":[1,2]}`, `"pulse":7`, `"ink":"red"`, `"zoom":{"x":2}`, `"until":"noon"`, `"since":2022`, `"by":"Ada"`, `"photographer":{"value":"Ada Onslow"}`, `{"op":"fold","at":3}`} {
		if !strings.Contains(flat.String(), want) {
			t.Errorf("%s is lost", want)
		}
	}
}

// unknownBeside puts a field beside a known one: before what opens a list.
func unknownBeside(x [2]string) string {
	if strings.HasSuffix(x[0], "[") {
		return x[1] + x[0]
	}
	return x[0] + x[1]
}

func TestNewerSchema(t *testing.T) {
	raw, _ := marshal(sample(), []string{"", ""})
	raw = bytes.Replace(raw, []byte(Schema), []byte("wirediff-session/2"), 1)
	if _, _, err := unmarshal(raw, nil); err == nil || !strings.Contains(err.Error(), "newer Wirediff") {
		t.Errorf("got %v", err)
	}
}

func TestOneVersionDamaged(t *testing.T) {
	s := sample()
	raw, _ := marshal(s, []string{"", ""})
	raw = bytes.Replace(raw, []byte(`"end": 18`), []byte(`"end": 18000`), 1)
	got, trouble, err := unmarshal(raw, nil)
	if err != nil || len(trouble) != 1 || len(got.Versions) != 1 || !reflect.DeepEqual(got.Order, []int{0}) {
		t.Errorf("%v %v %+v", err, trouble, got)
	}
}

func TestSaveKeepsBackupAndNoticesChange(t *testing.T) {
	path := filepath.Join(t.TempDir(), "story"+Extension)
	first, err := Save(path, &Session{Base: -1}, "")
	if err != nil {
		t.Fatal(err)
	}
	old, _ := os.ReadFile(path)
	second, err := Save(path, sample(), first)
	if err != nil {
		t.Fatal(err)
	}
	if kept, _ := os.ReadFile(path + backup); !bytes.Equal(kept, old) {
		t.Error("the backup is not the former file")
	}
	if _, err := Save(path, &Session{}, first); !errors.Is(err, ErrChanged) {
		t.Errorf("overwrote another save: %v", err)
	}
	if _, stamp, _, err := Open(path); err != nil || stamp != second {
		t.Errorf("stamp %s, want %s (%v)", stamp, second, err)
	}
}

func TestMissingFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gone", "story"+Extension)
	if _, err := Save(path, sample(), ""); err == nil || !strings.Contains(err.Error(), "not saved") {
		t.Errorf("got %v", err)
	}
}

func TestShelf(t *testing.T) {
	s := Shelf{filepath.Join(t.TempDir(), "state")}
	if left, err := s.Found(); err != nil || len(left) != 0 {
		t.Fatal(left, err)
	}
	if err := s.Keep("window/1", sample()); err != nil {
		t.Fatal(err)
	}
	left, err := s.Found()
	if err != nil || len(left) != 1 {
		t.Fatal(left, err)
	}
	if info, err := os.Stat(s.Dir); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Errorf("the shelf is open to others: %v, %v", info.Mode(), err)
	}
	got, _, _, err := Open(left[0].Path)
	if err != nil || !reflect.DeepEqual(got, sample()) {
		t.Fatal(err)
	}
	if err := s.Drop(left[0].Key); err != nil {
		t.Fatal(err)
	}
	if left, _ := s.Found(); len(left) != 0 {
		t.Error("still on the shelf")
	}
}

func FuzzDecode(f *testing.F) {
	data, _ := Encode(sample())
	f.Add(data)
	f.Add(data[:len(data)-40])
	f.Fuzz(func(t *testing.T, data []byte) {
		s, _, err := Decode(data)
		if err != nil {
			return
		}
		again, err := Encode(s)
		if err != nil {
			t.Fatal(err)
		}
		twice, trouble, err := Decode(again)
		if err != nil || len(trouble) > 0 || len(twice.Versions) != len(s.Versions) {
			t.Fatal(trouble, err)
		}
	})
}
