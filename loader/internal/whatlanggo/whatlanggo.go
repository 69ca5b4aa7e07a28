// Package whatlanggo stands in for the module github.com/RadhiFadlillah/whatlanggo.
//
// go-trafilatura asks it for the language of every page it reads, and uses the
// answer only where its caller wants pages of one language; the readers here
// do not, and take the language from the page or from diff/text. The original
// fills 350 KB of tables in package init, at every start of the program; this
// one knows no language. go.mod points here with a replace line.
package whatlanggo

// Lang is a language; there is one, which is not known.
type Lang struct{}

// DetectLang returns the language that is not known.
func DetectLang(string) Lang { return Lang{} }

// Iso6391 returns the two letters of the language, none if it is not known.
func (Lang) Iso6391() string { return "" }
