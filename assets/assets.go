// Package assets embeds the icon and the built-in example. It holds no logic.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed icon.png
var icon []byte

//go:embed example/*.html example/*.txt
var files embed.FS

// Icon returns the program's icon, a PNG of 256 x 256 pixels drawn from
// icon.svg. The bytes are shared: do not change them.
func Icon() []byte { return icon }

// Example returns the built-in example: five versions of one invented wire
// report as five invented outlets ran it, in the order of their file names
// ("1-Carrow-Plainsman.html" ...). The agency's own report is not among
// them; it lies in assets/wire of the source tree, for tests and for
// those who want to see what each outlet was sent.
func Example() fs.FS {
	sub, err := fs.Sub(files, "example")
	if err != nil {
		panic("assets: the example is embedded under its own name: " + err.Error())
	}
	return sub
}
