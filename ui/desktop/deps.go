//go:build deps

// This file pins modules that the rooms under construction need; it goes when they import them.
package desktop

import (
	_ "fyne.io/fyne/v2/app"
	_ "fyne.io/fyne/v2/container"
	_ "fyne.io/fyne/v2/dialog"
	_ "fyne.io/fyne/v2/test"
	_ "github.com/abadojack/whatlanggo"
	_ "github.com/andybalholm/brotli"
	_ "github.com/go-fonts/stix"
	_ "github.com/go-fonts/stix/stix2textbold"
	_ "github.com/go-fonts/stix/stix2textitalic"
	_ "github.com/go-fonts/stix/stix2textregular"
	_ "github.com/go-shiori/go-readability"
	_ "github.com/go-text/typesetting/segmenter"
	_ "github.com/go-text/typesetting/shaping"
	_ "github.com/markusmobius/go-trafilatura"
	_ "github.com/mmcdole/gofeed"
	_ "github.com/rymdport/portal/filechooser"
	_ "github.com/sergi/go-diff/diffmatchpatch"
	_ "github.com/spf13/cobra"
	_ "github.com/spf13/cobra/doc"
	_ "github.com/tetratelabs/wazero"
	_ "github.com/wlynxg/chardet"
	_ "github.com/yuin/goldmark"
	_ "golang.org/x/net/html"
	_ "golang.org/x/term"
	_ "golang.org/x/text/encoding/charmap"
	_ "golang.org/x/text/unicode/bidi"
	_ "golang.org/x/text/unicode/norm"
	_ "golang.org/x/tools/txtar"
	_ "pgregory.net/rapid"
)
