package report

import "io"

// HTML writes the page.
func HTML(w io.Writer, p *Page) error { return nil }
