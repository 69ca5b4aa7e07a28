package ui

import (
	"context"
	"errors"
	"strings"

	"wirediff/diff/text"
)

// Opener reads texts for the window.
type Opener interface {
	// Open reads a path into sources; what could not be read comes as
	// errors. ExamplePath gives the built-in example, "box.mbox#2,5" the
	// second and fifth story of a file. The encoding is one of Encodings, ""
	// where the file decides.
	Open(ctx context.Context, path, encoding string) ([]text.Source, []error)
	// Read is Open for the bytes of a file that is called name.
	Read(ctx context.Context, name string, data []byte, encoding string) ([]text.Source, []error)
	// List names the stories that a file holds; nil if it cannot be read.
	List(ctx context.Context, path string) []Item
	// Fetch gets the page at an address, which nothing else does. The failure
	// is ErrPrivate for an address that the user has to be asked about;
	// private says that he said yes.
	Fetch(ctx context.Context, address string, private bool) (Fetched, error)
	// Paste makes a source of pasted text.
	Paste(name, body string) text.Source
	// Encodings lists the encodings that a text may be read in, most likely first.
	Encodings() []string
}

// Item is a story of a file that holds several.
type Item struct {
	Title, From string
	Date        string // RFC 3339, "" if unknown
	Size        int64  // bytes, 0 if unknown
	Set         bool   // one of a set of versions, a folder or an archive
}

// Fetched is what an address gave.
type Fetched struct {
	Sources []text.Source
	Errs    []error // what of it could not be read
	Archive []byte  // the page as it came, with its address and time, as a web archive
}

// ErrPrivate is the failure of Fetch for an address inside a private network.
var ErrPrivate = errors.New("the address leads into a private network")

// isAddress reports whether a path is an address of the web.
func isAddress(path string) bool {
	return strings.HasPrefix(path, "http://") || strings.HasPrefix(path, "https://")
}
