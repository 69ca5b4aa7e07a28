package session

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"wirediff/diff"
	"wirediff/diff/style"
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
	View     View              `json:"view"`
	Rules    []jsonRule        `json:"rules,omitempty"`
	Hand     []jsonHand        `json:"hand,omitempty"`
	Notes    []json.RawMessage `json:"notes,omitempty"`
	Aside    *Aside            `json:"aside,omitempty"`
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
	js := jsonSession{Schema: Schema, Base: s.Base, Order: s.Order, Hidden: s.Hidden, Pinned: s.Pinned, View: s.View, Versions: []json.RawMessage{}}
	if len(s.Aside.Findings)+len(s.Aside.Kinds) > 0 {
		js.Aside = &s.Aside
	}
	for _, r := range s.Rules {
		js.Rules = append(js.Rules, jsonRule{r.A, r.B, r.Real, r.From})
	}
	for _, h := range s.Hand {
		js.Hand = append(js.Hand, jsonHand{handOps[h.Op], placeOut(h.A), placeOut(h.B)})
	}
	for _, n := range s.Notes {
		raw, err := withExtra(jsonNote{n.On, placeOut(n.Place), n.Tag, n.Text, n.In}, n.extra)
		if err != nil {
			return nil, err
		}
		js.Notes = append(js.Notes, raw)
	}
	for i := range s.Versions {
		raw, err := withExtra(versionOut(&s.Versions[i], members[i]), s.Versions[i].extra)
		if err != nil {
			return nil, err
		}
		js.Versions = append(js.Versions, raw)
	}
	raw, err := withExtra(js, s.extra)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, raw, "", " "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

func placeOut(p diff.Place) jsonPlace { return jsonPlace(p) }

func versionOut(v *Version, member string) jsonVersion {
	src := v.Source
	js := jsonVersion{Name: src.Name, File: src.File, Tag: v.Tag, Original: member, Format: src.Format, Encoding: src.Encoding, Fields: map[string]jsonField{}}
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
func withExtra(v any, extra map[string]json.RawMessage) ([]byte, error) {
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

// unmarshal reads what marshal wrote; original gives a member of the zip.
// Parts that cannot be read are left out and named in trouble.
func unmarshal(raw []byte, original func(member string) ([]byte, error)) (s *Session, trouble []error, err error) {
	var js jsonSession
	s = &Session{}
	if s.extra, err = known(raw, &js); err != nil {
		return nil, nil, err
	}
	if err := checkSchema(js.Schema); err != nil {
		return nil, nil, err
	}
	s.Base, s.Order, s.Hidden, s.Pinned, s.View = js.Base, js.Order, js.Hidden, js.Pinned, js.View
	for _, r := range js.Rules {
		s.Rules = append(s.Rules, style.Rule(r))
	}
	if js.Aside != nil {
		s.Aside = *js.Aside
	}
	for i, h := range js.Hand {
		op := slices.Index(handOps[:], h.Op)
		if op < 0 {
			trouble = append(trouble, fmt.Errorf("correction %d is of a kind that this version does not know: %q", i+1, h.Op))
			continue
		}
		s.Hand = append(s.Hand, diff.Hand{Op: diff.HandOp(op), A: diff.Place(h.A), B: diff.Place(h.B)})
	}
	trouble = append(trouble, s.readNotes(js.Notes)...)
	more, err := s.readVersions(js.Versions, original)
	return s, append(trouble, more...), err
}

func checkSchema(schema string) error {
	rest, ok := strings.CutPrefix(schema, schemaPrefix)
	n := 0
	if _, err := fmt.Sscanf(rest, "%d", &n); !ok || err != nil || n < 1 {
		return fmt.Errorf("not a Wirediff session: its schema is %q", schema)
	}
	if n > schemaNumber {
		return fmt.Errorf("made by a newer Wirediff (schema %d; this one reads up to %d): update the program to open it", n, schemaNumber)
	}
	return nil
}

func (s *Session) readNotes(raws []json.RawMessage) (trouble []error) {
	for i, raw := range raws {
		var n jsonNote
		extra, err := known(raw, &n)
		if err != nil {
			trouble = append(trouble, fmt.Errorf("note %d cannot be read: %w", i+1, err))
			continue
		}
		s.Notes = append(s.Notes, Note{n.On, diff.Place(n.Place), n.Tag, n.Text, n.In, extra})
	}
	return trouble
}

// readVersions reads the texts. Without any the session is of no use.
func (s *Session) readVersions(raws []json.RawMessage, original func(string) ([]byte, error)) (trouble []error, err error) {
	if len(raws) > maxVersions {
		return nil, fmt.Errorf("holds %d versions; a session has %d at most", len(raws), maxVersions)
	}
	kept := make([]int, len(raws))
	for i, raw := range raws {
		kept[i] = -1
		v, member, err := versionIn(raw)
		if err != nil {
			trouble = append(trouble, fmt.Errorf("version %d cannot be read: %w", i+1, err))
			continue
		}
		if member != "" {
			if v.Original.Data, err = original(member); err != nil {
				trouble = append(trouble, fmt.Errorf("version %d, %s: the original file cannot be read, its text can: %w", i+1, v.Source.Name, err))
			}
		}
		kept[i] = len(s.Versions)
		s.Versions = append(s.Versions, v)
	}
	if len(raws) > 0 && len(s.Versions) == 0 {
		return trouble, fmt.Errorf("none of its %d texts can be read", len(raws))
	}
	s.Base = renumber(kept, s.Base)
	s.Order, s.Hidden, s.Pinned = renumberAll(kept, s.Order), renumberAll(kept, s.Hidden), renumberAll(kept, s.Pinned)
	s.View.Widths = keptWidths(kept, s.View.Widths)
	return trouble, nil
}

// renumber follows an index past versions that could not be read.
func renumber(kept []int, i int) int {
	if i < 0 || i >= len(kept) {
		return -1
	}
	return kept[i]
}

// keptWidths follows the widths of columns past versions that could not be read.
func keptWidths(kept []int, widths []float64) (out []float64) {
	for i, w := range widths {
		if renumber(kept, i) >= 0 {
			out = append(out, w)
		}
	}
	return out
}

func renumberAll(kept, list []int) (out []int) {
	for _, i := range list {
		if j := renumber(kept, i); j >= 0 && !slices.Contains(out, j) {
			out = append(out, j)
		}
	}
	return out
}

func versionIn(raw json.RawMessage) (v Version, member string, err error) {
	var js jsonVersion
	if v.extra, err = known(raw, &js); err != nil {
		return v, "", err
	}
	v.Tag = js.Tag
	v.Source = text.Source{Name: js.Name, File: js.File, Format: js.Format, Encoding: js.Encoding}
	for name, f := range fieldsOf(&v.Source) {
		*f = text.Field(js.Fields[name])
	}
	switch {
	case js.Text != nil:
		v.Source.Body = *js.Text
	case js.Raw != "":
		body, err := base64.StdEncoding.DecodeString(js.Raw)
		if err != nil {
			return v, "", fmt.Errorf("its text is damaged")
		}
		v.Source.Body = string(body)
	}
	if v.Source.Blocks, err = blocksIn(js.Blocks, int32(len(v.Source.Body))); err != nil {
		return v, "", err
	}
	v.Source.Confidence = confidenceIn(js.Blocks)
	if js.Original != "" {
		v.Original.Name = memberName(js.Original)
	}
	return v, js.Original, nil
}

// blocksIn checks that blocks are in order and inside the text.
func blocksIn(js []jsonBlock, end int32) ([]text.Block, error) {
	var out []text.Block
	at := int32(0)
	for _, b := range js {
		role, ok := roleOf(b.Role)
		if !ok || b.Start < at || b.End < b.Start || b.End > end {
			return nil, fmt.Errorf("its paragraphs are damaged")
		}
		out = append(out, text.Block{Span: text.Span{Start: b.Start, End: b.End}, Role: role})
		at = b.End
	}
	return out, nil
}

// confidenceIn returns how sure the blocks are, nil unless all of them say so.
func confidenceIn(js []jsonBlock) (out []uint8) {
	for _, b := range js {
		if b.Sure == nil {
			return nil
		}
		out = append(out, *b.Sure)
	}
	return out
}

func roleOf(word string) (text.Role, bool) {
	for r := text.RoleAuto; r <= text.RoleDoubtful; r++ {
		if r.String() == word {
			return r, true
		}
	}
	return 0, false
}

// known decodes raw into v and returns the fields that v does not have.
func known(raw []byte, v any) (extra map[string]json.RawMessage, err error) {
	if err := json.Unmarshal(raw, v); err != nil {
		return nil, fmt.Errorf("its JSON is damaged: %w", err)
	}
	if err := json.Unmarshal(raw, &extra); err != nil {
		return nil, fmt.Errorf("its JSON is damaged: %w", err)
	}
	for _, name := range jsonNames(v) {
		delete(extra, name)
	}
	if len(extra) == 0 {
		extra = nil
	}
	return extra, nil
}
