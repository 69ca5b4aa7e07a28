package report

// The fixed parts of a Word document, by ECMA-376. docxParts is never changed.
var docxParts = [...]struct{ name, text string }{
	{"[Content_Types].xml", xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`},
	{"_rels/.rels", xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
	{"word/_rels/document.xml.rels", xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`},
	{"word/styles.xml", xmlHead + `<w:styles xmlns:w="` + wordSpace + `"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Georgia"/><w:sz w:val="20"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="60"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="120"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="240"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="24"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Label"><w:name w:val="Wirediff Label"/><w:basedOn w:val="Normal"/><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="16"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Story"><w:name w:val="Wirediff Story"/><w:basedOn w:val="Normal"/></w:style>` +
		`<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>` +
		`<w:style w:type="character" w:customStyle="1" w:styleId="Replaced"><w:name w:val="Wirediff Replaced"/><w:rPr><w:u w:val="single" w:color="AD7C00"/><w:shd w:val="clear" w:color="auto" w:fill="FBEDC4"/></w:rPr></w:style>` +
		`<w:style w:type="character" w:customStyle="1" w:styleId="New"><w:name w:val="Wirediff New"/><w:rPr><w:u w:val="double" w:color="0060B8"/><w:shd w:val="clear" w:color="auto" w:fill="E1EDFA"/></w:rPr></w:style>` +
		`<w:style w:type="character" w:customStyle="1" w:styleId="Gone"><w:name w:val="Wirediff Gone"/><w:rPr><w:strike/><w:color w:val="BB3C0A"/></w:rPr></w:style>` +
		`<w:style w:type="character" w:customStyle="1" w:styleId="HouseStyle"><w:name w:val="Wirediff House style"/><w:rPr><w:u w:val="dotted" w:color="857F75"/></w:rPr></w:style>` +
		`<w:style w:type="character" w:customStyle="1" w:styleId="Furniture"><w:name w:val="Wirediff Furniture"/><w:rPr><w:color w:val="69645C"/></w:rPr></w:style>` +
		`<w:style w:type="character" w:customStyle="1" w:styleId="Raised"><w:name w:val="Wirediff Sentence number"/><w:rPr><w:vertAlign w:val="superscript"/><w:color w:val="69645C"/></w:rPr></w:style>` +
		`<w:style w:type="table" w:customStyle="1" w:styleId="Page"><w:name w:val="Wirediff Page"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:color="C6C0B5"/><w:bottom w:val="single" w:sz="4" w:color="C6C0B5"/><w:insideH w:val="single" w:sz="4" w:color="E4E0D8"/></w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
		`</w:styles>`},
}

const (
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	docxOpen  = xmlHead + `<w:document xmlns:w="` + wordSpace + `"><w:body>`
	// Landscape A4 with margins of 2 cm, in twentieths of a point.
	docxClose = `<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`
)
