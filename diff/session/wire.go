package session

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"unicode/utf8"

	"wirediff/diff"
	"wirediff/diff/text"
)

// The types of this file are the JSON form. Field order is the order in the
// file; names are stable.

type jsonSession struct {
	Schema   string            `json:"schema"`
	Base     int               `json:"base"`
	Order    []int             `json:"order,omitempty"`
	Hidden   []int             `json:"hidden,omitempty"`
	Pinned   []int             `json:"pinned,omitempty"`
	View     json.RawMessage   `json:"view"`
	Rules    []json.RawMessage `json:"rules,omitempty"`
	Hand     []json.RawMessage `json:"hand,omitempty"`
	Notes    []json.RawMessage `json:"notes,omitempty"`
	Aside    json.RawMessage   `json:"aside,omitempty"`
	Versions []json.RawMessage `json:"versions"`
}

type jsonRule struct {
	A    string `json:"a"`
	B    string `json:"b"`
	Real bool   `json:"real"`
	From string `json:"from,omitempty"`
}

type jsonHand struct {
	Op string    `json:"op"`
	A  jsonPlace `json:"a"`
	B  jsonPlace `json:"b"`
}

type jsonPlace struct {
	Version  string `json:"version"`
	Sentence string `json:"sentence,omitempty"`
	Nth      int    `json:"nth,omitempty"`
}

type jsonNote struct {
	On    Target    `json:"on"`
	Place jsonPlace `json:"place"`
	Tag   string    `json:"tag,omitempty"`
	Text  string    `json:"text"`
	In    string    `json:"in,omitempty"`
}

type jsonVersion struct {
	Name     string               `json:"name"`
	File     string               `json:"file"`
	Tag      string               `json:"tag,omitempty"`
	Original string               `json:"original,omitempty"` // member of the zip
	Format   string               `json:"format,omitempty"`
	Encoding string               `json:"encoding,omitempty"`
	Fields   map[string]jsonField `json:"fields,omitempty"` // encoding/json sorts the keys
	Text     *string              `json:"text,omitempty"`
	Raw      string               `json:"text_base64,omitempty"` // where the text is not valid UTF-8
	Blocks   []jsonBlock          `json:"blocks,omitempty"`
}

type jsonField struct {
	Value string `json:"value"`
	From  string `json:"from,omitempty"`
}

type jsonBlock struct {
	Start int32  `json:"start"`
	End   int32  `json:"end"`
	Role  string `json:"role"`
	Sure  *uint8 `json:"sure,omitempty"` // hundredths; on every block or on none
}

// handOps are the words for corrections in the file.
var handOps = [...]string{diff.Link: "link", diff.Unlink: "unlink", diff.Never: "never"}

// fieldsOf lists the metadata of a source under the names of the file.
func fieldsOf(s *text.Source) map[string]*text.Field {
	return map[string]*text.Field{
		"title": &s.Title, "standfirst": &s.Standfirst, "byline": &s.Byline, "outlet": &s.Outlet,
		"date": &s.Date, "dateline": &s.Dateline, "credit": &s.Credit, "language": &s.Language,
		"address": &s.Address, "embargo": &s.Embargo,
		"slug": &s.Slug, "revision": &s.Revision, "note": &s.Note,
	}
}

// marshal turns a session into JSON; members names the originals.
func marshal(s *Session, members []string) ([]byte, error) {
	var w jsonWriter
	js := jsonSession{Schema: Schema, Base: s.Base, Order: s.Order, Hidden: s.Hidden, Pinned: s.Pinned, Versions: []json.RawMessage{}}
	js.View = w.object(s.View, s.unknown.view)
	if len(s.Aside.Findings)+len(s.Aside.Kinds)+len(s.unknown.aside) > 0 {
		js.Aside = w.object(s.Aside, s.unknown.aside)
	}
	for _, r := range s.Rules {
		js.Rules = append(js.Rules, w.object(jsonRule{r.A, r.B, r.Real, r.From}, s.unknown.rules[r]))
	}
	for _, h := range s.Hand {
		js.Hand = append(js.Hand, w.object(jsonHand{handOps[h.Op], placeOut(h.A), placeOut(h.B)}, s.unknown.hand[h]))
	}
	js.Hand = append(js.Hand, s.unknown.hands...)
	for _, n := range s.Notes {
		js.Notes = append(js.Notes, w.object(jsonNote{n.On, placeOut(n.Place), n.Tag, n.Text, n.In}, n.extra))
	}
	for i := range s.Versions {
		js.Versions = append(js.Versions, w.object(versionOut(&s.Versions[i], members[i]), s.Versions[i].extra))
	}
	raw := w.object(js, s.unknown.session)
	if w.err != nil {
		return nil, w.err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, raw, "", " "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

// jsonWriter keeps the first failure.
type jsonWriter struct{ err error }

// object prints a value with the fields that this program does not know
// behind those it knows.
func (w *jsonWriter) object(v any, more extra) json.RawMessage {
	raw, err := withExtra(v, more)
	w.err = errors.Join(w.err, err)
	return raw
}

func placeOut(p diff.Place) jsonPlace { return jsonPlace(p) }

func versionOut(v *Version, member string) jsonVersion {
	src := v.Source
	js := jsonVersion{Name: src.Name, File: src.File, Tag: src.Tag, Original: member, Format: src.Format, Encoding: src.Encoding, Fields: map[string]jsonField{}}
	maps.Copy(js.Fields, v.fields)
	for name, f := range fieldsOf(&src) {
		if *f != (text.Field{}) {
			js.Fields[name] = jsonField(*f)
		}
	}
	if utf8.ValidString(src.Body) {
		js.Text = &src.Body
	} else {
		js.Raw = base64.StdEncoding.EncodeToString([]byte(src.Body))
	}
	for i, b := range src.Blocks {
		block := jsonBlock{Start: b.Start, End: b.End, Role: b.Role.String()}
		if len(src.Confidence) == len(src.Blocks) {
			block.Sure = &src.Confidence[i]
		}
		js.Blocks = append(js.Blocks, block)
	}
	return js
}

// withExtra adds the fields that this program does not know behind those it
// knows, sorted by name.
func withExtra(v any, extra extra) ([]byte, error) {
	raw, err := marshalPlain(v)
	if err != nil || len(extra) == 0 {
		return raw, err
	}
	names := make([]string, 0, len(extra))
	for n := range extra {
		names = append(names, n)
	}
	slices.Sort(names)
	out := bytes.TrimSuffix(raw, []byte("}"))
	for _, n := range names {
		key, _ := marshalPlain(n)
		out = append(append(append(append(out, ','), key...), ':'), extra[n]...)
	}
	return append(out, '}'), nil
}

// marshalPlain keeps "<" and "&" readable.
func marshalPlain(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
