package loader

import (
	"bytes"
	"errors"
	"strings"
)

// What to do with files that are not read.
const (
	picture  = "a picture; Wirediff reads text, so copy the text out of it and paste that"
	media    = "a sound or film file; Wirediff reads text"
	archive  = "an archive of a kind that is not read; unpack it, or make it a zip"
	program  = "a program, not a text"
	database = "a database, not a text"
	oldWord  = "an old Word document (.doc); open it in a word processor and save it as .docx or .pdf"
	pages    = "a Pages document; open it in Pages and export it as .docx or .pdf"
	outlook  = "an Outlook message (.msg); save it as .eml, or copy the text and paste it"
	sheet    = "a spreadsheet; Wirediff reads stories, so copy the text and paste it"
	slides   = "a presentation; Wirediff reads stories, so copy the text and paste it"
	book     = "an electronic book; Wirediff reads stories, so copy the text and paste it"
	oldBox   = "an old office file of a kind that is not read; save it as .docx or .pdf"
)

// magic are the first bytes of files that are never read.
var magic = []struct{ bytes, advice string }{
	{"\x89PNG\r\n\x1a\n", picture}, {"\xff\xd8\xff", picture}, {"GIF87a", picture}, {"GIF89a", picture}, {"II*\x00", picture}, {"MM\x00*", picture},
	{"8BPS", picture}, {"\x00\x00\x01\x00", picture}, {"ID3", media}, {"OggS", media}, {"fLaC", media}, {"\x1aE\xdf\xa3", media}, {"FLV\x01", media},
	{"7z\xbc\xaf\x27\x1c", archive}, {"Rar!\x1a", archive}, {"\xfd7zXZ\x00", archive}, {"BZh9", archive}, {"\x28\xb5\x2f\xfd", archive},
	{"\x7fELF", program}, {"MZ\x90\x00", program}, {"\xca\xfe\xba\xbe", program}, {"\xcf\xfa\xed\xfe", program}, {"\x00asm", program},
	{"SQLite format 3\x00", database},
}

// otherZips are parts by which zips are known that hold no story.
var otherZips = []struct{ part, advice string }{
	{"Index/Document.iwa", pages}, {"Index.zip", pages}, {"index.apxl", slides}, {"xl/workbook.xml", sheet}, {"xl/workbook.bin", sheet},
	{"ppt/presentation.xml", slides}, {"META-INF/container.xml", book}, {"AndroidManifest.xml", program}, {"META-INF/MANIFEST.MF", program},
}

// refused recognises what is never read, and says what to do instead.
func refused(data []byte) error {
	for _, m := range magic {
		if bytes.HasPrefix(data, []byte(m.bytes)) {
			return errors.New(m.advice)
		}
	}
	switch {
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return errors.New(compound(data))
	case len(data) > 12 && string(data[:4]) == "RIFF":
		if string(data[8:12]) == "WEBP" {
			return errors.New(picture)
		}
		return errors.New(media)
	case len(data) > 12 && string(data[4:8]) == "ftyp":
		if brand := string(data[8:12]); strings.HasPrefix(brand, "he") || brand == "avif" || brand == "mif1" {
			return errors.New(picture)
		}
		return errors.New(media)
	case len(data) > 512 && string(data[257:262]) == "ustar":
		return errors.New(archive)
	}
	return nil
}

// compound tells apart the files in Microsoft's old container by the names of
// the streams inside, which stand there in UTF-16.
func compound(data []byte) string {
	has := func(name string) bool {
		var wide []byte
		for _, c := range []byte(name) {
			wide = append(wide, c, 0)
		}
		return bytes.Contains(data, wide)
	}
	switch {
	case has("WordDocument"):
		return oldWord
	case has("__substg1.0_"):
		return outlook
	case has("Workbook") || has("Book"):
		return sheet
	case has("PowerPoint Document"):
		return slides
	}
	return oldBox
}
