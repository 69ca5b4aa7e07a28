package report

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// docxPart is a file of a Word document.
type docxPart struct{ name, text string }

// docxParts are the parts of a document beside its body, by ECMA-376.
func docxParts(title string, points float64) []docxPart {
	title = escapedXML(title)
	return []docxPart{
		{"[Content_Types].xml", docxTypes},
		{"_rels/.rels", docxRootLinks},
		{"docProps/core.xml", fmt.Sprintf(docxCore, title)},
		{"word/_rels/document.xml.rels", docxLinks},
		{"word/styles.xml", fmt.Sprintf(docxStylesHead, int(points*2)) + docxStyleList + "</w:styles>"},
		{"word/header.xml", fmt.Sprintf(docxHeader, title)},
		{"word/footer.xml", docxFooter},
	}
}

func escapedXML(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

// The namespaces and openings of the parts.
const (
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	linkSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	wordType  = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	docxOpen  = xmlHead + `<w:document xmlns:w="` + wordSpace + `" xmlns:r="` + linkSpace + `"><w:body>`
	// A4, landscape for columns, with margins of 2 cm, in twentieths of a point; the first page has no running head.
	docxWide  = `<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>`
	docxTall  = `<w:pgSz w:w="11906" w:h="16838"/>`
	docxClose = `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="first" r:id="rId3"/>` +
		`%s<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>`
)

// What holds the parts together.
const (
	docxTypes = xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="` + wordType + `document.main+xml"/><Override PartName="/word/styles.xml" ContentType="` + wordType + `styles+xml"/>` +
		`<Override PartName="/word/header.xml" ContentType="` + wordType + `header+xml"/><Override PartName="/word/footer.xml" ContentType="` + wordType + `footer+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
	docxRootLinks = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + linkSpace + `/officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
	docxLinks = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + linkSpace + `/styles" Target="styles.xml"/>` +
		`<Relationship Id="rId2" Type="` + linkSpace + `/header" Target="header.xml"/><Relationship Id="rId3" Type="` + linkSpace + `/footer" Target="footer.xml"/></Relationships>`
	docxCore = xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%s</dc:title><dc:creator>Wirediff</dc:creator></cp:coreProperties>`
)

// The running head with the headline, and the foot with the number of the page.
const (
	docxHeader = xmlHead + `<w:hdr xmlns:w="` + wordSpace + `"><w:p><w:pPr><w:pStyle w:val="Label"/></w:pPr><w:r><w:rPr><w:rStyle w:val="Furniture"/></w:rPr><w:t>%s</w:t></w:r></w:p></w:hdr>`
	docxFooter = xmlHead + `<w:ftr xmlns:w="` + wordSpace + `"><w:p><w:pPr><w:pStyle w:val="Label"/></w:pPr>` +
		`<w:r><w:t xml:space="preserve">Wirediff, page </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>` +
		`<w:r><w:t xml:space="preserve"> of </w:t></w:r><w:fldSimple w:instr="NUMPAGES"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`
)

// docxLang is the language of a document's own words.
const docxLang = "en"

// docxStylesHead sets faces that every system has, or has a twin of the same
// widths for: a table looks the same in Word and in LibreOffice.
const docxStylesHead = xmlHead + `<w:styles xmlns:w="` + wordSpace + `"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="%d"/><w:lang w:val="` + docxLang + `"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="60"/></w:pPr></w:pPrDefault></w:docDefaults>`

// docxStyleList are the styles: of paragraphs, of marks, of tables.
const docxStyleList = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:after="120"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="24"/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Label"><w:name w:val="Wirediff Label"/><w:basedOn w:val="Normal"/><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="16"/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Story"><w:name w:val="Wirediff Story"/><w:basedOn w:val="Normal"/></w:style>` +
	`<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>` +
	`<w:style w:type="character" w:customStyle="1" w:styleId="Replaced"><w:name w:val="Wirediff Replaced"/><w:rPr><w:u w:val="single" w:color="AD7C00"/><w:shd w:val="clear" w:color="auto" w:fill="FBEDC4"/></w:rPr></w:style>` +
	`<w:style w:type="character" w:customStyle="1" w:styleId="New"><w:name w:val="Wirediff New"/><w:rPr><w:u w:val="double" w:color="0060B8"/><w:shd w:val="clear" w:color="auto" w:fill="E1EDFA"/></w:rPr></w:style>` +
	`<w:style w:type="character" w:customStyle="1" w:styleId="Gone"><w:name w:val="Wirediff Gone"/><w:rPr><w:strike/><w:color w:val="BB3C0A"/></w:rPr></w:style>` +
	`<w:style w:type="character" w:customStyle="1" w:styleId="HouseStyle"><w:name w:val="Wirediff House style"/><w:rPr><w:u w:val="dotted" w:color="857F75"/></w:rPr></w:style>` +
	`<w:style w:type="character" w:customStyle="1" w:styleId="Furniture"><w:name w:val="Wirediff Furniture"/><w:rPr><w:color w:val="69645C"/></w:rPr></w:style>` +
	`<w:style w:type="character" w:customStyle="1" w:styleId="Joint"><w:name w:val="Wirediff Split or merged"/><w:rPr><w:b/><w:color w:val="6A1060"/></w:rPr></w:style>` +
	`<w:style w:type="character" w:customStyle="1" w:styleId="Raised"><w:name w:val="Wirediff Sentence number"/><w:rPr><w:vertAlign w:val="superscript"/><w:color w:val="69645C"/></w:rPr></w:style>` +
	`<w:style w:type="table" w:customStyle="1" w:styleId="Page"><w:name w:val="Wirediff Page"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:color="C6C0B5"/><w:bottom w:val="single" w:sz="4" w:color="C6C0B5"/><w:insideH w:val="single" w:sz="4" w:color="E4E0D8"/></w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`
