package diff

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// parallel calls work(0) to work(n-1) on all processors and progress, with
// the share done, on the caller's goroutine. It returns the error of the
// lowest index that failed, or ctx's; results belong into slots by index, so
// that the outcome does not depend on who worked when.
func parallel(ctx context.Context, n int, progress func(float64), work func(i int) error) error {
	errs := make([]error, n)
	ticks := make(chan struct{}, n)
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= n || ctx.Err() != nil {
					return
				}
				errs[i] = work(i)
				ticks <- struct{}{}
			}
		})
	}
	go func() { group.Wait(); close(ticks) }()
	done := 0
	for range ticks {
		done++
		progress(float64(done) / float64(n))
	}
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return ctx.Err()
}

// each calls work(0) to work(n-1) on all processors.
func each(n int, work func(i int)) {
	_ = parallel(context.Background(), n, func(float64) {}, func(i int) error {
		work(i)
		return nil
	})
}
