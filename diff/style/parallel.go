package style

import (
	"runtime"
	"sync"

	"wirediff/diff/text"
)

// workers is how many goroutines share the work on stories.
func workers(stories []*text.Story) int { return min(runtime.GOMAXPROCS(0), len(stories)) }

// forEach calls work with every story's index n, on all processors. Worker w,
// below workers(stories), takes every stepth story, one at a time.
func forEach(stories []*text.Story, work func(w, n int)) {
	step := workers(stories)
	var group sync.WaitGroup
	for w := range step {
		group.Go(func() {
			for n := w; n < len(stories); n += step {
				work(w, n)
			}
		})
	}
	group.Wait()
}
