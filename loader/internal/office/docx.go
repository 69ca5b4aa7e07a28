package office

import (
	"encoding/xml"
	"io"
	"path"
	"strings"

	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/markup"
	"wirediff/loader/internal/pack"
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
	r := docx{keep: keep, styles: docxStyles(a, path.Dir(main))}
	if err := r.scan(src, ""); err != nil {
		return d, false, err
	}
	for _, part := range []string{"footnotes.xml", "endnotes.xml"} {
		if src, err := xmlPart(a, path.Join(path.Dir(main), part)); err == nil {
			r.notes = true
			if err := r.scan(src, part[:strings.Index(part, "s.")]); err != nil {
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

// docxStyles returns the names of paragraph styles by their ids, which
// differ between languages of Word where the names do not.
func docxStyles(a *pack.Archive, dir string) map[string]string {
	names := map[string]string{}
	for _, s := range tree(a, path.Join(dir, "styles.xml")).All("style") {
		names[s.Attr("styleId")] = s.Path("name").Attr("val")
	}
	return names
}

// docx is the state of a scan. Paragraphs can stand inside one another: a
// text box belongs to a run of the paragraph that it is anchored in.
type docx struct {
	keep    Kept
	styles  map[string]string
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
	case len(r.open) == 0:
	case name == "pStyle":
		r.top().style = r.styleName(markup.Attr(t, "val"))
	case name == "r":
		r.hidden = false
	case name == "vanish":
		r.hidden = r.parent(1) == "rPr" && r.parent(2) == "r" && markup.Attr(t, "val") != "0" && markup.Attr(t, "val") != "false"
	case name == "tab" && r.parent(1) != "tabs", name == "ptab":
		r.write("\t")
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
