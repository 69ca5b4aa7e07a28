// Package distiller stands in for the module of the same path.
//
// go-trafilatura asks it last, after go-readability, for a text to put
// against its own. The original compiles its tables in package init: about a
// third of the start of the program. This one has the few names that
// go-trafilatura needs and answers that it found nothing. go.mod points here
// with a replace line.
package distiller

import (
	"net/url"

	"golang.org/x/net/html"
)

// Options are those that go-trafilatura sets.
type Options struct {
	OriginalURL    *url.URL
	SkipPagination bool
}

// Result holds the text found.
type Result struct{ Node *html.Node }

// Apply finds nothing.
func Apply(*html.Node, *Options) (*Result, error) { return nil, nil }
