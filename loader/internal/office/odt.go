package office

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/markup"
	"wirediff/loader/internal/pack"
)

// IsOdt reports whether a zip is an OpenDocument text.
func IsOdt(a *pack.Archive) bool {
	kind, err := a.Read("mimetype")
	return err == nil && strings.HasPrefix(string(kind), "application/vnd.oasis.opendocument.text") ||
		err == nil && strings.HasPrefix(string(kind), "application/vnd.sun.xml.writer")
}

// Odt reads one side of an OpenDocument text.
func Odt(a *pack.Archive, keep Kept) (d draft.Draft, changed bool, err error) {
	if manifest, err := a.Read("META-INF/manifest.xml"); err == nil && strings.Contains(string(manifest), "encryption-data") {
		return d, false, errLocked
	}
	src, err := xmlPart(a, "content.xml")
	if err != nil {
		return d, false, err
	}
	styles, _ := xmlPart(a, "styles.xml")
	return odtText(src, styles, tree(a, "meta.xml"), keep)
}

// FlatOdt reads one side of an OpenDocument text in a single XML file.
func FlatOdt(src string, keep Kept) (d draft.Draft, changed bool, err error) {
	src, err = markup.CleanText(src)
	if err != nil {
		return d, false, err
	}
	n, _ := markup.Parse(src)
	return odtText(src, "", n.Find("meta"), keep)
}

func odtText(src, styles string, meta *markup.Node, keep Kept) (draft.Draft, bool, error) {
	r := odt{keep: keep, styles: map[string]odtStyle{}, deleted: map[string]*strings.Builder{}}
	if err := r.scan(styles); err != nil {
		return r.out.d, false, err
	}
	r.body = false
	if err := r.scan(src); err != nil {
		return r.out.d, false, err
	}
	author := meta.Find("creator").String()
	if first := meta.Find("initial-creator").String(); first != "" {
		author = first
	}
	properties(&r.out.d, meta.Find("title").String(), author, meta.Find("date").String(), meta.Find("language").String())
	d, err := r.out.finish("OpenDocument text")
	return d, r.changed, err
}

// odtStyle is what a reader needs of a style.
type odtStyle struct {
	parent string
	hidden bool
}

// odt is the state of a scan of styles.xml, content.xml or a flat file.
type odt struct {
	keep    Kept
	styles  map[string]odtStyle
	out     page
	open    []*para
	path    []string
	skip    int
	body    bool   // inside office:text
	style   string // the style being defined
	changed bool
	note    int                         // depth of the open note, 0 if none
	region  string                      // id of the open changed-region
	deleted map[string]*strings.Builder // text of deletions by id; "\x00" ends a paragraph
	inserts map[string]bool             // ids of insertions
	inside  int                         // open insertions that are not kept
	carried strings.Builder             // text of paragraphs whose end lies in one
}

// odtUnread are elements whose text is not on the page.
var odtUnread = map[string]bool{"annotation": true, "note-citation": true, "ruby-text": true, "forms": true, "sequence-decls": true,
	"variable-decls": true, "user-field-decls": true, "change-info": true, "script": true, "scripts": true, "desc": true, "master-styles": true,
	"binary-data": true, "index-title-template": true, "table-of-content-source": true, "font-face-decls": true, "meta": true, "settings": true,
	"event-listeners": true, "hidden-paragraph": true, "tracked-changes-none": true}

func (r *odt) scan(src string) error {
	sc := markup.New(src)
	r.path, r.skip = nil, 0
	for {
		t, err := sc.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			r.path = append(r.path, t.Name.Local)
			if r.skip == 0 {
				r.start(t)
			}
		case xml.EndElement:
			if r.skip == len(r.path) {
				r.skip = 0
			} else if r.skip == 0 {
				r.end(t.Name.Local)
			}
			if len(r.path) > 0 {
				r.path = r.path[:len(r.path)-1]
			}
		case xml.CharData:
			if r.skip == 0 && len(r.open) > 0 {
				r.write(spaces(string(t)))
			}
		}
	}
	for len(r.open) > 0 {
		r.close()
	}
	return nil
}

// spaces collapses white space in XML text, keeping one blank at the ends.
func spaces(s string) string {
	f := strings.Join(strings.Fields(s), " ")
	if f == "" {
		return strings.Repeat(" ", min(len(s), 1))
	}
	if strings.ContainsAny(s[:1], " \t\r\n") {
		f = " " + f
	}
	if strings.ContainsAny(s[len(s)-1:], " \t\r\n") {
		f += " "
	}
	return f
}

// start reads an opening tag.
func (r *odt) start(t xml.StartElement) {
	name := t.Name.Local
	if odtUnread[name] {
		r.skip = len(r.path)
		return
	}
	switch name {
	case "style":
		r.style = markup.Attr(t, "name")
		r.styles[r.style] = odtStyle{parent: markup.Attr(t, "parent-style-name")}
	case "text-properties":
		if s, ok := r.styles[r.style]; ok && markup.Attr(t, "display") == "none" {
			s.hidden = true
			r.styles[r.style] = s
		}
	case "text":
		r.body = r.body || len(r.path) > 1 && r.path[len(r.path)-2] == "body"
	case "p", "h":
		r.paragraph(t)
	case "span":
		if r.isHidden(markup.Attr(t, "style-name")) {
			r.skip = len(r.path)
		}
	case "note":
		r.note = len(r.path)
	case "changed-region":
		r.region = markup.Attr(t, "id")
		r.changed = true
	case "insertion":
		if r.inserts == nil {
			r.inserts = map[string]bool{}
		}
		r.inserts[r.region] = true
	case "deletion":
		r.deleted[r.region] = &strings.Builder{}
	case "change", "change-start", "change-end":
		r.change(name, markup.Attr(t, "change-id"))
	}
	if len(r.open) > 0 {
		r.inline(t)
	}
}

// inline reads the elements that stand for characters.
func (r *odt) inline(t xml.StartElement) {
	switch t.Name.Local {
	case "s":
		r.write(" ")
	case "tab":
		r.write("\t")
	case "line-break":
		r.write("\n")
	}
}

// paragraph opens a paragraph.
func (r *odt) paragraph(t xml.StartElement) {
	if !r.body {
		r.skip = len(r.path)
		return
	}
	style := markup.Attr(t, "style-name")
	if r.isHidden(style) {
		r.skip = len(r.path)
		return
	}
	name := r.rootStyle(style)
	if level, err := strconv.Atoi(markup.Attr(t, "outline-level")); t.Name.Local == "h" || err == nil && level > 0 {
		name = "heading"
	}
	r.open = append(r.open, &para{style: name})
}

// maxStyles bounds the chain of parents of a style.
const maxStyles = 20

// rootStyle follows the parents of a style to one with a meaning.
func (r *odt) rootStyle(name string) string {
	for range maxStyles {
		switch strings.ToLower(name) {
		case "title", "subtitle", "caption", "illustration", "figure":
			return name
		}
		if strings.HasPrefix(name, "Heading") {
			return "heading"
		}
		s, ok := r.styles[name]
		if !ok || s.parent == "" {
			return ""
		}
		name = s.parent
	}
	return ""
}

// isHidden reports whether a style or one of its parents is not shown.
func (r *odt) isHidden(name string) bool {
	for range maxStyles {
		s, ok := r.styles[name]
		if !ok {
			return false
		}
		if s.hidden {
			return true
		}
		name = s.parent
	}
	return false
}

// change reads a mark of a tracked change in the text.
func (r *odt) change(mark, id string) {
	if r.keep == Accepted {
		return
	}
	switch {
	case mark == "change" && r.deleted[id] != nil:
		r.restore(r.deleted[id].String())
		delete(r.deleted, id) // once: a file that puts it in many places would grow without end
	case mark == "change-start" && r.inserts[id]:
		r.inside++
	case mark == "change-end" && r.inserts[id] && r.inside > 0:
		r.inside--
	}
}

// restore writes a deleted text back; its inner paragraph ends are ends again.
func (r *odt) restore(s string) {
	parts := strings.Split(strings.TrimSuffix(s, "\x00"), "\x00")
	for i, p := range parts {
		if i > 0 && len(r.open) > 0 {
			style := r.top().style
			r.close()
			r.open = append(r.open, &para{style: style})
		}
		if len(r.open) > 0 {
			r.top().text.WriteString(p)
		} else {
			r.out.add("", p)
		}
	}
}

// end reads a closing tag.
func (r *odt) end(name string) {
	switch name {
	case "p", "h":
		if len(r.open) > 0 {
			r.close()
		}
	case "note":
		r.note = 0
	case "tracked-changes":
		r.region = ""
	}
}

func (r *odt) top() *para { return r.open[len(r.open)-1] }

// close ends the innermost paragraph. One that ends inside an insertion that
// is not kept goes on in the next.
func (r *odt) close() {
	p := r.top()
	r.open = r.open[:len(r.open)-1]
	s := p.text.String()
	switch {
	case r.region != "":
		if b := r.deleted[r.region]; b != nil {
			b.WriteString(s + "\x00")
		}
	case r.note > 0:
		r.out.notes = append(r.out.notes, s)
	case r.inside > 0:
		r.carried.WriteString(s)
	default:
		r.carried.WriteString(s)
		r.out.add(p.style, r.carried.String())
		r.carried.Reset()
	}
}

func (r *odt) write(s string) {
	if r.inside == 0 || r.region != "" {
		r.top().text.WriteString(s)
	}
}
