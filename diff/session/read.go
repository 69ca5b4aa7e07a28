package session

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"wirediff/diff"
	"wirediff/diff/style"
	"wirediff/diff/text"
)

// unmarshal reads what marshal wrote; original gives a member of the zip.
// Parts that cannot be read are left out and named in trouble.
func unmarshal(raw []byte, original func(member string) ([]byte, error)) (s *Session, trouble []error, err error) {
	var js jsonSession
	s = &Session{}
	if s.unknown.session, err = known(raw, &js); err != nil {
		return nil, nil, err
	}
	if err := checkSchema(js.Schema); err != nil {
		return nil, nil, err
	}
	s.Base, s.Order, s.Hidden, s.Pinned = js.Base, js.Order, js.Hidden, js.Pinned
	trouble = append(trouble, s.readLook(&js)...)
	trouble = append(trouble, s.readRules(js.Rules)...)
	trouble = append(trouble, s.readHand(js.Hand)...)
	trouble = append(trouble, s.readNotes(js.Notes)...)
	more, err := s.readVersions(js.Versions, original)
	return s, append(trouble, more...), err
}

// readLook reads how the comparison was looked at and what was put aside.
func (s *Session) readLook(js *jsonSession) (trouble []error) {
	var err error
	if len(js.View) > 0 {
		if s.unknown.view, err = known(js.View, &s.View); err != nil {
			trouble = append(trouble, fmt.Errorf("how it was looked at cannot be read: %w", err))
		}
	}
	if len(js.Aside) > 0 {
		if s.unknown.aside, err = known(js.Aside, &s.Aside); err != nil {
			trouble = append(trouble, fmt.Errorf("what was put aside cannot be read: %w", err))
		}
	}
	return trouble
}

func (s *Session) readRules(raws []json.RawMessage) (trouble []error) {
	for i, raw := range raws {
		var r jsonRule
		more, err := known(raw, &r)
		if err != nil {
			trouble = append(trouble, fmt.Errorf("house-style decision %d cannot be read: %w", i+1, err))
			continue
		}
		rule := style.Rule(r)
		s.Rules = append(s.Rules, rule)
		if more != nil {
			s.unknown.rules = with(s.unknown.rules, rule, more)
		}
	}
	return trouble
}

// readHand reads the corrections; those of a kind that a later program has
// are kept for it.
func (s *Session) readHand(raws []json.RawMessage) (trouble []error) {
	for i, raw := range raws {
		var js jsonHand
		more, err := known(raw, &js)
		if err != nil {
			trouble = append(trouble, fmt.Errorf("correction %d cannot be read: %w", i+1, err))
			continue
		}
		op := slices.Index(handOps[:], js.Op)
		if op < 0 {
			trouble = append(trouble, fmt.Errorf("correction %d is of a kind that this version does not know: %q", i+1, js.Op))
			s.unknown.hands = append(s.unknown.hands, raw)
			continue
		}
		h := diff.Hand{Op: diff.HandOp(op), A: diff.Place(js.A), B: diff.Place(js.B)}
		s.Hand = append(s.Hand, h)
		if more != nil {
			s.unknown.hand = with(s.unknown.hand, h, more)
		}
	}
	return trouble
}

// with returns the map with one entry more.
func with[K comparable](m map[K]extra, k K, more extra) map[K]extra {
	if m == nil {
		m = map[K]extra{}
	}
	m[k] = more
	return m
}

// errNewer is the reason for a file of a schema that this program does not know.
var errNewer = errors.New("made by a newer Wirediff")

func checkSchema(schema string) error {
	rest, ok := strings.CutPrefix(schema, schemaPrefix)
	n := 0
	if _, err := fmt.Sscanf(rest, "%d", &n); !ok || err != nil || n < 1 {
		return fmt.Errorf("not a Wirediff session: its schema is %q", schema)
	}
	if n > schemaNumber {
		return fmt.Errorf("%w (schema %d; this one reads up to %d): update the program to open it", errNewer, n, schemaNumber)
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
	v.Source = text.Source{Name: js.Name, File: js.File, Tag: js.Tag, Format: js.Format, Encoding: js.Encoding}
	for name, f := range fieldsOf(&v.Source) {
		*f = text.Field(js.Fields[name])
		delete(js.Fields, name)
	}
	if len(js.Fields) > 0 {
		v.fields = js.Fields
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
		v.Original.Name = safeName(memberName(js.Original))
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
func known(raw []byte, v any) (more extra, err error) {
	if err := json.Unmarshal(raw, v); err != nil {
		return nil, fmt.Errorf("its JSON is damaged: %w", err)
	}
	if err := json.Unmarshal(raw, &more); err != nil {
		return nil, fmt.Errorf("its JSON is damaged: %w", err)
	}
	for _, name := range jsonNames(v) {
		delete(more, name)
	}
	if len(more) == 0 {
		more = nil
	}
	return more, nil
}
