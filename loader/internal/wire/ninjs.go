package wire

import (
	"encoding/json"
	"errors"
	"sort"
	"strings"

	"wirediff/diff/text"
	"wirediff/loader/internal/draft"
)

// jsonDepth bounds how deep items are looked for in an interface's answer.
const jsonDepth = 6

// maxJSONItems bounds the items of one file.
const maxJSONItems = 500

// ErrNotNinjs is the reason for JSON that holds no news item.
var ErrNotNinjs = errors.New("JSON that holds no news item; ninjs and JSON Feed are read")

// ReadNinjs reads news items in JSON: ninjs 1.x, where headline and body are
// named by pattern ("body_xhtml", "headline_main"); ninjs 2 and 3, where they
// are lists of objects with role and contentType; and such items inside the
// envelopes of agencies' interfaces.
func ReadNinjs(data string) (stories []draft.Draft, err error) {
	var v any
	if json.Unmarshal([]byte(data), &v) != nil {
		return nil, errors.New("damaged JSON")
	}
	var found []object
	findItems(v, jsonDepth, &found)
	if len(found) == 0 {
		return nil, ErrNotNinjs
	}
	err = errNoText
	for _, o := range found {
		d := ninjs(o)
		if d.Empty() {
			err = noText(o.str("type"))
			continue
		}
		stories = append(stories, d)
	}
	if len(stories) > 0 {
		return signed(stories), nil
	}
	return nil, err
}

// object is a JSON object with its names folded: lower case, no underscores.
type object map[string]any

func fold(m map[string]any) object {
	o := make(object, len(m))
	for _, k := range sortedKeys(m) {
		o[strings.ReplaceAll(strings.ToLower(k), "_", "")] = m[k]
	}
	return o
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// findItems collects the outermost objects that are news items.
func findItems(v any, depth int, found *[]object) {
	if depth == 0 || len(*found) >= maxJSONItems {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			findItems(x, depth-1, found)
		}
	case map[string]any:
		if o := fold(v); o.isItem() {
			*found = append(*found, o)
			return
		}
		for _, k := range sortedKeys(v) {
			findItems(v[k], depth-1, found)
		}
	}
}

// isItem reports whether o has what ninjs demands, an address, and a text of any kind.
func (o object) isItem() bool {
	if o.str("uri") == "" && o.str("guid") == "" && o["$standard"] == nil {
		return false
	}
	for k := range o {
		for _, p := range []string{"headline", "bod", "description", "versioncreated", "title"} {
			if strings.HasPrefix(k, p) {
				return true
			}
		}
	}
	return false
}

// str returns a member that is a string or the first of a list of strings.
func (o object) str(name string) string {
	switch v := o[name].(type) {
	case string:
		return v
	case []any:
		if len(v) > 0 {
			if s, ok := v[0].(string); ok {
				return s
			}
		}
	}
	return ""
}

// name returns the name of a member that is an object or a list of objects.
func (o object) name(member string) string {
	v := o[member]
	if l, ok := v.([]any); ok && len(l) > 0 {
		v = l[0]
	}
	if m, ok := v.(map[string]any); ok {
		return fold(m).str("name")
	}
	return ""
}

// piece is a headline, description or body of an item.
type piece struct{ value, role, kind string }

// pieces returns the texts of a family: the list "headlines" of ninjs 2 and 3,
// and the members "headline", "headline_main" ... of ninjs 1 in fixed order.
func (o object) pieces(list, prefix string) (out []piece) {
	if l, ok := o[list].([]any); ok {
		for _, x := range l {
			if m, ok := x.(map[string]any); ok {
				p := fold(m)
				out = append(out, piece{p.str("value"), p.str("role"), p.str("contenttype")})
			}
		}
	}
	for _, k := range sortedKeys(o) {
		if s, ok := o[k].(string); ok && strings.HasPrefix(k, prefix) {
			out = append(out, piece{s, k[len(prefix):], k[len(prefix):]})
		}
	}
	return out
}

// best returns the piece in the form that keeps most: marked up over plain,
// and of those the longest.
func best(all []piece) (b piece) {
	rank := func(p piece) int {
		switch kind := strings.ToLower(p.kind + p.role); {
		case p.value == "" || strings.Contains(kind, "test"):
			return -1
		case strings.Contains(kind, "nitf") || strings.Contains(kind, "xml") && !strings.Contains(kind, "xhtml"):
			return 1
		case strings.Contains(kind, "html") || looksMarked(p.value):
			return 3
		}
		return 2
	}
	top := -1
	for _, p := range all {
		if r := rank(p); r > top || r == top && r >= 0 && len(p.value) > len(b.value) {
			b, top = p, r
		}
	}
	return b
}

// ninjs reads one item.
func ninjs(o object) draft.Draft {
	const from = "ninjs item"
	d := draft.Draft{}
	d.Format = Ninjs
	heads := o.pieces("headlines", "headline")
	for _, role := range []string{"", "main", "headline", "text"} {
		for _, h := range heads {
			if h.role == role {
				draft.Set(&d.Title, stripTags(h.value), from)
			}
		}
	}
	draft.Set(&d.Title, stripTags(best(heads).value), from)
	draft.Set(&d.Title, o.str("title"), from)
	draft.Set(&d.Standfirst, stripTags(best(o.pieces("descriptions", "description")).value), from)
	SetByline(&d, o.str("byline"), from)
	SetByline(&d, o.str("by"), from)
	draft.Set(&d.Dateline, o.str("dateline"), from)
	draft.Set(&d.Dateline, o.str("located"), from)
	draft.Set(&d.Slug, o.str("slugline"), from)
	draft.Set(&d.Slug, o.str("slug"), from)
	draft.Set(&d.Language, o.str("language"), from)
	draft.Set(&d.Revision, o.str("version"), from)
	draft.Set(&d.Note, o.str("ednote"), from)
	draft.Set(&d.Credit, o.str("creditline"), from)
	draft.Set(&d.Credit, o.name("infosources"), from)
	draft.Set(&d.Credit, o.name("infosource"), from)
	draft.Set(&d.Credit, o.str("source"), from)
	draft.Set(&d.Credit, o.str("copyrightholder"), from)
	for _, k := range []string{"contentcreated", "firstcreated", "versioncreated"} {
		draft.SetDate(&d.Date, o.str(k), from)
	}
	draft.SetDate(&d.Embargo, o.str("embargoed"), from)
	if u := o.str("uri"); strings.HasPrefix(u, "http") {
		draft.Set(&d.Address, u, from)
	}
	ninjsBody(&d, o)
	return d
}

// ninjsBody adds the body; a text without one that has a description has
// that for a body.
func ninjsBody(d *draft.Draft, o object) {
	body := best(append(o.pieces("bodies", "body"), piece{o.str("content"), "", ""}))
	if body.value == "" && (o.str("type") == "text" || o.str("type") == "") {
		body = best(o.pieces("descriptions", "description"))
		d.Standfirst = text.Field{}
	}
	characters(d, body.value, body.kind)
}

// stripTags returns the text of a string that may be marked up.
func stripTags(s string) string {
	if !strings.Contains(s, "<") {
		return s
	}
	var d draft.Draft
	characters(&d, s, "text/html")
	var parts []string
	for _, p := range d.Parts {
		parts = append(parts, p.Text)
	}
	return strings.Join(parts, " ")
}
