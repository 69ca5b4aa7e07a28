package loader

import (
	"errors"

	"wirediff/loader/internal/charset"
	"wirediff/loader/internal/draft"
	"wirediff/loader/internal/page"
	"wirediff/loader/internal/plist"
)

// readWebarchive reads a page that Safari saved: a binary property list whose
// main resource is the page.
func readWebarchive(f file) (draft.Draft, error) {
	root, err := plist.Parse(f.data)
	if err != nil {
		return draft.Draft{}, err
	}
	top, _ := root.(map[string]any)
	main, _ := top["WebMainResource"].(map[string]any)
	data, _ := main["WebResourceData"].([]byte)
	if len(data) == 0 {
		return draft.Draft{}, errors.New("a property list that holds no saved page")
	}
	declared, _ := main["WebResourceTextEncodingName"].(string)
	address, _ := main["WebResourceURL"].(string)
	t, err := charset.Decode(data, f.opt.Encoding, declared)
	if err != nil {
		return draft.Draft{}, err
	}
	if len(t.String) > MaxText {
		return draft.Draft{}, tooLarge(MaxText)
	}
	d, err := page.Read(t.String, address)
	d.Format, d.Encoding = "Safari web archive", t.Encoding
	return d, err
}
