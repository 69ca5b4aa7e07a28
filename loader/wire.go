package loader

import (
	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/markup"
)

// wireXML makes a kind of the reader of an agency's XML.
func wireXML(read func(root *markup.Node) ([]draft.Draft, error)) kind {
	return several(func(f file) ([]draft.Draft, error) {
		src, err := markup.CleanText(f.text.String)
		if err != nil {
			return nil, err
		}
		root, err := markup.Parse(src)
		if err != nil {
			return nil, err
		}
		return read(root)
	})
}
