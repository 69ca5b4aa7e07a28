// Package dateparser stands in for the module of the same path.
//
// go-trafilatura reaches it through go-htmldate. The original builds the
// tables of two hundred languages in package init: 0.13 s and 56 MB at every
// start of the program, for dates that Wirediff reads from JSON-LD and meta
// tags itself. This one has the few names that go-htmldate needs and answers
// that it found nothing. go.mod points here with a replace line.
package dateparser

import (
	"errors"
	"time"
)

// ParserType names a way to read a date.
type ParserType uint8

// The ways that go-htmldate asks for.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// PreferredDateSource says which date is meant when several fit.
type PreferredDateSource uint8

// Past prefers the last date before now.
const Past PreferredDateSource = 1

// Configuration is accepted and not used.
type Configuration struct {
	CurrentTime         time.Time
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
}

// Parser is accepted and not used.
type Parser struct{ ParserTypes []ParserType }

// Date is the result of Parse.
type Date struct{ Time time.Time }

var errNone = errors.New("no date read here")

// Parse always returns the zero Date and a reason.
func (*Parser) Parse(*Configuration, string, ...string) (Date, error) { return Date{}, errNone }
