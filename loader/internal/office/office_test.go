package office

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"wirediff/diff/text"
	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/pack"
)

// zipped makes an archive of names and contents.
func zipped(t *testing.T, pairs ...string) *pack.Archive {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		w, err := z.Create(pairs[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(pairs[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	a, err := pack.Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// printed joins the blocks of a draft; headings carry "#", captions "^".
func printed(d draft.Draft) string {
	var out []string
	for _, b := range d.Parts {
		mark := map[text.Role]string{text.RoleHeading: "#", text.RoleCaption: "^"}[b.Role]
		out = append(out, mark+b.Text)
	}
	return strings.Join(out, "|")
}

// run is a run of a Word document.
func run(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }

// par is a paragraph of one.
func par(s string) string { return "<w:p>" + run(s) + "</w:p>" }

func TestDocx(t *testing.T) {
	const styles = `<w:styles><w:style w:type="paragraph" w:styleId="Ttulo1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>
		<w:style w:type="character" w:styleId="Hid"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Shown"><w:rPr><w:vanish w:val="0"/></w:rPr></w:style></w:styles>`
	const rels = `<Relationships><Relationship Id="n" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/footnotes" Target="notes7.xml"/>
		<Relationship Id="s" Type="x/styles" Target="/word/styles.xml"/><Relationship Id="h" Type="x/aFChunk" Target="../in.html"/><Relationship Id="p" Type="x/aFChunk" Target="in.txt"/></Relationships>`
	for name, c := range map[string]struct{ body, want string }{
		"styles":          {`<w:p><w:pPr><w:pStyle w:val="Ttulo1"/></w:pPr>` + run("Next") + `</w:p><w:p><w:pPr><w:pStyle w:val="C"/></w:pPr>` + run("A gate") + `</w:p>` + par("Text."), "#Next|^A gate|Text."},
		"style replaced":  {`<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="Ttulo1"/></w:pPr></w:pPrChange></w:pPr>` + run("Text.") + `</w:p>`, "Text."},
		"hidden":          {`<w:p>` + run("Seen ") + `<w:r><w:rPr><w:rStyle w:val="Hid"/></w:rPr><w:t>not</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Shown"/></w:rPr><w:t>too</w:t></w:r></w:p>`, "Seen too"},
		"fields":          {`<w:p><w:fldSimple w:instr="PAGE">` + run("7") + `</w:fldSimple><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> HYPERLINK "x" </w:instrText><w:fldChar w:fldCharType="separate"/></w:r>` + run(" gates") + `</w:p>`, "7 gates"},
		"content control": {`<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:sdt><w:sdtContent>` + par("Inside.") + `</w:sdtContent></w:sdt></w:sdtContent></w:sdt>`, "Inside."},
		"table":           {`<w:tbl><w:tr><w:tc>` + par("a") + `</w:tc><w:tc><w:tbl><w:tr><w:tc>` + par("b") + `</w:tc></w:tr></w:tbl>` + par("c") + `</w:tc></w:tr></w:tbl>`, "a|b|c"},
		"box":             {`<w:p>` + run("Out ") + `<w:r><w:pict><v:textbox><w:txbxContent>` + par("In.") + `</w:txbxContent></v:textbox></w:pict></w:r>` + run("side.") + `</w:p>`, "In.|Out side."},
		"breaks":          {`<w:p>` + run("one") + `<w:r><w:br/></w:r>` + run("two") + `<w:r><w:br w:type="page"/></w:r>` + run("three") + `<w:r><w:br/><w:br/></w:r>` + run("four") + `</w:p>`, "one two|three|four"},
		"hyphens":         {`<w:p>` + run("co") + `<w:r><w:softHyphen/></w:r>` + run("op") + `<w:r><w:noBreakHyphen/></w:r>` + run("ed") + `</w:p>`, "coop\u2011ed"},
		"ruby":            {`<w:p><w:r><w:ruby><w:rt>` + run("kanji") + `</w:rt><w:rubyBase>` + run("漢字") + `</w:rubyBase></w:ruby></w:r></w:p>`, "漢字"},
		"moved":           {`<w:p><w:moveFrom>` + run("gone") + `</w:moveFrom><w:moveTo>` + run("come") + `</w:moveTo></w:p>`, "come"},
		"comment":         {`<w:p><w:commentRangeStart w:id="1"/>` + run("Text.") + `<w:r><w:commentReference w:id="1"/></w:r></w:p>`, "Text."},
		"taken in":        {par("One.") + `<w:altChunk r:id="h"/><w:altChunk r:id="p"/><w:altChunk r:id="none"/>`, "One.|From a page.|From a text."},
		"note":            {`<w:p>` + run("Text") + `<w:r><w:footnoteReference w:id="1"/></w:r>` + run(" goes on.") + `</w:p>`, "Text goes on."},
	} {
		a := zipped(t, "[Content_Types].xml", "wordprocessingml.document.main", "_rels/.rels", `<Relationship Type="x/officeDocument" Target="word/main.xml"/>`,
			"word/main.xml", `<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>`+c.body+`</w:body></w:document>`,
			"word/_rels/main.xml.rels", rels, "word/styles.xml", styles, "in.html", "<p>From a page.", "word/in.txt", "From a text.",
			"word/notes7.xml", `<w:footnotes><w:footnote w:type="separator">`+par("--")+`</w:footnote><w:footnote>`+par("A note.")+`</w:footnote></w:footnotes>`)
		d, _, err := Docx(a, Accepted)
		if got := printed(d); err != nil || got != c.want+"|A note." {
			t.Errorf("%s: %q, %v; want %q", name, got, err, c.want+"|A note.")
		}
	}
}

func TestOdt(t *testing.T) {
	for name, c := range map[string]struct{ body, accepted, original string }{
		"blanks":  {`<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>`, "a b c d", ""},
		"heading": {`<text:h text:outline-level="1">Next</text:h><text:p text:style-name="P1">Deep</text:p>`, "#Next|#Deep", ""},
		"note":    {`<text:p>One<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note> two.</text:p>`, "One two.|A note.", ""},
		"comment": {`<text:p>One<office:annotation><text:p>not</text:p></office:annotation> two.</text:p>`, "One two.", ""},
		"box":     {`<text:p>Out <draw:frame><draw:text-box><text:p>In.</text:p></draw:text-box></draw:frame>side.</text:p>`, "In.|Out side.", ""},
		"hidden":  {`<text:p>Seen<text:span text:style-name="Hid"> not</text:span>.</text:p>`, "Seen.", ""},
		"changes": {`<text:tracked-changes><text:changed-region text:id="i"><text:insertion/></text:changed-region><text:changed-region text:id="d"><text:deletion><text:p>old </text:p></text:deletion></text:changed-region></text:tracked-changes>` +
			`<text:p>The <text:change text:change-id="d"/><text:change-start text:change-id="i"/>new <text:change-end text:change-id="i"/>gate.</text:p>`, "The new gate.", "The old gate."},
		"put back twice": {`<text:tracked-changes><text:changed-region text:id="d"><text:deletion><text:p>old </text:p></text:deletion></text:changed-region></text:tracked-changes>` +
			`<text:p>The <text:change text:change-id="d"/>gate.</text:p><text:p>The <text:change text:change-id="d"/>quay.</text:p>`, "The gate.|The quay.", "The old gate.|The quay."},
	} {
		a := zipped(t, "mimetype", "application/vnd.oasis.opendocument.text",
			"content.xml", `<office:document-content><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Heading_20_2"/><style:style style:name="Hid"><style:text-properties text:display="none"/></style:style></office:automatic-styles><office:body><office:text>`+c.body+`</office:text></office:body></office:document-content>`)
		for side, want := range map[Kept]string{Accepted: c.accepted, Original: c.original} {
			if want == "" {
				continue
			}
			if d, _, err := Odt(a, side); err != nil || printed(d) != want {
				t.Errorf("%s, side %d: %q, %v; want %q", name, side, printed(d), err, want)
			}
		}
	}
}

func TestRTF(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"paragraphs": {`One.\par Two.\par\pard Three.`, "One.|Two.|Three."},
		"code page":  {`\ansicpg1251\'cc\'ee\'f1\'ea\'e2\'e0`, "Москва"},
		"font":       {`{\fonttbl{\f0 A;}{\f1\fcharset128 B;}}\f1\'93\'8c\'8b\'9e\f0  caf\'e9`, "東京 café"},
		"unicode":    {`\uc1\u8220?Yes,\u8221? \u-10179?\u-8694? \uc0\u233`, "“Yes,” 😊 é"},
		"symbols":    {`a\emdash b\~c\_d\-e\lquote f\rquote`, "a—b c\u2011de‘f’"},
		"hidden":     {`Seen{\v not}.`, "Seen."},
		"skipped":    {`{\*\generator X;}{\pict 00ff}{\header Head}Text.{\footer Foot}`, "Text."},
		"bytes":      {`One {\pict\bin5 }}}}}} two.`, "One two."},
		"link":       {`{\field{\*\fldinst HYPERLINK "x"}{\fldrslt the Post}}.`, "the Post."},
		"note":       {`Text{\footnote A note.} goes on.`, "Text goes on.|A note."},
		"styles":     {`{\stylesheet{\s1 heading 1;}}\s1 Next\par\pard Text.`, "#Next|Text."},
		"table":      {`\trowd One\cell Two\cell\row After.`, "One|Two|After."},
		"deleted":    {`The {\deleted old }{\revised new }gate.`, "The new gate."},
		"unclosed":   {`{{{Text.`, "Text."},
	} {
		d, _, err := RTF([]byte(`{\rtf1\ansi `+c.body+`}`), Accepted)
		if got := printed(d); err != nil || got != c.want {
			t.Errorf("%s: %q, %v; want %q", name, got, err, c.want)
		}
	}
	if d, changed, _ := RTF([]byte(`{\rtf1 The {\deleted old }{\revised new }gate.}`), Original); !changed || printed(d) != "The old gate." {
		t.Errorf("as original: %q", printed(d))
	}
}
