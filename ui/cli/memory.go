package cli

import (
	"runtime/debug"

	"wirediff/diff/text"
)

// A run ends soon and gives all its memory back, so that collecting garbage
// pays only where it keeps the peak down. Both figures are percents as in
// GOGC, which goes first where it is set.
const (
	// newsPercent lets the heap grow to 32 MB before the first collection:
	// versions of news stories and their tables never get there.
	newsPercent = 800
	// longPercent holds for longBytes of text and more; see diff/BENCHMARKS.md.
	longPercent = 50
	longBytes   = 512 << 10
)

// collect sets how often garbage is collected before the input is known, and
// returns what sets it back.
func (r *run) collect() (restore func()) {
	if r.getenv("GOGC") != "" {
		return func() {}
	}
	usual := debug.SetGCPercent(newsPercent)
	return func() { debug.SetGCPercent(usual) }
}

// collectFor is collect for what was loaded.
func (r *run) collectFor(sources []text.Source) {
	size := 0
	for i := range sources {
		size += len(sources[i].Body)
	}
	if size >= longBytes && r.getenv("GOGC") == "" {
		debug.SetGCPercent(longPercent)
	}
}
