package office

import (
	"encoding/xml"
	"io"
	"path"
	"strings"

	"wirediff/diff/text"
	"wirediff/loader/internal/charset"
	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/markup"
	"wirediff/loader/internal/pack"
	html "wirediff/loader/internal/page"
)

// IsDocx reports whether a zip is a WordprocessingML document.
func IsDocx(a *pack.Archive) bool {
	if a.Find("word/document.xml") != nil {
		return true
	}
	types, err := a.Read("[Content_Types].xml")
	return err == nil && strings.Contains(string(types), "wordprocessingml.document.main")
}

// Docx reads one side of a docx. changed says whether it has tracked changes.
func Docx(a *pack.Archive, keep Kept) (d draft.Draft, changed bool, err error) {
	main := mainPart(a)
	src, err := xmlPart(a, main)
	if err != nil {
		return d, false, err
	}
	rels := relations(a, main)
	r := docx{keep: keep, chunk: func(id string) []draft.Block { return chunk(a, rels.target[id]) }}
	r.readStyles(tree(a, rels.part("styles", main)))
	if err := r.scan(src, ""); err != nil {
		return d, false, err
	}
	for _, note := range []string{"footnote", "endnote"} {
		if src, err := xmlPart(a, rels.part(note+"s", main)); err == nil {
			r.notes = true
			if err := r.scan(src, note); err != nil {
				return d, false, err
			}
		}
	}
	core := tree(a, "docProps/core.xml")
	properties(&r.out.d, core.Find("title").String(), core.Find("creator").String(), core.Find("created").String(), core.Find("language").String())
	d, err = r.out.finish("Word document")
	return d, r.changed, err
}

// mainPart is the part that the package's relations call the document.
func mainPart(a *pack.Archive) string {
	for _, rel := range tree(a, "_rels/.rels").All("Relationship") {
		if strings.HasSuffix(rel.Attr("Type"), "/officeDocument") {
			return strings.TrimPrefix(rel.Attr("Target"), "/")
		}
	}
	return "word/document.xml"
}

// xmlPart returns a part of the package as clean text.
func xmlPart(a *pack.Archive, name string) (string, error) {
	data, err := a.Read(name)
	if err != nil {
		return "", err
	}
	return markup.Clean(data)
}

// tree returns a small part as a tree, nil if it is missing or damaged.
func tree(a *pack.Archive, name string) *markup.Node {
	src, err := xmlPart(a, name)
	if err != nil {
		return nil
	}
	n, _ := markup.Parse(src)
	return n
}

// related are the parts that a part names, by id and by the last word of
// their type: ".../relationships/footnotes".
type related struct{ target, kind map[string]string }

// relations reads the relations of a part: of word/document.xml in
// word/_rels/document.xml.rels.
func relations(a *pack.Archive, part string) related {
	r := related{map[string]string{}, map[string]string{}}
	dir, name := path.Split(part)
	for _, rel := range tree(a, path.Join(dir, "_rels", name+".rels")).All("Relationship") {
		target := rel.Attr("Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", dir, target)
		}
		r.target[rel.Attr("Id")] = strings.TrimPrefix(target, "/")
		r.kind[path.Base(rel.Attr("Type"))] = strings.TrimPrefix(target, "/")
	}
	return r
}

// part is the part of a kind, by relation or by its usual name beside main.
func (r related) part(kind, main string) string {
	if p := r.kind[kind]; p != "" {
		return p
	}
	return path.Join(path.Dir(main), kind+".xml")
}

// chunk reads a file of another format that the document takes in as it is
// (altChunk): HTML or plain text.
func chunk(a *pack.Archive, name string) []draft.Block {
	data, err := a.Read(name)
	if err != nil {
		return nil
	}
	t, err := charset.Decode(data, "", "")
	if err != nil {
		return nil
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".xht":
		d, _ := html.Fragment(t.String)
		return d.Parts
	case ".txt":
		var d draft.Draft
		d.AddText(text.RoleAuto, t.String)
		return d.Parts
	}
	return nil
}

// readStyles takes the names of styles by their ids, which differ between
// languages of Word where the names do not, and those that hide their text.
func (r *docx) readStyles(styles *markup.Node) {
	r.styles, r.hiding = map[string]string{}, map[string]bool{}
	for _, s := range styles.All("style") {
		id := s.Attr("styleId")
		r.styles[id] = s.Path("name").Attr("val")
		if v := s.Path("rPr", "vanish"); v != nil && isOn(v.Attr("val")) && s.Attr("type") == "character" {
			r.hiding[id] = true
		}
	}
}

// isOn reads the value of a property that is on unless it says otherwise.
func isOn(val string) bool { return val != "0" && val != "false" && val != "off" }

// docx is the state of a scan. Paragraphs can stand inside one another: a
// text box belongs to a run of the paragraph that it is anchored in.
type docx struct {
	keep    Kept
	styles  map[string]string
	hiding  map[string]bool // character styles whose text is not shown
	chunk   func(id string) []draft.Block
	out     page
	open    []*para
	path    []string // names of the open elements
	skip    int      // depth of the element that is skipped, 0 if none
	hidden  bool     // the run is not shown
	changed bool
	notes   bool
	carried strings.Builder // text of paragraphs whose end was taken away
}

// para is an open paragraph.
type para struct {
	style string
	text  strings.Builder
	join  bool // the paragraph's end is a tracked change: the next one continues it
}

// unread are elements whose text is not on the page.
var unread = map[string]bool{"instrText": true, "delInstrText": true, "Fallback": true, "rt": true, "binData": true, "footnotePr": true,
	"separator": true, "continuationSeparator": true, "annotation": true, "docPartObj": true, "docPr": true}

// scan reads a part; note is the element that holds a note, "" for the main part.
func (r *docx) scan(src, note string) error {
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
				r.start(t, note)
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
			r.chars(string(t))
		}
	}
	for len(r.open) > 0 {
		r.close()
	}
	r.out.add("", r.carried.String())
	r.carried.Reset()
	return nil
}

// start reads an opening tag.
func (r *docx) start(t xml.StartElement, note string) {
	name := t.Name.Local
	switch {
	case unread[name]:
		r.skip = len(r.path)
	case name == note && (markup.Attr(t, "type") == "separator" || markup.Attr(t, "type") == "continuationSeparator"):
		r.skip = len(r.path)
	case name == "ins" || name == "del" || name == "moveFrom" || name == "moveTo":
		r.change(name)
	case name == "p":
		r.open = append(r.open, &para{})
	case name == "altChunk" && len(r.open) == 0:
		r.out.d.Parts = append(r.out.d.Parts, r.chunk(markup.Attr(t, "id"))...)
	case len(r.open) == 0:
	case name == "pStyle" && r.parent(2) == "p": // not the style that a tracked change replaced
		r.top().style = r.styleName(markup.Attr(t, "val"))
	case name == "r":
		r.hidden = false
	case name == "vanish" && r.parent(2) == "r":
		r.hidden = isOn(markup.Attr(t, "val"))
	case name == "rStyle" && r.parent(2) == "r":
		r.hidden = r.hidden || r.hiding[markup.Attr(t, "val")]
	case name == "tab" && r.parent(1) != "tabs", name == "ptab":
		r.write("\t")
	case name == "br" && (markup.Attr(t, "type") == "page" || markup.Attr(t, "type") == "column"):
		r.write("\n\n")
	case name == "br" || name == "cr":
		r.write("\n")
	case name == "noBreakHyphen":
		r.write("\u2011")
	}
}

// change reads the start of a tracked change: one of text is kept or skipped
// whole, one of a paragraph's end joins it to the next.
func (r *docx) change(name string) {
	r.changed = true
	gone := (name == "del" || name == "moveFrom") == (r.keep == Accepted)
	if r.parent(1) == "rPr" && r.parent(2) == "pPr" {
		if len(r.open) > 0 && gone {
			r.top().join = true
		}
		return
	}
	if gone && r.parent(1) != "rPr" && r.parent(1) != "trPr" && r.parent(1) != "tcPr" {
		r.skip = len(r.path)
	}
}

func (r *docx) styleName(id string) string {
	if n := r.styles[id]; n != "" {
		return n
	}
	return strings.TrimRight(id, "0123456789")
}

func (r *docx) top() *para { return r.open[len(r.open)-1] }

// parent returns the name of the element n levels up.
func (r *docx) parent(n int) string {
	if i := len(r.path) - 1 - n; i >= 0 {
		return r.path[i]
	}
	return ""
}

// end reads a closing tag.
func (r *docx) end(name string) {
	switch {
	case name == "p" && len(r.open) > 0:
		r.close()
	case name == "r":
		r.hidden = false
	}
}

// close ends the innermost paragraph.
func (r *docx) close() {
	p := r.top()
	r.open = r.open[:len(r.open)-1]
	r.carried.WriteString(p.text.String())
	if p.join {
		r.carried.WriteByte(' ') // who takes out a paragraph's end means the words to stay apart
		return
	}
	s := r.carried.String()
	r.carried.Reset()
	if r.notes {
		r.out.notes = append(r.out.notes, s)
		return
	}
	r.out.add(p.style, s)
}

// chars reads text.
func (r *docx) chars(s string) {
	if r.skip > 0 || r.hidden || len(r.open) == 0 {
		return
	}
	if n := r.parent(0); n == "t" || n == "delText" {
		r.write(s)
	}
}

func (r *docx) write(s string) {
	if !r.hidden {
		r.top().text.WriteString(s)
	}
}
