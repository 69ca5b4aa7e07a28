// Package htmldate stands in for the module of the same path.
//
// go-trafilatura looks for dates with it. The original brings go-dateparser,
// which builds the tables of two hundred languages in package init: 0.13 s
// and 56 MB at every start of the program, for dates that Wirediff reads from
// JSON-LD, meta and time tags itself. This one has the few names that
// go-trafilatura needs and answers that it found nothing. go.mod points here
// with a replace line.
package htmldate

import (
	"errors"
	"time"

	"golang.org/x/net/html"
)

// Options is accepted and not used.
type Options struct {
	UseOriginalDate     bool
	SkipExtensiveSearch bool
	URL                 string
}

// Result is a date that was found.
type Result struct {
	DateTime time.Time
	HasTime  bool
}

// IsZero reports whether no date was found.
func (r Result) IsZero() bool { return r.DateTime.IsZero() }

// FromDocument always returns the zero Result and a reason.
func FromDocument(*html.Node, Options) (Result, error) {
	return Result{}, errors.New("no date is looked for here")
}
